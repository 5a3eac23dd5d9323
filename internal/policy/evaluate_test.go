package policy

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

func householdOf(wage int64) Input {
	return Input{
		Date: calendar.NewDate(2025, 3, 1), Division: 440106012000,
		Household: map[string]any{"urban": true, "financial_assets": 0, "dwellings": 1, "non_residential": false, "vehicles": 0, "business_registration": false},
		Members: []Member{{ID: "m1", Facts: map[string]any{
			"birth": "1980-01-01", "relation": "02", "imprisoned": false, "missing": false, "clergy_away_years": 0,
			"income_wage": wage, "income_business": 0, "income_property": 0, "income_transfer": 0, "income_other": 0,
			"rigid_spending": 0, "employment_cost": 0,
		}}},
	}
}

// A result explains itself: figures, sentence, clause, the standard with its standing, and the exact pack.
func TestResultExplains(t *testing.T) {
	p := guangdong(t)
	r := evaluate(t, p, "dibao", householdOf(61750))
	if r.Outcome != Eligible || amount(r) != 66450 {
		t.Fatalf("%s %d", r.Outcome, amount(r))
	}
	rule := r.Rule("income")
	if rule.Text != "家庭月人均收入 617.50 元，低保标准 1,282.00 元" {
		t.Errorf("text %q", rule.Text)
	}
	if rule.Clause.Document != "民发〔2021〕57号" || rule.Clause.Article != "第十三条" {
		t.Errorf("clause %v", rule.Clause)
	}
	s := r.used("dibao_standard")
	if s.Value != int64(128200) || s.Status != Official || !s.Carried || s.Source.ID != "GDCITY" {
		t.Errorf("standard %+v", s)
	}
	if u := r.used("asset_months"); u.Status != Official || u.Value != int64(24) {
		t.Errorf("asset months %+v", u)
	}
	if r.used("work_vehicle_cap").ID != "" {
		t.Error("a parameter of 2026 is listed in a result of 2025")
	}
	if r.Pack.Name != "guangdong" || r.Pack.Version != p.Version || len(r.Pack.Digest) != 64 {
		t.Errorf("pack %+v", r.Pack)
	}
	refused := evaluate(t, p, "dibao", householdOf(128200))
	if got := refused.Rule("income").Reason; got != "家庭月人均收入 1,282.00 元，不低于低保标准 1,282.00 元。" {
		t.Errorf("reason %q", got)
	}
	prisoner := householdOf(0)
	prisoner.Members[0].Facts["imprisoned"] = true
	m := evaluate(t, p, "dibao", prisoner).Members[0]
	if m.Counted == nil || *m.Counted || m.Clause.Article != "第七条" || !strings.Contains(m.Reason, "服刑") {
		t.Errorf("member %+v", m)
	}
}

func TestStandardsCarryTheirStanding(t *testing.T) {
	p := guangdong(t)
	yes := true
	for _, c := range []struct {
		division int64
		date     string
		value    int64
		status   string
		carried  bool
	}{
		{440106012000, "2021-07-01", 108700, Floor, false},
		{440106012000, "2022-06-01", 108700, Floor, true},
		{440106012000, "2023-01-01", 123800, Official, false},
		{440106012000, "2024-12-31", 128200, Official, false},
		{440106012000, "2025-01-01", 128200, Official, true},
		{440305000000, "2023-05-01", 141300, Official, false},
		{440781000000, "2024-05-01", 86000, Floor, false},
		{440703000000, "2024-05-01", 93200, Floor, false},
		{441302000000, "2024-05-01", 93200, Official, false},
		{441302000000, "2023-05-01", 91400, Floor, false},
		{445200000000, "2026-05-01", 86000, Floor, true},
	} {
		d, _ := calendar.ParseDate(c.date)
		u, err := p.Parameter("dibao_standard", c.division, d, &yes)
		if err != nil || u.Value != c.value || u.Status != c.status || u.Carried != c.carried {
			t.Errorf("%d on %s: %+v %v, want %d %s %v", c.division, c.date, u, err, c.value, c.status, c.carried)
		}
	}
	if u, _ := p.Parameter("dibao_standard", 440781000000, calendar.NewDate(2024, 5, 1), nil); u.Value != nil {
		t.Errorf("town or country is unknown, yet the standard is %v", u.Value)
	}
	if _, err := p.Parameter("dibao_standard", 440781000000, calendar.NewDate(2021, 6, 30), nil); !errs.Is(err, errs.Invalid) {
		t.Errorf("a day without a standard gives %v", err)
	}
	if n := len(p.Parameters(440781000000, calendar.NewDate(2024, 5, 1))); n < 20 {
		t.Errorf("only %d parameters listed", n)
	}
}

// Floors are floors: no city's own standard lies under the province's for the same place and day.
func TestOwnStandardsKeepTheFloor(t *testing.T) {
	p := guangdong(t)
	for _, v := range p.parameters["dibao_standard"].Values {
		for _, d := range v.Divisions {
			lo, _, _ := divisionRange(d)
			_, own := p.find("dibao_standard", lo, *v.From)
			_, floor := p.find("dibao_floor", lo, *v.From)
			if own.urban < floor.urban || own.rural < floor.rural {
				t.Errorf("%s from %s: %d under the floor %d", d, v.From, own.urban, floor.urban)
			}
		}
	}
}

func TestBadInputNamesTheField(t *testing.T) {
	p := guangdong(t)
	for _, c := range []struct{ name, json, field, want string }{
		{"unknown fact", `{"members":[{"id":"a","income_wages":1}]}`, "members[0].income_wages", "是否想写 income_wage"},
		{"unknown household fact", `{"household":{"cars":1},"members":[{"id":"a"}]}`, "household.cars", "没有名为"},
		{"text for money", `{"members":[{"id":"a","income_wage":"100"}]}`, "members[0].income_wage", "以分计的整数"},
		{"fraction of a fen", `{"members":[{"id":"a","income_wage":100.5}]}`, "members[0].income_wage", "以分计的整数"},
		{"negative", `{"members":[{"id":"a","income_wage":-1}]}`, "members[0].income_wage", "超出"},
		{"too much", `{"members":[{"id":"a","income_wage":1000000000001}]}`, "members[0].income_wage", "超出"},
		{"bool", `{"members":[{"id":"a","imprisoned":"no"}]}`, "members[0].imprisoned", "true 或 false"},
		{"no such day", `{"members":[{"id":"a","birth":"2001-02-30"}]}`, "members[0].birth", "存在的日期"},
		{"no such code", `{"members":[{"id":"a","relation":"98"}]}`, "members[0].relation", "没有代码"},
		{"division", `{"members":[{"id":"a","household_register":44}]}`, "members[0].household_register", "12 位"},
		{"no members", `{"household":{}}`, "members", "没有成员"},
		{"same id", `{"members":[{"id":"a"},{"id":"a"}]}`, "members[1].id", "重复"},
		{"no id", `{"members":[{"birth":"2001-02-03"}]}`, "members[0].id", "没有 id"},
		{"unknown person", `{"person":"b","members":[{"id":"a"}]}`, "person", "不在成员之中"},
		{"unknown top key", `{"member":[]}`, "input", "顶层"},
		{"no such date", `{"date":"2025-02-30","members":[{"id":"a"}]}`, "date", "存在的日期"},
		{"date as number", `{"date":20250301,"members":[{"id":"a"}]}`, "date", "存在的日期"},
		{"division as text", `{"division":"440106012000","members":[{"id":"a"}]}`, "division", "类型不对"},
		{"cut off", `{"members":[`, "input", "没有写完整"},
		{"empty", ``, "input", "输入为空"},
		{"two values", `{"members":[{"id":"a"}]} {}`, "input", "多余"},
		{"no JSON", `members`, "input", "不是有效的 JSON"},
		{"list", `[]`, "", "类型不对"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := p.DecodeInput(strings.NewReader(c.json))
			e := errs.As(err)
			if e == nil || e.Kind != errs.Invalid || len(e.Fields) == 0 {
				t.Fatalf("got %v", err)
			}
			if e.Fields[0].Name != c.field || !strings.Contains(e.Fields[0].Message, c.want) {
				t.Errorf("got %+v", e.Fields[0])
			}
		})
	}
}

func TestPlaceDayAndPersonAreChecked(t *testing.T) {
	p := guangdong(t)
	in := householdOf(0)
	for _, c := range []struct {
		name, item, field string
		change            func(*Input)
	}{
		{"item", "dibo", "item", func(*Input) {}},
		{"other province", "dibao", "division", func(in *Input) { in.Division = 370102000000 }},
		{"before the rules", "dibao", "date", func(in *Input) { in.Date = calendar.NewDate(2021, 6, 30) }},
		{"nobody named", "dibao_single", "person", func(*Input) {}},
	} {
		bad := clone(in)
		c.change(&bad)
		_, err := p.Evaluate(c.item, bad)
		if e := errs.As(err); e == nil || e.Fields == nil || e.Fields[0].Name != c.field {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// An input written as JSON and read again is the same input, so that a decision can be replayed from its snapshot.
func TestInputRoundTrip(t *testing.T) {
	p := guangdong(t)
	in := householdOf(61750)
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.DecodeInput(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	if a, b := evaluate(t, p, "dibao", in), evaluate(t, p, "dibao", again); !reflect.DeepEqual(a, b) {
		t.Errorf("replayed result differs:\n%+v\n%+v", a, b)
	}
}

func TestConcurrentEvaluation(t *testing.T) {
	p := guangdong(t)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for k := range 50 {
				wage := int64(g*1000 + k)
				if r, err := p.Evaluate("dibao", householdOf(wage)); err != nil || amount(r) != 128200-wage {
					t.Errorf("wage %d: %v %v", wage, r, err)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkEvaluateFourMembers(b *testing.B) {
	p := guangdong(b)
	in := householdOf(61750)
	for _, id := range []string{"m2", "m3", "m4"} {
		facts := under(in.Members[0].Facts, map[string]any{"relation": "20", "student_stage": "primary", "independent": false})
		in.Members = append(in.Members, Member{ID: id, Facts: facts})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Evaluate("dibao", in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvaluateUnknowns(b *testing.B) {
	p := guangdong(b)
	in := householdOf(0)
	delete(in.Members[0].Facts, "income_wage")
	delete(in.Household, "vehicles")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Evaluate("dibao", in); err != nil {
			b.Fatal(err)
		}
	}
}

// Where nothing was found for a place, rules reckon as the pack says and nobody is shown that figure as a standard.
func TestValueNotFoundIsShownAsUnknown(t *testing.T) {
	p := guangdong(t)
	for _, c := range p.Cases() {
		if c.ID != "gd_tk_shenzhen" && c.ID != "gd_tk_guangzhou" {
			continue
		}
		u := p.RunCase(c).Result.used("tekun_local_standard")
		switch c.ID {
		case "gd_tk_shenzhen":
			if u.ID == "" || u.Value != nil || u.Status != Sample || u.Note == "" {
				t.Errorf("%s shows %+v", c.ID, u)
			}
		default:
			if u.Value != int64(205200) {
				t.Errorf("%s shows %+v", c.ID, u)
			}
		}
	}
	for _, u := range p.Parameters(440305001000, calendar.NewDate(2026, 11, 26)) {
		if u.ID == "tekun_local_standard" && u.Value != nil {
			t.Errorf("listed as %v", u.Value)
		}
	}
}
