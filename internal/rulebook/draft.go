package rulebook

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Draft is a pack under the pen of an office.
type PackDraft struct {
	ID         uuid.UUID   `json:"id"`
	Pack       string      `json:"pack"`
	Title      string      `json:"title"`
	BaseDigest string      `json:"base_digest" doc:"the version that it was drafted from"`
	State      string      `json:"state" enum:"open,proposed,dropped"`
	ByName     string      `json:"by_name"`
	CreatedAt  time.Time   `json:"created_at"`
	UpdatedAt  time.Time   `json:"updated_at"`
	Version    int         `json:"version"`
	Files      []DraftFile `json:"files,omitempty"`

	division int64
	texts    Files
}

// DraftFile is one file of a draft beside the version it was drafted from.
type DraftFile struct {
	Path   string `json:"path"`
	Change string `json:"change" enum:"same,changed,added,removed"`
	Lines  int    `json:"lines"`
}

// NewDraft begins a draft: from the version in force, from an older one, or from an uploaded zip.
type NewDraft struct {
	ID    uuid.UUID // the client's, so that a second submit makes no second draft
	Pack  string
	Title string
	From  string // digest; empty: the version in force
	Zip   []byte // empty: the texts of the version that it begins from
}

const draftColumns = `id, division, pack, title, base_digest, state, by_name, created_at, updated_at, version, files`

func (d *PackDraft) scan(row pgx.Row) error {
	var data []byte
	err := row.Scan(&d.ID, &d.division, &d.Pack, &d.Title, &d.BaseDigest, &d.State, &d.ByName, &d.CreatedAt, &d.UpdatedAt, &d.Version, &data)
	if err == nil && data != nil {
		d.texts, err = unzip(data)
	}
	return err
}

// CreateDraft begins a draft. An uploaded zip that leaves the parent packs out takes them from the version that it begins from.
func (s *Service) CreateDraft(ctx context.Context, actor access.Actor, in NewDraft) (PackDraft, error) {
	if err := access.Check(actor, "policy.draft", access.At(actor.Division)); err != nil {
		return PackDraft{}, err
	}
	base, err := s.baseOf(ctx, actor, in.Pack, in.From)
	if err != nil {
		return PackDraft{}, err
	}
	files, err := filesOf(base)
	if err != nil {
		return PackDraft{}, err
	}
	if len(in.Zip) > 0 {
		if files, err = uploaded(in, files); err != nil {
			return PackDraft{}, err
		}
	}
	data, err := files.zipped()
	if err != nil {
		return PackDraft{}, err
	}
	now := s.now()
	var d PackDraft
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `insert into pack_draft (id, division, pack, base_digest, title, files, state, by_id, by_name, created_at, updated_at)
			values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9, $9) on conflict do nothing`,
			in.ID, actor.Division, in.Pack, base.Digest, strings.TrimSpace(in.Title), data, actor.Staff, actor.Name, now)
		if err != nil {
			return err
		}
		if err := d.scan(tx.QueryRow(ctx, "select "+draftColumns+" from pack_draft where id = $1", in.ID)); err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return nil
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "policy.draft", ObjectKind: "policy_draft", ObjectID: d.ID.String(), Division: d.division,
			After: map[string]any{"pack": d.Pack, "title": d.Title, "base": d.BaseDigest, "files": len(files)}})
	})
	if err != nil {
		return PackDraft{}, err
	}
	return s.withFiles(ctx, d)
}

// baseOf is the archived text that a draft begins from, without changed standards.
func (s *Service) baseOf(ctx context.Context, actor access.Actor, name, digest string) (*policy.Pack, error) {
	if _, err := s.pack(actor, name); err != nil {
		return nil, err
	}
	if digest == "" {
		digest = s.library.now.Load().on(name, s.today()).digest
	}
	v, err := s.library.version(ctx, digest)
	if err != nil {
		return nil, err
	}
	if v.pack.Name != name {
		return nil, errs.Bad("from", "这个版本不是政策包 %s 的，请从版本列表中选择。", name)
	}
	return v.pack, nil
}

func uploaded(in NewDraft, base Files) (Files, error) {
	if len(in.Zip) > maxUpload {
		return nil, errs.Bad("zip", "压缩包超过 %d MB，不像是政策包。", maxUpload>>20)
	}
	files, err := unzip(in.Zip)
	if err != nil {
		return nil, err
	}
	if _, ok := files[in.Pack+"/pack.yaml"]; !ok {
		return nil, errs.Bad("zip", "压缩包里没有 %s/pack.yaml。请把文件夹 %s 整个压缩后上传。", in.Pack, in.Pack)
	}
	given := map[string]bool{}
	for name := range files {
		given[folderOf(name)] = true
	}
	for name, text := range base {
		if !given[folderOf(name)] {
			files[name] = text
		}
	}
	return files, nil
}

func folderOf(name string) string {
	folder, _, _ := strings.Cut(name, "/")
	return folder
}

// withFiles lists the draft's files beside those of the version it was drafted from.
func (s *Service) withFiles(ctx context.Context, d PackDraft) (PackDraft, error) {
	v, err := s.library.version(ctx, d.BaseDigest)
	if err != nil {
		return d, err
	}
	base, err := filesOf(v.pack)
	if err != nil {
		return d, err
	}
	union := Files{}
	for name := range base {
		union[name] = ""
	}
	for name := range d.texts {
		union[name] = ""
	}
	d.Files = []DraftFile{}
	for _, name := range union.names() {
		text, mine := d.texts[name]
		old, theirs := base[name]
		f := DraftFile{Path: name, Change: "same", Lines: strings.Count(text, "\n")}
		switch {
		case !theirs:
			f.Change = "added"
		case !mine:
			f.Change = "removed"
		case text != old:
			f.Change = "changed"
		}
		d.Files = append(d.Files, f)
	}
	return d, nil
}

// Drafts lists the drafts in the actor's range, newest first, without their files.
func (s *Service) Drafts(ctx context.Context, actor access.Actor) ([]PackDraft, error) {
	if err := access.Check(actor, "policy.draft", access.Listing); err != nil {
		return nil, err
	}
	out := []PackDraft{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		out = out[:0]
		rows, err := tx.Query(ctx, "select "+strings.Replace(draftColumns, ", files", ", null::bytea", 1)+` from pack_draft where state <> 'dropped' order by updated_at desc limit 100`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var d PackDraft
			if err := d.scan(rows); err != nil {
				return err
			}
			out = append(out, d)
		}
		return rows.Err()
	})
	return out, err
}

// Draft returns one draft with its files listed.
func (s *Service) Draft(ctx context.Context, actor access.Actor, id uuid.UUID) (PackDraft, error) {
	d, err := s.readDraft(ctx, actor, id)
	if err != nil {
		return d, err
	}
	return s.withFiles(ctx, d)
}

func (s *Service) readDraft(ctx context.Context, actor access.Actor, id uuid.UUID) (PackDraft, error) {
	var d PackDraft
	if err := access.Check(actor, "policy.draft", access.Listing); err != nil {
		return d, err
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		d = PackDraft{}
		return d.scan(tx.QueryRow(ctx, "select "+draftColumns+" from pack_draft where id = $1", id))
	})
	if isMissing(err) {
		return d, errs.Missing("该草稿")
	}
	return d, err
}
