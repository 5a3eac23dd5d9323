package advise

import (
	"cmp"
	"slices"

	"zhongfu/internal/policy"
)

// relate finds what may not meet and what follows from what.
func (a *Advice) relate() {
	for i := range a.Items {
		as := &a.Items[i]
		if as.Standing == Refused {
			continue
		}
		as.Conflicts = a.conflicts(as)
		as.Follows = a.follows(as)
	}
}

// conflicts are the items that exclude this one, or are excluded by it, and may be had by the same person.
func (a *Advice) conflicts(as *Assessment) []Conflict {
	var out []Conflict
	for i := range a.Items {
		o := &a.Items[i]
		if o.Item.ID == as.Item.ID || o.Standing == Refused || o.Standing == Open {
			continue
		}
		if o.Person != "" && as.Person != "" && o.Person != as.Person {
			continue
		}
		clause, ok := excludes(as.Item, o.Item)
		if ok {
			out = append(out, Conflict{Item: o.Item.ID, Name: o.Item.Name, Person: o.Person, PersonName: o.Name, Held: o.Standing == Held, Clause: clause})
		}
	}
	return out
}

func excludes(x, y *policy.Item) (policy.Clause, bool) {
	for _, pair := range [][2]*policy.Item{{x, y}, {y, x}} {
		for _, e := range pair[0].Excludes {
			if e.Item == pair[1].ID {
				return e.Clause, true
			}
		}
	}
	return policy.Clause{}, false
}

// follows are the recognitions that the item reads and that hold.
func (a *Advice) follows(as *Assessment) []Basis {
	if as.Standing != Eligible {
		return nil
	}
	pack := a.sitting.Pack()
	var out []Basis
	add := func(f *policy.Fact, member string) {
		if f == nil || f.OutcomeOf == "" || slices.ContainsFunc(out, func(b Basis) bool { return b.Item == f.OutcomeOf }) {
			return
		}
		it := pack.Item(f.OutcomeOf)
		if given, ok := a.sitting.Value(member, f.Key).(bool); ok {
			if given {
				out = append(out, Basis{it.ID, it.Name, true})
			}
			return
		}
		if it.Unit == policy.UnitPerson && member == "" {
			return
		}
		if r, err := a.sitting.Evaluate(it.ID, member); err == nil && r.Outcome == policy.Eligible {
			out = append(out, Basis{it.ID, it.Name, false})
		}
	}
	household, member := as.Item.Needs()
	for _, key := range household {
		add(pack.Fact(policy.OfHousehold, key), "")
	}
	if as.Person != "" {
		for _, key := range member {
			add(pack.Fact(policy.OfMember, key), as.Person)
		}
	}
	return out
}

var (
	standingOrder = []string{Eligible, Open, Held, Refused}
	kindOrder     = []string{"emergency", "basic", "special", "service", "charity", "other"}
)

// order puts emergencies first, then what pays most, then kinds; the pack's own order decides the rest.
func (a *Advice) order() {
	slices.SortStableFunc(a.Items, func(x, y Assessment) int {
		urgent := func(as Assessment) int {
			if as.Item.Kind == "emergency" {
				return 0
			}
			return 1
		}
		return cmp.Or(
			cmp.Compare(slices.Index(standingOrder, x.Standing), slices.Index(standingOrder, y.Standing)),
			cmp.Compare(urgent(x), urgent(y)),
			cmp.Compare(y.Amount(), x.Amount()),
			cmp.Compare(slices.Index(kindOrder, x.Item.Kind), slices.Index(kindOrder, y.Item.Kind)),
		)
	})
}

// Amount is what the item pays in fen, in the item's unit; 0 while it is unknown or where it pays no money.
func (as *Assessment) Amount() int64 {
	if as.Result == nil || as.Result.AmountFen == nil || as.Item.Amount == nil || as.Item.Amount.Unit == "kwh_per_month" {
		return 0
	}
	return *as.Result.AmountFen
}

// Sample tells whether the result rests on a value without a source, so that it must be marked.
func (as *Assessment) Sample() bool {
	if as.Result == nil {
		return false
	}
	return slices.ContainsFunc(as.Result.Parameters, func(p policy.ParameterUsed) bool { return p.Status == policy.Sample })
}
