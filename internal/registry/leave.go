package registry

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// Leaving is a member's departure from a household.
type Leaving struct {
	Version int            // of the household as read
	Until   *calendar.Date // first day that the person no longer belongs to it; nil = today
	Reason  string         // 婚嫁, 分户, 迁出 …
	To      int64          // village whose office keeps the file from now on; 0 = the same
}

// RemoveMember ends a membership. To hands the file over to another office, in another town too: from then on only that
// office sees it. The head can leave only last; before that another head is named (ChangeHead).
func (s *Service) RemoveMember(ctx context.Context, actor access.Actor, household, person uuid.UUID, in Leaving) error {
	if err := access.Check(actor, "household.write", access.Listing); err != nil {
		return err
	}
	until := s.today()
	var c errs.Collector
	if in.Until != nil {
		if until = *in.Until; until > s.today() {
			c.Add("until", "离开日期不能晚于今天。")
		}
	}
	if in.Reason = strings.TrimSpace(in.Reason); utf8.RuneCountInString(in.Reason) < 2 || utf8.RuneCountInString(in.Reason) > 100 {
		c.Add("reason", "请填写离开原因（2至100字），如：婚嫁、分户、迁出。")
	}
	if in.To != 0 {
		s.keeps("to_division", in.To, &c)
	}
	if err := c.Err(); err != nil {
		return err
	}
	return s.change(ctx, across(actor, in.To), func(tx pgx.Tx, q *registrydb.Queries) error {
		h, err := s.lockHousehold(ctx, q, actor, household, in.Version)
		if err != nil {
			return err
		}
		members, err := q.OpenMembers(ctx, h.ID)
		if err != nil {
			return err
		}
		if !holds(members, person) {
			return errs.Missing("本户的这名成员")
		}
		if person == h.HeadID && len(members) > 1 {
			return errs.New(errs.Conflict, "head_cannot_leave", "户主不能直接离开：请先变更户主，再办理原户主离开。")
		}
		p, err := q.PersonForUpdate(ctx, person)
		if err != nil {
			return missing(err, "该人员")
		}
		return s.release(ctx, tx, q, actor, h, p, len(members) == 1, until, in.To, in.Reason)
	})
}

// across is who runs a transaction that hands a file over to another office: the actor while both lie in its range,
// otherwise the system; the service has then checked the actor itself and the audit event names it.
func across(actor access.Actor, to int64) access.Actor {
	if to == 0 || actor.Sees(to) {
		return actor
	}
	return access.System("registry")
}

// release ends the membership of p in the locked household h; the last one to go closes it.
func (s *Service) release(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, h registrydb.Household, p registrydb.Person,
	last bool, until calendar.Date, to int64, reason string) error {
	n, err := q.EndMembership(ctx, registrydb.EndMembershipParams{HouseholdID: h.ID, PersonID: p.ID, Until: &until})
	if err != nil {
		return err
	}
	if n != 1 {
		return errs.Bad("until", "离开日期不能早于加入本户的日期，请核对。")
	}
	n, err = q.LeaveHousehold(ctx, registrydb.LeaveHouseholdParams{PersonID: p.ID, HouseholdID: &h.ID, Since: until})
	if err != nil {
		return err
	}
	if n != 1 {
		return stale("家庭档案")
	}
	b := &pgx.Batch{}
	h.UpdatedAt = s.now()
	if to != 0 && to != p.Division {
		queueRelocate(b, p, to)
		b.Queue(relocatePresent, p.ID, to)
	}
	b.Queue(`update household set version = version + 1, updated_at = $2, until = case when $3 then greatest(since, $4::date) end where id = $1`,
		h.ID, h.UpdatedAt, last, until)
	after := memberTrace{Person: PersonNumber(p.Number), Until: until.String(), Reason: reason, Division: to}
	if err := queueHousehold(b, actor, h, nil, after, p); err != nil {
		return err
	}
	return tx.SendBatch(ctx, b).Close()
}
