package deptsim

import "zhongfu/internal/calendar"

// propertyClasses: vehicles, ships, land and buildings.
var propertyClasses = map[string]knows{
	"vehicle":              vehicle,
	"road_transport":       roadTransport,
	"ship":                 ship,
	"farm_machinery":       farmMachinery,
	"real_estate":          realEstate,
	"real_estate_transfer": realEstateTransfer,
	"forest_right":         forestRight,
	"land_contract":        landContract,
	"public_housing":       publicHousing,
	"housing_contract":     housingContract,
	"rural_house":          ruralHouse,
}

func vehicle(p *person, _ calendar.Date) []record {
	d := p.draw("vehicle")
	one := func(kind, plate, brand string) record {
		return record{"plate": p.plate(plate), "kind": kind, "state": "normal", "brand": brand, "registered_on": d.before(p.day, 200, 4000)}
	}
	var out []record
	if p.adultNo() == 1 {
		for range p.h.Vehicles {
			out = append(out, one("car", "own", pick(&d, "五菱宏光", "比亚迪F3", "长安之星")))
		}
	}
	if p.apart.vehicle {
		kind, brand := "car", pick(&d, "丰田卡罗拉", "大众朗逸", "本田飞度", "比亚迪秦")
		if p.truck() {
			kind, brand = "truck", "福田轻型货车"
		}
		out = append(out, one(kind, "hidden", brand))
	}
	if p.age >= 18 && p.age < 70 && d.chance(18) {
		out = append(out, one(pick(&d, "motorcycle", "e_bike", "e_bike"), "small", pick(&d, "豪爵", "雅迪", "爱玛")))
	}
	if p.age >= 18 && d.chance(1) {
		r := one("car", "sold", "捷达")
		r["state"], r["changed_on"] = "transferred", d.before(p.day, 100, 199)
		out = append(out, r)
	}
	return out
}

// truck tells whether the car that was not declared is one to earn money with.
func (p *person) truck() bool {
	d := p.draw("truck")
	return p.apart.vehicle && d.chance(25)
}

func roadTransport(p *person, _ calendar.Date) []record {
	if !p.truck() {
		return nil
	}
	d := p.draw("road")
	return []record{{"plate": p.plate("hidden"), "permit": serial("粤交运管"+p.place()+"%s", &d, 8), "valid_until": p.day.AddDays(d.between(30, 700))}}
}

func ship(p *person, _ calendar.Date) []record {
	d := p.draw("ship")
	if p.h.Urban || p.adultNo() != 1 || !d.chance(0.3) {
		return nil
	}
	return []record{{"ship_no": serial("0903%s", &d, 8), "name": "粤渔" + num(d, 5), "kind": "fishing", "tonnage": d.between(3, 40), "registered_on": d.before(p.day, 300, 4000)}}
}

func farmMachinery(p *person, _ calendar.Date) []record {
	d := p.draw("machinery")
	if p.h.Urban || p.adultNo() != 1 || !d.chance(3) {
		return nil
	}
	return []record{{"plate": serial("粤农%s", &d, 6), "kind": pick(&d, "tractor", "other"), "registered_on": d.before(p.day, 200, 3500), "price": yuan(d.between(2, 30) * 1000)}}
}

// certificate is a 不动产单元号 of 28 characters.
func (p *person) certificate(subject string) string {
	d := p.ofHousehold("certificate " + subject)
	return p.place() + d.digits(6) + "JC" + d.digits(5) + "F" + d.digits(8)
}

func realEstate(p *person, _ calendar.Date) []record {
	var out []record
	home := func(subject, share string) record {
		d := p.ofHousehold("home " + subject)
		return record{"certificate": p.certificate(subject), "use": "residence", "area": d.between(28, 95), "address": p.h.Address, "share": share, "registered_on": d.before(p.day, 900, 7000)}
	}
	// A couple owns its home together, and it stands under the name of both.
	couple := (p.m.Relation == "02" || p.m.Relation == "10") && p.partner() != nil
	share := "单独所有"
	if couple {
		share = "共同共有"
	}
	for i := range p.h.Dwellings {
		subject := string(rune('a' + i))
		if p.adultNo() == 1 || couple {
			out = append(out, home(subject, share))
		}
	}
	if p.apart.dwelling {
		r := home("hidden", "单独所有")
		delete(r, "address")
		out = append(out, r)
	}
	d := p.ofHousehold("old house")
	if !p.h.Urban && p.adultNo() == 1 && d.chance(4) {
		r := home("old", "按份共有")
		r["unused_old_house"] = true
		out = append(out, r)
	}
	return out
}

func realEstateTransfer(p *person, from calendar.Date) []record {
	if !p.apart.sold {
		return nil
	}
	d := p.draw("sold")
	on := d.before(p.day, 70, 110)
	r := record{"certificate": p.certificate("sold"), "transferred_on": on, "reason": pick(&d, "sale", "sale", "gift")}
	if r["reason"] == "sale" {
		r["price"] = yuan(d.between(12, 95) * 10000)
	}
	return since(from, on, r)
}

func forestRight(p *person, _ calendar.Date) []record {
	d := p.draw("forest")
	if p.h.Urban || p.adultNo() != 1 || !d.chance(6) {
		return nil
	}
	return []record{{"certificate": serial("粤林证%s", &d, 8), "area": d.between(1, 40), "registered_on": d.before(p.day, 1000, 6000), "until_on": p.day.AddMonths(12 * d.between(5, 40))}}
}

func landContract(p *person, _ calendar.Date) []record {
	d := p.draw("land")
	rent := fen(p.m.Property) * 12
	if p.h.Urban || p.adultNo() != 1 || rent == 0 && !d.chance(55) {
		return nil
	}
	r := record{"contract": serial(p.place()+"%s", &d, 12), "area": d.between(1, 9), "leased_out": rent > 0}
	if rent > 0 {
		r["yearly_rent"] = rent
	}
	return []record{r}
}

func publicHousing(p *person, _ calendar.Date) []record {
	if p.adultNo() != 1 || !p.holds("public_housing") {
		return nil
	}
	d := p.draw("public housing")
	return []record{{"kind": pick(&d, "rental", "rental", "subsidy"), "monthly": yuan(d.between(60, 400)), "from_on": d.before(p.day, 60, 900), "until_on": p.day.AddDays(d.between(60, 700))}}
}

func housingContract(p *person, _ calendar.Date) []record {
	if !p.apart.dwelling {
		return nil
	}
	d := p.draw("contract")
	return []record{{"contract": serial("Y%s", &d, 10), "use": "residence", "signed_on": d.before(p.day, 900, 4000), "price": yuan(d.between(20, 120) * 10000), "registered": true}}
}

func ruralHouse(p *person, _ calendar.Date) []record {
	grade := p.code("house_grade")
	if p.adultNo() != 1 || p.h.Urban || (grade == "none" || grade == "") && !p.holds("house_rebuilt") {
		return nil
	}
	d := p.draw("rural house")
	r := record{"grade": "a", "graded_on": d.before(p.day, 100, 2500), "rebuilt": p.holds("house_rebuilt")}
	if grade == "c" || grade == "d" {
		r["grade"] = grade
	}
	if p.holds("house_rebuilt") {
		r["paid"] = yuan(d.between(8, 35) * 1000)
	}
	return []record{r}
}
