package verification

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Cancel stops an order: what waits for it is cancelled, and questions that nobody else waits for are not asked any more.
// Answers that have come stay. Of a large order the lines end one after another in a job; none of them leaves meanwhile.
func (s *Service) Cancel(ctx context.Context, actor access.Actor, id uuid.UUID, reason string) (Order, error) {
	err := s.change(ctx, actor, id, "verification.order", func(tx pgx.Tx, o *orderRow) error {
		if o.State != "preparing" && o.State != "running" {
			return errs.New(errs.Conflict, "ended", "这份核对委托已经结束，不能再取消。")
		}
		now := s.now()
		if _, err := tx.Exec(ctx, `update verification_order set state = 'cancelled', ended_at = $2, failure = $3, version = version + 1 where id = $1`, id, now, reason); err != nil {
			return err
		}
		more, err := s.drop(ctx, tx, id, reason, now)
		if err != nil {
			return err
		}
		if more {
			if err := s.jobs.Insert(ctx, tx, DropArgs{OrderID: id}); err != nil {
				return err
			}
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.order", ObjectKind: "verification_order", ObjectID: o.Number, Root: id, Division: o.Division,
			After: map[string]any{"cancelled": reason}})
	})
	if err != nil {
		return Order{}, err
	}
	return s.Get(ctx, actor, id)
}

const nextPeople = `select distinct person_id from verification_item where order_id = $1 and state = 'waiting' order by person_id limit $2`

// By lists and not by joins: a join would be planned by statistics that do not know a new order yet, and compare each with each.
const dropLines = `update verification_item set state = 'cancelled', reason = $3, ended_at = $2
where order_id = $1 and person_id = any($4) and state = 'waiting'`

const dropInquiries = `update inquiry q set state = 'cancelled', ended_at = $1, reason = $2
where q.person_id = any($3) and q.state = 'waiting'
  and (select true from verification_item w where w.person_id = q.person_id and w.inquiry_id = q.id and w.state = 'waiting' limit 1) is null`

// drop cancels the lines of the next people of an order, and the questions that nobody waits for after that. It tells whether there
// may be more.
func (s *Service) drop(ctx context.Context, tx pgx.Tx, id uuid.UUID, reason string, now time.Time) (more bool, err error) {
	rows, err := tx.Query(ctx, nextPeople, id, s.chunk)
	if err != nil {
		return false, err
	}
	people, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	if err != nil || len(people) == 0 {
		return false, err
	}
	if _, err := tx.Exec(ctx, dropLines, id, now, reason, people); err != nil {
		return false, err
	}
	_, err = tx.Exec(ctx, dropInquiries, now, reason, people)
	return len(people) == s.chunk, err
}

// dropAll cancels what is left of a cancelled order, each part in a transaction of its own.
func (s *Service) dropAll(ctx context.Context, id uuid.UUID) error {
	for more := true; more; {
		if err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
			var reason string
			err := tx.QueryRow(ctx, `select failure from verification_order where id = $1 and state = 'cancelled'`, id).Scan(&reason)
			if errors.Is(err, pgx.ErrNoRows) {
				more = false
				return nil
			}
			if err == nil {
				more, err = s.drop(ctx, tx, id, reason, s.now())
			}
			return err
		}); err != nil {
			return err
		}
	}
	return nil
}

// waitsFor looks whether an order that goes on waits for a question: one row at most, looked up by the question and never by hashing
// all that waits.
const waitsFor = `(select true from verification_item w join verification_order o on o.id = w.order_id and o.state in ('preparing', 'running')
  where w.person_id = q.person_id and w.inquiry_id = q.id and w.state = 'waiting' limit 1)`

const unwanted = `select q.person_id, q.id from unnest($1::uuid[], $2::uuid[]) as q(person_id, id) where ` + waitsFor + ` is null`

// giveUp ends questions that were taken for a message, but whose orders have all been cancelled. They are looked at again, locked: another
// order may have joined one while it was being taken.
func (s *Service) giveUp(ctx context.Context, tx pgx.Tx, of *ended, now time.Time) error {
	rows, err := tx.Query(ctx, unwanted, of.persons, of.inquiries)
	if err != nil {
		return err
	}
	gone := ended{reason: of.reason}
	var person, inquiry uuid.UUID
	if _, err := pgx.ForEachRow(rows, []any{&person, &inquiry}, func() error { gone.add(person, inquiry); return nil }); err != nil {
		return err
	}
	return s.end(ctx, tx, "cancelled", &gone, now)
}

// change does something to an order that the actor sees and may change, with the order locked. It is the system's hand that
// does it: people of an order may have moved out of the actor's range.
func (s *Service) change(ctx context.Context, actor access.Actor, id uuid.UUID, action access.Action, do func(tx pgx.Tx, o *orderRow) error) error {
	if err := access.Check(actor, action, access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		o, err := readOrder(ctx, tx, id, "for update")
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这份核对委托")
		}
		if err != nil {
			return err
		}
		if err := access.Check(actor, action, access.At(o.Division)); err != nil {
			return err
		}
		return do(tx, &o)
	})
}
