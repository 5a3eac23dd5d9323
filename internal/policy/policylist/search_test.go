package policylist

import (
	"slices"
	"testing"
)

// What people type, and which help should then stand on top.
func TestSearchAnswersWhatPeopleType(t *testing.T) {
	svc := service(t)
	for _, c := range []struct {
		text string
		want []string // one of them on top
		also []string
	}{
		{"低保", []string{"dibao"}, []string{"dibao_single", "dibao_marginal"}},
		{"残疾人补贴", []string{"disability_living"}, []string{"disability_nursing"}},
		{"临时救助", []string{"temporary_emergency"}, []string{"temporary_spending"}},
		{"孤儿", []string{"orphan"}, nil},
		{"电费", []string{"electricity"}, nil},
		{"看病", []string{"medical_inpatient", "medical_outpatient"}, []string{"medical_premium", "temporary_spending"}},
		{"上学", []string{"education_compulsory"}, []string{"education_preschool", "education_senior", "education_college", "temporary_spending"}},
		{"孩子", []string{"orphan", "unsupported_child"}, []string{"tekun", "education_compulsory"}},
		{"老人", []string{"tekun"}, []string{"tekun_care"}},
		{"房子", []string{"housing_urban", "housing_rural"}, []string{"housing_rural", "disaster_rebuilding"}},
		{"丧葬", []string{"funeral"}, nil},
		{"失业", []string{"employment_help"}, []string{"employment_zero", "price_linkage"}},
		{"受灾", []string{"disaster_emergency"}, []string{"disaster_transition"}},
		{"法律援助", []string{"legal_aid"}, nil},
		{"流浪", []string{"vagrant"}, nil},
	} {
		l, err := svc.List(anybody, Query{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if len(l.Items) == 0 || !slices.Contains(c.want, l.Items[0].ID) {
			t.Errorf("%s: on top of %d stands %v, want one of %v", c.text, len(l.Items), first(l.Items), c.want)
		}
		for _, other := range c.also {
			if !slices.ContainsFunc(l.Items, func(it PolicyCard) bool { return it.ID == other }) {
				t.Errorf("%s: does not find %s", c.text, other)
			}
		}
	}
	// What nobody offers is not made up.
	for _, text := range []string{"彩票", "残疾人彩票"} {
		if l, err := svc.List(anybody, Query{Text: text}); err != nil || len(l.Items) > 0 {
			t.Errorf("%s: %v %v", text, first(l.Items), err)
		}
	}
}

func first(items []PolicyCard) string {
	if len(items) == 0 {
		return "nothing"
	}
	return items[0].ID
}
