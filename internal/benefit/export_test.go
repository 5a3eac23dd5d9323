package benefit_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
)

func TestPagesOfLinesAndLists(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	finance := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu)
	for i := range 7 {
		entitled(w, []int64{casefixture.Village, casefixture.Village2}[i%2], fmt.Sprintf("户%d", i), 100, calendar.NewDate(2026, 9, 1), nil)
	}
	var first benefit.Payroll
	for i := range 4 {
		p, err := s.Make(ctx, finance, "dibao", calendar.NewDate(2026, 9, 1).AddMonths(i))
		if err != nil {
			t.Fatal(err)
		}
		first = p
	}
	seen, after := 0, 0
	for {
		lines, more, err := s.Lines(ctx, finance, benefit.LineQuery{Payroll: first.ID, After: after, Limit: 3})
		if err != nil {
			t.Fatal(err)
		}
		seen += len(lines)
		if !more {
			break
		}
		after = lines[len(lines)-1].Seq
	}
	if seen != 7 {
		t.Errorf("pages hold %d lines, want 7", seen)
	}
	town, _, err := s.Lines(ctx, finance, benefit.LineQuery{Payroll: first.ID, Town: casefixture.Beijing, Limit: 10})
	if err != nil || len(town) != 4 {
		t.Errorf("%d lines of one town, want 4: %v", len(town), err)
	}
	var months []string
	var key *benefit.PayrollKey
	for {
		lists, next, err := s.List(ctx, finance, benefit.PayrollQuery{Limit: 3, After: key})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range lists {
			months = append(months, benefit.MonthText(p.Month))
		}
		if key = next; key == nil {
			break
		}
	}
	if got := strings.Join(months, " "); got != "2026-12 2026-11 2026-10 2026-09" {
		t.Errorf("lists in order %s", got)
	}
	_, towns, err := s.Get(ctx, finance, first.ID)
	if err != nil || len(towns) != 2 || towns[0].AmountFen+towns[1].AmountFen != first.Total || towns[0].Name == "" {
		t.Errorf("totals by town %+v, %v", towns, err)
	}
}

func TestFilesOfAList(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	finance := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu)
	entitled(w, casefixture.Village, "=HYPERLINK(1)", 128250, december, nil)
	entitled(w, casefixture.Village, "<b>欧阳𠮷</b>", 100, december, nil)
	p, err := s.Make(ctx, finance, "dibao", december)
	if err != nil {
		t.Fatal(err)
	}
	file, err := s.Excel(ctx, finance, p.ID)
	if err != nil || file.Name != "越秀区2026年12月最低生活保障金发放册.xlsx" {
		t.Fatalf("%s, %v", file.Name, err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(file.Content))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(rows) != 6 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if got := strings.Join(rows[2], "|"); got != "序号|户主|身份证号|开户行|账号|人数|金额（元）|乡镇（街道）|村（社区）|备注" {
		t.Errorf("heads %s", got)
	}
	if len(rows[3][2]) != 18 || len(rows[3][4]) != 19 || rows[4][1] != "'=HYPERLINK(1)" && rows[3][1] != "'=HYPERLINK(1)" {
		t.Errorf("lines %q", rows[3:5])
	}
	if rows[5][0] != "合计" || rows[5][6] != "1,283.50" || rows[5][7] != "壹仟贰佰捌拾叁元伍角整" {
		t.Errorf("totals %q", rows[5])
	}
	html, err := s.Print(ctx, finance, p.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"草稿 · 未经审定", "壹仟贰佰捌拾叁元伍角整", "&lt;b&gt;欧阳𠮷&lt;/b&gt;", "landscape.css", "（印章）"} {
		if !bytes.Contains(html, []byte(want)) {
			t.Errorf("the print page lacks %q", want)
		}
	}
	if bytes.Contains(html, []byte("<b>欧阳")) || bytes.Contains(html, []byte("onclick")) {
		t.Error("the print page lets a name act")
	}
	if n := w.Count(`select count(*) from audit_event where action = 'payroll.export' and root_id = $1 and actor_id = $2`, p.ID, finance.Staff); n != 2 {
		t.Errorf("%d files left a trace, want 2", n)
	}
}
