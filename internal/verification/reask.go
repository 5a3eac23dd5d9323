package verification

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

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
		if o.Due.Before(s.today().Time()) {
			return errs.Bad("due", "委托已过截止日期 %s，不能再查询。请发起新的委托。", o.Due.Format("2006-01-02"))
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
		if len(people) <= s.chunk {
			err = s.join(ctx, tx, o, people)
		} else { // too many for one request: a job gives each its question
			err = s.jobs.Insert(ctx, tx, JoinArgs{OrderID: id})
		}
		if err != nil {
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
