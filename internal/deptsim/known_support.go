package deptsim

import "zhongfu/internal/calendar"

// supportClasses: what the family has been given, and illness and disability.
var supportClasses = map[string]knows{
	"assistance":             assistance,
	"disability_allowance":   disabilityAllowance,
	"disability_certificate": disabilityCertificate,
	"rehabilitation":         rehabilitation,
	"medical_enrolment":      medicalEnrolment,
	"medical_settlement":     medicalSettlement,
	"serious_illness": func(p *person, _ calendar.Date) []record {
		if p.m.SeriousIllness == "" {
			return nil
		}
		d := p.draw("illness")
		return []record{{"disease": p.m.SeriousIllness, "listed": true, "from_on": d.before(p.day, 30, 1500)}}
	},
	"relapse_watch": relapseWatch,
	"farm_subsidy":  farmSubsidy,
}

func assistance(p *person, _ calendar.Date) []record {
	var out []record
	if p.h.More.LeftSupport && p.adultNo() == 1 {
		d := p.ofHousehold("left support")
		stopped := p.h.More.LeftSupportOn
		out = append(out, record{"item": "dibao", "state": "stopped", "monthly": round(fen(p.h.Standard)), "from_on": stopped.AddDays(-d.between(200, 2000)), "stopped_on": stopped})
	}
	d := p.draw("temporary")
	if p.adultNo() == 1 && d.chance(2) {
		on := d.before(p.day, 40, 340)
		out = append(out, record{"item": "temporary", "state": "stopped", "from_on": on, "stopped_on": on.AddDays(1)})
	}
	return out
}

func disabilityAllowance(p *person, _ calendar.Date) []record {
	d := p.draw("allowance")
	if p.m.DisabilityGrade == 0 {
		return nil
	}
	var out []record
	on := d.before(p.day, 100, 2000)
	if p.m.DisabilityGrade <= 2 && d.chance(75) {
		out = append(out, record{"kind": "nursing", "monthly": yuan(281), "from_on": on})
	}
	if p.h.More.LeftSupport && d.chance(60) {
		out = append(out, record{"kind": "living", "monthly": yuan(211), "from_on": on, "until_on": p.h.More.LeftSupportOn})
	}
	return out
}

func disabilityCertificate(p *person, _ calendar.Date) []record {
	if p.m.DisabilityGrade == 0 {
		return nil
	}
	d := p.draw("certificate")
	issued := d.before(p.day, 60, 3300)
	return []record{{"type": string(rune('0' + p.m.DisabilityType)), "grade": string(rune('0' + p.m.DisabilityGrade)), "issued_on": issued,
		"valid_until": issued.AddMonths(120), "state": "valid"}}
}

func rehabilitation(p *person, from calendar.Date) []record {
	// The family's spending stands with its first disabled member.
	first := -1
	for i := range p.h.Members {
		if p.h.Members[i].DisabilityGrade > 0 {
			first = i
			break
		}
	}
	if first < 0 || p.m != &p.h.Members[first] || p.h.More.SpendRehab == 0 {
		return nil
	}
	d := p.draw("rehabilitation")
	on := max(from, d.before(p.day, 10, 330))
	return []record{{"service": pick(&d, "肢体康复训练", "辅助器具适配", "精神障碍服药"), "paid_on": on, "subsidy": yuan(d.between(2, 20) * 100), "personal": fen(p.h.More.SpendRehab)}}
}

func medicalEnrolment(p *person, _ calendar.Date) []record {
	year, _, _ := p.day.Civil()
	r := record{"kind": "resident", "year": year, "place": p.place(), "active": true}
	if !p.holds("resident_insurance") {
		d := p.draw("enrolment")
		if p.m.Wage == 0 || !d.chance(60) {
			return nil
		}
		r["kind"] = "employee"
	}
	return []record{r}
}

// medicalSettlement: what the ill paid themselves in twelve months is what the family says it cannot avoid spending.
func medicalSettlement(p *person, from calendar.Date) []record {
	d := p.draw("settlement")
	aid := fen(p.fact("medical_aid_used"))
	var out []record
	add := func(kind string, total, personal, aid fen) {
		on := max(from, d.before(p.day, 3, 300))
		out = append(out, record{"kind": kind, "settled_on": on, "provider": pick(&d, "县人民医院", "市第一人民医院", "镇卫生院", "中医院"), "total": total, "personal": personal, "aid": aid})
	}
	stays := fen(p.m.More.InpatientYear)
	own := stays / 2
	if p.m.SeriousIllness != "" {
		own = fen(p.m.RigidSpending) * 12
	}
	if special := own * 3 / 10; p.m.SeriousIllness != "" && special > 0 {
		add("special", special*2, special, 0)
		own -= special
	}
	if stays > 0 || own > 0 {
		add("inpatient", max(stays, own+aid), own, aid)
	}
	for range d.n(4) {
		if clinic := fen(p.fact("outpatient_general_cost")) / 3; clinic > 0 {
			add("outpatient", clinic*2, clinic, 0)
		}
	}
	return out
}

func relapseWatch(p *person, _ calendar.Date) []record {
	if p.adultNo() != 1 {
		return nil
	}
	d := p.ofHousehold("relapse")
	r := record{"identified_on": d.before(p.day, 100, 1400)}
	switch {
	case p.h.More.RelapseRisk && p.h.More.LiftedPoverty:
		r["kind"] = "unstable"
	case p.h.More.RelapseRisk:
		r["kind"] = "marginal"
	case p.h.More.LiftedPoverty:
		r["kind"] = "lifted"
	default:
		return nil
	}
	return []record{r}
}

func farmSubsidy(p *person, _ calendar.Date) []record {
	d := p.draw("subsidy")
	if p.h.Urban || p.adultNo() != 1 || !d.chance(55) {
		return nil
	}
	year, _, _ := p.day.Civil()
	return []record{{"kind": "耕地地力保护补贴", "year": year, "amount": yuan(d.between(60, 900))}}
}
