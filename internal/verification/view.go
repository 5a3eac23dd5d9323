package verification

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// Order is an order as lists and its page show it.
type Order struct {
	ID        uuid.UUID     `json:"id"`
	Number    string        `json:"number"`
	Kind      string        `json:"kind" enum:"case,batch,client"`
	Title     string        `json:"title"`
	Place     int64         `json:"place"`
	PlaceName string        `json:"place_name"`
	Purpose   string        `json:"purpose"`
	Client    string        `json:"client,omitempty"`
	CaseID    *uuid.UUID    `json:"case_id,omitempty"`
	Classes   []string      `json:"classes"`
	Priority  int           `json:"priority"`
	Due       calendar.Date `json:"due"`
	State     string        `json:"state" enum:"preparing,running,answered,cancelled,failed"`
	People    int64         `json:"people"`
	Failure   string        `json:"failure,omitempty"`
	ByName    string        `json:"by_name"`
	CreatedAt time.Time     `json:"created_at"`
	EndedAt   *time.Time    `json:"ended_at"`
	Version   int           `json:"version"`
	Sources   []SourceState `json:"sources,omitempty"`
	Columns   []AskedClass  `json:"columns,omitempty" doc:"what is asked, in the order of the sources"`
	Now       time.Time     `json:"now,omitzero"`
}

// AskedClass is one data class of an order.
type AskedClass struct {
	Class      string `json:"class"`
	Name       string `json:"name"`
	Source     string `json:"source"`
	SourceName string `json:"source_name"`
	ByPeople   bool   `json:"by_people" doc:"people of the department answer at a desk"`
}

// SourceState is how far one source is with an order.
type SourceState struct {
	Source    string `json:"source"`
	Name      string `json:"name"`
	Waiting   int    `json:"waiting"`
	Answered  int    `json:"answered"`
	Reused    int    `json:"reused" doc:"answered by what was fresh already"`
	Silent    int    `json:"silent"`
	Refused   int    `json:"refused"`
	Cancelled int    `json:"cancelled"`
	Reason    string `json:"reason,omitempty" doc:"the latest reason for silence"`

	Transport  string     `json:"transport" enum:"http,callback,file,desk"`
	AnswerDays int        `json:"answer_days,omitempty" doc:"working days that people take to answer; 0: machines answer"`
	Paused     bool       `json:"paused" doc:"nobody asks the source at present"`
	OpenUntil  *time.Time `json:"open_until" doc:"the circuit breaker is open until then"`
	Closed     bool       `json:"closed" doc:"outside the hours in which the source answers"`
	NextAt     *time.Time `json:"next_at" doc:"when the next question leaves that waits"`
}

const orderColumns = `id, number, kind, title, division, purpose, client, case_id, classes, priority, due, state, people, failure, by_name, created_at, ended_at, version`

func (s *Service) scanOrder(r pgx.CollectableRow) (o Order, err error) {
	err = r.Scan(&o.ID, &o.Number, &o.Kind, &o.Title, &o.Place, &o.Purpose, &o.Client, &o.CaseID, &o.Classes, &o.Priority, &o.Due, &o.State, &o.People, &o.Failure, &o.ByName, &o.CreatedAt, &o.EndedAt, &o.Version)
	o.PlaceName = s.places.Name(o.Place)
	return o, err
}

// Get returns an order with how far each source is.
func (s *Service) Get(ctx context.Context, actor access.Actor, id uuid.UUID) (Order, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return Order{}, err
	}
	var o Order
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+orderColumns+` from verification_order where id = $1`, id)
		if err != nil {
			return err
		}
		if o, err = pgx.CollectExactlyOneRow(rows, s.scanOrder); err != nil {
			return err
		}
		o.Sources, err = s.sourceStates(ctx, tx, id, o.People)
		return err
	})
	o.Columns, o.Now = s.columns(o.Classes), s.now()
	if errors.Is(err, pgx.ErrNoRows) {
		return o, errs.Missing("这份核对委托")
	}
	return o, err
}

const countedLines = `with counted as (
  select source, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'answered') as answered, count(*) filter (where reused) as reused,
    count(*) filter (where state = 'silent') as silent, count(*) filter (where state = 'refused') as refused, count(*) filter (where state = 'cancelled') as cancelled,
    coalesce((array_agg(reason order by ended_at desc) filter (where reason <> ''))[1], '') as reason
  from verification_item where order_id = $1 group by source
), next as (
  select i.source, min(q.next_at) as at from verification_item i join inquiry q on q.person_id = i.person_id and q.id = i.inquiry_id
  where i.order_id = $1 and i.state = 'waiting' and q.state = 'waiting' group by i.source
)`

// The lines of an order about many people were counted as they changed.
const talliedLines = `with summed as (
  select source, coalesce(sum(n) filter (where state = 'added'), 0)::bigint as added, coalesce(sum(n) filter (where state = 'answered'), 0)::bigint as answered,
    coalesce(sum(n) filter (where reused), 0)::bigint as reused, coalesce(sum(n) filter (where state = 'silent'), 0)::bigint as silent,
    coalesce(sum(n) filter (where state = 'refused'), 0)::bigint as refused, coalesce(sum(n) filter (where state = 'cancelled'), 0)::bigint as cancelled
  from verification_tally where order_id = $1 group by source
), counted as (
  select source, added - answered - silent - refused - cancelled as waiting, answered, reused, silent, refused, cancelled,
    coalesce((select i.reason from verification_item i where i.order_id = $1 and i.source = s.source and i.reason <> '' order by i.ended_at desc limit 1), '') as reason
  from summed s
), next as (select ''::text as source, null::timestamptz as at where false)`

const sourceStates = ` select c.*, coalesce(e.paused, false), e.open_until, n.at from counted c
left join exchange_source e on e.source = c.source left join next n on n.source = c.source order by c.source`

// few is up to how many people the page of an order counts line by line, as far as the reader's range goes, and tells when the next
// question leaves.
const few = 500

func (s *Service) sourceStates(ctx context.Context, tx pgx.Tx, id uuid.UUID, people int64) ([]SourceState, error) {
	lines := countedLines
	if people > few {
		lines = talliedLines
	}
	rows, err := tx.Query(ctx, lines+sourceStates, id)
	if err != nil {
		return nil, err
	}
	now := s.now()
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (st SourceState, err error) {
		err = r.Scan(&st.Source, &st.Waiting, &st.Answered, &st.Reused, &st.Silent, &st.Refused, &st.Cancelled, &st.Reason, &st.Paused, &st.OpenUntil, &st.NextAt)
		if st.OpenUntil != nil && !st.OpenUntil.After(now) {
			st.OpenUntil = nil
		}
		if src := s.catalogue.Source(st.Source); src != nil {
			st.Name, st.Transport, st.AnswerDays = src.Name, string(src.Transport.Kind), src.Service.AnswerDays
			st.Closed = !openAt(src.Service.Hours, now)
			st.Paused = st.Paused || src.Disabled
		}
		return st, err
	})
}

func (s *Service) columns(classes []string) []AskedClass {
	out := make([]AskedClass, 0, len(classes))
	for _, id := range classes {
		one := AskedClass{Class: id, Name: id}
		if class, src := s.catalogue.Class(id); class != nil {
			one = AskedClass{Class: id, Name: class.Name, Source: src.ID, SourceName: src.Name, ByPeople: src.Transport.Kind == exchange.Desk}
		}
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b AskedClass) int { return strings.Compare(a.Source, b.Source) })
	return out
}

// Classes are the data classes of the catalogue, in the order of the sources: what an order or an authorisation may name.
func (s *Service) Classes(actor access.Actor) ([]AskedClass, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	return s.columns(s.allClasses()), nil
}
