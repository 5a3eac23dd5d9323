package identity

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// UpdateStaff changes name, office, telephone and duties. Duties that are not in the list end now, and sessions that work
// in them end with them. An empty Phone keeps what is stored, because it is shown masked.
func (s *Service) UpdateStaff(ctx context.Context, actor access.Actor, id uuid.UUID, in StaffInput) error {
	if err := access.Check(actor, "staff.manage", access.Listing); err != nil {
		return err
	}
	t, err := s.target(ctx, actor, id)
	if err != nil {
		return err
	}
	if in.Version != 0 && in.Version != int(t.Version) {
		return errStale(0)
	}
	var c errs.Collector
	in.check(&c, false)
	wanted := s.duties(&c, actor, in.Duties, nil) // target refuses people with duties elsewhere
	if err := c.Err(); err != nil {
		return err
	}
	phone := t.PhoneSealed
	if in.Phone != "" {
		phone = s.key.Seal(phoneField, in.Phone)
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		org, err := office(ctx, q, in.Organisation)
		if err != nil {
			return err
		}
		n, err := q.UpdateStaff(ctx, identitydb.UpdateStaffParams{ID: id, Version: t.Version, Name: in.Name, OrganisationID: org.ID, Division: org.Division, PhoneSealed: phone})
		if err != nil {
			return err
		}
		if n == 0 {
			return errStale(0)
		}
		if err := s.reappoint(ctx, q, id, t.duties, wanted); err != nil {
			return err
		}
		before := staffRecord{Act: "update", Name: t.Name, Organisation: &t.OrganisationID, Duties: dutyRecords(t.duties)}
		return s.record(ctx, tx, actor, id, org.Division, before, staffRecord{Act: "update", Name: in.Name, Organisation: &org.ID, Duties: dutyRecords(wanted)})
	})
	if err == nil {
		s.forget(id)
	}
	return err
}

// reappoint ends and begins what differs.
func (s *Service) reappoint(ctx context.Context, q *identitydb.Queries, staff uuid.UUID, held, wanted []Duty) error {
	same := func(a Duty) func(Duty) bool {
		return func(b Duty) bool { return a.Role == b.Role && a.Division == b.Division }
	}
	var ended []uuid.UUID
	for _, d := range held {
		if !slices.ContainsFunc(wanted, same(d)) {
			ended = append(ended, d.ID)
		}
	}
	var begun []Duty
	for _, d := range wanted {
		if !slices.ContainsFunc(held, same(d)) {
			begun = append(begun, d)
		}
	}
	if len(ended) > 0 {
		now := s.clock.Now()
		if err := q.EndAssignments(ctx, identitydb.EndAssignmentsParams{At: &now, StaffID: staff, Ids: ended}); err != nil {
			return err
		}
		if err := q.RevokeSessionsOf(ctx, identitydb.RevokeSessionsOfParams{At: &now, StaffID: staff, Assignments: ended}); err != nil {
			return err
		}
	}
	return s.appoint(ctx, q, staff, begun)
}
