package report

import (
	"context"
	"encoding/json"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/catalogue"
	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/policy"
	"zhongfu/internal/verification"
	"zhongfu/policies"
)

var (
	shelf = sync.OnceValue(func() *exchange.Catalogue {
		c, err := exchange.Load(catalogue.FS)
		if err != nil {
			panic(err)
		}
		return c
	})
	packs = sync.OnceValue(func() policy.Shelf {
		var out policy.Shelf
		for _, name := range []string{"national", "guangdong"} {
			p, err := policy.Load(policies.FS, name)
			if err != nil {
				panic(err)
			}
			out = append(out, p)
		}
		return out
	})
	officer = casefixture.Actor(access.VerificationOfficer, casefixture.Yuexiu)
	clerk   = casefixture.Actor(access.TownClerk, casefixture.Beijing)
	head    = casefixture.Actor(access.TownHead, casefixture.Beijing)
)

// world is a database with a case at its verification step and the services over it.
type world struct {
	*casefixture.World
	s     *Service
	cases *casework.Service
	ctx   context.Context
}

func newWorld(t testing.TB) *world {
	w := &world{World: casefixture.New(t), ctx: context.Background()}
	places := division.Default()
	w.cases = casework.New(w.DB, w.Keys, w.Clock, places, packs(), nil, casefixture.NoJobs{})
	orders := verification.New(w.DB, w.Keys, w.Clock, places, shelf(), nil, casefixture.NoJobs{}, verification.Settings{})
	w.s = New(w.DB, w.Keys, w.Clock, places, shelf(), w.cases, orders, casefixture.NoJobs{}, Settings{})
	return w
}

// family is a case of a father and a daughter in the verification step, with what they declared.
func (w *world) family(declared map[string]any) casefixture.File {
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("周父"), w.Human("周女", calendar.NewDate(2015, 3, 1), ""))
	now := w.Clock.Now()
	for _, step := range []string{"verification", "survey"} {
		w.Exec(`insert into case_step (case_id, id, division, step, round, state, opened_at, due) values ($1, $2, $3, $4, 1, 'open', $5, $6)`,
			f.ID, uuid.New(), casefixture.Village, step, now, calendar.DateOf(now).AddDays(12))
	}
	for key, v := range declared {
		raw, _ := json.Marshal(v)
		var person *uuid.UUID
		if w.pack().Fact(policy.OfHousehold, key) == nil {
			person = &f.Members[0].ID
		}
		w.Exec(`insert into case_fact (case_id, id, division, person_id, key, kind, value, note, source, at, by_name) values ($1, $2, $3, $4, $5, 'declared', $6, '', '申请', $7, '周父')`,
			f.ID, uuid.New(), casefixture.Village, person, key, raw, now)
	}
	w.authorise(f.Members...)
	return f
}

func (w *world) pack() *policy.Pack { return packs()[1] }

func (w *world) authorise(people ...casefixture.Human) {
	for _, p := range people {
		w.Exec(`insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, signed_on, valid_from, created_at)
values ($1, $1, $2, $3, 'social_assistance', '{*}', 'paper', $4, '2026-11-01', '2026-11-01', $5)`, p.ID, casefixture.Village, "SQ-"+p.Name+p.ID.String()[:8], p.Name, w.Clock.Now())
	}
}

// reply is what a test lets a source say: records, or a reason for silence.
type reply struct {
	records []map[string]any
	silent  string // silent with this reason
	waiting bool
}

// answered puts the people into the order and lets every class answer none, except those that say otherwise.
func (w *world) answered(order uuid.UUID, household *uuid.UUID, people []casefixture.Human, role string, say map[string]reply) {
	now := w.Clock.Now()
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		var classes []string
		if err := tx.QueryRow(ctx, `select classes from verification_order where id = $1`, order).Scan(&classes); err != nil {
			return err
		}
		b := &pgx.Batch{}
		for _, p := range people {
			b.Queue(`insert into verification_subject (order_id, person_id, division, household_id, name, id_masked, role) values ($1, $2, $3, $4, $5, '4401**********0000', $6)`,
				order, p.ID, casefixture.Village, household, p.Name, role)
			for _, class := range classes {
				_, src := shelf().Class(class)
				r, own := say[p.Name+" "+class]
				if !own {
					r = say[class]
				}
				id, state := uuid.New(), "answered"
				var ended any = now
				switch {
				case r.waiting:
					state, ended = "waiting", nil
				case r.silent != "":
					state = "silent"
				}
				b.Queue(`insert into inquiry (person_id, id, division, class, source, purpose, state, priority, due, next_at, opened_at, ended_at, reason)
values ($1, $2, $3, $4, $5, 'social_assistance', $6, 1, $7, $8, $8, $9, $10)`, p.ID, id, casefixture.Village, class, src.ID, state, calendar.DateOf(now), now, ended, r.silent)
				b.Queue(`insert into verification_item (order_id, person_id, class, division, source, state, authorisation_id, inquiry_id, reason, created_at, ended_at)
values ($1, $2, $3, $4, $5, $6, $2, $7, $8, $9, $10)`, order, p.ID, class, casefixture.Village, src.ID, state, id, r.silent, now, ended)
				if state == "answered" {
					w.queueAnswer(b, p.ID, id, class, src.ID, r.records)
				}
			}
		}
		b.Queue(`update verification_order set state = case when exists (select from verification_item where order_id = $1 and state = 'waiting') then 'running' else 'answered' end,
  ended_at = case when exists (select from verification_item where order_id = $1 and state = 'waiting') then null else $2::timestamptz end, version = version + 1 where id = $1`, order, now)
		return tx.SendBatch(ctx, b).Close()
	})
}

func (w *world) queueAnswer(b *pgx.Batch, person, inquiry uuid.UUID, class, source string, records []map[string]any) {
	status := "none"
	if len(records) > 0 {
		status = "found"
	} else {
		records = []map[string]any{}
	}
	text, _ := json.Marshal(records)
	day := calendar.DateOf(w.Clock.Now())
	b.Queue(`insert into answer (person_id, inquiry_id, division, class, source, status, as_of, received_at, fresh_until, records_sealed, records_digest)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '\x00')`, person, inquiry, casefixture.Village, class, source, status, day.AddDays(-1), w.Clock.Now(), day.AddDays(30),
		w.Keys.SealBytes(fieldRecords, text))
}

// late lets a silent class answer after all.
func (w *world) late(order, person uuid.UUID, class string, records []map[string]any) {
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		var inquiry uuid.UUID
		var source string
		if err := tx.QueryRow(ctx, `update verification_item set state = 'answered', reason = '' where order_id = $1 and person_id = $2 and class = $3 returning inquiry_id, source`, order, person, class).
			Scan(&inquiry, &source); err != nil {
			return err
		}
		b := &pgx.Batch{}
		w.queueAnswer(b, person, inquiry, class, source, records)
		b.Queue(`update verification_order set version = version + 1 where id = $1`, order)
		return tx.SendBatch(ctx, b).Close()
	})
}

// ordered is the case's order, placed as the opening of the step does it.
func (w *world) ordered(f casefixture.File) uuid.UUID {
	w.T.Helper()
	if err := w.s.opened(w.ctx, f.ID); err != nil {
		w.T.Fatal(err)
	}
	var id uuid.UUID
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select id from verification_order where case_id = $1`, f.ID).Scan(&id)
	})
	return id
}
