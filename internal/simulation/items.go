package simulation

import (
	"slices"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// pays says in which rhythm an item pays.
type pays uint8

const (
	paysNothing pays = iota // recognition, service, or an amount that is no money
	paysMonthly
	paysYearly
	paysOnce
)

var rhythm = map[string]pays{"fen_per_month": paysMonthly, "fen_per_year": paysYearly, "fen_once": paysOnce}

// maxItems is how many items a household's mask has bits for.
const maxItems = 64

// item is one item of either pack as a run sees it.
type item struct {
	id, name, theme string
	person          bool // its rows are members
	pays            pays
	rerun           bool // the change may touch it
}

// itemsOf lists what is in force on the day in either pack, the baseline's order first.
func itemsOf(a, b *policy.Pack, day calendar.Date) []item {
	var out []item
	for _, p := range []*policy.Pack{a, b} {
		for _, it := range p.Items() {
			known := slices.ContainsFunc(out, func(x item) bool { return x.id == it.ID })
			if known || !it.Valid(day) || len(out) == maxItems {
				continue
			}
			x := item{id: it.ID, name: it.Name, theme: it.Theme, person: it.Unit == policy.UnitPerson}
			if it.Amount != nil {
				x.pays = rhythm[it.Amount.Unit]
			}
			out = append(out, x)
		}
	}
	return out
}

// conflict is a pair of items that one person or household may not hold together.
type conflict struct{ a, b int }

func conflictsOf(p *policy.Pack, items []item) []conflict {
	at := func(id string) int { return slices.IndexFunc(items, func(x item) bool { return x.id == id }) }
	var out []conflict
	for i, x := range items {
		it := p.Item(x.id)
		if it == nil {
			continue
		}
		for _, e := range it.Excludes {
			j := at(e.Item)
			if j < 0 || slices.Contains(out, conflict{j, i}) || slices.Contains(out, conflict{i, j}) {
				continue
			}
			out = append(out, conflict{i, j})
		}
	}
	return out
}
