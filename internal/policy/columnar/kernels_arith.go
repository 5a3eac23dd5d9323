package columnar

import (
	"math"
	"math/bits"

	"zhongfu/internal/calendar"
)

// mark is the fault mark of an operation whose arguments look known: where the chunk holds unknown facts, they may only
// look so because a range has one figure, and then CEL would have said unknown.
func (m *machine) mark() uint8 {
	if m.unknown {
		return suspected
	}
	return certain
}

func kArith(m *machine, in *instr) {
	x, y, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.out]
	n := m.rows[in.level]
	if len(in.a) > 2 {
		m.addAll(v, in.a, n)
		return
	}
	if x.part || y.part {
		m.rangeArith(in, x, y, v, n)
		m.carry(in, suspected)
		return
	}
	if in.n.plain {
		plain(in.n.op, v.ints(n), x.i[:n], y.i[:n])
	} else {
		m.checked(in.n.op, v, x.i[:n], y.i[:n])
	}
	m.carry(in, 0)
}

// plain computes where no figure can leave 64 bits, and what comes of rows that nobody asks does not matter.
func plain(what op, out, a, b []int64) {
	a, b = a[:len(out)], b[:len(out)]
	switch what {
	case oAdd:
		for i := range out {
			out[i] = a[i] + b[i]
		}
	case oSub:
		for i := range out {
			out[i] = a[i] - b[i]
		}
	case oMul:
		for i := range out {
			out[i] = a[i] * b[i]
		}
	case oMin:
		for i := range out {
			out[i] = min(a[i], b[i])
		}
	case oMax:
		for i := range out {
			out[i] = max(a[i], b[i])
		}
	case oDivRound:
		for i := range out {
			out[i] = 0
			if d := b[i]; d > 0 {
				out[i] = (a[i] + d/2) / d
			}
		}
	case oDiv:
		for i := range out {
			out[i] = 0
			if d := b[i]; d != 0 {
				out[i] = a[i] / d
			}
		}
	case oMod:
		for i := range out {
			out[i] = 0
			if d := b[i]; d != 0 {
				out[i] = a[i] % d
			}
		}
	}
}

// checked marks the rows on which the interpreter answers an error.
func (m *machine) checked(what op, v *vec, a, b []int64) {
	n := len(a)
	out := v.ints(n)
	b = b[:n]
	mark := m.mark()
	begin := func(i int) {
		if !v.bad {
			v.marks(n)
			v.bad = true
		}
		v.f[i] = mark
	}
	switch what {
	case oAdd:
		for i := range out {
			s := a[i] + b[i]
			if (a[i]^s)&(b[i]^s) < 0 {
				begin(i)
			}
			out[i] = s
		}
	case oSub:
		for i := range out {
			s := a[i] - b[i]
			if (a[i]^b[i])&(a[i]^s) < 0 {
				begin(i)
			}
			out[i] = s
		}
	case oMul:
		for i := range out {
			hi, lo := bits.Mul64(uint64(a[i]), uint64(b[i]))
			h := int64(hi) - a[i]>>63&b[i] - b[i]>>63&a[i]
			if h != int64(lo)>>63 {
				begin(i)
			}
			out[i] = int64(lo)
		}
	default:
		for i := range out {
			r, ok := compute(what, a[i], b[i])
			if !ok {
				begin(i)
			}
			out[i] = r
		}
	}
}

// rangeArith works on both ends. A row whose ends meet without being a figure that CEL would have come to is suspected.
func (m *machine) rangeArith(in *instr, x, y, v *vec, n int) {
	lo, hi := v.ranges(n)
	al, ah, bl, bh := x.i[:n], x.high()[:n], y.i[:n], y.high()[:n]
	what := in.n.op
	switch {
	case what == oAdd && in.n.ends.finite():
		for i := range lo {
			lo[i], hi[i] = al[i]+bl[i], ah[i]+bh[i]
		}
	case what == oSub && in.n.ends.finite():
		for i := range lo {
			lo[i], hi[i] = al[i]-bh[i], ah[i]-bl[i]
		}
	case what == oMin:
		for i := range lo {
			lo[i], hi[i] = min(al[i], bl[i]), min(ah[i], bh[i])
		}
	case what == oMax:
		for i := range lo {
			lo[i], hi[i] = max(al[i], bl[i]), max(ah[i], bh[i])
		}
	default:
		for i := range lo {
			a, b := span{al[i], ah[i]}, span{bl[i], bh[i]}
			r, bad := ranged(what, a, b)
			lo[i], hi[i] = r.lo, r.hi
			if bad {
				if !v.bad {
					v.marks(n)
					v.bad = true
				}
				v.f[i] = suspected
			}
		}
	}
	v.exact()
}

// ranged is one operation over ranges; bad asks for the interpreter.
func ranged(what op, a, b span) (r span, bad bool) {
	known := a.lo == a.hi && b.lo == b.hi
	switch what {
	case oAdd:
		r = a.add(b)
	case oSub:
		r = a.sub(b)
	case oMul:
		r = a.mul(b)
	case oDivRound:
		r = a.divRound(b)
	default: // ranges say nothing about a quotient
		r = anyInt
	}
	if known {
		v, ok := compute(what, a.lo, b.lo)
		return span{v, v}, !ok || v >= edge || v <= -edge
	}
	return r, r.lo == r.hi && (r.lo >= edge || r.lo <= -edge) || a.lo < -edge || b.lo < -edge
}

func kNeg(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[in.level]
	if !x.part {
		out := v.ints(n)
		for i, w := range x.i[:n] {
			out[i] = -w
			if w == math.MinInt64 {
				if !v.bad {
					v.marks(n)
					v.bad = true
				}
				v.f[i] = m.mark()
			}
		}
		m.carry(in, 0)
		return
	}
	lo, hi := v.ranges(n)
	for i, w := range x.i[:n] {
		lo[i], hi[i] = -x.hi[i], -w
		if w < -edge || x.hi[i] == w && (w == edge || w == -edge) {
			if !v.bad {
				v.marks(n)
				v.bad = true
			}
			v.f[i] = suspected
		}
	}
	v.exact()
	m.carry(in, suspected)
}

// kAge counts full years; on the program's own day by a table.
func kAge(m *machine, in *instr) {
	x, y, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.out]
	n := m.rows[in.level]
	birth, on := x.i[:n], y.i[:n]
	today := int64(m.x.prog.day)
	age := func(i int) int64 {
		if on[i] == today {
			return m.ages.of(birth[i])
		}
		return int64(calendar.Date(birth[i]).Age(calendar.Date(on[i])))
	}
	if !x.part && !y.part {
		out := v.ints(n)
		for i := range out {
			out[i] = age(i)
		}
		m.carry(in, 0)
		return
	}
	lo, hi := v.ranges(n)
	xh, yh := x.high()[:n], y.high()[:n]
	for i := range lo {
		lo[i], hi[i] = -edge, edge
		if birth[i] == xh[i] && on[i] == yh[i] {
			k := age(i)
			lo[i], hi[i] = k, k
		}
	}
	v.exact()
	m.carry(in, suspected)
}
