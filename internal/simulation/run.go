package simulation

import (
	"context"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/population"
)

// Options of a run.
type Options struct {
	Workers   int                // 0 = as many as there are cores
	Progress  func(done int)     // households done, from one of the workers
	Threshold int                // counts under it are withheld; 0 = none
	Name      func(int64) string // of a division; nil = its code
	// Changes say that the packs differ in these values only: what they cannot touch is decided once.
	Changes []policy.ParameterChange
	// Baseline keeps the side before the change for the next question; nil keeps nothing.
	Baseline *Baseline
}

// partSize is how many households a worker takes at a time: small enough to stop within a second, large enough to be quick.
const partSize = 32_768

// Run decides every item by both packs on the day and sums what differs. Errors: a pack that the columnar engine refuses; a
// context that ends.
func Run(ctx context.Context, pop *population.Population, base, changed *policy.Pack, day calendar.Date, o Options) (*SimulationResult, error) {
	w := &run{pop: pop, day: day, o: o, items: itemsOf(base, changed, day), base: base, changed: changed, catalogue: catalogueOf(base, changed)}
	var err error
	if w.a, err = newSide(base, day, w.items, nil); err != nil {
		return nil, err
	}
	var only map[string]bool
	if len(o.Changes) > 0 {
		w.reach = reachOf(changed, day, o.Changes)
		only = w.reach.items
	}
	if w.b, err = newSide(changed, day, w.items, only); err != nil {
		return nil, err
	}
	if only != nil {
		w.b.measures = w.b.measures && w.b.program != nil
	}
	w.pairs = conflictsOf(changed, w.items)
	for _, it := range w.items {
		w.names += it.id + " "
		for _, s := range []*side{w.a, w.b} {
			if s.has[it.id] {
				s.needs[it.id] = needsOf(s.pack, w.catalogue, it.id, day)
			}
		}
	}
	return w.all(ctx)
}

type run struct {
	pop           *population.Population
	day           calendar.Date
	o             Options
	items         []item
	base, changed *policy.Pack
	a, b          *side
	reach         *reach
	pairs         []conflict
	names         string // of the items, in order
	catalogue     *catalogue
}

func (w *run) all(ctx context.Context) (*SimulationResult, error) {
	n := w.pop.Households()
	workers := w.o.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	sums := make([]*sums, workers)
	var next, done atomic.Int64
	group, gctx := errgroup.WithContext(ctx)
	for k := range workers {
		sums[k] = w.newSums()
		group.Go(func() error {
			c := &crew{run: w, sums: sums[k], traits: newTraits(w.pop.Population, w.day),
				linesA: lines{w.a, map[int64]int64{}}, linesB: lines{w.b, map[int64]int64{}}}
			for {
				from := int(next.Add(partSize)) - partSize
				if from >= n {
					return nil
				}
				to := min(from+partSize, n)
				if err := c.part(gctx, from, to); err != nil {
					return err
				}
				if w.o.Progress != nil {
					w.o.Progress(int(done.Add(int64(to - from))))
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	total := w.newSums()
	for _, s := range sums {
		total.add(s)
	}
	return w.result(total), nil
}

// crew is one worker.
type crew struct {
	*run
	sums           *sums
	traits         *traits
	linesA, linesB lines
}

func (c *crew) part(ctx context.Context, from, to int) error {
	pop := part(c.pop.Population, from, to)
	of := baselineOf{c.pop.Population, c.base.Digest, int32(c.day), c.names}
	a := c.o.Baseline.part(of, from)
	if a == nil {
		r, err := c.a.decide(ctx, pop, false)
		if err != nil {
			return err
		}
		a = c.answersOf(c.a, r)
		c.o.Baseline.keep(of, from, a)
	}
	b, err := c.after(ctx, pop, a)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	c.sums.alarm(b.alarms)
	c.count(pop, from, a, b)
	return nil
}

// after decides the changed side: everything, or the households that the change can touch.
func (c *crew) after(ctx context.Context, pop *columnar.Population, a *answers) (*answers, error) {
	if c.reach == nil {
		r, err := c.b.decide(ctx, pop, false)
		if err != nil {
			return nil, err
		}
		return c.answersOf(c.b, r), nil
	}
	var touched []int32
	for i, division := range pop.Division {
		if c.reach.holds(division) {
			touched = append(touched, int32(i))
		}
	}
	if len(touched) == 0 || len(c.reach.items) == 0 {
		return a, nil
	}
	some := pop
	if len(touched) < len(pop.Division) {
		some = pick(pop, touched)
	}
	r, err := c.b.decide(ctx, some, false)
	if err != nil {
		return nil, err
	}
	return c.over(a, pop, touched, c.answersOf(c.b, r)), nil
}
