package bench

import (
	"context"
	"os"
	"path/filepath"
	"runtime/pprof"

	"golang.org/x/sync/errgroup"
)

// operation is a kind of request that is measured.
type operation struct {
	id, name string
	write    bool // each request may be sent once only
	aim      float64
	prepare  func(ctx context.Context, s *stage, n int) ([]*request, error)
}

// Measured is an operation with its figures.
type Measured struct {
	ID, Name              string
	Write                 bool
	Aim                   float64
	Program, Baseline     Arm
	Ratio                 Ratio
	Requests              int // of the program's arm, all slices
	RoundTrips, Statement float64
	Answer, Form          int // bytes of the typical answer and of what was sent
}

// Missed tells whether the typical slice fails the aim at the median or at the 99th percentile.
func (m Measured) Missed() bool { return m.Ratio.P50.Median > m.Aim || m.Ratio.P99.Median > m.Aim }

func (r *run) measure(ctx context.Context, s *stage, op operation) (Measured, error) {
	m := Measured{ID: op.id, Name: op.name, Write: op.write, Aim: op.aim}
	var program, baseline []sample
	var err error
	if op.write {
		program, baseline, err = r.measureWrite(ctx, s, op, &m)
	} else {
		program, baseline, err = r.measureRead(ctx, s, op, &m)
	}
	if err != nil {
		return m, err
	}
	m.Program, m.Baseline, m.Ratio = armOf(program), armOf(baseline), ratioOf(program, baseline)
	for _, p := range program {
		m.Requests += len(p.took)
	}
	return m, nil
}

// set is a number of requests with their plans.
type set struct {
	requests []*request
	who      []session
	plans    []plan
}

// draw prepares n requests; recorded ones are run in the observed program on the way.
func (s *stage) draw(ctx context.Context, op operation, n, workers int, recorded bool) (set, error) {
	var out set
	var err error
	if out.requests, err = op.prepare(ctx, s, n); err != nil {
		return out, err
	}
	out.who = make([]session, len(out.requests))
	for i, q := range out.requests {
		if out.who[i], err = s.signIn(ctx, q.login); err != nil {
			return out, err
		}
	}
	if !recorded {
		return out, nil
	}
	out.plans = make([]plan, len(out.requests))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(workers)
	for i, q := range out.requests {
		group.Go(func() (err error) {
			out.plans[i], err = s.record(ctx, q)
			return err
		})
	}
	return out, group.Wait()
}

// describe notes what a typical request of the operation is made of.
func (m *Measured) describe(d set) {
	trips, statements := 0, 0
	for _, p := range d.plans {
		t, n := (&recording{steps: p.steps}).roundTrips()
		trips, statements = trips+t, statements+n
		m.Answer += len(p.body)
	}
	for _, q := range d.requests {
		m.Form += len(q.body)
	}
	n := len(d.plans)
	m.RoundTrips, m.Statement = float64(trips)/float64(n), float64(statements)/float64(n)
	m.Answer, m.Form = m.Answer/n, m.Form/n
}

// jobs are what the two arms do with a set each.
func (s *stage) jobs(program, baseline set, address string) [2]job {
	return [2]job{
		{client: s.clients[0], base: s.addresses[0], requests: program.requests, who: program.who},
		{client: s.clients[1], base: address, requests: baseline.requests, who: baseline.who, numbered: true},
	}
}

// measureRead sends the same requests to both arms over and over. The first turn only warms up.
func (r *run) measureRead(ctx context.Context, s *stage, op operation, m *Measured) (program, baseline []sample, err error) {
	d, err := s.draw(ctx, op, r.samples(), r.o.Clients, true)
	if err != nil {
		return nil, nil, err
	}
	m.describe(d)
	s.reads.plans.Store(&d.plans)
	arms := s.jobs(d, d, s.addresses[1])
	arms[0].during, arms[1].during = r.o.slice(), r.o.slice()
	for round := range 1 + r.o.turns() {
		got, err := turn(ctx, r.o.Clients, arms, round%2)
		if err != nil {
			return nil, nil, err
		}
		if round > 0 {
			program, baseline = append(program, got[0]), append(baseline, got[1])
		}
	}
	return program, baseline, r.profiled(op, func() error {
		arms[0].during *= 3
		_, err := drive(ctx, r.o.Clients, arms[0])
		return err
	})
}

// measureWrite sends each request once. The baseline's writes were done before by the observed program on the program's
// clone, and are done again on the other, so that both arms do work of the same kind on databases of the same content.
func (r *run) measureWrite(ctx context.Context, s *stage, op operation, m *Measured) (program, baseline []sample, err error) {
	for round := range 1 + r.o.turns() {
		recorded, err := s.draw(ctx, op, r.writes(), r.o.Clients, true)
		if err != nil {
			return nil, nil, err
		}
		fresh, err := s.draw(ctx, op, r.writes(), r.o.Clients, false)
		if err != nil {
			return nil, nil, err
		}
		s.writes.plans.Store(&recorded.plans)
		arms := s.jobs(fresh, recorded, s.addresses[2])
		arms[0].once, arms[1].once = true, true
		got, err := turn(ctx, r.o.Clients, arms, round%2)
		if err != nil {
			return nil, nil, err
		}
		if round == 0 {
			m.describe(recorded)
			continue
		}
		program, baseline = append(program, got[0]), append(baseline, got[1])
	}
	if r.o.Profile == "" {
		return program, baseline, nil
	}
	fresh, err := s.draw(ctx, op, r.writes(), r.o.Clients, false)
	if err != nil {
		return nil, nil, err
	}
	return program, baseline, r.profiled(op, func() error {
		j := s.jobs(fresh, set{}, "")[0]
		j.once = true
		_, err := drive(ctx, r.o.Clients, j)
		return err
	})
}

// profiled runs the program's arm once more under the profiler, where one was asked for.
func (r *run) profiled(op operation, again func() error) error { return r.profile(op.id, again) }

// profile does something once more under the profiler, where one was asked for.
func (r *run) profile(name string, again func() error) error {
	if r.o.Profile == "" {
		return nil
	}
	f, err := os.Create(filepath.Join(r.o.Profile, name+".pprof"))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	return again()
}
