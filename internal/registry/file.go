package registry

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/registry/registrydb"
)

// PersonFile is everything about one person (一人一档案).
type PersonFile struct {
	Person     PersonDetail      `json:"person"`
	Households []PersonMembering `json:"households" doc:"present household first"`
	Categories []HeldCategory    `json:"categories" doc:"identities held now first"`
	Touches    []Touch           `json:"touches" doc:"newest first"`
}

// PersonMembering is a person's membership in a household during a time.
type PersonMembering struct {
	HouseholdID   uuid.UUID      `json:"household_id"`
	Number        string         `json:"number"`
	Place         Place          `json:"place"`
	Head          bool           `json:"head"`
	Relation      string         `json:"relation"`
	RelationLabel string         `json:"relation_label"`
	LivesTogether bool           `json:"lives_together"`
	Since         calendar.Date  `json:"since"`
	Until         *calendar.Date `json:"until,omitempty"`
}

// HeldCategory is an identity (身份) during a time.
type HeldCategory struct {
	Kind   string         `json:"kind"`
	Label  string         `json:"label"`
	Since  calendar.Date  `json:"since"`
	Until  *calendar.Date `json:"until,omitempty"`
	CaseID *uuid.UUID     `json:"case_id,omitempty"`
	Source string         `json:"source"`
}

// HouseholdFile is everything about one household (一户一档).
type HouseholdFile struct {
	Household HouseholdDetail `json:"household"`
	Touches   []Touch         `json:"touches" doc:"newest first"`
}

// Person returns a person masked, or NotFound outside the actor's range.
func (s *Service) Person(ctx context.Context, actor access.Actor, id uuid.UUID) (PersonDetail, error) {
	if err := access.Check(actor, "person.read", access.Listing); err != nil {
		return PersonDetail{}, err
	}
	var out PersonDetail
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		out, err = s.readPerson(ctx, registrydb.New(tx), actor, id)
		return err
	})
	return out, err
}

func (s *Service) readPerson(ctx context.Context, q *registrydb.Queries, actor access.Actor, id uuid.UUID) (PersonDetail, error) {
	p, err := q.PersonByID(ctx, id)
	if err != nil {
		return PersonDetail{}, missing(err, "该人员")
	}
	if err := access.Check(actor, "person.read", access.At(p.Division)); err != nil {
		return PersonDetail{}, err
	}
	return s.detail(p)
}

// File returns a person's file with everything that touched it and that the actor may see.
func (s *Service) File(ctx context.Context, actor access.Actor, id uuid.UUID) (PersonFile, error) {
	if err := access.Check(actor, "person.read", access.Listing); err != nil {
		return PersonFile{}, err
	}
	var out PersonFile
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		q := registrydb.New(tx)
		var err error
		if out.Person, err = s.readPerson(ctx, q, actor, id); err != nil {
			return err
		}
		if out.Households, err = s.memberships(ctx, q, id); err != nil {
			return err
		}
		if out.Categories, err = s.categories(ctx, q, id); err != nil {
			return err
		}
		out.Touches, err = s.collectTouches(ctx, q, id, func(t Touches) ([]Touch, error) { return t.TouchesOfPerson(ctx, tx, id) })
		return err
	})
	return out, err
}

// HouseholdFile returns a household's file with everything that touched it and that the actor may see.
func (s *Service) HouseholdFile(ctx context.Context, actor access.Actor, id uuid.UUID) (HouseholdFile, error) {
	if err := access.Check(actor, "household.read", access.Listing); err != nil {
		return HouseholdFile{}, err
	}
	var out HouseholdFile
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		q := registrydb.New(tx)
		var err error
		if out.Household, err = s.householdDetail(ctx, q, actor, id); err != nil {
			return err
		}
		out.Touches, err = s.collectTouches(ctx, q, id, func(t Touches) ([]Touch, error) { return t.TouchesOfHousehold(ctx, tx, id) })
		return err
	})
	return out, err
}

func (s *Service) memberships(ctx context.Context, q *registrydb.Queries, person uuid.UUID) ([]PersonMembering, error) {
	rows, err := q.HouseholdsOfPerson(ctx, person)
	out := make([]PersonMembering, len(rows))
	for i, m := range rows {
		out[i] = PersonMembering{HouseholdID: m.HouseholdID, Number: HouseholdNumber(m.Number), Place: s.place(m.Division),
			Head: m.Relation == codes.Head, Relation: m.Relation, RelationLabel: codes.Relation.Label(m.Relation),
			LivesTogether: m.LivesTogether, Since: m.Since, Until: m.Until}
	}
	return out, err
}

func (s *Service) categories(ctx context.Context, q *registrydb.Queries, person uuid.UUID) ([]HeldCategory, error) {
	rows, err := q.CategoriesOf(ctx, person)
	out := make([]HeldCategory, len(rows))
	for i, c := range rows {
		out[i] = HeldCategory{Kind: c.Kind, Label: codes.Category.Label(c.Kind), Since: c.Since, Until: c.Until, CaseID: c.CaseID, Source: c.Source}
	}
	return out, err
}

// collectTouches joins the audit trail of a root with what the higher floors add.
func (s *Service) collectTouches(ctx context.Context, q *registrydb.Queries, root uuid.UUID, of func(Touches) ([]Touch, error)) ([]Touch, error) {
	rows, err := q.AuditTouches(ctx, &root)
	if err != nil {
		return nil, err
	}
	out := make([]Touch, 0, len(rows))
	for _, r := range rows {
		out = append(out, auditTouch(r))
	}
	for _, source := range s.touches {
		more, err := of(source)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	slices.SortStableFunc(out, func(a, b Touch) int { return cmp.Compare(b.At.UnixMicro(), a.At.UnixMicro()) })
	return out, nil
}

func auditTouch(r registrydb.AuditTouchesRow) Touch {
	title := r.Action
	if rule, ok := access.Lookup(access.Action(r.Action)); ok {
		title = rule.Label
	}
	text := r.ActorName
	if label := access.Role(r.Role).Label(); label != "" && label != r.ActorName {
		text += "（" + label + "）"
	}
	if r.Purpose != "" {
		text += "：" + r.Purpose
	}
	if did := traceText(r.After); did != "" {
		text += "：" + did
	}
	return Touch{At: r.At.In(calendar.Zone), Kind: "audit", Title: title, Text: text}
}

// traceText says in words what a change in a household was.
func traceText(after []byte) string {
	var t memberTrace
	if len(after) == 0 || json.Unmarshal(after, &t) != nil || t.Person == "" {
		return ""
	}
	parts := []string{"成员 " + t.Person}
	add := func(label, value string) {
		if value != "" {
			parts = append(parts, label+value)
		}
	}
	add("与户主关系 ", t.Relation)
	add("自 ", t.Since)
	add("至 ", t.Until)
	add("原因 ", t.Reason)
	return strings.Join(parts, "，")
}
