package demo

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/errgroup"

	"zhongfu/internal/benefit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
	"zhongfu/internal/synth"
)

// Options size the demonstration.
type Options struct {
	Seed       uint64
	Households int // of the register, 20,000 for make run
	PerTown    int // households at least in each staffed town
	Progress   func(what string, done, of int)
}

// Loader holds what loading needs.
type Loader struct {
	DB     *postgres.DB
	Owner  string // owner's connection: COPY does not go through row-level security
	Keys   *seal.Keyring
	Places *division.Index
	Packs  []*policy.Pack // the last one decides
	Clock  clock.Clock
	Orders Orders // nil: no order is placed
}

// ErrLoaded says that the database holds people already; nothing was changed.
var ErrLoaded = errors.New("demo: the database is not empty")

// Loaded counts what was made.
type Loaded struct {
	Households, People, Staff, Settled, Live int
	Took                                     time.Duration
}

// Load fills an empty database with the demonstration.
func (l *Loader) Load(ctx context.Context, o Options) (Loaded, error) {
	start, begun := time.Now(), l.Clock.Now()
	var out Loaded
	today := calendar.DateOf(begun)
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	crew, err := newCrew(o.Seed, l.Places)
	if err != nil {
		return out, err
	}
	g, err := synth.New(o.Seed, l.Places, synth.Options{AsOf: today.AddDays(-60)})
	if err != nil {
		return out, err
	}
	ids := &idSource{r: &random{state: o.Seed}}
	all := choose(g, ids, o.Households, o.PerTown)
	w := &world{db: l.DB, keys: l.Keys, places: l.Places, packs: l.Packs, crew: crew, seed: o.Seed, today: today}
	casts, rest := w.cast(all)
	w.holdPermits(rest)
	owner, err := pgx.Connect(ctx, l.Owner)
	if err != nil {
		return out, err
	}
	defer owner.Close(context.WithoutCancel(ctx))
	postgres.RegisterTypes(owner.TypeMap())
	err = pgx.BeginFunc(ctx, owner, func(tx pgx.Tx) error {
		if err := l.claim(ctx, tx); err != nil {
			return err
		}
		if err := identity.Load(ctx, tx, epoch, crew.offices, crew.people); err != nil {
			return err
		}
		if err := openWindows(ctx, tx, crew); err != nil {
			return err
		}
		out.Staff = len(crew.people)
		since := calendar.NewDate(2024, 1, 2)
		loaded, err := registry.Copy(ctx, tx, l.Keys, epoch, rowsOf(all, since), func(n int) { o.Progress("登记人员与家庭", n, 0) })
		if err != nil {
			return err
		}
		out.Households, out.People = loaded.Households, loaded.People
		sheets := func(n int) { o.Progress("家庭情况表", n, len(all)) }
		if err := copySheets(ctx, tx, w.packs[len(w.packs)-1], l.Clock.Now(), today.AddDays(-60), slices.Values(all), sheets); err != nil {
			return err
		}
		out.Settled, err = w.settleAll(ctx, tx, rest, ids, o.Progress)
		return err
	})
	if err != nil {
		return out, err
	}
	if out.Live, err = w.playAll(ctx, casts, o.Progress); err != nil {
		return out, err
	}
	if err := w.payAll(ctx); err != nil {
		return out, err
	}
	if _, err := owner.Exec(ctx, livenessAuthorisations, today); err != nil {
		return out, err
	}
	if err := l.askWindows(ctx, crew, o.Seed); err != nil {
		return out, fmt.Errorf("demo: questions to desks: %w", err)
	}
	if _, err := owner.Exec(ctx, "analyze"); err != nil {
		return out, err
	}
	_, err = owner.Exec(ctx, "insert into demo_load (seed, households, loaded_at) values ($1, $2, $3)", int64(o.Seed), out.Households, begun)
	out.Took = time.Since(start)
	return out, err
}

// claim refuses a database that holds people, and clears what an interrupted load has left: a load that did not finish
// left no mark.
func (l *Loader) claim(ctx context.Context, tx pgx.Tx) error {
	var people bool
	if err := tx.QueryRow(ctx, "select exists (select from person) or exists (select from staff)").Scan(&people); err != nil {
		return err
	}
	if people {
		return ErrLoaded
	}
	return nil
}

// Finished tells whether a demonstration was loaded whole, and whether the database holds anything at all.
func Finished(ctx context.Context, url string) (whole, anything bool, err error) {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return false, false, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	err = conn.QueryRow(ctx, "select exists (select from demo_load), exists (select from person) or exists (select from staff)").Scan(&whole, &anything)
	return whole, anything, err
}

// role is a household cast for a script.
type role struct {
	h    *registered
	s    script
	town int
	who  int // index of the applicant
}

// cast picks the households of the scripts by what the policy says of them, and returns the others.
func (w *world) cast(all []registered) (map[int64][]role, []*registered) {
	pack := w.packs[len(w.packs)-1]
	free := map[int64][]*registered{}
	var rest []*registered
	towns := map[int64]bool{}
	for _, c := range counties {
		for _, t := range c.towns {
			towns[t] = true
		}
	}
	for i := range all {
		if t := division.At(all[i].Division, division.Town); towns[t] {
			free[t] = append(free[t], &all[i])
		} else {
			rest = append(rest, &all[i])
		}
	}
	out := map[int64][]role{}
	for _, c := range counties {
		for n, t := range c.towns {
			taken := map[*registered]bool{}
			for _, s := range scripts {
				for _, h := range free[t] {
					if !taken[h] && w.fits(pack, s, h) {
						taken[h] = true
						out[c.code] = append(out[c.code], role{h: h, s: s, town: n + 1})
						break
					}
				}
			}
			for _, s := range itemScripts[n%len(itemScripts)] {
				for _, h := range free[t] {
					if taken[h] {
						continue
					}
					if who, ok := w.castItem(pack, s, h); ok {
						taken[h] = true
						out[c.code] = append(out[c.code], role{h, s, n + 1, who})
						break
					}
				}
			}
			for _, h := range free[t] {
				if !taken[h] {
					rest = append(rest, h)
				}
			}
		}
	}
	return out, rest
}

// fits tells whether a household can play a script: adults apply, and the policy says what the script needs.
func (w *world) fits(pack *policy.Pack, s script, h *registered) bool {
	if h.Members[0].Birth.Age(w.today) < 18 {
		return false
	}
	in := inputOf(&h.Household)
	in.Date = w.today
	r, err := pack.Evaluate("dibao", in)
	if err != nil {
		return false
	}
	if s.refuse {
		return r.Outcome == policy.Ineligible
	}
	if r.Outcome != policy.Eligible {
		return false
	}
	return !s.differs || slices.ContainsFunc(h.Members, func(m synth.Member) bool { return m.Wage > 2*hidden })
}

// settleAll writes the past decisions of those who have no part in a script.
func (w *world) settleAll(ctx context.Context, tx pgx.Tx, rest []*registered, ids *idSource, progress func(string, int, int)) (int, error) {
	s := &settler{pack: w.packs[len(w.packs)-1], keys: w.keys, places: w.places, today: w.today, ids: ids, seq: map[series]int{}}
	rows, n := newCaseRows(), 0
	for i, h := range rest {
		if h.Circumstance != synth.Below && i%8 != 0 || h.Members[0].Birth.Age(w.today) < 20 {
			continue
		}
		submitted := calendar.NextWorking(w.today.AddDays(-60 - s.ids.r.below(700)))
		confirmed, err := s.settle(rows, placed{h.id, h.people, &h.Household}, submitted)
		if err != nil {
			return n, err
		}
		if confirmed {
			n++
		}
		if i%2000 == 0 {
			progress("历年决定", i, len(rest))
		}
	}
	if _, err := rows.copy(ctx, tx); err != nil {
		return n, err
	}
	return n, s.number(ctx, tx)
}

// number makes the running numbers go on where the settled cases ended.
func (s *settler) number(ctx context.Context, tx pgx.Tx) error {
	b := &pgx.Batch{}
	for k, last := range s.seq {
		b.Queue(`insert into numbering (series, year, last) values ($1, $2, $3)`, fmt.Sprintf("case-%06d", k.county), k.year, last)
	}
	return tx.SendBatch(ctx, b).Close()
}

// playAll plays the scripts, counties side by side.
func (w *world) playAll(ctx context.Context, casts map[int64][]role, progress func(string, int, int)) (int, error) {
	total, done := 0, make(chan struct{})
	for _, roles := range casts {
		total += len(roles)
	}
	group, gctx := errgroup.WithContext(ctx)
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	counted := make(chan int)
	go func() {
		n := 0
		for range done {
			n++
			progress("办理中的案件", n, total)
		}
		counted <- n
	}()
	for _, c := range counties {
		group.Go(func() error {
			p := w.player(c)
			for _, r := range casts[c.code] {
				if err := p.play(gctx, r); err != nil {
					return err
				}
				done <- struct{}{}
			}
			return nil
		})
	}
	err := group.Wait()
	if err == nil {
		p := w.player(counties[0])
		p.on(w.today, 7)
		_, err = p.casework.Escalate(ctx)
	}
	close(done)
	return <-counted, err
}

// payAll makes last month's payment list of each staffed county, approved, and this month's as a draft in the first.
func (w *world) payAll(ctx context.Context) error {
	this := w.today.MonthStart()
	for i, c := range counties {
		p := w.player(c)
		finance, approver := p.by("finance", 0), p.by("approver", 0)
		p.on(this.AddMonths(-1).AddDays(9), 10)
		made, err := p.benefit.Make(ctx, finance, "dibao", this.AddMonths(-1))
		if err != nil {
			return fmt.Errorf("demo: payroll of %s: %w", c.slug, err)
		}
		p.on(this.AddMonths(-1).AddDays(10), 10)
		if made.Households == 0 {
			continue // a small demonstration may have nobody on benefit in a county
		}
		if _, err := p.benefit.Approve(ctx, approver, benefit.Approval{ID: made.ID, Version: made.Version, ProblemsSeen: true}); err != nil {
			return fmt.Errorf("demo: payroll of %s: %w", c.slug, err)
		}
		if i == 1 {
			p.on(w.today, 9)
			if _, err := p.benefit.Make(ctx, finance, "dibao", this); err != nil {
				return fmt.Errorf("demo: payroll of %s: %w", c.slug, err)
			}
		}
	}
	return nil
}
