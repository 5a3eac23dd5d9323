package population

import (
	"encoding/binary"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// stripHouseholds is how many households a core decodes before it copies them into the population's columns. A sheet goes by
// rows and touches some hundred columns for each; in columns of this length they stay in the core's cache, and what leaves
// it leaves in whole runs. Writing each value straight to its column takes twice the time.
const stripHouseholds = 128

// strip is the rows of a few households next to each other, as columns by slot.
type strip struct {
	base    int // row of the population that row 0 is
	rows    int
	room    int     // rows that it can hold
	known   []uint8 // by slot, room for each
	columns []columnar.Column
	states  []byte // the states of all rows laid over each other: what no row knows need not be copied
}

func newStrip(targets []target, rows int) *strip {
	s := &strip{room: rows, known: make([]uint8, rows*len(targets)), columns: make([]columnar.Column, len(targets)), states: make([]byte, (len(targets)+3)/4)}
	for i := range targets {
		s.columns[i].Known = s.known[i*rows : (i+1)*rows]
		switch targets[i].kind {
		case kindBool, kindEnum:
			s.columns[i].Codes = make([]uint8, rows)
		case kindDate:
			s.columns[i].Days = make([]int32, rows)
		default:
			s.columns[i].Ints = make([]int64, rows)
		}
	}
	return s
}

// flush copies what is known to its place and leaves the strip empty.
func (s *strip) flush(targets []target, facts []*policy.Fact, rows int) {
	n, at := s.rows, s.base
	s.base, s.rows = at+n, 0
	for i := range targets {
		t, state := &targets[i], s.states[i/4]>>(i%4*2)&3
		if state == stateUnknown || t.column == nil {
			continue
		}
		from, to := &s.columns[i], t.column.made(facts[i], rows)
		copy(to.Known[at:at+n], from.Known)
		clear(from.Known[:n])
		if state == stateZero && t.plain { // fresh columns are 0 already
			continue
		}
		switch t.kind {
		case kindBool, kindEnum:
			copy(to.Codes[at:at+n], from.Codes)
			clear(from.Codes[:n])
		case kindDate:
			copy(to.Days[at:at+n], from.Days)
			clear(from.Days[:n])
		default:
			copy(to.Ints[at:at+n], from.Ints)
			clear(from.Ints[:n])
		}
	}
	clear(s.states)
}

// record reads one record into the next row and returns what follows it.
func (s *strip) record(b []byte, targets []target, lost []lossCount) ([]byte, error) {
	width := (len(targets) + 3) / 4
	if len(b) < width {
		return nil, errDamaged
	}
	states, rest := b[:width], b[width:]
	row := s.rows
	s.rows++
	for k, four := range states {
		s.states[k] |= four
		for i := k * 4; four != 0; i, four = i+1, four>>2 {
			state := four & 3
			if state == stateUnknown {
				continue
			}
			if state > stateValue || i >= len(targets) {
				return nil, errDamaged
			}
			t := &targets[i]
			if state == stateZero && t.plain {
				s.known[i*s.room+row] = 1
				continue
			}
			var v int64
			if state == stateValue {
				switch {
				case t.kind == kindBool:
					v = 1
				case len(rest) == 0:
					return nil, errDamaged
				case t.kind == kindEnum:
					v, rest = int64(rest[0]), rest[1:]
				case rest[0] < 0x80:
					v, rest = int64(rest[0]>>1)^-int64(rest[0]&1), rest[1:]
				default:
					n := 0
					if v, n = binary.Varint(rest); n <= 0 {
						return nil, errDamaged
					}
					rest = rest[n:]
				}
			}
			if !t.skip && s.put(row, i, t, v, lost) {
				s.known[i*s.room+row] = 1
			}
		}
	}
	return rest, nil
}

// put writes a value into the strip, or counts it as lost.
func (s *strip) put(row, i int, t *target, v int64, lost []lossCount) bool {
	if t.column == nil {
		lost[i].fact++
		return false
	}
	c := &s.columns[i]
	switch t.kind {
	case kindBool:
		c.Codes[row] = uint8(v)
	case kindEnum:
		code := t.codes[uint8(v)]
		if code == noCode {
			lost[i].code++
			return false
		}
		c.Codes[row] = code
	case kindDate:
		if v < -1<<31 || v > 1<<31-1 {
			lost[i].bound++
			return false
		}
		c.Days[row] = int32(v)
	default:
		if v < t.lo || v > t.hi {
			lost[i].bound++
			return false
		}
		c.Ints[row] = v
	}
	return true
}
