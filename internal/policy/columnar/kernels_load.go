package columnar

import "zhongfu/internal/policy"

// kernels by operation. A step reads vectors and writes one; over rows of which all is known it computes plainly.
var kernels [numOps]func(m *machine, in *instr)

func init() {
	kernels = [numOps]func(m *machine, in *instr){
		oInts: kInts, oDays: kDays, oTexts: kTexts, oBools: kBools, oCodes: kCodes, oDayIn: kDayIn, oParam: kParam, oMissing: kMissing,
		oAdd: kArith, oSub: kArith, oMul: kArith, oDiv: kArith, oMod: kArith, oNeg: kNeg, oMin: kArith, oMax: kArith,
		oDivRound: kArith, oAge: kAge,
		oLT: kLess, oLE: kLess, oEQ: kEqual, oLTk: kLTk, oGTk: kGTk, oEQk: kEQk, oIn: kIn, oEqB: kEqB,
		oAnd: kJunction, oOr: kJunction, oNot: kNot, oIf: kIf, oIfB: kIfB,
		oLiftPlace: kLift, oLiftMember: kLift, oSum: kSum, oSumAll: kSum, oCount: kCount, oAny: kAny, oAnyFault: kAnyFault,
		oStatus: kStatus, oDefined: kDefined, oGuard: kGuard, oFaults: kFaults, oWith: kWith, oStrip: kStrip,
		oItem: kItem, oValue: kValue,
	}
}

// rowsOf returns the part of a column that the chunk covers.
func (m *machine) rowsOf(f *policy.Fact) (c *Column, from, end int) {
	if f.Of == policy.OfMember {
		return m.x.pop.Member[f.Key], m.m0, m.m1
	}
	return m.x.pop.Household[f.Key], m.h0, m.h1
}

// knownRows returns which rows are known; nil where all are. None is where nobody has answered.
func (m *machine) knownRows(c *Column, from, end int) (known []uint8, none bool) {
	if c == nil {
		m.unknown = true
		return nil, true
	}
	if c.Known == nil {
		return nil, false
	}
	known = c.Known[from:end]
	if allSet(known) {
		return nil, false
	}
	m.unknown = true
	return known, false
}

func kInts(m *machine, in *instr) {
	c, from, end := m.rowsOf(in.n.fact)
	v := &m.v[in.out]
	known, none := m.knownRows(c, from, end)
	if known == nil && !none {
		v.i, v.part, v.bad = c.Ints[from:end], false, false
		return
	}
	lo, hi := v.ranges(end - from)
	e := in.n.ends
	if none {
		fill(lo, e.lo)
		fill(hi, e.hi)
		return
	}
	ints := c.Ints[from:end]
	for i, k := range known[:len(lo)] {
		if k == 1 {
			lo[i], hi[i] = ints[i], ints[i]
		} else {
			lo[i], hi[i] = e.lo, e.hi
		}
	}
}

func kDays(m *machine, in *instr) {
	c, from, end := m.rowsOf(in.n.fact)
	v := &m.v[in.out]
	known, none := m.knownRows(c, from, end)
	if none {
		lo, hi := v.ranges(end - from)
		fill(lo, -edge)
		fill(hi, edge)
		return
	}
	lo := v.ints(end - from)
	for i, d := range c.Days[from:end] {
		lo[i] = int64(d)
	}
	m.hide(v, known)
}

func kTexts(m *machine, in *instr) {
	c, from, end := m.rowsOf(in.n.fact)
	v := &m.v[in.out]
	known, none := m.knownRows(c, from, end)
	if none {
		lo, hi := v.ranges(end - from)
		fill(lo, -edge)
		fill(hi, edge)
		return
	}
	lo := v.ints(end - from)
	for i, d := range c.Codes[from:end] {
		lo[i] = 0
		if int(d) < len(in.n.set) {
			lo[i] = in.n.set[d]
		}
	}
	m.hide(v, known)
}

// hide makes the rows that are not known open on both sides.
func (m *machine) hide(v *vec, known []uint8) {
	if known == nil {
		return
	}
	lo := v.i
	v.hi, v.part = fresh(&v.own.hi, len(lo)), true
	for i, k := range known[:len(lo)] {
		v.hi[i] = lo[i]
		if k != 1 {
			lo[i], v.hi[i] = -edge, edge
		}
	}
}

func kBools(m *machine, in *instr) {
	c, from, end := m.rowsOf(in.n.fact)
	v := &m.v[in.out]
	known, none := m.knownRows(c, from, end)
	if known == nil && !none {
		v.b, v.part, v.bad = c.Codes[from:end], false, false
		return
	}
	b := v.bools(end - from)
	if none {
		clear(b)
		fill(v.open(end-from), 1)
		return
	}
	copy(b, c.Codes[from:end])
	m.conceal(v, known)
}

// conceal opens the conditions that are not known.
func (m *machine) conceal(v *vec, known []uint8) {
	if known == nil {
		return
	}
	b := v.b
	u := v.open(len(b))
	for i, k := range known[:len(b)] {
		b[i] &= k
		u[i] = k ^ 1
	}
}

func kCodes(m *machine, in *instr) {
	c, from, end := m.rowsOf(in.n.fact)
	v := &m.v[in.out]
	known, none := m.knownRows(c, from, end)
	b := v.bools(end - from)
	if none {
		clear(b)
		fill(v.open(end-from), 1)
		return
	}
	t := in.n.table
	codes := c.Codes[from:end]
	codes = codes[:len(b)]
	for i, code := range codes {
		b[i] = t[code]
	}
	m.conceal(v, known)
}

func kDayIn(m *machine, in *instr) {
	c, from, end := m.rowsOf(in.n.fact)
	v := &m.v[in.out]
	known, none := m.knownRows(c, from, end)
	b := v.bools(end - from)
	if none {
		clear(b)
		fill(v.open(end-from), 1)
		return
	}
	lo, width := int32(in.n.k), uint32(in.n.k2-in.n.k)
	days := c.Days[from:end]
	days = days[:len(b)]
	switch {
	case in.n.k > in.n.k2:
		clear(b)
	case in.n.k == firstDay:
		hi := int32(in.n.k2)
		for i, d := range days {
			b[i] = set(d <= hi)
		}
	default:
		for i, d := range days {
			b[i] = set(uint32(d-lo) <= width)
		}
	}
	m.conceal(v, known)
}

func fill[T any](s []T, v T) {
	for i := range s {
		s[i] = v
	}
}

// set is 1 for true; the compiler makes it one instruction without a branch.
func set(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}
