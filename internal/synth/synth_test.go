package synth

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
)

func generator(t testing.TB, seed uint64, opts Options) *Generator {
	t.Helper()
	g, err := New(seed, division.Default(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestDeterminism(t *testing.T) {
	a, b, other := generator(t, 7, Options{}), generator(t, 7, Options{}), generator(t, 8, Options{})
	forward := map[int]Household{}
	for h := range a.Households(300) {
		forward[h.Index] = h
	}
	differ := 0
	for i := 299; i >= 0; i-- { // another order, another generator
		if got := b.Household(i); !reflect.DeepEqual(got, forward[i]) {
			t.Fatalf("household %d: %+v and %+v", i, got, forward[i])
		}
		if other.Household(i).Members[0].IDNumber != forward[i].Members[0].IDNumber {
			differ++
		}
	}
	if differ < 290 {
		t.Errorf("another seed changes only %d of 300", differ)
	}
}

// TestPopulation looks at 200 thousand people at once: unique numbers, every value valid, sensible shares.
func TestPopulation(t *testing.T) {
	g := generator(t, 1, Options{})
	asOf, x := calendar.NewDate(2026, 1, 1), division.Default()
	ids, phones, accounts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	villages, counties := map[int64]int{}, map[int64]int{}
	var people, households, below, elsewhere, disabled, ill, minors, elders, rare, dotted, minority int
	for i := 0; people < 200_000; i++ {
		h := g.Household(i)
		households++
		villages[h.Division]++
		counties[h.Division/1e6]++
		if h.PerHead() < h.Standard {
			below++
		}
		if len(h.Members) < 1 || len(h.Members) > maxMembers || h.Members[0].Relation != "02" {
			t.Fatalf("%+v", h)
		}
		for k := range h.Members {
			m := &h.Members[k]
			people++
			check(t, m, asOf)
			if ids[m.IDNumber] || accounts[m.Account] || (m.Phone != "" && phones[m.Phone]) {
				t.Fatalf("household %d: %s, %s or %s twice", i, m.IDNumber, m.Account, m.Phone)
			}
			ids[m.IDNumber], accounts[m.Account], phones[m.Phone] = true, true, true
			if d, ok := x.Get(m.Residence); !ok || d.Level != division.Village || !strings.HasPrefix(m.Address, x.FullName(d.Parent)+locality(d.Name)) {
				t.Fatalf("%+v", m)
			}
			age := m.Birth.Age(asOf)
			count(&elsewhere, m.Residence != m.Register)
			count(&disabled, m.DisabilityNo != "")
			count(&ill, m.SeriousIllness != "")
			count(&minors, age < 18)
			count(&elders, age >= 60)
			count(&dotted, strings.Contains(m.Name, "·"))
			count(&minority, m.Ethnicity != "01")
			count(&rare, strings.ContainsAny(m.Name, "𬭎㛃䶮𬍛𫖮𤧛𠅤𬱖𫘧"))
		}
	}
	share := func(name string, n, of int, lo, hi float64) {
		t.Helper()
		if got := 100 * float64(n) / float64(of); got < lo || got > hi {
			t.Errorf("%s: %.2f%%, want %v to %v", name, got, lo, hi)
		}
	}
	share("below the standard", below, households, 33, 37)
	share("living elsewhere", elsewhere, people, 4, 6.5)
	share("disabled", disabled, people, 6, 12)
	share("seriously ill", ill, people, 2.5, 6)
	share("minors", minors, people, 15, 32)
	share("elders", elders, people, 22, 45)
	share("minority", minority, people, 2, 6)
	share("with ·", dotted, people, 0.02, 0.5)
	share("with rare characters", rare, people, 0.1, 0.5)
	share("villages with a household", len(villages), len(x.Villages(440000000000)), 90, 100)
	if len(counties) != 124 {
		t.Errorf("%d counties", len(counties))
	}
	if g.Capacity() < 3_000_000 {
		t.Errorf("capacity %d", g.Capacity())
	}
	t.Logf("%d people in %d households, capacity %d", people, households, g.Capacity())
}

func count(n *int, when bool) {
	if when {
		*n++
	}
}

func check(t *testing.T, m *Member, asOf calendar.Date) {
	t.Helper()
	var c errs.Collector
	note := func(err error) {
		if err != nil {
			c.Add("x", "%v", err)
		}
	}
	r, err := idnum.ParseResidentOn("id", m.IDNumber, asOf)
	note(err)
	_, err = idnum.ParseAccount("account", m.Account)
	note(err)
	if m.Phone != "" {
		_, err = idnum.ParseMobile("phone", m.Phone)
		note(err)
	}
	if m.DisabilityNo != "" {
		d, err := idnum.ParseDisabilityOn("cert", m.DisabilityNo, asOf)
		note(err)
		if d.Type != m.DisabilityType || d.Grade != m.DisabilityGrade {
			t.Fatalf("%+v", m)
		}
	}
	if err := c.Err(); err != nil {
		t.Fatalf("%+v: %v", m, err)
	}
	age := m.Birth.Age(asOf)
	if r.Sex != m.Sex || r.Birth != m.Birth || r.Division/1e6 != m.Register/1e6 || age > 96 || m.Name == "" || m.BankName == "" || m.WorkAbility == "" {
		t.Fatalf("%+v", m)
	}
	adult := map[string]bool{"10": true, "51": true, "52": true}[m.Relation]
	if (adult && age < 20) || (age < 16 && (m.WorkAbility != "none" || m.Wage > 0 || m.Marital != "10")) {
		t.Fatalf("age %d: %+v", age, m)
	}
	for k, v := range m.Facts() {
		if v < 0 {
			t.Fatalf("%s = %d", k, v)
		}
	}
}

// TestUniqueByConstruction attacks the one place where numbers could collide: the full capacity of a single county.
func TestUniqueByConstruction(t *testing.T) {
	g := generator(t, 3, Options{Scope: 440104000000})
	if g.Capacity() < 80_000 {
		t.Fatalf("capacity %d", g.Capacity())
	}
	seen := make(map[string]bool, 300_000)
	for h := range g.Households(g.Capacity()) {
		for _, m := range h.Members {
			if seen[m.IDNumber] {
				t.Fatalf("household %d: %s twice", h.Index, m.IDNumber)
			}
			seen[m.IDNumber] = true
		}
	}
}

func TestHouseholdFacts(t *testing.T) {
	g := generator(t, 5, Options{})
	rapid.Check(t, func(t *rapid.T) {
		h := g.Household(rapid.IntRange(0, g.Capacity()-1).Draw(t, "i"))
		f := h.Facts()
		if f["income_wage"]+f["income_business"]+f["income_property"]+f["income_transfer"] != int64(h.Income()) {
			t.Fatalf("%+v", f)
		}
		ratio := float64(h.PerHead()) / float64(h.Standard)
		lo, hi := [4]float64{0, 1, 1.5, 1.5}[h.Circumstance], [4]float64{1, 1.5, 2.7, 4.1}[h.Circumstance]
		if ratio < lo || ratio > hi {
			t.Fatalf("circumstance %d with %.3f of the standard", h.Circumstance, ratio)
		}
		if h.Circumstance == Hardship && f["rigid_spending"]*100 < int64(h.Income())*60 {
			t.Fatalf("hardship without spending: %+v", f)
		}
		if f["vehicles"] != int64(h.Vehicles) || f["financial_assets"] != int64(h.FinancialAssets) || f["dwellings"] != int64(h.Dwellings) {
			t.Fatalf("%+v", f)
		}
	})
}

func TestLocality(t *testing.T) {
	for name, want := range map[string]string{
		"池田村民委员会": "池田村", "大岭村村委会": "大岭村", "岗贝社区居民委员会": "岗贝社区", "城南居委会": "城南社区", "林场生活区": "林场生活区",
	} {
		if got := locality(name); got != want {
			t.Errorf("%s is in %s, want %s", name, got, want)
		}
	}
}

func TestNewRefusesEmptyScope(t *testing.T) {
	if _, err := New(1, division.Default(), Options{Scope: 110000000000}); err == nil {
		t.Error("a scope without villages was accepted")
	}
}

func BenchmarkPeople(b *testing.B) {
	g := generator(b, 1, Options{})
	i, people := 0, 0
	for b.Loop() {
		people += len(g.Household(i % g.Capacity()).Members)
		i++
	}
	b.ReportMetric(float64(people)/b.Elapsed().Seconds(), "people/s")
}

func BenchmarkNew(b *testing.B) {
	division.Default()
	for b.Loop() {
		generator(b, 1, Options{})
	}
}
