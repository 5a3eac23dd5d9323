package policy

import "math"

// interval is the range that an unknown integer lies in, both ends included.
type interval struct{ lo, hi int64 }

// The ends of an interval saturate here, far outside anything MaxFen and MaxMembers allow.
const edge = math.MaxInt64

func span(lo, hi int64) interval { return interval{lo, hi} }

func (f *Fact) interval() interval {
	switch f.Type {
	case Money, MoneyMonthly, Int:
		lo, hi := f.limits()
		return span(lo, hi)
	}
	return span(-edge, edge)
}

func (a interval) join(b interval) interval { return span(min(a.lo, b.lo), max(a.hi, b.hi)) }

func (a interval) add(b interval) interval { return span(addSat(a.lo, b.lo), addSat(a.hi, b.hi)) }

func addSat(a, b int64) int64 {
	switch {
	case b > 0 && a > edge-b:
		return edge
	case b < 0 && a < -edge-b:
		return -edge
	}
	return a + b
}

func (s *scope) bound(x *expr) interval { return span(-edge, edge) }

func (s *scope) decide(x *expr) (value, decided bool) { return false, false }
