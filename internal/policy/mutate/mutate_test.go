package mutate_test

import (
	"testing"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/mutate"
	"zhongfu/policies"
)

func load(t *testing.T, names ...string) []*policy.Pack {
	t.Helper()
	var out []*policy.Pack
	for _, n := range names {
		p, err := policy.Load(policies.FS, n)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func TestWorkedCasesNoticeMutants(t *testing.T) {
	r, err := mutate.Run(t.Context(), load(t, "national", "guangdong"), mutate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if score := mutate.Score(r.Caught, r.Mutants); score < 89 {
		for _, s := range r.Survivors {
			t.Logf("%s:%d %s\n  %s\n  %s\n  %s", s.At.File, s.At.Line, s.Where, s.Original, s.Mutant, s.Hint)
		}
		t.Errorf("the cases notice %d of %d mutants, %.1f%%", r.Caught, r.Mutants, score)
	}
}
