package identity

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

func (s *Service) recordOwn(ctx context.Context, tx pgx.Tx, actor access.Actor, before, after any) error {
	return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "session.own", ObjectKind: "staff", ObjectID: actor.Staff.String(),
		Root: actor.Staff, Division: actor.Division, Before: before, After: after})
}

// OpenSession is one of a person's own sign-ins.
type OpenSession struct {
	ID                             uuid.UUID
	CreatedAt, LastSeenAt, Expires time.Time
	Remote, UserAgent              string
	Current                        bool
}

// Sessions lists one's own sessions that are still good, the last used first.
func (s *Service) Sessions(ctx context.Context, actor access.Actor) ([]OpenSession, error) {
	if err := access.Check(actor, "session.own", access.Listing); err != nil {
		return nil, err
	}
	now := s.clock.Now()
	out := []OpenSession{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := identitydb.New(tx).ListSessions(ctx, identitydb.ListSessionsParams{StaffID: actor.Staff, Now: now, IdleSince: now.Add(-idleLimit)})
		if err != nil {
			return err
		}
		for _, r := range rows {
			out = append(out, OpenSession{ID: r.ID, CreatedAt: r.CreatedAt, LastSeenAt: r.LastSeenAt, Expires: r.ExpiresAt,
				Remote: r.Remote, UserAgent: r.UserAgent, Current: r.ID == actor.Session})
		}
		return nil
	})
	return out, err
}

// EndSession ends one of one's own sessions; another person's looks absent.
func (s *Service) EndSession(ctx context.Context, actor access.Actor, id uuid.UUID) error {
	if err := access.Check(actor, "session.own", access.Listing); err != nil {
		return err
	}
	now := s.clock.Now()
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		n, err := identitydb.New(tx).RevokeSession(ctx, identitydb.RevokeSessionParams{At: &now, StaffID: actor.Staff, ID: id})
		if err != nil {
			return err
		}
		if n == 0 {
			return errs.Missing("该登录")
		}
		return s.recordOwn(ctx, tx, actor, nil, map[string]any{"act": "end_session", "session": id})
	})
	if err == nil {
		s.forget(actor.Staff)
	}
	return err
}

// SignOut ends the session that asks.
func (s *Service) SignOut(ctx context.Context, actor access.Actor) error {
	if err := access.Check(actor, "session.own", access.Listing); err != nil {
		return err
	}
	err := s.EndSession(ctx, actor, actor.Session)
	if errs.Is(err, errs.NotFound) {
		return nil // ended already: the wish is fulfilled
	}
	return err
}
