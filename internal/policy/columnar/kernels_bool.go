package columnar

import "encoding/binary"

// Conditions are bytes 0 and 1, so that eight of them are worked on at a time as one word.
const ones = 0x0101010101010101

func word(b []uint8) uint64       { return binary.LittleEndian.Uint64(b) }
func putWord(b []uint8, w uint64) { binary.LittleEndian.PutUint64(b, w) }

func anySet(b []uint8) bool {
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if word(b[i:]) != 0 {
			return true
		}
	}
	for ; i < len(b); i++ {
		if b[i] != 0 {
			return true
		}
	}
	return false
}

func allSet(b []uint8) bool {
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if word(b[i:]) != ones {
			return false
		}
	}
	for ; i < len(b); i++ {
		if b[i] != 1 {
			return false
		}
	}
	return true
}

// andInto and orInto work out[i] with a[i].
func andInto(out, a []uint8) {
	a = a[:len(out)]
	i := 0
	for ; i+8 <= len(out); i += 8 {
		putWord(out[i:], word(out[i:])&word(a[i:]))
	}
	for ; i < len(out); i++ {
		out[i] &= a[i]
	}
}

func orInto(out, a []uint8) {
	a = a[:len(out)]
	i := 0
	for ; i+8 <= len(out); i += 8 {
		putWord(out[i:], word(out[i:])|word(a[i:]))
	}
	for ; i < len(out); i++ {
		out[i] |= a[i]
	}
}

func flip(out, a []uint8) {
	a = a[:len(out)]
	i := 0
	for ; i+8 <= len(out); i += 8 {
		putWord(out[i:], word(a[i:])^ones)
	}
	for ; i < len(out); i++ {
		out[i] = a[i] ^ 1
	}
}

func kNot(m *machine, in *instr) {
	a, v := &m.v[in.a[0]], &m.v[in.out]
	n := m.rows[in.level]
	flip(v.bools(n), a.b[:n])
	if a.part {
		u := v.open(n)
		copy(u, a.u[:n])
		for i, w := range u {
			v.b[i] &^= w
		}
	}
	m.carry(in, 0)
}

// kJunction is && or ||: one certain false settles an &&, whatever else is unknown or at fault.
func kJunction(m *machine, in *instr) {
	v := &m.v[in.out]
	n := m.rows[in.level]
	part, bad := false, false
	for _, r := range in.a {
		part, bad = part || m.v[r].part, bad || m.v[r].bad
	}
	b := v.bools(n)
	copy(b, m.v[in.a[0]].b[:n])
	and := in.n.op == oAnd
	if !part {
		for _, r := range in.a[1:] {
			if and {
				andInto(b, m.v[r].b[:n])
			} else {
				orInto(b, m.v[r].b[:n])
			}
		}
	} else {
		m.openJunction(v, in, n, and)
	}
	if bad {
		m.badJunction(v, in, n, and)
	}
}

// openJunction: an && is false where an argument is known to be false, else open where one is open.
func (m *machine) openJunction(v *vec, in *instr, n int, and bool) {
	b, u := v.b, v.open(n)
	copy(u, m.opens(&m.v[in.a[0]])[:n])
	for _, r := range in.a[1:] {
		a := &m.v[r]
		ab, au := a.b[:n], m.opens(a)[:n]
		i := 0
		for ; i+8 <= n; i += 8 {
			x, xu, y, yu := word(b[i:]), word(u[i:]), word(ab[i:]), word(au[i:])
			if and {
				putWord(u[i:], (xu|yu)&(x|xu)&(y|yu))
				putWord(b[i:], x&y)
			} else { // an open condition holds 0
				putWord(u[i:], (xu|yu)&^(x|y))
				putWord(b[i:], x|y)
			}
		}
		for ; i < n; i++ {
			if and {
				u[i] = (u[i] | au[i]) & (b[i] | u[i]) & (ab[i] | au[i])
				b[i] &= ab[i]
			} else {
				b[i] |= ab[i]
				u[i] = (u[i] | au[i]) &^ b[i]
			}
		}
	}
	v.settled()
}

// badJunction keeps a fault mark where no argument without one settles the matter.
func (m *machine) badJunction(v *vec, in *instr, n int, and bool) {
	marks := v.marks(n)
	stop := uint8(1)
	if and {
		stop = 0
	}
	bad := uint8(0)
	for i := range marks {
		f, settled, unknown := uint8(0), false, false
		for _, r := range in.a {
			a := &m.v[r]
			switch af, au := m.faults(a)[i], m.opens(a)[i]; {
			case af != 0:
				f |= af
			case au != 0:
				unknown = true
			default:
				settled = settled || a.b[i] == stop
			}
		}
		if f == 0 {
			continue
		}
		if settled {
			v.b[i] = stop
			if v.part {
				v.u[i] = 0
			}
			continue
		}
		if unknown {
			f |= suspected
		}
		marks[i] = f
		bad |= f
	}
	v.bad = bad != 0
}

func kEqB(m *machine, in *instr) {
	a, c, v := &m.v[in.a[0]], &m.v[in.a[1]], &m.v[in.out]
	n := m.rows[in.level]
	b := v.bools(n)
	x, y := a.b[:n], c.b[:n]
	for i := range b {
		b[i] = x[i] ^ y[i] ^ 1
	}
	m.strictOpen(in, v, n)
}

// strictOpen opens a condition where one of its arguments, conditions too, is open.
func (m *machine) strictOpen(in *instr, v *vec, n int) {
	part := false
	for _, r := range in.a {
		part = part || m.v[r].part
	}
	if !part {
		m.carry(in, 0)
		return
	}
	u := v.open(n)
	clear(u)
	for _, r := range in.a {
		if m.v[r].part {
			orInto(u, m.v[r].u[:n])
		}
	}
	for i, w := range u {
		v.b[i] &^= w
	}
	v.settled()
	m.carry(in, suspected)
}
