package advise

import (
	"slices"

	"zhongfu/internal/policy"
)

// Standings of an item for somebody.
const (
	Held     = "held"     // recognised already, as the person says or the register knows
	Eligible = "eligible" // all conditions hold on the known facts
	Open     = "open"     // evidence is missing
	Refused  = "refused"  // a condition fails on the known facts
)

// Assessment is one item for one household or one member.
type Assessment struct {
	Item      *policy.Item
	Person    string // Member.ID for items of unit person
	Name      string // of the person
	Standing  string
	Result    *policy.Result // nil where it is held and was not asked
	Conflicts []Conflict
	Follows   []Basis // recognitions that it stands on; it follows once they are given (免申即享)
}

// Conflict is another item that may not meet this one on the same person (二者只能择一).
type Conflict struct {
	Item, Name string
	Person     string
	PersonName string
	Held       bool // the other one is received already
	Clause     policy.Clause
}

// Basis is a recognition that an item stands on.
type Basis struct {
	Item, Name string
	Held       bool // recognised already; else worked out on the same facts
}

// Household is what is known of one household. A fact that is absent was not asked; nil means that the household does
// not know or does not want to say.
type Household struct {
	policy.Input
	// Recognised are status facts (policy.Fact.OutcomeOf) as the household stated them. "No" is about today and bars
	// nothing: the item is worked out all the same, and what follows from it shows what would come with it.
	Recognised []Recognised
	// On are the items that the register knows them to be on today.
	On []Holding
	// Led says that the household is led through Screens: opening questions come before the facts behind them, and a no
	// settles those facts. Else Gates is not looked at.
	Led   bool
	Gates []GateAnswer
}

// Holding is an item that the household ("") or a member is on.
type Holding struct{ Item, Member string }

// Recognised says whether a household or a member is on an item today; Holds nil means that they do not know.
type Recognised struct {
	Member, Fact string
	Holds        *bool
}

// Advice is what the policy says about one household.
type Advice struct {
	Items   []Assessment
	sitting *policy.Sitting
	house   Household
	in      *policy.Input   // the known facts
	out     map[string]bool // members who do not count
	items   []*policy.Item
}

// Sitting is what the items were asked with, for why and what would have to differ.
func (a *Advice) Sitting() *policy.Sitting { return a.sitting }

// Assess asks items (none = every item in force) about a household, each item of unit person for each member. The answer
// is ordered: what may be applied for, then what is open, then what is held, then what is refused; in each, emergencies
// first, then what pays most. Errors: facts that do not fit the catalogue; a place or day without a needed standard is no
// error, that item is left out.
func Assess(pack *policy.Pack, h Household, items ...string) (*Advice, error) {
	in := h.Input
	in.Household = known(in.Household)
	in.Members = make([]policy.Member, len(h.Members))
	for i, m := range h.Members {
		in.Members[i] = policy.Member{ID: m.ID, Name: m.Name, Facts: known(m.Facts)}
	}
	held := map[Holding]bool{}
	for _, r := range h.Recognised {
		f := pack.Fact(ofMember(r.Member), r.Fact)
		if f == nil || f.OutcomeOf == "" || r.Holds == nil || !*r.Holds {
			continue
		}
		held[Holding{f.OutcomeOf, r.Member}] = true
		put(&in, r.Member, r.Fact, true)
	}
	for _, o := range h.On {
		held[o] = true
		for _, f := range pack.Facts() {
			if f.OutcomeOf == o.Item && f.Of == ofMember(o.Member) {
				put(&in, o.Member, f.Key, true)
			}
		}
	}
	a := &Advice{house: h, in: &in, items: chosen(pack, h, items)}
	if h.Led {
		doors{pack: pack, house: &h, in: &in}.settle()
	}
	if err := a.evaluate(pack, held); err != nil {
		return nil, err
	}
	// Who does not count is not asked the opening questions; a no of all the others may settle facts of the household.
	if h.Led && len(a.out) > 0 && (doors{pack: pack, house: &h, in: &in, out: a.out}).settle() {
		if err := a.evaluate(pack, held); err != nil {
			return nil, err
		}
	}
	a.drop()
	a.relate()
	a.order()
	return a, nil
}

// evaluate asks all items about what is known.
func (a *Advice) evaluate(pack *policy.Pack, held map[Holding]bool) error {
	s, err := pack.Sit(*a.in)
	if err != nil {
		return err
	}
	a.sitting, a.Items = s, nil
	for _, it := range a.items {
		for _, who := range a.whom(it) {
			as := Assessment{Item: it, Person: who.ID, Name: who.Name}
			if held[Holding{it.ID, who.ID}] {
				as.Standing = Held
			} else if as.Result, err = s.Evaluate(it.ID, who.ID); err != nil {
				continue // no standard for this place and day, or a pack at fault: this item cannot be advised on
			} else {
				as.Standing = standings[as.Result.Outcome]
			}
			a.Items = append(a.Items, as)
		}
	}
	a.counted()
	return nil
}

var standings = map[string]string{policy.Eligible: Eligible, policy.Ineligible: Refused, policy.NeedsEvidence: Open}

func chosen(pack *policy.Pack, h Household, ids []string) []*policy.Item {
	var out []*policy.Item
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	for _, it := range pack.Items() {
		if it.Valid(h.Date) && (len(ids) == 0 || wanted[it.ID]) {
			out = append(out, it)
		}
	}
	return out
}

func (a *Advice) whom(it *policy.Item) []policy.Member {
	if it.Unit == policy.UnitPerson {
		return a.house.Members
	}
	return []policy.Member{{}}
}

// counted finds the members whom no household item counts: who has moved out is advised in the own household.
func (a *Advice) counted() {
	a.out = map[string]bool{}
	asking := a.exclusive()
	for _, m := range a.house.Members {
		a.out[m.ID] = len(asking) > 0 && !slices.ContainsFunc(asking, func(as Assessment) bool { return counts(as.Result, m.ID) })
	}
}

// exclusive are the household items that leave somebody out at all.
func (a *Advice) exclusive() []Assessment {
	var out []Assessment
	for _, as := range a.Items {
		if as.Result != nil && as.Item.Unit == policy.UnitHousehold && len(as.Item.Exclusions) > 0 {
			out = append(out, as)
		}
	}
	return out
}

// counts tells whether the member counts, or may.
func counts(r *policy.Result, id string) bool {
	return slices.ContainsFunc(r.Members, func(m policy.MemberResult) bool { return m.ID == id && (m.Counted == nil || *m.Counted) })
}

// drop leaves out personal items of members who do not count, except those they qualify for anyway.
func (a *Advice) drop() {
	kept := a.Items[:0]
	for _, as := range a.Items {
		if as.Person != "" && a.out[as.Person] && (as.Standing == Open || as.Standing == Refused) {
			continue
		}
		kept = append(kept, as)
	}
	a.Items = kept
}

func ofMember(id string) string {
	if id == "" {
		return policy.OfHousehold
	}
	return policy.OfMember
}

// known copies the facts that have a value.
func known(facts map[string]any) map[string]any {
	out := make(map[string]any, len(facts))
	for k, v := range facts {
		if v != nil {
			out[k] = v
		}
	}
	return out
}

func put(in *policy.Input, member, key string, v any) {
	if member == "" {
		in.Household[key] = v
	}
	for i := range in.Members {
		if in.Members[i].ID == member {
			in.Members[i].Facts[key] = v
		}
	}
}
