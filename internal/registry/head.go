package registry

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/codes"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// NewHead names another member head of the household; every other member's relation to the new head is said anew.
type NewHead struct {
	Version   int
	Person    uuid.UUID
	Relations map[uuid.UUID]string // of every other present member
}

// ChangeHead changes the head (变更户主). Relations of the past stay as they were.
func (s *Service) ChangeHead(ctx context.Context, actor access.Actor, household uuid.UUID, in NewHead) (HouseholdDetail, error) {
	if err := access.Check(actor, "household.write", access.Listing); err != nil {
		return HouseholdDetail{}, err
	}
	var out HouseholdDetail
	err := s.change(ctx, actor, func(tx pgx.Tx, q *registrydb.Queries) error {
		h, err := s.lockHousehold(ctx, q, actor, household, in.Version)
		if err != nil {
			return err
		}
		if err := s.rehead(ctx, tx, q, actor, h, in); err != nil {
			return err
		}
		out, err = s.householdDetail(ctx, q, actor, household)
		return err
	})
	return out, err
}

const (
	correctRelation = `update membership set relation = $4 where household_id = $1 and person_id = $2 and since = $3`
	endRelation     = `update membership set until = $4 where household_id = $1 and person_id = $2 and since = $3`
	setHead         = `update household set head_id = $2, version = version + 1, updated_at = $3 where id = $1`
)

func (s *Service) rehead(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, h registrydb.Household, in NewHead) error {
	rows, err := q.MembersOf(ctx, h.ID)
	if err != nil {
		return err
	}
	var c errs.Collector
	b, today, found := &pgx.Batch{}, s.today(), false
	for _, m := range rows {
		if m.Until != nil {
			continue
		}
		relation := in.Relations[m.PersonID]
		if m.PersonID == in.Person {
			relation, found = codes.Head, true
		} else {
			checkRelation("relations."+m.PersonID.String()+".", relation, int(m.Sex), &c)
		}
		switch {
		case relation == m.Relation:
		case m.Since == today: // nothing was decided on what stood less than a day
			b.Queue(correctRelation, h.ID, m.PersonID, m.Since, relation)
		default:
			b.Queue(endRelation, h.ID, m.PersonID, m.Since, today)
			b.Queue(insertMembership, h.ID, m.PersonID, h.Division, relation, m.LivesTogether, today)
		}
	}
	if !found {
		return errs.Bad("person_id", "新户主应是本户现有成员，请从成员列表中选择。")
	}
	if err := c.Err(); err != nil {
		return err
	}
	h.UpdatedAt = s.now()
	b.Queue(setHead, h.ID, in.Person, h.UpdatedAt)
	if err := queueHousehold(b, actor, h, memberTrace{Head: h.HeadID.String()}, memberTrace{Head: in.Person.String()}); err != nil {
		return err
	}
	return tx.SendBatch(ctx, b).Close()
}
