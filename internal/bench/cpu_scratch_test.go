package bench

import (
	"context"
	"syscall"
	"testing"

	"zhongfu/internal/policy/columnar"
)

func cpuNow() int64 {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return u.Utime.Nano() + u.Stime.Nano()
}

func TestScratchCPU(t *testing.T) {
	const n = 300_000
	prog, pop, rule, structs := arms(t, n)
	out := newDecisions(n)
	res := &columnar.Results{}
	for round := range 4 {
		a := cpuNow()
		rule.run(structs, out, 1)
		b := cpuNow()
		for range 20 {
			res, _ = prog.Run(context.Background(), pop, columnar.Options{Workers: 1, Into: res})
		}
		c := cpuNow()
		t.Logf("%d: loop %.1f columnar %.1f ns/household", round, float64(b-a)/n, float64(c-b)/n/20)
	}
	it := res.Item("dibao")
	bad := 0
	var outcomes [4]int
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
		outcomes[it.Outcome[i]]++
	}
	t.Log("different", bad, outcomes, it.Rules)
}
