package policy

import (
	"testing"

	"pgregory.net/rapid"
)

var itemIDs = []string{"dibao", "dibao_marginal", "dibao_single", "tekun", "tekun_care", "orphan", "unsupported_child", "expenditure_hardship",
	"relapse_watch", "disability_living", "disability_nursing", "price_linkage"}

// drawFor is an input on a day on which the item is in force.
func drawFor(t *rapid.T, p *Pack, item string) Input {
	in := drawInput(t, p)
	if from := p.items[item].From; in.Date < *from {
		in.Date = *from
	}
	return in
}

// What is decided on a part of the facts must stand when the rest comes in: a refusal on known facts stays a refusal,
// a grant stays a grant with its amount. And whole knowledge always decides.
func TestUnknownFactsNeverChangeADecision(t *testing.T) {
	p := guangdong(t)
	decided := 0
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.SampledFrom(itemIDs).Draw(t, "item")
		full := drawFor(t, p, item)
		known := evaluate(t, p, item, full)
		if known.Outcome == NeedsEvidence || len(known.Missing) > 0 {
			t.Fatalf("all facts are known, yet evidence is asked: %v", known.Missing)
		}
		part := evaluate(t, p, item, hide(t, full))
		switch part.Outcome {
		case NeedsEvidence:
			if len(part.Missing) == 0 {
				t.Fatalf("evidence is needed but none is named")
			}
		default:
			decided++
			if part.Outcome != known.Outcome || amount(part) != amount(known) {
				t.Fatalf("decided %s %d on a part of the facts, %s %d on all", part.Outcome, amount(part), known.Outcome, amount(known))
			}
		}
		for _, r := range part.Rules {
			if k := known.Rule(r.ID); r.Passed != nil && *r.Passed != *k.Passed {
				t.Fatalf("rule %s came out %v on a part of the facts, %v on all", r.ID, *r.Passed, *k.Passed)
			}
		}
		for _, v := range part.Values {
			if k := known.Value(v.ID); v.Value != nil && v.Value != k.Value {
				t.Fatalf("value %s is %v on a part of the facts, %v on all", v.ID, v.Value, k.Value)
			}
		}
	})
	if decided == 0 {
		t.Error("no household was ever decided on a part of its facts; the test shows nothing")
	}
}

// The facts asked for are enough: answering exactly the missing ones decides the case, in a few rounds.
func TestMissingFactsSettleTheCase(t *testing.T) {
	p := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.SampledFrom(itemIDs).Draw(t, "item")
		full := drawFor(t, p, item)
		in := clone(hide(t, full))
		for range 12 {
			r := evaluate(t, p, item, in)
			if r.Outcome != NeedsEvidence {
				return
			}
			for _, m := range r.Missing {
				if m.Member == "" {
					in.Household[m.Fact] = full.Household[m.Fact]
				}
				for i := range in.Members {
					if in.Members[i].ID == m.Member {
						in.Members[i].Facts[m.Fact] = full.Members[i].Facts[m.Fact]
					}
				}
			}
		}
		t.Fatalf("twelve rounds of evidence did not decide")
	})
}

func amount(r *Result) int64 {
	if r.AmountFen == nil {
		return -1
	}
	return *r.AmountFen
}

func TestMoreIncomeNeverRaisesTheAmount(t *testing.T) {
	p := guangdong(t)
	incomes := []string{"income_wage", "income_business", "income_property", "income_transfer", "income_other"}
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.SampledFrom([]string{"dibao", "dibao_single"}).Draw(t, "item")
		in := drawInput(t, p)
		before := evaluate(t, p, item, in)
		more := clone(in)
		i := rapid.IntRange(0, len(more.Members)-1).Draw(t, "who")
		key := rapid.SampledFrom(incomes).Draw(t, "which")
		more.Members[i].Facts[key] = more.Members[i].Facts[key].(int64) + rapid.Int64Range(1, 200_000).Draw(t, "more")
		after := evaluate(t, p, item, more)
		if amount(after) > amount(before) {
			t.Fatalf("with more %s the amount rose from %d to %d", key, amount(before), amount(after))
		}
	})
}

func TestAmountBounds(t *testing.T) {
	p := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, p)
		r := evaluate(t, p, "dibao", in)
		standard, _ := r.used("dibao_standard").Value.(int64)
		size, _ := r.Value("size").Value.(int64)
		income, _ := r.Value("income_total").Value.(int64)
		switch r.Outcome {
		case Eligible:
			if got := amount(r); got <= 0 || got > standard*size || got != standard*size-income {
				t.Fatalf("amount %d for %d people at %d with income %d", got, size, standard, income)
			}
		case Ineligible:
			if amount(r) != 0 {
				t.Fatalf("refused, yet amount %d", amount(r))
			}
		}
	})
}

func (r *Result) used(id string) ParameterUsed {
	for _, u := range r.Parameters {
		if u.ID == id {
			return u
		}
	}
	return ParameterUsed{}
}

// The same household in a place with a higher standard never gets less.
func TestMonotoneInTheStandard(t *testing.T) {
	p := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, p)
		in.Household["financial_assets"] = int64(0)
		there := clone(in)
		there.Division = rapid.SampledFrom(places).Draw(t, "there")
		a, b := evaluate(t, p, "dibao", in), evaluate(t, p, "dibao", there)
		sa, sb := a.used("dibao_standard").Value.(int64), b.used("dibao_standard").Value.(int64)
		if a.Rule("wage_gate") != nil { // minimum wages differ too
			return
		}
		if sa <= sb && amount(a) > amount(b) || sb <= sa && amount(b) > amount(a) {
			t.Fatalf("standards %d, %d give %d, %d", sa, sb, amount(a), amount(b))
		}
	})
}

func TestRounding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := rapid.SampledFrom(sortedKeys(roundings)).Draw(t, "rule")
		fen := rapid.Int64Range(-1_000_000, 1_000_000_000).Draw(t, "fen")
		got := Rounding{Rule: rule}.Apply(fen)
		unit := roundings[rule].unit
		if got < 0 || got%unit != 0 {
			t.Fatalf("%s(%d) = %d is no whole unit", rule, fen, got)
		}
		if fen > 0 && (got-fen >= unit || fen-got >= unit) {
			t.Fatalf("%s(%d) = %d moved by a whole unit", rule, fen, got)
		}
		if again := (Rounding{Rule: rule}).Apply(got); again != got {
			t.Fatalf("%s is not stable: %d then %d", rule, got, again)
		}
	})
	for _, c := range []struct {
		rule     string
		fen, out int64
	}{{"fen", 123, 123}, {"jiao_up", 121, 130}, {"jiao_half_up", 124, 120}, {"jiao_half_up", 125, 130}, {"yuan_up", 101, 200}, {"yuan_up", 100, 100}, {"yuan_half_up", 149, 100}, {"yuan_half_up", 150, 200}, {"yuan_down", 199, 100}, {"fen", -5, 0}} {
		if got := (Rounding{Rule: c.rule}).Apply(c.fen); got != c.out {
			t.Errorf("%s(%d) = %d, want %d", c.rule, c.fen, got, c.out)
		}
	}
}
