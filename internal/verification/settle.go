package verification

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// touched are the orders of which something ended in one transaction. They are looked at when it has been committed, and by
// whoever committed it: looked at by another before that, an order whose last answer it was would stay open.
type touched map[uuid.UUID]bool

type touchedKey struct{}

// touching returns a context in which end notes the orders that it touches. Settle takes them after the commit.
func touching(ctx context.Context) (context.Context, touched) {
	t := touched{}
	return context.WithValue(ctx, touchedKey{}, t), t
}

func (t touched) ids() []uuid.UUID { return slices.Collect(maps.Keys(t)) }

const settleOrders = `update verification_order o set state = 'answered', ended_at = $2, version = version + 1
where o.id = any($1) and o.state = 'running' and not exists (select from verification_item i where i.order_id = o.id and i.state = 'waiting')
returning o.id, o.case_id`

// settle ends the orders of which nothing waits any more. What a kill leaves behind the sweep finds.
func (s *Service) settle(ctx context.Context, ids []uuid.UUID) error {
	if len(ids) == 0 {
		return nil
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, settleOrders, ids, s.now())
		if err != nil {
			return err
		}
		var done []AnsweredArgs
		var one AnsweredArgs
		if _, err := pgx.ForEachRow(rows, []any{&one.OrderID, &one.CaseID}, func() error { done = append(done, one); return nil }); err != nil {
			return err
		}
		for _, args := range done {
			if err := s.jobs.Insert(ctx, tx, args); err != nil {
				return err
			}
		}
		return nil
	})
}

// sweeping lets one pump of a process sweep, at its start and every minute: what a killed program left does not wait until the
// queue has found out that its sweep is gone.
type sweeping struct {
	mu       sync.Mutex
	next     time.Time
	prepared map[uuid.UUID]int64 // people of orders in preparation, as the last sweep saw them
	seen     time.Time
}

// stuck are orders in preparation that have not moved since a sweep half a minute ago or earlier: a killed program was putting
// people into them, and the queue has yet to miss its job.
func (w *sweeping) stuck(ctx context.Context, tx pgx.Tx) ([]uuid.UUID, error) {
	rows, err := tx.Query(ctx, `select id, prepared from verification_order where state = 'preparing' order by created_at limit 200`)
	if err != nil {
		return nil, err
	}
	now := map[uuid.UUID]int64{}
	var out []uuid.UUID
	var id uuid.UUID
	var n int64
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, err := pgx.ForEachRow(rows, []any{&id, &n}, func() error {
		if before, ok := w.prepared[id]; ok && before == n {
			out = append(out, id)
		}
		now[id] = n
		return nil
	}); err != nil {
		return nil, err
	}
	if at := monotonic(); at.Sub(w.seen) >= 30*time.Second {
		w.prepared, w.seen = now, at
	} else {
		out = nil
	}
	return out, nil
}

// goOn puts people into an order for a while; the next sweep goes on.
func (s *Service) goOn(ctx context.Context, id uuid.UUID) error {
	short, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	if err := s.prepare(short, id); err != nil && short.Err() == nil {
		return err
	}
	return ctx.Err()
}

func (w *sweeping) due() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := monotonic()
	if now.Before(w.next) {
		return false
	}
	w.next = now.Add(time.Minute)
	return true
}

// sweep is the engine's broom: it ends orders that a kill left, gives up what nobody answered by the order's last day, and
// joins what fell between two statements; it clears away the pump jobs of programs that are gone.
func (s *Service) sweep(ctx context.Context) error {
	var running, loose, left []uuid.UUID
	err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, gone, s.Queue()); err != nil {
			return err
		}
		if err := s.overdue(ctx, tx); err != nil {
			return err
		}
		rows, err := tx.Query(ctx, `select id from verification_order where state = 'running'`)
		if err != nil {
			return err
		}
		if running, err = pgx.CollectRows(rows, pgx.RowTo[uuid.UUID]); err != nil {
			return err
		}
		rows, err = tx.Query(ctx, `select distinct order_id from verification_item where state = 'waiting' and inquiry_id is null`)
		if err != nil {
			return err
		}
		if loose, err = pgx.CollectRows(rows, pgx.RowTo[uuid.UUID]); err != nil {
			return err
		}
		left, err = s.swept.stuck(ctx, tx)
		return err
	})
	for _, id := range left {
		if err == nil {
			err = s.goOn(ctx, id)
		}
	}
	if err != nil {
		return err
	}
	for _, id := range loose {
		if _, err := s.joinLoose(ctx, id); err != nil {
			return err
		}
	}
	return s.settle(ctx, running)
}

// Each source's queue of each priority has the oldest day first: what is late is at its beginning.
const overdueQuestions = `select q.person_id, q.id from (select unnest($1::text[]) as id union select source from exchange_source) s cross join generate_series(0, 3) as p(n)
cross join lateral (select person_id, id from inquiry where source = s.id and priority = p.n and state = 'waiting' and due < $2 order by due limit 1000 for update skip locked) q`

// overdue gives up questions whose last day has passed.
func (s *Service) overdue(ctx context.Context, tx pgx.Tx) error {
	var sources []string
	for _, src := range s.catalogue.Sources() {
		sources = append(sources, src.ID)
	}
	rows, err := tx.Query(ctx, overdueQuestions, sources, s.today())
	if err != nil {
		return err
	}
	late := ended{reason: "到期仍未答复"}
	var person, id uuid.UUID
	if _, err := pgx.ForEachRow(rows, []any{&person, &id}, func() error { late.add(person, id); return nil }); err != nil {
		return err
	}
	return s.end(ctx, tx, "silent", &late, s.now())
}
