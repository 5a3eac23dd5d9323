package verification

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Cancel stops an order: what waits for it is cancelled, and questions that nobody else waits for are not asked any more.
// Answers that have come stay.
func (s *Service) Cancel(ctx context.Context, actor access.Actor, id uuid.UUID, reason string) (Order, error) {
	err := s.change(ctx, actor, id, "verification.order", func(tx pgx.Tx, o *orderRow) error {
		if o.State != "preparing" && o.State != "running" {
			return errs.New(errs.Conflict, "ended", "这份核对委托已经结束，不能再取消。")
		}
		now := s.now()
		if _, err := tx.Exec(ctx, `update verification_item set state = 'cancelled', reason = $3, ended_at = $2 where order_id = $1 and state = 'waiting'`, id, now, reason); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `update inquiry q set state = 'cancelled', ended_at = $2, reason = $3
from verification_item i where i.order_id = $1 and q.person_id = i.person_id and q.id = i.inquiry_id and q.state = 'waiting'
  and not exists (select from verification_item w where w.person_id = q.person_id and w.inquiry_id = q.id and w.state = 'waiting')`, id, now, reason); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `update verification_order set state = 'cancelled', ended_at = $2, failure = $3, version = version + 1 where id = $1`, id, now, reason); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.order", ObjectKind: "verification_order", ObjectID: o.Number, Root: id, Division: o.Division,
			After: map[string]any{"cancelled": reason}})
	})
	if err != nil {
		return Order{}, err
	}
	return s.Get(ctx, actor, id)
}

// Reask asks one source again about everything that it left unanswered in an order, or only about one person of it. Errors:
// a person who is not in the order, which is audited; nothing unanswered; an order past its last day.
func (s *Service) Reask(ctx context.Context, actor access.Actor, id uuid.UUID, source string, person *uuid.UUID) (Order, error) {
	err := s.change(ctx, actor, id, "verification.order", func(tx pgx.Tx, o *orderRow) error {
		if o.State != "running" && o.State != "answered" {
			return errs.New(errs.Conflict, "ended", "这份核对委托正在准备或已经取消，不能重新查询。")
		}
		if why := s.settings.Unusable[source]; why != "" {
			return errs.Bad("source", "%s，现在不能重新查询。", why)
		}
		if person != nil {
			var in bool
			if err := tx.QueryRow(ctx, `select exists (select from verification_subject where order_id = $1 and person_id = $2)`, id, *person).Scan(&in); err != nil {
				return err
			}
			if !in {
				return errs.Bad("person_id", "这名人员不在这份核对委托里，不能查询。请先为其发起新的委托。")
			}
		}
		now := s.now()
		rows, err := tx.Query(ctx, `update verification_item set state = 'waiting', inquiry_id = null, reason = '', ended_at = null, reused = false
where order_id = $1 and source = $2 and state = 'silent' and ($3::uuid is null or person_id = $3) returning person_id`, id, source, person)
		if err != nil {
			return err
		}
		people, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
		if err != nil {
			return err
		}
		if len(people) == 0 {
			return errs.Bad("source", "这个来源没有未答复的问题，不需要重新查询。")
		}
		if o.Due.Before(s.today().Time()) {
			return errs.Bad("due", "委托已过截止日期 %s，不能再查询。请发起新的委托。", o.Due.Format("2006-01-02"))
		}
		if err := s.join(ctx, tx, o, people); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `update verification_order set state = 'running', ended_at = null, version = version + 1 where id = $1`, id); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.order", ObjectKind: "verification_order", ObjectID: o.Number, Root: id, Division: o.Division,
			After: map[string]any{"asked_again": source, "person": person, "questions": len(people)}})
	})
	if err != nil {
		return Order{}, s.refused(ctx, actor, audit.Event{Action: "verification.order", ObjectKind: "verification_order", ObjectID: id.String(), Root: id, Division: actor.Division,
			After: map[string]any{"asked_again": source, "person": person}}, err)
	}
	return s.Get(ctx, actor, id)
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
