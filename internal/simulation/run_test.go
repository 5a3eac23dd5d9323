package simulation

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/population"
	"zhongfu/internal/synth"
	"zhongfu/policies"
)

var day = calendar.NewDate(2026, 3, 1)

var guangdong = sync.OnceValues(func() (*policy.Pack, error) { return policy.Load(policies.FS, "guangdong") })

func setUp(t testing.TB, place int64, n int) (*policy.Pack, *population.Population) {
	t.Helper()
	pack, err := guangdong()
	if err != nil {
		t.Fatal(err)
	}
	g, err := synth.New(5, division.Default(), synth.Options{Scope: place, AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	pop, err := population.Synthetic(context.Background(), pack, g, n, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pack, pop
}

func change(parameter, place, value string) policy.ParameterChange {
	return policy.ParameterChange{Parameter: parameter, Divisions: []string{place}, From: day, Value: value, Status: policy.Sample}
}

func with(t testing.TB, p *policy.Pack, c ...policy.ParameterChange) *policy.Pack {
	t.Helper()
	out, err := p.WithParameters(c)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Every sum is what comes out when the interpreter is asked about each household under both policies.
func TestRunAgreesWithTheInterpreter(t *testing.T) {
	const n = 40
	base, pop := setUp(t, 440100000000, n)
	changed := with(t, base, change("dibao_standard", "4401", "1700"))
	got, err := Run(context.Background(), pop, base, changed, day, Options{})
	if err != nil {
		t.Fatal(err)
	}
	type line struct{ before, after, enters, leaves, gains, loses, fenBefore, fenAfter int64 }
	want, total := map[string]*line{}, line{}
	ask := func(p *policy.Pack, item string, in policy.Input) (bool, int64) {
		r, err := p.Evaluate(item, in)
		if err != nil {
			return false, 0
		}
		if r.Outcome != policy.Eligible || r.AmountFen == nil {
			return r.Outcome == policy.Eligible, 0
		}
		return true, *r.AmountFen
	}
	for i := range n {
		in := pop.Input(base, day, i)
		year, covered := [2]int64{}, [2]bool{}
		for _, it := range base.Items() {
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
			l := want[it.ID]
			if l == nil {
				l = &line{}
				want[it.ID] = l
			}
			for _, who := range people {
				in.Person = who
				a, fenA := ask(base, it.ID, in)
				b, fenB := ask(changed, it.ID, in)
				add(&l.before, a)
				add(&l.after, b)
				add(&l.enters, b && !a)
				add(&l.leaves, a && !b)
				add(&l.gains, a && b && fenB > fenA)
				add(&l.loses, a && b && fenB < fenA)
				covered[0], covered[1] = covered[0] || a, covered[1] || b
				if it.Amount != nil && rhythm[it.Amount.Unit] != paysNothing {
					l.fenBefore, l.fenAfter = l.fenBefore+fenA, l.fenAfter+fenB
					times := map[pays]int64{paysMonthly: 12, paysYearly: 1}[rhythm[it.Amount.Unit]]
					year[0], year[1] = year[0]+times*fenA, year[1]+times*fenB
				}
			}
		}
		add(&total.before, covered[0])
		add(&total.after, covered[1])
		add(&total.enters, covered[1] && !covered[0])
		add(&total.leaves, covered[0] && !covered[1])
		add(&total.gains, covered[0] && covered[1] && year[1] > year[0])
		add(&total.loses, covered[0] && covered[1] && year[1] < year[0])
		total.fenBefore, total.fenAfter = total.fenBefore+year[0], total.fenAfter+year[1]
	}
	for _, l := range got.Items {
		if have := (line{l.Before, l.After, l.Enters, l.Leaves, l.Gains, l.Loses, l.FenBefore, l.FenAfter}); *want[l.Item] != have {
			t.Errorf("%s: %+v, the interpreter says %+v", l.Item, have, *want[l.Item])
		}
	}
	g := got.Total
	if have := (line{g.CoveredBefore, g.CoveredAfter, g.Enters, g.Leaves, g.Gains, g.Loses, g.YearBefore, g.YearAfter}); have != total {
		t.Errorf("in total %+v, the interpreter says %+v", have, total)
	}
	if total.gains == 0 || want["dibao"].enters == 0 {
		t.Errorf("the change moves nobody: %+v", total)
	}
}

func add(n *int64, when bool) {
	if when {
		*n++
	}
}

// Deciding only what a change can touch gives what deciding everything gives; so does another number of workers.
func TestReachIsSound(t *testing.T) {
	base, pop := setUp(t, 440000000000, 3000)
	warm := &Baseline{}
	text := func(r *SimulationResult, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		r.Alarms = nil // raised for what was decided
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	for _, c := range []policy.ParameterChange{
		change("dibao_standard", "4401", "1400"), change("dibao_floor", "44", "900"), change("marginal_ratio", "4408", "2"),
		change("minimum_wage", "all", "1200"), change("dibao_standard", "440106", "300"),
	} {
		changed := with(t, base, c)
		all := text(Run(context.Background(), pop, base, changed, day, Options{Workers: 3}))
		some := text(Run(context.Background(), pop, base, changed, day, Options{Workers: 1, Changes: []policy.ParameterChange{c}, Baseline: warm}))
		if all != some {
			t.Errorf("%s at %v:\n%.600s\n%.600s", c.Parameter, c.Divisions, all, some)
		}
	}
}

// Cities, counties and areas each add up to the total, whatever the change.
func TestGroupsAddUp(t *testing.T) {
	base, pop := setUp(t, 440000000000, 800)
	rapid.Check(t, func(rt *rapid.T) {
		value := rapid.SampledFrom([]string{"0", "500", "1200", "5000"}).Draw(rt, "standard")
		place := rapid.SampledFrom([]string{"all", "44", "4401", "440104"}).Draw(rt, "place")
		changed := with(t, base, change("dibao_standard", place, value))
		r, err := Run(context.Background(), pop, base, changed, day, Options{Workers: 1})
		if err != nil {
			rt.Fatal(err)
		}
		for _, list := range [][]SimulationGroup{r.Cities, r.Counties, r.Areas} {
			var sum SimulationGroup
			for _, g := range list {
				sum.Households += g.Households
				sum.Enters += g.Enters
				sum.Leaves += g.Leaves
				sum.Gains += g.Gains
				sum.Loses += g.Loses
				sum.YearAfter += g.YearAfter
			}
			w := r.Total
			if sum.Households != w.Households || sum.Enters != w.Enters || sum.Leaves != w.Leaves || sum.Gains != w.Gains || sum.Loses != w.Loses || sum.YearAfter != w.YearAfter {
				rt.Fatalf("%+v, in total %+v", sum, w)
			}
		}
		if w := r.Total; w.CoveredAfter-w.CoveredBefore != w.Enters-w.Leaves {
			rt.Fatalf("%+v", w)
		}
	})
}

// The same policy on both sides changes nothing.
func TestNoChange(t *testing.T) {
	base, pop := setUp(t, 440100000000, 500)
	r, err := Run(context.Background(), pop, base, base, day, Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := r.Total
	if g.Enters+g.Leaves+g.Gains+g.Loses != 0 || g.Same == 0 || g.YearBefore != g.YearAfter || r.Before != r.After {
		t.Errorf("%+v %+v %+v", g, r.Before, r.After)
	}
}

// BenchmarkWarm is a raised standard of one city, the baseline known. HOUSEHOLDS sets the size.
func BenchmarkWarm(b *testing.B) {
	n, _ := strconv.Atoi(os.Getenv("HOUSEHOLDS"))
	base, pop := setUp(b, 440000000000, max(n, 20_000))
	warm := &Baseline{}
	for name, place := range map[string]string{"city": "4401", "province": "44"} {
		c := change("dibao_standard", place, "1400")
		o := Options{Changes: []policy.ParameterChange{c}, Baseline: warm}
		changed := with(b, base, c)
		if _, err := Run(context.Background(), pop, base, changed, day, o); err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Run(context.Background(), pop, base, changed, day, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestRunStops(t *testing.T) {
	base, pop := setUp(t, 440000000000, 150_000)
	ctx, cancel := context.WithCancel(context.Background())
	var stopped time.Time
	var once sync.Once
	_, err := Run(ctx, pop, base, base, day, Options{Progress: func(int) {
		once.Do(func() { stopped = time.Now(); cancel() })
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("a stopped run answers %v", err)
	}
	if took := time.Since(stopped); took > 5*time.Second { // a second on a machine that does nothing else
		t.Errorf("stopped after %s", took)
	}
}

// The figures against sums by hand: three people with 100, 200 and 300 yuan have a Gini of 2/9.
func TestInequality(t *testing.T) {
	d := newDistribution()
	d.put(10000, 1, 15000)
	d.put(20000, 1, 15000)
	d.put(30000, 1, 0)
	got := d.inequality()
	if got.Households != 3 || got.Poor != 1 || got.GapFen != 5000 || math.Abs(got.Gini-2.0/9) > 1e-9 {
		t.Errorf("%+v", got)
	}
	even := newDistribution()
	even.put(60000, 3, 0)
	even.put(20000, 1, 0)
	if g := even.inequality(); math.Abs(g.Gini) > 1e-9 {
		t.Errorf("all alike: %+v", g)
	}
	if g := newDistribution().inequality(); g != (Inequality{}) {
		t.Errorf("nobody: %+v", g)
	}
}

func TestSpanOf(t *testing.T) {
	for prefix, want := range map[string]span{"all": {0, 999999999999}, "44": {440000000000, 449999999999}, "440104003": {440104003000, 440104003999}} {
		if got := spanOf(prefix); got != want {
			t.Errorf("%s is %v, want %v", prefix, got, want)
		}
	}
}
