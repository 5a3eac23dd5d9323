package registry

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// The one way into a household: the row of a person is taken only while it belongs to none and not before it left the
// last one. Whoever comes second changes no row.
const takePerson = `
insert into person_household as ph (person_id, household_id, division, since) values ($1, $2, $3, $4)
on conflict (person_id) do update set household_id = excluded.household_id, division = excluded.division, since = excluded.since
where ph.household_id is null and ph.since <= excluded.since`

// A membership that began and ended on the same day was empty: beginning anew on that day takes its place.
const insertMembership = `
insert into membership as m (household_id, person_id, division, relation, lives_together, since) values ($1, $2, $3, $4, $5, $6)
on conflict (household_id, person_id, since) do update
  set until = null, division = excluded.division, relation = excluded.relation, lives_together = excluded.lives_together
where m.until = m.since`

// A file is kept where its household is.
const (
	relocatePerson   = `update person set division = $2 where id = $1 and division <> $2`
	relocateIdentity = `update person_identity set division = $3 where id_blind = $1 and person_id = $2 and division <> $3`
	relocateCategory = `update category set division = $2 where person_id = $1 and division <> $2`
	relocatePresent  = `update person_household set division = $2 where person_id = $1 and division <> $2`
)

// joining is one person about to enter a household.
type joining struct {
	person   enrolled
	relation string
	together bool
	field    string // of the person in the caller's input, for refusals
}

// join enters people into a household in one round trip. People are taken in the order of their ids, so that two
// transactions that want the same people wait for each other instead of locking each other out.
func join(b *pgx.Batch, h registrydb.Household, since calendar.Date, people []joining) {
	people = slices.Clone(people)
	slices.SortFunc(people, func(x, y joining) int { return bytes.Compare(x.person.ID[:], y.person.ID[:]) })
	for _, j := range people {
		p := j.person
		b.Queue(takePerson, p.ID, h.ID, h.Division, since).Exec(one(func() error { return taken(j.field) }))
		b.Queue(insertMembership, h.ID, p.ID, h.Division, j.relation, j.together, since).Exec(one(func() error { return taken(j.field) }))
		if p.Division != h.Division {
			queueRelocate(b, p.Person, h.Division)
		}
	}
}

func queueRelocate(b *pgx.Batch, p registrydb.Person, to int64) {
	b.Queue(relocatePerson, p.ID, to)
	b.Queue(relocateIdentity, p.IDBlind, p.ID, to)
	b.Queue(relocateCategory, p.ID, to)
}

// one checks that a statement changed exactly one row.
func one(otherwise func() error) func(tag commandTag) error {
	return func(tag commandTag) error {
		if tag.RowsAffected() != 1 {
			return otherwise()
		}
		return nil
	}
}

func taken(field string) error {
	e := errs.New(errs.Conflict, "already_in_household", "该人员已是另一家庭的成员，不能同时登记在两个家庭；请先在原家庭办理迁出。")
	e.Fields = []errs.Field{{Name: field, Message: e.Message}}
	return e
}

// present returns the household that each person belongs to now, and since when each is free otherwise.
func present(ctx context.Context, q *registrydb.Queries, people []enrolled) (map[uuid.UUID]registrydb.PersonHousehold, error) {
	out := map[uuid.UUID]registrydb.PersonHousehold{}
	var known []uuid.UUID
	for _, p := range people {
		if !p.created {
			known = append(known, p.ID)
		}
	}
	if len(known) == 0 {
		return out, nil
	}
	rows, err := q.PresentHouseholds(ctx, known)
	for _, r := range rows {
		out[r.PersonID] = r
	}
	return out, err
}

// elsewhereMember refuses a person who belongs to another household, naming it where it can be seen.
func (s *Service) elsewhereMember(ctx context.Context, q *registrydb.Queries, name, field string, at registrydb.PersonHousehold) error {
	where := s.office(at.Division) + "的一个家庭"
	if at.HouseholdID != nil {
		if h, err := q.HouseholdByID(ctx, *at.HouseholdID); err == nil {
			where = s.office(at.Division) + "的家庭" + HouseholdNumber(h.Number)
		} else if !errs.Is(missing(err, ""), errs.NotFound) {
			return err
		}
	}
	msg := fmt.Sprintf("%s已是%s的成员，不能同时登记在两个家庭；请先在该家庭办理迁出，再加入本户。", name, where)
	e := errs.New(errs.Conflict, "already_in_household", "%s", msg)
	e.Fields = []errs.Field{{Name: field, Message: msg}}
	return e
}

// tooEarly refuses a joining day before the person left its last household.
func tooEarly(name, field string, free calendar.Date) error {
	return errs.Bad(field, "%s在%s才离开上一个家庭，加入日期不能早于这一天，请核对。", name, free.Chinese())
}
