package mutate

import (
	"slices"
	"testing"

	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// The mutants of a text: every one that means something else, none that means the same.
func TestMutantsOfATextMeanSomethingElse(t *testing.T) {
	p, err := policy.Load(policies.FS, "national")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		item string
		kind policy.SiteKind
		id   string
		want []string
	}{
		{"dibao", policy.SiteRule, "income", []string{
			"v.income_total <= v.size * p.dibao_standard", "v.income_total > v.size * p.dibao_standard",
			"v.income_total >= v.size * p.dibao_standard", "v.income_total == v.size * p.dibao_standard",
			"v.income_total != v.size * p.dibao_standard", "v.income_total < v.size * p.dibao_standard - 1",
			"v.income_total < p.dibao_standard", "v.income_total < v.size", "true", "false"}},
		// never negative: <= 0 is == 0, >= 0 always, < 0 never, > 0 is != 0, == -1 never
		{"dibao", policy.SiteRule, "vehicles", []string{"h.vehicles < 0", "h.vehicles > 0", "h.vehicles >= 0", "h.vehicles == 1", "true", "false"}},
		{"dibao", policy.SiteRule, "business", []string{"!h.business_registration && h.business_exempt", "h.business_exempt",
			"!h.business_registration", "h.business_registration || h.business_exempt", "!h.business_registration || !h.business_exempt", "true", "false"}},
		{"dibao", policy.SiteAmount, "amount", []string{"v.size * p.dibao_standard + v.income_total", "v.size * p.dibao_standard", "v.income_total",
			"p.dibao_standard - v.income_total", "v.size - v.income_total"}},
		// both sides are whole multiples of ten thousand: one more or less says nothing new, the next multiple does
		{"dibao_marginal", policy.SiteRule, "marginal_income", []string{
			"v.income_total * one <= v.size * p.dibao_standard * p.marginal_ratio", "v.income_total * one > v.size * p.dibao_standard * p.marginal_ratio",
			"v.income_total * one >= v.size * p.dibao_standard * p.marginal_ratio", "v.income_total * one == v.size * p.dibao_standard * p.marginal_ratio",
			"v.income_total * one != v.size * p.dibao_standard * p.marginal_ratio", "v.income_total * one < v.size * p.dibao_standard * p.marginal_ratio - 10000",
			"v.income_total < v.size * p.dibao_standard * p.marginal_ratio", "one < v.size * p.dibao_standard * p.marginal_ratio",
			"v.income_total * one < v.size * p.dibao_standard", "v.income_total * one < p.marginal_ratio",
			"v.income_total * one < v.size * p.marginal_ratio", "v.income_total * one < p.dibao_standard * p.marginal_ratio", "true", "false"}},
		{"dibao", policy.SiteRounding, "rounding", []string{"jiao_half_up", "jiao_up", "yuan_down", "yuan_half_up", "yuan_up"}},
	} {
		t.Run(c.item+"_"+c.id, func(t *testing.T) {
			for _, s := range p.Sites() {
				if s.Item != c.item || s.Kind != c.kind || s.ID != c.id {
					continue
				}
				var got []string
				for _, m := range mutants(&s) {
					if m.hint == "" || m.kind == "" {
						t.Errorf("%s has no hint or kind", m.text)
					}
					if _, err := s.Try(m.text); err != nil {
						t.Errorf("%s does not compile: %v", m.text, err)
					}
					got = append(got, m.text)
				}
				slices.Sort(got)
				want := slices.Sorted(slices.Values(c.want))
				if !slices.Equal(got, want) {
					t.Errorf("got\n%q\nwant\n%q", got, want)
				}
				return
			}
			t.Error("no such text")
		})
	}
}
