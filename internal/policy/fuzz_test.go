package policy

import (
	"strings"
	"testing"
)

// No text of any file of a pack makes the loader panic or hang, and whatever loads can be evaluated.
func FuzzLoad(f *testing.F) {
	files := []string{"guangdong/pack.yaml", "guangdong/sources.yaml", "guangdong/items/dibao.yaml", "guangdong/items/household_means.yaml",
		"guangdong/parameters/means.yaml", "guangdong/cases/dibao_marginal.yaml", "guangdong/procedures/x.yaml", "guangdong/facts/x.yaml"}
	p := guangdong(f)
	for i, name := range files {
		text, err := p.Source(name)
		if err != nil {
			text = p.sources["national/procedures/dibao.yaml"]
		}
		f.Add(uint8(i), text)
	}
	f.Add(uint8(2), "id: dibao\nrules:\n  - id: income\n    when: v.size / 0 > 1\n    name: a\n    text: b\n    reason: c\n    clause: MZF57 第一条\n")
	f.Add(uint8(0), "a: *x\n---\n- &x [*x]\n")
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		name := files[int(which)%len(files)]
		p, err := Load(changed(t, name, "", text), "guangdong")
		if err != nil {
			if _, ok := err.(*LoadError); !ok {
				t.Fatalf("not a LoadError: %v", err)
			}
			return
		}
		_, _ = p.Evaluate("dibao", householdOf(1))
	})
}

// No JSON makes the evaluator panic; what is accepted comes out with one of the three outcomes.
func FuzzEvaluateJSON(f *testing.F) {
	p := guangdong(f)
	f.Add(`{"household":{"urban":true},"members":[{"id":"a","relation":"02","birth":"1980-01-01","income_wage":1}]}`)
	f.Add(`{"date":"2026-01-01","division":440106012000,"person":"a","members":[{"id":"a"}]}`)
	f.Add(`{"members":[{"id":"a","income_wage":1000000000000,"rigid_spending":1000000000000}]}`)
	f.Add(`[{}]`)
	f.Fuzz(func(t *testing.T, text string) {
		in, err := p.DecodeInput(strings.NewReader(text))
		if err != nil {
			return
		}
		if in.Date == 0 {
			in.Date = householdOf(0).Date
		}
		if in.Division == 0 {
			in.Division = 440106012000
		}
		for _, item := range itemIDs {
			r, err := p.Evaluate(item, in)
			if err != nil {
				continue
			}
			switch r.Outcome {
			case Eligible, Ineligible:
				if len(r.Missing) > 0 {
					t.Fatalf("%s, yet missing %v", r.Outcome, r.Missing)
				}
			case NeedsEvidence:
				if len(r.Missing) == 0 {
					t.Fatal("needs evidence, but none is named")
				}
			default:
				t.Fatalf("outcome %q", r.Outcome)
			}
		}
	})
}
