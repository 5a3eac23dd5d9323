package policy

import (
	"fmt"

	"zhongfu/internal/calendar"

	"pgregory.net/rapid"
)

var places = []int64{440106012000, 440305001000, 440402000000, 441322000000, 440703000000, 440781000000, 440203000000, 441900003000}

// drawInput is a household whose facts are all known.
func drawInput(t *rapid.T, p *Pack) Input {
	in := Input{
		Date:      calendar.NewDate(2021, 7, 1).AddDays(rapid.IntRange(0, 2200).Draw(t, "day")),
		Division:  rapid.SampledFrom(places).Draw(t, "division"),
		Person:    "m1",
		Household: drawFacts(t, p, OfHousehold, "h"),
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "members") {
		id := fmt.Sprintf("m%d", i+1)
		in.Members = append(in.Members, Member{ID: id, Facts: drawFacts(t, p, OfMember, id)})
	}
	return in
}

// rare facts are mostly false, so that many households come near the standard instead of failing at once.
func drawFacts(t *rapid.T, p *Pack, of, who string) map[string]any {
	out := map[string]any{}
	for _, f := range p.facts {
		if f.Of == of && f.OutcomeOf == "" { // a status fact that is given may contradict the facts behind it
			out[f.Key] = drawFact(t, f, who+"."+f.Key)
		}
	}
	return out
}

func drawFact(t *rapid.T, f *Fact, label string) any {
	seldom := rapid.IntRange(0, 4).Draw(t, label+"?") == 0
	switch f.Type {
	case Bool:
		return seldom != (f.Key == "urban" || f.Key == "lives_together")
	case Enum:
		if !seldom {
			return f.Options[0].Code
		}
		return rapid.SampledFrom(f.Options).Draw(t, label).Code
	case DateFact:
		return calendar.NewDate(1950, 1, 1).AddDays(rapid.IntRange(0, 26000).Draw(t, label)).String()
	case DivisionFact:
		return int64(440106012000)
	case Money:
		return rapid.Int64Range(0, 9_000_000).Draw(t, label)
	case MoneyMonthly:
		if !seldom {
			return int64(0)
		}
		return rapid.Int64Range(0, 300_000).Draw(t, label)
	}
	if !seldom {
		return int64(0)
	}
	return rapid.Int64Range(0, 5).Draw(t, label)
}

// hide returns the input with some facts unknown.
func hide(t *rapid.T, in Input) Input {
	out := in
	out.Household = hideSome(t, in.Household, "h")
	out.Members = nil
	for _, m := range in.Members {
		out.Members = append(out.Members, Member{ID: m.ID, Facts: hideSome(t, m.Facts, m.ID)})
	}
	return out
}

func hideSome(t *rapid.T, facts map[string]any, who string) map[string]any {
	share := rapid.SampledFrom([]int{1, 2, 5, 20}).Draw(t, who+" hides")
	out := map[string]any{}
	for _, k := range sortedKeys(facts) {
		switch rapid.IntRange(0, share).Draw(t, who+"."+k+" hidden") {
		case 0:
			if len(k)%2 == 0 {
				out[k] = nil // null and absent mean the same
			}
		default:
			out[k] = facts[k]
		}
	}
	return out
}

func clone(in Input) Input {
	out := in
	out.Household = under(nil, in.Household)
	out.Members = nil
	for _, m := range in.Members {
		out.Members = append(out.Members, Member{ID: m.ID, Facts: under(nil, m.Facts)})
	}
	return out
}

func evaluate(t interface{ Fatalf(string, ...any) }, p *Pack, item string, in Input) *Result {
	r, err := p.Evaluate(item, in)
	if err != nil {
		t.Fatalf("%s: %v", item, err)
	}
	return r
}
