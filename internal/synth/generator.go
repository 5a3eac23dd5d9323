package synth

import (
	"fmt"
	"iter"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/money"
)

// Options set what a generator makes. The zero value is Guangdong as of 2026-01-01.
type Options struct {
	Scope    int64                                     // division whose villages are peopled; 0 = Guangdong
	AsOf     calendar.Date                             // nobody is born later, ages count to it; 0 = 2026-01-01
	Standard func(village int64, urban bool) money.Fen // dibao standard that incomes are drawn around; nil = Guangdong 2024
}

// Generator makes households by number. It is safe for concurrent use.
type Generator struct {
	seed     uint64
	asOf     calendar.Date
	standard func(int64, bool) money.Fen
	places   []place
	slots    []slot // one per unit of a village's weight, shuffled
	counties map[int32]int
	rounds   int
}

type place struct {
	code    int64
	div6    int32
	county  int // slots of the county
	urban   bool
	address string
}

// slot is a turn of a village and the turn's number within its county.
type slot struct {
	place int32
	rank  int32
}

const (
	maxMembers = 6
	groups     = 83   // groups × maxMembers ≤ 500 sequence numbers
	modulus    = 1024 // classes of days of birth
	perCounty  = groups * modulus
)

// New prepares a generator over the villages of the index.
func New(seed uint64, divisions *division.Index, opts Options) (*Generator, error) {
	if opts.Scope == 0 {
		opts.Scope = 440000000000
	}
	if opts.AsOf == 0 {
		opts.AsOf = calendar.NewDate(2026, 1, 1)
	}
	if opts.Standard == nil {
		opts.Standard = Guangdong2024
	}
	g := &Generator{seed: seed, asOf: opts.AsOf, standard: opts.Standard, counties: map[int32]int{}}
	for _, v := range divisions.Villages(opts.Scope) {
		town, _ := divisions.Get(v.Parent)
		g.places = append(g.places, place{code: v.Code, div6: int32(v.Code / 1e6), urban: town.UrbanHint(), address: divisions.FullName(v.Parent) + locality(v.Name)})
	}
	if len(g.places) == 0 {
		return nil, fmt.Errorf("synth: no villages in division %d", opts.Scope)
	}
	g.deal()
	return g, nil
}

// locality turns the name of a village committee into the name of the place: 池田村民委员会 into 池田村.
func locality(committee string) string {
	for _, e := range []struct{ ending, place string }{
		{"社区居民委员会", "社区"}, {"社区居委会", "社区"}, {"居民委员会", "社区"}, {"居委会", "社区"}, {"村民委员会", "村"}, {"村委会", "村"},
	} {
		if name, ok := strings.CutSuffix(committee, e.ending); ok && name != "" {
			return strings.TrimSuffix(name, e.place) + e.place
		}
	}
	return committee
}

// deal gives each village its turns, shuffles them and numbers them within their counties.
func (g *Generator) deal() {
	for i := range g.places {
		r := newRng(g.seed, uint64(g.places[i].code))
		for range 1 + r.n(4) {
			g.slots = append(g.slots, slot{place: int32(i)})
		}
	}
	r := newRng(g.seed, 0x5107)
	for i := len(g.slots) - 1; i > 0; i-- {
		j := r.n(i + 1)
		g.slots[i], g.slots[j] = g.slots[j], g.slots[i]
	}
	largest := 0
	for i := range g.slots {
		div6 := g.places[g.slots[i].place].div6
		g.slots[i].rank = int32(g.counties[div6])
		g.counties[div6]++
		largest = max(largest, g.counties[div6])
	}
	for i := range g.places {
		g.places[i].county = g.counties[g.places[i].div6]
	}
	g.rounds = perCounty / largest
}

// Capacity is how many households the generator can make with unique resident numbers: about 3 million for a
// province, 84 992 for one county.
func (g *Generator) Capacity() int { return g.rounds * len(g.slots) }

// Households yields households 0 … n−1.
func (g *Generator) Households(n int) iter.Seq[Household] {
	return func(yield func(Household) bool) {
		for i := range n {
			if !yield(g.Household(i)) {
				return
			}
		}
	}
}

// Household makes household number i, 0 ≤ i < Capacity; it panics outside, where numbers would repeat.
func (g *Generator) Household(i int) Household {
	if i < 0 || i >= g.Capacity() {
		panic(fmt.Sprintf("synth: household %d of %d", i, g.Capacity()))
	}
	s := g.slots[i%len(g.slots)]
	p := &g.places[s.place]
	b := builder{g: g, r: newRng(g.seed, uint64(i)<<8|0xff), place: p, serial: i/len(g.slots)*p.county + int(s.rank), index: i}
	return b.build()
}

// builder makes one household.
type builder struct {
	g      *Generator
	r      rng
	place  *place
	serial int // number of the household within its county
	index  int
	home   *place // where it lives
	kind   int    // of family
	h      Household
}

func (b *builder) build() Household {
	r := &b.r
	b.home = b.place
	if r.chance(4) {
		b.home = b.elsewhere()
	}
	b.h = Household{
		Index: b.index, Division: b.place.code, Residence: b.home.code, Urban: b.home.urban,
		Address: b.address(b.home), Members: make([]Member, 0, maxMembers),
		Circumstance: Circumstance(r.weighted([]int{35, 30, 15, 20})),
		Standard:     b.g.standard(b.place.code, b.place.urban),
	}
	b.family()
	b.incomes()
	b.more()
	return b.h
}

func (b *builder) elsewhere() *place { return &b.g.places[b.g.slots[b.r.n(len(b.g.slots))].place] }
