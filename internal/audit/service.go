package audit

import (
	"context"
	"sync"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres"
)

// Service is the auditor's side of the trail.
type Service struct {
	db    *postgres.DB
	key   Signer
	clock clock.Clock
	one   sync.Mutex // one verification at a time: it reads everything
}

// New makes the service.
func New(db *postgres.DB, key Signer, c clock.Clock) *Service {
	return &Service{db: db, key: key, clock: c}
}

// VerifyChain recomputes the chain and writes down that it was asked for and what came out. A second call while one runs
// is a Conflict.
func (s *Service) VerifyChain(ctx context.Context, actor access.Actor) (Verification, error) {
	if err := access.Check(actor, "audit.verify", access.Listing); err != nil {
		return Verification{}, err
	}
	if !s.one.TryLock() {
		return Verification{}, errs.New(errs.Conflict, "verification_running", "正在核验审计链，请等它结束后再试。")
	}
	defer s.one.Unlock()
	v, err := Verify(ctx, s.db, s.key, nil)
	if err != nil {
		return Verification{}, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		return Write(ctx, tx, s.clock.Now(), actor, Event{Action: "audit.verify", ObjectKind: "audit", ObjectID: v.Head.String(), Division: actor.Division,
			After: map[string]any{"events": v.Events, "sealed": v.Sealed, "faults": int64(len(v.Faults)) + v.More}})
	})
	return v, err
}
