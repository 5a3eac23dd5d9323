package columnar

// addAll adds up several numbers that stay inside 64 bits, their ends too.
func (m *machine) addAll(v *vec, regs []int, n int) {
	part := false
	for _, r := range regs {
		part = part || m.v[r].part
	}
	m.addUp(v.ints(n), regs, false)
	if part {
		v.hi, v.part = fresh(&v.own.hi, n), true
		m.addUp(v.hi, regs, true)
		v.exact()
	}
}

// addUp adds the figures, or the greatest ends, of some registers.
func (m *machine) addUp(out []int64, regs []int, high bool) {
	n := len(out)
	arg := func(k int) []int64 {
		if high {
			return m.v[regs[k]].high()[:n]
		}
		return m.v[regs[k]].i[:n]
	}
	var a, b, c, d []int64
	switch len(regs) {
	case 1:
		copy(out, arg(0))
		return
	case 2:
		a, b = arg(0), arg(1)
		for i := range out {
			out[i] = a[i] + b[i]
		}
		return
	case 3:
		a, b, c = arg(0), arg(1), arg(2)
		for i := range out {
			out[i] = a[i] + b[i] + c[i]
		}
		return
	}
	a, b, c, d = arg(0), arg(1), arg(2), arg(3)
	for i := range out {
		out[i] = a[i] + b[i] + c[i] + d[i]
	}
	for k := 4; k < len(regs); k++ {
		for i, w := range arg(k) {
			out[i] += w
		}
	}
}

// kSum adds up the members of each household, those who count where the last argument says who does. Running totals over
// the chunk make it free of branches; wrapping around does no harm to their differences. Sums that may leave 64 bits are
// added up one by one.
func kSum(m *machine, in *instr) {
	v := &m.v[in.out]
	n, members := m.rows[atHousehold], m.rows[atMember]
	regs := in.a
	var who *vec
	if in.n.op == oSum {
		who = &m.v[regs[len(regs)-1]]
		regs = regs[:len(regs)-1]
	}
	part := who != nil && who.part
	for _, r := range regs {
		part = part || m.v[r].part
	}
	x := &m.v[regs[0]]
	if part || in.n.fault {
		if len(regs) > 1 {
			x = &m.scratch
			m.addAll(x, regs, members)
		}
		m.openSum(v, x, who, n)
		return
	}
	counted := m.always[:members]
	if who != nil {
		counted = who.b[:members]
	}
	sums := m.sums[1 : members+1]
	total := int64(0)
	a := x.i[:members]
	a = a[:len(counted)]
	sums = sums[:len(counted)]
	switch len(regs) {
	case 1:
		for j, k := range counted {
			total += a[j] & -int64(k)
			sums[j] = total
		}
	case 2:
		b := m.v[regs[1]].i[:len(counted)]
		for j, k := range counted {
			total += (a[j] + b[j]) & -int64(k)
			sums[j] = total
		}
	case 4:
		b, c, d := m.v[regs[1]].i[:len(counted)], m.v[regs[2]].i[:len(counted)], m.v[regs[3]].i[:len(counted)]
		for j, k := range counted {
			total += (a[j] + b[j] + c[j] + d[j]) & -int64(k)
			sums[j] = total
		}
	default:
		x = &m.scratch
		m.addAll(x, regs, members)
		a = x.i[:len(counted)]
		for j, k := range counted {
			total += a[j] & -int64(k)
			sums[j] = total
		}
	}
	m.differences(v.ints(n), m.sums[:members+1])
}
