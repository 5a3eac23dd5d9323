package rulebook

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Change is a change of standards by one document.
type StandardChange struct {
	ID           uuid.UUID      `json:"id"`
	Division     string         `json:"division" doc:"12-digit code of the office that sets it"`
	DivisionName string         `json:"division_name"`
	Pack         string         `json:"pack"`
	Kind         string         `json:"kind" enum:"standard,cpi"`
	ActiveFrom   calendar.Date  `json:"active_from"`
	Until        *calendar.Date `json:"until,omitempty" doc:"first day after; only price rises end"`
	Document     string         `json:"document"`
	Title        string         `json:"title"`
	Article      string         `json:"article,omitempty"`
	Note         string         `json:"note,omitempty"`
	Lines        []ChangeLine   `json:"lines"`
	State        string         `json:"state" enum:"proposed,approved,refused,withdrawn"`
	Standing     string         `json:"standing" enum:"proposed,waiting,in_force,past,refused,withdrawn" doc:"what it is today"`
	ProposedBy   uuid.UUID      `json:"proposed_by"`
	ProposedName string         `json:"proposed_by_name"`
	ProposedAt   time.Time      `json:"proposed_at"`
	ApprovedName string         `json:"approved_by_name,omitempty"`
	ApprovedAt   *time.Time     `json:"approved_at,omitempty"`
	ClosedName   string         `json:"closed_by_name,omitempty"`
	ClosedAt     *time.Time     `json:"closed_at,omitempty"`
	ClosedReason string         `json:"closed_reason,omitempty"`

	division int64
	lines    []Line
}

// ChangeLine is a line with its names.
type ChangeLine struct {
	Line
	Label      string   `json:"label"`
	Unit       string   `json:"unit"`
	PlaceNames []string `json:"place_names"`
}

const changeColumns = `id, division, pack, kind, active_from, until, document, title, article, note, lines, state, proposed_by, proposed_by_name, proposed_at,
	approved_by_name, approved_at, closed_by_name, closed_at, closed_reason`

func (c *StandardChange) scan(row pgx.Row) error {
	return row.Scan(&c.ID, &c.division, &c.Pack, &c.Kind, &c.ActiveFrom, &c.Until, &c.Document, &c.Title, &c.Article, &c.Note, &c.lines, &c.State, &c.ProposedBy,
		&c.ProposedName, &c.ProposedAt, &c.ApprovedName, &c.ApprovedAt, &c.ClosedName, &c.ClosedAt, &c.ClosedReason)
}

// name fills in what codes and parameters are called.
func (s *Service) name(c StandardChange) StandardChange {
	c.Division, c.DivisionName = code12(c.division), s.places.FullName(c.division)
	c.Lines = []ChangeLine{}
	p, _ := s.library.Named(c.Pack, s.today())
	for _, l := range c.lines {
		line := ChangeLine{Line: l, Label: l.Parameter, PlaceNames: []string{}}
		if p != nil {
			if d := definition(p, l.Parameter); d != nil {
				line.Label, line.Unit = d.Label, d.Unit
			}
		}
		for _, place := range l.Places {
			line.PlaceNames = append(line.PlaceNames, s.placeName(place))
		}
		c.Lines = append(c.Lines, line)
	}
	today := s.today()
	switch c.Standing = c.State; {
	case c.State == "approved" && c.ActiveFrom > today:
		c.Standing = "waiting"
	case c.State == "approved" && c.Until != nil && *c.Until <= today:
		c.Standing = "past"
	case c.State == "approved":
		c.Standing = "in_force"
	}
	return c
}

// ChangeQuery filters changes.
type ChangeQuery struct {
	Kind     string
	State    string
	Division int64 // 0: all in range
}

// Changes lists changes of standards, the latest day first: what waits in the actor's range, and whatever is approved.
func (s *Service) Changes(ctx context.Context, actor access.Actor, q ChangeQuery) ([]StandardChange, error) {
	if err := access.Check(actor, "policy.read", access.Listing); err != nil {
		return nil, err
	}
	out := []StandardChange{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, "select "+changeColumns+` from standard_change where ($1 = '' or kind = $1) and ($2 = '' or state = $2) and ($3 = 0 or division = $3)
			order by (state = 'proposed') desc, active_from desc, proposed_at desc limit 300`, q.Kind, q.State, q.Division)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (c StandardChange, err error) { err = c.scan(r); return c, err })
		return err
	})
	for i := range out {
		out[i] = s.name(out[i])
	}
	return out, err
}

// Change returns one change.
func (s *Service) Change(ctx context.Context, actor access.Actor, id uuid.UUID) (StandardChange, error) {
	c, err := s.readChange(ctx, actor, "policy.read", id)
	return s.name(c), err
}

func (s *Service) readChange(ctx context.Context, actor access.Actor, action access.Action, id uuid.UUID) (StandardChange, error) {
	var c StandardChange
	if err := access.Check(actor, action, access.Listing); err != nil {
		return c, err
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		c = StandardChange{}
		return c.scan(tx.QueryRow(ctx, "select "+changeColumns+" from standard_change where id = $1", id))
	})
	if isMissing(err) {
		return c, errs.Missing("该调整")
	}
	return c, err
}

func lockChange(ctx context.Context, tx pgx.Tx, id uuid.UUID, c *StandardChange) error {
	if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock($1)", lockKey); err != nil {
		return err
	}
	*c = StandardChange{}
	err := c.scan(tx.QueryRow(ctx, "select "+changeColumns+" from standard_change where id = $1 for update", id))
	if errors.Is(err, pgx.ErrNoRows) {
		return errs.Missing("该调整")
	}
	return err
}
