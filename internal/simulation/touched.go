package simulation

import (
	"slices"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// reach is what a change can touch: some items, for households of some places. Everything outside keeps its baseline.
type reach struct {
	items  map[string]bool // nil: all
	places []span          // nil: all
}

type span struct{ lo, hi int64 }

func (r *reach) holds(division int64) bool {
	if r.places == nil {
		return true
	}
	for _, s := range r.places {
		if s.lo <= division && division <= s.hi {
			return true
		}
	}
	return false
}

// reachOf works out what changed parameters can touch: items that name them, directly, through another item or through a
// status fact, in the places of the changes.
func reachOf(p *policy.Pack, day calendar.Date, changes []policy.ParameterChange) *reach {
	r := &reach{items: map[string]bool{}}
	changed := map[string]bool{}
	for _, c := range changes {
		changed[c.Parameter] = true
		for _, d := range c.Divisions {
			r.places = append(r.places, spanOf(d))
		}
	}
	for _, def := range p.ParameterDefinitions() { // a parameter that falls back to a changed one changes with it
		id := def.ID
		for range 5 {
			if changed[id] {
				changed[def.ID] = true
			}
			at := slices.IndexFunc(p.ParameterDefinitions(), func(q policy.Parameter) bool { return q.ID == id })
			if at < 0 {
				break
			}
			id = p.ParameterDefinitions()[at].Fallback
		}
	}
	asks := map[string][]string{}
	for _, it := range p.Items() {
		low := p.Lowered(it.ID)
		asks[it.ID] = asked(p, low)
		if names(low, changed) {
			r.items[it.ID] = true
		}
	}
	for grown := true; grown; {
		grown = false
		for id, list := range asks {
			if !r.items[id] && slices.ContainsFunc(list, func(other string) bool { return r.items[other] }) {
				r.items[id], grown = true, true
			}
		}
	}
	return r
}

// asked lists the items whose outcome an item depends on.
func asked(p *policy.Pack, low *policy.Lowered) []string {
	var out []string
	for _, rule := range low.Item.Rules {
		if rule.Item != "" {
			out = append(out, rule.Item)
		}
	}
	for _, key := range low.HouseholdFacts {
		if f := p.Fact(policy.OfHousehold, key); f != nil && f.OutcomeOf != "" {
			out = append(out, f.OutcomeOf)
		}
	}
	for _, key := range low.MemberFacts {
		if f := p.Fact(policy.OfMember, key); f != nil && f.OutcomeOf != "" {
			out = append(out, f.OutcomeOf)
		}
	}
	return out
}

func names(low *policy.Lowered, changed map[string]bool) bool {
	for _, list := range [][]*policy.Code{low.Exclusions, low.MemberValues, low.Values, low.Rules, low.Unless, {low.Amount}} {
		for _, c := range list {
			if c != nil && slices.ContainsFunc(c.Params, func(id string) bool { return changed[id] }) {
				return true
			}
		}
	}
	return false
}

// spanOf is the range of codes under a prefix of a division, as packs write places.
func spanOf(prefix string) span {
	if prefix == "all" || len(prefix) > 12 {
		return span{0, 999999999999}
	}
	var lo, hi int64
	for _, c := range prefix + strings.Repeat("0", 12-len(prefix)) {
		lo = lo*10 + int64(c-'0')
	}
	for _, c := range prefix + strings.Repeat("9", 12-len(prefix)) {
		hi = hi*10 + int64(c-'0')
	}
	return span{lo, hi}
}
