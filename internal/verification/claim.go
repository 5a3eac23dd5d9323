package verification

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// asked is one question of a message, with what an answer is held against.
type asked struct {
	person   uuid.UUID
	inquiry  uuid.UUID
	division int64
	class    string
	attempt  int
	blind    []byte // of the ID number
	state    string
	current  bool // the question still waits for this message
}

// message is a message on its way.
type message struct {
	id      uuid.UUID
	query   exchange.Query
	sentAt  time.Time
	refused int // questions that were not allowed to leave
	dropped int // questions that nobody waits for any more
}

// claimNext takes the next questions of a source. Questions that wait for a later hour stay where they are.
const claimNext = `with picked as (
  select person_id, id from inquiry where source = $1 and state = 'waiting' and next_at <= $2
  order by priority, due, id limit $3 for update skip locked
)
select q.person_id, q.id, q.division, q.class, q.purpose, q.attempts, p.id_sealed, p.name, a.id, a.number,
  ` + waitsFor + ` is not null
from picked k join inquiry q on q.person_id = k.person_id and q.id = k.id
join person p on p.id = q.person_id
left join lateral (select id, number from authorisation a where a.person_id = q.person_id and a.purpose = q.purpose and a.classes && array[q.class, '*']
  and a.withdrawn_at is null and a.valid_from <= $4::date and (a.valid_until is null or a.valid_until >= $4::date)
  order by a.signed_on desc, a.id desc limit 1) a on true
order by q.purpose, q.priority, q.due, q.id`

const insertMessage = `insert into exchange_message (id, source, state, questions, sent_at, answer_due) values ($1, $2, 'sent', $3, $4, $5)`

const insertAsks = `insert into inquiry_ask (person_id, inquiry_id, attempt, division, message_id, class, purpose, authorisation_id, asked_at)
select u.person, u.inquiry, u.attempt, u.division, $1, u.class, $2, u.authorisation, $3
from unnest($4::uuid[], $5::uuid[], $6::int[], $7::bigint[], $8::text[], $9::uuid[]) as u(person, inquiry, attempt, division, class, authorisation)`

const markAsked = `update inquiry q set state = 'asked', attempts = q.attempts + 1, message_id = $1
from unnest($2::uuid[], $3::uuid[]) as u(person, inquiry) where q.person_id = u.person and q.id = u.inquiry and q.state = 'waiting'`

// claim takes the next questions of a source into a message that is on the books when it returns; nil where nothing waits.
// Questions whose authorisation was withdrawn or has run out end as refused, which is audited; those that nobody waits for any more
// do not leave.
func (s *Service) claim(ctx context.Context, src *exchange.Source) (*message, error) {
	var m *message
	err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		m = nil
		now := s.now()
		rows, err := tx.Query(ctx, claimNext, src.ID, now, max(1, src.Service.Batch), calendar.DateOf(now))
		if err != nil {
			return err
		}
		next := &message{id: uuid.Must(uuid.NewV7()), sentAt: now}
		var persons, inquiries, authorisations []uuid.UUID
		var attempts []int32
		var divisions []int64
		var classes []string
		refused := ended{reason: noAuthorisation}
		var refusedAt []int64
		var person, inquiry uuid.UUID
		var place int64
		var class, purpose, name string
		var tries int
		var sealed []byte
		var authorisation *uuid.UUID
		var number *string
		var wanted bool
		idle := ended{reason: "委托已取消"}
		_, err = pgx.ForEachRow(rows, []any{&person, &inquiry, &place, &class, &purpose, &tries, &sealed, &name, &authorisation, &number, &wanted}, func() error {
			if !wanted {
				idle.add(person, inquiry)
				return nil
			}
			if authorisation == nil {
				refused.add(person, inquiry)
				refusedAt = append(refusedAt, place)
				return nil
			}
			if next.query.Purpose == "" {
				next.query.Purpose = purpose
			}
			if next.query.Purpose != purpose { // one message, one purpose: the others stay
				return nil
			}
			id, err := s.keys.Open(fieldID, sealed)
			if err != nil {
				return err
			}
			persons, inquiries, authorisations = append(persons, person), append(inquiries, inquiry), append(authorisations, *authorisation)
			attempts, divisions, classes = append(attempts, int32(tries+1)), append(divisions, place), append(classes, class)
			q := exchange.Question{ID: inquiry, Class: class, IDNumber: id, Name: name, Authorisation: *number}
			if c, _ := s.catalogue.Class(class); c != nil {
				q.From = c.From(calendar.DateOf(now))
			}
			next.query.Questions = append(next.query.Questions, q)
			return nil
		})
		if err != nil {
			return err
		}
		if idle.len() > 0 {
			next.dropped = idle.len()
			if err := s.giveUp(ctx, tx, &idle, now); err != nil {
				return err
			}
		}
		if refused.len() > 0 {
			next.refused = refused.len()
			if err := s.end(ctx, tx, "refused", &refused, now); err != nil {
				return err
			}
			if err := s.auditRefused(ctx, tx, src, &refused, refusedAt, now); err != nil {
				return err
			}
		}
		if len(persons) == 0 {
			if next.refused+next.dropped > 0 {
				m = next
			}
			return nil
		}
		b := &pgx.Batch{}
		b.Queue(insertMessage, next.id, src.ID, len(persons), now, s.answerDue(src, now))
		b.Queue(insertAsks, next.id, next.query.Purpose, now, persons, inquiries, attempts, divisions, classes, authorisations)
		b.Queue(markAsked, next.id, persons, inquiries)
		if err := tx.SendBatch(ctx, b).Close(); err != nil {
			return err
		}
		next.query.Version, next.query.Message, next.query.Source, next.query.AskedAt = exchange.Version, next.id, src.ID, now
		if src.Transport.Kind == exchange.Callback {
			next.query.Callback = s.settings.Callback + "/" + src.ID
		}
		m = next
		return nil
	})
	return m, err
}

// auditRefused puts each refusal where its person is registered: the auditor of the place sees it.
func (s *Service) auditRefused(ctx context.Context, tx pgx.Tx, src *exchange.Source, e *ended, places []int64, now time.Time) error {
	b := &pgx.Batch{}
	for i, person := range e.persons {
		err := audit.Queue(b, now, system, audit.Event{Action: "verification.ask", ObjectKind: "person", ObjectID: person.String(), Root: person, Division: places[i],
			After: map[string]any{"refused": noAuthorisation, "source": src.ID, "question": e.inquiries[i]}})
		if err != nil {
			return err
		}
	}
	return tx.SendBatch(ctx, b).Close()
}

// answerDue is when a message that was not answered counts as failed. An exchange over HTTP has its timeout and a little more
// for what we do with the answer; the others have what the source promised.
func (s *Service) answerDue(src *exchange.Source, now time.Time) time.Time {
	if n := src.Service.AnswerDays; n > 0 {
		return calendar.DueWorking(calendar.DateOf(now), n).AddDays(1).Time()
	}
	within := src.Service.AnswerWithin
	if src.Transport.Kind == exchange.HTTP {
		within += 10 * time.Second
	}
	return now.Add(max(within, time.Second))
}
