package deptsim

import (
	"sync/atomic"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
	"zhongfu/internal/synth"
)

// People is the synthetic population that the departments know: the one of the demonstration and of the bulk loads, made
// anew from their seed and day. It keeps nobody in memory but a few households that were asked last.
type People struct {
	seed   uint64
	asOf   calendar.Date
	clock  clock.Clock
	g      *synth.Generator
	finder *synth.Finder
	recent [8192]atomic.Pointer[synth.Household]
}

// NewPeople takes the seed and the day of the register: demo.Loader loads people as of 60 days before it runs. Departments
// know what has happened until the clock's day.
func NewPeople(seed uint64, places *division.Index, asOf calendar.Date, now clock.Clock) (*People, error) {
	g, err := synth.New(seed, places, synth.Options{AsOf: asOf})
	if err != nil {
		return nil, err
	}
	return &People{seed: seed, asOf: asOf, clock: now, g: g, finder: synth.NewFinder(g)}, nil
}

// person is whom a question is about, as all departments together know them.
type person struct {
	id    string
	name  string // "" where no department has it
	sex   int
	birth calendar.Date
	age   int           // today
	day   calendar.Date // today
	h     *synth.Household
	m     *synth.Member
	known bool // of the population; a stranger borrows the circumstances of somebody of it, or has none (h nil)
	seed  uint64
	apart differences
}

// draw starts a stream for one subject of a person: the same whatever else was asked.
func (p *person) draw(subject string) draw { return newDraw(p.seed, subject, p.id) }

// of starts a stream for one subject of the household.
func (p *person) ofHousehold(subject string) draw {
	if p.h == nil {
		return p.draw(subject)
	}
	return newDraw(p.seed, subject, p.h.Members[0].IDNumber)
}

func (p *person) head() bool { return p.h != nil && p.m == &p.h.Members[0] }

// strangerHasNothing is the share in a hundred of unknown people of whom no department has a record.
const strangerHasNothing = 55

// find makes the person of a resident number, or of whatever else stands in its place.
func (p *People) find(id string) person {
	out := person{id: id, seed: p.seed, day: clock.Today(p.clock)}
	if i, member, ok := p.finder.Place(id); ok {
		h := p.household(i)
		if member < len(h.Members) && h.Members[member].IDNumber == id {
			out.h, out.m, out.known = h, &h.Members[member], true
			out.name, out.sex, out.birth, out.age = out.m.Name, out.m.Sex, out.m.Birth, out.m.Birth.Age(out.day)
			out.apart = differencesOf(&out)
			return out
		}
	}
	d := newDraw(p.seed, "stranger", id)
	out.sex, out.birth = 1+d.n(2), out.day.AddDays(-d.between(7000, 28000))
	if r, err := idnum.ParseResidentOn("", id, out.day); err == nil {
		out.sex, out.birth = r.Sex, r.Birth
	}
	out.age = out.birth.Age(out.day)
	if out.age >= 18 && !d.chance(strangerHasNothing) {
		out.h = p.household(d.n(min(p.g.Capacity(), 100_000)))
		out.m = &out.h.Members[0]
	}
	return out
}

func (p *People) household(i int) *synth.Household {
	at := &p.recent[i%len(p.recent)]
	if h := at.Load(); h != nil && h.Index == i {
		return h
	}
	h := p.g.Household(i)
	at.Store(&h)
	return &h
}
