package synth

import "zhongfu/internal/money"

// Guangdong2024 is the monthly dibao standard of 2024 by city and by town or country, in the classes of the province.
// It only shapes incomes; what a case is measured against are the parameters of the policy packs.
func Guangdong2024(village int64, urban bool) money.Fen {
	switch village / 1e8 {
	case 4401:
		return 128200
	case 4403:
		return 148300
	case 4404:
		return 124000
	case 4406, 4419, 4420:
		return 107300
	case 4413, 4407, 4412:
		return 93200
	}
	if urban {
		return 86000
	}
	return 64500
}

// incomes draws the household's income around the standard, shares it out, and adds spending and property.
func (b *builder) incomes() {
	r, h := &b.r, &b.h
	var ratio float64
	switch h.Circumstance {
	case Below:
		ratio = 0.04 + 0.94*r.unit()
	case Marginal:
		ratio = 1.01 + 0.48*r.unit()
	case Hardship:
		ratio = 1.51 + 1.1*r.unit()
	case Above:
		ratio = 1.51 + 2.5*r.unit()*r.unit()
	}
	total := money.Fen(ratio * float64(h.Standard) * float64(len(h.Members)))
	b.share(total)
	b.spend(total)
	b.property()
}

// share gives pensions to the old, a little rent and farm income to some, and the rest to those who can work.
func (b *builder) share(total money.Fen) {
	r, h := &b.r, &b.h
	left := total
	give := func(to *money.Fen, amount money.Fen) {
		amount = min(max(amount, 0), left)
		*to += amount
		left -= amount
	}
	var workers []*Member
	for i := range h.Members {
		m := &h.Members[i]
		if m.Birth.Age(b.g.asOf) >= 60 {
			give(&m.Transfer, money.Fen(r.between(200, 420))*money.Yuan)
		}
		if m.WorkAbility == "full" || (m.WorkAbility == "partial" && r.chance(50)) {
			workers = append(workers, m)
		}
	}
	if r.chance(9) {
		give(&h.Members[0].Property, money.Fen(r.between(20, 300))*money.Yuan)
	}
	if !h.Urban && r.chance(45) {
		give(&h.Members[0].Business, money.Fen(r.between(30, 500))*money.Yuan)
	}
	for i, m := range workers {
		part := left / money.Fen(len(workers)-i)
		if r.chance(20) {
			give(&m.Business, part)
		} else {
			give(&m.Wage, part)
		}
	}
	give(&h.Members[0].Transfer, left) // support by relatives, allowances
}

func (b *builder) spend(income money.Fen) {
	r, h := &b.r, &b.h
	var sum money.Fen
	for i := range h.Members {
		m := &h.Members[i]
		if m.SeriousIllness != "" {
			m.RigidSpending += money.Fen(r.between(600, 4500)) * money.Yuan
		}
		if m.DisabilityGrade > 0 {
			m.RigidSpending += money.Fen(r.between(60, 700)) * money.Yuan
		}
		switch m.Schooling {
		case "":
		case "college":
			m.RigidSpending += money.Fen(r.between(700, 1600)) * money.Yuan
		default:
			m.RigidSpending += money.Fen(r.between(40, 350)) * money.Yuan
		}
		sum += m.RigidSpending
	}
	if want := income * money.Fen(r.between(62, 110)) / 100; h.Circumstance == Hardship && sum < want {
		h.Members[0].RigidSpending += want - sum // rent and treatment that no other mark explains
	}
}

func (b *builder) property() {
	r, h := &b.r, &b.h
	months := r.unit() * r.unit() * 14 // deposits in months of the standard per head
	if r.chance(5) {
		months = 24 + r.unit()*60 // over the limit
	}
	h.FinancialAssets = money.Fen(months*float64(h.Standard)) * money.Fen(len(h.Members)) / 100 * 100
	if r.chance(3.5) {
		h.Vehicles = 1
	}
	h.Dwellings = r.weighted([]int{14, 82, 4})
}
