package advise

import (
	"slices"

	"zhongfu/internal/policy"
)

// GateAnswer is what was said to an opening question (policy.Gate); Holds nil means that they do not know.
type GateAnswer struct {
	Member, Gate string
	Holds        *bool
}

// The states of a fact that stands behind opening questions.
const (
	shut    = iota // all said no: the fact is what Otherwise says
	ajar           // not known, and nobody is asked on
	open           // ask the fact
	unasked        // ask the opening questions first
)

// asking is one question to one person, or to the household where member is "".
type asking struct {
	fact   *policy.Fact
	member string
}

// doors tells what opening questions leave to be asked. It reads answers and changes nothing.
type doors struct {
	pack  *policy.Pack
	house *Household
	in    *policy.Input // known facts, the settled ones included
	out   map[string]bool
	// sitting works out what is recognised; nil while facts are only settled.
	sitting *policy.Sitting
}

// state of a fact of somebody, with the questions that have to come first where it is unasked.
func (d doors) state(f *policy.Fact, member string) (int, []asking) {
	if len(f.Behind) == 0 || !d.house.Led {
		return open, nil
	}
	most := shut
	var first []asking
	for _, key := range f.Behind {
		var s int
		var ask []asking
		if g := d.pack.Gate(key); g != nil {
			s, ask = d.gate(g, f.Of, member)
		} else {
			s, ask = d.before(d.pack.Before(f, key), f.Of, member)
		}
		if s == open {
			return open, nil
		}
		most, first = max(most, s), append(first, ask...)
	}
	return most, first
}

func (d doors) gate(g *policy.Gate, of, member string) (int, []asking) {
	most := shut
	var ask []asking
	for _, id := range d.whom(g.Of, of, member) {
		i := slices.IndexFunc(d.house.Gates, func(a GateAnswer) bool { return a.Gate == g.Key && a.Member == id })
		switch {
		case i < 0:
			most, ask = unasked, append(ask, asking{g.AsFact(), id})
		case d.house.Gates[i].Holds == nil:
			most = max(most, ajar)
		case *d.house.Gates[i].Holds:
			return open, nil
		}
	}
	return most, ask
}

// whom are those whose answer to a question of the household or of members counts for a fact of somebody: for a fact of
// the household, anybody's of the family.
func (d doors) whom(question, fact, member string) []string {
	switch {
	case question == policy.OfHousehold:
		return []string{""}
	case fact == policy.OfMember:
		return []string{member}
	}
	var out []string
	for _, m := range d.house.Members {
		if !d.out[m.ID] {
			out = append(out, m.ID)
		}
	}
	return out
}

// before is the state that a fact in front of another leaves it in.
func (d doors) before(f *policy.Fact, of, member string) (int, []asking) {
	most := shut
	var first []asking
	for _, id := range d.whom(f.Of, of, member) {
		s, ask := d.told(f, id)
		if s == open {
			return open, nil
		}
		most, first = max(most, s), append(first, ask...)
	}
	return most, first
}

func (d doors) told(f *policy.Fact, member string) (int, []asking) {
	if f.OutcomeOf != "" {
		return d.outcome(f, member), nil
	}
	if v := value(d.in, member, f.Key); v != nil {
		if v == false || v == int64(0) || v == 0 || v == 0.0 {
			return shut, nil
		}
		return open, nil
	}
	if said(d.house, member, f.Key) {
		return ajar, nil
	}
	s, first := d.state(f, member)
	if s == open {
		return unasked, []asking{{f, member}}
	}
	return s, first
}

// outcome is what a recognition leaves behind it: open once it is held or comes out so, else to be waited for. What nobody
// can get is refused by the policy itself.
func (d doors) outcome(f *policy.Fact, member string) int {
	if value(d.in, member, f.Key) == true {
		return open
	}
	if d.sitting != nil {
		if r, err := d.sitting.Evaluate(f.OutcomeOf, member); err == nil && r.Outcome == policy.Eligible {
			return open
		}
	}
	return unasked
}

// settle writes what a no to the opening questions says and tells whether it wrote anything. A fact that was told itself
// is left alone.
func (d doors) settle() (changed bool) {
	for again := true; again; { // a fact behind a fact that was settled only now
		again = false
		for _, f := range d.pack.Facts() {
			without := f.Without()
			if without == nil || f.Question == "" {
				continue
			}
			who := []string{""}
			if f.Of == policy.OfMember {
				who = nil
				for _, m := range d.in.Members {
					who = append(who, m.ID)
				}
			}
			for _, id := range who {
				if value(d.in, id, f.Key) != nil || said(d.house, id, f.Key) {
					continue
				}
				if s, _ := d.state(&f, id); s == shut {
					put(d.in, id, f.Key, without)
					again, changed = true, true
				}
			}
		}
	}
	return changed
}

func value(in *policy.Input, member, key string) any {
	if member == "" {
		return in.Household[key]
	}
	for _, m := range in.Members {
		if m.ID == member {
			return m.Facts[key]
		}
	}
	return nil
}

// said tells whether the household was asked for the fact, whatever it answered.
func said(h *Household, member, key string) bool {
	if member == "" {
		_, ok := h.Household[key]
		return ok
	}
	for _, m := range h.Members {
		if m.ID == member {
			_, ok := m.Facts[key]
			return ok
		}
	}
	return false
}
