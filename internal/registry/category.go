package registry

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// CategoryInput is an identity (身份) that a person is given.
type CategoryInput struct {
	Person    uuid.UUID
	Household *uuid.UUID
	Kind      string // table codes.Category
	Since     calendar.Date
	Case      *uuid.UUID // the case that gave it
	Source    string     // where it comes from when not from a case
}

// AddCategory gives a person an identity from a day on, inside the caller's transaction; the caller has authorised the
// act. Done again for the same person, kind and case, or while the kind is held, it changes nothing and answers false.
func (s *Service) AddCategory(ctx context.Context, tx pgx.Tx, actor access.Actor, in CategoryInput) (bool, error) {
	if !codes.Category.Valid(in.Kind) {
		return false, errs.Bad("kind", "救助身份“%s”不在代码表内。", short(in.Kind))
	}
	q := registrydb.New(tx)
	p, err := q.PersonByID(ctx, in.Person)
	if err != nil {
		return false, missing(err, "该人员")
	}
	id, err := uuid.NewV7()
	if err != nil {
		return false, err
	}
	now := s.now()
	n, err := q.InsertCategory(ctx, registrydb.InsertCategoryParams{PersonID: p.ID, ID: id, HouseholdID: in.Household, Division: p.Division,
		Kind: in.Kind, Since: in.Since, CaseID: in.Case, Source: in.Source, CreatedAt: now})
	if err != nil || n == 0 {
		return false, err
	}
	return true, audit.Write(ctx, tx, now, actor, audit.Event{Action: "person.write", ObjectKind: "category", ObjectID: PersonNumber(p.Number),
		Root: p.ID, Division: p.Division, After: categoryTrace{Kind: in.Kind, Since: in.Since.String(), Source: in.Source}})
}

type categoryTrace struct {
	Kind   string `json:"kind"`
	Since  string `json:"since,omitempty"`
	Until  string `json:"until,omitempty"`
	Source string `json:"source,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// EndCategory ends an identity: until is the first day without it. Where the person does not hold it, or holds it only
// from a later day, nothing changes and it answers false.
func (s *Service) EndCategory(ctx context.Context, tx pgx.Tx, actor access.Actor, person uuid.UUID, kind string, until calendar.Date, reason string) (bool, error) {
	q := registrydb.New(tx)
	p, err := q.PersonByID(ctx, person)
	if err != nil {
		return false, missing(err, "该人员")
	}
	n, err := q.EndCategory(ctx, registrydb.EndCategoryParams{PersonID: person, Kind: kind, Until: &until})
	if err != nil || n == 0 {
		return false, err
	}
	return true, audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "person.write", ObjectKind: "category", ObjectID: PersonNumber(p.Number),
		Root: p.ID, Division: p.Division, After: categoryTrace{Kind: kind, Until: until.String(), Reason: reason}})
}
