package report

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// order is what a report says of the order it stands on.
type order struct {
	ID       uuid.UUID
	Number   string
	Division int64
	Kind     string
	Purpose  string
	Client   string
	CaseID   *uuid.UUID
	Classes  []string
	State    string
	Version  int
	Created  time.Time
}

const selectOrder = `select id, number, division, kind, purpose, client, case_id, classes, state, version, created_at from verification_order where id = $1`

func readOrder(ctx context.Context, tx pgx.Tx, id uuid.UUID, lock string) (o order, err error) {
	err = tx.QueryRow(ctx, selectOrder+" "+lock, id).Scan(&o.ID, &o.Number, &o.Division, &o.Kind, &o.Purpose, &o.Client, &o.CaseID, &o.Classes, &o.State, &o.Version, &o.Created)
	if errors.Is(err, pgx.ErrNoRows) {
		return o, errs.Missing("这份核对委托")
	}
	return o, err
}

// subject is somebody of an order.
type subject struct {
	ReportMember
	supporter bool
	division  int64
	facts     exchange.PersonFacts
}

// group is the household of an order with what was asked about its people.
type group struct {
	household uuid.UUID
	division  int64
	people    []subject
	asked     []asked
}

// asked is one thing asked about one person.
type asked struct {
	person   uuid.UUID
	class    string
	source   string
	state    string
	reason   string
	fault    string // why the newest message about it failed
	reused   bool
	answer   *exchange.Typed
	first    *time.Time // when it left first and last
	last     *time.Time
	received *time.Time
}

// One household of an order: a case's people are one whatever their register says; somebody without a household is their own.
const selectSubjects = `select s.person_id, s.name, s.id_masked, s.role = 'supporter', s.division, p.birth, p.sex::text, s.group_id
from verification_subject s join person p on p.id = s.person_id
where s.order_id = $1`

const selectAsked = `select i.person_id, i.class, i.source, i.state, i.reason, case when m.state = 'failed' then split_part(m.fault, '：', 1) else '' end, i.reused, coalesce(a.number, ''),
  n.status, n.as_of, n.records_sealed, n.note, n.received_at, k.first, k.last
from verification_item i
left join authorisation a on a.person_id = i.person_id and a.id = i.authorisation_id
left join answer n on i.state = 'answered' and n.person_id = i.person_id and n.inquiry_id = i.inquiry_id
left join lateral (select min(asked_at) as first, max(asked_at) as last, (array_agg(message_id order by attempt desc))[1] as message
  from inquiry_ask where person_id = i.person_id and inquiry_id = i.inquiry_id) k on true
left join exchange_message m on m.id = k.message
where i.order_id = $1 and i.person_id = any($2) order by i.person_id, i.class`

// gather reads the households of an order; all of them where none is named. The system reads: people of an order may be
// registered outside the reader's range, and the caller has checked the reader on the order.
func (s *Service) gather(ctx context.Context, tx pgx.Tx, o *order, households []uuid.UUID, together uuid.UUID) ([]*group, error) {
	query, args := selectSubjects, []any{o.ID}
	if households != nil { // said apart, so that the plan goes by households
		query, args = query+` and s.group_id = any($2)`, append(args, households)
	}
	rows, err := tx.Query(ctx, query+` order by s.role, s.person_id`, args...)
	if err != nil {
		return nil, err
	}
	byHousehold, of := map[uuid.UUID]*group{}, map[uuid.UUID]*group{}
	at := map[uuid.UUID]int{}
	var people []uuid.UUID
	var household uuid.UUID
	var p subject
	if _, err := pgx.ForEachRow(rows, []any{&p.PersonID, &p.Name, &p.IDMasked, &p.supporter, &p.division, &p.facts.Birth, &p.facts.Sex, &household}, func() error {
		one := p
		one.facts.HongKongMacao = strings.HasPrefix(one.IDMasked, "81") || strings.HasPrefix(one.IDMasked, "82")
		if together != uuid.Nil {
			household = together
		}
		g := byHousehold[household]
		if g == nil {
			g = &group{household: household, division: one.division}
			byHousehold[household] = g
		}
		of[one.PersonID], at[one.PersonID] = g, len(g.people)
		g.people, people = append(g.people, one), append(people, one.PersonID)
		return nil
	}); err != nil || len(people) == 0 {
		return nil, err
	}
	if rows, err = tx.Query(ctx, selectAsked, o.ID, people); err != nil {
		return nil, err
	}
	for rows.Next() {
		a, number, err := s.scanAsked(rows)
		if err != nil {
			rows.Close()
			return nil, err
		}
		g := of[a.person]
		m := &g.people[at[a.person]]
		m.Authorisation = cmp.Or(m.Authorisation, number)
		g.asked = append(g.asked, a)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	out := make([]*group, 0, len(byHousehold))
	for _, g := range byHousehold {
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b *group) int { return strings.Compare(a.household.String(), b.household.String()) })
	return out, nil
}

func (s *Service) scanAsked(rows pgx.Rows) (a asked, number string, err error) {
	var status, note *string
	var asOf *calendar.Date
	var sealed []byte
	if err = rows.Scan(&a.person, &a.class, &a.source, &a.state, &a.reason, &a.fault, &a.reused, &number, &status, &asOf, &sealed, &note, &a.received, &a.first, &a.last); err != nil {
		return a, number, err
	}
	if status == nil {
		return a, number, nil
	}
	a.answer = &exchange.Typed{Status: exchange.Status(*status), Note: *note}
	if asOf != nil {
		a.answer.AsOf = *asOf
	}
	text, err := s.keys.OpenBytes(fieldRecords, sealed)
	if err != nil {
		return a, number, err
	}
	return a, number, json.Unmarshal(text, &a.answer.Records)
}

// combined brings the answers together. What does not apply to a person and was not answered is left out: an order asks its
// classes about everybody.
func (s *Service) combined(day calendar.Date, g *group) (exchange.Combined, error) {
	facts := map[uuid.UUID]exchange.PersonFacts{}
	people := make([]exchange.Person, len(g.people))
	for i, p := range g.people {
		facts[p.PersonID] = p.facts
		people[i] = exchange.Person{Key: p.PersonID.String(), Household: !p.supporter, PersonFacts: p.facts}
	}
	var given []exchange.Given
	for _, a := range g.asked {
		if a.answer == nil && !s.catalogue.Applies(a.class, facts[a.person], day) {
			continue
		}
		given = append(given, exchange.Given{Person: a.person.String(), Class: a.class, Answer: a.answer, Why: "item " + a.state})
	}
	return s.catalogue.Combine(day, people, given)
}
