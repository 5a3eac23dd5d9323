package registry

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// EnsureHousehold finds or registers a household with its people inside the caller's transaction (see EnsurePerson for
// what the caller owes). The household that the head belongs to is used when there is one: people who belong to no
// household join it, and it keeps what the register says about relations. Otherwise a new household is made. A person
// who belongs to another household is refused with the way out.
func (s *Service) EnsureHousehold(ctx context.Context, tx pgx.Tx, actor access.Actor, in HouseholdInput) (HouseholdRef, error) {
	return s.household(ctx, tx, actor, in, true)
}

func (s *Service) household(ctx context.Context, tx pgx.Tx, actor access.Actor, in HouseholdInput, reuse bool) (HouseholdRef, error) {
	checkedPeople, err := s.checkHousehold(in)
	if err != nil {
		return HouseholdRef{}, err
	}
	people, err := s.ensure(ctx, tx, actor, checkedPeople, in.Division, in.path)
	if err != nil {
		return HouseholdRef{}, err
	}
	q := registrydb.New(tx)
	now, err := present(ctx, q, people)
	if err != nil {
		return HouseholdRef{}, err
	}
	var home *uuid.UUID
	if reuse {
		home = now[people[0].ID].HouseholdID
	}
	since := s.today()
	if in.Since != nil && home == nil {
		since = *in.Since
	}
	var newcomers []joining
	for i, p := range people {
		at, known := now[p.ID]
		field := in.path(i) + "id_number"
		switch {
		case known && at.HouseholdID != nil && home != nil && *at.HouseholdID == *home:
			continue
		case known && at.HouseholdID != nil:
			return HouseholdRef{}, s.elsewhereMember(ctx, q, p.Name, field, at)
		case known && at.Since > since:
			return HouseholdRef{}, tooEarly(p.Name, field, at.Since)
		}
		j := joining{person: p, relation: codes.Head, together: true, field: field}
		if i > 0 {
			j.relation, j.together = in.Members[i-1].Relation, !in.Members[i-1].Apart
		}
		newcomers = append(newcomers, j)
	}
	var h registrydb.Household
	if home != nil {
		h, err = s.extend(ctx, tx, q, actor, *home, people[0], since, newcomers)
	} else {
		h, err = s.found(ctx, tx, actor, in, people[0].ID, since, newcomers)
	}
	if err != nil {
		return HouseholdRef{}, err
	}
	ref := HouseholdRef{ID: h.ID, Number: HouseholdNumber(h.Number), Division: h.Division, Urban: h.Urban, Head: h.HeadID, Created: home == nil}
	for _, p := range people {
		p.Division = h.Division
		ref.People = append(ref.People, p.ref())
	}
	return ref, nil
}

const insertHousehold = `
insert into household (id, division, head_id, urban, address_sealed, since, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $7) returning number`

// found registers a new household.
func (s *Service) found(ctx context.Context, tx pgx.Tx, actor access.Actor, in HouseholdInput, head uuid.UUID, since calendar.Date, people []joining) (registrydb.Household, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return registrydb.Household{}, err
	}
	now := s.now()
	h := registrydb.Household{ID: id, Division: in.Division, HeadID: head, Urban: in.Urban, AddressSealed: s.keys.Seal(fieldAddress, in.Address),
		Since: since, Version: 1, CreatedAt: now, UpdatedAt: now}
	b := &pgx.Batch{}
	b.Queue(insertHousehold, h.ID, h.Division, h.HeadID, h.Urban, h.AddressSealed, h.Since, h.CreatedAt).
		QueryRow(func(row pgx.Row) error { return row.Scan(&h.Number) })
	join(b, h, since, people)
	if err := tx.SendBatch(ctx, b).Close(); err != nil {
		return h, err
	}
	return h, s.noteJoined(ctx, tx, actor, h, since, people)
}

// extend lets newcomers into an existing household.
func (s *Service) extend(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, id uuid.UUID, head enrolled, since calendar.Date, people []joining) (registrydb.Household, error) {
	if len(people) == 0 {
		h, err := q.HouseholdByID(ctx, id)
		return h, missing(err, "该家庭")
	}
	h, err := q.HouseholdForUpdate(ctx, id)
	if err != nil {
		return h, missing(err, "该家庭")
	}
	if h.HeadID != head.ID {
		return h, errs.New(errs.Conflict, "head_differs", "该户在册的户主不是%s，无法登记新成员与户主的关系；请先在家庭档案（%s）中变更户主或增加成员。", head.Name, HouseholdNumber(h.Number))
	}
	return h, s.enter(ctx, tx, q, actor, &h, since, people)
}

// enter lets people into a locked household and counts its version up.
func (s *Service) enter(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, h *registrydb.Household, since calendar.Date, people []joining) error {
	b := &pgx.Batch{}
	join(b, *h, since, people)
	if err := tx.SendBatch(ctx, b).Close(); err != nil {
		return err
	}
	h.UpdatedAt = s.now()
	if err := q.TouchHousehold(ctx, registrydb.TouchHouseholdParams{ID: h.ID, UpdatedAt: h.UpdatedAt}); err != nil {
		return err
	}
	h.Version++
	return s.noteJoined(ctx, tx, actor, *h, since, people)
}

func (s *Service) noteJoined(ctx context.Context, tx pgx.Tx, actor access.Actor, h registrydb.Household, since calendar.Date, people []joining) error {
	b := &pgx.Batch{}
	for _, j := range people {
		p := j.person.Person
		p.Division = h.Division
		after := memberTrace{Person: PersonNumber(p.Number), Relation: codes.Relation.Label(j.relation), Since: since.String(), Division: h.Division}
		if err := queueHousehold(b, actor, h, nil, after, p); err != nil {
			return err
		}
	}
	return tx.SendBatch(ctx, b).Close()
}
