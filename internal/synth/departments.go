package synth

import "zhongfu/internal/money"

// draw is the randomness that a household or person brings to the facts of other departments: each fact takes its own part
// by a number of its own, so that a new fact moves none of the others.
type draw uint64

func (d draw) part(fact uint64) rng { return rng(mix(uint64(d) ^ mix(fact))) }

// chance is true for a share in a hundred.
func (d draw) chance(fact uint64, percent float64) bool {
	r := d.part(fact)
	return r.chance(percent)
}

// yuan is an amount between two, in fen.
func (d draw) yuan(fact uint64, lo, hi int) int64 {
	r := d.part(fact)
	return int64(money.Fen(r.between(lo, hi)) * money.Yuan)
}

// Numbers of the parts. They are never given twice nor again.
const (
	partEvent = iota + 1
	partDamage
	partWinter
	partHousing
	partRent
	partArea
	partGrade
	partRebuilt
	partHelped
	partSchool
	partBoarding
	partInsured
	partClinic
	partSpecial
	partAided
	partCancer
	partWork
	partTraining
	partFlexible
	partPaid
	partLoan
	partAsked
	partLegal
)

// departmentsOfHousehold are what emergency management, housing and the towns know. What only the family could tell, such as
// a wish, has no source and stays unknown.
func departmentsOfHousehold() []Fact {
	hit := func(h *Household) bool { return h.More.draw.chance(partDamage, 0.6) }
	return []Fact{
		code("emergency_event", func(h *Household, _ *Member) (string, bool) {
			r := h.More.draw.part(partEvent)
			return []string{"none", "fire", "accident", "illness", "disaster", "other"}[r.weighted([]int{980, 2, 5, 9, 2, 2})], true
		}),
		flag("living_broken", func(h *Household, _ *Member) (bool, bool) { return h.More.SuddenHardship, true }),
		flag("resident_here", func(*Household, *Member) (bool, bool) { return true, true }),
		flag("emergency_here", func(*Household, *Member) (bool, bool) { return true, true }),
		number("emergency_need", func(h *Household, _ *Member) (int64, bool) {
			return h.More.draw.yuan(partEvent+100, 500, 20000), h.More.SuddenHardship
		}),
		flag("disaster_hit", func(h *Household, _ *Member) (bool, bool) { return hit(h), true }),
		flag("disaster_urgent", func(h *Household, _ *Member) (bool, bool) {
			return hit(h) && h.More.draw.chance(partDamage+100, 40), true
		}),
		code("house_damage", func(h *Household, _ *Member) (string, bool) {
			if !hit(h) {
				return "none", true
			}
			r := h.More.draw.part(partDamage + 101)
			return []string{"none", "light", "severe", "collapsed"}[r.weighted([]int{30, 40, 20, 10})], true
		}),
		flag("disaster_no_living", func(h *Household, _ *Member) (bool, bool) {
			return hit(h) && h.More.draw.chance(partDamage+102, 30), true
		}),
		flag("damaged_only_home", func(h *Household, _ *Member) (bool, bool) { return hit(h) && h.Dwellings <= 1, true }),
		flag("winter_need", func(h *Household, _ *Member) (bool, bool) {
			return hit(h) && h.More.draw.chance(partWinter, 50), true
		}),
		flag("winter_ledger", func(h *Household, _ *Member) (bool, bool) {
			return hit(h) && h.More.draw.chance(partWinter, 35), true
		}),
		number("housing_area", func(h *Household, _ *Member) (int64, bool) {
			r := h.More.draw.part(partArea)
			return int64(len(h.Members) * r.between(6, 32)), h.Urban
		}),
		flag("public_housing", func(h *Household, _ *Member) (bool, bool) {
			return h.Urban && h.More.draw.chance(partHousing, 9), true
		}),
		number("rent_paid", func(h *Household, _ *Member) (int64, bool) {
			if h.Dwellings > 0 {
				return 0, true
			}
			return h.More.draw.yuan(partRent, 200, 1500), h.Urban
		}),
		code("house_grade", func(h *Household, _ *Member) (string, bool) {
			if !h.More.DilapidatedHouse {
				return "none", !h.Urban
			}
			r := h.More.draw.part(partGrade)
			return []string{"c", "d"}[r.n(2)], true
		}),
		flag("house_rebuilt", func(h *Household, _ *Member) (bool, bool) {
			return !h.Urban && h.More.draw.chance(partRebuilt, 4), true
		}),
		flag("need_after_help", func(h *Household, _ *Member) (bool, bool) {
			return h.More.draw.chance(partHelped, 20), h.More.RiskKnown
		}),
	}
}

// departmentsOfMember are what the health insurance, schools, the employment service and registers of death know. Legal
// matters are the person's own: nobody knows them before being told.
func departmentsOfMember() []Fact {
	student := func(m *Member) bool { return m.Schooling != "" }
	working := func(m *Member) bool { return m.WorkAbility == "full" || m.WorkAbility == "partial" }
	return append([]Fact{
		flag("school_hardship", func(h *Household, m *Member) (bool, bool) {
			return student(m) && h.Circumstance != Above && m.More.draw.chance(partSchool, 70), true
		}),
		flag("boarding", func(_ *Household, m *Member) (bool, bool) {
			return student(m) && m.Schooling != "preschool" && m.More.draw.chance(partBoarding, 25), true
		}),
		number("school_tuition", func(_ *Household, m *Member) (int64, bool) {
			switch m.Schooling {
			case "preschool":
				return m.More.draw.yuan(partSchool+100, 1500, 6000), true
			case "senior":
				return m.More.draw.yuan(partSchool+100, 600, 2500), true
			case "college":
				return m.More.draw.yuan(partSchool+100, 4000, 8000), true
			}
			return 0, true
		}),
		number("school_lodging", func(_ *Household, m *Member) (int64, bool) {
			if m.Schooling == "college" {
				return m.More.draw.yuan(partBoarding+100, 800, 1500), true
			}
			return 0, true
		}),
		flag("resident_insurance", func(_ *Household, m *Member) (bool, bool) { return m.More.draw.chance(partInsured, 93), true }),
		flag("designated_provider", func(*Household, *Member) (bool, bool) { return true, true }),
		number("outpatient_general_cost", func(_ *Household, m *Member) (int64, bool) { return m.More.draw.yuan(partClinic, 0, 900), true }),
		number("outpatient_special_cost", func(_ *Household, m *Member) (int64, bool) {
			if m.SeriousIllness == "" {
				return 0, true
			}
			return m.More.draw.yuan(partSpecial, 0, 15000), true
		}),
		fen("inpatient_cost", func(_ *Household, m *Member) money.Fen { return m.More.InpatientYear }),
		number("medical_aid_used", func(_ *Household, m *Member) (int64, bool) {
			if m.More.InpatientYear == 0 || !m.More.draw.chance(partAided, 30) {
				return 0, true
			}
			return int64(m.More.InpatientYear) / 4, true
		}),
		flag("illness_impoverished", func(h *Household, m *Member) (bool, bool) {
			return m.SeriousIllness != "" && h.Circumstance == Hardship, true
		}),
		code("two_cancers", func(_ *Household, m *Member) (string, bool) {
			if m.Sex != 2 || m.SeriousIllness != "恶性肿瘤" || !m.More.draw.chance(partCancer, 35) {
				return "none", true
			}
			r := m.More.draw.part(partCancer + 100)
			return []string{"breast", "cervical"}[r.n(2)], true
		}),
		flag("two_cancers_received", func(_ *Household, m *Member) (bool, bool) { return m.More.draw.chance(partCancer+101, 30), true }),
		flag("wants_work", func(_ *Household, m *Member) (bool, bool) {
			return working(m) && m.Wage == 0 && m.More.draw.chance(partWork, 65), !working(m) || m.Wage > 0 || m.More.draw.chance(partAsked, 60)
		}),
		flag("training_passed", func(_ *Household, m *Member) (bool, bool) {
			return working(m) && m.More.draw.chance(partTraining, 3), true
		}),
		flag("flexible_work", func(_ *Household, m *Member) (bool, bool) {
			return working(m) && m.Business > 0 && m.More.draw.chance(partFlexible, 40), true
		}),
		number("social_insurance_paid", func(_ *Household, m *Member) (int64, bool) {
			if !working(m) || m.Business == 0 || !m.More.draw.chance(partPaid, 50) {
				return 0, true
			}
			return m.More.draw.yuan(partPaid+100, 300, 900), true
		}),
		number("startup_interest", func(_ *Household, m *Member) (int64, bool) {
			if !working(m) || m.Business == 0 || !m.More.draw.chance(partLoan, 4) {
				return 0, true
			}
			return m.More.draw.yuan(partLoan+100, 300, 6000), true
		}),
		flag("legal_matter", func(_ *Household, m *Member) (bool, bool) { return true, m.More.draw.chance(partLegal, 0.4) }),
		flag("tekun_at_home", func(*Household, *Member) (bool, bool) { return true, true }),
	}, nothing()...)
}

// nothing are events that are on a list when they happen; who is not on the list has not met them.
func nothing() []Fact {
	return []Fact{never("deceased"), never("wandering"), never("no_food_lodging"), never("emergency_treatment"), never("identity_unknown"),
		never("judicial_harm"), never("judicial_hardship"), never("judicial_aid_received"), zero("judicial_loss")}
}
