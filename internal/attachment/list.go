package attachment

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
)

// List returns a case's attachments, the oldest first; removed ones are marked.
func (s *Service) List(ctx context.Context, actor access.Actor, caseID uuid.UUID) ([]Attachment, error) {
	if err := access.Check(actor, "case.read", access.Listing); err != nil {
		return nil, err
	}
	out := []Attachment{}
	err := s.within(ctx, actor, "case.read", caseID, func(tx pgx.Tx, _ place) error {
		rows, err := tx.Query(ctx, `select id, kind, name, mime, size, by_name, at, removed_at from attachment where case_id = $1 order by id`, caseID)
		if err != nil {
			return err
		}
		var a Attachment
		_, err = pgx.ForEachRow(rows, []any{&a.ID, &a.Kind, &a.Name, &a.MIME, &a.Size, &a.ByName, &a.At, &a.RemovedAt}, func() error {
			a.KindLabel = KindLabel(a.Kind)
			out = append(out, a)
			return nil
		})
		return err
	})
	return out, err
}
