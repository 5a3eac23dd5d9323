package columnar

import (
	"math/rand/v2"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// How likely a random population leaves facts unknown, in hundredths, column by column.
var hides = []int{0, 0, 3, 20, 60}

// randomPopulation draws facts near the bounds that rules have, so that every way a rule can come out occurs. whole leaves
// no fact unknown but what items answer.
func randomPopulation(r *rand.Rand, p *policy.Pack, day calendar.Date, households int, divisions []int64, whole bool) *Population {
	sizes := make([]int, households)
	members := 0
	for i := range sizes {
		sizes[i] = 1 + r.IntN(4)
		if r.IntN(60) == 0 {
			sizes[i] = 0
		}
		if r.IntN(200) == 0 {
			sizes[i] = 9
			if households > 1000 { // the interpreter takes seconds for so many people whose statuses are open
				sizes[i] = policy.MaxMembers
			}
		}
		members += sizes[i]
	}
	pop := NewPopulation(p, households, members)
	for i, n := range sizes {
		pop.First[i+1] = pop.First[i] + int32(n)
		pop.Division[i] = divisions[r.IntN(len(divisions))]
		if r.IntN(150) == 0 {
			pop.Division[i] = 990000000000
		}
	}
	for _, f := range p.Facts() {
		rows, columns := households, pop.Household
		if f.Of == policy.OfMember {
			rows, columns = members, pop.Member
		}
		c := columns[f.Key]
		switch {
		case r.IntN(25) == 0 && !whole:
			delete(columns, f.Key)
			continue
		case f.OutcomeOf != "" && r.IntN(2) == 0:
			continue // nothing known: worked out
		}
		share := hides[r.IntN(len(hides))]
		if whole {
			share = 0
		}
		for i := range rows {
			c.Known[i] = flag(r.IntN(100) >= share)
			if c.Known[i] == 0 && r.IntN(2) == 0 {
				continue
			}
			c.draw(r, &f, day, i)
		}
		if allSet(c.Known) && r.IntN(2) == 0 {
			c.Known = nil
		}
	}
	return pop
}

func (c *Column) draw(r *rand.Rand, f *policy.Fact, day calendar.Date, i int) {
	switch f.Type {
	case policy.Bool:
		c.Codes[i] = flag(r.IntN(5) == 0)
	case policy.Enum:
		c.Codes[i] = uint8(r.IntN(len(f.Options)))
		if r.IntN(2) == 0 {
			c.Codes[i] = 0
		}
	case policy.DateFact:
		c.Days[i] = int32(drawDay(r, day))
	case policy.DivisionFact:
		c.Ints[i] = 440000000000 + r.Int64N(1e10)
	case policy.Decimal:
	default:
		lo, hi, _ := f.Span()
		switch r.IntN(8) {
		case 0:
			c.Ints[i] = lo + r.Int64N(hi-lo+1)
		case 1:
			c.Ints[i] = hi - min(hi-lo, r.Int64N(3))
		case 2, 3:
			c.Ints[i] = lo
		case 4, 5:
			c.Ints[i] = lo + r.Int64N(min(6, hi-lo+1))
		default:
			c.Ints[i] = lo + r.Int64N(min(200_000, hi-lo+1))
		}
	}
}

// drawDay is a day of birth: often a birthday of today, its eve or morrow, or 29 February.
func drawDay(r *rand.Rand, day calendar.Date) calendar.Date {
	y, m, d := day.Civil()
	age := r.IntN(100)
	switch r.IntN(4) {
	case 0:
		return calendar.NewDate(y-age, m, d) + calendar.Date(r.IntN(3)-1)
	case 1:
		return calendar.NewDate(1904+4*r.IntN(30), 2, 29)
	}
	return day - calendar.Date(r.IntN(36000))
}
