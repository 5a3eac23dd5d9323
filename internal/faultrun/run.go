package faultrun

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/verification"
)

// perOrder is how many classes an order asks for.
const perOrder = 5

// Run makes a run. The report says of each promise how often it was broken; an error says that the run could not be made.
func Run(ctx context.Context, o Options) (*Report, error) {
	if o.Rate == 0 {
		o.Rate = 1
	}
	begun, day := time.Now(), clock.Today(clock.System{})
	w, err := newWorld(ctx, o)
	defer w.close()
	if err != nil {
		return nil, err
	}
	r := &Report{Options: o, Begun: begun}
	if err := w.work(ctx, r); err != nil {
		return nil, err
	}
	r.Took = time.Since(begun)
	if clock.Today(clock.System{}) != day {
		return nil, errors.New("faultrun: the run went past midnight, and what departments know depends on the day")
	}
	return r, w.compare(ctx, r)
}

// work places the orders in as many waves as there are breaks and one more, breaks what is to be broken in the middle of each,
// and waits for the end.
func (w *world) work(ctx context.Context, r *Report) error {
	breaks := w.o.Kills
	if w.o.Restart {
		breaks++
	}
	next := rand.New(rand.NewPCG(w.o.Seed, 7))
	classes := w.classes()
	waves := breaks + 1
	for i := range waves {
		from, to := i*w.o.Orders/waves, (i+1)*w.o.Orders/waves
		before, err := w.progress(ctx)
		if err != nil {
			return err
		}
		wanted := 0
		for n := from; n < to; n++ {
			f := &w.tried[n]
			wanted += len(f.people) * perOrder
			if err := w.order(ctx, f, pick(next, classes)); err != nil {
				return err
			}
		}
		if i == breaks {
			break
		}
		// The first break comes early, when people are still put into orders, the last when most is answered.
		share := (float64(i) + 0.3) / float64(waves)
		if err := w.reach(ctx, before.ended+int(share*float64(wanted))); err != nil {
			return err
		}
		if err := w.breakSomething(ctx, r, i == 1 && w.o.Restart); err != nil {
			return err
		}
	}
	if err := w.allEnded(ctx); err != nil {
		return err
	}
	if err := w.quiet(ctx); err != nil {
		return err
	}
	w.desks.close()
	return w.program.stop()
}

func (w *world) breakSomething(ctx context.Context, r *Report, database bool) error {
	p, err := w.progress(ctx)
	if err != nil {
		return err
	}
	if database {
		w.say("PostgreSQL 中断（已结束 %d 项，在途消息 %d 条）", p.ended, p.under)
		r.Breaks = append(r.Breaks, fmt.Sprintf("PostgreSQL 中断并重启：%d 项已结束，%d 条消息在途", p.ended, p.under))
		return w.crash(ctx)
	}
	w.say("程序 kill -9（已结束 %d 项，在途消息 %d 条，准备中委托 %d 件）", p.ended, p.under, p.preparing)
	r.Breaks = append(r.Breaks, fmt.Sprintf("程序 kill -9：%d 项已结束，%d 条消息在途，%d 件委托准备中", p.ended, p.under, p.preparing))
	w.program.kill()
	w.program, err = w.startProgram(ctx)
	return err
}

// classes are all of the catalogue; those that people answer for are with them.
func (w *world) classes() []string {
	var out []string
	for _, src := range w.app.Catalogue.Sources() {
		for i := range src.Classes {
			out = append(out, src.Classes[i].ID)
		}
	}
	return out
}

func pick(r *rand.Rand, from []string) []string {
	var out []string
	for _, i := range r.Perm(len(from))[:perOrder] {
		out = append(out, from[i])
	}
	return out
}

// order places an order as an officer of the family's county does, again with the same id while the database is away.
func (w *world) order(ctx context.Context, f *family, classes []string) error {
	county := division.At(f.division, division.County)
	level := access.County
	if division.IsPlaceholder(county) {
		county, level = division.At(f.division, division.City), access.City
	}
	lo, hi := division.Range(county)
	actor := access.Actor{Staff: uuid.New(), Name: "试验", Role: access.VerificationOfficer, Level: level, Division: county, Lo: lo, Hi: hi}
	if level == access.City {
		actor.Role = access.CitySupervisor
	}
	in := verification.OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: verification.KindCase, Title: "故障试验", Place: county, Purpose: verification.ForAssistance, CaseID: &f.caseID,
		Classes: slices.Clone(classes), People: f.people, Priority: verification.OfCase}
	var err error
	for range 200 {
		if _, err = w.app.Services.Verification.Order(ctx, actor, in); err == nil || ctx.Err() != nil {
			return err
		}
		time.Sleep(250 * time.Millisecond)
	}
	return fmt.Errorf("faultrun: an order could not be placed: %w", err)
}

// progress is how far the run is.
type progress struct{ items, ended, under, preparing, running int }

func (w *world) progress(ctx context.Context) (p progress, err error) {
	for range 100 {
		err = w.app.DB.InRead(ctx, system, func(tx pgx.Tx) error {
			return tx.QueryRow(ctx, `select (select count(*) from verification_item), (select count(*) from verification_item where state <> 'waiting'),
  (select count(*) from exchange_message where state in ('sent', 'accepted')), (select count(*) from verification_order where state = 'preparing'),
  (select count(*) from verification_order where state = 'running')`).Scan(&p.items, &p.ended, &p.under, &p.preparing, &p.running)
		})
		if err == nil || ctx.Err() != nil {
			return p, err
		}
		time.Sleep(200 * time.Millisecond)
	}
	return p, err
}

// reach waits until so many items have ended.
func (w *world) reach(ctx context.Context, ended int) error {
	return w.until(ctx, 3*time.Minute, func(p progress) bool { return p.ended >= ended && (!w.o.Prepared || p.preparing == 0) })
}

func (w *world) allEnded(ctx context.Context) error {
	told := time.Now()
	return w.until(ctx, w.o.Limit, func(p progress) bool {
		if time.Since(told) > 15*time.Second {
			told = time.Now()
			w.say("已结束 %d / %d 项，委托进行中 %d、准备中 %d", p.ended, p.items, p.running, p.preparing)
		}
		return p.preparing+p.running == 0
	})
}

func (w *world) until(ctx context.Context, limit time.Duration, ok func(progress) bool) error {
	for end := time.Now().Add(limit); ; time.Sleep(150 * time.Millisecond) {
		p, err := w.progress(ctx)
		switch {
		case err != nil:
			return err
		case ok(p):
			return nil
		case ctx.Err() != nil:
			return ctx.Err()
		case time.Now().After(end):
			return fmt.Errorf("faultrun: after %s there are %d orders running and %d in preparation; %d of %d items have ended", limit, p.running, p.preparing, p.ended, p.items)
		}
	}
}

// quiet waits until the departments have sent what they still had: answers twice, late and replayed.
func (w *world) quiet(ctx context.Context) error {
	last, since := "", time.Now()
	for end := time.Now().Add(30 * time.Second); time.Since(since) < 2*time.Second && time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		now := fmt.Sprint(w.sim.Stats())
		if now != last {
			last, since = now, time.Now()
		}
	}
	return ctx.Err()
}
