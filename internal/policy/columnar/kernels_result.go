package columnar

import "zhongfu/internal/policy"

// from is the first row of the chunk among the results at a level.
func (m *machine) from(l level) int {
	if l == atMember {
		return m.m0
	}
	return m.h0
}

// brokenRow tells whether no item can answer row i.
func (m *machine) brokenRow(l level, i int) bool {
	if l == atMember {
		i = int(m.owner[i])
	}
	return m.broken[i] != 0
}

// kItem writes an item's rows: a rule that fails refuses at once; else what is open asks for evidence (as policy's result).
func kItem(m *machine, in *instr) {
	c := in.n.out.(*itemCode)
	it := m.x.items[c.index]
	n, from := m.rows[in.level], m.from(in.level)
	if n == 0 {
		return
	}
	rules := in.a[:len(c.rules)]
	out := it.Outcome[from : from+n]
	if it.Failed != nil {
		m.ruleBits(rules, it.Failed[from:from+n], it.Open[from:from+n])
	}
	m.outcomes(rules, out)
	if c.amount != nil {
		m.amounts(&m.v[in.a[len(rules)]], out, it.Amount[from:from+n], c.low.Item.Amount.Rounding)
	}
	if c.fault != nil {
		m.faulty(c, it, &m.v[in.a[len(in.a)-1]], in.level)
	}
	if m.anyBad {
		for i := range out {
			if m.brokenRow(in.level, i) {
				it.fault(from + i)
			}
		}
	}
}

// outcomes: 0 where a rule is known to fail, else 2 where one is open, else 1; eight rows at a time.
func (m *machine) outcomes(rules []int, out []Outcome) {
	n := len(out)
	passes, open := m.bytes[:n], m.bytes2[:n]
	fill(passes, 1)
	clear(open)
	part := false
	for _, r := range rules {
		v := &m.v[r]
		if !v.part {
			andInto(passes, v.b[:n])
			continue
		}
		part = true
		orInto(open, v.u[:n])
		i, b, u := 0, v.b[:n], v.u[:n]
		for ; i+8 <= n; i += 8 {
			putWord(passes[i:], word(passes[i:])&(word(b[i:])|word(u[i:])))
		}
		for ; i < n; i++ {
			passes[i] &= b[i] | u[i]
		}
	}
	if !part {
		for i, p := range passes {
			out[i] = Outcome(p)
		}
		return
	}
	for i, p := range passes {
		out[i] = Outcome(p << open[i])
	}
}

// ruleBits writes the failed and the open rules as bits.
func (m *machine) ruleBits(rules []int, failed, open []uint64) {
	part := false
	for k, r := range rules {
		part = part || m.v[r].part
		if k%8 == 7 || k == len(rules)-1 {
			first := k - k%8
			m.gather(failed, rules[first:k+1], first, false)
		}
	}
	if len(rules) == 0 {
		clear(failed)
	}
	if !part {
		clear(open)
		return
	}
	for k := range rules {
		if k%8 == 7 || k == len(rules)-1 {
			first := k - k%8
			m.gather(open, rules[first:k+1], first, true)
		}
	}
	for i := range failed {
		failed[i] &^= open[i]
	}
}

// gather lays up to eight conditions side by side as bits first … of each row's word: the failed ones, or the open ones.
func (m *machine) gather(to []uint64, regs []int, first int, open bool) {
	n := len(to)
	flip := uint64(ones)
	bytes := m.bytes[:n]
	v := func(k int) []uint8 {
		if open {
			return m.opens(&m.v[regs[k]])[:n]
		}
		return m.v[regs[k]].b[:n]
	}
	if open {
		flip = 0
	}
	i := 0
	var w [8][]uint8
	for k := range regs {
		w[k] = v(k)
	}
	for ; i+8 <= n; i += 8 {
		bits := uint64(0)
		for k := range regs {
			bits |= (word(w[k][i:]) ^ flip) << k
		}
		putWord(bytes[i:], bits)
	}
	for ; i < n; i++ {
		bits := uint8(0)
		for k := range regs {
			bits |= (w[k][i] ^ uint8(flip)) << k
		}
		bytes[i] = bits
	}
	if first == 0 {
		for i, b := range bytes {
			to[i] = uint64(b)
		}
		return
	}
	for i, b := range bytes {
		to[i] |= uint64(b) << first
	}
}

// amounts rounds what is granted; an open amount asks for evidence where no rule has failed.
func (m *machine) amounts(x *vec, out []Outcome, to []int64, round policy.Rounding) {
	n := len(out)
	amount := x.i[:n]
	to = to[:n]
	if x.part {
		for i, hi := range x.hi[:n] {
			if amount[i] != hi && out[i] == Eligible {
				out[i] = NeedsEvidence
			}
		}
	}
	if round.Rule == "fen" {
		for i, o := range out {
			to[i] = max(0, amount[i]) & -int64(set(o == Eligible))
		}
		return
	}
	for i, o := range out {
		to[i] = 0
		if o == Eligible {
			to[i] = round.Apply(amount[i])
		}
	}
}

func (it *ItemResult) fault(row int) {
	it.Outcome[row] = Fault
	if it.Amount != nil {
		it.Amount[row] = 0
	}
	if it.Failed != nil {
		it.Failed[row], it.Open[row] = 0, 0
	}
}

// faulty writes the rows that are at fault and notes those that the interpreter must decide.
func (m *machine) faulty(c *itemCode, it *ItemResult, f *vec, l level) {
	if !f.bad {
		return
	}
	from := m.from(l)
	for i, mark := range f.f[:m.rows[l]] {
		if mark == 0 {
			continue
		}
		it.fault(from + i)
		if mark == certain || m.brokenRow(l, i) {
			continue
		}
		h := i
		if l == atMember {
			h = int(m.owner[i])
		}
		m.suspects = append(m.suspects, suspect{int32(c.index), int32(from + i), int32(m.h0 + h)})
	}
}

func kValue(m *machine, in *instr) {
	c := in.n.out.(*valueCode)
	w := m.x.values[c.index]
	n, from := m.rows[in.level], m.from(in.level)
	x := &m.v[in.a[0]]
	ints, known := w.ints[from:from+n], w.known[from:from+n]
	fill(known, 1)
	if in.n.kind == isBool {
		for i, b := range x.b[:n] {
			ints[i] = int64(b)
		}
		if x.part {
			flip(known, x.u[:n])
		}
	} else {
		copy(ints, x.i[:n])
		if x.part {
			for i, hi := range x.hi[:n] {
				if hi != ints[i] {
					ints[i], known[i] = 0, 0
				}
			}
		}
	}
	faults := m.zero
	if len(in.a) > 1 {
		faults = m.faults(&m.v[in.a[1]])
	}
	if !m.anyBad && len(in.a) == 1 {
		return
	}
	for i := range known {
		if faults[i] != 0 || m.brokenRow(in.level, i) {
			ints[i], known[i] = 0, 0
		}
	}
}
