package bench

import (
	"context"
	"runtime"
	"testing"

	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
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
	res, err := prog.Run(context.Background(), pop, columnar.Options{})
	if err != nil {
		b.Fatal(err)
	}
	out := newDecisions(n)
	rule.run(structs, out, 2)
	it := res.Item("dibao")
	b.Log(it.Rules, res.Interpreted)
	bad := 0
	for i := range n {
		var failed uint64
		for k, id := range it.Rules {
			if it.Failed[i]>>k&1 == 1 {
				failed |= loopRules[id]
			}
		}
		if it.Outcome[i] != out.outcome[i] || it.Amount[i] != out.amount[i] || failed != out.failed[i] {
			bad++
		}
	}
	b.Log("different", bad)
}
