package casework

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/policy"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// preference is the order in which sources are believed where nobody has chosen: what was checked before what was seen
// before what was said. The first that was asked holds, also when it answered "unknown": an unanswered source is not
// replaced by the applicant's word unless an officer adopts it.
var preference = []string{adopted, verified, surveyed, declared}

// side is one fact of one member (or the household) with its sources.
type side struct {
	person *uuid.UUID
	key    string
	of     map[string]*factRow // by kind
}

// sides puts the facts side by side, in the order of members and of the catalogue. It is worked out once until a fact
// changes.
func (st *state) sides() []side {
	if st.sided == nil {
		st.sided = st.lineUp()
	}
	return st.sided
}

func (st *state) lineUp() []side {
	type id struct {
		person uuid.UUID
		key    string
	}
	found := map[id]*side{}
	for i := range st.facts {
		f := &st.facts[i]
		k := id{key: f.Key}
		if f.PersonID != nil {
			k.person = *f.PersonID
		}
		if found[k] == nil {
			found[k] = &side{person: f.PersonID, key: f.Key, of: map[string]*factRow{}}
		}
		found[k].of[f.Kind] = f
	}
	out := make([]side, 0, len(found))
	catalogue := st.pack.Facts()
	take := func(person uuid.UUID, of string) {
		for i := range catalogue {
			c := &catalogue[i]
			if s := found[id{person, c.Key}]; s != nil && c.Of == of {
				out = append(out, *s)
				delete(found, id{person, c.Key})
			}
		}
	}
	take(uuid.Nil, policy.OfHousehold)
	for _, m := range st.members {
		take(m.PersonID, policy.OfMember)
	}
	return out
}

// best is what the policy is asked with, and the kind it comes from ("" when no source was asked).
func (s *side) best() (any, string) {
	for _, kind := range preference {
		if f := s.of[kind]; f != nil {
			return f.Value, kind
		}
	}
	return nil, ""
}

// differs tells whether the sources that were asked disagree; one that did not answer disagrees with one that did.
func (s *side) differs() bool {
	var first *factRow
	for _, kind := range []string{declared, verified, surveyed} {
		f := s.of[kind]
		if f == nil {
			continue
		}
		if first == nil {
			first = f
		} else if !sameValue(first.Value, f.Value) {
			return true
		}
	}
	return false
}

// unexplained tells whether the sources differ and nobody has adopted one, or a newer source contradicts the adoption.
func (s *side) unexplained() bool {
	if a := s.of[adopted]; a != nil {
		return s.stale(a)
	}
	return s.differs()
}

// current is best, except that an adoption that is older than a newer differing source holds no more.
func (s *side) current() (any, string) {
	if a := s.of[adopted]; a != nil && s.stale(a) {
		without := side{of: maps.Clone(s.of)}
		delete(without.of, adopted)
		return without.best()
	}
	return s.best()
}

func (s *side) stale(a *factRow) bool {
	for _, kind := range []string{declared, verified, surveyed} {
		if f := s.of[kind]; f != nil && f.At.After(a.At) && !sameValue(f.Value, a.Value) {
			return true
		}
	}
	return false
}

func sameValue(a, b any) bool {
	if x, ok := integer(a); ok {
		y, ok := integer(b)
		return ok && x == y
	}
	return a == b
}

// input is the case as the policy is asked about it: its facts, and of each member what the ID number says. Supporters
// who live apart are no members of the household.
func (st *state) input(today calendar.Date) policy.Input {
	in := policy.Input{Date: today, Division: st.Division, Household: map[string]any{}}
	if st.pack.Fact(policy.OfHousehold, "urban") != nil {
		in.Household["urban"] = st.Urban
	}
	known := map[uuid.UUID]map[string]any{}
	for _, m := range st.members {
		if m.Role == "supporter" {
			continue
		}
		known[m.PersonID] = st.derived(m)
	}
	for _, s := range st.sides() {
		v, _ := s.current()
		switch {
		case s.person == nil:
			in.Household[s.key] = v
		case known[*s.person] != nil:
			known[*s.person][s.key] = v
		}
	}
	for _, m := range st.members {
		if facts := known[m.PersonID]; facts != nil {
			in.Members = append(in.Members, policy.Member{ID: m.PersonID.String(), Name: m.Name, Facts: facts})
		}
	}
	if it := st.pack.Item(st.Item); it != nil && it.Unit == policy.UnitPerson {
		in.Person = st.ApplicantID.String()
	}
	return in
}

// derived are the facts that the ID number and the membership give, as far as the catalogue has them. Relations are
// given as broadly as the rules compare them (22 长子 → 20 子).
func (st *state) derived(m memberRow) map[string]any {
	facts := map[string]any{}
	put := func(key string, values ...string) {
		f := st.pack.Fact(policy.OfMember, key)
		if f == nil {
			return
		}
		if f.Type != policy.Enum {
			facts[key] = values[0]
			return
		}
		for _, v := range values {
			if slices.ContainsFunc(f.Options, func(o policy.Option) bool { return o.Code == v }) {
				facts[key] = v
				return
			}
		}
	}
	put("birth", m.Birth.String())
	put("sex", strconv.Itoa(int(m.Sex)))
	put("relation", codes.BroadRelation(m.Relation))
	return facts
}

// evaluate asks the policy on the best facts of the case today.
func (st *state) evaluate(today calendar.Date) (*policy.Result, error) {
	return st.pack.Evaluate(st.Item, st.input(today))
}

func missingText(res *policy.Result, st *state) string {
	var parts []string
	for i, m := range res.Missing {
		if i == 5 {
			parts = append(parts, fmt.Sprintf("等 %d 项", len(res.Missing)))
			break
		}
		who := ""
		if id, err := uuid.Parse(m.Member); err == nil {
			if p := st.member(id); p != nil {
				who = p.Name + "的"
			}
		}
		parts = append(parts, who+m.Label)
	}
	return strings.Join(parts, "、")
}

func failedText(res *policy.Result) string {
	var parts []string
	for _, r := range res.Rules {
		if r.Passed != nil && !*r.Passed {
			parts = append(parts, strings.TrimSuffix(r.Reason, "。"))
		}
	}
	return strings.Join(parts, "；")
}
