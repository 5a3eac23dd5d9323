package simulation

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// By hand: a line of 1000 yuan a head. One person at 500 (lacks a half), a couple at 750 each (a quarter), one at 1000 and one at
// 2000 lack nothing. Five people, three of them poor.
func TestPovertyByHand(t *testing.T) {
	var p poverty
	p.put(50_000, 1, 100_000)
	p.put(150_000, 2, 100_000)
	p.put(100_000, 1, 100_000)
	p.put(200_000, 1, 100_000)
	p.put(0, 3, 0) // a place without a line
	p0, p1, p2 := p.measures()
	for name, c := range map[string][2]float64{
		"P0": {p0, 3.0 / 5},
		"P1": {p1, (0.5 + 2*0.25) / 5},
		"P2": {p2, (0.25 + 2*0.0625) / 5},
	} {
		if math.Abs(c[0]-c[1]) > 1e-8 {
			t.Errorf("%s is %v, by hand %v", name, c[0], c[1])
		}
	}
	var debts poverty
	debts.put(-70_000, 2, 100_000)
	if p0, p1, p2 := debts.measures(); p0 != 1 || p1 != 1 || p2 != 1 {
		t.Errorf("a household in debt: %v %v %v", p0, p1, p2)
	}
	if p0, p1, p2 := new(poverty).measures(); p0 != 0 || p1 != 0 || p2 != 0 {
		t.Errorf("nobody: %v %v %v", p0, p1, p2)
	}
	d := newDistribution()
	d.put(50_000, 1, 100_000)
	d.put(100_000, 1, 100_000)
	if got := d.inequality(); got.P0 != 0.5 || got.P1 != 0.25 || got.P2 != 0.125 {
		t.Errorf("in the result: %+v", got)
	}
}

// Whatever the incomes: 1 ≥ P0 ≥ P1 ≥ P2 ≥ 0; money given to a poor household never raises P1 or P2, taking it never lowers them.
func TestPovertyProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(rt, "households")
		income, size, line := make([]int64, n), make([]int64, n), make([]int64, n)
		for i := range n {
			income[i] = rapid.Int64Range(-100_000, 1_000_000).Draw(rt, "income")
			size[i] = rapid.Int64Range(1, 9).Draw(rt, "size")
			line[i] = rapid.SampledFrom([]int64{0, 1, 60_000, 90_000, 128_200}).Draw(rt, "line")
		}
		measure := func() (float64, float64, float64) {
			var one, other, all poverty
			for i := range n { // two workers, added
				half := &one
				if i%2 == 1 {
					half = &other
				}
				half.put(income[i], size[i], line[i])
			}
			all.add(&other)
			all.add(&one)
			return all.measures()
		}
		p0, p1, p2 := measure()
		if p0 > 1 || p0 < p1 || p1 < p2 || p2 < 0 {
			rt.Fatalf("%v %v %v", p0, p1, p2)
		}
		at := rapid.IntRange(0, n-1).Draw(rt, "who")
		poor := line[at]*size[at] > income[at]
		by := rapid.Int64Range(1, 500_000).Draw(rt, "transfer")
		income[at] += by
		q0, q1, q2 := measure()
		if q0 > p0 || q1 > p1 || q2 > p2 {
			rt.Fatalf("a transfer of %d to household %d (poor: %v) raises %v %v %v to %v %v %v", by, at, poor, p0, p1, p2, q0, q1, q2)
		}
		income[at] -= by + by
		if r0, r1, r2 := measure(); r0 < p0 || r1 < p1 || r2 < p2 {
			rt.Fatalf("taking %d away lowers %v %v %v to %v %v %v", by, p0, p1, p2, r0, r1, r2)
		}
	})
}
