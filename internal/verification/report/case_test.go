package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/errs"
)

func silentIn(c *ReportContent, source string) *ReportUnknown {
	for i := range c.Unknown {
		if c.Unknown[i].Source == source {
			return &c.Unknown[i]
		}
	}
	return nil
}

// A case is ordered when its step opens; one source is down and one answers garbage: the report names both, nothing counts as zero,
// the case goes on; when one of them answers later, the second version says what changed and the case takes it in.
func TestReportGoesIntoTheCase(t *testing.T) {
	w := newWorld(t)
	f := w.family(map[string]any{"financial_assets": 600000, "dwellings": 1, "income_wage": 120000, "business_registration": false})
	order := w.ordered(f)
	if err := w.s.opened(w.ctx, f.ID); err != nil || w.Count(`select count(*) from verification_order`) != 1 {
		t.Fatal("ordered twice", err)
	}
	w.answered(order, &f.Household, f.Members, "member", map[string]reply{
		"deposit":       {silent: "来源无法连接"},
		"self_employed": {silent: "来源的答复不合格式"},
		"周父 vehicle":    {records: []map[string]any{{"plate": "粤A12345", "kind": "car", "state": "normal", "registered_on": "2019-03-02"}}},
		"周父 real_estate_transfer": {records: []map[string]any{{"certificate": "粤房001", "transferred_on": "2026-08-20", "reason": "gift"},
			{"certificate": "粤房000", "transferred_on": "2020-08-20", "reason": "sale"}}},
		"周父 large_outflow": {records: []map[string]any{{"bank": "招商银行", "account": "7788", "kind": "transfer", "left_on": "2026-09-30", "amount": 6000000},
			{"bank": "招商银行", "account": "7788", "kind": "cash", "left_on": "2026-10-01", "amount": 999999}, {"bank": "招商银行", "account": "7788", "kind": "cash", "left_on": "2024-10-01", "amount": 6000000}}},
		"insurance_surrender": {silent: "来源没有按时答复"},
	})
	t.Run("draft", func(t *testing.T) {
		v, err := w.s.OfCase(w.ctx, officer, f.ID)
		if err != nil || !v.MayIssue || v.Draft == nil || v.Order == nil {
			t.Fatalf("%+v %v", v, err)
		}
	})
	id := uuid.New()
	r, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: id, GoOn: true})
	if err != nil {
		t.Fatal(err)
	}
	c := &r.Content
	for source, reason := range map[string]string{"人民银行（银行查询平台）": "无法连接", "市场监管": "不合格式"} {
		if u := silentIn(c, source); u == nil || !strings.Contains(u.Reason, reason) {
			t.Errorf("%s is not named with %s: %+v", source, reason, c.Unknown)
		}
	}
	for _, fact := range []string{"financial_assets", "business_registration"} {
		if l := c.line(nil, fact); l == nil || l.Result != NotKnown || l.Found.Value != nil || l.Found.Text != unknownText {
			t.Errorf("%s: %+v", fact, l)
		}
	}
	if l := c.line(nil, "vehicles"); l == nil || l.Result != Undeclared || l.Found.Text != "1 辆" {
		t.Errorf("vehicles: %+v", l)
	}
	// A house given away, and money that left a bank: the small sum and the old one are no matter, what the insurers have not said is.
	if len(c.Moved) != 2 || c.Moved[0].Person != "周父" || c.Moved[0].What != "转出 招商银行" || c.Moved[0].Amount == nil || *c.Moved[0].Amount != 6000000 ||
		!strings.Contains(c.Moved[1].What, "赠与") || c.Moved[1].Amount != nil || !strings.Contains(c.Text, "申请前转移财产 2 项") {
		t.Errorf("moved: %+v %s", c.Moved, c.Text)
	}
	if u := silentIn(c, "银保监（商业保险）"); u == nil || !slices.Contains(u.Items, "周女申请前转移的财产（退保和投保人变更）") {
		t.Errorf("%+v", u)
	}
	if html, err := w.s.Print(w.ctx, officer, r.ID); err != nil || !strings.Contains(string(html), "大额转出和销户：转出 招商银行 60,000.00 元") || strings.Contains(string(html), "7788") {
		t.Errorf("printed: %v", err)
	}
	over := false
	for _, l := range c.Limits {
		over = over || l.Rule == "composite" && l.ByFound && l.Clause.String() != ""
	}
	if c.Conclusion != Exceeds || !over || !strings.Contains(c.Text, "没有按 0 计") {
		t.Errorf("%s %s %+v", c.Conclusion, c.Text, c.Limits)
	}
	if !strings.HasPrefix(c.Number, "HB-440104-2026-") || c.Version != 1 || c.Review.Days == 0 || !c.Review.Sample || c.Members[0].Authorisation == "" {
		t.Errorf("%+v", c)
	}
	again, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: id, GoOn: true})
	if err != nil || again.Number != r.Number || w.Count(`select count(*) from verification_report`) != 1 {
		t.Errorf("issued twice: %v", err)
	}

	page, err := w.cases.Page(w.ctx, clerk, f.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range page.Facts {
		switch row.Key {
		case "financial_assets":
			if row.Verified == nil || row.Verified.Value != nil || !row.Differs || !strings.Contains(row.Verified.Note, "来源无法连接") || row.Best != nil {
				t.Errorf("the case counts what nobody answered: %+v", row)
			}
		case "vehicles":
			if row.Verified == nil || row.Verified.Text != "1 辆" || !strings.Contains(row.Verified.Source, "公安") {
				t.Errorf("%+v", row)
			}
		}
	}
	if w.Count(`select count(*) from case_step where case_id = $1 and step = 'verification' and state = 'done'`, f.ID) != 1 {
		t.Error("the step is not done")
	}

	if _, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New()}); errs.As(err) == nil || errs.As(err).Code != "nothing_new" {
		t.Errorf("a version without a change: %v", err)
	}
	for _, p := range f.Members {
		w.late(order, p.ID, "deposit", []map[string]any{{"bank": "工行", "account": "1234", "kind": "current", "balance": 300000}})
	}
	second, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New()})
	if err != nil || second.Version != 2 || second.Number != r.Number || second.Why != Answers {
		t.Fatalf("%+v %v", second.ReportRow, err)
	}
	found := false
	for _, ch := range second.Content.Changes {
		found = found || ch.Label == "金融资产合计" && ch.Before == unknownText && ch.After == "6,000.00 元"
	}
	if !found || silentIn(&second.Content, "人民银行（银行查询平台）") != nil {
		t.Errorf("%+v", second.Content.Changes)
	}
	if first, err := w.s.Get(w.ctx, officer, id); err != nil || first.Newest || first.Content.Version != 1 || len(first.Versions) != 2 {
		t.Errorf("%+v %v", first.ReportRow, err)
	}
	if w.Count(`select count(*) from case_fact where case_id = $1 and key = 'financial_assets' and kind = 'verified' and value = '600000'`, f.ID) != 1 {
		t.Error("the case did not take the second version in")
	}
}

// Nothing is issued while sources may still answer, unless the officer chooses to go on.
func TestWaitOrGoOn(t *testing.T) {
	w := newWorld(t)
	f := w.family(nil)
	w.answered(w.ordered(f), &f.Household, f.Members, "member", map[string]reply{"income_tax": {waiting: true}})
	_, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New()})
	if e := errs.As(err); e == nil || len(e.Fields) != 1 || e.Fields[0].Name != "go_on" {
		t.Fatal(err)
	}
	r, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New(), GoOn: true})
	if err != nil {
		t.Fatal(err)
	}
	if u := silentIn(&r.Content, "税务"); u == nil || u.Reason != "尚未答复" {
		t.Errorf("%+v", r.Content.Unknown)
	}
}

// Of legal supporters nothing stands in the household's report: no line, no name, no account; and nothing of them reaches the case.
func TestSupportersStayOut(t *testing.T) {
	w := newWorld(t)
	f := w.family(nil)
	uncle := w.Grown("周外叔")
	w.CaseOf(casefixture.Village, "dibao", uncle) // somewhere in the register
	w.Exec(`insert into case_member (case_id, person_id, division, name, id_masked, relation, sex, birth, role, seq) values ($1, $2, $3, '周外叔', '', '20', 1, '1980-01-01', 'supporter', 9)`,
		f.ID, uncle.ID, casefixture.Village)
	w.authorise(uncle)
	w.Exec(`insert into case_authorisation (case_id, person_id, division, number, signed_by, guardian, signed_on) values ($1, $2, $3, $4, '周外叔', false, '2026-11-01')`,
		f.ID, uncle.ID, casefixture.Village, "SQ-uncle")
	order := w.ordered(f)
	if n := w.Count(`select jsonb_array_length(selection->'people') from verification_order where id = $1`, order); n != 3 {
		t.Fatalf("%d people ordered", n)
	}
	w.answered(order, &f.Household, f.Members, "member", nil)
	w.answered(order, nil, []casefixture.Human{uncle}, "supporter", map[string]reply{
		"deposit":              {records: []map[string]any{{"bank": "建行", "account": "9999", "kind": "term", "balance": 99900000}}},
		"real_estate_transfer": {records: []map[string]any{{"certificate": "粤房777", "transferred_on": "2026-09-20", "reason": "sale"}}},
	})
	r, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	text, _ := json.Marshal(r.Content)
	html, err := w.s.Print(w.ctx, officer, r.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"周外叔", "粤房777", "99900000", "999,000", uncle.ID.String()} {
		if strings.Contains(string(text), secret) || strings.Contains(string(html), secret) {
			t.Errorf("the report says %s", secret)
		}
	}
	if r.Content.Supporters != 1 || w.Count(`select count(*) from case_fact where person_id = $1`, uncle.ID) != 0 {
		t.Errorf("%d supporters", r.Content.Supporters)
	}
	if l := r.Content.line(nil, "financial_assets"); l == nil || !l.Found.Known || !same(l.Found.Value, int64(0)) {
		t.Errorf("a supporter's account counts in the household: %+v", l)
	}
}

// Who may see and do what with a report.
func TestWhoSeesAReport(t *testing.T) {
	w := newWorld(t)
	f := w.family(nil)
	order := w.ordered(f)
	w.answered(order, &f.Household, f.Members, "member", nil)
	r, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	reads := map[access.Role]bool{access.TownClerk: true, access.TownHead: true, access.VerificationOfficer: true, access.CountyReviewer: true, access.CountyApprover: true,
		access.CitySupervisor: true, access.ProvinceSupervisor: true, access.Auditor: true}
	at := map[access.Level][2]int64{access.Province: {440000000000, 440000000000}, access.City: {440100000000, 440300000000}, access.County: {casefixture.Yuexiu, casefixture.Tianhe},
		access.Town: {casefixture.Beijing, 440106001000}, access.Village: {casefixture.Village, casefixture.Foreign}}
	for _, role := range access.Roles {
		for level, places := range at {
			for i, place := range places {
				actor := casefixture.Actor(role, place)
				rule, _ := access.Lookup("verification.read")
				want := reads[role] && rule.Allows(role, level) && (i == 0 || level == access.Province)
				calls := map[string]error{}
				_, calls["report"] = w.s.Get(w.ctx, actor, r.ID)
				_, calls["print"] = w.s.Print(w.ctx, actor, r.ID)
				_, calls["case"] = w.s.OfCase(w.ctx, actor, f.ID)
				_, calls["order"] = w.s.OfOrder(w.ctx, actor, order)
				for what, err := range calls {
					if (err == nil) != want {
						t.Errorf("%s at %d: %s: %v", role, place, what, err)
					}
				}
				if v, err := w.s.OfCase(w.ctx, actor, f.ID); err == nil && v.Draft != nil && role != access.VerificationOfficer {
					t.Errorf("%s sees the draft", role)
				}
				issue, _ := access.Lookup("case.verify")
				if _, err := w.s.IssueForCase(w.ctx, actor, f.ID, IssueInput{ID: uuid.New()}); (errs.As(err).Code == "nothing_new") != (issue.Allows(role, level) && i == 0) {
					t.Errorf("%s at %d issues: %v", role, place, err)
				}
				object, _ := access.Lookup("verification.objection")
				_, err := w.s.Object(w.ctx, actor, r.ID, DisputeInput{})
				if errs.Is(err, errs.Invalid) != (object.Allows(role, level) && i == 0) {
					t.Errorf("%s at %d objects: %v", role, place, err)
				}
			}
		}
	}
}
