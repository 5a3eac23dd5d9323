package casework

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// Lot draws for the i-th case of a county.
func (s *Service) Lot(i int) int64 { return s.lot(fmt.Sprintf("GD-440106-2025-%06d", i)) }

// RawPage reads the rows of the case page and makes nothing of them.
func (s *Service) RawPage(ctx context.Context, tx pgx.Tx, id uuid.UUID) error {
	b := &pgx.Batch{}
	queries := []string{selectCase, selectSteps, selectStanding, selectMembers, selectFacts, selectAuthorisations, selectRelatives, selectNotices,
		selectObjections, selectDecision, selectEvents, selectPapers, selectAttachments, selectHolders}
	for _, q := range queries {
		b.Queue(q, id)
	}
	res := tx.SendBatch(ctx, b)
	defer res.Close()
	for range queries {
		rows, err := res.Query()
		if err != nil {
			return err
		}
		for rows.Next() {
			if _, err := rows.Values(); err != nil {
				return err
			}
		}
		if rows.Err() != nil {
			return rows.Err()
		}
	}
	return nil
}
