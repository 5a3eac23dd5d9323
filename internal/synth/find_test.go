package synth

import (
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
)

func finder(t testing.TB) (*Generator, *Finder) {
	t.Helper()
	rows, err := division.Parse()
	if err != nil {
		t.Fatal(err)
	}
	places, err := division.New(rows)
	if err != nil {
		t.Fatal(err)
	}
	g, err := New(2026, places, Options{AsOf: calendar.NewDate(2026, 9, 27)})
	if err != nil {
		t.Fatal(err)
	}
	return g, NewFinder(g)
}

// Every member is found again by the number alone, from the first household to the last of the capacity.
func TestFindsEveryMemberByNumber(t *testing.T) {
	g, f := finder(t)
	step := max(1, g.Capacity()/3000)
	people := 0
	for i := 0; i < g.Capacity(); i += step {
		h := g.Household(i)
		for m := range h.Members {
			people++
			got, member, ok := f.Find(h.Members[m].IDNumber)
			if !ok || got.Index != i || member != m {
				t.Fatalf("member %d of household %d (%s) was found as %d of %d, %v", m, i, h.Members[m].IDNumber, member, got.Index, ok)
			}
		}
	}
	if people < 6000 {
		t.Errorf("only %d people were looked for", people)
	}
}

// A number that the generator gave to nobody belongs to nobody.
func TestFindsNobodyElse(t *testing.T) {
	g, f := finder(t)
	known := map[string]bool{}
	for i := range 3000 {
		for _, m := range g.Household(i).Members {
			known[m.IDNumber] = true
		}
	}
	strangers := 0
	for i := range 3000 {
		for _, m := range g.Household(i).Members {
			other := idnum.MakeResident(int(m.Register/1e6), m.Birth.AddDays(1), i%500, m.Sex)
			h, k, ok := f.Find(other)
			if ok && h.Members[k].IDNumber != other {
				t.Fatalf("%s was found as %s", other, h.Members[k].IDNumber)
			}
			if !ok {
				strangers++
			}
		}
	}
	for _, bad := range []string{"", "44010419800101001", "999999198001010011", "440104198013010011", "44010419800101-0-1", "M12345678", "440104198001010x11"} {
		if _, _, ok := f.Find(bad); ok {
			t.Errorf("%q was found", bad)
		}
	}
	if strangers == 0 {
		t.Error("everybody was found")
	}
}

func BenchmarkFind(b *testing.B) {
	g, f := finder(b)
	numbers := []string{}
	for i := range 1000 {
		numbers = append(numbers, g.Household(i * 7).Members[0].IDNumber)
	}
	b.ResetTimer()
	for i := range b.N {
		if _, _, ok := f.Find(numbers[i%len(numbers)]); !ok {
			b.Fatal("not found")
		}
	}
}
