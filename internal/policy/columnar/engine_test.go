package columnar

import (
	"context"
	"math/rand/v2"
	"testing"

	"zhongfu/internal/calendar"

	"pgregory.net/rapid"
)

// Comparing days of birth with the last one that makes an age is comparing ages, 29 February and all.
func TestLastBirth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := calendar.NewDate(1990, 1, 1) + calendar.Date(rapid.IntRange(0, 20000).Draw(t, "on"))
		if rapid.Bool().Draw(t, "leap day") {
			on = calendar.NewDate(1996+4*rapid.IntRange(0, 10).Draw(t, "year"), 2, 29)
		}
		k := rapid.IntRange(-3, 120).Draw(t, "age")
		y, m, d := on.Civil()
		birth := calendar.NewDate(y-k, m, d) + calendar.Date(rapid.IntRange(-400, 400).Draw(t, "days"))
		if got, want := birth <= lastBirth(on, k), birth.Age(on) >= k; got != want {
			t.Fatalf("born %s, on %s: at least %d is %v, want %v", birth, on, k, got, want)
		}
		table := ageTable{day: on}
		if got := table.of(int64(birth)); got != int64(birth.Age(on)) {
			t.Fatalf("born %s, on %s: table says %d, want %d", birth, on, got, birth.Age(on))
		}
	})
}

// A population twice the size takes no more allocations: nothing is allocated for a household.
func TestNoAllocationPerHousehold(t *testing.T) {
	p := pack(t, "guangdong")
	prog, err := Compile(p, calendar.NewDate(2025, 6, 1), "dibao", "dibao_single")
	if err != nil {
		t.Fatal(err)
	}
	measure := func(n int) float64 {
		r := rand.New(rand.NewPCG(3, 3))
		pop := randomPopulation(r, p, prog.day, n, placesOf(p), true)
		res, err := prog.Run(context.Background(), pop, Options{Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		return testing.AllocsPerRun(3, func() {
			if res, err = prog.Run(context.Background(), pop, Options{Workers: 1, Into: res}); err != nil {
				t.Fatal(err)
			}
		})
	}
	small, large := measure(2000), measure(12000)
	if large > small+20 {
		t.Errorf("2,000 households take %v allocations, 12,000 take %v", small, large)
	}
}

// The same population gives the same results in as many blocks and workers as one likes.
func TestWorkersAgree(t *testing.T) {
	p := pack(t, "guangdong")
	prog, err := Compile(p, calendar.NewDate(2026, 3, 1), "dibao", "dibao_single")
	if err != nil {
		t.Fatal(err)
	}
	pop := randomPopulation(rand.New(rand.NewPCG(9, 9)), p, prog.day, 3*block/2, placesOf(p), false)
	told := 0
	one, err := prog.Run(context.Background(), pop, Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	many, err := prog.Run(context.Background(), pop, Options{Workers: 3, Progress: func(done int) { told = max(told, done) }})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range one.Items() {
		a, b := one.Item(id), many.Item(id)
		for i := range a.Outcome {
			if a.Outcome[i] != b.Outcome[i] || a.Amount[i] != b.Amount[i] || a.Failed[i] != b.Failed[i] || a.Open[i] != b.Open[i] {
				t.Fatalf("%s row %d differs", id, i)
			}
		}
	}
	if told != pop.Households() {
		t.Errorf("progress ended at %d of %d", told, pop.Households())
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := prog.Run(stopped, pop, Options{}); err == nil {
		t.Error("a run that was stopped gives results")
	}
}

// A population that does not fit is refused with the column and the row.
func TestCheckRefuses(t *testing.T) {
	p := pack(t, "guangdong")
	for name, spoil := range map[string]func(pop *Population){
		"code":    func(pop *Population) { pop.Member["relation"].Codes[1] = 200 },
		"bool":    func(pop *Population) { pop.Household["urban"].Codes[0] = 2 },
		"amount":  func(pop *Population) { pop.Member["income_wage"].Ints[0] = -1 },
		"length":  func(pop *Population) { pop.Member["birth"].Days = pop.Member["birth"].Days[:1] },
		"known":   func(pop *Population) { pop.Household["urban"].Known = []uint8{7, 1} },
		"members": func(pop *Population) { pop.First[1] = 99 },
		"places":  func(pop *Population) { pop.Division = nil },
	} {
		pop := NewPopulation(p, 2, 4)
		pop.First[1], pop.First[2] = 2, 4
		for _, columns := range []map[string]*Column{pop.Household, pop.Member} {
			for _, c := range columns {
				fill(c.Known, 1)
				for i := range c.Ints {
					c.Ints[i] = 0
				}
			}
		}
		pop.Member["household_register"].Known = make([]uint8, 4)
		if err := pop.Check(p); err != nil {
			t.Fatal(err)
		}
		spoil(pop)
		if err := pop.Check(p); err == nil {
			t.Errorf("a wrong %s is not refused", name)
		}
	}
}
