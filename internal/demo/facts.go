package demo

import (
	"zhongfu/internal/codes"
	"zhongfu/internal/policy"
	"zhongfu/internal/synth"
)

// stageOf maps the register's schooling to the pack's stages.
var stageOf = map[string]string{"": "none", "preschool": "preschool", "primary": "primary", "junior": "junior", "senior": "senior", "college": "bachelor"}

// memberFacts are a synthetic person's facts by the keys of the pack's catalogue. An adult child who neither studies nor
// lives at home counts as independent in the pack; the generator's families live together.
func memberFacts(m *synth.Member) map[string]any {
	f := map[string]any{
		"birth": m.Birth.String(), "sex": string(rune('0' + m.Sex)), "relation": codes.BroadRelation(m.Relation), "lives_together": true,
		"student_stage": stageOf[m.Schooling], "independent": false, "imprisoned": false, "missing": false, "clergy_away_years": int64(0),
		"disability_type": string(rune('0' + m.DisabilityType)), "disability_grade": string(rune('0' + m.DisabilityGrade)),
		"serious_illness": m.SeriousIllness != "", "work_ability": m.WorkAbility, "employed": m.Wage > 0,
		"income_wage": int64(m.Wage), "income_business": int64(m.Business), "income_property": int64(m.Property),
		"income_transfer": int64(m.Transfer), "income_other": int64(0),
		"rigid_spending": int64(m.RigidSpending), "employment_cost": int64(0),
	}
	return f
}

// householdFacts are a synthetic household's facts by the keys of the pack's catalogue.
func householdFacts(h *synth.Household) map[string]any {
	return map[string]any{
		"urban": h.Urban, "financial_assets": int64(h.FinancialAssets), "dwellings": int64(h.Dwellings), "non_residential": false,
		"vehicles": int64(h.Vehicles), "business_registration": false,
	}
}

// inputOf is the household as the policy sees it when every fact is known.
func inputOf(h *synth.Household) policy.Input {
	in := policy.Input{Division: h.Division, Household: householdFacts(h)}
	for i := range h.Members {
		in.Members = append(in.Members, policy.Member{ID: string(rune('a' + i)), Facts: memberFacts(&h.Members[i])})
	}
	return in
}
