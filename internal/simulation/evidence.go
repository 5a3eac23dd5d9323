package simulation

import (
	"math/bits"
	"slices"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// factSet has a bit for each fact of the run's catalogue.
type factSet [4]uint64

const maxFacts = 256

func (s *factSet) add(o *factSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

func (s *factSet) set(i int) { s[i/64] |= 1 << (i % 64) }

func (s *factSet) empty() bool { return *s == factSet{} }

func (s *factSet) size() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// within tells whether s has nothing outside of o.
func (s *factSet) within(o *factSet) bool {
	for i := range s {
		if s[i]&^o[i] != 0 {
			return false
		}
	}
	return true
}

func (s *factSet) meets(o *factSet) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

func (s *factSet) each(f func(int)) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			f(i*64 + bits.TrailingZeros64(w))
		}
	}
}

// catalogue numbers the facts of both packs, the baseline's first: kept answers stay readable for the next change.
type catalogue struct {
	facts    []policy.Fact
	at       map[[2]string]int
	sections []string // in the order of the packs
	of       []factSet
}

func catalogueOf(packs ...*policy.Pack) *catalogue {
	c := &catalogue{at: map[[2]string]int{}}
	for _, p := range packs {
		for _, f := range p.Facts() {
			key := [2]string{f.Of, f.Key}
			if _, known := c.at[key]; known || len(c.facts) == maxFacts {
				continue
			}
			c.at[key] = len(c.facts)
			section := slices.Index(c.sections, f.Section)
			if section < 0 {
				section = len(c.sections)
				c.sections, c.of = append(c.sections, f.Section), append(c.of, factSet{})
			}
			c.of[section].set(len(c.facts))
			c.facts = append(c.facts, f)
		}
	}
	return c
}

// need is what an open rule waits for: facts of the household and of all members, and facts of the one person who is asked about.
type need struct{ all, one factSet }

func (n *need) add(o *need) {
	n.all.add(&o.all)
	n.one.add(&o.one)
}

// needs are the facts that each rule in force of an item reads, in the order of ItemResult.Rules, and those of its amount.
type needs struct {
	rules  []need
	amount need
}

// reading follows an item's expressions to the facts behind them.
type reading struct {
	pack  *policy.Pack
	c     *catalogue
	day   calendar.Date
	low   *policy.Lowered
	split map[string]bool // parameters that differ between town and country
}

func needsOf(p *policy.Pack, c *catalogue, id string, day calendar.Date) *needs {
	r := &reading{p, c, day, p.Lowered(id), map[string]bool{}}
	for _, def := range p.ParameterDefinitions() {
		for _, v := range def.Values {
			r.split[def.ID] = r.split[def.ID] || v.Urban != ""
		}
		if def.Fallback != "" {
			r.split[def.ID] = r.split[def.ID] || r.split[def.Fallback]
		}
	}
	out := &needs{}
	for k := range r.low.Item.Rules {
		rule := &r.low.Item.Rules[k]
		if !rule.InForce(day) {
			continue
		}
		var n need
		r.code(r.low.Rules[k], &n, false)
		r.code(r.low.Unless[k], &n, false)
		out.rules = append(out.rules, n)
	}
	r.code(r.low.Amount, &out.amount, false)
	return out
}

// code adds what an expression reads; own: m. means the person who is asked about.
func (r *reading) code(x *policy.Code, to *need, own bool) {
	if x == nil {
		return
	}
	for _, id := range x.Params {
		if r.split[id] {
			r.fact(policy.OfHousehold, "urban", &to.all)
		}
	}
	r.node(x.Root, to, own)
}

func (r *reading) node(n *policy.Node, to *need, own bool) {
	for _, a := range n.Args {
		r.node(a, to, own)
	}
	kind, key, ok := strings.Cut(n.Name, ".")
	if n.Op != policy.OpVar || !ok {
		return
	}
	switch kind {
	case "h":
		r.fact(policy.OfHousehold, key, &to.all)
	case "a", "m":
		own = own || kind == "a"
		set := &to.all
		if own {
			set = &to.one
		}
		if at := slices.IndexFunc(r.low.Item.MemberValues, func(v policy.Value) bool { return v.ID == key }); at >= 0 {
			r.code(r.low.MemberValues[at], to, own)
			return
		}
		r.fact(policy.OfMember, key, set)
	case "v":
		at := slices.IndexFunc(r.low.Item.Values, func(v policy.Value) bool { return v.ID == key && v.InForce(r.day) })
		if at < 0 {
			return
		}
		r.code(r.low.Values[at], to, false)
		if v := &r.low.Item.Values[at]; v.Expr == "" && v.Over != "all" { // a sum over those who count
			for _, x := range r.low.Exclusions {
				r.code(x, to, false)
			}
		}
	}
}

// fact adds a fact. One that another item in force answers is left out: what that item waits for is counted there.
func (r *reading) fact(of, key string, to *factSet) {
	f := r.pack.Fact(of, key)
	if f == nil {
		return
	}
	if f.OutcomeOf != "" {
		if it := r.pack.Item(f.OutcomeOf); it != nil && it.Valid(r.day) {
			return
		}
	}
	if at, ok := r.c.at[[2]string{of, key}]; ok {
		to.set(at)
	}
}

// waiting says what the rows of an item wait for: 0 for nothing, else one more than the place in masks.
type waiting struct {
	of    []uint16
	masks []need
}

func waitingOf(it *columnar.ItemResult, n *needs) *waiting {
	if it == nil || it.Open == nil || n == nil {
		return nil
	}
	var w *waiting
	seen := map[uint64]uint16{}
	for row, out := range it.Outcome {
		if out != columnar.NeedsEvidence {
			continue
		}
		if w == nil {
			w = &waiting{of: make([]uint16, len(it.Outcome))}
		}
		at, ok := seen[it.Open[row]]
		if !ok {
			if len(w.masks) == 1<<16-1 {
				continue
			}
			mask := n.amount
			for rest := it.Open[row]; rest != 0; rest &= rest - 1 {
				mask.add(&n.rules[bits.TrailingZeros64(rest)])
			}
			w.masks = append(w.masks, mask)
			at = uint16(len(w.masks))
			seen[it.Open[row]] = at
		}
		w.of[row] = at
	}
	return w
}

// over lays the rows at of b over those of w.
func (w *waiting) over(rows int, at []int32, b *waiting) *waiting {
	if w == nil && b == nil {
		return nil
	}
	out := &waiting{of: make([]uint16, rows)}
	if w != nil {
		copy(out.of, w.of)
		out.masks = slices.Clone(w.masks)
	}
	shift := uint16(len(out.masks))
	if b != nil {
		out.masks = append(out.masks, b.masks...)
	}
	for k, row := range at {
		out.of[row] = 0
		if b != nil && b.of[k] != 0 {
			out.of[row] = b.of[k] + shift
		}
	}
	return out
}

// unknowns are the facts that nobody has answered, for the households and the members of a part.
type unknowns struct{ household, member []factSet }

func (c *catalogue) unknowns(pop *columnar.Population) unknowns {
	u := unknowns{make([]factSet, len(pop.Division)), make([]factSet, int(pop.First[len(pop.Division)]))}
	for i := range c.facts {
		f := &c.facts[i]
		if f.Of == policy.OfHousehold {
			mark(u.household, pop.Household[f.Key], i)
		} else {
			mark(u.member, pop.Member[f.Key], i)
		}
	}
	for h := range u.household {
		for m := pop.First[h]; m < pop.First[h+1]; m++ {
			u.household[h].add(&u.member[m])
		}
	}
	return u
}

func mark(rows []factSet, c *columnar.Column, fact int) {
	if c != nil && c.Known == nil {
		return
	}
	for i := range rows {
		if c == nil || c.Known[i] == 0 {
			rows[i].set(fact)
		}
	}
}
