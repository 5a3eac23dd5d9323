package casework

import (
	"context"
	"encoding/json"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// sealDraft binds sealed drafts to their place.
const sealDraft = "case.draft"

// maxDraft is how large a form's state may be.
const maxDraft = 512 << 10

// SaveDraft keeps a form that is not yet submitted, sealed whole, for the person who fills it in. The client makes the
// id, so that a draft saved twice is one. Errors: Conflict when it was saved elsewhere in the meantime.
func (s *Service) SaveDraft(ctx context.Context, actor access.Actor, id uuid.UUID, in DraftInput) (DraftSummary, error) {
	if err := access.Check(actor, "case.draft", access.Listing); err != nil {
		return DraftSummary{}, err
	}
	raw, err := json.Marshal(in.Content)
	if err != nil {
		return DraftSummary{}, err
	}
	if len(raw) > maxDraft {
		return DraftSummary{}, errs.Bad("content", "草稿内容太大，请把照片等作为附件在提交后上传。")
	}
	place := parseCode(in.Division)
	if place == 0 {
		place = actor.Division
	}
	out := DraftSummary{ID: id, Kind: in.Kind, Title: in.Title, Division: code12(place), Version: in.Version + 1, UpdatedAt: s.now()}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		sealed := s.keys.SealBytes(sealDraft, raw)
		if in.Version == 0 {
			tag, err := tx.Exec(ctx, `insert into draft (staff_id, id, kind, title, division, sealed, version, updated_at) values ($1, $2, $3, $4, $5, $6, 1, $7)
			  on conflict do nothing`, actor.Staff, id, in.Kind, in.Title, place, sealed, out.UpdatedAt)
			return stored(tag.RowsAffected(), err)
		}
		tag, err := tx.Exec(ctx, `update draft set title = $3, division = $4, sealed = $5, version = version + 1, updated_at = $6
		  where staff_id = $1 and id = $2 and version = $7`, actor.Staff, id, in.Title, place, sealed, out.UpdatedAt, in.Version)
		return stored(tag.RowsAffected(), err)
	})
	return out, err
}

func stored(rows int64, err error) error {
	if err == nil && rows == 0 {
		return errs.New(errs.Conflict, "stale_draft", "这份草稿已在别处保存、提交或删除；请重新打开后再填写。")
	}
	return err
}

// Drafts lists the actor's own drafts, newest first.
func (s *Service) Drafts(ctx context.Context, actor access.Actor) (DraftList, error) {
	out := DraftList{Items: []DraftSummary{}}
	if err := access.Check(actor, "case.draft", access.Listing); err != nil {
		return out, err
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select id, kind, title, division, version, updated_at from draft where staff_id = $1 order by updated_at desc, id limit 100`, actor.Staff)
		if err != nil {
			return err
		}
		out.Items = out.Items[:0]
		var d DraftSummary
		var place int64
		_, err = pgx.ForEachRow(rows, []any{&d.ID, &d.Kind, &d.Title, &place, &d.Version, &d.UpdatedAt}, func() error {
			row := d
			row.Division = code12(place)
			out.Items = append(out.Items, row)
			return nil
		})
		return err
	})
	return out, err
}

// Draft opens one of the actor's own drafts.
func (s *Service) Draft(ctx context.Context, actor access.Actor, id uuid.UUID) (DraftView, error) {
	var out DraftView
	if err := access.Check(actor, "case.draft", access.Listing); err != nil {
		return out, err
	}
	var sealed []byte
	var place int64
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, `select id, kind, title, division, version, updated_at, sealed from draft where staff_id = $1 and id = $2`, actor.Staff, id).
			Scan(&out.ID, &out.Kind, &out.Title, &place, &out.Version, &out.UpdatedAt, &sealed)
		if err == pgx.ErrNoRows {
			return errs.Missing("这份草稿")
		}
		return err
	})
	if err != nil {
		return out, err
	}
	out.Division = code12(place)
	raw, err := s.keys.OpenBytes(sealDraft, sealed)
	if err != nil {
		return out, err
	}
	return out, json.Unmarshal(raw, &out.Content)
}

// DeleteDraft throws one of the actor's own drafts away; one that is gone already is no error.
func (s *Service) DeleteDraft(ctx context.Context, actor access.Actor, id uuid.UUID) error {
	if err := access.Check(actor, "case.draft", access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `delete from draft where staff_id = $1 and id = $2`, actor.Staff, id)
		return err
	})
}
