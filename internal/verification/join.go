package verification

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// openInquiries opens a question for each thing that waits and that nobody asks yet. A more urgent order hurries one that is open.
const openInquiries = `insert into inquiry as q (person_id, id, division, class, source, purpose, state, priority, due, next_at, opened_at)
select i.person_id, gen_random_uuid(), i.division, i.class, i.source, $3, 'waiting', $4, $5, $6, $6
from verification_item i where i.order_id = $1 and i.person_id = any($2) and i.state = 'waiting' and i.inquiry_id is null
order by i.class, i.person_id
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

// join sees that each thing of an order that waits without a question gets one, whoever asks it. It is for few things: those whose
// question ended between two statements, and those that are asked anew.
func (s *Service) join(ctx context.Context, tx pgx.Tx, o *orderRow, people []uuid.UUID) error {
	now, today := s.now(), s.today()
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

// joinLoose gives the next people of an order, of whom something waits without a question, theirs. It tells whether there may be more.
func (s *Service) joinLoose(ctx context.Context, id uuid.UUID) (more bool, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		o, err := readOrder(ctx, tx, id, "for update")
		if err != nil || o.State != "running" {
			more = false
			return err
		}
		rows, err := tx.Query(ctx, `select distinct person_id from verification_item where order_id = $1 and state = 'waiting' and inquiry_id is null limit $2`, id, s.chunk)
		if err != nil {
			return err
		}
		people, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
		if more = len(people) == s.chunk; err != nil || len(people) == 0 {
			return err
		}
		return s.join(ctx, tx, &o, people)
	})
	return more, err
}
