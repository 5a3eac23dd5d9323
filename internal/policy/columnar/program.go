package columnar

import (
	"slices"
	"sync"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// maxRules is how many rules of an item ItemResult.Failed has bits for.
const maxRules = 64

// Program is some items of a pack compiled for one day. It is safe for concurrent use.
type Program struct {
	pack   *policy.Pack
	day    calendar.Date
	items  []string
	facts  []policy.Fact
	sign   string
	params []string
	texts  map[string]int64
	places *places
	reads  map[[2]string]bool

	mu   sync.Mutex
	made map[string]*plan
}

// plan is the program for one set of options.
type plan struct {
	*assembly
	items  []*itemCode
	owners bool // some step asks whose household a member is of
	values []*valueCode
}

// valueCode is a figure of an item that Options.Values asks for.
type valueCode struct {
	name  string
	item  *itemCode
	node  *node
	level level
	index int
}

// Compile makes a program of the items as they stand on the day; no items means all that are in force. Errors name the
// item and what cannot be compiled, or an item that the pack has not or that is not in force.
func Compile(p *policy.Pack, day calendar.Date, items ...string) (*Program, error) {
	if len(items) == 0 {
		for _, it := range p.Items() {
			if it.Valid(day) {
				items = append(items, it.ID)
			}
		}
	}
	for _, id := range items {
		it := p.Item(id)
		switch {
		case it == nil:
			return nil, errs.Bad("item", "政策包 %s 没有项目 %s。请核对项目代号。", p.Name, id)
		case !it.Valid(day):
			return nil, errs.Bad("date", "%s 在 %s 没有生效。请换一个日期。", it.Name, day)
		}
	}
	prog := &Program{pack: p, day: day, items: slices.Clone(items), facts: p.Facts(), made: map[string]*plan{}}
	prog.sign = catalogue(prog.facts)
	if err := prog.survey(); err != nil {
		return nil, err
	}
	prog.places = newPlaces(p.Areas(day, prog.params))
	pl, err := prog.plan(Options{})
	if err != nil {
		return nil, err
	}
	prog.note(pl)
	return prog, nil
}

// Items are the items that the program decides.
func (prog *Program) Items() []string { return slices.Clone(prog.items) }

// Reads tells whether the program reads a fact, so that nothing else need be loaded for it.
func (prog *Program) Reads(of, key string) bool { return prog.reads[[2]string{of, key}] }

// note keeps which facts a plan's steps come from, folded ones too.
func (prog *Program) note(pl *plan) {
	prog.reads = map[[2]string]bool{{policy.OfHousehold, "urban"}: true} // parameters may differ by it
	for n := range pl.uses {
		if n.fact != nil {
			prog.reads[[2]string{n.fact.Of, n.fact.Key}] = true
		}
	}
}

// Day is the day whose policy it is.
func (prog *Program) Day() calendar.Date { return prog.day }

func (prog *Program) plan(o Options) (*plan, error) {
	key := string(rune('0' + flag(o.Derive)))
	for _, v := range o.Values {
		key += " " + v
	}
	prog.mu.Lock()
	defer prog.mu.Unlock()
	if pl := prog.made[key]; pl != nil {
		return pl, nil
	}
	g := newGraph(prog.texts)
	b := &builder{graph: g, pack: prog.pack, day: prog.day, derive: o.Derive, params: prog.params, areas: prog.places.areas, items: map[string]*itemCode{}}
	pl := &plan{}
	var roots []*node
	for i, id := range prog.items {
		c := b.item(id)
		c.index = i
		pl.items = append(pl.items, c)
		roots = append(roots, b.result(c))
	}
	for i, name := range o.Values {
		v, err := b.valueNamed(name)
		if err != nil {
			return nil, err
		}
		v.index = i
		pl.values = append(pl.values, v)
		args := []*node{b.lift(v.node, v.level)}
		if v.item.fault != nil {
			args = append(args, b.lift(v.item.fault, v.level))
		}
		roots = append(roots, &node{op: oValue, kind: v.node.kind, level: v.level, args: args, out: v})
	}
	pl.assembly = assemble(roots)
	for _, in := range pl.code {
		pl.owners = pl.owners || in.n.op == oLiftMember || in.level == atMember && (in.n.op == oItem || in.n.op == oValue)
	}
	prog.made[key] = pl
	return pl, nil
}
