package verification

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// itemRows are the lines of a chunk of people, column by column as they are written.
type itemRows struct {
	things                    []thing
	persons                   []uuid.UUID
	divisions                 []int64
	classes, sources          []string
	states, reasons           []string
	authorisations, inquiries []*uuid.UUID
	reused                    []bool
	ended                     []*time.Time
}

func newItemRows(n int) *itemRows {
	return &itemRows{things: make([]thing, 0, n), persons: make([]uuid.UUID, 0, n), divisions: make([]int64, 0, n), classes: make([]string, 0, n), sources: make([]string, 0, n),
		states: make([]string, 0, n), reasons: make([]string, 0, n), authorisations: make([]*uuid.UUID, 0, n), inquiries: make([]*uuid.UUID, 0, n), reused: make([]bool, 0, n), ended: make([]*time.Time, 0, n)}
}

func (r *itemRows) add(in *intake, k thing, source, state string, authorisation, inquiry *uuid.UUID, reason string) {
	who := &in.people[k.person]
	r.things, r.persons, r.divisions = append(r.things, k), append(r.persons, who.id), append(r.divisions, who.division)
	r.classes, r.sources, r.states, r.reasons = append(r.classes, in.order.Classes[k.class]), append(r.sources, source), append(r.states, state), append(r.reasons, reason)
	r.authorisations, r.inquiries, r.reused = append(r.authorisations, authorisation), append(r.inquiries, inquiry), append(r.reused, inquiry != nil)
	var at *time.Time
	if state != "waiting" {
		at = &in.now
	}
	r.ended = append(r.ended, at)
}

// openQuestions opens questions where nobody asks yet. A more urgent order hurries one that is open. It answers with those that are
// ours or were hurried. By class and person: two orders with the same people wait for each other and do not lock each other out.
const openQuestions = `insert into inquiry as q (person_id, id, division, class, source, purpose, state, priority, due, next_at, opened_at)
select u.person, u.id, u.division, u.class, u.source, $1, 'waiting', $2, $3, $4, $4
from unnest($5::uuid[], $6::uuid[], $7::bigint[], $8::text[], $9::text[]) as u(person, id, division, class, source) order by u.class, u.person
on conflict (person_id, class) where state in ('waiting', 'asked') do update set priority = least(q.priority, excluded.priority), due = greatest(q.due, excluded.due)
where q.state = 'waiting' and (q.priority > excluded.priority or q.due < excluded.due)
returning q.person_id, q.class, q.id`

const selectOpen = `select person_id, class, id from inquiry where person_id = any($1) and class = any($2) and state in ('waiting', 'asked')`

// open opens the questions of what waits and notes them in the lines. Ids follow the order of asking, so that the queue of a
// source grows at its end. It returns whose question, opened by another order, ended in between.
func (r *itemRows) open(ctx context.Context, tx pgx.Tx, in *intake) (loose []uuid.UUID, err error) {
	waits := make(map[thing]int, len(r.things))
	var persons, ids []uuid.UUID
	var divisions []int64
	var classes, sources []string
	for i, state := range r.states {
		if state == "waiting" {
			waits[r.things[i]] = i
			persons, ids, divisions = append(persons, r.persons[i]), append(ids, uuid.Must(uuid.NewV7())), append(divisions, r.divisions[i])
			classes, sources = append(classes, r.classes[i]), append(sources, r.sources[i])
		}
	}
	if len(persons) == 0 {
		return nil, nil
	}
	note := func(rows pgx.Rows, err error) error {
		if err != nil {
			return err
		}
		var person, id uuid.UUID
		var class string
		_, err = pgx.ForEachRow(rows, []any{&person, &class, &id}, func() error {
			if k, ok := in.find(person, class); ok {
				if i, ok := waits[k]; ok {
					held := id
					r.inquiries[i] = &held
					delete(waits, k)
				}
			}
			return nil
		})
		return err
	}
	if err := note(tx.Query(ctx, openQuestions, in.order.Purpose, in.order.Priority, in.order.Due, in.now, persons, ids, divisions, classes, sources)); err != nil || len(waits) == 0 {
		return nil, err
	}
	if err := note(tx.Query(ctx, selectOpen, in.ids, in.order.Classes)); err != nil {
		return nil, err
	}
	late := map[uuid.UUID]bool{}
	for _, i := range waits {
		late[r.persons[i]] = true
	}
	return slices.Collect(maps.Keys(late)), nil
}

const insertItems = `insert into verification_item (order_id, person_id, class, division, source, state, authorisation_id, inquiry_id, reused, reason, created_at, ended_at)
select $1, u.person, u.class, u.division, u.source, u.state, u.authorisation, u.inquiry, u.reused, u.reason, $2, u.ended
from unnest($3::uuid[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::boolean[], $11::text[], $12::timestamptz[])
  as u(person, class, division, source, state, authorisation, inquiry, reused, reason, ended)`

func (r *itemRows) insert(ctx context.Context, tx pgx.Tx, in *intake) error {
	if len(r.things) == 0 {
		return nil
	}
	_, err := tx.Exec(ctx, insertItems, in.order.ID, in.now, r.persons, r.classes, r.divisions, r.sources, r.states, r.authorisations, r.inquiries, r.reused, r.reasons, r.ended)
	return err
}

// refused counts what was refused: lines, people, and the classes by name.
func (r *itemRows) refused() (lines, people int, classes []string) {
	whom, what := map[int]bool{}, map[string]bool{}
	for i, state := range r.states {
		if state == "refused" {
			lines++
			whom[r.things[i].person], what[r.classes[i]] = true, true
		}
	}
	return lines, len(whom), slices.Sorted(maps.Keys(what))
}
