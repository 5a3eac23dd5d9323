package columnar

import (
	"math/rand/v2"
	"testing"
)

// On packs that are made up, with facts that are made up, the engine says what the interpreter says.
func TestGeneratedPacks(t *testing.T) {
	seeds := uint64(20)
	if testing.Short() {
		seeds = 6
	}
	var n tally
	depth := 0
	for seed := range seeds {
		depth = max(depth, n.generated(t, seed, 24))
	}
	t.Logf("%d rows: %v; %d values known, %d open; %d rows asked of the interpreter; depth %d", n.rows, n.outcomes, n.known, n.open, n.interpreted, depth)
	for o, k := range n.outcomes {
		if k*50 < n.rows {
			t.Errorf("only %d of %d rows came out %s: the generator shows too little", k, n.rows, Outcome(o))
		}
	}
	if depth < 5 || n.interpreted == 0 || n.interpreted*2 > n.rows {
		t.Errorf("depth %d, %d of %d rows asked of the interpreter", depth, n.interpreted, n.rows)
	}
}

func (n *tally) generated(t testing.TB, seed uint64, households int) int {
	p, a := newPack(t, seed)
	day := genDays[seed%uint64(len(genDays))]
	prog, err := Compile(p, day)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	r := rand.New(rand.NewPCG(seed, 5))
	defer func() {
		if t.Failed() {
			t.Logf("seed %d", seed)
		}
	}()
	n.same(t, prog, randomPopulation(r, p, day, households, placesOf(p), seed%3 == 0), Options{Workers: 1})
	return a.depth
}

// FuzzGenerated looks for a pack, a day and facts on which engine and interpreter part.
func FuzzGenerated(f *testing.F) {
	f.Add(uint64(1000))
	f.Add(uint64(1003))
	f.Fuzz(func(t *testing.T, seed uint64) {
		var n tally
		n.generated(t, seed, 6)
	})
}
