package simulation

import (
	"context"
	"testing"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/population"
)

// Household by household: the interpreter asks for evidence exactly where it is counted, and every fact that it misses is among the
// counted ones; each of these is unknown indeed.
func TestEvidenceHoldsWhatTheInterpreterMisses(t *testing.T) {
	base, pop := setUp(t, 440100000000, 30)
	changed := with(t, base, change("dibao_standard", "4401", "1700"))
	waited := 0
	for i := range 24 {
		one := &population.Population{Population: part(pop.Population, i, i+1), Held: map[string][]uint8{}}
		got, err := Run(context.Background(), one, base, changed, day, Options{Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		in := pop.Input(base, day, i)
		misses, open := map[[2]string]bool{}, false
		for _, it := range changed.Items() {
			if !it.Valid(day) {
				continue
			}
			people := []string{""}
			if it.Unit == policy.UnitPerson {
				people = people[:0]
				for _, m := range in.Members {
					people = append(people, m.ID)
				}
			}
			for _, who := range people {
				in.Person = who
				r, err := changed.Evaluate(it.ID, in)
				if err != nil || r.Outcome != policy.NeedsEvidence {
					continue
				}
				open = true
				for _, m := range r.Missing {
					of := policy.OfHousehold
					if m.Member != "" {
						of = policy.OfMember
					}
					if f := changed.Fact(of, m.Fact); f.OutcomeOf == "" || !changed.Item(f.OutcomeOf).Valid(day) {
						misses[[2]string{of, m.Fact}] = true
					}
				}
			}
		}
		if open != (got.Evidence.Households == 1) {
			t.Errorf("household %d: open for the interpreter %v, counted %d", i, open, got.Evidence.Households)
		}
		counted, classes := map[[2]string]bool{}, map[string]bool{}
		for _, c := range got.Evidence.Classes {
			classes[c.Class] = true
			if c.Households != 1 || *c.Alone != int64(flag(len(got.Evidence.Classes) == 1)) {
				t.Errorf("household %d: %+v", i, c)
			}
			for _, f := range c.Facts {
				counted[[2]string{f.Of, f.Fact}] = true
				if len(f.Items) == 0 || changed.Fact(f.Of, f.Fact).Section != c.Class {
					t.Errorf("household %d: %+v in %s", i, f, c.Class)
				}
				if allKnown(one, f.Of, f.Fact) {
					t.Errorf("household %d: %s is known and counted as missing", i, f.Label)
				}
			}
		}
		for key := range misses {
			if waited++; !counted[key] {
				t.Errorf("household %d: the interpreter misses %v", i, key)
			}
		}
	}
	if waited == 0 {
		t.Error("nobody waits for anything: the test sees nothing")
	}
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// allKnown tells whether the fact is known for the household, or for all its members.
func allKnown(pop *population.Population, of, key string) bool {
	c := pop.Household[key]
	if of == policy.OfMember {
		c = pop.Member[key]
	}
	if c == nil {
		return false
	}
	for _, k := range c.Known {
		if k == 0 {
			return false
		}
	}
	return true
}

// Sums over households: a class is lacking where one of its facts is, and what is said to be alone is alone.
func TestEvidenceSums(t *testing.T) {
	c := &catalogue{facts: make([]policy.Fact, 3), sections: []string{"收入", "财产"}, of: []factSet{{0b011}, {0b100}}}
	e := newEvidence(1, 3, 2)
	for _, s := range []factSet{{0b001}, {0b011}, {0b110}, {0b100}, {}} {
		e.put(&s, c)
	}
	if e.open != 5 || e.facts[0] != 2 || e.facts[1] != 2 || e.facts[2] != 2 || e.alone[0] != 1 || e.alone[1] != 0 || e.alone[2] != 1 {
		t.Errorf("%+v", e)
	}
	if e.classes[0] != 3 || e.classes[1] != 2 || e.classAlone[0] != 2 || e.classAlone[1] != 1 {
		t.Errorf("%+v", e)
	}
}

// Rows that are decided anew take what they wait for with them.
func TestWaitingOver(t *testing.T) {
	a := &waiting{of: []uint16{1, 0, 1, 0}, masks: []need{{all: factSet{1}}}}
	b := waitingOf(&columnar.ItemResult{Outcome: []columnar.Outcome{columnar.Eligible, columnar.NeedsEvidence}, Open: []uint64{0, 1}}, &needs{rules: []need{{all: factSet{2}}}})
	got := a.over(4, []int32{2, 3}, b)
	ones := factSet{3}
	for row, want := range []uint64{1, 0, 0, 2} {
		missing, open := got.lacks(row, &ones, nil)
		if missing[0] != want || open != (want != 0) {
			t.Errorf("row %d lacks %b, want %b", row, missing[0], want)
		}
	}
	if again := (*waiting)(nil).over(2, nil, nil); again != nil {
		t.Errorf("%+v", again)
	}
}
