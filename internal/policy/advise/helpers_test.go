package advise

import (
	"fmt"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

var loaded = sync.OnceValues(func() (*policy.Pack, error) { return policy.Load(policies.FS, "guangdong") })

func guangdong(t testing.TB) *policy.Pack {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const beijingStreet = 440104001000 // 广州市越秀区

// family is a known household of two earners and a child, with an income of 2,000 yuan each, on the rules of before 2026.
func family(wages ...int64) policy.Input {
	in := policy.Input{Date: calendar.NewDate(2025, 6, 1), Division: beijingStreet, Household: map[string]any{
		"urban": true, "financial_assets": int64(0), "dwellings": int64(1), "non_residential": false, "vehicles": int64(0),
		"business_registration": false, "business_exempt": false,
	}}
	for i, w := range wages {
		relation := "02"
		if i > 0 {
			relation = "10"
		}
		in.Members = append(in.Members, policy.Member{ID: fmt.Sprintf("m%d", i+1), Name: []string{"甲", "乙", "丙", "丁"}[i], Facts: map[string]any{
			"relation": relation, "birth": "1980-01-01", "imprisoned": false, "missing": false, "clergy_away_years": int64(0),
			"income_wage": w, "income_business": int64(0), "income_property": int64(0), "income_transfer": int64(0), "income_other": int64(0),
			"rigid_spending": int64(0), "employment_cost": int64(0), "disability_type": "0", "disability_grade": "0", "serious_illness": false,
			"employed": true, "student_stage": "none", "work_ability": "full", "independent": false, "lives_together": true,
		}})
	}
	return in
}

func sit(t testing.TB, p *policy.Pack, in policy.Input) *policy.Sitting {
	t.Helper()
	s, err := p.Sit(in)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// drawn is a household whose facts are all known; rare facts are mostly absent, so that many come near the standard.
func drawn(t *rapid.T, p *policy.Pack) policy.Input {
	in := policy.Input{Date: calendar.NewDate(2022, 1, 1).AddDays(rapid.IntRange(0, 2000).Draw(t, "day")), Division: beijingStreet,
		Household: drawFacts(t, p, policy.OfHousehold, "h")}
	for i := range rapid.IntRange(1, 3).Draw(t, "members") {
		id := fmt.Sprintf("m%d", i+1)
		in.Members = append(in.Members, policy.Member{ID: id, Name: id, Facts: drawFacts(t, p, policy.OfMember, id)})
	}
	return in
}

func drawFacts(t *rapid.T, p *policy.Pack, of, who string) map[string]any {
	out := map[string]any{}
	for _, f := range p.Facts() {
		if f.Of != of || f.OutcomeOf != "" {
			continue
		}
		label := who + "." + f.Key
		seldom := rapid.IntRange(0, 4).Draw(t, label+"?") == 0
		switch f.Type {
		case policy.Bool:
			out[f.Key] = seldom != (f.Key == "urban" || f.Key == "lives_together")
		case policy.Enum:
			out[f.Key] = f.Options[0].Code
			if seldom {
				out[f.Key] = rapid.SampledFrom(f.Options).Draw(t, label).Code
			}
		case policy.DateFact:
			out[f.Key] = calendar.NewDate(1950, 1, 1).AddDays(rapid.IntRange(0, 26000).Draw(t, label)).String()
		case policy.DivisionFact:
			out[f.Key] = int64(440106012000)
		case policy.Money:
			out[f.Key] = rapid.Int64Range(0, 9_000_000).Draw(t, label)
		case policy.MoneyMonthly:
			out[f.Key] = int64(0)
			if seldom {
				out[f.Key] = rapid.Int64Range(0, 500_000).Draw(t, label)
			}
		case policy.Decimal:
			out[f.Key] = "0"
		default:
			out[f.Key] = int64(0)
			if seldom {
				lo, hi := f.Limits()
				out[f.Key] = rapid.Int64Range(lo, min(hi, 5)).Draw(t, label)
			}
		}
	}
	return out
}
