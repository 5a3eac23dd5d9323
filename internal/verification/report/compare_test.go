package report

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
	"zhongfu/internal/policy"
)

var day = calendar.NewDate(2026, 11, 26)

// drawn is a household of one to four with answers of money, property and business classes, some of them missing.
func drawn(t *rapid.T) (members []ReportMember, people []exchange.Person, given []exchange.Given) {
	classes := []string{"deposit", "payment_account", "income_tax", "real_estate", "vehicle", "self_employed", "company"}
	for i := range rapid.IntRange(1, 4).Draw(t, "people") {
		id := uuid.NewSHA1(uuid.Nil, fmt.Append(nil, i))
		members = append(members, ReportMember{PersonID: id, Name: fmt.Sprint("甲", i)})
		people = append(people, exchange.Person{Key: id.String(), Household: true, PersonFacts: exchange.PersonFacts{Birth: calendar.NewDate(1980, 1, 1), Sex: "1"}})
		for _, class := range classes {
			g := exchange.Given{Person: id.String(), Class: class, Why: "item silent"}
			switch rapid.IntRange(0, 3).Draw(t, "answer") {
			case 1:
				g.Answer = &exchange.Typed{Status: exchange.None, AsOf: day}
			case 2:
				g.Answer = &exchange.Typed{Status: exchange.Unknown, AsOf: day}
			case 3:
				g.Answer = &exchange.Typed{Status: exchange.Found, AsOf: day, Records: []map[string]any{recordOf(t, class)}}
			}
			given = append(given, g)
		}
	}
	return members, people, given
}

func recordOf(t *rapid.T, class string) map[string]any {
	c, _ := shelf().Class(class)
	out := map[string]any{}
	for _, f := range c.Fields {
		if !f.Required {
			continue
		}
		switch f.Type {
		case exchange.MoneyField, exchange.CountField:
			out[f.Key] = rapid.Int64Range(0, 5_000_000).Draw(t, f.Key)
		case exchange.DateField:
			out[f.Key] = "2026-09-01"
		case exchange.FlagField:
			out[f.Key] = rapid.Bool().Draw(t, f.Key)
		case exchange.CodeField:
			out[f.Key] = rapid.SampledFrom(f.Options).Draw(t, f.Key).Code
		default:
			out[f.Key] = rapid.SampledFrom([]string{"A1", "B2"}).Draw(t, f.Key)
		}
	}
	return out
}

func compared(t *rapid.T, members []ReportMember, people []exchange.Person, given []exchange.Given) []ReportLine {
	found, err := shelf().Combine(day, people, given)
	if err != nil {
		t.Fatal(err)
	}
	reason := func(o exchange.Origin) ReportLacking {
		return ReportLacking{Source: o.Source, Class: o.Class, Reason: o.Why}
	}
	pack := packs()[1]
	return compare(pack, pack.FormFacts("dibao"), nil, members, found, reason, ReportTolerance{Fen: 5000, Percent: 5})
}

// A missing answer never becomes a number: a line of which an answer is wanting has no value, does not read as a number and is no
// difference, unless a single yes settles it; and taking an answer away never makes something known.
func TestMissingNeverBecomesANumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members, people, given := drawn(t)
		lines := compared(t, members, people, given)
		for _, l := range lines {
			settled := l.Type == policy.Bool && l.Found.Value == true
			if len(l.Missing) == 0 || settled {
				continue
			}
			if l.Found.Known || l.Found.Value != nil || l.Found.Text != unknownText && l.Result != Untold || l.differs() || l.Result != NotKnown && l.Result != Untold {
				t.Fatalf("%+v", l)
			}
		}
		k := rapid.IntRange(0, len(given)-1).Draw(t, "gone")
		fewer := slices.Clone(given)
		fewer[k].Answer = nil
		for i, l := range compared(t, members, people, fewer) {
			if was := lines[i]; l.Found.Known && (!was.Found.Known || !reflect.DeepEqual(l.Found.Value, was.Found.Value)) {
				t.Fatalf("an answer less makes more known: %+v, was %+v", l, was)
			}
		}
		in := overlay(policy.Input{Household: map[string]any{"financial_assets": int64(0)}}, lines)
		for _, l := range lines {
			if l.PersonID == nil && l.Result == NotKnown && l.wasAsked() && in.Household[l.Fact] != nil {
				t.Fatalf("the policy is asked with %v for the unknown %s", in.Household[l.Fact], l.Fact)
			}
		}
	})
}

// The order in which answers come changes nothing, nor does a way through JSON, as reports are kept.
func TestOrderOfAnswersDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members, people, given := drawn(t)
		lines := compared(t, members, people, given)
		other := slices.Clone(given)
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		again := compared(t, members, people, other)
		if !reflect.DeepEqual(lines, again) {
			t.Fatalf("%+v\n%+v", lines, again)
		}
		a := &ReportContent{Lines: lines}
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		b := &ReportContent{}
		if err := json.Unmarshal(text, b); err != nil {
			t.Fatal(err)
		}
		if list := changes(a, b); len(list) != 0 {
			t.Fatalf("kept and read it is another: %+v", list)
		}
	})
}

func TestTolerance(t *testing.T) {
	money := &policy.Fact{Type: policy.MoneyMonthly}
	tol := ReportTolerance{Fen: 5000, Percent: 5}
	for _, c := range []struct {
		declared, found any
		want            string
	}{
		{int64(100000), int64(100000), Same}, {int64(100000), int64(105000), Within}, {int64(100000), int64(105001), Higher}, {int64(100000), int64(94999), Lower},
		{int64(1000000), int64(1050000), Within}, {int64(1000000), int64(1050001), Higher}, {nil, int64(0), Nothing}, {nil, int64(1), Undeclared},
	} {
		var d *ReportSide
		if c.declared != nil {
			s := side(money, true, c.declared)
			d = &s
		}
		if got := result(money, d, side(money, true, c.found), tol); got != c.want {
			t.Errorf("%v against %v: %s, want %s", c.declared, c.found, got, c.want)
		}
	}
	count := &policy.Fact{Type: policy.Int}
	one := side(count, true, int64(1))
	if got := result(count, &one, side(count, true, int64(2)), tol); got != Higher {
		t.Errorf("a second flat is within the tolerance: %s", got)
	}
}

// A place is read by its name; a code that no list has stays what it is.
func TestPlacesAreWrittenByName(t *testing.T) {
	register := &policy.Fact{Key: "household_register", Type: policy.DivisionFact}
	for v, want := range map[any]string{int64(440104003000): "广东省广州市越秀区北京街道", float64(440104000000): "广东省广州市越秀区", int64(990000000000): "990000000000"} {
		if got := valueText(register, v); got != want {
			t.Errorf("%v reads %q, want %q", v, got, want)
		}
	}
}
