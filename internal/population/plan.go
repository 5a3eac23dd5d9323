package population

import (
	"errors"
	"sync"

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
	column *lazyColumn // nil: the fact is lost
	skip   bool        // the fact is not asked for
	plain  bool        // zero is zero in the catalogue, too
	codes  [256]uint8  // enum: the catalogue's code for the sheet's, noCode where it has none
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

// lazyColumn is made by the first core that has a value for it: most of a catalogue is unknown to most registers, and the
// cores clear the memory side by side.
type lazyColumn struct {
	sync.Once
	*columnar.Column
}

func (c *lazyColumn) made(f *policy.Fact, rows int) *columnar.Column {
	c.Do(func() { c.Column = columnar.NewColumn(f, rows) })
	return c.Column
}

// lazyColumns are those of one load, by fact: layouts share them.
type lazyColumns [2]map[string]*lazyColumn

// plan fills the facts that the program reads; all of them where there is no program.
func (l *Layout) plan(p *policy.Pack, columns lazyColumns, program *columnar.Program) *plan {
	pl := &plan{slots: [2][]Slot{l.Household, l.Member}}
	pl.household = targets(l.Household, p, policy.OfHousehold, columns[0], program, &pl.facts[0])
	pl.member = targets(l.Member, p, policy.OfMember, columns[1], program, &pl.facts[1])
	return pl
}

func targets(slots []Slot, p *policy.Pack, of string, columns map[string]*lazyColumn, program *columnar.Program, facts *[]*policy.Fact) []target {
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
		if program != nil && !program.Reads(of, s.Key) {
			t.skip, t.plain = true, true // its zeros take the short way and are never copied
			continue
		}
		if columns[s.Key] == nil {
			columns[s.Key] = &lazyColumn{}
		}
		t.column = columns[s.Key]
		t.lo, t.hi = limits(f)
		t.plain = t.kind == kindBool || t.kind == kindDate || t.kind == kindInt && t.lo <= 0 && t.hi >= 0
		if t.kind == kindEnum {
			for code := range t.codes {
				t.codes[code] = noCode
				for now, o := range f.Options {
					if code < len(s.Options) && o.Code == s.Options[code] {
						t.codes[code] = uint8(now)
					}
				}
			}
			t.plain = t.codes[0] == 0
		}
	}
	return out
}

func isMoney(t policy.FactType) bool { return t == policy.Money || t == policy.MoneyMonthly }

// tally is what one core works with for one layout, and its count of what was lost.
type tally struct {
	lost [2][]lossCount

	strips  [2]*strip // households and members
	members int       // rows of the members' strip
	rows    [2]int    // of the population
}

type lossCount struct{ fact, code, bound int64 }

func newTally(pl *plan, households, members int) *tally {
	t := &tally{members: 4 * stripHouseholds, rows: [2]int{households, members}}
	for i := range t.lost {
		t.lost[i] = make([]lossCount, len(pl.slots[i]))
	}
	return t
}

var errDamaged = errors.New("population: a damaged sheet")

// sheet reads one sheet into household h, whose members begin at row m, and returns how many there are. Its rows stand in
// the tally's strips until they are flushed.
func (pl *plan) sheet(b []byte, h, m int, t *tally) (int, error) {
	members, _, at, err := head(b)
	if err != nil {
		return 0, err
	}
	t.room(pl, h, m, members)
	rest, err := t.strips[0].record(b[at:], pl.household, t.lost[0])
	for i := 0; i < members && err == nil; i++ {
		rest, err = t.strips[1].record(rest, pl.member, t.lost[1])
	}
	if err == nil && len(rest) > 0 {
		err = errDamaged
	}
	return members, err
}

// room makes the strips ready for a household of so many members at its place.
func (t *tally) room(pl *plan, h, m, members int) {
	of, all := t.strips[0], t.strips[1]
	if of != nil && h == of.base+of.rows && m == all.base+all.rows && of.rows < stripHouseholds && all.rows+members <= t.members {
		return
	}
	t.flush(pl)
	if members > t.members {
		t.members = members
		of = nil
	}
	if of == nil {
		t.strips = [2]*strip{newStrip(pl.household, stripHouseholds), newStrip(pl.member, t.members)}
	}
	t.strips[0].base, t.strips[1].base = h, m
}

// flush copies the strips to their place.
func (t *tally) flush(pl *plan) {
	if t.strips[0] == nil {
		return
	}
	for of, targets := range [][]target{pl.household, pl.member} {
		t.strips[of].flush(targets, pl.facts[of], t.rows[of])
	}
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
