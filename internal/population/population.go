package population

import (
	"slices"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// Population is households as columns, and what they are recognised for now.
type Population struct {
	*columnar.Population
	// Held says, by item of a category (dibao, tekun …), which members hold it now: 1 for each row of members. Nil where
	// nobody knows (a synthetic province has no register).
	Held map[string][]uint8
	// Lost counts known values that the catalogue in use cannot take.
	Lost []Lost
	// Unplaced counts people on the register's categories who are not on their household's sheet.
	Unplaced int

	rows int // of members
}

// emptyPopulation has room for so many rows and no columns yet.
func emptyPopulation(households, members int) *Population {
	return &Population{Population: &columnar.Population{
		First: make([]int32, households+1), Division: make([]int64, households),
		Household: map[string]*columnar.Column{}, Member: map[string]*columnar.Column{},
	}, Held: map[string][]uint8{}, rows: members}
}

// HeldBy tells, for each household, whether any member holds the category; nil where nobody knows.
func (p *Population) HeldBy(item string) []uint8 {
	of := p.Held[item]
	if of == nil {
		return nil
	}
	out := make([]uint8, len(p.Division))
	for i := range out {
		for m := p.First[i]; m < p.First[i+1]; m++ {
			out[i] |= of[m]
		}
	}
	return out
}

// mark is a category that the member in the position holds.
type mark struct {
	of     []uint8
	member int
}

func (p *Population) hold(h int, marks []mark) {
	for _, k := range marks {
		if m := int(p.First[h]) + k.member; m < int(p.First[h+1]) {
			k.of[m] = 1
		}
	}
}

// settle takes in the columns that were made, in which something is known, and merges what the cores counted.
func (p *Population) settle(made lazyColumns, plans map[int32]*plan, tallies []map[int32]*tally) {
	lost := map[Lost]int64{}
	for _, core := range tallies {
		for id, t := range core {
			pl := plans[id]
			for of, slots := range pl.slots {
				for i, s := range slots {
					reason := lostFact
					if pl.facts[of][i] != nil {
						reason = lostType
					}
					for r, n := range map[string]int64{reason: t.lost[of][i].fact, lostCode: t.lost[of][i].code, lostBound: t.lost[of][i].bound} {
						if n > 0 {
							lost[Lost{Of: s.Of, Key: s.Key, Reason: r}] += n
						}
					}
				}
			}
		}
	}
	for of, columns := range []map[string]*columnar.Column{p.Household, p.Member} {
		for key, c := range made[of] {
			if c.Column != nil {
				columns[key] = c.Column
			}
		}
	}
	for l, n := range lost {
		l.Count = n
		p.Lost = append(p.Lost, l)
	}
	slices.SortFunc(p.Lost, func(a, b Lost) int {
		if a.Key+a.Reason < b.Key+b.Reason {
			return -1
		}
		return 1
	})
}

// share sets the status facts of the catalogue from the categories held: known for everybody, because the register knows.
func (p *Population) share(pack *policy.Pack, program *columnar.Program) {
	for _, f := range pack.Facts() {
		if f.OutcomeOf == "" || p.Held[f.OutcomeOf] == nil || program != nil && !program.Reads(f.Of, f.Key) {
			continue
		}
		if f.Of == policy.OfMember {
			p.Member[f.Key] = &columnar.Column{Codes: p.Held[f.OutcomeOf]}
		} else {
			p.Household[f.Key] = &columnar.Column{Codes: p.HeldBy(f.OutcomeOf)}
		}
	}
}
