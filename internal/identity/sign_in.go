package identity

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// Credentials are what a person types, and where it came from.
type Credentials struct {
	Login, Password   string
	Remote, UserAgent string
}

// errCredentials is the one answer to an unknown login, a wrong password and a demo account outside a demonstration.
var errCredentials = errs.New(errs.Unauthenticated, "wrong_credentials", "登录名或密码不正确，请核对后重试。")

// SignIn checks login and password and opens a session at the next step. It answers Unauthenticated for wrong
// credentials, TooMany while locked, Forbidden for a disabled account or one without a duty (told only to who knows the
// password).
func (s *Service) SignIn(ctx context.Context, actor access.Actor, in Credentials) (Progress, error) {
	if err := access.Check(actor, "public.sign_in", access.Listing); err != nil {
		return Progress{}, err
	}
	login := normalLogin(in.Login)
	loginKey, addressKey := s.guardKey(loginGuard, login), s.guardKey(addressGuard, in.Remote)
	found, err := s.candidate(ctx, login, loginKey, addressKey)
	if err != nil {
		return Progress{}, err
	}
	known := found.ID != uuid.Nil && (s.cfg.Demo || !found.Demo)
	hash := s.decoy
	if known {
		hash = found.PasswordHash
	}
	ok, err := s.verifyPassword(ctx, hash, in.Password)
	if err != nil {
		return Progress{}, err
	}
	if !ok || !known {
		return Progress{}, s.refuse(ctx, actor, found, addressKey)
	}
	if found.Status != "active" {
		return Progress{}, errs.New(errs.Forbidden, "account_disabled", "该账号已停用，请联系本单位系统管理员。")
	}
	if !found.Demo && s.hasher.stale(hash) {
		s.renewHash(ctx, found.ID, hash, in.Password)
	}
	return s.begin(ctx, found, in, loginKey)
}

// normalLogin makes what people type one: no blanks around, lower case.
func normalLogin(login string) string {
	login = strings.ToLower(strings.TrimSpace(login))
	if utf8.RuneCountInString(login) > 64 {
		return string([]rune(login)[:64])
	}
	return login
}

// candidate refuses while the address or the login is locked, counts the try, and reads the row of the login; an unknown
// login gives an empty row.
func (s *Service) candidate(ctx context.Context, login string, loginKey, addressKey []byte) (identitydb.StaffByLoginRow, error) {
	var found identitydb.StaffByLoginRow
	err := s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error {
		if err := s.locked(ctx, tx, addressGuard, addressKey); err != nil {
			return err
		}
		if err := s.attempt(ctx, tx, loginGuard, loginKey); err != nil {
			return err
		}
		var err error
		found, err = identitydb.New(tx).StaffByLogin(ctx, login)
		if errors.Is(err, pgx.ErrNoRows) {
			found = identitydb.StaffByLoginRow{}
			return nil
		}
		return err
	})
	return found, err
}

// refuse counts the failure against the address and records it: for an unknown login without any name, because people
// type passwords into that field by mistake. It does the same work for both.
func (s *Service) refuse(ctx context.Context, actor access.Actor, found identitydb.StaffByLoginRow, addressKey []byte) error {
	object := ""
	if found.ID != uuid.Nil {
		object = found.ID.String()
	}
	who := access.Public(actor.Remote)
	err := s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error {
		if err := s.attempt(ctx, tx, addressGuard, addressKey); err != nil && !errs.Is(err, errs.TooMany) {
			return err
		}
		return audit.Write(ctx, tx, s.clock.Now(), who, audit.Event{Action: "public.sign_in", ObjectKind: "staff", ObjectID: object,
			Root: found.ID, Division: found.Division, After: map[string]any{"result": "failed"}})
	})
	if err != nil {
		return err
	}
	return errCredentials
}

// renewHash lifts the hash to today's cost; failing that, the next sign-in tries again.
func (s *Service) renewHash(ctx context.Context, id uuid.UUID, was, password string) {
	hash, err := s.hashPassword(ctx, password)
	if err != nil {
		return
	}
	_ = s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error {
		return identitydb.New(tx).Rehash(ctx, identitydb.RehashParams{Hash: hash, ID: id, Was: was})
	})
}

// begin opens the session in its first stage.
func (s *Service) begin(ctx context.Context, p identitydb.StaffByLoginRow, in Credentials, loginKey []byte) (Progress, error) {
	state := s.first(person{demo: p.Demo, exempt: p.TotpExempt, confirmed: p.TotpConfirmedAt != nil, changeDue: p.PasswordChangeDue})
	out := Progress{State: state, Token: newToken(), Expires: s.limit(state)}
	session, now := newID(), s.clock.Now()
	var sealed []byte
	if state == TOTPSetup {
		secret, uri, err := newTOTP(s.cfg.Issuer, p.Login)
		if err != nil {
			return Progress{}, err
		}
		out.TOTPURI, sealed = uri, s.key.Seal(totpField, secret)
	}
	err := s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		duty, err := s.usualDuty(ctx, q, p.ID)
		if err != nil {
			return err
		}
		if err := s.clear(ctx, tx, loginKey); err != nil {
			return err
		}
		if state == TOTPSetup {
			if n, err := q.OfferTOTP(ctx, identitydb.OfferTOTPParams{ID: p.ID, TotpSealed: sealed}); err != nil || n == 0 {
				return errors.Join(err, errStale(n))
			}
		}
		err = q.InsertSession(ctx, identitydb.InsertSessionParams{StaffID: p.ID, ID: session, TokenHash: tokenHash(out.Token), Stage: stages[state],
			AssignmentID: &duty.ID, CreatedAt: now, ExpiresAt: out.Expires, Remote: in.Remote, UserAgent: short(in.UserAgent, 300)})
		if err != nil || state != SignedIn {
			return err
		}
		return s.recordSignIn(ctx, tx, p.ID, p.Name, duty, session, in.Remote)
	})
	if err != nil {
		return Progress{}, err
	}
	return out, nil
}

// errStale turns "no row touched" into a Conflict.
func errStale(rows int64) error {
	if rows > 0 {
		return nil
	}
	return errs.New(errs.Conflict, "stale", "内容已被他人修改，请刷新后重试。")
}

func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// usualDuty is the duty a person worked in last, or the first one held.
func (s *Service) usualDuty(ctx context.Context, q *identitydb.Queries, staff uuid.UUID) (identitydb.ActiveAssignmentsRow, error) {
	duties, err := q.ActiveAssignments(ctx, staff)
	if err != nil {
		return identitydb.ActiveAssignmentsRow{}, err
	}
	if len(duties) == 0 {
		return identitydb.ActiveAssignmentsRow{}, errs.New(errs.Forbidden, "no_duty", "您的账号目前没有任何岗位，请联系本单位系统管理员。")
	}
	last, err := q.LastAssignment(ctx, staff)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return identitydb.ActiveAssignmentsRow{}, err
	}
	for _, d := range duties {
		if d.ID == last {
			return d, nil
		}
	}
	return duties[0], nil
}

// recordSignIn notes a finished sign-in on the person and in the trail.
func (s *Service) recordSignIn(ctx context.Context, tx pgx.Tx, staff uuid.UUID, name string, d identitydb.ActiveAssignmentsRow, session uuid.UUID, remote string) error {
	now := s.clock.Now()
	if err := identitydb.New(tx).MarkSeen(ctx, identitydb.MarkSeenParams{ID: staff, LastSeenAt: &now}); err != nil {
		return err
	}
	who := access.Actor{Staff: staff, Name: name, Role: access.Role(d.Role), Level: access.Level(d.Level), Division: d.Division, Session: session, Remote: remote}
	return audit.Write(ctx, tx, now, who, audit.Event{Action: "public.sign_in", ObjectKind: "staff", ObjectID: staff.String(), Root: staff,
		Division: d.Division, After: map[string]any{"result": "signed_in"}})
}
