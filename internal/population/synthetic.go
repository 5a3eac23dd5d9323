package population

import (
	"context"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/synth"
)

// filler writes synthetic households into columns.
type filler struct {
	pop               *columnar.Population
	household, member []fillColumn
}

type fillColumn struct {
	fact   synth.Fact
	column *columnar.Column
	codes  map[string]uint8
}

func newFiller(pack *policy.Pack, pop *columnar.Population) *filler {
	f := &filler{pop: pop}
	f.household = fillColumns(pack, policy.OfHousehold, synth.HouseholdFacts(), pop.Household)
	f.member = fillColumns(pack, policy.OfMember, synth.MemberFacts(), pop.Member)
	for _, columns := range []map[string]*columnar.Column{pop.Household, pop.Member} {
		for key := range columns {
			if !f.fills(key) {
				delete(columns, key) // unknown for everybody
			}
		}
	}
	return f
}

func (f *filler) fills(key string) bool {
	has := func(c fillColumn) bool { return c.fact.Key == key }
	return slices.ContainsFunc(f.household, has) || slices.ContainsFunc(f.member, has)
}

// fillColumns pairs the facts that the catalogue knows with their columns.
func fillColumns(pack *policy.Pack, of string, facts []synth.Fact, columns map[string]*columnar.Column) []fillColumn {
	var out []fillColumn
	for _, s := range facts {
		f := pack.Fact(of, s.Key)
		if f == nil {
			continue
		}
		c := fillColumn{fact: s, column: columns[s.Key]}
		if s.Kind == synth.Code {
			c.codes = map[string]uint8{}
			for i, o := range f.Options {
				c.codes[o.Code] = uint8(i)
			}
		}
		out = append(out, c)
	}
	return out
}

// put writes household i with its members from row m and returns the row after them.
func (f *filler) put(i, m int, h *synth.Household) int {
	f.pop.Division[i] = h.Division
	for k := range f.household {
		f.household[k].put(i, h, nil)
	}
	for j := range h.Members {
		for k := range f.member {
			f.member[k].put(m+j, h, &h.Members[j])
		}
	}
	m += len(h.Members)
	f.pop.First[i+1] = int32(m)
	return m
}

func (c *fillColumn) put(row int, h *synth.Household, m *synth.Member) {
	if c.fact.Kind == synth.Code {
		code, known := c.fact.Code(h, m)
		v, listed := c.codes[code]
		if known && listed {
			c.column.Codes[row], c.column.Known[row] = v, 1
		}
		return
	}
	v, known := c.fact.Number(h, m)
	if !known {
		return
	}
	switch c.fact.Kind {
	case synth.Flag:
		c.column.Codes[row] = uint8(v)
	case synth.Day:
		c.column.Days[row] = int32(v)
	default:
		c.column.Ints[row] = v
	}
	c.column.Known[row] = 1
}

// FromSynthetic are households as columns, for sheets and for what is drawn household by household.
func FromSynthetic(pack *policy.Pack, households []*synth.Household) *columnar.Population {
	members := 0
	for _, h := range households {
		members += len(h.Members)
	}
	pop := columnar.NewPopulation(pack, len(households), members)
	f, m := newFiller(pack, pop), 0
	for i, h := range households {
		m = f.put(i, m, h)
	}
	return pop
}

// chunkHouseholds is how many synthetic households a core draws at a time.
const chunkHouseholds = 4096

// Synthetic draws households 0 … n−1 of the generator straight into columns, on all cores, the same on any machine.
// Nobody holds anything: a synthetic province has no register.
func Synthetic(ctx context.Context, pack *policy.Pack, g *synth.Generator, n int, progress func(households int)) (*Population, error) {
	const most = 6 // members of a synthetic household; pages that stay untouched cost nothing
	pop := columnar.NewPopulation(pack, n, n*most)
	f := newFiller(pack, pop)
	chunks := (n + chunkHouseholds - 1) / chunkHouseholds
	begins := make([]chan int, chunks+1) // where the members of each chunk begin: told by the chunk before
	for i := range begins {
		begins[i] = make(chan int, 1)
	}
	begins[0] <- 0
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for k := range chunks {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				begins[k+1] <- 0
				return err
			}
			from, to := k*chunkHouseholds, min(n, (k+1)*chunkHouseholds)
			drawn, members := make([]synth.Household, 0, to-from), 0
			for i := from; i < to; i++ {
				drawn = append(drawn, g.Household(i))
				members += len(drawn[i-from].Members)
			}
			m := <-begins[k]
			begins[k+1] <- m + members
			for i := range drawn {
				m = f.put(from+i, m, &drawn[i])
			}
			if progress != nil {
				progress(to)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	trim(pop)
	return &Population{Population: pop, rows: pop.Members()}, nil
}

// trim cuts member columns to the rows that are used.
func trim(pop *columnar.Population) {
	n := pop.Members()
	for _, c := range pop.Member {
		if c.Ints != nil {
			c.Ints = c.Ints[:n:n]
		}
		if c.Days != nil {
			c.Days = c.Days[:n:n]
		}
		if c.Codes != nil {
			c.Codes = c.Codes[:n:n]
		}
		c.Known = c.Known[:n:n]
	}
}
