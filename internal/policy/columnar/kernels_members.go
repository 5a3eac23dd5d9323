package columnar

// kLift copies a place's row to its households, or a household's row to its members.
func kLift(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[in.level]
	at := m.owner
	if in.n.op == oLiftPlace {
		at = m.place
	}
	at = at[:n]
	if in.n.kind == isBool {
		b := v.bools(n)
		for i, k := range at {
			b[i] = x.b[k]
		}
		if x.part {
			u := v.open(n)
			for i, k := range at {
				u[i] = x.u[k]
			}
			v.settled()
		}
	} else {
		out := v.ints(n)
		for i, k := range at {
			out[i] = x.i[k]
		}
		if x.part {
			v.hi, v.part = fresh(&v.own.hi, n), true
			for i, k := range at {
				v.hi[i] = x.hi[k]
			}
			v.exact()
		}
	}
	m.unknown = m.unknown || v.part
	if x.bad {
		f, bad := v.marks(n), uint8(0)
		for i, k := range at {
			f[i] = x.f[k]
			bad |= f[i]
		}
		v.bad = bad != 0
	}
}

func (m *machine) differences(out, sums []int64) {
	ends := m.first[1 : len(out)+1]
	last := int64(0)
	for i := range out {
		s := sums[ends[i]]
		out[i] = s - last
		last = s
	}
}

func (m *machine) openSum(v, x, who *vec, n int) {
	lo, hi := v.ranges(n)
	high := x.high()
	for i := range lo {
		var sum span
		total, open, over := int64(0), false, false
		for j := m.first[i]; j < m.first[i+1]; j++ {
			yes, unknown := true, false
			if who != nil {
				yes, unknown = who.b[j] == 1, m.opens(who)[j] == 1
			}
			t := span{x.i[j], high[j]}
			if !yes && !unknown || t == (span{}) {
				continue
			}
			open = open || unknown || t.lo != t.hi
			if unknown {
				t = t.join(span{})
			}
			sum = sum.add(t)
			var fits bool
			total, fits = compute(oAdd, total, t.lo)
			over = over || !fits
		}
		if !open {
			sum = span{total, total}
			if over {
				m.suspect(v, i, n)
			}
		} else if sum.lo == sum.hi { // both ends left 64 bits the same way
			m.suspect(v, i, n)
		}
		lo[i], hi[i] = sum.lo, sum.hi
	}
	v.exact()
}

func (m *machine) suspect(v *vec, i, n int) {
	if !v.bad {
		v.marks(n)
		v.bad = true
	}
	v.f[i] |= suspected
}

func kCount(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[atHousehold]
	m.count(v.ints(n), x.b, nil)
	if x.part {
		v.hi, v.part = fresh(&v.own.hi, n), true
		m.count(v.hi, x.b, x.u)
		v.exact()
	}
}

// count counts the members of each household for whom a or, where it is given, u holds.
func (m *machine) count(out []int64, a, u []uint8) {
	members := m.rows[atMember]
	sums := m.sumsU[:members+1]
	total := int32(0)
	for j, c := range a[:members] {
		total += int32(c)
		if u != nil {
			total += int32(u[j])
		}
		sums[j+1] = total
	}
	ends := m.first[1 : len(out)+1]
	last := int32(0)
	for i := range out {
		s := sums[ends[i]]
		out[i] = int64(s - last)
		last = s
	}
}

func kAny(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[atHousehold]
	m.some(v.bools(n), x.b)
	if x.part {
		m.some(v.open(n), x.u)
		for i, b := range v.b {
			v.u[i] &^= b
		}
		v.settled()
	}
}

// some tells for each household whether one of its members has a bit set.
func (m *machine) some(out, a []uint8) {
	members := m.rows[atMember]
	sums := m.sumsU[:members+1]
	total := int32(0)
	for j, c := range a[:members] {
		total += int32(c)
		sums[j+1] = total
	}
	ends := m.first[1 : len(out)+1]
	last := int32(0)
	for i := range out {
		s := sums[ends[i]]
		out[i] = set(s != last)
		last = s
	}
}

func kAnyFault(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[atHousehold]
	clear(v.bools(n))
	if !x.bad {
		return
	}
	f := v.marks(n)
	v.bad = true
	for i := range f {
		for j := m.first[i]; j < m.first[i+1]; j++ {
			f[i] |= x.f[j]
		}
	}
}

// kStatus takes the status that is given and else what the item comes out as.
func kStatus(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[in.level]
	c, from, end := m.rowsOf(in.n.fact)
	var known []uint8
	if c != nil && c.Known == nil {
		v.b, v.part, v.bad = c.Codes[from:end], false, false
		return
	}
	if c != nil {
		known = c.Known[from:end]
	}
	b := v.bools(n)
	copy(b, x.b[:n])
	if x.part {
		copy(v.open(n), x.u[:n])
	}
	if x.bad {
		copy(v.marks(n), x.f[:n])
		v.bad = true
	}
	m.unknown = m.unknown || v.part
	for i, k := range known {
		if k == 0 {
			continue
		}
		b[i] = c.Codes[from+i]
		if v.part {
			v.u[i] = 0
		}
		if v.bad {
			v.f[i] = 0
		}
	}
	if v.part {
		v.settled()
	}
}

func kDefined(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[in.level]
	b := v.bools(n)
	fill(b, 1)
	if x.part {
		u := v.open(n)
		for i, hi := range x.hi[:n] {
			u[i] = set(hi != x.i[i])
			b[i] ^= u[i]
		}
		v.settled()
	}
}

// kGuard keeps the fault marks of the first argument where the second is not certain to hold.
func kGuard(m *machine, in *instr) {
	x, skip, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.out]
	n := m.rows[in.level]
	clear(v.bools(n))
	if !x.bad {
		return
	}
	f, bad := v.marks(n), uint8(0)
	sf := m.faults(skip)
	for i := range f {
		f[i] = x.f[i]
		if sf[i] != 0 && f[i] != 0 {
			f[i] = suspected
		} else if skip.b[i] == 1 {
			f[i] = 0
		}
		bad |= f[i]
	}
	v.bad = bad != 0
}

func kFaults(m *machine, in *instr) {
	clear(m.v[in.out].bools(m.rows[in.level]))
	m.carry(in, 0)
}

func kWith(m *machine, in *instr) {
	x, f, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.out]
	v.b, v.u, v.part, v.f, v.bad = x.b, x.u, x.part, f.f, f.bad
}

func kStrip(m *machine, in *instr) {
	x, v := &m.v[in.a[0]], &m.v[in.out]
	v.i, v.hi, v.b, v.u, v.part, v.bad = x.i, x.hi, x.b, x.u, x.part, false
}
