package registry

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// NewMember is a person who joins a household: known by ID number, or registered now.
type NewMember struct {
	MemberInput
	Version int            // of the household as read
	Since   *calendar.Date // nil = today
}

// AddMember lets a person join a household. A person who belongs to another one is refused with the way out.
func (s *Service) AddMember(ctx context.Context, actor access.Actor, household uuid.UUID, in NewMember) (HouseholdDetail, error) {
	if err := access.Check(actor, "household.write", access.Listing); err != nil {
		return HouseholdDetail{}, err
	}
	var out HouseholdDetail
	err := s.change(ctx, actor, func(tx pgx.Tx, q *registrydb.Queries) error {
		h, err := s.lockHousehold(ctx, q, actor, household, in.Version)
		if err != nil {
			return err
		}
		if err := s.admit(ctx, tx, q, actor, &h, in); err != nil {
			return err
		}
		out, err = s.householdDetail(ctx, q, actor, household)
		return err
	})
	return out, err
}

func (s *Service) admit(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, h *registrydb.Household, in NewMember) error {
	var c errs.Collector
	ok := s.check("", in.PersonInput, &c)
	checkRelation("", in.Relation, ok.resident.Sex, &c)
	since := s.today()
	if in.Since != nil {
		if since = *in.Since; since > s.today() {
			c.Add("since", "加入日期不能晚于今天。")
		} else if since < h.Since {
			c.Add("since", "加入日期不能早于该家庭的建档日期%s。", h.Since.Chinese())
		}
	}
	if err := c.Err(); err != nil {
		return err
	}
	members, err := q.OpenMembers(ctx, h.ID)
	if err != nil {
		return err
	}
	if !holds(members, h.HeadID) {
		return errs.New(errs.Conflict, "head_departed", "该户户主已去世或离开，请先变更户主，再增加成员。")
	}
	people, err := s.ensure(ctx, tx, actor, []checked{ok}, h.Division, func(int) string { return "" })
	if err != nil {
		return err
	}
	now, err := present(ctx, q, people)
	if err != nil {
		return err
	}
	p := people[0]
	if at, known := now[p.ID]; known {
		switch {
		case at.HouseholdID != nil && *at.HouseholdID == h.ID:
			return errs.New(errs.Conflict, "already_member", "%s已经是本户成员，无需重复添加。", p.Name)
		case at.HouseholdID != nil:
			return s.elsewhereMember(ctx, q, p.Name, "id_number", at)
		case at.Since > since:
			return tooEarly(p.Name, "since", at.Since)
		}
	}
	return s.enter(ctx, tx, q, actor, h, since, []joining{{person: p, relation: in.Relation, together: !in.Apart, field: "id_number"}})
}

func holds(members []registrydb.OpenMembersRow, person uuid.UUID) bool {
	for _, m := range members {
		if m.PersonID == person {
			return true
		}
	}
	return false
}

// lockHousehold reads a household for a change: visible to the actor, still existing, not changed since version (0 = any).
// The row is checked against the actor even where the transaction sees more.
func (s *Service) lockHousehold(ctx context.Context, q *registrydb.Queries, actor access.Actor, id uuid.UUID, version int) (registrydb.Household, error) {
	h, err := q.HouseholdForUpdate(ctx, id)
	if err != nil {
		return h, missing(err, "该家庭")
	}
	if err := access.Check(actor, "household.write", access.At(h.Division)); err != nil {
		return h, err
	}
	if h.Until != nil {
		return h, errs.New(errs.Conflict, "household_ended", "该家庭自%s起已无成员，不能再修改；请为有关人员登记新的家庭。", h.Until.Chinese())
	}
	if version != 0 && int(h.Version) != version {
		return h, stale("家庭档案")
	}
	return h, nil
}
