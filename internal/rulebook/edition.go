package rulebook

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// form lays the approved changes over a version and archives what comes out, so that a decision which names it can be
// replayed.
func (l *Library) form(ctx context.Context, digest string, all []approvedChange) (*policy.Pack, error) {
	v, err := l.version(ctx, digest)
	if err != nil {
		return nil, err
	}
	changes := changesFor(v, all)
	if len(changes) == 0 {
		return v.pack, nil
	}
	p, err := v.pack.WithParameters(changes)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(changes)
	if err != nil {
		return nil, err
	}
	err = l.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `insert into pack_edition (digest, base, changes, at) values ($1, $2, $3, $4) on conflict do nothing`,
			p.Digest, digest, string(text), l.clock.Now())
		return err
	})
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.editions[p.Digest] = p
	return p, nil
}

// changesFor turns approved changes into what the version takes. Where the version's own text has a later value for the
// same place, the change ends there: whoever wrote the version knew of the change. From the same day on the version's value holds
// if it was archived after the approval.
func changesFor(v version, all []approvedChange) []policy.ParameterChange {
	defs := map[string]policy.Parameter{}
	for _, d := range v.pack.ParameterDefinitions() {
		defs[d.ID] = d
	}
	var out []policy.ParameterChange
	for _, c := range all {
		if c.Pack != v.pack.Name {
			continue
		}
		for _, line := range c.Lines {
			def, ok := defs[line.Parameter]
			if !ok {
				slog.Warn("a changed standard is not in this version of the pack", "parameter", line.Parameter, "pack", v.pack.Name, "document", c.Document)
				continue
			}
			for _, place := range line.Places {
				until := ends(def, place, c, v.at)
				if until != nil && *until <= c.From {
					continue
				}
				out = append(out, policy.ParameterChange{Parameter: line.Parameter, Divisions: []string{place}, From: c.From, Until: until,
					Value: line.Value, Urban: line.Urban, Rural: line.Rural, Status: line.Status, Document: c.Document, Title: c.Title, Article: articleOf(c.Article), Note: c.Note})
			}
		}
	}
	return out
}

// articleOf is what a clause cites where no article is named.
func articleOf(text string) string {
	if text == "" {
		return "全文"
	}
	return text
}

// ends is the day on which the version's own value takes over, or the change's own end.
func ends(def policy.Parameter, place string, c approvedChange, archived time.Time) *calendar.Date {
	until := c.Until
	for _, value := range def.Values {
		if value.From == nil || *value.From < c.From || *value.From == c.From && !archived.After(c.ApprovedAt) {
			continue
		}
		for _, d := range value.Divisions {
			if d == place && (until == nil || *value.From < *until) {
				from := *value.From
				until = &from
			}
		}
	}
	return until
}

// version returns an archived version, loading it once.
func (l *Library) version(ctx context.Context, digest string) (version, error) {
	l.mu.Lock()
	v, ok := l.versions[digest]
	l.mu.Unlock()
	if ok {
		return v, nil
	}
	var name string
	var data []byte
	err := l.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select pack, files, at from pack_version where digest = $1`, digest).Scan(&name, &data, &v.at)
	})
	if isMissing(err) {
		return v, policy.NoVersion(digest)
	}
	if err != nil {
		return v, err
	}
	files, err := unzip(data)
	if err != nil {
		return v, err
	}
	if v.pack, err = files.load(name); err != nil {
		return v, err
	}
	if v.pack.Digest != digest {
		return v, fmt.Errorf("rulebook: version %s reads as %s", digest, v.pack.Digest)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.versions[digest] = v
	return v, nil
}

// edition returns a version with the changed standards that it had.
func (l *Library) edition(ctx context.Context, digest string) (*policy.Pack, error) {
	l.mu.Lock()
	p := l.editions[digest]
	l.mu.Unlock()
	if p != nil {
		return p, nil
	}
	var base string
	var changes []policy.ParameterChange
	err := l.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select base, changes from pack_edition where digest = $1`, digest).Scan(&base, &changes)
	})
	if isMissing(err) {
		return nil, policy.NoVersion(digest)
	}
	if err != nil {
		return nil, err
	}
	v, err := l.version(ctx, base)
	if err != nil {
		return nil, err
	}
	if p, err = v.pack.WithParameters(changes); err != nil {
		return nil, err
	}
	if p.Digest != digest {
		return nil, fmt.Errorf("rulebook: edition %s reads as %s", digest, p.Digest)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.editions[digest] = p
	return p, nil
}

func isMissing(err error) bool { return errs.Is(err, errs.NotFound) }
