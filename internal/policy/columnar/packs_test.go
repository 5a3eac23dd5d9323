package columnar

import (
	"io/fs"
	"math/rand/v2"
	"sync"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// packs are all the packs there are, loaded once.
var packs = sync.OnceValues(func() ([]*policy.Pack, error) {
	heads, err := fs.Glob(policies.FS, "*/pack.yaml")
	if err != nil {
		return nil, err
	}
	var out []*policy.Pack
	for _, h := range heads {
		p, err := policy.Load(policies.FS, h[:len(h)-len("/pack.yaml")])
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
})

func allPacks(t testing.TB) []*policy.Pack {
	t.Helper()
	list, err := packs()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func pack(t testing.TB, name string) *policy.Pack {
	t.Helper()
	for _, p := range allPacks(t) {
		if p.Name == name {
			return p
		}
	}
	t.Fatalf("no pack %s", name)
	return nil
}

// places of each pack, in which parameters differ.
var testPlaces = []int64{440106012000, 440305001000, 440402000000, 441322000000, 440703000000, 440781000000, 440203000000, 441900003000, 370102000000, 371722000000}

func placesOf(p *policy.Pack) []int64 {
	var out []int64
	for _, d := range testPlaces {
		if p.Serves(d) {
			out = append(out, d)
		}
	}
	return out
}

// Every item of every pack says of random households exactly what the interpreter says.
func TestPacksAsTheInterpreter(t *testing.T) {
	var n tally
	for _, p := range allPacks(t) {
		for _, day := range []calendar.Date{calendar.NewDate(2021, 7, 1), calendar.NewDate(2024, 2, 29), calendar.NewDate(2025, 12, 31), calendar.NewDate(2026, 1, 1)} {
			prog, err := Compile(p, day)
			if err != nil {
				t.Fatal(err)
			}
			for seed := range uint64(1) {
				r := rand.New(rand.NewPCG(seed, uint64(day)))
				pop := randomPopulation(r, p, day, 8, placesOf(p), seed == 1)
				n.same(t, prog, pop, Options{Workers: 2})
			}
		}
	}
	t.Logf("%d rows: %v; %d values known, %d open; %d rows asked of the interpreter", n.rows, n.outcomes, n.known, n.open, n.interpreted)
	for o, k := range n.outcomes {
		if k == 0 {
			t.Errorf("no row came out %s: the test shows too little", Outcome(o))
		}
	}
}
