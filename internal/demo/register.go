package demo

import (
	"iter"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/registry"
	"zhongfu/internal/synth"
)

// registered is a synthetic household with the ids it has on the register.
type registered struct {
	synth.Household
	id     uuid.UUID
	people []uuid.UUID
}

// accountless: one head of household in so many has given no account, so that payment lists have lines to look at.
const accountless = 40

// newRegistered draws ids for a household.
func newRegistered(h synth.Household, ids *idSource) registered {
	if h.Index%accountless == 0 {
		h.Members[0].Account, h.Members[0].BankName = "", ""
	}
	r := registered{Household: h, id: ids.at(epoch), people: make([]uuid.UUID, len(h.Members))}
	for i := range r.people {
		r.people[i] = ids.at(epoch)
	}
	return r
}

// row is the household as the register loads it.
func (r *registered) row(since calendar.Date) registry.HouseholdRow {
	out := registry.HouseholdRow{ID: r.id, Division: r.Division, Urban: r.Urban, Address: r.Address, Since: since, People: make([]registry.PersonRow, len(r.Members))}
	for i := range r.Members {
		m := &r.Members[i]
		out.People[i] = registry.PersonRow{ID: r.people[i], IDNumber: m.IDNumber, Name: m.Name, Sex: m.Sex, Birth: m.Birth, Relation: m.Relation,
			Contact: registry.Contact{Phone: m.Phone, Account: m.Account, Address: m.Address, Disability: m.DisabilityNo},
			Facts: registry.Facts{Register: m.Register, Residence: m.Residence, AccountHolder: m.Name, BankName: m.BankName, Ethnicity: m.Ethnicity,
				Marital: m.Marital, Health: m.Health, Education: m.Education, Schooling: stageOf[m.Schooling], WorkAbility: m.WorkAbility,
				SeriousIllness: m.SeriousIllness, DisabilityType: m.DisabilityType, DisabilityGrade: m.DisabilityGrade}}
	}
	return out
}

// choose picks the register of the demonstration: the first n households of the province, and enough more in the towns
// that have staff for every stage to be played there.
func choose(g *synth.Generator, ids *idSource, n, perTown int) []registered {
	out := make([]registered, 0, n+len(counties)*2*perTown)
	have, open := map[int64]int{}, 0
	for _, c := range counties {
		for _, t := range c.towns {
			have[t] = 0
			open++
		}
	}
	for i := 0; i < g.Capacity() && (i < n || open > 0 && i < 40*n); i++ {
		h := g.Household(i)
		town := division.At(h.Division, division.Town)
		count, staffed := have[town]
		if i >= n && (!staffed || count >= perTown) {
			continue
		}
		if staffed {
			have[town] = count + 1
			if count+1 == perTown {
				open--
			}
		}
		out = append(out, newRegistered(h, ids))
	}
	return out
}

// rowsOf yields the register's rows.
func rowsOf(all []registered, since calendar.Date) iter.Seq[registry.HouseholdRow] {
	return func(yield func(registry.HouseholdRow) bool) {
		for i := range all {
			if !yield(all[i].row(since)) {
				return
			}
		}
	}
}
