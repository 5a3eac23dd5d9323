package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// Every source of the page names its clause in the policy library, and samples are marked.
func TestEntriesTellBasisAndSamples(t *testing.T) {
	c := load(t)
	list, err := c.Entries(access.Actor{Role: access.Auditor, Level: access.County, Lo: 440104000000, Hi: 440104999999})
	if err != nil {
		t.Fatal(err)
	}
	classes, samples := 0, 0
	for _, s := range list {
		if len(s.Basis) == 0 || s.Basis[0].Anchor == "" || s.Basis[0].Number == "" {
			t.Errorf("%s has no clause to show: %+v", s.ID, s.Basis)
		}
		if s.Sample {
			samples++
		}
		for _, cl := range s.Classes {
			classes++
			if cl.Owner == "" || len(cl.Fields) == 0 {
				t.Errorf("%s of %s: %+v", cl.ID, s.ID, cl)
			}
			for _, f := range cl.Facts {
				if f.Label == "" || strings.Contains(f.Label, "_") {
					t.Errorf("%s feeds %s without a name", cl.ID, f.Fact)
				}
			}
		}
		if s.ID == "central_bank" {
			// What GD2018 writes down is asked as such; what it does not is a sample, and small sums are nobody's business.
			for _, cl := range s.Classes {
				out := cl.ID == "large_outflow"
				if cl.Sample != out || cl.MovedSample != out || (cl.Moved == "按转出日期，金额（折人民币）在 10,000.00 元以上") != out {
					t.Errorf("%s: %+v", cl.ID, cl)
				}
			}
		}
		if s.ID == "justice" && (s.Kind != "desk" || s.Answer != "5 个工作日内" || s.Hours != "每天全天") {
			t.Errorf("justice: %+v", s)
		}
	}
	if classes < 30 || samples == 0 {
		t.Errorf("%d classes, %d samples", classes, samples)
	}
}

func TestEntriesAreForStaffOfVerification(t *testing.T) {
	c := load(t)
	for _, role := range access.Roles {
		for _, level := range access.Levels {
			actor := access.Actor{Role: role, Level: level, Lo: 1, Hi: 999999999999}
			rule, _ := access.Lookup("verification.catalogue")
			_, err := c.Entries(actor)
			_, err2 := c.Export(actor)
			if want := rule.Allows(role, level); want != (err == nil) || want != (err2 == nil) || !want && !errs.Is(err, errs.Forbidden) {
				t.Errorf("%s at %d: %v, %v", role, level, err, err2)
			}
		}
	}
}

// The workbook says the samples and the clauses in words.
func TestExportIsAWorkbookOfAllFields(t *testing.T) {
	c := load(t)
	raw, err := c.Export(access.System("test"))
	if err != nil {
		t.Fatal(err)
	}
	rows := sheetRows(t, raw)
	fields := 0
	for _, cl := range c.Classes() {
		fields += len(cl.Fields)
	}
	if len(rows) != fields+3 { // title, note, heads
		t.Errorf("%d rows for %d fields", len(rows), fields)
	}
	text := ""
	for _, r := range rows {
		text += strings.Join(r, "|") + "\n"
	}
	for _, want := range []string{"示例值", "粤民发", "服刑和强制隔离戒毒", "港澳"} {
		if !strings.Contains(text, want) {
			t.Errorf("the workbook does not say %s", want)
		}
	}
}

func TestHoursInWords(t *testing.T) {
	for want, h := range map[string]exchange.Hours{
		"每天全天": {}, "工作日08:30–17:30": {From: 510, To: 1050, WorkingDays: true}, "每天20:00–24:00": {From: 1200},
	} {
		if got := h.Text(); got != want {
			t.Errorf("%+v: %s, want %s", h, got, want)
		}
	}
}

func sheetRows(t *testing.T, raw []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
