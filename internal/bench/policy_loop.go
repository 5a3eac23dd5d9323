package bench

import (
	"fmt"
	"sync"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// The dibao rule of Guangdong as a Go programmer would write it down by hand: households and members as structs, one pass,
// nothing allocated, the day of the eighteenth birthday worked out once. It is the yardstick for the columnar engine and
// must agree with it to the fen; it decides nothing anywhere.

type loopMember struct {
	birth                                           int32
	relation, student                               uint8
	imprisoned, missing, independent, livesTogether bool
	clergyYears                                     int32
	wage, business, property, transfer, other       int64
	rigidSpending, employmentCost                   int64
}

type loopHousehold struct {
	division                                    int64
	assets                                      int64
	dwellings, vehicles                         int32
	urban, nonResidential, registration, exempt bool
	members                                     []loopMember
}

// loopRule is the rule with the day's figures.
type loopRule struct {
	adult             int32 // the last day of birth of those who are of age
	county            int64 // first county of standards
	standards         [][2]int64
	months, dwellings int64
	child             [256]bool // son, daughter
	close             [256]bool // counts without living together
	atSchool          [256]bool
}

const (
	failMembers = 1 << iota
	failAssets
	failDwellings
	failNonResidential
	failVehicles
	failBusiness
	failIncome
)

// loopRules are the bits of loopRule by the pack's rule ids.
var loopRules = map[string]uint64{
	"has_members": failMembers, "financial_assets": failAssets, "dwellings": failDwellings, "non_residential": failNonResidential,
	"vehicles": failVehicles, "business": failBusiness, "income": failIncome,
}

func newLoopRule(p *policy.Pack, day calendar.Date) (*loopRule, error) {
	r := &loopRule{adult: int32(day)}
	for calendar.Date(r.adult).Age(day) < 18 {
		r.adult--
	}
	areas := p.Areas(day, []string{"dibao_standard", "asset_months", "dwellings_max", "imputed_income"})
	r.county = areas[0].Lo / 1e6
	r.months, r.dwellings = areas[0].Values[1].Urban, areas[0].Values[2].Urban
	for _, a := range areas {
		v := a.Values
		if a.Lo%1e6 != 0 || v[0].Missing || v[1].Urban != r.months || v[2].Urban != r.dwellings || v[3].Urban != 0 {
			return nil, fmt.Errorf("bench: the hand-written rule does not know area %d", a.Lo)
		}
		for c := a.Lo / 1e6; c <= a.Hi/1e6; c++ {
			r.standards = append(r.standards, [2]int64{v[0].Rural, v[0].Urban})
		}
	}
	options := func(key string, to *[256]bool, codes ...string) {
		for i, o := range p.Fact(policy.OfMember, key).Options {
			for _, c := range codes {
				to[i] = to[i] || o.Code == c
			}
		}
	}
	options("relation", &r.child, "20", "30")
	options("relation", &r.close, "01", "02", "10", "11", "12", "20", "30")
	options("student_stage", &r.atSchool, "preschool", "primary", "junior", "senior", "vocational", "college", "bachelor")
	return r, nil
}

func (r *loopRule) decide(h *loopHousehold) (columnar.Outcome, int64, uint64) {
	var size, income, deduction int64
	for i := range h.members {
		m := &h.members[i]
		if m.imprisoned || m.missing || m.clergyYears >= 3 ||
			m.independent && r.child[m.relation] && m.birth <= r.adult && !r.atSchool[m.student] ||
			!m.livesTogether && !r.close[m.relation] {
			continue
		}
		size++
		earned := m.wage + m.business
		income += earned + m.property + m.transfer + m.other
		deduction += m.rigidSpending + min(m.employmentCost, earned)
	}
	town := 0
	if h.urban {
		town = 1
	}
	standard := r.standards[h.division/1e6-r.county][town]
	total := max(0, income-deduction)
	var failed uint64
	if size == 0 {
		failed |= failMembers
	}
	if h.assets > r.months*standard*size {
		failed |= failAssets
	}
	if int64(h.dwellings) > r.dwellings {
		failed |= failDwellings
	}
	if h.nonResidential {
		failed |= failNonResidential
	}
	if h.vehicles != 0 {
		failed |= failVehicles
	}
	if h.registration && !h.exempt {
		failed |= failBusiness
	}
	if total >= size*standard {
		failed |= failIncome
	}
	if failed != 0 {
		return columnar.Ineligible, 0, failed
	}
	return columnar.Eligible, max(0, size*standard-total), 0
}

// decisions are what an arm says of every household.
type decisions struct {
	outcome []columnar.Outcome
	amount  []int64
	failed  []uint64
}

func newDecisions(n int) *decisions {
	return &decisions{make([]columnar.Outcome, n), make([]int64, n), make([]uint64, n)}
}

func (r *loopRule) run(all []loopHousehold, out *decisions, workers int) {
	var wg sync.WaitGroup
	share := (len(all) + workers - 1) / workers
	for from := 0; from < len(all); from += share {
		wg.Go(func() {
			for i := from; i < min(len(all), from+share); i++ {
				out.outcome[i], out.amount[i], out.failed[i] = r.decide(&all[i])
			}
		})
	}
	wg.Wait()
}

// loopHouseholds are the columns as structs.
func loopHouseholds(pop *columnar.Population) []loopHousehold {
	h, m := pop.Household, pop.Member
	yes := func(c *columnar.Column, i int) bool { return c.Codes[i] == 1 }
	members := make([]loopMember, pop.Members())
	for i := range members {
		members[i] = loopMember{
			birth: m["birth"].Days[i], relation: m["relation"].Codes[i], student: m["student_stage"].Codes[i],
			imprisoned: yes(m["imprisoned"], i), missing: yes(m["missing"], i), independent: yes(m["independent"], i),
			livesTogether: yes(m["lives_together"], i), clergyYears: int32(m["clergy_away_years"].Ints[i]),
			wage: m["income_wage"].Ints[i], business: m["income_business"].Ints[i], property: m["income_property"].Ints[i],
			transfer: m["income_transfer"].Ints[i], other: m["income_other"].Ints[i],
			rigidSpending: m["rigid_spending"].Ints[i], employmentCost: m["employment_cost"].Ints[i],
		}
	}
	out := make([]loopHousehold, pop.Households())
	for i := range out {
		out[i] = loopHousehold{
			division: pop.Division[i], assets: h["financial_assets"].Ints[i], dwellings: int32(h["dwellings"].Ints[i]),
			vehicles: int32(h["vehicles"].Ints[i]), urban: yes(h["urban"], i), nonResidential: yes(h["non_residential"], i),
			registration: yes(h["business_registration"], i), exempt: yes(h["business_exempt"], i),
			members: members[pop.First[i]:pop.First[i+1]:pop.First[i+1]],
		}
	}
	return out
}
