package columnar

import (
	"zhongfu/internal/calendar"
)

// Rows that travel together. A chunk's vectors fit the cache; a household never spans two chunks.
const (
	chunkMembers    = 2048
	chunkHouseholds = 1024
)

// vec is one value for the rows of a chunk.
type vec struct {
	i, hi   []int64 // numbers; where part holds, the least and the greatest
	b, u, f []uint8 // conditions, which of them are open, fault marks
	part    bool    // some row is unknown
	bad     bool    // some row has a fault mark

	own struct { // buffers; i, hi, b, u, f are parts of them or of the population's columns
		i, hi   []int64
		b, u, f []uint8
	}
}

// Fault marks.
const (
	certain   = 1 // the interpreter answers an error
	suspected = 2 // a fault may meet an unknown fact: the interpreter decides
)

// instr is one step of a program.
type instr struct {
	run   func(m *machine, in *instr)
	n     *node
	level level
	out   int
	a     []int
}

// machine is what one worker computes with. Nothing is allocated once its buffers have grown.
type machine struct {
	x    *execution
	v    []vec
	code []instr

	h0, h1 int // households of the chunk
	m0, m1 int // members
	rows   [4]int
	place  []int32 // place of each household; the last one is outside of the pack
	first  []int32 // first member of each household in the chunk, and the end
	owner  []int32 // household of each member in the chunk
	broken []uint8 // households that no item can answer: without members, outside of the pack
	anyBad bool
	// unknown is set once the chunk has met an unknown fact.
	unknown bool

	zero    []uint8
	always  []uint8 // all 1
	scratch vec
	sums    []int64
	sumsU   []int32
	bits    []uint64
	bits2   []uint64
	bytes   []uint8
	bytes2  []uint8

	suspects []suspect
	ages     ageTable
}

type suspect struct{ item, row, household int32 }

func newMachine(x *execution, code []instr, registers int, rows int) *machine {
	m := &machine{
		x: x, v: make([]vec, registers), code: code, zero: make([]uint8, rows+8), always: make([]uint8, chunkMembers), place: make([]int32, chunkHouseholds),
		first: make([]int32, chunkHouseholds+1), owner: make([]int32, chunkMembers), broken: make([]uint8, chunkHouseholds),
		sums: make([]int64, chunkMembers+1), sumsU: make([]int32, chunkMembers+1),
		bytes: make([]uint8, rows), bytes2: make([]uint8, rows),
		ages: ageTable{day: x.prog.day},
	}
	fill(m.always, 1)
	return m
}

// fresh returns a buffer of n entries, kept from the last chunk where it is long enough.
func fresh[T any](own *[]T, n int) []T {
	if cap(*own) < n {
		*own = make([]T, n+n/4+64)
	}
	return (*own)[:n]
}

func (v *vec) ints(n int) []int64 {
	v.i, v.part, v.bad = fresh(&v.own.i, n), false, false
	return v.i
}

func (v *vec) ranges(n int) (lo, hi []int64) {
	v.i, v.hi, v.part, v.bad = fresh(&v.own.i, n), fresh(&v.own.hi, n), true, false
	return v.i, v.hi
}

func (v *vec) bools(n int) []uint8 {
	v.b, v.part, v.bad = fresh(&v.own.b, n), false, false
	return v.b
}

func (v *vec) open(n int) []uint8 {
	v.u, v.part = fresh(&v.own.u, n), true
	return v.u
}

// marks returns the vector's fault marks, all clear.
func (v *vec) marks(n int) []uint8 {
	v.f = fresh(&v.own.f, n)
	clear(v.f)
	return v.f
}

// high returns the greatest ends: the figures themselves where all is known.
func (v *vec) high() []int64 {
	if v.part {
		return v.hi
	}
	return v.i
}

func (m *machine) opens(v *vec) []uint8 {
	if v.part {
		return v.u
	}
	return m.zero
}

func (m *machine) faults(v *vec) []uint8 {
	if v.bad {
		return v.f
	}
	return m.zero
}

// exact ends a step over ranges: where no row is unknown after all, what follows may run plainly.
func (v *vec) exact() {
	var differ int64
	hi := v.hi[:len(v.i)]
	for i, lo := range v.i {
		differ |= lo ^ hi[i]
	}
	v.part = differ != 0
}

func (v *vec) settled() { v.part = anySet(v.u) }

// carry hands on the fault marks of strict arguments.
func (m *machine) carry(in *instr, mark uint8) {
	out := &m.v[in.out]
	n := m.rows[in.level]
	for _, r := range in.a {
		a := &m.v[r]
		if !a.bad {
			continue
		}
		if !out.bad {
			out.marks(n)
			out.bad = true
		}
		f := a.f[:n]
		for i, w := range out.f[:n] {
			if f[i] != 0 {
				out.f[i] = w | f[i] | mark
			}
		}
	}
}

// run executes the program on the chunk that is set up.
func (m *machine) run() {
	for i := range m.code {
		in := &m.code[i]
		in.run(m, in)
	}
}

// load sets up the chunk of households from h0, up to end, and returns the first household after it.
func (m *machine) load(h0, end int) int {
	pop := m.x.pop
	ends := pop.First[h0+1 : end+1]
	ends = ends[:min(len(ends), chunkHouseholds)]
	base, last, empty := pop.First[h0], int32(0), false
	n := len(ends)
	first := m.first[1 : len(ends)+1]
	for i, e := range ends {
		e -= base
		if e > chunkMembers {
			n = i
			break
		}
		empty = empty || e == last
		first[i], last = e, e
	}
	m.h0, m.h1, m.m0, m.m1 = h0, h0+n, int(base), int(base+last)
	m.rows = [4]int{1, m.x.places.count, n, int(last)}
	m.anyBad, m.unknown = empty, false
	clear(m.broken[:n])
	for i := 0; empty && i < n; i++ {
		m.broken[i] = set(m.first[i] == m.first[i+1])
	}
	m.x.places.find(m, pop)
	if m.x.plan.owners || m.anyBad {
		for i := range n {
			for j := m.first[i]; j < m.first[i+1]; j++ {
				m.owner[j] = int32(i)
			}
		}
	}
	return h0 + n
}

// ageTable gives full years on the program's day without a calendar: the last day of birth for each number of years.
type ageTable struct {
	day  calendar.Date
	last []int32 // by years
}

const tableYears = 131

func (t *ageTable) of(birth int64) int64 {
	if t.last == nil {
		t.last = make([]int32, tableYears+1)
		for k := range t.last {
			t.last[k] = int32(lastBirth(t.day, k))
		}
	}
	guess := (int64(t.day) - birth) * 400 / 146097
	if guess < 1 || guess >= tableYears {
		return int64(calendar.Date(birth).Age(t.day))
	}
	switch {
	case birth > int64(t.last[guess]):
		return guess - 1
	case birth <= int64(t.last[guess+1]):
		return guess + 1
	}
	return guess
}
