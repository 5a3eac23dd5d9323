package verification

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// AskedAbout is one line of 谁查过我: a query about a person, by whom, why and under which authorisation. A request to the provider
// of liveness is one, too: its order is the campaign.
type AskedAbout struct {
	At            time.Time  `json:"at"`
	ByName        string     `json:"by_name"`
	Office        string     `json:"office"`
	Client        string     `json:"client,omitempty"`
	Purpose       string     `json:"purpose"`
	Order         string     `json:"order" doc:"number of the order, or of the campaign for proofs of life"`
	Title         string     `json:"title"`
	Class         string     `json:"class" doc:"data class; liveness for a proof of life"`
	ClassName     string     `json:"class_name"`
	SourceName    string     `json:"source_name"`
	Authorisation string     `json:"authorisation" doc:"number; empty where the query was refused for want of one"`
	State         string     `json:"state" enum:"waiting,answered,silent,refused,cancelled"`
	Reused        bool       `json:"reused" doc:"read from an answer that was fresh already"`
	Asked         int        `json:"asked" doc:"how often the question left for the source"`
	LastAsked     *time.Time `json:"last_asked"`
}

// inRange refuses what concerns a person whom the transaction's actor does not see.
func inRange(ctx context.Context, tx pgx.Tx, person uuid.UUID) error {
	var seen bool
	err := tx.QueryRow(ctx, `select exists (select from person where id = $1)`, person).Scan(&seen)
	if err == nil && !seen {
		err = errs.Missing("这名人员")
	}
	return err
}

// WhoAsked lists the queries about a person, the newest first. Errors: a person out of the actor's range.
func (s *Service) WhoAsked(ctx context.Context, actor access.Actor, person uuid.UUID) ([]AskedAbout, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	if err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error { return inRange(ctx, tx, person) }); err != nil {
		return nil, err
	}
	// An order of a higher office is not in the reader's scope; that it asked is in the person's file all the same, and is
	// read as the system for a person whom the reader sees.
	return s.askedAbout(ctx, person)
}

// selectAsked is what was asked of the sources and of the provider of liveness. An invitation that was refused for want of an
// authorisation is told as a question that was refused; somebody who is only visited was not asked about.
const selectAsked = `select i.created_at, o.by_name, o.office, o.client, o.purpose, o.number, o.title, i.class, i.source, coalesce(a.number, ''), i.state, i.reused,
  coalesce(k.n, 0), k.last
from verification_item i join verification_order o on o.id = i.order_id
left join authorisation a on a.person_id = i.person_id and a.id = i.authorisation_id
left join lateral (select count(*) as n, max(asked_at) as last from inquiry_ask q where q.person_id = i.person_id and q.inquiry_id = i.inquiry_id and not i.reused) k on true
where i.person_id = $1
union all
select coalesce(v.created_at, c.started_at, c.created_at), c.by_name, c.division, '', 'liveness', c.number, c.title, 'liveness', 'liveness', coalesce(a.number, ''),
  case when v.id is null then 'refused' when v.state in ('asked', 'open') then 'waiting' when v.state in ('passed', 'failed') then 'answered'
    when v.state in ('silent', 'unreached') then 'silent' when l.why = 'unauthorised' and k.n = 0 then 'refused' else 'cancelled' end, false, coalesce(k.n, 0), k.last
from liveness_person l join liveness_campaign c on c.id = l.campaign_id
left join liveness_session v on v.person_id = l.person_id and v.campaign_id = l.campaign_id
left join lateral (select count(*) as n, max(asked_at) as last, (array_agg(authorisation_id order by attempt desc))[1] as authorisation
  from liveness_ask q where q.person_id = v.person_id and q.session_id = v.id) k on true
left join authorisation a on a.person_id = l.person_id and a.id = k.authorisation
where l.person_id = $1 and (v.id is not null or l.why = 'unauthorised')
order by 1 desc, 8 limit 2000`

func (s *Service) askedAbout(ctx context.Context, person uuid.UUID) ([]AskedAbout, error) {
	out := []AskedAbout{}
	err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, selectAsked, person)
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
	} else if source == exchange.Liveness {
		l.ClassName, l.SourceName = "人脸识别、活体认证", "活体认证服务"
	}
	return l, err
}
