package population

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/synth"
	"zhongfu/policies"
)

var day = calendar.NewDate(2026, 11, 20)

func guangdong(t testing.TB) *policy.Pack {
	t.Helper()
	p, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func generator(t testing.TB) *synth.Generator {
	t.Helper()
	g, err := synth.New(11, division.Default(), synth.Options{AsOf: day.AddDays(-60)})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// decode reads sheets of one layout into fresh columns, as a load does.
func decode(t testing.TB, p *policy.Pack, l Layout, sheets ...[]byte) *Population {
	t.Helper()
	members := 0
	for _, s := range sheets {
		n, _, _, err := head(s)
		if err != nil {
			t.Fatal(err)
		}
		members += n
	}
	pop, columns := emptyPopulation(len(sheets), members), lazyColumns{{}, {}}
	pl := l.plan(p, columns, nil)
	ta, m := newTally(pl, len(sheets), members), 0
	for i, s := range sheets {
		n, err := pl.sheet(s, i, m, ta)
		if err != nil {
			t.Fatal(err)
		}
		m += n
		pop.First[i+1] = int32(m)
	}
	ta.flush(pl)
	pop.settle(columns, map[int32]*plan{l.ID: pl}, []map[int32]*tally{{l.ID: ta}})
	return pop
}

func input(t testing.TB, p *policy.Pack, pop *columnar.Population, i int) string {
	t.Helper()
	b, err := json.Marshal(pop.Input(p, day, i))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Whatever is known comes back, whatever is unknown stays unknown, for any facts that the catalogue allows.
func TestSheetRoundTrip(t *testing.T) {
	p := guangdong(t)
	l := LayoutOf(p)
	l.ID = 7
	rapid.Check(t, func(rt *rapid.T) {
		in := policy.Input{Division: 440106012001, Household: drawFacts(rt, p, policy.OfHousehold)}
		for i := range rapid.IntRange(1, 7).Draw(rt, "members") {
			in.Members = append(in.Members, policy.Member{ID: fmt.Sprintf("m%d", i+1), Facts: drawFacts(rt, p, policy.OfMember)})
		}
		pop, err := Columns(p, in)
		if err != nil {
			rt.Fatal(err)
		}
		back := decode(t, p, l, l.AppendRow(nil, pop, 0))
		back.Division[0] = in.Division
		if err := p.Validate(back.Input(p, day, 0)); err != nil {
			rt.Fatal(err)
		}
		if want, got := input(t, p, pop, 0), input(t, p, back.Population, 0); want != got {
			rt.Fatalf("wrote %s\nread %s", want, got)
		}
		if len(back.Lost) > 0 {
			rt.Fatalf("lost %v", back.Lost)
		}
	})
}

func drawFacts(rt *rapid.T, p *policy.Pack, of string) map[string]any {
	out := map[string]any{}
	for _, f := range p.Facts() {
		if f.Of != of || rapid.Bool().Draw(rt, f.Key+" unknown") {
			continue
		}
		lo, hi := limits(&f)
		switch f.Type {
		case policy.Bool:
			out[f.Key] = rapid.Bool().Draw(rt, f.Key)
		case policy.Enum:
			out[f.Key] = rapid.SampledFrom(f.Options).Draw(rt, f.Key).Code
		case policy.DateFact:
			out[f.Key] = calendar.Date(rapid.Int32Range(-40000, 40000).Draw(rt, f.Key)).String()
		case policy.Decimal:
		default:
			out[f.Key] = rapid.Int64Range(lo, hi).Draw(rt, f.Key)
		}
	}
	return out
}

// A sheet that an older catalogue wrote: each thing that has changed makes its fact unknown and is counted; all else stays.
func TestOlderCatalogue(t *testing.T) {
	p := guangdong(t)
	pop, err := Columns(p, policy.Input{Division: 440106012001,
		Household: map[string]any{"urban": true, "dwellings": 3, "vehicles": 100, "financial_assets": 5000},
		Members:   []policy.Member{{ID: "a", Facts: map[string]any{"sex": "2", "work_ability": "partial", "birth": "1980-02-03", "employed": true}}}})
	if err != nil {
		t.Fatal(err)
	}
	older := LayoutOf(p)
	slot := func(of []Slot, key string) *Slot {
		return &of[slices.IndexFunc(of, func(s Slot) bool { return s.Key == key })]
	}
	slot(older.Household, "dwellings").Key = "rooms" // a fact that the catalogue no longer has
	slot(older.Household, "urban").Type = policy.Int // was a count then
	pop.Household["rooms"] = pop.Household["dwellings"]
	pop.Household["urban"] = &columnar.Column{Ints: []int64{12}}
	pop.Household["vehicles"].Ints[0] = 101 // a bound that was wider then
	sex := slot(older.Member, "sex")
	slices.Reverse(sex.Options) // the same codes in another order
	pop.Member["sex"].Codes[0] = uint8(slices.Index(sex.Options, "2"))
	slot(older.Member, "work_ability").Options[1] = "half" // a code that no longer exists
	back := decode(t, p, older, older.AppendRow(nil, pop, 0))
	in := back.Input(p, day, 0)
	for key, want := range map[string]any{"urban": nil, "dwellings": nil, "vehicles": nil, "financial_assets": int64(5000)} {
		if in.Household[key] != want {
			t.Errorf("%s is %v, want %v", key, in.Household[key], want)
		}
	}
	for key, want := range map[string]any{"sex": "2", "work_ability": nil, "employed": true} {
		if in.Members[0].Facts[key] != want {
			t.Errorf("%s is %v, want %v", key, in.Members[0].Facts[key], want)
		}
	}
	want := []Lost{{"household", "rooms", lostFact, 1}, {"household", "urban", lostType, 1}, {"household", "vehicles", lostBound, 1}, {"member", "work_ability", lostCode, 1}}
	if !slices.Equal(back.Lost, want) {
		t.Errorf("lost %v, want %v", back.Lost, want)
	}
}

// No bytes make the reader panic, run over its rows or give a household that the catalogue would not allow.
func FuzzSheet(f *testing.F) {
	p := guangdong(f)
	l := LayoutOf(p)
	g := generator(f)
	for i := range 20 {
		h := g.Household(i)
		f.Add(l.AppendRow(nil, FromSynthetic(p, []*synth.Household{&h}), 0))
	}
	f.Add([]byte{1, 1, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		pop, err := read(p, []Layout{l}, b)
		if err != nil {
			return
		}
		n := pop.Members()
		pop.Division[0] = 440106012001
		in := pop.Input(p, day, 0)
		if n > 0 && p.Validate(in) != nil && !outOfCalendar(in) {
			t.Fatalf("%v", p.Validate(in))
		}
		before, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		back := decode(t, p, l, l.AppendRow(nil, pop, 0))
		back.Division[0] = in.Division
		if after := input(t, p, back.Population, 0); after != string(before) {
			t.Fatalf("read %s, then %s", before, after)
		}
	})
}

// outOfCalendar: a day may be any 32-bit number, the text of an input has years of four digits only.
func outOfCalendar(in policy.Input) bool {
	for _, m := range in.Members {
		for _, v := range m.Facts {
			if d, ok := v.(calendar.Date); ok && len(d.String()) != 10 {
				return true
			}
		}
	}
	for _, v := range in.Household {
		if d, ok := v.(calendar.Date); ok && len(d.String()) != 10 {
			return true
		}
	}
	return false
}

// Synthetic columns say what the case facts of the same family say, and do not depend on the number of cores.
func TestSynthetic(t *testing.T) {
	p, g := guangdong(t), generator(t)
	pop, err := Synthetic(context.Background(), p, g, 10000, nil)
	if err != nil {
		t.Fatal(err)
	}
	if pop.Households() != 10000 || pop.Members() < 20000 {
		t.Fatalf("%d households, %d members", pop.Households(), pop.Members())
	}
	for i := 0; i < 10000; i += 97 {
		h := g.Household(i)
		if one := FromSynthetic(p, []*synth.Household{&h}); input(t, p, one, 0) != input(t, p, pop.Population, i) {
			t.Fatalf("household %d: %s", i, input(t, p, pop.Population, i))
		}
		in := pop.Input(p, day, i)
		if err := p.Validate(in); err != nil {
			t.Fatalf("household %d: %v", i, err)
		}
		for _, f := range synth.MemberFacts() {
			v, known := f.Value(&h, &h.Members[0])
			got, has := in.Members[0].Facts[f.Key]
			if p.Fact(policy.OfMember, f.Key) != nil && (known != has || known && fmt.Sprint(v) != fmt.Sprint(got)) {
				t.Fatalf("household %d: %s is %v, want %v", i, f.Key, got, v)
			}
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Synthetic(ctx, p, g, 50000, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
