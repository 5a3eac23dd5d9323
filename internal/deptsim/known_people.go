package deptsim

import (
	"strconv"

	"zhongfu/internal/calendar"
)

// peopleClasses: register, family, death, school, prison.
var peopleClasses = map[string]knows{
	"household_register": func(p *person, _ calendar.Date) []record {
		r := record{"register_no": p.place() + num(p.ofHousehold("register"), 9), "register_division": strconv.FormatInt(p.m.Register, 10),
			"relation": p.code("relation"), "state": "normal"}
		if died, dead := p.death(); dead {
			d := p.draw("cancelled")
			r["state"], r["state_on"] = "cancelled_death", min(p.day, died.AddDays(d.between(3, 25)))
		}
		return []record{r}
	},
	"register_move": func(p *person, from calendar.Date) []record {
		d := p.draw("move")
		if !d.chance(1.5) {
			return nil
		}
		on := d.before(p.day, 30, 1500)
		return since(from, on, record{"moved_on": on, "from_place": pick(&d, "湖南省", "江西省", "广西壮族自治区", "省内其他地市"),
			"to_place": "广东省", "reason": pick(&d, "投靠亲属", "婚迁", "购房落户", "务工落户")})
	},
	"residence_permit": func(p *person, _ calendar.Date) []record {
		if p.m.Residence == p.m.Register {
			return nil
		}
		d := p.draw("permit")
		return []record{{"division": strconv.FormatInt(p.m.Residence, 10), "registered_on": d.before(p.day, 100, 2000), "valid_until": p.day.AddDays(d.between(20, 360))}}
	},
	"marriage": func(p *person, _ calendar.Date) []record {
		return p.marriage()
	},
	"funeral": func(p *person, _ calendar.Date) []record {
		died, dead := p.death()
		if !dead {
			return nil
		}
		return []record{{"died_on": died, "cremated_on": min(p.day, died.AddDays(3)), "place": "殡仪馆"}}
	},
	"school_roll":   func(p *person, _ calendar.Date) []record { return p.school() },
	"student_aid":   studentAid,
	"imprisonment":  imprisonment,
	"legal_aid":     legalAid,
	"training":      training,
	"child_welfare": childWelfare,
}

func num(d draw, n int) string { return d.digits(n) }

// since keeps a record of a day that is within the history asked for.
func since(from, on calendar.Date, r record) []record {
	if on < from {
		return nil
	}
	return []record{r}
}

// death: a few of the very old have died and the family has not said so.
func (p *person) death() (calendar.Date, bool) {
	d := p.draw("death")
	if p.age < 75 || p.head() || !d.chance(1.2) {
		return 0, false
	}
	return d.before(p.day, 5, 120), true
}

func (p *person) marriage() []record {
	// A couple has one registration: both draw from the same stream.
	d, age := p.draw("marriage"), p.age
	r := record{"kind": "married"}
	if other := p.partner(); other != nil {
		first := min(p.m.IDNumber, other.IDNumber)
		d, age = newDraw(p.seed, "marriage", first), min(p.age, other.Birth.Age(p.day))
		r["spouse_name"], r["spouse_id"] = other.Name, other.IDNumber
	}
	switch p.m.Marital {
	case "20", "30":
	case "40":
		r["kind"] = "divorced"
	default:
		return nil
	}
	if age < 20 || age > 80 { // registrations of long ago are not in the system
		return nil
	}
	r["registered_on"] = p.day.AddDays(-d.between(1, max(2, (age-19)*365)))
	return []record{r}
}

var stages = map[string]struct {
	name string
	from int // age
}{"preschool": {"幼儿园", 3}, "primary": {"小学", 6}, "junior": {"初级中学", 12}, "senior": {"高级中学", 15}, "college": {"职业技术大学", 18}}

func (p *person) school() []record {
	s, ok := stages[p.m.Schooling]
	if !ok {
		return nil
	}
	d := p.draw("school")
	stage := p.m.Schooling
	if stage == "college" {
		stage = "bachelor"
	}
	year, _, _ := p.day.Civil()
	enrolled := calendar.NewDate(year-max(0, min(5, p.age-s.from)), 9, 1)
	if enrolled > p.day {
		enrolled = enrolled.AddMonths(-12)
	}
	return []record{{"school": "第" + pick(&d, "一", "二", "三", "四", "五") + s.name, "stage": stage, "full_time": true, "boarding": p.holds("boarding"),
		"enrolled_on": enrolled, "state": "enrolled", "tuition": fen(p.fact("school_tuition")), "lodging": fen(p.fact("school_lodging"))}}
}

func studentAid(p *person, from calendar.Date) []record {
	d := p.draw("student aid")
	year, month, _ := p.day.Civil()
	if month < 11 {
		year--
	}
	on := calendar.NewDate(year, 10, d.between(8, 30))
	var out []record
	if p.holds("school_hardship") {
		out = append(out, since(from, on, record{"kind": "recognised", "granted_on": on, "amount": fen(0)})...)
		if d.chance(50) {
			out = append(out, since(from, on, record{"kind": "grant", "granted_on": on, "amount": yuan(d.between(5, 33) * 100)})...)
		}
	}
	if p.m.Schooling == "college" && d.chance(4) {
		out = append(out, since(from, on, record{"kind": "scholarship", "granted_on": on, "amount": yuan(5000)})...)
	}
	return out
}

func imprisonment(p *person, _ calendar.Date) []record {
	d := p.draw("prison")
	if p.age < 20 || p.age > 60 || !d.chance(0.25) {
		return nil
	}
	from, until := d.before(p.day, 60, 900), p.day.AddDays(d.between(60, 900))
	return []record{{"kind": pick(&d, "prison", "prison", "detox"), "from_on": from, "until_on": until, "released": false}}
}

func legalAid(p *person, from calendar.Date) []record {
	d := p.draw("legal aid")
	if p.age < 18 || !d.chance(0.6) {
		return nil
	}
	on := d.before(p.day, 10, 700)
	return since(from, on, record{"matter": pick(&d, "追索劳动报酬", "工伤赔偿", "赡养纠纷", "交通事故赔偿"), "granted_on": on})
}

func training(p *person, from calendar.Date) []record {
	if !p.holds("training_passed") {
		return nil
	}
	d := p.draw("training")
	on := d.before(p.day, 10, 350)
	return since(from, on, record{"course": pick(&d, "家政服务员", "粤菜师傅", "养老护理员", "电工（初级）"), "ended_on": on, "passed": true})
}

func childWelfare(p *person, _ calendar.Date) []record {
	gone := func(state string) bool { return state != "" && state != "able" }
	if p.age >= 18 || !gone(p.m.More.Father) || !gone(p.m.More.Mother) {
		return nil
	}
	d := p.draw("child")
	if !d.chance(70) {
		return nil
	}
	kind := "unsupported"
	if p.m.More.Father == "dead" && p.m.More.Mother == "dead" {
		kind = "orphan"
	}
	return []record{{"kind": kind, "setting": "home", "state": "receiving", "from_on": max(p.birth, d.before(p.day, 60, 1500))}}
}
