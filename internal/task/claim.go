package task

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// held is a task locked for a change of hands.
type held struct {
	title, subject, role string
	division, office     int64
	assignee             *uuid.UUID
	closed               bool
}

// holder is who is to have a duty from now on; the zero holder is the office.
type holder struct {
	id   *uuid.UUID
	name string
}

// Claim takes a duty of the actor's own office. Claiming one's own again changes nothing. Errors: Conflict when a
// colleague has it or it is done; Forbidden for another office's.
func (s *Service) Claim(ctx context.Context, actor access.Actor, root, id uuid.UUID) error {
	return s.hand(ctx, actor, root, id, func(ctx context.Context, tx pgx.Tx, t held) (holder, error) {
		if t.assignee != nil && *t.assignee != actor.Staff {
			return holder{}, errs.New(errs.Conflict, "claimed_by_other", "这项待办已由同事领取；请与其沟通，或请其退回后再领取。")
		}
		return holder{&actor.Staff, actor.Name}, nil
	})
}

// Release gives a duty back to the office.
func (s *Service) Release(ctx context.Context, actor access.Actor, root, id uuid.UUID) error {
	return s.hand(ctx, actor, root, id, func(ctx context.Context, tx pgx.Tx, t held) (holder, error) {
		if t.assignee != nil && *t.assignee != actor.Staff {
			return holder{}, errs.New(errs.Conflict, "claimed_by_other", "这项待办由同事领取，只能由其本人退回。")
		}
		return holder{}, nil
	})
}

// Assign hands a duty that is unclaimed or one's own to a colleague who holds the same duty at the same office.
func (s *Service) Assign(ctx context.Context, actor access.Actor, root, id uuid.UUID, in TaskAssignInput) error {
	return s.hand(ctx, actor, root, id, func(ctx context.Context, tx pgx.Tx, t held) (holder, error) {
		if t.assignee != nil && *t.assignee != actor.Staff {
			return holder{}, errs.New(errs.Conflict, "claimed_by_other", "这项待办已由同事领取，请其退回后再指派。")
		}
		var name *string
		err := tx.QueryRow(ctx, `select min(s.name) from staff_assignment a join staff s on s.id = a.staff_id
		  where a.staff_id = $1 and a.role = $2 and a.division = $3 and a.until is null and s.status = 'active'`, in.StaffID, t.role, t.office).Scan(&name)
		if err != nil {
			return holder{}, err
		}
		if name == nil {
			return holder{}, errs.Bad("staff_id", "该人员不在本岗位任职或已停用，请从本单位同岗位人员中选择。")
		}
		return holder{&in.StaffID, *name}, nil
	})
}

func (s *Service) hand(ctx context.Context, actor access.Actor, root, id uuid.UUID,
	to func(ctx context.Context, tx pgx.Tx, t held) (holder, error)) error {
	if err := access.Check(actor, "task.claim", access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		var t held
		err := tx.QueryRow(ctx, `select title, subject, role, division, office_division, assignee, closed_at is not null
		  from task where root_id = $1 and id = $2 for update`, root, id).
			Scan(&t.title, &t.subject, &t.role, &t.division, &t.office, &t.assignee, &t.closed)
		if err == pgx.ErrNoRows {
			return errs.Missing("该待办")
		}
		if err != nil {
			return err
		}
		if t.office != actor.Division || t.role != string(actor.Role) {
			return errs.Denied("这项待办属于别的岗位或单位，您不能领取或指派。")
		}
		if t.closed {
			return errs.New(errs.Conflict, "task_done", "这项待办已经办结，请刷新列表。")
		}
		next, err := to(ctx, tx, t)
		if err != nil {
			return err
		}
		if same(next.id, t.assignee) {
			return nil
		}
		b := &pgx.Batch{}
		b.Queue(`update task set assignee = $3, assignee_name = $4 where root_id = $1 and id = $2`, root, id, next.id, next.name)
		if err := audit.Queue(b, s.now(), actor, audit.Event{Action: "task.claim", ObjectKind: "task", ObjectID: id.String(), Root: root,
			Division: t.division, Before: map[string]any{"assignee": t.assignee}, After: map[string]any{"assignee": next.id, "name": next.name}}); err != nil {
			return err
		}
		return tx.SendBatch(ctx, b).Close()
	})
}

func same(a, b *uuid.UUID) bool { return a == b || a != nil && b != nil && *a == *b }
