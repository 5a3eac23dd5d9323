package paper

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/money"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Assets holds the print pages' style and script, served at /paper-assets/.
//
//go:embed assets
var Assets embed.FS

var pages = parse()

func parse() map[string]*template.Template {
	base := template.Must(template.New("base").Funcs(template.FuncMap{
		"inc":   func(i int) int { return i + 1 },
		"lines": func(n int) []struct{} { return make([]struct{}, n) },
		"paragraphs": func(s string) []string {
			return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
		},
		"yuan": func(f money.Fen) string { return f.Yuan() },
	}).ParseFS(templateFiles, "templates/base.html", "templates/parts.html"))
	out := map[string]*template.Template{}
	for _, k := range Kinds {
		out[k.ID] = template.Must(template.Must(base.Clone()).ParseFS(templateFiles, "templates/"+k.ID+".html"))
	}
	return out
}

func render(d *Snapshot) ([]byte, error) {
	t := pages[d.Kind]
	if t == nil {
		return nil, fmt.Errorf("paper: no template for kind %q", d.Kind)
	}
	var buf bytes.Buffer
	if err := t.ExecuteTemplate(&buf, "base.html", d); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// Render returns an issued paper as a print page, from the data as it was issued. Looking is audited.
func (s *Service) Render(ctx context.Context, actor access.Actor, caseID, id uuid.UUID) ([]byte, error) {
	if err := access.Check(actor, "case.paper", access.Listing); err != nil {
		return nil, err
	}
	var sealed []byte
	var lies int64
	err := s.looking(ctx, actor, caseID, func(tx pgx.Tx, at place) error {
		lies = at.division
		var kind, number string
		err := tx.QueryRow(ctx, `select kind, number, sealed from paper where case_id = $1 and id = $2`, caseID, id).Scan(&kind, &number, &sealed)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("该文书")
		}
		if err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "case.paper", ObjectKind: "paper", ObjectID: number, Root: caseID,
			Division: at.division, After: map[string]any{"id": id, "kind": kind}, Purpose: "打印文书"})
	})
	if err != nil {
		return nil, err
	}
	data, err := s.keys.OpenBytes(dataField, sealed)
	if err != nil {
		return nil, err
	}
	var d Snapshot
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, err
	}
	d.maskFor(actor, lies)
	return render(&d)
}

// place is what decides over a case's papers.
type place struct {
	number             string
	division, handedIn int64
}

// looking checks that the actor sees the case, at the division that handles it or at the window that handed it in, and
// runs fn as the system: papers name people wherever they are registered.
func (s *Service) looking(ctx context.Context, actor access.Actor, caseID uuid.UUID, fn func(pgx.Tx, place) error) error {
	var p place
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, `select number, division, handed_in_division from cases where id = $1`, caseID).Scan(&p.number, &p.division, &p.handedIn)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("该案件")
		}
		return err
	})
	if err != nil {
		return err
	}
	at := p.division
	if !actor.Sees(at) {
		at = p.handedIn
	}
	if err := access.Check(actor, "case.paper", access.At(at)); err != nil {
		return err
	}
	return s.db.InTx(ctx, access.System("文书"), func(tx pgx.Tx) error { return fn(tx, p) })
}
