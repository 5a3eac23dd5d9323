package rulebook

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Version is one archived text of a pack.
type PackVersion struct {
	Digest      string       `json:"digest"`
	Pack        string       `json:"pack"`
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Origin      string       `json:"origin" enum:"program,draft"`
	Files       int          `json:"files"`
	Cases       int          `json:"cases"`
	Note        string       `json:"note,omitempty"`
	ByName      string       `json:"by_name"`
	At          time.Time    `json:"at"`
	Standing    string       `json:"standing" enum:"in_force,waiting,proposed,past,idle" doc:"what it is today"`
	Activations []Activation `json:"activations" doc:"newest first"`
}

// Versions lists the archived versions of a pack with their days, newest first.
func (s *Service) Versions(ctx context.Context, actor access.Actor, pack string) ([]PackVersion, error) {
	if err := access.Check(actor, "policy.read", access.Listing); err != nil {
		return nil, err
	}
	var out []PackVersion
	var acts []Activation
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select digest, pack, version, title, origin, file_count, case_count, note, by_name, at from pack_version where pack = $1 order by at desc, digest limit 200`, pack)
		if err != nil {
			return err
		}
		if out, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (v PackVersion, err error) {
			err = r.Scan(&v.Digest, &v.Pack, &v.Version, &v.Title, &v.Origin, &v.Files, &v.Cases, &v.Note, &v.ByName, &v.At)
			return v, err
		}); err != nil {
			return err
		}
		if rows, err = tx.Query(ctx, "select "+activationColumns+" from pack_activation where pack = $1 order by active_from desc, proposed_at desc", pack); err != nil {
			return err
		}
		acts, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (a Activation, err error) { err = a.scan(r); return a, err })
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, errs.Missing("该政策包")
	}
	now := s.library.now.Load().on(pack, s.today())
	for i := range out {
		v := &out[i]
		v.Activations = []Activation{}
		for _, a := range acts {
			if a.Digest == v.Digest {
				v.Activations = append(v.Activations, a)
			}
		}
		v.Standing = standing(v, now, s.today())
	}
	return out, nil
}

func standing(v *PackVersion, now *held, today calendar.Date) string {
	if now != nil && now.digest == v.Digest {
		return "in_force"
	}
	best := "idle"
	for _, a := range v.Activations {
		switch {
		case a.State == "approved" && a.ActiveFrom > today:
			return "waiting"
		case a.State == "proposed":
			best = "proposed"
		case a.State == "approved" && best == "idle":
			best = "past"
		}
	}
	return best
}

// Difference lists in plain Chinese what a version says otherwise than another; old "" is the one in force.
func (s *Service) Difference(ctx context.Context, actor access.Actor, old, new string) ([]policy.Change, error) {
	if err := access.Check(actor, "policy.read", access.Listing); err != nil {
		return nil, err
	}
	b, err := s.library.version(ctx, new)
	if err != nil {
		return nil, err
	}
	if old == "" {
		now := s.library.now.Load().on(b.pack.Name, s.today())
		if now == nil {
			return nil, errs.Missing("现行版本")
		}
		old = now.digest
	}
	a, err := s.library.version(ctx, old)
	if err != nil {
		return nil, err
	}
	return append([]policy.Change{}, policy.Diff(a.pack, b.pack)...), nil
}

// VersionZip returns the texts of a version as a zip.
func (s *Service) VersionZip(ctx context.Context, actor access.Actor, digest string) (name string, data []byte, err error) {
	if err := access.Check(actor, "policy.read", access.Listing); err != nil {
		return "", nil, err
	}
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select pack || '-' || version, files from pack_version where digest = $1`, digest).Scan(&name, &data)
	})
	if isMissing(err) {
		return "", nil, errs.Missing("该版本")
	}
	return name + ".zip", data, err
}

// versionTaken tells whether a new text bears the number of another that was proposed or in force.
func (s *Service) versionTaken(ctx context.Context, p *policy.Pack) (taken bool, err error) {
	err = s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select not exists (select from pack_version where digest = $3) and exists (select from pack_version v where v.pack = $1 and v.version = $2
			and v.digest <> $3 and exists (select from pack_activation a where a.digest = v.digest and a.state in ('proposed', 'approved')))`,
			p.Name, p.Version, p.Digest).Scan(&taken)
	})
	return taken, err
}

// approved are the changes of standards that count.
func (l *Library) approved(ctx context.Context) (out []approvedChange, err error) {
	err = l.db.InRead(ctx, system, func(tx pgx.Tx) error {
		out, err = readApproved(ctx, tx)
		return err
	})
	return out, err
}
