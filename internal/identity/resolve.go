package identity

import (
	"context"
	"crypto/subtle"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres"
)

// signingIn is the role of a session that is not finished: it may do what every role may (its own session), sees no row,
// and stands in no line of the access table.
const signingIn access.Role = "signing_in"

const touchEvery = time.Minute // how exactly the last use of a session is written down

// Session is who stands behind a token.
type Session struct {
	Actor access.Actor
	State State
	token string
}

// Full tells whether sign-in is finished.
func (s Session) Full() bool { return s.State == SignedIn }

// CSRFOK compares the token against forged requests in constant time.
func (s Session) CSRFOK(token string) bool {
	return subtle.ConstantTimeCompare([]byte(CSRF(s.token)), []byte(token)) == 1
}

var errSession = errs.New(errs.Unauthenticated, "not_signed_in", "您还没有登录，或登录已过期，请重新登录。")

// Resolve tells who stands behind a token, or Unauthenticated: unknown, revoked, idle for half an hour, twelve hours old,
// disabled, or without a duty. Answers are kept for a few seconds; revocation in this process is honoured at once, in
// another process within those seconds.
func (s *Service) Resolve(ctx context.Context, token, remote string) (Session, error) {
	if len(token) < 40 || len(token) > 64 {
		return Session{}, errSession
	}
	hash := tokenHash(token)
	now := s.clock.Now()
	row, ok := s.resolved.get(hash, now)
	if !ok {
		generation := s.resolved.generation()
		var err error
		if row, err = s.lookUp(ctx, hash, now); err != nil {
			return Session{}, err
		}
		s.resolved.put(hash, row, now, generation)
	}
	if !row.alive(now) {
		return Session{}, errSession
	}
	out := Session{Actor: row.actor, State: row.state, token: token}
	out.Actor.Remote = remote
	return out, nil
}

type resolvedRow struct {
	actor    access.Actor
	state    State
	lastSeen time.Time
	expires  time.Time
}

func (r resolvedRow) alive(now time.Time) bool {
	return now.Before(r.expires) && now.Sub(r.lastSeen) < idleLimit
}

func (s *Service) lookUp(ctx context.Context, hash []byte, now time.Time) (resolvedRow, error) {
	var r resolvedRow
	var stage string
	var role *string
	var code *int64
	var level *int16
	err := s.db.Pool().QueryRow(ctx, `select * from resolve_session($1)`, hash).Scan(&r.actor.Staff, &r.actor.Session, &stage, &r.lastSeen, &r.expires,
		&r.actor.Name, &r.actor.Organisation, &r.actor.OrgName, &role, &code, &level)
	if errors.Is(err, pgx.ErrNoRows) {
		return r, errSession
	}
	if err != nil {
		return r, postgres.Translate(err)
	}
	r.state = stateOf(stage)
	switch {
	case r.state != SignedIn:
		r.actor.Role = signingIn
	case role == nil:
		return r, errs.New(errs.Unauthenticated, "duty_ended", "您的岗位已调整，请重新登录。")
	default:
		r.actor.Role, r.actor.Division, r.actor.Level = access.Role(*role), *code, access.Level(*level)
		r.actor.Lo, r.actor.Hi = division.Range(*code)
	}
	if r.alive(now) && now.Sub(r.lastSeen) >= touchEvery {
		return s.touch(ctx, r, now)
	}
	return r, nil
}

// touch writes down that the session is in use.
func (s *Service) touch(ctx context.Context, r resolvedRow, now time.Time) (resolvedRow, error) {
	_, err := s.db.Pool().Exec(ctx, `update session set last_seen_at = $3 where staff_id = $1 and id = $2 and revoked_at is null and last_seen_at < $3`,
		r.actor.Staff, r.actor.Session, now)
	if err != nil {
		return r, postgres.Translate(err)
	}
	r.lastSeen = now
	return r, nil
}

// forget makes the next request of these people ask the database; called after the change is committed.
func (s *Service) forget(staff uuid.UUID) { s.resolved.drop(staff) }
