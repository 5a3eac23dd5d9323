package attachment

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Remove hides an attachment while its case is open. The row stays: who handed in what, and who took it out, remains
// visible.
func (s *Service) Remove(ctx context.Context, actor access.Actor, caseID, id uuid.UUID) error {
	if err := access.Check(actor, "case.attach", access.Listing); err != nil {
		return err
	}
	now := s.clock.Now()
	return s.within(ctx, actor, "case.attach", caseID, func(tx pgx.Tx, p place) error {
		if !p.open {
			return errs.New(errs.Conflict, "case_closed", "案件已办结，材料不能再移除。")
		}
		tag, err := tx.Exec(ctx, `update attachment set removed_at = $3 where case_id = $1 and id = $2 and removed_at is null
			and exists (select 1 from cases where id = $1 and status = 'open' for update)`, caseID, id, now)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return errs.Missing("该材料")
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "case.attach", ObjectKind: "attachment", ObjectID: p.number, Root: caseID,
			Division: p.division, Before: map[string]any{"id": id}, Purpose: "移除材料"})
	})
}
