package population

import (
	"encoding/binary"
	"fmt"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// A sheet, version 1:
//
//	byte     1
//	uvarint  members
//	uvarint  layout
//	record   of the household
//	record   of each member
//
// A record is two bits for each slot of the layout, four to a byte from the lowest bits up, then the values that the bits
// announce, in the order of the slots. Most facts of most people are unknown, no or zero, so only the others take room.
const sheetVersion = 1

const (
	stateUnknown = 0 // nobody has answered
	stateZero    = 1 // known: false, 0, the first code, 1970-01-01
	stateValue   = 2 // known: true, or the value that follows
	// 3 is not used: a sheet with it is damaged
)

// AppendRow appends household i of the columns as a sheet. Facts of the population that the layout lacks are left out.
func (l *Layout) AppendRow(out []byte, pop *columnar.Population, i int) []byte {
	return l.writer(pop).append(out, pop, i)
}

// writer writes many rows of one population: the columns are looked up once.
type writer struct {
	id                int32
	household, member []*columnar.Column
	slots             [2][]Slot
}

func (l *Layout) writer(pop *columnar.Population) *writer {
	w := &writer{id: l.ID, slots: [2][]Slot{l.Household, l.Member}}
	for _, s := range l.Household {
		w.household = append(w.household, pop.Household[s.Key])
	}
	for _, s := range l.Member {
		w.member = append(w.member, pop.Member[s.Key])
	}
	return w
}

func (w *writer) append(out []byte, pop *columnar.Population, i int) []byte {
	first, end := int(pop.First[i]), int(pop.First[i+1])
	out = append(out, sheetVersion)
	out = binary.AppendUvarint(out, uint64(end-first))
	out = binary.AppendUvarint(out, uint64(w.id))
	out = appendRecord(out, w.slots[0], w.household, i)
	for m := first; m < end; m++ {
		out = appendRecord(out, w.slots[1], w.member, m)
	}
	return out
}

func appendRecord(out []byte, slots []Slot, columns []*columnar.Column, row int) []byte {
	at := len(out)
	for range (len(slots) + 3) / 4 {
		out = append(out, 0)
	}
	for k := range slots {
		c := columns[k]
		if c == nil || c.Known != nil && c.Known[row] == 0 {
			continue
		}
		state := byte(stateZero)
		switch slots[k].Type {
		case policy.Bool:
			if c.Codes[row] != 0 {
				state = stateValue
			}
		case policy.Enum:
			if v := c.Codes[row]; v != 0 {
				state, out = stateValue, append(out, v)
			}
		case policy.DateFact:
			if v := c.Days[row]; v != 0 {
				state, out = stateValue, binary.AppendVarint(out, int64(v))
			}
		default:
			if v := c.Ints[row]; v != 0 {
				state, out = stateValue, binary.AppendVarint(out, v)
			}
		}
		out[at+k/4] |= state << (k % 4 * 2)
	}
	return out
}

// head reads how many members a sheet has, by which layout it is written, and where its records begin.
func head(sheet []byte) (members int, layout int32, at int, err error) {
	if len(sheet) == 0 || sheet[0] != sheetVersion {
		return 0, 0, 0, fmt.Errorf("population: a sheet of an unknown version")
	}
	m, n := binary.Uvarint(sheet[1:])
	if n <= 0 || m > policy.MaxMembers {
		return 0, 0, 0, fmt.Errorf("population: a sheet with %d members", m)
	}
	l, k := binary.Uvarint(sheet[1+n:])
	if k <= 0 || l > 1<<31-1 {
		return 0, 0, 0, fmt.Errorf("population: a sheet without a layout")
	}
	return int(m), int32(l), 1 + n + k, nil
}
