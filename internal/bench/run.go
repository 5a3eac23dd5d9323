package bench

import (
	"context"
	"fmt"
	"time"

	"zhongfu/internal/demo"
	"zhongfu/internal/division"
	"zhongfu/internal/synth"
)

// Report is everything that a run found out.
type Report struct {
	Options    Options
	Machine    string
	Database   string
	Began      time.Time
	Took       time.Duration
	BusyBefore string
	BusyAfter  string
	Build      Build
	Operations []Measured
	Loads      []Load
	Parts      []Part
	Policy     *PolicyBench
	Verify     *VerifyBench
}

// run is a run under way.
type run struct {
	o          Options
	places     *division.Index
	desks      map[int64]demo.Desk // by county
	build      Build
	source     *synth.Generator // of families that are not on the register
	nextFamily int
	waiting    []waitingCase
	said       time.Time
}

// Run builds or keeps the database, measures everything and returns the report. Databases other than the kept one are
// dropped at the end.
func Run(ctx context.Context, o Options) (*Report, error) {
	r := &run{o: o, places: division.Default(), desks: map[int64]demo.Desk{}}
	for _, d := range demo.Desks(r.places) {
		r.desks[d.County] = d
	}
	rep := &Report{Options: o, Machine: machine(), Began: time.Now(), BusyBefore: busy()}
	var err error
	if rep.Database, err = o.Server.settings(ctx); err != nil {
		return nil, err
	}
	if o.Only == "policy" {
		defer func() { _ = o.Server.drop(context.WithoutCancel(ctx), policyName) }()
		rep.Policy, err = r.policyBench(ctx)
		rep.BusyAfter, rep.Took = busy(), time.Since(rep.Began)
		return rep, err
	}
	defer func() { _ = o.Server.drop(context.WithoutCancel(ctx), verifyName) }()
	if o.Only == "verify" {
		r.say("测量核对：%d 人", o.Verify)
		rep.Verify, err = r.verifyBench(ctx)
		rep.BusyAfter, rep.Took = busy(), time.Since(rep.Began)
		return rep, err
	}
	if err := r.ensureBase(ctx); err != nil {
		return nil, err
	}
	rep.Build = r.build
	defer r.clear(context.WithoutCancel(ctx))
	if rep.Operations, err = r.measureAll(ctx); err != nil {
		return nil, err
	}
	if o.Only == "" {
		if rep.Loads, err = r.loads(ctx); err != nil {
			return nil, err
		}
		if rep.Parts, err = r.parts(ctx); err != nil {
			return nil, err
		}
		if o.Households > 0 {
			if rep.Policy, err = r.policyBench(ctx); err != nil {
				return nil, err
			}
		}
		if o.Verify > 0 {
			r.say("测量核对：%d 人", o.Verify)
			if rep.Verify, err = r.verifyBench(ctx); err != nil {
				return nil, err
			}
		}
	}
	rep.BusyAfter, rep.Took = busy(), time.Since(rep.Began)
	return rep, nil
}

func (r *run) measureAll(ctx context.Context) ([]Measured, error) {
	r.say("复制数据库")
	for _, name := range []string{programName, rawName} {
		if err := r.o.Server.clone(ctx, baseName, name); err != nil {
			return nil, err
		}
	}
	s, err := r.openStage(ctx)
	if s != nil {
		defer s.end()
	}
	if err != nil {
		return nil, err
	}
	var out []Measured
	for _, op := range r.operations() {
		if r.o.Only != "" && r.o.Only != op.id {
			continue
		}
		r.say("测量 %s", op.name)
		m, err := r.measure(ctx, s, op)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", op.id, err)
		}
		r.say("  中位数 %.2f ms，基线 %.2f ms，%.2f 倍；p99 %.2f 倍", m.Program.P50.Median, m.Baseline.P50.Median, m.Ratio.P50.Median, m.Ratio.P99.Median)
		out = append(out, m)
	}
	return out, nil
}

func (r *run) clear(ctx context.Context) {
	names := []string{programName, rawName, scratchName, policyName}
	if !r.o.Keep {
		names = append(names, baseName)
	}
	if err := r.o.Server.drop(ctx, names...); err != nil {
		r.say("%v", err)
	}
}

// samples is how many different requests of a kind the reads take turns with.
func (r *run) samples() int { return min(400, max(40, r.o.People/500)) }

// writes is how many requests a slice of writes has: as many as the cases that wait for a decision allow, twice for each
// round, and no more than about a slice's time.
func (r *run) writes() int {
	return max(shares, min(r.build.Waiting/(2*(r.o.turns()+2)), int(r.o.Seconds*60)))
}

func (r *run) say(format string, args ...any) {
	if r.o.Progress != nil {
		fmt.Fprintf(r.o.Progress, format+"\n", args...)
	}
}

// progress of the bulk load, told every few seconds.
func (r *run) progress(what string, done, of int) {
	if time.Since(r.said) < 5*time.Second {
		return
	}
	r.said = time.Now()
	r.say("  %s %d / %d", what, done, of)
}
