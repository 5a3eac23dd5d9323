package policy

import (
	"maps"
	"slices"

	"zhongfu/internal/errs"
)

// Sitting asks many items about one household. The facts are checked once, and what a status fact comes out as is worked
// out once for all items. It is not safe for concurrent use.
type Sitting struct {
	pack  *Pack
	in    Input
	facts *normalised
}

// Range is a whole-number fact of which only bounds are known, both ends included. Member is "" for the household's.
type Range struct {
	Member, Fact string
	Lo, Hi       int64
}

// Sit checks the facts of a household and makes ready to ask about it. in.Person is ignored. Errors: as Evaluate's.
func (p *Pack) Sit(in Input) (*Sitting, error) {
	if !p.Serves(in.Division) {
		return nil, errs.Bad("division", "区划 %012d 不在政策包 %s（%s）的范围内。请换用当地的政策包。", in.Division, p.Name, p.Title)
	}
	in.Person = ""
	n, err := p.normalise(in)
	if err != nil {
		return nil, err
	}
	return &Sitting{pack: p, in: in, facts: n}, nil
}

// Pack is the policy that is asked.
func (s *Sitting) Pack() *Pack { return s.pack }

// Input is the household as it was given. Do not change it.
func (s *Sitting) Input() Input { return s.in }

// Evaluate is Pack.Evaluate on the sitting's facts; person is the applicant for items of unit person.
func (s *Sitting) Evaluate(item, person string) (*Result, error) {
	it := s.pack.items[item]
	if it == nil {
		return nil, errs.Bad("item", "政策包 %s 没有项目 %s%s。", s.pack.Name, item, suggestion(item, s.pack.itemOrder))
	}
	in := s.in
	if it.Unit == UnitPerson {
		if !slices.ContainsFunc(in.Members, func(m Member) bool { return m.ID == person }) {
			return nil, errs.Bad("person", "“%s”按人申请，请指明是哪一名成员。", it.Name)
		}
		in.Person = person
	}
	key := item + "\x00" + in.Person
	if r := s.facts.outcomes[key]; r != nil {
		return r, nil
	}
	r, err := s.pack.evaluate(it, in, s.facts, nil)
	if err == nil {
		s.facts.outcomes[key] = r
	}
	return r, err
}

// With is the sitting with one fact changed; nil makes it unknown. Errors: a value that does not fit the catalogue.
func (s *Sitting) With(member, fact string, value any) (*Sitting, error) {
	f := s.fact(member, fact)
	if f == nil {
		return nil, errs.Bad(fact, "没有名为 %s 的事实。", fact)
	}
	if value != nil {
		v, err := f.normalise(value)
		if err != nil {
			return nil, errs.Bad(fact, "%s（%s）%s", f.Label, fact, err.Error())
		}
		value = v
	}
	return s.changed(member, fact, value, nil), nil
}

// Within is the sitting with one fact unknown but inside bounds. A rule that comes out the same for every value inside
// comes out so; else it stays open. This is what makes a search for thresholds exact.
func (s *Sitting) Within(r Range) *Sitting { return s.changed(r.Member, r.Fact, nil, &r) }

// Value is the fact as the sitting has it; nil is unknown.
func (s *Sitting) Value(member, fact string) any {
	if member == "" {
		return s.facts.household[fact]
	}
	for i, m := range s.in.Members {
		if m.ID == member {
			return s.facts.members[i][fact]
		}
	}
	return nil
}

func (s *Sitting) fact(member, key string) *Fact {
	if member == "" {
		return s.pack.householdFacts[key]
	}
	return s.pack.memberFacts[key]
}

func (s *Sitting) changed(member, fact string, value any, narrow *Range) *Sitting {
	n := &normalised{outcomes: map[string]*Result{}, household: s.facts.household, members: slices.Clone(s.facts.members), narrow: narrow}
	put := func(facts map[string]any) map[string]any {
		facts = maps.Clone(facts)
		delete(facts, fact)
		if value != nil {
			facts[fact] = value
		}
		return facts
	}
	if member == "" {
		n.household = put(n.household)
	}
	for i, m := range s.in.Members {
		if m.ID == member {
			n.members[i] = put(n.members[i])
		}
	}
	return &Sitting{pack: s.pack, in: s.in, facts: n}
}

// bound is the range in which an unknown fact lies.
func (n *normalised) bound(member string, f *Fact) interval {
	if r := n.narrow; r != nil && r.Member == member && r.Fact == f.Key {
		return span(r.Lo, r.Hi)
	}
	return f.interval()
}

// Limits are the smallest and largest value that a whole-number fact may have.
func (f *Fact) Limits() (lo, hi int64) { return f.limits() }

// Shown is a value of the fact as a figure, with its text; v is nil where it is unknown.
func (f *Fact) Shown(v any) ValueResult { return f.shown(v) }

// Needs lists the keys of the facts that the item reads itself: the household's, and its members'.
func (it *Item) Needs() (household, member []string) { return it.code.household, it.code.member }
