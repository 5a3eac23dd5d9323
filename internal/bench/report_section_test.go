package bench

import (
	"strings"
	"testing"
)

func TestASectionTakesItsPlace(t *testing.T) {
	whole := &Report{Verify: &VerifyBench{Sources: 3, Growth: []VerifyGrowth{{People: 1000, Answers: 9}}}, Options: Options{Command: "whole"}}
	one := &Report{Verify: &VerifyBench{Sources: 11, Growth: []VerifyGrowth{{People: 777, Answers: 9}}}, Options: Options{Command: "one", Only: "verify"}}
	earlier := whole.Markdown()
	got := one.Into(earlier)
	for text, want := range map[string]int{"# Performance": 1, "## Asking departments": 1, "## Method": 1, "## Requests": 1, "people × 11 sources": 1, "people × 3 sources": 0, "| 777": 1, "Written by `whole`": 1, "a run of its own: `one`": 1} {
		if n := strings.Count(got, text); n < want || want == 0 && n > 0 {
			t.Errorf("%d times %q:\n%s", n, text, got)
		}
	}
	if again := one.Into(got); again != got {
		t.Errorf("a second time it is not the same:\n%s", again)
	}
	if got := one.Into(""); got != one.Markdown() {
		t.Errorf("without an earlier report:\n%s", got)
	}
	if got := whole.Into(earlier); got != earlier {
		t.Error("a whole run keeps nothing of the earlier")
	}
}
