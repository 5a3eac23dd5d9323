package identity

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/identity/identitydb"
)

// ResetPassword gives a person a new one-time password, ends all sessions and lifts a lock; with forgetTOTP the
// authenticator is set up anew as well (a lost telephone). The password is returned once and stored nowhere.
func (s *Service) ResetPassword(ctx context.Context, actor access.Actor, id uuid.UUID, forgetTOTP bool) (string, error) {
	if err := access.Check(actor, "staff.manage", access.Listing); err != nil {
		return "", err
	}
	t, err := s.target(ctx, actor, id)
	if err != nil {
		return "", err
	}
	password := oneTimePassword(t.Login, t.Name)
	hash, err := s.hashPassword(ctx, password)
	if err != nil {
		return "", err
	}
	now := s.clock.Now()
	err = s.change(ctx, actor, t, staffRecord{Act: "reset_password", ForgetTOTP: forgetTOTP}, func(tx pgx.Tx, q *identitydb.Queries) (int64, error) {
		keys := [][]byte{s.guardKey(loginGuard, t.Login), s.guardKey(codeGuard, t.ID.String())}
		if err := s.clear(ctx, tx, keys...); err != nil {
			return 0, err
		}
		return q.ResetPassword(ctx, identitydb.ResetPasswordParams{ID: id, Version: t.Version, PasswordHash: hash, PasswordChangedAt: now, ForgetTotp: forgetTOTP})
	})
	if err != nil {
		return "", err
	}
	return password, nil
}

// SetStaffActive enables a person, or disables and signs out everywhere.
func (s *Service) SetStaffActive(ctx context.Context, actor access.Actor, id uuid.UUID, active bool) error {
	if err := access.Check(actor, "staff.manage", access.Listing); err != nil {
		return err
	}
	t, err := s.target(ctx, actor, id)
	if err != nil {
		return err
	}
	status := "disabled"
	if active {
		status = "active"
	}
	if t.Status == status {
		return nil
	}
	return s.change(ctx, actor, t, staffRecord{Act: "set_status", Status: status}, func(_ pgx.Tx, q *identitydb.Queries) (int64, error) {
		return q.SetStaffStatus(ctx, identitydb.SetStaffStatusParams{ID: id, Version: t.Version, Status: status})
	})
}

// EndSessionsOf signs a person out everywhere.
func (s *Service) EndSessionsOf(ctx context.Context, actor access.Actor, id uuid.UUID) error {
	if err := access.Check(actor, "staff.manage", access.Listing); err != nil {
		return err
	}
	t, err := s.target(ctx, actor, id)
	if err != nil {
		return err
	}
	return s.change(ctx, actor, t, staffRecord{Act: "end_sessions"}, func(pgx.Tx, *identitydb.Queries) (int64, error) { return 1, nil })
}

// change does fn under the administrator's range, ends the person's sessions and records it.
func (s *Service) change(ctx context.Context, actor access.Actor, t target, what staffRecord, fn func(pgx.Tx, *identitydb.Queries) (int64, error)) error {
	now := s.clock.Now()
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		n, err := fn(tx, q)
		if err != nil {
			return err
		}
		if n == 0 {
			return errStale(0)
		}
		if _, err := q.RevokeSessions(ctx, identitydb.RevokeSessionsParams{At: &now, StaffID: t.ID, Keep: uuid.Nil}); err != nil {
			return err
		}
		return s.record(ctx, tx, actor, t.ID, t.Division, staffRecord{Act: what.Act, Status: t.Status}, what)
	})
	if err == nil {
		s.forget(t.ID)
	}
	return err
}
