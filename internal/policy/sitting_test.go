package policy

import (
	"testing"

	"pgregory.net/rapid"
)

// A sitting answers as Evaluate does, whatever was asked before.
func TestSittingAnswersAsEvaluate(t *testing.T) {
	p := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		in := hide(t, drawInput(t, p))
		s, err := p.Sit(in)
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			it := p.Item(rapid.SampledFrom(p.itemOrder).Draw(t, "item"))
			want, err1 := p.Evaluate(it.ID, in)
			got, err2 := s.Evaluate(it.ID, in.Person)
			if (err1 == nil) != (err2 == nil) {
				t.Fatalf("%s: %v, sitting %v", it.ID, err1, err2)
			}
			if err1 == nil && (got.Outcome != want.Outcome || amount(got) != amount(want) || len(got.Missing) != len(want.Missing)) {
				t.Fatalf("%s: got %s %d, want %s %d", it.ID, got.Outcome, amount(got), want.Outcome, amount(want))
			}
		}
	})
}

// What is certain over a range is so for every value inside it.
func TestWithinIsSound(t *testing.T) {
	p := guangdong(t)
	certain := 0
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.SampledFrom(itemIDs).Draw(t, "item")
		in := drawFor(t, p, item)
		s, err := p.Sit(in)
		if err != nil {
			t.Fatal(err)
		}
		r := Range{Member: "m1", Fact: "income_wage"}
		if rapid.Bool().Draw(t, "household") {
			r = Range{Fact: "financial_assets"}
		}
		r.Lo = rapid.Int64Range(0, 1_000_000).Draw(t, "lo")
		r.Hi = r.Lo + rapid.Int64Range(0, 1_000_000).Draw(t, "wide")
		wide, err := s.Within(r).Evaluate(item, in.Person)
		if err != nil {
			t.Fatal(err)
		}
		one, err := s.With(r.Member, r.Fact, rapid.Int64Range(r.Lo, r.Hi).Draw(t, "value"))
		if err != nil {
			t.Fatal(err)
		}
		at, err := one.Evaluate(item, in.Person)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range wide.Rules {
			if rule.Passed == nil {
				continue
			}
			certain++
			if *rule.Passed != *at.Rule(rule.ID).Passed {
				t.Fatalf("%s is %v over the range, %v at a value inside", rule.ID, *rule.Passed, *at.Rule(rule.ID).Passed)
			}
		}
	})
	if certain == 0 {
		t.Error("nothing was ever certain; the test shows nothing")
	}
}

func TestSittingRefuses(t *testing.T) {
	p := guangdong(t)
	in := Input{Division: 440106012000, Date: 20240, Members: []Member{{ID: "m1", Facts: map[string]any{}}}}
	s, err := p.Sit(in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Evaluate("dibao_single", "m9"); err == nil {
		t.Error("an applicant who is no member is accepted")
	}
	if _, err := s.Evaluate("dibau", ""); err == nil {
		t.Error("an unknown item is accepted")
	}
	if _, err := s.With("m1", "income_wage", -1); err == nil {
		t.Error("an income below zero is accepted")
	}
	if _, err := s.With("", "no_such", true); err == nil {
		t.Error("an unknown fact is accepted")
	}
	in.Division = 370102001000
	if _, err := p.Sit(in); err == nil {
		t.Error("a place of another province is accepted")
	}
}
