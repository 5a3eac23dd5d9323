package synth

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/money"
)

// HouseholdMore is what other departments than civil affairs know of a household. Amounts are sums of twelve months.
type HouseholdMore struct {
	AssetsUnknown    bool      // the banks have not answered
	SpendingKnown    bool      // the family has declared its living and other spending
	SpendLiving      money.Fen // cannot be avoided; own share after insurance for SpendMedical
	SpendMedical     money.Fen
	SpendEducation   money.Fen
	SpendRehab       money.Fen
	SpendOther       money.Fen
	LiftedPoverty    bool // 脱贫户
	RiskKnown        bool // the village has looked whether the family may fall back
	RelapseRisk      bool
	SuddenHardship   bool
	LeftSupport      bool // was on dibao or tekun before
	LeftSupportOn    calendar.Date
	ZeroEmployment   bool // somebody can work and nobody does
	DilapidatedHouse bool // rural house of grade C or D
	draw             draw // what the facts of other departments are drawn from
}

// MemberMore is what other departments than civil affairs know of a person.
type MemberMore struct {
	Father, Mother    string // of a minor: able, dead, missing, untraced, disabled, ill, prison, detox, restricted, lost; "" = not asked
	OwnAssets         money.Fen
	Insurance         money.Fen // monthly, part of Transfer
	OldAge            money.Fen // monthly, part of Transfer
	SupportersKnown   bool      // asked of the old, of children and of the severely disabled only
	Supporters        int
	SupportersUnable  [5]int // tekun, dibao and ≥ 60, ≥ 70, disabled, incapable
	Assessed          bool   // self-care was assessed
	CannotDo          int    // how many of the six self-care acts the person cannot do, the hardest first
	Unemployment      bool   // draws unemployment benefit
	Preferential      bool   // 优抚对象
	MedicalYear       money.Fen
	InpatientYear     money.Fen
	UnsupportedBefore bool
	draw              draw
}

// more draws from a stream of its own, so that what the generator has always made stays as it was.
func (b *builder) more() {
	r := newRng(b.g.seed^0x30e5f, uint64(b.index)<<8|0xfe)
	h := &b.h
	for i := range h.Members {
		b.moreOf(&r, &h.Members[i])
	}
	b.parentsOf(&r)
	m := &h.More
	m.AssetsUnknown = r.chance(3)
	m.SpendingKnown = h.Circumstance == Hardship || r.chance(40)
	working, employed := 0, 0
	for i := range h.Members {
		p := &h.Members[i]
		m.SpendMedical += p.More.MedicalYear
		if p.DisabilityGrade > 0 {
			m.SpendRehab += money.Fen(r.between(0, 4000)) * money.Yuan
		}
		switch p.Schooling {
		case "":
		case "college":
			m.SpendEducation += money.Fen(r.between(5500, 9000)) * money.Yuan
		case "senior":
			m.SpendEducation += money.Fen(r.between(1200, 3000)) * money.Yuan
		default:
			m.SpendEducation += money.Fen(r.between(100, 1800)) * money.Yuan
		}
		if p.WorkAbility == "full" {
			working++
			if p.Wage+p.Business > 0 {
				employed++
			}
		}
	}
	m.ZeroEmployment = working > 0 && employed == 0
	m.SpendLiving = money.Fen(len(h.Members)) * h.Standard * money.Fen(r.between(4, 9))
	if r.chance(6) {
		m.SpendOther = money.Fen(r.between(500, 30000)) * money.Yuan
	}
	m.LiftedPoverty = !h.Urban && r.chance(11)
	m.RiskKnown = m.LiftedPoverty || r.chance(35)
	m.RelapseRisk = m.RiskKnown && h.Circumstance != Above && r.chance(14)
	m.SuddenHardship = r.chance(2.5)
	if m.LeftSupport = h.Circumstance != Below && r.chance(7); m.LeftSupport {
		m.LeftSupportOn = b.g.asOf.AddDays(-r.between(20, 1500))
	}
	m.DilapidatedHouse = !h.Urban && r.chance(2)
	m.draw = draw(r.next())
	for i := range h.Members {
		h.Members[i].More.draw = draw(r.next())
	}
}

func (b *builder) moreOf(r *rng, p *Member) {
	h, m := &b.h, &p.More
	age := p.Birth.Age(b.g.asOf)
	m.OwnAssets = h.FinancialAssets / money.Fen(len(h.Members))
	if age >= 60 {
		m.Insurance = min(p.Transfer, money.Fen(r.between(180, 320))*money.Yuan)
	}
	if age >= 80 {
		m.OldAge = min(p.Transfer-m.Insurance, money.Fen(r.between(30, 100))*money.Yuan)
	}
	severe := p.DisabilityGrade == 1 || p.DisabilityGrade == 2
	if m.SupportersKnown = age >= 60 || age < 16 || severe; m.SupportersKnown {
		b.supporters(r, p, age)
	}
	if m.Assessed = severe || age >= 80 || age >= 70 && r.chance(40); m.Assessed && r.chance(45) {
		m.CannotDo = r.skewed(7)
	}
	m.Unemployment = age >= 16 && age < 60 && p.WorkAbility == "full" && p.Wage == 0 && r.chance(8)
	m.Preferential = age >= 18 && r.chance(0.8)
	if p.SeriousIllness != "" {
		m.InpatientYear = money.Fen(r.between(4000, 60000)) * money.Yuan
	} else if r.chance(6) {
		m.InpatientYear = money.Fen(r.between(600, 9000)) * money.Yuan
	}
	m.MedicalYear = m.InpatientYear/2 + money.Fen(r.between(0, 1800))*money.Yuan
	m.UnsupportedBefore = age >= 18 && age < 24 && r.chance(1.5)
}

// supporters are the people whom the law obliges to care for the person. Those who live alone may have nobody.
func (b *builder) supporters(r *rng, p *Member, age int) {
	m := &p.More
	m.Supporters = len(b.h.Members) - 1
	switch {
	case age >= 60 && b.kind == elderAlone, b.kind == adultAlone:
		m.Supporters = r.weighted([]int{24, 24, 28, 16, 8})
	case age >= 60:
		m.Supporters += r.weighted([]int{20, 35, 30, 15})
	case b.kind == skipped:
		m.Supporters += r.weighted([]int{30, 25, 45})
	}
	left := m.Supporters
	for i, percent := range [5]float64{1, 5, 9, 4, 3} {
		for k := left; k > 0; k-- {
			if r.chance(percent) {
				m.SupportersUnable[i]++
				left--
			}
		}
	}
}

// parentsOf says what has become of the parents of minors, by the family that they live in.
func (b *builder) parentsOf(r *rng) {
	away := func() string {
		return []string{"able", "dead", "prison", "lost", "disabled", "ill", "detox", "missing"}[r.weighted([]int{56, 18, 5, 10, 4, 4, 2, 1})]
	}
	head := &b.h.Members[0]
	for i := range b.h.Members {
		p := &b.h.Members[i]
		if p.Birth.Age(b.g.asOf) >= 18 || p.Relation == "02" {
			continue
		}
		m := &p.More
		m.Father, m.Mother = "able", "able"
		switch {
		case b.kind == skipped:
			m.Father, m.Mother = away(), away()
		case b.kind == oneParent:
			other := &m.Father
			if head.Sex == 1 {
				other = &m.Mother
			}
			if *other = away(); head.Marital == "30" {
				*other = "dead"
			}
		}
		b.parentsAtHome(m)
	}
}

// parentsAtHome are disabled or ill where the file of the father or mother at home says so.
func (b *builder) parentsAtHome(m *MemberMore) {
	if b.kind == skipped {
		return
	}
	for i := range b.h.Members {
		p := &b.h.Members[i]
		if p.Relation != "02" && p.Relation != "10" {
			continue
		}
		state := "able"
		switch {
		case p.DisabilityGrade == 1 || p.DisabilityGrade == 2:
			state = "disabled"
		case p.SeriousIllness != "":
			state = "ill"
		}
		if p.Sex == 1 {
			m.Father = state
		} else {
			m.Mother = state
		}
	}
}
