package verification

import (
	"context"
	"errors"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Withdraw ends an authorisation at once: no further question leaves under it, which the database holds. Questions that wait
// for it end as refused when their turn comes; answers that have come stay on the file.
func (s *Service) Withdraw(ctx context.Context, actor access.Actor, person, id uuid.UUID, reason string) error {
	if err := access.Check(actor, "verification.withdraw", access.Listing); err != nil {
		return err
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return errs.Bad("reason", "请写明撤回的原因，例如本人要求撤回。")
	}
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return s.withdraw(ctx, tx, actor, person, id, reason) })
	if err != nil {
		return s.refused(ctx, actor, audit.Event{Action: "verification.withdraw", ObjectKind: "authorisation", ObjectID: id.String(), Root: person, Division: actor.Division}, err)
	}
	return nil
}

// withdraw is Withdraw within a transaction. Withdrawing what is withdrawn changes nothing.
func (s *Service) withdraw(ctx context.Context, tx pgx.Tx, actor access.Actor, person, id uuid.UUID, reason string) error {
	now := s.now()
	var number string
	var place int64
	err := tx.QueryRow(ctx, `update authorisation set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5
where person_id = $1 and id = $2 and withdrawn_at is null returning number, division`, person, id, now, actor.Name, reason).Scan(&number, &place)
	if errors.Is(err, pgx.ErrNoRows) {
		var before bool
		if err := tx.QueryRow(ctx, `select exists (select from authorisation where person_id = $1 and id = $2)`, person, id).Scan(&before); err != nil || before {
			return err
		}
		return errs.Missing("这份授权书")
	}
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `update case_authorisation set withdrawn_at = $2 where number = $1 and withdrawn_at is null`, number, now); err != nil {
		return err
	}
	return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.withdraw", ObjectKind: "authorisation", ObjectID: number, Root: person, Division: place,
		After: map[string]any{"reason": reason}})
}
