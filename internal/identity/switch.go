package identity

import (
	"context"
	"strconv"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// SwitchDuty goes on working in another duty that the person holds. The token changes, so that a page still open in the
// old duty cannot write under the new one.
func (s *Service) SwitchDuty(ctx context.Context, is Session, duty uuid.UUID) (Progress, error) {
	actor := is.Actor
	if err := access.Check(actor, "session.own", access.Listing); err != nil {
		return Progress{}, err
	}
	out := Progress{State: SignedIn, Token: newToken()}
	err := s.db.InTx(ctx, access.System("session"), func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		held, err := activeDuties(ctx, q, actor.Staff)
		if err != nil {
			return err
		}
		for _, d := range held {
			if d.ID == duty {
				return s.switchTo(ctx, tx, actor, d, out.Token)
			}
		}
		return errs.Bad("assignment_id", "您没有这个岗位，或岗位已结束；请刷新后重新选择。")
	})
	if err != nil {
		return Progress{}, err
	}
	s.forget(actor.Staff)
	return out, nil
}

func (s *Service) switchTo(ctx context.Context, tx pgx.Tx, actor access.Actor, d Duty, token string) error {
	now := s.clock.Now()
	n, err := identitydb.New(tx).SwitchSession(ctx, identitydb.SwitchSessionParams{TokenHash: tokenHash(token), AssignmentID: &d.ID, At: now,
		StaffID: actor.Staff, ID: actor.Session})
	if err != nil {
		return err
	}
	if n == 0 {
		return errSession
	}
	return s.recordOwn(ctx, tx, actor, dutyRecord{actor.Role, strconv.FormatInt(actor.Division, 10)},
		dutyRecords([]Duty{d})[0])
}
