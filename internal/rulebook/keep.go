package rulebook

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/policy"
)

// archived says who brought a version, when and why.
type archived struct {
	Origin string // program or draft
	ByID   *uuid.UUID
	By     string
	At     time.Time
	Note   string
}

// archive keeps a version by its digest; one that is there already stays as it is. It tells whether it was new.
func archive(ctx context.Context, tx pgx.Tx, p *policy.Pack, files Files, a archived) (bool, error) {
	data, err := files.zipped()
	if err != nil {
		return false, err
	}
	tag, err := tx.Exec(ctx, `insert into pack_version (digest, pack, version, title, origin, files, file_count, case_count, note, by_id, by_name, at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
		p.Digest, p.Name, p.Version, p.Title, a.Origin, data, len(files), len(p.Cases()), a.Note, a.ByID, a.By, a.At)
	return tag.RowsAffected() > 0, err
}
