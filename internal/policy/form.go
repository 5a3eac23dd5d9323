package policy

import "slices"

// FormFact is a fact as the application form of one item shows it: Asked in the form itself, else only on request.
type FormFact struct {
	Fact
	Asked bool
}

// FormFacts lists the facts that an application for the item may give, in the order of the catalogue. Asked are those that
// the item names in asks_for, or, where it names none, those that the catalogue asks in a normal application. Besides them
// stand the facts that the item's rules use, directly or by way of other items, and those that no rule uses (they inform
// whoever decides). What only other items use is left out.
func (p *Pack) FormFacts(item string) []FormFact {
	it := p.items[item]
	if it == nil {
		return nil
	}
	mine, all := map[string]bool{}, map[string]bool{}
	p.uses(item, mine, map[string]bool{})
	for _, id := range p.itemOrder {
		p.uses(id, all, map[string]bool{})
	}
	var out []FormFact
	for _, f := range p.facts {
		name := f.prefix() + f.Key
		asked := f.Asked
		if len(it.AsksFor) > 0 {
			asked = slices.Contains(it.AsksFor, f.Key)
		}
		if asked || mine[name] || !all[name] {
			out = append(out, FormFact{Fact: *f, Asked: asked})
		}
	}
	return out
}

// uses notes the facts that an item uses and that the items it asks use.
func (p *Pack) uses(item string, facts, seen map[string]bool) {
	it := p.items[item]
	if it == nil || seen[item] {
		return
	}
	seen[item] = true
	for _, key := range it.code.household {
		facts["h."+key] = true
	}
	for _, key := range it.code.member {
		facts["m."+key] = true
	}
	for _, other := range p.Asks(item) {
		p.uses(other, facts, seen)
	}
}

// checkAsksFor refuses a form that asks for a fact that there is not.
func (p *Pack) checkAsksFor(it *Item, ps *problems) {
	for _, key := range it.AsksFor {
		if p.householdFacts[key] == nil && p.memberFacts[key] == nil {
			names := append(sortedKeys(p.householdFacts), sortedKeys(p.memberFacts)...)
			ps.add(it.At, "项目 %s 的 asks_for 里没有名为 %s 的事实%s。", it.ID, key, suggestion(key, names))
		}
	}
}
