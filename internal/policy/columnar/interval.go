package columnar

import (
	"math"
	"math/bits"
)

// The arithmetic of ranges, as internal/policy/bounds.go does it for one case: ends saturate at ±edge, which stands for no
// bound. The property tests hold the two together.
const edge = math.MaxInt64

// span is a range, both ends included.
type span struct{ lo, hi int64 }

var anyInt = span{-edge, edge}

// finite tells that neither end is open, so that arithmetic which leads here cannot overflow.
func (a span) finite() bool { return a.lo > -edge && a.hi < edge }

func (a span) add(b span) span { return span{addSat(a.lo, b.lo), addSat(a.hi, b.hi)} }
func (a span) neg() span       { return span{negSat(a.hi), negSat(a.lo)} }
func (a span) sub(b span) span { return a.add(b.neg()) }
func (a span) min(b span) span { return span{min(a.lo, b.lo), min(a.hi, b.hi)} }
func (a span) max(b span) span { return span{max(a.lo, b.lo), max(a.hi, b.hi)} }

func (a span) join(b span) span { return span{min(a.lo, b.lo), max(a.hi, b.hi)} }

// meet is what both allow; where they contradict each other the row is never asked, and a stays.
func (a span) meet(b span) span {
	m := span{max(a.lo, b.lo), min(a.hi, b.hi)}
	if m.lo > m.hi {
		return a
	}
	return m
}

func (a span) mul(b span) span {
	p, q, r, s := mulSat(a.lo, b.lo), mulSat(a.lo, b.hi), mulSat(a.hi, b.lo), mulSat(a.hi, b.hi)
	return span{min(p, q, r, s), max(p, q, r, s)}
}

func (a span) divRound(b span) span {
	if b.lo <= 0 || a.lo < 0 || a.hi == edge || b.hi == edge {
		return span{0, edge}
	}
	return span{(a.lo + b.hi/2) / b.hi, addSat(a.hi, b.lo/2) / b.lo}
}

// quotient of truncated division where b cannot be 0; else no bound.
func (a span) quotient(b span) span {
	if b.lo <= 0 && b.hi >= 0 || !a.finite() || !b.finite() {
		return anyInt
	}
	p, q, r, s := a.lo/b.lo, a.lo/b.hi, a.hi/b.lo, a.hi/b.hi
	return span{min(p, q, r, s), max(p, q, r, s)}
}

// remainder of truncated division: smaller than the divisor, with the dividend's sign.
func (a span) remainder(b span) span {
	if b.lo <= 0 && b.hi >= 0 || !a.finite() || !b.finite() {
		return anyInt
	}
	most := max(b.hi, -b.lo) - 1
	out := span{-most, most}
	if a.lo >= 0 {
		out.lo = 0
	}
	if a.hi <= 0 {
		out.hi = 0
	}
	return out
}

// fifty times the range joined with 0: what a sum over members can come to.
func (a span) members(n int64) span { return a.join(span{}).mul(span{n, n}) }

// negSat is -a; the least figure of 64 bits has no counterpart, and its end is open.
func negSat(a int64) int64 {
	if a < -edge {
		return edge
	}
	return -a
}

func addSat(a, b int64) int64 {
	switch {
	case a == edge || b == edge:
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
