package bench

import (
	"context"
	"math/rand/v2"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/population"
	"zhongfu/internal/synth"
)

// policyDay is the day whose rules are compared: the asset limit in months of the standard, before the scoring of 2026,
// whose figures are samples.
var policyDay = calendar.NewDate(2025, 6, 1)

// policyPeople are synthetic households of which every fact of the dibao rule is known, so that the yardsticks need no third
// value, and in which each exclusion and rule comes out both ways: the generator's families have no prisoners, no firms.
func policyPeople(ctx context.Context, p *policy.Pack, g *synth.Generator, n int) (*columnar.Population, error) {
	drawn, err := population.Synthetic(ctx, p, g, n, nil)
	if err != nil {
		return nil, err
	}
	pop := drawn.Population
	r := rand.New(rand.NewPCG(1, uint64(n)))
	pop.Household["business_exempt"] = &columnar.Column{Codes: make([]uint8, n)}
	sprinkle(r, pop.Household["non_residential"].Codes, 8)
	sprinkle(r, pop.Household["business_registration"].Codes, 20)
	sprinkle(r, pop.Household["business_exempt"].Codes, 500)
	sprinkle(r, pop.Member["imprisoned"].Codes, 4)
	sprinkle(r, pop.Member["missing"].Codes, 2)
	sprinkle(r, pop.Member["independent"].Codes, 120)
	away := pop.Member["lives_together"].Codes
	for i := range away {
		if r.IntN(1000) < 20 {
			away[i] = 0
		}
	}
	years, cost := pop.Member["clergy_away_years"].Ints, pop.Member["employment_cost"].Ints
	for i := range years {
		if r.IntN(1000) < 4 {
			years[i] = int64(1 + r.IntN(5))
		}
		if pop.Member["income_wage"].Ints[i] > 0 && r.IntN(3) == 0 {
			cost[i] = int64(1000 * r.IntN(60))
		}
	}
	for _, columns := range []map[string]*columnar.Column{pop.Household, pop.Member} {
		for _, key := range []string{"financial_assets", "non_residential", "business_registration", "business_exempt", "imprisoned", "missing",
			"independent", "lives_together", "clergy_away_years", "employment_cost", "urban", "dwellings", "vehicles", "birth", "relation",
			"student_stage", "income_wage", "income_business", "income_property", "income_transfer", "income_other", "rigid_spending"} {
			if c := columns[key]; c != nil {
				c.Known = nil
			}
		}
	}
	return pop, pop.Check(p)
}

func sprinkle(r *rand.Rand, codes []uint8, perMille int) {
	for i := range codes {
		if r.IntN(1000) < perMille {
			codes[i] = 1
		}
	}
}
