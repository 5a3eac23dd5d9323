package bench

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/synth"
	"zhongfu/policies"
)

// PolicyBench is the dibao rule of Guangdong over a synthetic province, four ways, and the whole pack.
type PolicyBench struct {
	Households, Members, Granted int
	Sample                       int // households that the interpreter was asked about
	Arms                         []PolicyArm
	Growth                       []PolicyGrowth
	Whole                        PolicyWhole
	Sheets                       PolicySheets
}

// PolicyArm is one way of deciding; PerSecond is households a second, Times how many times longer it takes than the
// columnar engine on as many cores in the same turn.
type PolicyArm struct {
	Name      string
	Cores     int
	PerSecond Spread
	Times     Spread
}

// PolicyGrowth is the columnar engine over more and more households.
type PolicyGrowth struct {
	Households int
	Seconds    [2]float64 // on one core and on all
	PeakKB     int64
	Blocks     int // above 1: the same households over and over, as a stream would bring them
}

// PolicyWhole is the whole pack, every item in force, with the facts that the generator leaves unknown left so.
type PolicyWhole struct {
	Items, Households int
	Rules             float64 // seconds
	Standard          float64 // seconds for a changed standard: pack, program and every item again, warm
	Interpreted       int
}

// policyRun holds what the arms work on.
type policyRun struct {
	*run
	pack    *policy.Pack
	g       *synth.Generator
	prog    *columnar.Program
	pop     *columnar.Population
	rule    *loopRule
	structs []loopHousehold
	by      *decisions
	res     *columnar.Results
	sql     *sqlArm
	out     PolicyBench
}

// policySample is how many households the interpreter decides in each turn.
const policySample = 5000

func (r *run) policyBench(ctx context.Context) (*PolicyBench, error) {
	r.say("测量政策：%d 户", r.o.Households)
	p := &policyRun{run: r}
	steps := []func(context.Context) error{p.prepare, p.compare, p.grow, p.whole, p.sheets}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return &p.out, nil
}

func (p *policyRun) prepare(ctx context.Context) (err error) {
	if p.pack, err = policy.Load(policies.FS, "guangdong"); err != nil {
		return err
	}
	if p.g, err = synth.New(p.o.Seed, p.places, synth.Options{}); err != nil {
		return err
	}
	n := min(p.o.Households, p.g.Capacity())
	if p.pop, err = policyPeople(ctx, p.pack, p.g, n); err != nil {
		return err
	}
	if p.prog, err = columnar.Compile(p.pack, policyDay, "dibao"); err != nil {
		return err
	}
	if p.rule, err = newLoopRule(p.pack, policyDay); err != nil {
		return err
	}
	p.structs, p.by, p.res = loopHouseholds(p.pop), newDecisions(n), &columnar.Results{}
	p.out.Households, p.out.Members, p.out.Sample = n, p.pop.Members(), min(policySample, n)
	return nil
}

// compare lets the arms take turns; each turn changes who begins.
func (p *policyRun) compare(ctx context.Context) (err error) {
	if p.sql, err = p.openSQL(ctx); err != nil {
		return err
	}
	defer p.sql.close(ctx)
	cores := runtime.GOMAXPROCS(0)
	type arm struct {
		name  string
		cores int
		rows  int
		of    int // the arm it is held against
		do    func() error
	}
	n := p.out.Households
	engine := func(workers int) func() error {
		return func() error { return p.engine(ctx, workers) }
	}
	loop := func(workers int) func() error {
		return func() error { p.rule.run(p.structs, p.by, workers); return nil }
	}
	arms := []arm{
		{"columnar engine", 1, n, 0, engine(1)}, {"hand-written Go loop over structs", 1, n, 0, loop(1)},
		{"columnar engine", cores, n, 2, engine(cores)}, {"hand-written Go loop over structs", cores, n, 2, loop(cores)},
		{"hand-written SQL on normalised tables, PostgreSQL with its parallel workers", cores, n, 2, func() error { return p.sql.decide(ctx) }},
		{fmt.Sprintf("CEL interpreter, on a sample of %s households, scaled", count(p.out.Sample)), cores, p.out.Sample, 2, p.interpret},
	}
	each := make([][]float64, len(arms))
	for turn := range p.o.turns() + 1 {
		for k := range arms {
			i := k
			if turn%2 == 1 {
				i = len(arms) - 1 - k
			}
			runtime.GC()
			start := time.Now()
			if err := arms[i].do(); err != nil {
				return fmt.Errorf("bench: %s: %w", arms[i].name, err)
			}
			if turn > 0 { // the first one warms up
				each[i] = append(each[i], time.Since(start).Seconds()/float64(arms[i].rows))
			}
		}
	}
	for i, a := range arms {
		var rate, times []float64
		for t, s := range each[i] {
			rate = append(rate, 1/s)
			times = append(times, s/each[a.of][t])
		}
		p.out.Arms = append(p.out.Arms, PolicyArm{a.name, a.cores, spreadOf(rate), spreadOf(times)})
		p.say("  %s, %d：每秒 %s 户，%.2f 倍", a.name, a.cores, whole(spreadOf(rate).Median), spreadOf(times).Median)
	}
	return p.agree(ctx)
}

func (p *policyRun) engine(ctx context.Context, workers int) (err error) {
	p.res, err = p.prog.Run(ctx, p.pop, columnar.Options{Workers: workers, Into: p.res})
	return err
}

// interpret decides the sample on all cores and holds each answer against the engine's.
func (p *policyRun) interpret() error {
	it := p.res.Item("dibao")
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	for w := range workers {
		wg.Go(func() {
			for k := w; k < p.out.Sample; k += workers {
				i := k * (p.out.Households / p.out.Sample)
				got, err := p.pack.Evaluate("dibao", p.pop.Input(p.pack, policyDay, i))
				switch {
				case err != nil:
					errs[w] = err
					return
				case it == nil: // the engine's turn comes later
				case got.Outcome != it.Outcome[i].String() || *got.AmountFen != it.Amount[i]:
					errs[w] = fmt.Errorf("household %d: the interpreter says %s %d, the engine %s %d", i, got.Outcome, *got.AmountFen, it.Outcome[i], it.Amount[i])
					return
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// agree holds every household's outcome, amount and failed rules in the loop and in SQL against the engine's.
func (p *policyRun) agree(ctx context.Context) error {
	it := p.res.Item("dibao")
	failed := make([]uint64, p.out.Households)
	for i := range failed {
		for k, id := range it.Rules {
			if it.Failed[i]>>k&1 == 1 {
				failed[i] |= loopRules[id]
			}
		}
		if it.Outcome[i] != p.by.outcome[i] || it.Amount[i] != p.by.amount[i] || failed[i] != p.by.failed[i] {
			return fmt.Errorf("bench: household %d: the engine says %s %d %b, the loop %s %d %b", i, it.Outcome[i], it.Amount[i], failed[i],
				p.by.outcome[i], p.by.amount[i], p.by.failed[i])
		}
		if it.Outcome[i] == columnar.Eligible {
			p.out.Granted++
		}
	}
	return p.sql.agree(ctx, it, failed)
}
