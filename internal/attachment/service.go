package attachment

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
)

// sealField binds sealed contents to their place.
const sealField = "attachment.content"

// Service keeps attachments.
type Service struct {
	db    *postgres.DB
	keys  *seal.Keyring
	clock clock.Clock
}

// New makes the service.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock) *Service {
	return &Service{db: db, keys: keys, clock: c}
}

// Attachment is one file of a case, without its content.
type Attachment struct {
	ID        uuid.UUID  `json:"id"`
	Kind      string     `json:"kind"`
	KindLabel string     `json:"kind_label"`
	Name      string     `json:"name"`
	MIME      string     `json:"mime"`
	Size      int        `json:"size" doc:"bytes"`
	ByName    string     `json:"by_name"`
	At        time.Time  `json:"at"`
	RemovedAt *time.Time `json:"removed_at,omitempty"`
	Existing  bool       `json:"existing,omitempty" doc:"true when the same file was already attached"`
}

// place is what decides over a case's attachments.
type place struct {
	number   string
	division int64
	handedIn int64
	open     bool
}

// within checks the action where the case lies and runs fn in a transaction. The case is seen, under the actor's scope, by
// the division that handles it and by the window that handed it in (异地受理); that window has no rows of its own there, so
// for it fn runs as the system after the check.
func (s *Service) within(ctx context.Context, actor access.Actor, action access.Action, caseID uuid.UUID, fn func(pgx.Tx, place) error) error {
	var p place
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) (err error) {
		if p, err = caseOf(ctx, tx, actor, action, caseID); err != nil || !actor.Sees(p.division) {
			return err
		}
		return fn(tx, p)
	})
	if err != nil || actor.Sees(p.division) {
		return err
	}
	return s.db.InTx(ctx, access.System("attachment"), func(tx pgx.Tx) error { return fn(tx, p) })
}

func caseOf(ctx context.Context, tx pgx.Tx, actor access.Actor, action access.Action, caseID uuid.UUID) (place, error) {
	var p place
	err := tx.QueryRow(ctx, `select number, division, handed_in_division, status = 'open' from cases where id = $1`, caseID).
		Scan(&p.number, &p.division, &p.handedIn, &p.open)
	if errors.Is(err, pgx.ErrNoRows) {
		return p, errs.Missing("该案件")
	}
	if err != nil {
		return p, err
	}
	at := p.division
	if !actor.Sees(at) {
		at = p.handedIn
	}
	return p, access.Check(actor, action, access.At(at))
}
