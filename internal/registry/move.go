package registry

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// Move takes a whole household to another village.
type Move struct {
	Version  int
	Division int64  // village where it belongs from now on
	Urban    bool   // there
	Address  string // the new address; "" clears the old one, which is no longer true
	Reason   string
}

// MoveHousehold hands a household with all its present members over to another village. Out of the actor's range it goes
// for good: only the new office sees it then. A higher floor may hold a household in its town, as while a case runs.
func (s *Service) MoveHousehold(ctx context.Context, actor access.Actor, id uuid.UUID, in Move) error {
	if err := access.Check(actor, "household.write", access.Listing); err != nil {
		return err
	}
	var c errs.Collector
	s.keeps("division", in.Division, &c)
	if in.Reason = strings.TrimSpace(in.Reason); utf8.RuneCountInString(in.Reason) < 2 || utf8.RuneCountInString(in.Reason) > 100 {
		c.Add("reason", "请填写迁移原因（2至100字）。")
	}
	if in.Address = strings.TrimSpace(in.Address); utf8.RuneCountInString(in.Address) > 200 {
		c.Add("address", "地址太长，请控制在200字以内。")
	}
	if err := c.Err(); err != nil {
		return err
	}
	return s.change(ctx, across(actor, in.Division), func(tx pgx.Tx, q *registrydb.Queries) error {
		h, err := s.lockHousehold(ctx, q, actor, id, in.Version)
		if err != nil {
			return err
		}
		if h.Division == in.Division {
			return errs.Bad("division", "该家庭已在此村（居），无需迁移。")
		}
		if err := s.mayMove(ctx, tx, h, in.Division); err != nil {
			return err
		}
		return s.relocate(ctx, tx, q, actor, h, in)
	})
}

func (s *Service) mayMove(ctx context.Context, tx pgx.Tx, h registrydb.Household, to int64) error {
	if division.At(h.Division, division.Town) == division.At(to, division.Town) {
		return nil
	}
	for _, hold := range s.holds {
		reason, err := hold.HoldsHousehold(ctx, tx, h.ID)
		if err != nil {
			return err
		}
		if reason != "" {
			return errs.New(errs.Conflict, "household_held", "%s", reason)
		}
	}
	return nil
}

const (
	moveHousehold = `update household set division = $2, urban = $3, address_sealed = $4, version = version + 1, updated_at = $5 where id = $1`
	moveMembers   = `update membership set division = $2 where household_id = $1`
)

func (s *Service) relocate(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, h registrydb.Household, in Move) error {
	members, err := q.OpenMembers(ctx, h.ID)
	if err != nil {
		return err
	}
	list := make([]uuid.UUID, len(members))
	for i, m := range members {
		list[i] = m.PersonID
	}
	people, err := q.PersonsByID(ctx, list)
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	h.UpdatedAt = s.now()
	before, after := memberTrace{Division: h.Division}, memberTrace{Division: in.Division, Reason: in.Reason}
	if err := queueHousehold(b, actor, h, before, after); err != nil { // the office it leaves
		return err
	}
	h.Division = in.Division
	b.Queue(moveHousehold, h.ID, in.Division, in.Urban, s.keys.Seal(fieldAddress, in.Address), h.UpdatedAt)
	b.Queue(moveMembers, h.ID, in.Division)
	for i := range people {
		queueRelocate(b, people[i], in.Division)
		b.Queue(relocatePresent, people[i].ID, in.Division)
		people[i].Division = in.Division
	}
	if err := queueHousehold(b, actor, h, before, after, people...); err != nil { // the office it comes to
		return err
	}
	return tx.SendBatch(ctx, b).Close()
}
