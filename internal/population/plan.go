package population

import (
	"encoding/binary"
	"errors"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// Lost is a fact that sheets hold and the catalogue in use cannot take: how many known values came out unknown, and why.
type Lost struct {
	Of     string `json:"of"`
	Key    string `json:"key"`
	Reason string `json:"reason"`
	Count  int64  `json:"count"`
}

// Reasons for a loss, as screens show them.
const (
	lostFact  = "事实目录里已没有这一项"
	lostType  = "事实的类型改变了"
	lostCode  = "选项代码已不存在"
	lostBound = "超出现在的取值范围"
)

// target is where the values of one slot go.
type target struct {
	kind   uint8
	column *columnar.Column // nil: the fact is lost
	codes  [256]uint8       // enum: the catalogue's code for the sheet's, noCode where it has none
	lo, hi int64
}

const (
	kindInt = iota
	kindBool
	kindEnum
	kindDate
)

const noCode = 255

// plan says for one layout which columns its slots fill. It is shared by the cores; what they count is their own.
type plan struct {
	household, member []target
	slots             [2][]Slot
	facts             [2][]*policy.Fact
}

func (l *Layout) plan(p *policy.Pack, pop *columnar.Population) *plan {
	pl := &plan{slots: [2][]Slot{l.Household, l.Member}}
	pl.household = targets(l.Household, p, policy.OfHousehold, pop.Household, &pl.facts[0])
	pl.member = targets(l.Member, p, policy.OfMember, pop.Member, &pl.facts[1])
	return pl
}

func targets(slots []Slot, p *policy.Pack, of string, columns map[string]*columnar.Column, facts *[]*policy.Fact) []target {
	out := make([]target, len(slots))
	for i, s := range slots {
		t := &out[i]
		switch s.Type {
		case policy.Bool:
			t.kind = kindBool
		case policy.Enum:
			t.kind = kindEnum
		case policy.DateFact:
			t.kind = kindDate
		}
		f := p.Fact(of, s.Key)
		*facts = append(*facts, f)
		if f == nil || f.Type != s.Type {
			continue
		}
		t.column = columns[s.Key]
		t.lo, t.hi = limits(f)
		if t.kind == kindEnum {
			for code := range t.codes {
				t.codes[code] = noCode
				for now, o := range f.Options {
					if code < len(s.Options) && o.Code == s.Options[code] {
						t.codes[code] = uint8(now)
					}
				}
			}
		}
	}
	return out
}

func isMoney(t policy.FactType) bool { return t == policy.Money || t == policy.MoneyMonthly }

// tally counts what one core met: whether a slot held anything, and what was lost.
type tally struct {
	seen [2][]bool
	lost [2][]lossCount
}

type lossCount struct{ fact, code, bound int64 }

func newTally(pl *plan) *tally {
	t := &tally{}
	for i := range t.seen {
		t.seen[i], t.lost[i] = make([]bool, len(pl.slots[i])), make([]lossCount, len(pl.slots[i]))
	}
	return t
}

var errDamaged = errors.New("population: a damaged sheet")

// record reads one record into row and returns what follows it.
func record(b []byte, targets []target, row int, seen []bool, lost []lossCount) ([]byte, error) {
	width := (len(targets) + 3) / 4
	if len(b) < width {
		return nil, errDamaged
	}
	states, rest := b[:width], b[width:]
	for k, four := range states {
		for i := k * 4; four != 0; i, four = i+1, four>>2 {
			state := four & 3
			if state == stateUnknown {
				continue
			}
			if state > stateValue || i >= len(targets) {
				return nil, errDamaged
			}
			t := &targets[i]
			var v int64
			if state == stateValue {
				switch t.kind {
				case kindBool:
					v = 1
				case kindEnum:
					if len(rest) == 0 {
						return nil, errDamaged
					}
					v, rest = int64(rest[0]), rest[1:]
				default:
					n := 0
					if v, n = binary.Varint(rest); n <= 0 {
						return nil, errDamaged
					}
					rest = rest[n:]
				}
			}
			if t.column == nil {
				lost[i].fact++
				continue
			}
			seen[i] = true
			if !t.put(row, v, &lost[i]) {
				continue
			}
			t.column.Known[row] = 1
		}
	}
	return rest, nil
}

// put writes a value, or counts it as lost.
func (t *target) put(row int, v int64, lost *lossCount) bool {
	switch t.kind {
	case kindBool:
		t.column.Codes[row] = uint8(v)
	case kindEnum:
		code := t.codes[uint8(v)]
		if code == noCode {
			lost.code++
			return false
		}
		t.column.Codes[row] = code
	case kindDate:
		if v < -1<<31 || v > 1<<31-1 {
			lost.bound++
			return false
		}
		t.column.Days[row] = int32(v)
	default:
		if v < t.lo || v > t.hi {
			lost.bound++
			return false
		}
		t.column.Ints[row] = v
	}
	return true
}

// sheet reads one sheet into household h, whose members begin at row m, and returns how many there are.
func (pl *plan) sheet(b []byte, h, m int, t *tally) (int, error) {
	members, _, at, err := head(b)
	if err != nil {
		return 0, err
	}
	rest, err := record(b[at:], pl.household, h, t.seen[0], t.lost[0])
	for i := 0; i < members && err == nil; i++ {
		rest, err = record(rest, pl.member, m+i, t.seen[1], t.lost[1])
	}
	if err == nil && len(rest) > 0 {
		err = errDamaged
	}
	return members, err
}

// limits of an integer fact by the catalogue; a division is a 12-digit code.
func limits(f *policy.Fact) (lo, hi int64) {
	lo, hi = 0, 1_000_000
	switch {
	case isMoney(f.Type):
		hi = policy.MaxFen
	case f.Type == policy.DivisionFact:
		return 110000000000, 829999999999
	}
	if f.Min != nil {
		lo = *f.Min
	}
	if f.Max != nil {
		hi = *f.Max
	}
	return lo, hi
}
