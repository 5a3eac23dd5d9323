package verification

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
)

// AskedAbout is one line of 谁查过我: a query about a person, by whom, why and under which authorisation.
type AskedAbout struct {
	At            time.Time  `json:"at"`
	ByName        string     `json:"by_name"`
	Office        string     `json:"office"`
	Client        string     `json:"client,omitempty"`
	Purpose       string     `json:"purpose"`
	Order         string     `json:"order" doc:"number of the order"`
	Title         string     `json:"title"`
	Class         string     `json:"class"`
	ClassName     string     `json:"class_name"`
	SourceName    string     `json:"source_name"`
	Authorisation string     `json:"authorisation" doc:"number; empty where the query was refused for want of one"`
	State         string     `json:"state" enum:"waiting,answered,silent,refused,cancelled"`
	Reused        bool       `json:"reused" doc:"read from an answer that was fresh already"`
	Asked         int        `json:"asked" doc:"how often the question left for the source"`
	LastAsked     *time.Time `json:"last_asked"`
}

// WhoAsked lists the queries about a person, the newest first.
func (s *Service) WhoAsked(ctx context.Context, actor access.Actor, person uuid.UUID) ([]AskedAbout, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	var seen bool
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select exists (select from person where id = $1)`, person).Scan(&seen)
	})
	if err != nil || !seen {
		return []AskedAbout{}, err
	}
	// An order of a higher office is not in the reader's scope; that it asked is in the person's file all the same, and is
	// read as the system for a person whom the reader sees.
	return s.askedAbout(ctx, person)
}

func (s *Service) askedAbout(ctx context.Context, person uuid.UUID) ([]AskedAbout, error) {
	out := []AskedAbout{}
	err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select i.created_at, o.by_name, o.office, o.client, o.purpose, o.number, o.title, i.class, i.source, coalesce(a.number, ''), i.state, i.reused,
  coalesce(k.n, 0), k.last
from verification_item i join verification_order o on o.id = i.order_id
left join authorisation a on a.person_id = i.person_id and a.id = i.authorisation_id
left join lateral (select count(*) as n, max(asked_at) as last from inquiry_ask q where q.person_id = i.person_id and q.inquiry_id = i.inquiry_id and not i.reused) k on true
where i.person_id = $1 order by i.created_at desc, i.class limit 2000`, person)
		if err != nil {
			return err
		}
		list, err := pgx.CollectRows(rows, s.scanAsked)
		out = append(out, list...)
		return err
	})
	return out, err
}

func (s *Service) scanAsked(r pgx.CollectableRow) (l AskedAbout, err error) {
	var office int64
	var source string
	err = r.Scan(&l.At, &l.ByName, &office, &l.Client, &l.Purpose, &l.Order, &l.Title, &l.Class, &source, &l.Authorisation, &l.State, &l.Reused, &l.Asked, &l.LastAsked)
	l.Office, l.ClassName, l.SourceName = s.places.Name(office), l.Class, source
	if class, src := s.catalogue.Class(l.Class); class != nil {
		l.ClassName, l.SourceName = class.Name, src.Name
	}
	return l, err
}
