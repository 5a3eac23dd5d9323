package attachment

import (
	"context"
	"errors"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// maxPerCase keeps one case from filling the store.
const maxPerCase = 200

// Upload is one file handed in.
type Upload struct {
	CaseID  uuid.UUID
	Kind    string
	Name    string // as the browser sent it
	Content []byte
}

// Add checks and keeps a file. The same file of the same kind handed in again is the attachment that exists. Faults of
// the file answer on the field "file", of the kind on "kind".
func (s *Service) Add(ctx context.Context, actor access.Actor, in Upload) (Attachment, error) {
	if err := access.Check(actor, "case.attach", access.Listing); err != nil {
		return Attachment{}, err
	}
	if KindLabel(in.Kind) == "" {
		return Attachment{}, errs.Bad("kind", "不认识的材料种类，请从列表中选择。")
	}
	file, err := Sniff(in.Content)
	if err != nil {
		return Attachment{}, err
	}
	name, err := CleanName(in.Name, file.MIME)
	if err != nil {
		return Attachment{}, err
	}
	digest := sm3.Sum(file.Content)
	sealed := s.keys.SealBytes(sealField, file.Content)
	id, err := uuid.NewV7()
	if err != nil {
		return Attachment{}, err
	}
	a := Attachment{ID: id, Kind: in.Kind, KindLabel: KindLabel(in.Kind), Name: name, MIME: file.MIME, Size: len(file.Content),
		ByName: actor.Name, At: s.clock.Now()}
	err = s.within(ctx, actor, "case.attach", in.CaseID, func(tx pgx.Tx, p place) error {
		return s.keep(ctx, tx, actor, in.CaseID, p, &a, digest[:], sealed)
	})
	return a, err
}

func (s *Service) keep(ctx context.Context, tx pgx.Tx, actor access.Actor, caseID uuid.UUID, p place, a *Attachment, digest, sealed []byte) error {
	// The lock orders this against closing the case and against the count below.
	var open bool
	if err := tx.QueryRow(ctx, `select status = 'open' from cases where id = $1 for update`, caseID).Scan(&open); err != nil {
		return err
	}
	if !open {
		return errs.New(errs.Conflict, "case_closed", "案件已办结，不能再上传材料；如有新情况，请重新提出申请或由办理机关另行登记。")
	}
	existing, err := find(ctx, tx, caseID, a.Kind, digest)
	if err == nil {
		*a = existing
		return nil
	}
	if !errors.Is(err, pgx.ErrNoRows) {
		return err
	}
	var count int
	if err := tx.QueryRow(ctx, `select count(*) from attachment where case_id = $1`, caseID).Scan(&count); err != nil {
		return err
	}
	if count >= maxPerCase {
		return errs.New(errs.Conflict, "too_many_attachments", "本案已有 %d 份材料，不能再增加；请把同类材料合并为一个 PDF 后上传。", count)
	}
	var b pgx.Batch
	b.Queue(`insert into attachment (case_id, id, division, kind, name, mime, size, digest, sealed, by_id, by_name, at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		caseID, a.ID, p.division, a.Kind, a.Name, a.MIME, a.Size, digest, sealed, actor.Staff, a.ByName, a.At)
	if err := audit.Queue(&b, a.At, actor, audit.Event{Action: "case.attach", ObjectKind: "attachment", ObjectID: p.number, Root: caseID,
		Division: p.division, After: map[string]any{"id": a.ID, "kind": a.Kind, "mime": a.MIME, "size": a.Size}}); err != nil {
		return err
	}
	return tx.SendBatch(ctx, &b).Close()
}

func find(ctx context.Context, tx pgx.Tx, caseID uuid.UUID, kind string, digest []byte) (Attachment, error) {
	a := Attachment{Kind: kind, KindLabel: KindLabel(kind), Existing: true}
	err := tx.QueryRow(ctx, `select id, name, mime, size, by_name, at from attachment
		where case_id = $1 and kind = $2 and digest = $3 and removed_at is null`, caseID, kind, digest).
		Scan(&a.ID, &a.Name, &a.MIME, &a.Size, &a.ByName, &a.At)
	return a, err
}
