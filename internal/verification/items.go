package verification

import (
	"context"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// What is refused here was never asked; the reason says what is missing.
const noAuthorisation = "没有有效的核对授权书"

// insertItems writes what is asked about each person: refused without an authorisation for it, answered where an answer is
// still fresh, silent where the source cannot be asked, else waiting.
const insertItems = `with wanted as (
  select s.person_id, s.division, c.class, c.source, c.unusable from verification_subject s
  cross join unnest($3::text[], $4::text[], $9::text[]) as c(class, source, unusable) where s.order_id = $1 and s.person_id = any($2)
    and (c.class <> all($10) or (s.person_id, c.class) in (select * from unnest($11::uuid[], $12::text[])))
), allowed as (
  select w.*, (select a.id from authorisation a where a.person_id = w.person_id and a.purpose = $5 and a.classes && array[w.class, '*'] and a.withdrawn_at is null
      and a.valid_from <= $7::date and (a.valid_until is null or a.valid_until >= $7::date) order by a.signed_on desc, a.id desc limit 1) as authorisation,
    (select n.inquiry_id from answer n where n.person_id = w.person_id and n.class = w.class and n.status <> 'unknown' and n.fresh_until >= $7::date
      order by n.received_at desc limit 1) as fresh
  from wanted w
)
insert into verification_item (order_id, person_id, class, division, source, state, authorisation_id, inquiry_id, reused, reason, created_at, ended_at)
select $1, person_id, class, division, source,
  case when authorisation is null then 'refused' when fresh is not null then 'answered' when unusable <> '' then 'silent' else 'waiting' end,
  authorisation, case when authorisation is not null then fresh end, authorisation is not null and fresh is not null,
  case when authorisation is null then $8 when fresh is null then unusable else '' end, $6,
  case when authorisation is null or fresh is not null or unusable <> '' then $6::timestamptz end
from allowed on conflict on constraint verification_item_pkey do nothing`

// openInquiries opens a question for each thing that waits and that nobody asks yet. A more urgent order hurries one that is open.
const openInquiries = `insert into inquiry as q (person_id, id, division, class, source, purpose, state, priority, due, next_at, opened_at)
select i.person_id, gen_random_uuid(), i.division, i.class, i.source, $3, 'waiting', $4, $5, $6, $6
from verification_item i where i.order_id = $1 and i.person_id = any($2) and i.state = 'waiting' and i.inquiry_id is null
order by i.person_id, i.class
on conflict (person_id, class) where state in ('waiting', 'asked') do update set priority = least(q.priority, excluded.priority), due = greatest(q.due, excluded.due)
where q.state = 'waiting' and (q.priority > excluded.priority or q.due < excluded.due)`

// joinInquiries lets what waits wait for the open question. Each looks its question up: a join would be planned by statistics that
// know nothing yet of the questions that have just been opened, and compare each with each.
const joinInquiries = `update verification_item i set inquiry_id = (select q.id from inquiry q where q.person_id = i.person_id and q.class = i.class and q.state in ('waiting', 'asked'))
where i.order_id = $1 and i.person_id = any($2) and i.state = 'waiting' and i.inquiry_id is null`

// answerLate ends what waited for a question that was answered between two statements.
const answerLate = `update verification_item i set state = 'answered', inquiry_id = n.inquiry_id, reused = true, ended_at = $4
from (select distinct on (person_id, class) person_id, class, inquiry_id from answer
      where person_id = any($2) and status <> 'unknown' and fresh_until >= $3::date order by person_id, class, received_at desc) n
where i.order_id = $1 and i.person_id = n.person_id and i.class = n.class and i.state = 'waiting' and i.inquiry_id is null`

// items writes what is asked about the people, and sees that each thing is asked once whoever wants to know.
func (s *Service) items(ctx context.Context, tx pgx.Tx, o *orderRow, people []uuid.UUID) error {
	sources, unusable := make([]string, len(o.Classes)), make([]string, len(o.Classes))
	for i, id := range o.Classes {
		if _, src := s.catalogue.Class(id); src != nil {
			sources[i], unusable[i] = src.ID, s.settings.Unusable[src.ID]
		}
	}
	now, today := s.now(), s.today()
	some, persons, theirs, err := s.onlyFor(ctx, tx, o, people, today)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, insertItems, o.ID, people, o.Classes, sources, o.Purpose, now, today, noAuthorisation, unusable, some, persons, theirs); err != nil {
		return err
	}
	for range 3 { // a question may end between two statements
		if _, err := tx.Exec(ctx, openInquiries, o.ID, people, o.Purpose, o.Priority, o.Due, now); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, joinInquiries, o.ID, people); err != nil {
			return err
		}
		var left bool
		if err := tx.QueryRow(ctx, `select exists (select from verification_item where order_id = $1 and person_id = any($2) and state = 'waiting' and inquiry_id is null)`,
			o.ID, people).Scan(&left); err != nil || !left {
			return err
		}
		if _, err := tx.Exec(ctx, answerLate, o.ID, people, today, now); err != nil {
			return err
		}
	}
	// What is still open is taken up by the sweep.
	return nil
}

// onlyFor returns the classes that are not asked about everybody, and whom each of them is asked about.
func (s *Service) onlyFor(ctx context.Context, tx pgx.Tx, o *orderRow, people []uuid.UUID, today calendar.Date) (some []string, persons []uuid.UUID, theirs []string, err error) {
	some, persons, theirs = []string{}, []uuid.UUID{}, []string{}
	for _, id := range o.Classes {
		if class, _ := s.catalogue.Class(id); class != nil && class.OnlyFor != "" {
			some = append(some, id)
		}
	}
	if len(some) == 0 {
		return some, persons, theirs, nil
	}
	rows, err := tx.Query(ctx, `select id, birth, sex::text, id_sealed from person where id = any($1)`, people)
	if err != nil {
		return nil, nil, nil, err
	}
	var id uuid.UUID
	var who exchange.PersonFacts
	var sealed []byte
	_, err = pgx.ForEachRow(rows, []any{&id, &who.Birth, &who.Sex, &sealed}, func() error {
		number, err := s.keys.Open(fieldID, sealed)
		if err != nil {
			return err
		}
		who.HongKongMacao = hongKongMacao(number)
		for _, class := range some {
			if s.catalogue.Applies(class, who, today) {
				persons, theirs = append(persons, id), append(theirs, class)
			}
		}
		return nil
	})
	return some, persons, theirs, err
}

// hongKongMacao knows residence permits of Hong Kong and Macao residents by the first two digits of their number.
func hongKongMacao(number string) bool {
	return strings.HasPrefix(number, "81") || strings.HasPrefix(number, "82")
}
