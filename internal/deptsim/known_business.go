package deptsim

import "zhongfu/internal/calendar"

// businessClasses: what is registered for trade.
var businessClasses = map[string]knows{
	"self_employed": selfEmployed,
	"company":       company,
	"cooperative":   cooperative,
	"business_tax":  businessTax,
}

func (p *person) shop() (name string, ok bool) {
	d := p.draw("shop")
	if p.m.Business < 80000 || p.age < 18 || !d.chance(6) {
		return "", false
	}
	return p.h.Members[0].Name[:3] + "记" + pick(&d, "小吃店", "杂货店", "理发店", "水果档"), true
}

func selfEmployed(p *person, _ calendar.Date) []record {
	d := p.draw("self-employed")
	if name, ok := p.shop(); ok {
		return []record{{"credit_code": p.creditCode("92", "shop"), "name": name, "registered_on": d.before(p.day, 200, 3000), "state": "active", "employees": 1, "capital": yuan(d.between(5, 50) * 1000)}}
	}
	if p.age >= 30 && d.chance(1.5) {
		return []record{{"credit_code": p.creditCode("92", "old shop"), "name": "旧货档", "registered_on": d.before(p.day, 2500, 6000), "state": "cancelled"}}
	}
	return nil
}

func company(p *person, _ calendar.Date) []record {
	if !p.apart.shareholder {
		return nil
	}
	d := p.draw("company")
	return []record{{"credit_code": p.creditCode("91", "company"), "name": p.employer(), "role": pick(&d, "shareholder", "shareholder", "legal_person"),
		"paid_in": yuan(d.between(5, 100) * 10000), "registered_on": d.before(p.day, 300, 3500), "state": "active"}}
}

func cooperative(p *person, _ calendar.Date) []record {
	d := p.draw("cooperative")
	if p.h.Urban || p.adultNo() != 1 || !d.chance(4) {
		return nil
	}
	return []record{{"credit_code": p.creditCode("93", "cooperative"), "name": "种植农民专业合作社", "joined_on": d.before(p.day, 200, 3000), "paid_in": yuan(d.between(5, 80) * 100)}}
}

func businessTax(p *person, from calendar.Date) []record {
	name, code := p.employer(), p.creditCode("91", "company")
	turnover := yuan(180_000)
	if shop, ok := p.shop(); ok {
		name, code, turnover = shop, p.creditCode("92", "shop"), fen(p.m.Business)*3*3
	} else if !p.apart.shareholder {
		return nil
	}
	var out []record
	d := p.draw("business tax")
	_, month, _ := p.day.Civil()
	this := p.day.MonthStart().AddMonths(-(int(month) - 1) % 3)
	for i := 4; i > 0; i-- {
		if q := this.AddMonths(-3 * i); q >= from {
			out = append(out, record{"credit_code": code, "name": name, "period": q, "turnover": round(turnover * fen(d.between(80, 120)) / 100), "tax": fen(0)})
		}
	}
	return out
}
