package identity

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// phoneField is the sealed column's name of a telephone number.
const phoneField = "staff.phone"

// CreateStaff adds a person with duties inside the administrator's range and returns the id and the one-time password,
// which is shown once and has to be changed at the first sign-in.
func (s *Service) CreateStaff(ctx context.Context, actor access.Actor, in StaffInput) (uuid.UUID, string, error) {
	if err := access.Check(actor, "staff.manage", access.Listing); err != nil {
		return uuid.Nil, "", err
	}
	var c errs.Collector
	in.check(&c, true)
	duties := s.duties(&c, actor, in.Duties, nil)
	if err := c.Err(); err != nil {
		return uuid.Nil, "", err
	}
	id, now, password := newID(), s.clock.Now(), oneTimePassword(in.Login, in.Name)
	hash, err := s.hashPassword(ctx, password)
	if err != nil {
		return uuid.Nil, "", err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		org, err := office(ctx, q, in.Organisation)
		if err != nil {
			return err
		}
		if err := q.InsertStaff(ctx, identitydb.InsertStaffParams{ID: id, Login: in.Login, Name: in.Name, OrganisationID: org.ID, Division: org.Division,
			PhoneSealed: s.key.Seal(phoneField, in.Phone), PasswordHash: hash, PasswordChangedAt: now}); err != nil {
			return err
		}
		if err := s.appoint(ctx, q, id, duties); err != nil {
			return err
		}
		return s.record(ctx, tx, actor, id, org.Division, nil, staffRecord{Act: "create", Login: in.Login, Name: in.Name, Organisation: &org.ID, Duties: dutyRecords(duties)})
	})
	if err != nil {
		return uuid.Nil, "", err
	}
	return id, password, nil
}

// office reads the organisation through the administrator's range: one outside is absent.
func office(ctx context.Context, q *identitydb.Queries, id uuid.UUID) (identitydb.OrganisationByIDRow, error) {
	org, err := q.OrganisationByID(ctx, id)
	if errors.Is(err, pgx.ErrNoRows) {
		return org, errs.Bad("organisation_id", "没有找到这个机构，或不在您的管辖范围内；请重新选择。")
	}
	if err == nil && !org.Active {
		return org, errs.Bad("organisation_id", "机构“%s”已停用，请选择其他机构。", org.Name)
	}
	return org, err
}

func (s *Service) appoint(ctx context.Context, q *identitydb.Queries, staff uuid.UUID, duties []Duty) error {
	now := s.clock.Now()
	for _, d := range duties { // a handful at most
		if err := q.InsertAssignment(ctx, identitydb.InsertAssignmentParams{StaffID: staff, ID: newID(), Role: string(d.Role), Division: d.Division,
			Level: int16(d.Level), Since: now}); err != nil {
			return err
		}
	}
	return nil
}
