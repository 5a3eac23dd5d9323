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

// lines is how many lines of an order end in one transaction; a batch of a province has millions.
const lines = 10 * chunk

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

const dropLines = `update verification_item i set state = 'cancelled', reason = $3, ended_at = $2
from (select person_id, class from verification_item where order_id = $1 and state = 'waiting' order by person_id limit $4) n
where i.order_id = $1 and i.person_id = n.person_id and i.class = n.class and i.state = 'waiting' returning i.person_id, i.inquiry_id`

const dropInquiries = `update inquiry q set state = 'cancelled', ended_at = $1, reason = $2
from unnest($3::uuid[], $4::uuid[]) as u(person, inquiry) where q.person_id = u.person and q.id = u.inquiry and q.state = 'waiting'
  and not exists (select from verification_item w where w.person_id = q.person_id and w.inquiry_id = q.id and w.state = 'waiting')`

// drop cancels the next lines of an order and the questions that nobody waits for after that. It tells whether there may be more.
func (s *Service) drop(ctx context.Context, tx pgx.Tx, id uuid.UUID, reason string, now time.Time) (more bool, err error) {
	rows, err := tx.Query(ctx, dropLines, id, now, reason, s.lines)
	if err != nil {
		return false, err
	}
	var persons, inquiries []uuid.UUID
	var person uuid.UUID
	var inquiry *uuid.UUID
	n := 0
	if _, err := pgx.ForEachRow(rows, []any{&person, &inquiry}, func() error {
		n++
		if inquiry != nil {
			persons, inquiries = append(persons, person), append(inquiries, *inquiry)
		}
		return nil
	}); err != nil || n == 0 {
		return false, err
	}
	_, err = tx.Exec(ctx, dropInquiries, now, reason, persons, inquiries)
	return n == s.lines, err
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

const unwanted = `select u.person, u.inquiry from unnest($1::uuid[], $2::uuid[]) as u(person, inquiry) where not exists (` + wants + `w.person_id = u.person and w.inquiry_id = u.inquiry)`

// wants are the lines of orders that go on.
const wants = `select from verification_item w join verification_order o on o.id = w.order_id and o.state in ('preparing', 'running') where w.state = 'waiting' and `

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
