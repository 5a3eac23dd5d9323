package mutate_test

import (
	"io/fs"
	"strings"
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

// The cases of every pack notice at least Wanted percent of all mutants, and of those written in each pack.
func TestWorkedCasesNoticeMutants(t *testing.T) {
	found, err := fs.Glob(policies.FS, "*/pack.yaml")
	if err != nil || len(found) < 2 {
		t.Fatal(found, err)
	}
	for i, f := range found {
		found[i] = strings.TrimSuffix(f, "/pack.yaml")
	}
	r, err := mutate.Run(t.Context(), load(t, found...), mutate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	mutants, caught := map[string]int{}, map[string]int{}
	for _, it := range r.Items {
		mutants[it.Pack] += it.Mutants
		caught[it.Pack] += it.Caught
	}
	for _, name := range found {
		if mutants[name] == 0 || caught[name]*100 < mutants[name]*mutate.Wanted {
			t.Errorf("%s: the cases notice %d of %d mutants, %.1f%%", name, caught[name], mutants[name], mutate.Score(caught[name], mutants[name]))
		}
	}
	if r.Mutants < 1000 {
		t.Errorf("only %d mutants", r.Mutants)
	}
	for _, s := range r.Survivors {
		t.Logf("%s:%d %s\n  %s\n  %s\n  %s", s.At.File, s.At.Line, s.Where, s.Original, s.Mutant, s.Hint)
	}
}

// Without its cases nothing notices a mutant: the count depends on the examples, not on the pack loading.
func TestWithoutCasesEveryMutantSurvives(t *testing.T) {
	p := load(t, "national")
	for _, c := range p[0].Cases() {
		c.Item = "none" // the pack is this test's own
	}
	r, err := mutate.Run(t.Context(), p, mutate.Options{Item: "dibao"})
	if err != nil || r.Caught != 0 || r.Mutants == 0 || len(r.Survivors) != r.Mutants || r.Good() {
		t.Errorf("%v %+v", err, r)
	}
}
