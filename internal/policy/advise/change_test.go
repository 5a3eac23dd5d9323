package advise

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/policy"
)

// 广州 2025: the standard is 1,282 yuan a head. Two earners of 1,400 yuan are 236 yuan over twice the standard.
func TestThresholdOfIncomeIsExact(t *testing.T) {
	s := sit(t, guangdong(t), family(140_000, 140_000))
	d, err := Differ(s, "dibao", "")
	if err != nil {
		t.Fatal(err)
	}
	if d == nil || len(d.Rules) != 1 || d.Rules[0].Rule.ID != "income" {
		t.Fatalf("got %+v, want the income rule alone", d)
	}
	want := map[string]int64{"income_wage": 2*128_200 - 140_000 - 1, "rigid_spending": 280_000 - 2*128_200 + 1, "employment_cost": 280_000 - 2*128_200 + 1}
	seen := 0
	for _, c := range d.Alone {
		if c.To.Value != want[c.Fact.Key] {
			t.Errorf("%s of %s should become %d, got %v", c.Fact.Key, c.Name, want[c.Fact.Key], c.To.Value)
		}
		seen++
	}
	if seen != 6 || !d.Together {
		t.Errorf("got %d changes, want each of three facts of two people", seen)
	}
}

// A car and an income too high: neither change alone is enough, both together are.
func TestSeveralFailedRulesAreToldTogether(t *testing.T) {
	in := family(140_000, 140_000)
	in.Household["vehicles"] = int64(2)
	d, err := Differ(sit(t, guangdong(t), in), "dibao", "")
	if err != nil || len(d.Rules) != 2 {
		t.Fatalf("got %+v, %v; want two failed rules", d, err)
	}
	if len(d.Alone) != 0 || !d.Together {
		t.Errorf("alone %v, together %v: want none alone, both together", d.Alone, d.Together)
	}
	for _, r := range d.Rules {
		if r.Rule.ID == "vehicles" && (len(r.Options) != 1 || r.Options[0].To.Value != int64(0)) {
			t.Errorf("the car: got %+v, want none", r.Options)
		}
	}
}

func TestNobodyIsToldToGoToPrisonOrGrowOld(t *testing.T) {
	p := guangdong(t)
	for _, f := range p.Facts() {
		if f.Changeable() && (f.Type == policy.DateFact || strings.Contains("imprisoned missing birth sex relation disability_grade disability_type serious_illness", f.Key)) {
			t.Errorf("%s may be proposed", f.Key)
		}
	}
	in := family(140_000)
	in.Members[0].Facts["imprisoned"] = true // no member counts: income per head cannot be compared
	d, err := Differ(sit(t, p, in), "dibao", "")
	if err != nil || d == nil {
		t.Fatal(d, err)
	}
	for _, c := range d.Alone {
		t.Errorf("proposed %s of %s", c.Fact.Key, c.Name)
	}
}

// Every proposed change flips its rule, and a step less does not: on all items, on households of every kind.
func TestProposedChangesFlipAndOneLessDoesNot(t *testing.T) {
	p := guangdong(t)
	flips, numbers := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t, p)
		s, err := p.Sit(in)
		if err != nil {
			t.Fatal(err)
		}
		it := p.Items()[rapid.IntRange(0, len(p.Items())-1).Draw(t, "item")]
		person := ""
		if it.Unit == policy.UnitPerson {
			person = in.Members[0].ID
		}
		d, err := Differ(s, it.ID, person)
		if err != nil || d == nil {
			return // no standard there, or not refused
		}
		for _, r := range d.Rules {
			for _, c := range r.Options {
				flips++
				if !holds(t, s, c, c.To.Value, it.ID, person, r.Rule.ID) {
					t.Fatalf("%s: %s to %v does not make %s hold", it.ID, c.Fact.Key, c.To.Value, r.Rule.ID)
				}
				from, ok := c.From.Value.(int64)
				if !ok {
					continue
				}
				numbers++
				to := c.To.Value.(int64)
				toward := int64(1)
				if to > from {
					toward = -1
				}
				if holds(t, s, c, to+toward, it.ID, person, r.Rule.ID) {
					t.Fatalf("%s: %s to %d is more than needed for %s", it.ID, c.Fact.Key, to, r.Rule.ID)
				}
				for range 8 { // nothing nearer either: rules need not be monotone
					near := rapid.Int64Range(min(from, to+toward), max(from, to+toward)).Draw(t, "nearer")
					if holds(t, s, c, near, it.ID, person, r.Rule.ID) {
						t.Fatalf("%s: %s at %d is nearer than %d for %s", it.ID, c.Fact.Key, near, to, r.Rule.ID)
					}
				}
			}
		}
		for _, c := range d.Alone {
			after, err := apply(s, c)
			if err != nil {
				t.Fatal(err)
			}
			if r, err := after.Evaluate(it.ID, person); err != nil || r.Outcome != policy.Eligible {
				t.Fatalf("%s: %s to %v alone does not grant it: %v", it.ID, c.Fact.Key, c.To.Value, err)
			}
		}
	})
	if flips == 0 || numbers == 0 {
		t.Errorf("%d changes, %d of them amounts: the test shows nothing", flips, numbers)
	}
}

func holds(t *rapid.T, s *policy.Sitting, c Change, v any, item, person, rule string) bool {
	after, err := s.With(c.Member, c.Fact.Key, v)
	if err != nil {
		t.Fatal(err)
	}
	r, err := after.Evaluate(item, person)
	if err != nil {
		t.Fatal(err)
	}
	passed := r.Rule(rule).Passed
	return passed != nil && *passed
}

// 100 yuan more income is 100 yuan less help, until the amount would be nothing.
func TestAmountMovesWithIncome(t *testing.T) {
	s := sit(t, guangdong(t), family(100_000, 50_000))
	moves, err := Move(s, "dibao", "")
	if err != nil {
		t.Fatal(err)
	}
	amount := int64(2*128_200 - 150_000)
	found := false
	for _, m := range moves {
		for _, f := range m.Facts {
			if f.Key != "income_wage" {
				continue
			}
			found = true
			if m.Per100 != -10_000 || m.Room == nil || *m.Room != amount-1 || len(m.Members) != 2 {
				t.Errorf("got %+v (room %v), want −10000 for each 100 yuan, room %d, both members", m, *m.Room, amount-1)
			}
		}
	}
	if !found {
		t.Errorf("wages are not told of: %+v", moves)
	}
}
