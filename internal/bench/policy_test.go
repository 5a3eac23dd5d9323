package bench

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/synth"
	"zhongfu/policies"
)

func arms(b testing.TB, n int) (*columnar.Program, *columnar.Population, *loopRule, []loopHousehold) {
	b.Helper()
	p, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		b.Fatal(err)
	}
	g, err := synth.New(2026, division.Default(), synth.Options{})
	if err != nil {
		b.Fatal(err)
	}
	pop, err := policyPeople(context.Background(), p, g, n)
	if err != nil {
		b.Fatal(err)
	}
	prog, err := columnar.Compile(p, policyDay, "dibao")
	if err != nil {
		b.Fatal(err)
	}
	rule, err := newLoopRule(p, policyDay)
	if err != nil {
		b.Fatal(err)
	}
	return prog, pop, rule, loopHouseholds(pop)
}

func BenchmarkDibao(b *testing.B) {
	const n = 200_000
	prog, pop, rule, structs := arms(b, n)
	for _, workers := range []int{1, runtime.GOMAXPROCS(0)} {
		b.Run("loop", func(b *testing.B) {
			out := newDecisions(n)
			for b.Loop() {
				rule.run(structs, out, workers)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/household")
		})
		b.Run("columnar", func(b *testing.B) {
			b.ReportAllocs()
			res := &columnar.Results{}
			for b.Loop() {
				var err error
				if res, err = prog.Run(context.Background(), pop, columnar.Options{Workers: workers, Into: res}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/household")
		})
	}
}

// The policy section on a village's scale: its arms agree on every household, or it would not come to its end.
func TestPolicySection(t *testing.T) {
	_, owner := testdb.NewWithOwner(t)
	o := Options{Server: Server{URL: owner, Prefix: "bench_" + uuid.NewString()[:8] + "_"}, Seed: 3, Households: 2000, Turns: 2, Only: "policy", Command: "test", Version: "test"}
	rep, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	p := rep.Policy
	if p.Households != 2000 || p.Members < 3000 || p.Granted == 0 || p.Granted == 2000 || len(p.Arms) != 6 || len(p.Growth) != 4 {
		t.Errorf("%+v", p)
	}
	if p.Whole.Items < 3 || p.Whole.Rules <= 0 || p.Whole.Standard <= 0 || p.Sheets.Households != 2000 || p.Sheets.Load.Median <= 0 || p.Sheets.All.Median <= 0 {
		t.Errorf("%+v %+v", p.Whole, p.Sheets)
	}
	text := rep.Markdown()
	for _, part := range []string{"## Policy over a population", "hand-written Go loop", "hand-written SQL", "CEL interpreter", "How it grows", "A changed standard", "household sheets", "all facts, for the whole pack"} {
		if !strings.Contains(text, part) {
			t.Errorf("the report says nothing of %q", part)
		}
	}
	if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
		t.Error("a figure is no number")
	}
}

func TestPolicyAims(t *testing.T) {
	good := PolicyBench{Arms: []PolicyArm{{Name: "columnar engine"}, {Name: "hand-written Go loop over structs", Times: Spread{Median: .6}}, {Name: "CEL interpreter", Times: Spread{Median: 300}}},
		Whole: PolicyWhole{Standard: 1}, Sheets: PolicySheets{Households: 1_000_000, Load: Spread{Median: 1}}}
	if list := good.missed(); len(list) != 0 {
		t.Errorf("told as missed: %v", list)
	}
	bad := PolicyBench{Arms: []PolicyArm{{Name: "columnar engine"}, {Name: "hand-written Go loop over structs", Times: Spread{Median: .4}}, {Name: "CEL interpreter", Times: Spread{Median: 20}}},
		Whole: PolicyWhole{Standard: 4}, Sheets: PolicySheets{Households: 1_000_000, Load: Spread{Median: 3}}}
	if list := bad.missed(); len(list) != 4 {
		t.Errorf("told as missed: %v", list)
	}
}
