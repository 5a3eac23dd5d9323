package policy

import "testing"

// A part of something is per cent, a multiple is itself; below nothing keeps its sign.
func TestRatiosInSentences(t *testing.T) {
	for in, want := range map[int64]string{350: "3.5%", 9_999: "99.99%", 15_000: "1.5", 10_000: "1", 0: "0", -20: "-0.2%", 100: "1%", 12_345: "1.2345"} {
		if got := unitText("ratio", in); got != want {
			t.Errorf("%d: %q, want %q", in, got, want)
		}
	}
}
