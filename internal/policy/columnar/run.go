package columnar

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Options of a run.
type Options struct {
	Workers  int            // 0 = as many as there are cores
	Progress func(done int) // told how many households are done, from one goroutine at a time
	Values   []string       // figures to keep, as item.value: "dibao.income_total"
	// Derive always works status facts out (holds_dibao and the like). Else one that is given is taken, as the interpreter does.
	Derive bool
	Lean   bool     // leave ItemResult.Failed and Open out
	Into   *Results // an earlier run's results, whose memory is used again
}

// execution is one run.
type execution struct {
	prog   *Program
	plan   *plan
	pop    *Population
	o      Options
	places *places
	items  []*ItemResult
	values []*valueResult
}

// block is how many households a worker takes at a time.
const block = 16384

// Run decides the program's items for every household. Errors: a population that does not fit the catalogue, a value that
// the items have not, the context's end.
func (prog *Program) Run(ctx context.Context, pop *Population, o Options) (*Results, error) {
	if pop.checked != prog.sign {
		if err := pop.Check(prog.pack); err != nil {
			return nil, err
		}
	}
	pl, err := prog.plan(o)
	if err != nil {
		return nil, err
	}
	x := &execution{prog: prog, plan: pl, pop: pop, o: o, places: prog.places}
	res := pl.results(pop, o)
	for _, c := range pl.items {
		x.items = append(x.items, res.items[c.low.Item.ID])
	}
	for _, v := range pl.values {
		x.values = append(x.values, res.values[v.name])
	}
	n := pop.Households()
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = max(1, min(workers, (n+block-1)/block))
	var next, done, interpreted atomic.Int64
	var wg sync.WaitGroup
	var telling sync.Mutex
	errs := make([]error, workers)
	for w := range workers {
		wg.Go(func() {
			m := x.machine()
			for ctx.Err() == nil {
				from := int(next.Add(block)) - block
				if from >= n {
					return
				}
				end := min(n, from+block)
				for h := from; h < end; {
					h = m.load(h, end)
					m.run()
				}
				k, err := x.settle(ctx, m)
				if err != nil {
					errs[w] = err
					return
				}
				interpreted.Add(int64(k))
				now := int(done.Add(int64(end - from)))
				if o.Progress != nil {
					telling.Lock()
					o.Progress(now)
					telling.Unlock()
				}
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	res.Interpreted = int(interpreted.Load())
	return res, nil
}

// machine makes a worker's machine, the rows of places worked out.
func (x *execution) machine() *machine {
	rows := max(chunkMembers, chunkHouseholds, x.places.count)
	m := newMachine(x, x.plan.code, x.plan.count, rows)
	x.plan.prepare(m, rows)
	m.rows = [4]int{1, x.places.count}
	m.unknown = true
	for i := range x.plan.place {
		in := &x.plan.place[i]
		in.run(m, in)
	}
	return m
}
