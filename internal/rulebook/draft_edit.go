package rulebook

import (
	"context"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// DraftText is one file of a draft, with the text that it replaces.
type DraftText struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Base string `json:"base" doc:"the text in the version drafted from; empty for a new file"`
}

// DraftText returns one file of a draft.
func (s *Service) DraftText(ctx context.Context, actor access.Actor, id uuid.UUID, path string) (DraftText, error) {
	d, err := s.readDraft(ctx, actor, id)
	if err != nil {
		return DraftText{}, err
	}
	v, err := s.library.version(ctx, d.BaseDigest)
	if err != nil {
		return DraftText{}, err
	}
	out := DraftText{Path: path}
	base, err := v.pack.Source(path)
	text, mine := d.texts[path]
	if err != nil && !mine {
		return out, errs.Missing("该文件")
	}
	out.Text, out.Base = text, base
	return out, nil
}

// Edit changes one file of a draft.
type Edit struct {
	Path    string
	Text    string
	Remove  bool
	Version int // of the draft that was looked at
}

// EditDraft writes or removes one file. Errors: Conflict when the draft was changed in the meantime or is no longer open.
func (s *Service) EditDraft(ctx context.Context, actor access.Actor, id uuid.UUID, in Edit) (PackDraft, error) {
	if err := access.Check(actor, "policy.draft", access.Listing); err != nil {
		return PackDraft{}, err
	}
	if err := checkPath(in.Path); err != nil {
		return PackDraft{}, errs.Bad("path", "%s", errs.As(err).Message)
	}
	if len(in.Text) > maxFile || !utf8.ValidString(in.Text) {
		return PackDraft{}, errs.Bad("text", "文件应是不超过 %d KB 的 UTF-8 文字。", maxFile>>10)
	}
	var d PackDraft
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) (err error) {
		if d, err = lockDraft(ctx, tx, id, in.Version); err != nil {
			return err
		}
		_, had := d.texts[in.Path]
		switch {
		case in.Remove && !had:
			return errs.Missing("该文件")
		case in.Remove:
			delete(d.texts, in.Path)
		case !had && len(d.texts) >= maxFiles:
			return errs.Bad("path", "一个政策包最多 %d 个文件。", maxFiles)
		default:
			d.texts[in.Path] = in.Text
		}
		data, err := d.texts.zipped()
		if err != nil {
			return err
		}
		texts := d.texts
		if err := d.scan(tx.QueryRow(ctx, `update pack_draft set files = $2, updated_at = $3, version = version + 1 where id = $1 returning `+draftColumns, id, data, s.now())); err != nil {
			return err
		}
		d.texts = texts
		return nil
	})
	if err != nil {
		return PackDraft{}, err
	}
	return s.withFiles(ctx, d)
}

// DropDraft puts a draft away.
func (s *Service) DropDraft(ctx context.Context, actor access.Actor, id uuid.UUID, version int) error {
	if err := access.Check(actor, "policy.draft", access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		d, err := lockDraft(ctx, tx, id, version)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `update pack_draft set state = 'dropped', updated_at = $2, version = version + 1 where id = $1`, id, s.now()); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "policy.draft", ObjectKind: "policy_draft", ObjectID: id.String(), Division: d.division,
			Before: map[string]any{"state": "open", "title": d.Title}, After: map[string]any{"state": "dropped"}})
	})
}

// lockDraft reads an open draft for writing, in the version that was looked at.
func lockDraft(ctx context.Context, tx pgx.Tx, id uuid.UUID, version int) (PackDraft, error) {
	var d PackDraft
	err := d.scan(tx.QueryRow(ctx, "select "+draftColumns+" from pack_draft where id = $1 for update", id))
	switch {
	case err == pgx.ErrNoRows:
		return d, errs.Missing("该草稿")
	case err != nil:
		return d, err
	case d.State != "open":
		return d, errs.New(errs.Conflict, "draft_closed", "这份草稿已经申请启用或已放弃，不能再改；请另起草稿。")
	case d.Version != version:
		return d, errs.New(errs.Conflict, "stale_draft", "这份草稿在您打开之后被%s改过；请刷新后再改。", d.ByName)
	}
	return d, nil
}
