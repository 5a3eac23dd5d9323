package policy

import (
	"fmt"
	"strings"
	"testing"

	"zhongfu/internal/calendar"

	"pgregory.net/rapid"
)

// Two people in 广州 with 500 yuan between them.
func TestWhyOfDibao(t *testing.T) {
	in := Input{Date: calendar.NewDate(2025, 6, 1), Division: 440106012000, Household: map[string]any{"urban": true}}
	for i, wage := range []int64{50_000, 0} {
		in.Members = append(in.Members, Member{ID: fmt.Sprint("m", i+1), Name: []string{"甲", "乙"}[i], Facts: map[string]any{
			"relation": []string{"02", "10"}[i], "birth": "1980-01-01", "imprisoned": false, "missing": false, "clergy_away_years": 0,
			"income_wage": wage, "income_business": 0, "income_property": 0, "income_transfer": 0, "income_other": 0, "rigid_spending": 0, "employment_cost": 0}})
	}
	s, err := guangdong(t).Sit(in)
	if err != nil {
		t.Fatal(err)
	}
	figures, err := s.Why("dibao", "")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][2]string{
		"amount":         {"共同生活的家庭成员 × 最低生活保障标准 − 家庭月收入", "2 人 × 1,282.00 元 − 500.00 元"},
		"v.income_gross": {"计入的成员各自“计入的收入”之和", "500.00 元 + 0.00 元"},
		"r.income":       {"家庭月收入 小于 共同生活的家庭成员 × 最低生活保障标准", "500.00 元 小于 2 人 × 1,282.00 元"},
		"r.vehicles":     {"机动车辆数 等于 0 辆", "未知 等于 0 辆"},
	}
	for id, w := range want {
		f := figure(figures, id, "")
		if f == nil {
			t.Errorf("%s is not explained", id)
		} else if f.Words != w[0] || f.Numbers != w[1] {
			t.Errorf("%s: got %q, %q", id, f.Words, f.Numbers)
		}
	}
	gross := figure(figures, "v.income_gross", "")
	if len(gross.Parts) != 2 || gross.Parts[0].Kind != PartFigure || gross.Parts[0].Member != "m1" || gross.Parts[0].Text != "500.00 元" {
		t.Errorf("parts of the income: %+v", gross.Parts)
	}
	earned := figure(figures, "m.earned", "m1")
	if earned == nil || len(earned.Parts) != 2 || earned.Parts[1].Kind != PartFact || earned.Parts[1].ID != "income_wage" {
		t.Errorf("parts of what is earned: %+v", earned)
	}
}

func figure(all []Figure, id, member string) *Figure {
	for i := range all {
		if all[i].ID == id && all[i].Member == member {
			return &all[i]
		}
	}
	return nil
}

// Every expression of every item can be said: no name of the code and no gap is left in a sentence.
func TestEveryFigureIsSaidInWords(t *testing.T) {
	p := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		in := hide(t, drawInput(t, p))
		s, err := p.Sit(in)
		if err != nil {
			t.Fatal(err)
		}
		it := p.Item(rapid.SampledFrom(p.itemOrder).Draw(t, "item"))
		figures, err := s.Why(it.ID, in.Person)
		if err != nil {
			return // no standard for the place and day
		}
		for _, f := range figures {
			for _, text := range []string{f.Words, f.Numbers} {
				if text == "" || strings.ContainsAny(text, "_…&|") || strings.Contains(text, "..") {
					t.Fatalf("%s %s: %q", it.ID, f.ID, text)
				}
			}
			for _, part := range f.Parts {
				if part.Kind == PartFigure && figure(figures, part.ID, part.Member) == nil {
					t.Fatalf("%s %s is made of %s %s, which is not explained", it.ID, f.ID, part.ID, part.Member)
				}
			}
		}
	})
}
