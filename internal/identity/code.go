package identity

import (
	"context"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

var errCode = errs.Bad("code", "动态口令不正确或已用过，请等验证器显示下一个再输入；多次不对请检查手机时间。")

// ConfirmCode checks the one-time code of a session that waits for it, or confirms that a new authenticator works. A code
// serves once. It answers Conflict when the session does not wait for a code.
func (s *Service) ConfirmCode(ctx context.Context, actor access.Actor, code string) (Progress, error) {
	if err := access.Check(actor, "session.own", access.Listing); err != nil {
		return Progress{}, err
	}
	var p identitydb.StaffByIDRow
	guard := s.guardKey(codeGuard, actor.Staff.String())
	err := s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error {
		if err := s.attempt(ctx, tx, codeGuard, guard); err != nil {
			return err
		}
		var err error
		p, err = identitydb.New(tx).StaffByID(ctx, actor.Staff)
		return err
	})
	if err != nil {
		return Progress{}, err
	}
	secret, err := s.key.Open(totpField, p.TotpSealed)
	if err != nil {
		return Progress{}, err
	}
	step, err := matchStep(secret, code, s.clock.Now())
	if err != nil {
		return Progress{}, err
	}
	if secret == "" || step <= p.TotpLastStep {
		return Progress{}, s.refuseCode(ctx, actor, p.Division)
	}
	return s.codeAccepted(ctx, actor, p, step, guard)
}

// refuseCode records the wrong code: somebody knew the password.
func (s *Service) refuseCode(ctx context.Context, actor access.Actor, division int64) error {
	err := s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error {
		return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "public.sign_in", ObjectKind: "staff", ObjectID: actor.Staff.String(),
			Root: actor.Staff, Division: division, After: map[string]any{"result": "wrong_code"}})
	})
	if err != nil {
		return err
	}
	return errCode
}

func (s *Service) codeAccepted(ctx context.Context, actor access.Actor, p identitydb.StaffByIDRow, step int64, guard []byte) (Progress, error) {
	was := TOTPRequired
	if p.TotpConfirmedAt == nil {
		was = TOTPSetup
	}
	next := s.afterCode(person{changeDue: p.PasswordChangeDue})
	now := s.clock.Now()
	var out Progress
	err := s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		n, err := q.UseTOTPStep(ctx, identitydb.UseTOTPStepParams{Step: step, At: &now, ID: p.ID, Was: p.TotpSealed})
		if err != nil {
			return err
		}
		if n == 0 { // another request used the same code a moment ago
			return errCode
		}
		if out, err = s.advance(ctx, tx, actor, was, next); err != nil {
			return err
		}
		if err := s.clear(ctx, tx, guard); err != nil {
			return err
		}
		if next != SignedIn {
			return nil
		}
		return s.arrive(ctx, tx, actor)
	})
	if err != nil {
		return Progress{}, err
	}
	s.forget(actor.Staff)
	return out, nil
}

// advance moves the session on and gives it a new token.
func (s *Service) advance(ctx context.Context, tx pgx.Tx, actor access.Actor, was, next State) (Progress, error) {
	out := Progress{State: next, Token: newToken(), Expires: s.limit(next)}
	n, err := identitydb.New(tx).AdvanceSession(ctx, identitydb.AdvanceSessionParams{TokenHash: tokenHash(out.Token), Stage: stages[next],
		ExpiresAt: out.Expires, At: s.clock.Now(), StaffID: actor.Staff, ID: actor.Session, Was: stages[was]})
	if err == nil && n == 0 {
		err = errs.New(errs.Conflict, "wrong_stage", "登录已进行到下一步，请刷新页面。")
	}
	return out, err
}

// arrive records the sign-in that has just become whole, in the duty that the session was opened with.
func (s *Service) arrive(ctx context.Context, tx pgx.Tx, actor access.Actor) error {
	d, err := s.usualDuty(ctx, identitydb.New(tx), actor.Staff)
	if err != nil {
		return err
	}
	return s.recordSignIn(ctx, tx, actor.Staff, actor.Name, d, actor.Session, actor.Remote)
}
