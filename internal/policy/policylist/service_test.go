package policylist

import (
	"strings"
	"testing"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

var (
	anybody = access.Public("192.0.2.1")
	today   = time.Date(2026, 11, 26, 9, 0, 0, 0, calendar.Zone)
)

const (
	guangzhou int64 = 440106012000 // a street in 广州
	shaoguan  int64 = 440203000000
	jinan     int64 = 370102001000
)

func service(t testing.TB) *Service {
	t.Helper()
	ps := packs(t)
	return New(policy.Shelf{ps["national"], ps["shandong"], ps["guangdong"]}, division.Default(), clock.NewFake(today), NewTexts(policies.FS))
}

func page(t testing.TB, id string, place int64, day string) PolicyPage {
	t.Helper()
	w := Where{Division: place}
	if day != "" {
		w.Day, _ = calendar.ParseDate(day)
	}
	p, err := service(t).Page(anybody, id, w)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPageSaysWhatAFamilyNeedsToKnow(t *testing.T) {
	p := page(t, "dibao", guangzhou, "2024-05-10")
	if p.Name != "最低生活保障" || p.ThemeName != "基本生活" || p.Department != "民政部门" || p.Stand.Pack != "guangdong" {
		t.Errorf("%+v", p.PolicyCard)
	}
	if p.Where != "全省任一镇（街道）窗口" || p.WhereFrom.Anchor != "c2-6" {
		t.Errorf("where: %s %+v", p.Where, p.WhereFrom)
	}
	var income PolicyCondition
	for _, c := range p.Conditions {
		if c.Words == "" || c.Clause.Number == "" {
			t.Errorf("condition %s lacks its words or clause", c.ID)
		}
		if strings.ContainsAny(c.Words, "&|{}_") || strings.Contains(c.Words, "v.") || strings.Contains(c.Words, "p.") {
			t.Errorf("condition %s is not in words: %s", c.ID, c.Words)
		}
		if c.ID == "income" {
			income = c
		}
	}
	if income.Words != "家庭月收入 低于 共同生活的家庭成员 × 最低生活保障标准" {
		t.Errorf("the income condition says %q", income.Words)
	}
	if p.Amount == nil || p.Amount.Words != "共同生活的家庭成员 × 最低生活保障标准 － 家庭月收入" || p.Amount.Unit != "元/月" || !p.Amount.Sample {
		t.Errorf("amount %+v", p.Amount)
	}
	if p.Procedure == nil || len(p.Procedure.Totals) != 2 || p.Procedure.Totals[0].Text != "受理起 30 个工作日内" {
		t.Errorf("procedure %+v", p.Procedure)
	}
	if len(p.Materials) < 3 || !p.Materials[0].Required || len(p.Rechecks) < 2 || len(p.Derives) == 0 || len(p.Excludes) == 0 {
		t.Errorf("papers, re-verification, derived or excluded help is missing: %+v", p)
	}
}

func TestStandardsOfAPlaceCarryTheirStandingAndHistory(t *testing.T) {
	find := func(p PolicyPage) PublicStandard {
		t.Helper()
		for _, s := range p.Standards {
			if s.ID == "dibao_standard" {
				return s
			}
		}
		t.Fatal("no dibao standard")
		return PublicStandard{}
	}
	s := find(page(t, "dibao", guangzhou, ""))
	if s.Now == nil || s.Now.Text != "1,282 元/月" || s.Now.Status != policy.Official || !s.Now.Carried || s.Now.Rural != "" {
		t.Errorf("广州 now: %+v", s.Now)
	}
	var lines []string
	for _, h := range s.History {
		line := h.From.String() + " " + h.Text + " " + h.Status
		if h.Carried {
			line += " carried"
		}
		lines = append(lines, line)
	}
	want := []string{"2025-01-01 1,282 元/月 official carried", "2024-01-01 1,282 元/月 official", "2023-01-01 1,238 元/月 official",
		"2022-01-01 1,087 元/月 floor carried", "2021-07-01 1,087 元/月 floor"}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("history of 广州:\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	if s := find(page(t, "dibao", shaoguan, "2024-06-01")); s.Now == nil || s.Now.Text != "860 元/月" || s.Now.Rural != "645 元/月" || s.Now.Status != policy.Floor {
		t.Errorf("韶关: %+v", s.Now)
	}
	if s := find(page(t, "dibao", jinan, "")); s.Now == nil || s.Now.Status != policy.Sample || !s.Now.Source.Sample {
		t.Errorf("济南: %+v", s.Now)
	}
	// a province has no standard of its own: its places are listed
	s = find(page(t, "dibao", 0, "2024-06-01"))
	if s.Now != nil || len(s.Places) < 21 {
		t.Fatalf("without a place: now %+v, %d places", s.Now, len(s.Places))
	}
	for _, v := range s.Places {
		if v.Place == "江门市台山市" && v.Value.Text != "860 元/月" || v.Place == "深圳市" && v.Value.Text != "1,483 元/月" || strings.HasPrefix(v.Place, "广东省") {
			t.Errorf("%+v", v)
		}
	}
}

func TestListIsSearchedAndFiltered(t *testing.T) {
	s := service(t)
	list := func(q Query) []string {
		t.Helper()
		l, err := s.List(anybody, q)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, c := range l.Items {
			ids = append(ids, c.ID)
		}
		return ids
	}
	all := list(Query{})
	if len(all) < 10 {
		t.Errorf("only %v", all)
	}
	for _, c := range []struct {
		q     Query
		first string
	}{
		{Query{Text: "低保"}, ""}, {Query{Text: "特困"}, "tekun"}, {Query{Text: "最低生活保障边缘"}, "dibao_marginal"},
		{Query{Text: "见义勇为", Where: Where{Division: jinan}}, "bravery"}, {Query{Text: "残联 脑瘫", Where: Where{Division: jinan}}, "cleft_cerebral_palsy"},
		{Query{Text: "粤府办（2024）12号", Theme: "living"}, ""}, {Query{Kind: "special", Where: Where{Division: jinan}, Department: "总工会"}, "hard_up_worker"},
	} {
		got := list(c.q)
		if len(got) == 0 || c.first != "" && got[0] != c.first {
			t.Errorf("%+v finds %v", c.q, got)
		}
	}
	if got := list(Query{Text: "见义勇为致残人员的家庭成员没有这个词"}); len(got) != 0 {
		t.Errorf("nonsense finds %v", got)
	}
	if got := list(Query{Text: "见义勇为认定"}); len(got) != 0 {
		t.Errorf("Guangdong lists Shandong's help: %v", got)
	}
	l, err := s.List(anybody, Query{Theme: "children"})
	if err != nil || l.Total != len(all) || len(l.Items) >= l.Total {
		t.Errorf("%d of %d, %v", len(l.Items), l.Total, err)
	}
	sum := 0
	for _, c := range l.Themes {
		sum += c.Items
	}
	if sum != l.Total {
		t.Errorf("themes count %d of %d", sum, l.Total)
	}
}

// Every item of every pack has a page in words: no sign of the expressions' own language is left.
func TestEveryItemHasAPageInWords(t *testing.T) {
	s := service(t)
	for name, place := range map[string]int64{"guangdong": guangzhou, "shandong": jinan} {
		for _, it := range packs(t)[name].Items() {
			p, err := s.Page(anybody, it.ID, Where{Division: place})
			if err != nil {
				t.Errorf("%s/%s: %v", name, it.ID, err)
				continue
			}
			check := func(what, words string) {
				if words == "" || strings.ContainsAny(words, "&|!{}?") || variable.MatchString(words) {
					t.Errorf("%s/%s %s is not in words: %q", name, it.ID, what, words)
				}
			}
			for _, c := range append(p.Conditions, p.NotCounted...) {
				check(c.ID, c.Words)
			}
			for _, f := range p.Figures {
				check(f.Name, f.Words)
			}
			if p.Amount != nil {
				check("amount", p.Amount.Words)
				if p.Amount.Unit == "" {
					t.Errorf("%s/%s pays in no unit", name, it.ID)
				}
			}
			if p.Procedure == nil || p.Who == "" || p.Where == "" || p.IntakeName == "" {
				t.Errorf("%s/%s does not say who applies where and how", name, it.ID)
			}
		}
	}
}

func TestShandongConfirmsAtTheTown(t *testing.T) {
	p := page(t, "dibao", jinan, "")
	if p.Stand.Pack != "shandong" || len(p.Procedure.Totals) != 1 || p.Procedure.Totals[0].Text != "受理起 20 个工作日内" {
		t.Errorf("%+v", p.Procedure)
	}
	if p.WhereFrom.Document != "SD2019" || p.WhereFrom.Anchor != "c2-2-1" {
		t.Errorf("%+v", p.WhereFrom)
	}
}

func TestDocumentsShowWhatStandsOnEachClause(t *testing.T) {
	s := service(t)
	docs, err := s.Documents(anybody)
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	for _, d := range docs {
		if d.HasText {
			held++
		}
		if d.HasText && d.Cited == 0 && d.ID != "GD2020" {
			t.Errorf("nothing stands on %s", d.ID)
		}
	}
	if held != 5 {
		t.Errorf("%d documents with their text, want 5", held)
	}
	page, err := s.Document(anybody, "GD2018")
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, c := range page.Clauses {
		if c.Anchor == "c2-3-4" {
			for _, x := range c.Cited {
				found = found || x.What == "reverification" && x.Item == "dibao" && x.Pack == "广东省"
			}
		}
	}
	if !found || len(page.Articles) != 0 || len(page.Head) == 0 {
		t.Errorf("GD2018 does not show that dibao's re-verification stands on 二（三）4; %d loose articles", len(page.Articles))
	}
	// a document whose text is not held says so by its articles, in their order
	mzf, err := s.Document(anybody, "MZF57")
	if err != nil || mzf.HasText || len(mzf.Clauses) != 0 || len(mzf.Articles) < 10 {
		t.Fatalf("MZF57: %+v, %v", mzf.DocumentCard, err)
	}
	for i := 1; i < len(mzf.Articles); i++ {
		if firstOf(mzf.Articles[i-1].Article) > firstOf(mzf.Articles[i].Article) {
			t.Errorf("%s stands before %s", mzf.Articles[i-1].Article, mzf.Articles[i].Article)
		}
	}
}

func firstOf(article string) int {
	for i, n := range []string{"第一条", "第二条", "第三条", "第四条", "第五条", "第六条", "第七条", "第八条", "第九条", "第十条", "第十一条", "第十二条", "第十三条", "第十四条"} {
		if strings.HasPrefix(article, n) {
			return i
		}
	}
	return 99
}

func TestWhatIsNotThereIsSaid(t *testing.T) {
	s := service(t)
	if _, err := s.Page(anybody, "nothing", Where{}); errs.As(err) == nil || errs.As(err).Kind != errs.NotFound {
		t.Errorf("an unknown item: %v", err)
	}
	if _, err := s.Document(anybody, "nothing"); errs.As(err) == nil || errs.As(err).Kind != errs.NotFound {
		t.Errorf("an unknown document: %v", err)
	}
	if _, err := s.List(anybody, Query{Where: Where{Division: 999999999999}}); errs.As(err) == nil || errs.As(err).Kind != errs.Invalid {
		t.Errorf("an unknown place: %v", err)
	}
	if p, err := s.Page(anybody, "bravery", Where{}); err != nil || p.Stand.Pack != "shandong" {
		t.Errorf("an item of the other province, no place named: %+v %v", p.Stand, err)
	}
}
