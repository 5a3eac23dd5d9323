package demo

import (
	"slices"

	"zhongfu/internal/policy"
	"zhongfu/internal/synth"
)

// itemScripts are cases of the items that a person has: what the scripts of dibao do for every town, some of it for these, so
// that their forms, roads without a notice and letters can be looked at. Each town plays those of its number in the county.
var itemScripts = [2][]script{
	{
		{item: "tekun", name: "特困，公示中", until: "notice", waits: 1},
		{item: "tekun", name: "特困，待确认", until: "review", waits: 1},
		{item: "orphan", quiet: true, name: "孤儿，待初审", until: "survey", waits: 1},
		{item: "unsupported_child", quiet: true, name: "事实无人抚养儿童，办结", until: "letter", waits: 24},
	},
	{
		{item: "tekun", name: "特困，待初审，有赡养人", until: "survey", waits: 1, refuse: true},
		{item: "tekun", name: "特困，办结", until: "letter", waits: 24},
		{item: "unsupported_child", quiet: true, name: "事实无人抚养儿童，待确认", until: "review", waits: 1},
		{item: "orphan", quiet: true, name: "孤儿，核对与调查同时进行", until: "accept", waits: 1},
	},
}

// castItem finds in a household the person of an item's script and gives it the life that the item is for: such people are
// few, and a small demonstration would have none of them. The household stays as it is where it does not fit.
func (w *world) castItem(pack *policy.Pack, s script, h *registered) (who int, ok bool) {
	if who = s.who(h, w); who < 0 {
		return who, false
	}
	members := slices.Clone(h.Members)
	played := registered{Household: h.Household, id: h.id, people: h.people}
	played.Members = members
	s.live(&members[who], members)
	in := inputOf(&played.Household)
	in.Date, in.Person = w.today, in.Members[who].ID
	for i := range members {
		for key, v := range itemFacts(pack, &played.Household, &members[i]) {
			in.Members[i].Facts[key] = v
		}
	}
	want := policy.Eligible
	if s.refuse {
		want = policy.Ineligible
	}
	if r, err := pack.Evaluate(s.item, in); err != nil || r.Outcome != want {
		return who, false
	}
	h.Members = members
	return who, true
}

// who is the index of the member that may play the script, -1 for none: an old person who lives alone, or a child who
// lives with its grandparents.
func (s script) who(h *registered, w *world) int {
	age := func(i int) int { return h.Members[i].Birth.Age(w.today) }
	if s.item == "tekun" {
		if len(h.Members) == 1 && age(0) >= 62 {
			return 0
		}
		return -1
	}
	child := -1
	for i := range h.Members {
		switch {
		case age(i) < 15 && i > 0:
			child = i
		case age(i) < 50:
			return -1 // one of the parents may live here
		}
	}
	return child
}

// live gives a person the life of the script.
func (s script) live(m *synth.Member, all []synth.Member) {
	switch s.item {
	case "tekun":
		m.Wage, m.Business, m.Property, m.WorkAbility = 0, 0, 0, "none"
		m.Transfer = min(m.Transfer, 260_00)
		m.More.Insurance, m.More.OldAge = m.Transfer, 0
		m.More.OwnAssets = min(m.More.OwnAssets, 12_000_00)
		m.More.SupportersKnown, m.More.Supporters, m.More.SupportersUnable = true, 0, [5]int{}
		if s.refuse {
			m.More.Supporters = 2
		}
	case "orphan":
		m.More.Father, m.More.Mother = "dead", "dead"
	case "unsupported_child":
		m.More.Father, m.More.Mother = "prison", "lost"
	}
	for i := range all { // brothers and sisters have the same parents
		if o := &all[i]; o.More.Father != "" {
			o.More.Father, o.More.Mother = m.More.Father, m.More.Mother
		}
	}
}

// itemFacts are what the departments know of a person, as far as the catalogue has it.
func itemFacts(pack *policy.Pack, h *synth.Household, m *synth.Member) map[string]any {
	out := map[string]any{}
	for _, f := range synth.MemberFacts() {
		if pack.Fact(policy.OfMember, f.Key) == nil {
			continue
		}
		if v, known := f.Value(h, m); known {
			out[f.Key] = v
		}
	}
	return out
}
