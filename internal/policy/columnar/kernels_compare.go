package columnar

import "slices"

// compare finishes a comparison over ranges: yes and no tell which answers are still possible.
func (v *vec) compare(i int, yes, no bool) {
	v.b[i], v.u[i] = set(yes && !no), set(yes && no)
}

func kLess(m *machine, in *instr) {
	x, y, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.out]
	n := m.rows[in.level]
	b := v.bools(n)
	a, c := x.i[:n], y.i[:n]
	orEqual := in.n.op == oLE
	if !x.part && !y.part {
		if orEqual {
			for i := range b {
				b[i] = set(a[i] <= c[i])
			}
		} else {
			for i := range b {
				b[i] = set(a[i] < c[i])
			}
		}
		m.carry(in, 0)
		return
	}
	v.open(n)
	ah, ch := x.high()[:n], y.high()[:n]
	for i := range b {
		if orEqual { // a ≤ c is not c < a
			v.compare(i, ch[i] >= a[i], c[i] < ah[i])
		} else {
			v.compare(i, a[i] < ch[i], ah[i] >= c[i])
		}
	}
	v.settled()
	m.carry(in, suspected)
}

func kEqual(m *machine, in *instr) {
	x, y, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.out]
	n := m.rows[in.level]
	b := v.bools(n)
	a, c := x.i[:n], y.i[:n]
	if !x.part && !y.part {
		for i := range b {
			b[i] = set(a[i] == c[i])
		}
		m.carry(in, 0)
		return
	}
	v.open(n)
	ah, ch := x.high()[:n], y.high()[:n]
	for i := range b {
		v.compare(i, a[i] <= ch[i] && c[i] <= ah[i], a[i] != ah[i] || c[i] != ch[i] || a[i] != c[i])
	}
	v.settled()
	m.carry(in, suspected)
}

func kLTk(m *machine, in *instr) {
	x, v, k := &m.v[in.a[0]], &m.v[in.out], in.n.k
	n := m.rows[in.level]
	b := v.bools(n)
	a := x.i[:n]
	if !x.part {
		for i, w := range a {
			b[i] = set(w < k)
		}
		m.carry(in, 0)
		return
	}
	v.open(n)
	for i, hi := range x.hi[:n] {
		v.compare(i, a[i] < k, hi >= k)
	}
	v.settled()
	m.carry(in, suspected)
}

func kGTk(m *machine, in *instr) {
	x, v, k := &m.v[in.a[0]], &m.v[in.out], in.n.k
	n := m.rows[in.level]
	b := v.bools(n)
	a := x.i[:n]
	if !x.part {
		for i, w := range a {
			b[i] = set(w > k)
		}
		m.carry(in, 0)
		return
	}
	v.open(n)
	for i, hi := range x.hi[:n] {
		v.compare(i, hi > k, a[i] <= k)
	}
	v.settled()
	m.carry(in, suspected)
}

func kEQk(m *machine, in *instr) {
	x, v, k := &m.v[in.a[0]], &m.v[in.out], in.n.k
	n := m.rows[in.level]
	b := v.bools(n)
	a := x.i[:n]
	if !x.part {
		for i, w := range a {
			b[i] = set(w == k)
		}
		m.carry(in, 0)
		return
	}
	v.open(n)
	for i, hi := range x.hi[:n] {
		v.compare(i, a[i] <= k && k <= hi, a[i] != hi || a[i] != k)
	}
	v.settled()
	m.carry(in, suspected)
}

// kIn stays open wherever the number is not known, whatever its range.
func kIn(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[in.level]
	b := v.bools(n)
	for i, w := range x.i[:n] {
		_, found := slices.BinarySearch(in.n.set, w)
		b[i] = set(found)
	}
	if !x.part {
		m.carry(in, 0)
		return
	}
	u := v.open(n)
	for i, hi := range x.hi[:n] {
		u[i] = set(hi != x.i[i])
		b[i] &^= u[i]
	}
	v.settled()
	m.carry(in, suspected)
}

func kIf(m *machine, in *instr) {
	c, x, y, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.a[2]], &m.v[in.out]
	n := m.rows[in.level]
	cond, a, b := c.b[:n], x.i[:n], y.i[:n]
	if !c.part && !x.part && !y.part {
		out := v.ints(n)
		for i, k := range cond {
			out[i] = b[i] ^ (a[i]^b[i])&-int64(k)
		}
		m.branchFaults(in, n)
		return
	}
	lo, hi := v.ranges(n)
	open, ah, bh := m.opens(c)[:n], x.high()[:n], y.high()[:n]
	number := in.n.kind == isInt
	for i := range lo {
		switch {
		case open[i] != 0 && (number || a[i] == ah[i] && b[i] == bh[i] && a[i] == b[i]):
			lo[i], hi[i] = min(a[i], b[i]), max(ah[i], bh[i])
		case open[i] != 0:
			lo[i], hi[i] = -edge, edge
		case cond[i] == 1:
			lo[i], hi[i] = a[i], ah[i]
		default:
			lo[i], hi[i] = b[i], bh[i]
		}
	}
	v.exact()
	m.branchFaults(in, n)
}

func kIfB(m *machine, in *instr) {
	c, x, y, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.a[2]], &m.v[in.out]
	n := m.rows[in.level]
	out := v.bools(n)
	cond, a, b := c.b[:n], x.b[:n], y.b[:n]
	for i, k := range cond {
		out[i] = b[i] ^ (a[i]^b[i])&k
	}
	if c.part || x.part || y.part {
		u := v.open(n)
		open, au, bu := m.opens(c)[:n], m.opens(x)[:n], m.opens(y)[:n]
		for i := range u {
			switch {
			case open[i] != 0:
				u[i] = au[i] | bu[i] | (a[i] ^ b[i])
			case cond[i] == 1:
				u[i] = au[i]
			default:
				u[i] = bu[i]
			}
			out[i] &^= u[i]
		}
		v.settled()
	}
	m.branchFaults(in, n)
}

// branchFaults keeps the marks of the condition and of the branch that was taken, or of both where that is open.
func (m *machine) branchFaults(in *instr, n int) {
	c, x, y, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.a[2]], &m.v[in.out]
	if !c.bad && !x.bad && !y.bad {
		return
	}
	marks, bad := v.marks(n), uint8(0)
	cf, xf, yf, open := m.faults(c), m.faults(x), m.faults(y), m.opens(c)
	for i := range marks {
		f := cf[i]
		switch {
		case f != 0:
		case open[i] != 0:
			if f = xf[i] | yf[i]; f != 0 {
				f |= suspected
			}
		case c.b[i] == 1:
			f = xf[i]
		default:
			f = yf[i]
		}
		marks[i] = f
		bad |= f
	}
	v.bad = bad != 0
}
