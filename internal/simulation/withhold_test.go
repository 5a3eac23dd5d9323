package simulation

import (
	"context"
	"testing"

	"pgregory.net/rapid"
)

func groupOf(key string, covered, gains int64) SimulationGroup {
	return SimulationGroup{Key: key, Households: covered, CoveredBefore: covered, CoveredAfter: covered, Gains: gains, Same: covered - gains}
}

// A single row of few is never the only one withheld: it could be worked out from the total.
func TestWithhold(t *testing.T) {
	groups := []SimulationGroup{groupOf("a", 90, 40), groupOf("b", 9, 2), groupOf("c", 20, 8)}
	withhold(groups, 3)
	if groups[0].Withheld || !groups[1].Withheld || !groups[2].Withheld || groups[1].Gains != 0 || groups[2].CoveredAfter != 0 {
		t.Errorf("%+v", groups)
	}
	fine := []SimulationGroup{groupOf("a", 6, 3), {Key: "b"}}
	if withhold(fine, 3); fine[0].Withheld || fine[1].Withheld {
		t.Errorf("%+v", fine)
	}
	// Two withheld rows with one household each: together they are two, which the total minus the shown rows would tell.
	two := []SimulationGroup{groupOf("a", 50, 1), groupOf("b", 40, 1), groupOf("c", 60, 0), groupOf("d", 90, 20)}
	if withhold(two, 3); !two[3].Withheld || two[2].Withheld {
		t.Errorf("%+v", two)
	}
}

// Whatever the counts: what an attacker gets by taking the shown rows from the total is nothing, or at least three of each count,
// and never a single row.
func TestNoDifferenceGivesAFewAway(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(rt, "rows")
		width := rapid.IntRange(1, 4).Draw(rt, "counts")
		cells := make([]cell, n)
		for i := range cells {
			for range width {
				v := rapid.SampledFrom([]int64{0, 0, 1, 2, 3, 4, 7, 90}).Draw(rt, "count")
				cells[i].counts = append(cells[i].counts, v)
				cells[i].size += v
			}
		}
		total := make([]int64, width)
		for i := range cells {
			sum(total, cells[i].counts)
		}
		protect(cells, 3)
		rest, hidden := append([]int64{}, total...), 0
		for i := range cells {
			if cells[i].hidden {
				if !cells[i].nobody() {
					hidden++
				}
				continue
			}
			if anyFew(3, cells[i].counts...) {
				rt.Fatalf("a row of few is shown: %+v", cells)
			}
			for j, v := range cells[i].counts {
				rest[j] -= v
			}
		}
		for j, n := range total { // a few in all are left out of the total
			if few(rest[j], 3) && !few(n, 3) {
				rt.Fatalf("the shown rows give %v away (%d hidden): %+v", rest, hidden, cells)
			}
		}
		others := 0
		for i := range cells {
			others += flag(!cells[i].hidden && !cells[i].nobody())
		}
		if hidden == 1 && others > 0 {
			rt.Fatalf("the shown rows give %v away (%d hidden): %+v", rest, hidden, cells)
		}
	})
}

// In a whole result no table gives a few away: totals, counties under their city, items by rhythm, the register.
func TestResultWithholds(t *testing.T) {
	base, pop := setUp(t, 440000000000, 900)
	pop.Held = map[string][]uint8{}
	pop.Held["dibao"] = make([]uint8, pop.First[pop.Households()])
	pop.Held["dibao"][0], pop.Held["dibao"][1] = 1, 1
	for _, c := range []struct{ place, value string }{{"440104", "1500"}, {"4401", "1300"}, {"44", "1600"}} {
		changed := with(t, base, change("dibao_standard", c.place, c.value))
		open, err := Run(context.Background(), pop, base, changed, day, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := Run(context.Background(), pop, base, changed, day, Options{Threshold: K})
		if err != nil {
			t.Fatal(err)
		}
		a, b := open.Total, got.Total
		if want := anyFew(K, a.Enters+a.Leaves+a.Gains+a.Loses); want != b.Withheld {
			t.Errorf("%v: total %+v is withheld: %v", c, a, b.Withheld)
		}
		if !b.Withheld {
			for _, x := range []struct {
				kind   string
				counts []int64
				shown  int64
			}{{"moves", []int64{a.Enters, a.Leaves, a.Same}, b.Enters + b.Leaves}, {"changes", []int64{a.Gains, a.Loses, a.Same}, b.Gains + b.Loses}, {"once", []int64{a.onceMoved}, b.OnceAfter}} {
				if anyFew(K, x.counts...) != b.Hides(x.kind) || b.Hides(x.kind) && x.shown != 0 {
					t.Errorf("%v: %s %v, the total shows %d", c, x.kind, x.counts, x.shown)
				}
			}
		}
		if got.Total.Withheld && (got.Total.YearAfter != 0 || got.After != Inequality{Withheld: true}) {
			t.Errorf("%v: a withheld total says %+v %+v", c, got.Total, got.After)
		}
		holds := func(name string, all, shown []SimulationGroup, total SimulationGroup) {
			rest, hidden := total.cell().counts, 0
			for i := range shown {
				if shown[i].Withheld {
					hidden++
					continue
				}
				for j, v := range all[i].cell().counts {
					rest[j] -= v
				}
			}
			for j, n := range total.cell().counts {
				if few(rest[j], K) && !few(n, K) {
					t.Errorf("%v: %s give %v away with %d hidden", c, name, rest, hidden)
				}
			}
			if hidden == 1 && len(shown) > 1 {
				t.Errorf("%v: one row alone of %s is hidden", c, name)
			}
		}
		holds("cities", open.Cities, got.Cities, open.Total)
		holds("areas", open.Areas, got.Areas, open.Total)
		holds("sizes", open.Types[:typeMore+1], got.Types[:typeMore+1], open.Total)
		for i, city := range open.Cities {
			var all, shown []SimulationGroup
			for j := range open.Counties {
				if open.Counties[j].Key[:4] == city.Key {
					all, shown = append(all, open.Counties[j]), append(shown, got.Counties[j])
				}
			}
			if got.Cities[i].Withheld {
				for _, g := range shown {
					if !g.Withheld {
						t.Errorf("%v: %s is shown though its city is not", c, g.Key)
					}
				}
				continue
			}
			holds(city.Name, all, shown, city)
		}
		for i, l := range got.Items {
			if few(open.Items[i].Before, K) && (!l.Withheld || l.FenBefore != 0) {
				t.Errorf("%v: %s: %+v", c, l.Item, l)
			}
			if l.Item == "dibao" && (l.Held != nil || !l.RegisterWithheld) {
				t.Errorf("two holders of dibao show: %+v", l)
			}
		}
		for _, o := range got.Overlaps {
			if anyFew(K, o.Before, o.After) {
				t.Errorf("%+v", o)
			}
		}
		for _, class := range got.Evidence.Classes {
			for _, f := range class.Facts {
				if few(f.Households, K) || f.Alone != nil && few(*f.Alone, K) {
					t.Errorf("%+v", f)
				}
			}
		}
	}
}

// What a total leaves out cannot be worked out from what it shows.
func TestTotalWithholds(t *testing.T) {
	g := SimulationGroup{Households: 900, CoveredBefore: 500, CoveredAfter: 504, Enters: 5, Leaves: 1, Gains: 90, Loses: 0, Same: 409, YearBefore: 5, YearAfter: 9, OnceAfter: 7}
	g.withholdTotal(3)
	if g.Enters != 0 || g.Leaves != 0 || g.Same != 0 || g.Gains != 90 || g.YearAfter != 9 || g.OnceAfter != 7 || !g.Hides("moves") || g.Hides("changes") || g.Withheld {
		t.Errorf("%+v", g)
	}
	g = SimulationGroup{Households: 900, CoveredBefore: 500, CoveredAfter: 500, Gains: 90, Loses: 2, Same: 408, YearAfter: 9, OnceAfter: 7, onceMoved: 1}
	g.withholdTotal(3)
	if g.Gains != 0 || g.Loses != 0 || g.Same != 0 || g.YearAfter != 9 || g.OnceAfter != 0 || !g.Hides("once") {
		t.Errorf("%+v", g)
	}
	g = SimulationGroup{Households: 900, CoveredBefore: 500, CoveredAfter: 500, Loses: 2, Same: 498, YearAfter: 9}
	g.withholdTotal(3)
	if g.Households != 900 || g.YearAfter != 0 || g.CoveredBefore != 0 || !g.Withheld {
		t.Errorf("%+v", g)
	}
}
