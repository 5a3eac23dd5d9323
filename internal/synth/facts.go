package synth

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/money"
)

// FactKind says how a fact's number is read.
type FactKind uint8

const (
	Number   FactKind = iota // fen or a count
	Flag                     // 0 or 1
	Day                      // days since 1970
	Code                     // Fact.Code gives a code instead
	Division                 // 12-digit code
)

// Fact is one fact of a synthetic household or member by its key in the packs' catalogue. Number and Code answer whether
// any source would know it; m is nil for a fact of the household.
type Fact struct {
	Key    string
	Kind   FactKind
	Number func(h *Household, m *Member) (int64, bool)
	Code   func(h *Household, m *Member) (string, bool)
}

// Value is the fact as an input of the policy takes it.
func (f *Fact) Value(h *Household, m *Member) (any, bool) {
	if f.Kind == Code {
		return f.Code(h, m)
	}
	n, known := f.Number(h, m)
	switch f.Kind {
	case Flag:
		return n != 0, known
	case Day:
		return calendar.Date(n).String(), known
	}
	return n, known
}

func number(key string, of func(h *Household, m *Member) (int64, bool)) Fact {
	return Fact{Key: key, Kind: Number, Number: of}
}

func fen(key string, of func(h *Household, m *Member) money.Fen) Fact {
	return number(key, func(h *Household, m *Member) (int64, bool) { return int64(of(h, m)), true })
}

func flag(key string, of func(h *Household, m *Member) (bool, bool)) Fact {
	return Fact{Key: key, Kind: Flag, Number: func(h *Household, m *Member) (int64, bool) {
		yes, known := of(h, m)
		if yes {
			return 1, known
		}
		return 0, known
	}}
}

func never(key string) Fact {
	return Fact{Key: key, Kind: Flag, Number: func(*Household, *Member) (int64, bool) { return 0, true }}
}

func zero(key string) Fact {
	return number(key, func(*Household, *Member) (int64, bool) { return 0, true })
}

func code(key string, of func(h *Household, m *Member) (string, bool)) Fact {
	return Fact{Key: key, Kind: Code, Code: of}
}

// digits are the codes 0 to 9 without an allocation.
func digit(n int) string { return "0123456789"[n : n+1] }

// HouseholdFacts are all that is known of a synthetic household.
func HouseholdFacts() []Fact {
	return append(departmentsOfHousehold(), []Fact{
		flag("urban", func(h *Household, _ *Member) (bool, bool) { return h.Urban, true }),
		number("financial_assets", func(h *Household, _ *Member) (int64, bool) { return int64(h.FinancialAssets), !h.More.AssetsUnknown }),
		number("dwellings", func(h *Household, _ *Member) (int64, bool) { return int64(h.Dwellings), true }),
		never("non_residential"),
		number("vehicles", func(h *Household, _ *Member) (int64, bool) { return int64(h.Vehicles), true }),
		number("work_vehicles", func(h *Household, _ *Member) (int64, bool) { return 0, h.Vehicles == 0 }),
		number("work_vehicle_value", func(h *Household, _ *Member) (int64, bool) { return 0, h.Vehicles == 0 }),
		never("business_registration"),
		number("spend_living", func(h *Household, _ *Member) (int64, bool) { return int64(h.More.SpendLiving), h.More.SpendingKnown }),
		fen("spend_medical", func(h *Household, _ *Member) money.Fen { return h.More.SpendMedical }),
		fen("spend_education", func(h *Household, _ *Member) money.Fen { return h.More.SpendEducation }),
		fen("spend_rehabilitation", func(h *Household, _ *Member) money.Fen { return h.More.SpendRehab }),
		number("spend_other", func(h *Household, _ *Member) (int64, bool) { return int64(h.More.SpendOther), h.More.SpendingKnown }),
		flag("lifted_from_poverty", func(h *Household, _ *Member) (bool, bool) { return h.More.LiftedPoverty, true }),
		flag("relapse_risk", func(h *Household, _ *Member) (bool, bool) { return h.More.RelapseRisk, h.More.RiskKnown }),
		flag("sudden_hardship", func(h *Household, _ *Member) (bool, bool) { return h.More.SuddenHardship, true }),
		flag("left_support", func(h *Household, _ *Member) (bool, bool) { return h.More.LeftSupport, true }),
		{Key: "left_support_on", Kind: Day, Number: func(h *Household, _ *Member) (int64, bool) {
			return int64(h.More.LeftSupportOn), h.More.LeftSupport
		}},
	}...)
}

// stageOf names the stage of a member's school as the catalogue does.
func stageOf(schooling string) string {
	switch schooling {
	case "":
		return "none"
	case "college":
		return "bachelor"
	}
	return schooling
}

// MemberFacts are all that is known of a synthetic person.
func MemberFacts() []Fact {
	out := []Fact{
		{Key: "birth", Kind: Day, Number: func(_ *Household, m *Member) (int64, bool) { return int64(m.Birth), true }},
		code("sex", func(_ *Household, m *Member) (string, bool) { return digit(m.Sex), true }),
		code("relation", func(_ *Household, m *Member) (string, bool) { return codes.BroadRelation(m.Relation), true }),
		{Key: "household_register", Kind: Division, Number: func(_ *Household, m *Member) (int64, bool) { return m.Register, true }},
		flag("lives_together", func(*Household, *Member) (bool, bool) { return true, true }),
		code("student_stage", func(_ *Household, m *Member) (string, bool) { return stageOf(m.Schooling), true }),
		never("independent"), never("imprisoned"), never("missing"), zero("clergy_away_years"),
		code("disability_type", func(_ *Household, m *Member) (string, bool) { return digit(m.DisabilityType), true }),
		code("disability_grade", func(_ *Household, m *Member) (string, bool) { return digit(m.DisabilityGrade), true }),
		flag("serious_illness", func(_ *Household, m *Member) (bool, bool) { return m.SeriousIllness != "", true }),
		code("work_ability", func(_ *Household, m *Member) (string, bool) { return m.WorkAbility, true }),
		flag("employed", func(_ *Household, m *Member) (bool, bool) { return m.Wage > 0, true }),
		fen("income_wage", func(_ *Household, m *Member) money.Fen { return m.Wage }),
		fen("income_business", func(_ *Household, m *Member) money.Fen { return m.Business }),
		fen("income_property", func(_ *Household, m *Member) money.Fen { return m.Property }),
		fen("income_transfer", func(_ *Household, m *Member) money.Fen { return m.Transfer }),
		zero("income_other"),
		fen("rigid_spending", func(_ *Household, m *Member) money.Fen { return m.RigidSpending }),
		zero("employment_cost"),
		code("father_status", func(_ *Household, m *Member) (string, bool) { return m.More.Father, m.More.Father != "" }),
		code("mother_status", func(_ *Household, m *Member) (string, bool) { return m.More.Mother, m.More.Mother != "" }),
		code("care_setting", func(_ *Household, m *Member) (string, bool) { return "home", m.More.Father != "" }),
		flag("child_support_before", func(_ *Household, m *Member) (bool, bool) { return m.More.UnsupportedBefore, true }),
		number("own_financial_assets", func(h *Household, m *Member) (int64, bool) { return int64(m.More.OwnAssets), !h.More.AssetsUnknown }),
		fen("transfer_insurance", func(_ *Household, m *Member) money.Fen { return m.More.Insurance }),
		fen("transfer_old_age", func(_ *Household, m *Member) money.Fen { return m.More.OldAge }),
		number("supporters", func(_ *Household, m *Member) (int64, bool) { return int64(m.More.Supporters), m.More.SupportersKnown }),
		never("tekun_as_minor"),
		flag("unemployment_benefit", func(_ *Household, m *Member) (bool, bool) { return m.More.Unemployment, true }),
		flag("preferential_treatment", func(_ *Household, m *Member) (bool, bool) { return m.More.Preferential, true }),
	}
	for i, key := range []string{"supporters_tekun", "supporters_dibao_elder", "supporters_elder", "supporters_disabled", "supporters_incapable"} {
		out = append(out, number(key, func(_ *Household, m *Member) (int64, bool) {
			return int64(m.More.SupportersUnable[i]), m.More.SupportersKnown
		}))
	}
	// Bathing is lost first, eating last.
	for i, key := range []string{"can_bathe", "can_use_toilet", "can_dress", "can_walk", "can_get_up", "can_eat"} {
		out = append(out, flag(key, func(_ *Household, m *Member) (bool, bool) { return i >= m.More.CannotDo, m.More.Assessed }))
	}
	return append(out, departmentsOfMember()...)
}
