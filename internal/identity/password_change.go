package identity

import (
	"context"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// ChangePassword replaces one's own password; `is` may still be at the step that demands it, and is then signed in. All
// other sessions of the person end. Wrong old passwords count towards the lock of the login.
func (s *Service) ChangePassword(ctx context.Context, is Session, old, new string) (Progress, error) {
	actor := is.Actor
	if err := access.Check(actor, "session.own", access.Listing); err != nil {
		return Progress{}, err
	}
	if is.State != SignedIn && is.State != PasswordChange {
		return Progress{}, errs.New(errs.Conflict, "wrong_stage", "请先完成动态口令验证，再修改密码。")
	}
	p, guard, err := s.own(ctx, actor)
	if err != nil {
		return Progress{}, err
	}
	ok, err := s.verifyPassword(ctx, p.PasswordHash, old)
	if err != nil {
		return Progress{}, err
	}
	if !ok {
		return Progress{}, errs.Bad("old", "原密码不正确，请重新输入。")
	}
	if err := s.forgive(ctx, guard); err != nil { // a weak new password is no failed try
		return Progress{}, err
	}
	if old == new {
		return Progress{}, errs.Bad("new", "新密码不能与原密码相同。")
	}
	if err := checkPassword("new", new, p.Login, p.Name); err != nil {
		return Progress{}, err
	}
	hash, err := s.hashPassword(ctx, new)
	if err != nil {
		return Progress{}, err
	}
	return s.replacePassword(ctx, is, p, hash)
}

// own reads the actor's row and counts a try at the old password.
func (s *Service) own(ctx context.Context, actor access.Actor) (p identitydb.StaffByIDRow, guard []byte, err error) {
	err = s.db.InTx(ctx, access.System("password"), func(tx pgx.Tx) error {
		var err error
		if p, err = identitydb.New(tx).StaffByID(ctx, actor.Staff); err != nil {
			return err
		}
		guard = s.guardKey(loginGuard, p.Login)
		return s.attempt(ctx, tx, loginGuard, guard)
	})
	return p, guard, err
}

func (s *Service) replacePassword(ctx context.Context, is Session, p identitydb.StaffByIDRow, hash string) (Progress, error) {
	actor, now := is.Actor, s.clock.Now()
	var out Progress
	err := s.db.InTx(ctx, access.System("password"), func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		n, err := q.ChangePassword(ctx, identitydb.ChangePasswordParams{Hash: hash, At: now, ID: p.ID, Was: p.PasswordHash})
		if err != nil {
			return err
		}
		if n == 0 {
			return errStale(0)
		}
		if _, err := q.RevokeSessions(ctx, identitydb.RevokeSessionsParams{At: &now, StaffID: p.ID, Keep: actor.Session}); err != nil {
			return err
		}
		if out, err = s.advance(ctx, tx, actor, is.State, SignedIn); err != nil {
			return err
		}
		if is.State != SignedIn {
			if err := s.arrive(ctx, tx, actor); err != nil {
				return err
			}
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "session.own", ObjectKind: "staff", ObjectID: p.ID.String(), Root: p.ID,
			Division: p.Division, After: map[string]any{"act": "change_password"}})
	})
	if err != nil {
		return Progress{}, err
	}
	s.forget(p.ID)
	return out, nil
}
