package rulebook

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// ApproveChange lets a change wait for its day: by another person than its proposer, after whom it touches was shown. The
// floor is looked at once more, because it may have risen since the proposal. seen is the number of people that the
// approver was shown; a different number now is a Conflict.
func (s *Service) ApproveChange(ctx context.Context, actor access.Actor, id uuid.UUID, seen int) (StandardChange, error) {
	c, err := s.readChange(ctx, actor, "standard.approve", id)
	if err != nil {
		return c, err
	}
	if err := access.Check(actor, "standard.approve", access.At(c.division)); err != nil {
		return c, err
	}
	touched, err := s.touched(ctx, actor, c)
	if err != nil {
		return c, err
	}
	text, err := json.Marshal(touched)
	if err != nil {
		return c, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if err := lockChange(ctx, tx, id, &c); err != nil {
			return err
		}
		switch {
		case c.State != "proposed":
			return decided(c.State, c.ApprovedName+c.ClosedName)
		case c.ProposedBy == actor.Staff:
			return errs.Denied("这项调整由您本人提出，应由另一位有批准职责的人员批准。")
		case c.Kind == "standard" && c.ActiveFrom <= s.today():
			return errs.New(errs.Conflict, "day_passed", "执行日期 %s 已到或已过，不能批准；请退回，由提出人另定日期。", c.ActiveFrom)
		case touched.People != seen:
			return errs.New(errs.Conflict, "touched_changed", "受影响的人数现在是 %d 人，与您看到的 %d 人不同；请重新查看后再批准。", touched.People, seen)
		}
		if c.Kind == "standard" {
			in := ChangeInput{ActiveFrom: c.ActiveFrom, Document: c.Document, Title: c.Title, Lines: c.lines}
			if _, err := s.checkChange(proposer(actor, c), &in); err != nil {
				return errs.New(errs.Conflict, "no_longer_valid", "这项调整现在已不合要求，不能批准：%s", errs.As(err).Message)
			}
		}
		now := s.now()
		if err := c.scan(tx.QueryRow(ctx, `update standard_change set state = 'approved', approved_by = $2, approved_by_name = $3, approved_at = $4, preview = $5
			where id = $1 returning `+changeColumns, id, actor.Staff, actor.Name, now, string(text))); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "standard.approve", ObjectKind: "standard", ObjectID: id.String(), Division: c.division,
			Before: map[string]any{"state": "proposed"}, After: map[string]any{"state": "approved", "document": c.Document, "active_from": c.ActiveFrom, "people": touched.People}})
	})
	if err != nil {
		return s.name(c), err
	}
	return s.name(c), s.library.Refresh(ctx)
}

// proposer stands in the place of the office that proposed, so that its rights are what the change is measured by.
func proposer(actor access.Actor, c StandardChange) access.Actor {
	_, lo, hi, _ := rangeOf(prefixOf(c.division))
	actor.Division, actor.Lo, actor.Hi, actor.Level = c.division, lo, hi, access.City
	if len(prefixOf(c.division)) == 2 {
		actor.Level = access.Province
	}
	return actor
}

// EndChange refuses a proposal, takes one's own back, or withdraws an approved change that still waits for its day.
func (s *Service) EndChange(ctx context.Context, actor access.Actor, id uuid.UUID, reason string) (StandardChange, error) {
	c, err := s.readChange(ctx, actor, "standard.propose", id)
	if err != nil {
		return c, err
	}
	if err := access.Check(actor, "standard.propose", access.At(c.division)); err != nil {
		return c, err
	}
	if reason = strings.TrimSpace(reason); len([]rune(reason)) < 2 {
		return c, errs.Bad("reason", "请写明理由，提出人会看到。")
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		if err := lockChange(ctx, tx, id, &c); err != nil {
			return err
		}
		state := "refused"
		switch {
		case c.State == "refused" || c.State == "withdrawn":
			return decided(c.State, c.ClosedName)
		case c.State == "approved" && c.ActiveFrom <= s.today():
			return errs.New(errs.Conflict, "in_force", "这项调整已经执行，不能撤回；数值有误的，请依据文件再提出一次调整。")
		case c.State == "approved" || c.ProposedBy == actor.Staff:
			state = "withdrawn"
		}
		now, before := s.now(), c.State
		if err := c.scan(tx.QueryRow(ctx, `update standard_change set state = $2, closed_by_name = $3, closed_at = $4, closed_reason = $5 where id = $1 returning `+changeColumns,
			id, state, actor.Name, now, reason)); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "standard.approve", ObjectKind: "standard", ObjectID: id.String(), Division: c.division,
			Before: map[string]any{"state": before}, After: map[string]any{"state": state, "reason": reason}})
	})
	if err != nil {
		return s.name(c), err
	}
	return s.name(c), s.library.Refresh(ctx)
}
