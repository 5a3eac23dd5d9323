package attachment

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Open returns one attachment with its content. Looking is audited: these are people's papers. A removed one is only for
// auditors' eyes through the list.
func (s *Service) Open(ctx context.Context, actor access.Actor, caseID, id uuid.UUID) (Attachment, []byte, error) {
	if err := access.Check(actor, "case.read", access.Listing); err != nil {
		return Attachment{}, nil, err
	}
	a := Attachment{ID: id}
	var sealed []byte
	err := s.within(ctx, actor, "case.read", caseID, func(tx pgx.Tx, p place) error {
		err := tx.QueryRow(ctx, `select kind, name, mime, size, by_name, at, sealed from attachment
			where case_id = $1 and id = $2 and removed_at is null`, caseID, id).
			Scan(&a.Kind, &a.Name, &a.MIME, &a.Size, &a.ByName, &a.At, &sealed)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("该材料")
		}
		if err != nil {
			return err
		}
		a.KindLabel = KindLabel(a.Kind)
		return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "case.read", ObjectKind: "attachment", ObjectID: p.number,
			Root: caseID, Division: p.division, After: map[string]any{"id": id, "kind": a.Kind}, Purpose: "查看材料"})
	})
	if err != nil {
		return Attachment{}, nil, err
	}
	content, err := s.keys.OpenBytes(sealField, sealed)
	return a, content, err
}
