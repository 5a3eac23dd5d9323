package policylist

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
)

// Groups of standards.
const (
	groupAmount   = "amount"   // how much is paid, and the lines that incomes and property are held against
	groupLimit    = "limit"    // counts, multiples, switches
	groupDeadline = "deadline" // days
)

// PublicStandardValue is what a standard is at one place at one time. Urban and rural are the same where Rural is empty.
type PublicStandardValue struct {
	From    *calendar.Date `json:"from,omitempty"`
	Until   *calendar.Date `json:"until,omitempty" doc:"the first day on which it no longer holds"`
	Text    string         `json:"text" doc:"with its unit; of towns, where Rural is given"`
	Rural   string         `json:"rural,omitempty"`
	Status  string         `json:"status" enum:"official,floor,sample"`
	Carried bool           `json:"carried,omitempty" doc:"the last known value, carried past the time that its source covers"`
	Source  ClauseLink     `json:"source"`
	Note    string         `json:"note,omitempty"`
}

// PublicPlaceValue is a standard at one of several places.
type PublicPlaceValue struct {
	Division string              `json:"division"`
	Place    string              `json:"place"`
	Value    PublicStandardValue `json:"value"`
}

// PublicStandard is a figure of the law that differs by place and date.
type PublicStandard struct {
	ID      string                `json:"id"`
	Label   string                `json:"label"`
	Group   string                `json:"group" enum:"amount,limit,deadline"`
	Now     *PublicStandardValue  `json:"now,omitempty" doc:"at the chosen place and day; absent where no place was chosen and places differ"`
	Places  []PublicPlaceValue    `json:"places,omitempty" doc:"place by place, where places within the chosen one differ"`
	History []PublicStandardValue `json:"history" doc:"at the chosen place, the newest first"`
	Items   []PolicyName          `json:"items,omitempty" doc:"what help it decides"`
}

// PolicyName names an item that has a page.
type PolicyName struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// PublicStandardList is all standards of a place.
type PublicStandardList struct {
	Stand     PolicyStand      `json:"stand"`
	Standards []PublicStandard `json:"standards"`
}

// Standards lists every standard at a place, with its history there and what help it decides.
func (s *Service) Standards(actor access.Actor, w Where) (PublicStandardList, error) {
	if err := access.Check(actor, Action, access.Listing); err != nil {
		return PublicStandardList{}, err
	}
	st, err := s.stand(w)
	if err != nil {
		return PublicStandardList{}, err
	}
	used := map[string][]PolicyName{}
	for _, it := range st.items() {
		for _, id := range parametersOf(st.pack, it) {
			used[id] = append(used[id], PolicyName{it.ID, it.Name})
		}
	}
	out := PublicStandardList{Stand: s.view(st), Standards: []PublicStandard{}}
	for _, def := range st.pack.ParameterDefinitions() {
		x := s.standard(st, def)
		if x.Now == nil && len(x.Places) == 0 {
			continue // no value here: another place's, or only the fallback of another
		}
		x.Items = used[def.ID]
		out.Standards = append(out.Standards, x)
	}
	order := []string{groupAmount, groupLimit, groupDeadline}
	sort.SliceStable(out.Standards, func(i, j int) bool {
		return slices.Index(order, out.Standards[i].Group) < slices.Index(order, out.Standards[j].Group)
	})
	return out, nil
}

func groupOf(def policy.Parameter) string {
	switch {
	case def.Type == policy.ParamDays:
		return groupDeadline
	case def.Type == policy.ParamMoney || def.Unit == "kwh_per_month":
		return groupAmount
	}
	return groupLimit
}

// standard is one parameter at a place: now, its history, and the places within that have values of their own.
func (s *Service) standard(st stand, def policy.Parameter) PublicStandard {
	x := PublicStandard{ID: def.ID, Label: def.Label, Group: groupOf(def), History: []PublicStandardValue{}}
	at := st.place
	if at == 0 {
		at = seat(st.pack)
	}
	x.Places = s.within(st, def, at)
	if len(x.Places) > 0 { // a province or city whose parts differ has no figure of its own
		return x
	}
	x.Now = s.value(st, def.ID, at, st.day)
	x.History = s.history(st, def, at)
	return x
}

// value reads a parameter at a place and day, nil where it has none.
func (s *Service) value(st stand, id string, place int64, day calendar.Date) *PublicStandardValue {
	yes, no := true, false
	u, err := st.pack.Parameter(id, place, day, &yes)
	if err != nil {
		return nil
	}
	v := &PublicStandardValue{Text: valueText(u.Unit, u.Value), Status: u.Status, Carried: u.Carried, Source: s.texts.Link(st.pack, u.Source), Note: u.Note}
	if r, err := st.pack.Parameter(id, place, day, &no); err == nil && r.Value != u.Value {
		v.Rural = valueText(r.Unit, r.Value)
	}
	return v
}

// same tells whether two values read the same to a person.
func (v PublicStandardValue) same(o PublicStandardValue) bool {
	return v.Text == o.Text && v.Rural == o.Rural && v.Status == o.Status && v.Carried == o.Carried && v.Source == o.Source
}

// history is a parameter at one place through time, the newest first: each value on the days on which it begins.
func (s *Service) history(st stand, def policy.Parameter, place int64) []PublicStandardValue {
	days := changes(st.pack, def)
	out := []PublicStandardValue{}
	for i, day := range days {
		v := s.value(st, def.ID, place, day)
		if v == nil {
			continue
		}
		from := day
		v.From = &from
		if i+1 < len(days) {
			until := days[i+1]
			v.Until = &until
		}
		if n := len(out); n > 0 && out[n-1].same(*v) && out[n-1].Until != nil && *out[n-1].Until == from {
			out[n-1].Until = v.Until
			continue
		}
		out = append(out, *v)
	}
	slices.Reverse(out)
	return out
}

// changes are the days on which a parameter, or the one it falls back to, may change anywhere.
func changes(p *policy.Pack, def policy.Parameter) []calendar.Date {
	seen := map[calendar.Date]bool{}
	for _, values := range [][]policy.ParameterValue{def.Values, fallback(p, def).Values} {
		for _, v := range values {
			for _, d := range []*calendar.Date{v.From, v.Until, v.KnownUntil} {
				if d != nil {
					seen[*d] = true
				}
			}
		}
	}
	out := make([]calendar.Date, 0, len(seen))
	for d := range seen {
		out = append(out, d)
	}
	slices.Sort(out)
	return out
}

func fallback(p *policy.Pack, def policy.Parameter) policy.Parameter {
	for _, d := range p.ParameterDefinitions() {
		if def.Fallback != "" && d.ID == def.Fallback {
			return d
		}
	}
	return policy.Parameter{}
}

// within lists a parameter at the places inside a province or city that have values written for them, where these differ.
func (s *Service) within(st stand, def policy.Parameter, at int64) []PublicPlaceValue {
	here, ok := s.places.Get(at)
	if !ok || here.Level > division.City {
		return nil
	}
	lo, hi := division.Range(at)
	codes := map[int64]bool{}
	for _, values := range [][]policy.ParameterValue{def.Values, fallback(st.pack, def).Values} {
		for _, v := range values {
			for _, prefix := range v.Divisions {
				if code, ok := codeOfPrefix(prefix); ok && code > lo && code <= hi {
					codes[code] = true
				}
			}
		}
	}
	if len(codes) == 0 {
		return nil
	}
	for _, d := range s.places.Children(at) {
		codes[d.Code] = true
	}
	var out []PublicPlaceValue
	differ := false
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		v := s.value(st, def.ID, code, st.day)
		if v == nil {
			continue
		}
		out = append(out, PublicPlaceValue{Division: code12(code), Place: strings.TrimPrefix(s.places.FullName(code), s.places.FullName(seat(st.pack))), Value: *v})
		differ = differ || !v.same(out[0].Value)
	}
	if !differ {
		return nil
	}
	return out
}

// codeOfPrefix is the place that a prefix names; false for "all".
func codeOfPrefix(prefix string) (int64, bool) {
	if prefix == "all" {
		return 0, false
	}
	var n int64
	for _, c := range prefix {
		n = n*10 + int64(c-'0')
	}
	for i := len(prefix); i < 12; i++ {
		n *= 10
	}
	return n, true
}
