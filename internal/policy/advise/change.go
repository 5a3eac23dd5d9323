package advise

import (
	"cmp"
	"slices"

	"zhongfu/internal/policy"
)

// Change is one fact with another value.
type Change struct {
	Member, Name string // "" for the household
	Fact         *policy.Fact
	From, To     policy.ValueResult
	Distance     int64 // for whole numbers: how far; 0 for a choice
	Up           bool  // for whole numbers: more is needed
}

// RuleChange is a failed condition and what would make it hold.
type RuleChange struct {
	Rule    policy.RuleResult
	Options []Change // each alone makes this condition hold, the smallest first; empty: no single fact does
	Needs   []Basis  // recognitions, each of which would make it hold
}

// Difference is what would have to be different for a refused item to be granted.
type Difference struct {
	Alone    []Change     // each alone makes the item granted, the smallest first
	Rules    []RuleChange // every failed condition
	Together bool         // the first option of every condition, all at once, makes it granted
}

// Differ works out what would have to be different for the item to be granted; nil where it is not refused. Facts that
// are unknown are not guessed at.
func Differ(s *policy.Sitting, item, person string) (*Difference, error) {
	res, err := s.Evaluate(item, person)
	if err != nil || res.Outcome != policy.Ineligible {
		return nil, err
	}
	d := &Difference{}
	candidates := changeable(s, item, person)
	failed := 0
	for _, r := range res.Rules {
		if r.Passed == nil || *r.Passed {
			continue
		}
		failed++
		rc := RuleChange{Rule: r}
		for _, c := range candidates {
			rc.Options = append(rc.Options, c.changes(s, item, person, passes(r.ID))...)
		}
		slices.SortStableFunc(rc.Options, smaller)
		rc.Needs = recognitions(s, item, person, r.ID)
		d.Rules = append(d.Rules, rc)
	}
	if failed == 1 {
		d.Alone = proved(s, item, person, d.Rules[0].Options)
	} else {
		for _, c := range candidates {
			d.Alone = append(d.Alone, c.changes(s, item, person, becomes)...)
		}
		slices.SortStableFunc(d.Alone, smaller)
	}
	d.Together = len(d.Alone) > 0 || together(s, item, person, d.Rules)
	return d, nil
}

// proved keeps the changes after which the item is granted.
func proved(s *policy.Sitting, item, person string, changes []Change) []Change {
	var out []Change
	for _, c := range changes {
		if t, err := apply(s, c); err == nil {
			if r, err := t.Evaluate(item, person); err == nil && r.Outcome == policy.Eligible {
				out = append(out, c)
			}
		}
	}
	return out
}

func together(s *policy.Sitting, item, person string, rules []RuleChange) bool {
	for _, r := range rules {
		if len(r.Options) == 0 {
			return false
		}
		var err error
		if s, err = apply(s, r.Options[0]); err != nil {
			return false
		}
	}
	r, err := s.Evaluate(item, person)
	return err == nil && r.Outcome == policy.Eligible
}

func apply(s *policy.Sitting, c Change) (*policy.Sitting, error) {
	return s.With(c.Member, c.Fact.Key, c.To.Value)
}

// smaller orders changes: amounts and counts by how far, choices after them.
func smaller(x, y Change) int {
	number := func(c Change) int {
		if c.Distance > 0 {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(number(x), number(y)), cmp.Compare(x.Distance, y.Distance))
}

// candidate is a known fact that may be changed.
type candidate struct {
	member, name string
	fact         *policy.Fact
	now          any
}

// changeable lists the known facts that people can change and that the item, or an item it asks, reads.
func changeable(s *policy.Sitting, item, person string) []candidate {
	household, member := reads(s.Pack(), item, map[string]bool{})
	var out []candidate
	add := func(of, id, name, key string) {
		f := s.Pack().Fact(of, key)
		if f == nil || !f.Changeable() {
			return
		}
		if v := s.Value(id, key); v != nil {
			out = append(out, candidate{id, name, f, v})
		}
	}
	for _, key := range household {
		add(policy.OfHousehold, "", "", key)
	}
	for _, m := range s.Input().Members {
		for _, key := range member {
			add(policy.OfMember, m.ID, m.Name, key)
		}
	}
	return out
}

// reads collects the facts of an item and of the items it asks.
func reads(pack *policy.Pack, item string, seen map[string]bool) (household, member []string) {
	it := pack.Item(item)
	if it == nil || seen[item] {
		return nil, nil
	}
	seen[item] = true
	household, member = it.Needs()
	household, member = slices.Clone(household), slices.Clone(member)
	more := func(id string) {
		h, m := reads(pack, id, seen)
		for _, k := range h {
			if !slices.Contains(household, k) {
				household = append(household, k)
			}
		}
		for _, k := range m {
			if !slices.Contains(member, k) {
				member = append(member, k)
			}
		}
	}
	for _, r := range it.Rules {
		if r.Item != "" {
			more(r.Item)
		}
	}
	return household, member
}

// changes are the nearest other values of the fact that meet the goal.
func (c candidate) changes(s *policy.Sitting, item, person string, g goal) []Change {
	switch now := c.now.(type) {
	case bool:
		return c.choices(s, item, person, g, []any{!now})
	case string:
		var others []any
		for _, o := range c.fact.Options {
			if o.Code != now {
				others = append(others, o.Code)
			}
		}
		return c.choices(s, item, person, g, others)
	case int64:
		lo, hi := c.fact.Limits()
		at := &search{sitting: s, item: item, person: person, member: c.member, fact: c.fact.Key, goal: g}
		below, above := at.nearest(now, lo, hi)
		var out []Change
		for _, v := range []*int64{below, above} {
			if v != nil {
				ch := c.to(*v)
				ch.Distance, ch.Up = max(now-*v, *v-now), *v > now
				out = append(out, ch)
			}
		}
		return out
	}
	return nil
}

func (c candidate) choices(s *policy.Sitting, item, person string, g goal, values []any) []Change {
	var out []Change
	for _, v := range values {
		t, err := s.With(c.member, c.fact.Key, v)
		if err != nil {
			continue
		}
		if r, err := t.Evaluate(item, person); err == nil {
			if _, must := g(r); must {
				out = append(out, c.to(v))
			}
		}
	}
	return out
}

func (c candidate) to(v any) Change {
	return Change{Member: c.member, Name: c.name, Fact: c.fact, From: c.fact.Shown(c.now), To: c.fact.Shown(v)}
}

// recognitions are the items whose recognition alone would make the rule hold.
func recognitions(s *policy.Sitting, item, person, rule string) []Basis {
	pack := s.Pack()
	household, member := pack.Item(item).Needs()
	var out []Basis
	try := func(of, id, key string) {
		f := pack.Fact(of, key)
		if f == nil || f.OutcomeOf == "" || f.OutcomeOf == item {
			return
		}
		t, err := s.With(id, key, true)
		if err != nil {
			return
		}
		if r, err := t.Evaluate(item, person); err == nil {
			if _, must := passes(rule)(r); must {
				it := pack.Item(f.OutcomeOf)
				out = append(out, Basis{Item: it.ID, Name: it.Name})
			}
		}
	}
	for _, key := range household {
		try(policy.OfHousehold, "", key)
	}
	if person != "" {
		for _, key := range member {
			try(policy.OfMember, person, key)
		}
	}
	return out
}
