package policy

import (
	"math"
	"math/bits"
)

// interval is the range that an integer lies in, both ends included. Its ends saturate at ±edge, which stands for
// "no bound"; MaxFen and MaxMembers keep every real figure far inside.
type interval struct{ lo, hi int64 }

const edge = math.MaxInt64

func span(lo, hi int64) interval { return interval{lo, hi} }

var anyInt = span(-edge, edge)

// interval of an unknown fact: its catalogue limits for a number, no bound for anything else.
func (f *Fact) interval() interval {
	switch f.Type {
	case Money, MoneyMonthly, Int:
		lo, hi := f.limits()
		return span(lo, hi)
	}
	return anyInt
}

func (a interval) join(b interval) interval { return span(min(a.lo, b.lo), max(a.hi, b.hi)) }
func (a interval) add(b interval) interval  { return span(addSat(a.lo, b.lo), addSat(a.hi, b.hi)) }
func (a interval) neg() interval            { return span(negSat(a.hi), negSat(a.lo)) }
func (a interval) min(b interval) interval  { return span(min(a.lo, b.lo), min(a.hi, b.hi)) }
func (a interval) max(b interval) interval  { return span(max(a.lo, b.lo), max(a.hi, b.hi)) }

func (a interval) mul(b interval) interval {
	p, q, r, s := mulSat(a.lo, b.lo), mulSat(a.lo, b.hi), mulSat(a.hi, b.lo), mulSat(a.hi, b.hi)
	return span(min(p, q, r, s), max(p, q, r, s))
}

// divRound bounds div_round, which is defined for n ≥ 0 and d > 0 and grows with n and shrinks with d.
func (a interval) divRound(b interval) interval {
	if b.lo <= 0 || a.lo < 0 || a.hi == edge || b.hi == edge {
		return span(0, edge)
	}
	return span((a.lo+b.hi/2)/b.hi, addSat(a.hi, b.lo/2)/b.lo)
}

// negSat is -a; the least figure of 64 bits has no counterpart, and its end is open.
func negSat(a int64) int64 {
	if a < -edge {
		return edge
	}
	return -a
}

func addSat(a, b int64) int64 {
	switch {
	case a == edge || b == edge: // an open end stays open; both kinds of open end do not meet in one bound
		return edge
	case a <= -edge || b <= -edge:
		return -edge
	case b > 0 && a > edge-b:
		return edge
	case b < 0 && a < -edge-b:
		return -edge
	}
	return a + b
}

func mulSat(a, b int64) int64 {
	if a == 0 || b == 0 {
		return 0
	}
	neg := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(uint64(abs(a)), uint64(abs(b)))
	switch {
	case hi != 0 || lo >= edge:
		if neg {
			return -edge
		}
		return edge
	case neg:
		return -int64(lo)
	}
	return int64(lo)
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// truth is what a condition can still come out as.
type truth struct{ yes, no bool }

var open = truth{true, true}

func certain(b bool) truth { return truth{b, !b} }

func (t truth) not() truth        { return truth{t.no, t.yes} }
func (t truth) and(u truth) truth { return truth{t.yes && u.yes, t.no || u.no} }
func (t truth) or(u truth) truth  { return truth{t.yes || u.yes, t.no && u.no} }

// less compares ranges: a < b.
func less(a, b interval) truth { return truth{a.lo < b.hi, a.hi >= b.lo} }

// same compares ranges: a == b.
func same(a, b interval) truth {
	return truth{a.lo <= b.hi && b.lo <= a.hi, !(a.lo == a.hi && b.lo == b.hi && a.lo == b.lo)}
}
