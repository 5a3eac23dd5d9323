package columnar

import (
	"slices"

	"zhongfu/internal/calendar"
)

// below makes x < y.
func (g *graph) below(x, y *node) *node {
	if x.isConst() && y.isConst() {
		return g.bool(x.k < y.k)
	}
	if x.kind == isInt && !x.fault && !y.fault {
		yes, no := x.ends.lo < y.ends.hi, x.ends.hi >= y.ends.lo
		if yes != no {
			return g.bool(yes)
		}
	}
	if n := g.days(x, y); n != nil {
		return n
	}
	switch {
	case y.isConst() && abs(y.k) < edge-1:
		return g.on(&node{op: oLTk, kind: isBool, args: []*node{x}, k: y.k})
	case x.isConst() && abs(x.k) < edge-1:
		return g.on(&node{op: oGTk, kind: isBool, args: []*node{y}, k: x.k})
	}
	return g.on(&node{op: oLT, kind: isBool, args: []*node{x, y}})
}

const (
	firstDay = -1 << 31
	lastDay  = 1<<31 - 1
	maxAge   = 10_000
)

// days makes x < y a comparison of days, where one side is a column of days or an age on a known day.
func (g *graph) days(x, y *node) *node {
	within := func(col *node, lo, hi int64) *node {
		lo, hi = max(lo, firstDay), min(hi, lastDay)
		if lo > hi {
			lo, hi = 1, 0
		}
		return g.add(&node{op: oDayIn, kind: isBool, level: col.level, fact: col.fact, k: lo, k2: hi})
	}
	switch {
	case x.op == oDays && y.isConst():
		return within(x, firstDay, y.k-1)
	case y.op == oDays && x.isConst():
		return within(y, x.k+1, lastDay)
	case ageOf(x) && y.isConst() && abs(y.k) < maxAge: // age < k: born after the last day that makes k
		return within(x.args[0], int64(lastBirth(calendar.Date(x.args[1].k), int(y.k)))+1, lastDay)
	case ageOf(y) && x.isConst() && abs(x.k) < maxAge: // age > k
		return within(y.args[0], firstDay, int64(lastBirth(calendar.Date(y.args[1].k), int(x.k)+1)))
	}
	return nil
}

func ageOf(n *node) bool {
	return n.op == oAge && n.args[0].op == oDays && n.args[1].isConst()
}

// lastBirth is the last day of birth on which somebody is k years old on the day, or older: age ≥ k exactly for those born
// then or before. It asks calendar.Date.Age itself, so that 29 February counts as it does everywhere.
func lastBirth(on calendar.Date, k int) calendar.Date {
	y, m, d := on.Civil()
	b := calendar.NewDate(y-k, m, d)
	for b.Age(on) < k {
		b--
	}
	for (b + 1).Age(on) >= k {
		b++
	}
	return b
}

// equal makes x == y.
func (g *graph) equal(x, y *node) *node {
	if x.isConst() {
		x, y = y, x
	}
	if x.kind == isBool {
		switch {
		case y.isConst() && y.k == 1:
			return x
		case y.isConst():
			return g.not(x)
		}
		return g.on(&node{op: oEqB, kind: isBool, args: []*node{x, y}})
	}
	if x.isConst() && y.isConst() {
		return g.bool(x.k == y.k)
	}
	if x.kind == isInt && !x.fault && !y.fault && (x.ends.hi < y.ends.lo || y.ends.hi < x.ends.lo) {
		return g.bool(false)
	}
	switch {
	case y.isConst() && (x.op == oTexts || x.op == oDays || ageOf(x)):
		return g.in(x, []int64{y.k})
	case y.isConst():
		return g.on(&node{op: oEQk, kind: isBool, args: []*node{x}, k: y.k})
	}
	return g.on(&node{op: oEQ, kind: isBool, args: []*node{x, y}})
}

// in makes x ∈ set, which stays open where x is unknown, whatever its range. Texts are numbers here already.
func (g *graph) in(x *node, set []int64) *node {
	set = slices.Clone(set)
	slices.Sort(set)
	set = slices.Compact(set)
	if x.isConst() {
		return g.bool(slices.Contains(set, x.k))
	}
	if x.op == oTexts {
		var t [256]uint8
		for i := range x.fact.Options {
			t[i] = flag(slices.Contains(set, x.set[i]))
		}
		return g.add(&node{op: oCodes, kind: isBool, level: x.level, fact: x.fact, table: &t})
	}
	if len(set) == 1 && (x.op == oDays || ageOf(x) && abs(set[0]) < maxAge) {
		k := g.constant(set[0], x.kind)
		return g.and(g.not(g.below(x, k)), g.not(g.below(k, x)))
	}
	return g.on(&node{op: oIn, kind: isBool, args: []*node{x}, set: set})
}
