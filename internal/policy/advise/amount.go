package advise

import (
	"cmp"
	"slices"

	"zhongfu/internal/policy"
)

// step is the change of money by which movements of an amount are told: 100 yuan.
const step = 10_000

// Movement is how the amount answers to one fact, and how far the fact can go before the item ends.
type Movement struct {
	Members []string // names of those for whose fact this holds; empty for the household's
	Facts   []*policy.Fact
	Per100  int64  // fen that the amount changes by for 100 yuan more
	Room    *int64 // fen that the fact can still grow while the item is granted; nil: it does not end
}

// Move works out how the amount of a granted item moves with each known amount of money. Facts that move it alike are
// told together; what moves nothing and ends nothing is left out.
func Move(s *policy.Sitting, item, person string) ([]Movement, error) {
	res, err := s.Evaluate(item, person)
	if err != nil || res.Outcome != policy.Eligible || res.AmountFen == nil {
		return nil, err
	}
	var out []Movement
	for _, c := range changeable(s, item, person) {
		now, ok := c.now.(int64)
		_, hi := c.fact.Limits()
		if !ok || now > hi-step || c.fact.Type != policy.Money && c.fact.Type != policy.MoneyMonthly || c.member != "" && !counts(res, c.member) {
			continue
		}
		m := Movement{Facts: []*policy.Fact{c.fact}}
		if c.name != "" {
			m.Members = []string{c.name}
		}
		t, err := s.With(c.member, c.fact.Key, now+step)
		if err != nil {
			continue
		}
		if r, err := t.Evaluate(item, person); err == nil && r.AmountFen != nil && r.Outcome == policy.Eligible {
			m.Per100 = *r.AmountFen - *res.AmountFen
		}
		at := &search{sitting: s, item: item, person: person, member: c.member, fact: c.fact.Key, goal: ends, left: budget}
		if end := at.find(now+1, hi, false); end != nil {
			room := *end - 1 - now
			m.Room = &room
		}
		if m.Per100 != 0 || m.Room != nil {
			out = append(out, m)
		}
	}
	out = merge(out)
	slices.SortStableFunc(out, func(x, y Movement) int { return cmp.Compare(x.Per100, y.Per100) })
	return out, nil
}

// merge joins movements that are alike: first those of one fact over members, then those of the same members over facts.
func merge(all []Movement) []Movement {
	byFact := join(all, func(x, y Movement) bool { return x.Facts[0] == y.Facts[0] })
	return join(byFact, func(x, y Movement) bool { return slices.Equal(x.Members, y.Members) })
}

func join(all []Movement, alike func(x, y Movement) bool) []Movement {
	var out []Movement
next:
	for _, m := range all {
		for i := range out {
			o := &out[i]
			if o.Per100 != m.Per100 || !sameRoom(o.Room, m.Room) || !alike(*o, m) {
				continue
			}
			o.Facts, o.Members = union(o.Facts, m.Facts), union(o.Members, m.Members)
			continue next
		}
		out = append(out, m)
	}
	return out
}

func sameRoom(a, b *int64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func union[T comparable](a, b []T) []T {
	a = slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}
