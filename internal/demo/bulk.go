package demo

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/registry"
	"zhongfu/internal/synth"
)

// BulkOptions size a bulk load: a province that is large rather than told, for measuring.
type BulkOptions struct {
	Seed     uint64
	People   int // at least; the load ends with a whole household
	Cases    int // decided and open together, as far as the households go round
	Open     int // of them still open, in the towns of Desks
	Confirm  int // share in percent of the open cases of eligible families that wait for the confirmation
	Progress func(what string, done, of int)
}

// BulkLoaded counts what a bulk load made.
type BulkLoaded struct {
	Households, People, Staff  int
	Cases, Open, AwaitDecision int
	RegisterTook, CasesTook    time.Duration
}

// Bulk fills an empty database by COPY alone: the register, decided cases as Load writes them, and open cases as the
// services leave them behind: steps, facts of every source, duties in staffed offices, timelines. Papers are not among
// it, and neither are audit events. One transaction each for the register and for the cases.
func (l *Loader) Bulk(ctx context.Context, o BulkOptions) (BulkLoaded, error) {
	var out BulkLoaded
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	begun := l.Clock.Now()
	b, err := l.newBulk(o)
	if err != nil {
		return out, err
	}
	owner, err := pgx.Connect(ctx, l.Owner)
	if err != nil {
		return out, err
	}
	defer owner.Close(context.WithoutCancel(ctx))
	postgres.RegisterTypes(owner.TypeMap())
	start := time.Now()
	err = pgx.BeginFunc(ctx, owner, func(tx pgx.Tx) error {
		if err := l.claim(ctx, tx); err != nil {
			return err
		}
		if err := identity.Load(ctx, tx, epoch, b.crew.offices, b.crew.people); err != nil {
			return err
		}
		out.Staff = len(b.crew.people)
		loaded, err := registry.Copy(ctx, tx, l.Keys, epoch, b.register(), func(n int) { o.Progress("登记人员", n, o.People) })
		if err != nil {
			return err
		}
		out.Households, out.People = loaded.Households, loaded.People
		sheets := func(n int) { o.Progress("家庭情况表", n, out.Households) }
		return copySheets(ctx, tx, l.Packs[len(l.Packs)-1], l.Clock.Now(), b.today.AddDays(-60), b.households(), sheets)
	})
	if err != nil {
		return out, err
	}
	out.RegisterTook = time.Since(start)
	start = time.Now()
	if err := pgx.BeginFunc(ctx, owner, func(tx pgx.Tx) error { return b.cases(ctx, tx, &out) }); err != nil {
		return out, err
	}
	out.CasesTook = time.Since(start)
	o.Progress("整理统计信息", 0, 0)
	if _, err := owner.Exec(ctx, "vacuum (analyze)"); err != nil {
		return out, err
	}
	_, err = owner.Exec(ctx, "insert into demo_load (seed, households, loaded_at) values ($1, $2, $3)", int64(o.Seed), out.Households, begun)
	return out, err
}

// bulk is a bulk load under way. The households are drawn twice from the same seed, once for the register and once for
// the cases, rather than kept in memory.
type bulk struct {
	l     *Loader
	o     BulkOptions
	g     *synth.Generator
	crew  *crew
	desks map[int64]Desk // by town
	today calendar.Date
}

func (l *Loader) newBulk(o BulkOptions) (*bulk, error) {
	b := &bulk{l: l, o: o, today: clock.Today(l.Clock), desks: map[int64]Desk{}}
	var err error
	if b.crew, err = newCrew(o.Seed, l.Places); err != nil {
		return nil, err
	}
	desks := Desks(l.Places)
	if err := b.crew.staffDesks(l.Places, desks, &idSource{r: &random{state: o.Seed ^ 0xde5c}}); err != nil {
		return nil, err
	}
	for _, d := range desks {
		b.desks[d.Town] = d
	}
	b.g, err = BulkGenerator(o.Seed, l.Places, b.today)
	return b, err
}

// BulkGenerator is where a bulk load of a day draws its households from, in the order of their numbers.
func BulkGenerator(seed uint64, places *division.Index, today calendar.Date) (*synth.Generator, error) {
	return synth.New(seed, places, synth.Options{AsOf: today.AddDays(-60)})
}

// households yields as many households as it takes for the people asked for, with the ids they have on the register.
func (b *bulk) households() iter.Seq[registered] {
	return func(yield func(registered) bool) {
		ids, people := &idSource{r: &random{state: b.o.Seed}}, 0
		for i := 0; i < b.g.Capacity() && people < b.o.People; i++ {
			r := newRegistered(b.g.Household(i), ids)
			people += len(r.Members)
			if !yield(r) {
				return
			}
		}
	}
}

func (b *bulk) register() iter.Seq[registry.HouseholdRow] {
	since := calendar.NewDate(2024, 1, 2)
	return func(yield func(registry.HouseholdRow) bool) {
		for h := range b.households() {
			if !yield(h.row(since)) {
				return
			}
		}
	}
}

// HouseholdRows yields n households as the register loads them, for measuring the load alone.
func HouseholdRows(g *synth.Generator, seed uint64, n int) []registry.HouseholdRow {
	ids, out := &idSource{r: &random{state: seed}}, make([]registry.HouseholdRow, n)
	for i := range out {
		r := newRegistered(g.Household(i), ids)
		out[i] = r.row(calendar.NewDate(2024, 1, 2))
	}
	return out
}

// Application is the form that a synthetic household hands in on a day.
func Application(h synth.Household, key uuid.UUID, day calendar.Date) casework.SubmitInput {
	c := &playing{h: &registered{Household: h}, day: day}
	return c.form(key)
}

// PolicyInput is a synthetic household as the policy sees it when every fact is known.
func PolicyInput(h *synth.Household, day calendar.Date) policy.Input {
	in := inputOf(h)
	in.Date = day
	return in
}

// chunkCases is how many cases travel together to the database.
const chunkCases = 1000

// cases writes decided and open cases: one goroutine makes them, this one copies.
func (b *bulk) cases(ctx context.Context, tx pgx.Tx, out *BulkLoaded) error {
	// The rows name each other and nothing else, so that asking again for each reference would only cost time.
	if _, err := tx.Exec(ctx, `select set_config('session_replication_role', 'replica', true) from pg_roles where rolname = current_user and rolsuper`); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	made := make(chan *bulkRows, 2)
	w := newBulkWriter(b, out)
	failed := make(chan error, 1)
	go func() {
		defer close(made)
		failed <- w.make(ctx, out.Households, made)
	}()
	done := 0
	for rows := range made {
		if err := rows.copy(ctx, tx); err != nil {
			return err
		}
		done += rows.cases
		b.o.Progress("案件", done, b.o.Cases)
	}
	if err := <-failed; err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, authorisationsOfCases); err != nil {
		return err
	}
	return w.settler.number(ctx, tx)
}

// authorisationsOfCases does what the trigger of case_authorisation does where the load has switched triggers off.
const authorisationsOfCases = `insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, guardian, guardian_reason, signed_on, valid_from,
  case_id, withdrawn_at, created_at)
select person_id, gen_random_uuid(), division, number, 'social_assistance', '{*}', 'paper', signed_by, guardian,
  case when guardian then '由监护人代签' else '' end, signed_on, signed_on, case_id, withdrawn_at, signed_on::timestamp at time zone 'Asia/Shanghai'
from case_authorisation on conflict on constraint authorisation_number_key do nothing`

// bulkRows are the rows of a chunk.
type bulkRows struct {
	settled *caseRows
	open    map[string][][]any
	cases   int
}

func newBulkRows() *bulkRows { return &bulkRows{settled: newCaseRows(), open: map[string][][]any{}} }

func (r *bulkRows) copy(ctx context.Context, tx pgx.Tx) error {
	if _, err := r.settled.copy(ctx, tx); err != nil {
		return err
	}
	for _, t := range openTables {
		if _, err := tx.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, pgx.CopyFromRows(r.open[t.name])); err != nil {
			return fmt.Errorf("demo: %s: %w", t.name, err)
		}
	}
	return nil
}
