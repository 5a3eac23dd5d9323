package verification

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/idnum"
)

// chunk is how many people are put into an order in one transaction; list is how many of a batch are looked up at a time: whom a batch
// is about is found out by sorting everybody on benefit in its place, which is not done for each chunk.
const (
	chunk = 2000
	list  = 100_000
)

type orderRow struct {
	ID       uuid.UUID
	Number   string
	Division int64
	Kind     string
	Purpose  string
	CaseID   *uuid.UUID
	Classes  []string
	Choice   struct {
		People     []uuid.UUID `json:"people"`
		Categories []string    `json:"categories"`
	}
	Priority int
	Due      time.Time
	State    string
	Prepared int64
}

func readOrder(ctx context.Context, tx pgx.Tx, id uuid.UUID, lock string) (orderRow, error) {
	var o orderRow
	var selection []byte
	err := tx.QueryRow(ctx, `select id, number, division, kind, purpose, case_id, classes, selection, priority, due, state, prepared
from verification_order where id = $1 `+lock, id).Scan(&o.ID, &o.Number, &o.Division, &o.Kind, &o.Purpose, &o.CaseID, &o.Classes, &selection, &o.Priority, &o.Due, &o.State, &o.Prepared)
	if err != nil {
		return o, err
	}
	return o, json.Unmarshal(selection, &o.Choice)
}

// preparing is whom one run of prepare has looked up and not yet put in.
type preparing struct {
	next []uuid.UUID // by person
	done int64       // people of the order after our last chunk; another's work in between makes next void
	last bool        // nobody comes after next
}

// prepare puts the people into an order, chunk by chunk: each transaction takes the next ones by person, so that a kill leaves
// off and goes on where it was.
func (s *Service) prepare(ctx context.Context, id uuid.UUID) error {
	at := preparing{done: -1}
	for {
		var then preparing
		more := false
		err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
			more = false
			o, err := readOrder(ctx, tx, id, "for update")
			if errors.Is(err, pgx.ErrNoRows) || err == nil && o.State != "preparing" {
				return nil
			}
			if err != nil {
				return err
			}
			if then, err = s.look(ctx, tx, &o, at); err != nil {
				return err
			}
			n := min(s.chunk, len(then.next))
			people, err := s.put(ctx, tx, &o, then.next[:n])
			if err != nil {
				return err
			}
			then.next, then.done = then.next[n:], o.Prepared+int64(people)
			more = len(then.next) > 0 || !then.last
			_, err = tx.Exec(ctx, `update verification_order set prepared = prepared + $2, people = people + $2, version = version + 1,
  state = case when $3 then state else 'running' end, started_at = case when $3 then started_at else $4 end where id = $1`, id, people, more, s.now())
			return err
		})
		if err != nil || !more {
			if err == nil {
				err = s.settle(ctx, []uuid.UUID{id})
			}
			return err
		}
		at = then
	}
}

// look returns whom to put in next: what is left of the last look, or who comes after the last that is in the order. The scope of
// a batch is the order's place and not the system's whole range.
func (s *Service) look(ctx context.Context, tx pgx.Tx, o *orderRow, at preparing) (preparing, error) {
	if at.done == o.Prepared && len(at.next) > 0 {
		return at, nil
	}
	var after uuid.UUID
	err := tx.QueryRow(ctx, `select person_id from verification_subject where order_id = $1 order by person_id desc limit 1`, o.ID).Scan(&after)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return at, err
	}
	if o.Kind != KindBatch {
		people := slices.SortedFunc(slices.Values(o.Choice.People), byID)
		people = slices.DeleteFunc(slices.Compact(people), func(id uuid.UUID) bool { return byID(id, after) <= 0 })
		return preparing{next: people, last: true}, nil
	}
	// Everybody in a household of which somebody holds the category now: the means of all are looked at.
	lo, hi := division.Range(o.Division)
	rows, err := tx.Query(ctx, `select ph.person_id from (select distinct household_id from category where kind = any($1) and until is null and division between $2 and $3) c
join person_household ph on ph.household_id = c.household_id where ph.person_id > $4 order by ph.person_id limit $5`, o.Choice.Categories, lo, hi, after, s.list)
	if err != nil {
		return at, err
	}
	people, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	return preparing{next: people, last: len(people) < s.list}, err
}

func byID(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }

const selectPeople = `select p.id, p.division, m.household_id, p.name, p.id_sealed, p.birth, p.sex::text,
  case when exists (select from case_member cm where cm.case_id = $2 and cm.person_id = p.id and cm.role = 'supporter') then 'supporter' else 'member' end
from person p left join person_household m on m.person_id = p.id where p.id = any($1) order by p.id`

const insertSubjects = `insert into verification_subject (order_id, person_id, division, household_id, name, id_masked, role)
select $1, * from unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[])`

// one is somebody who is put in.
type one struct {
	id       uuid.UUID
	division int64
	facts    exchange.PersonFacts
}

// put adds people to the order with what is asked about them, and returns how many the register knows.
func (s *Service) put(ctx context.Context, tx pgx.Tx, o *orderRow, ids []uuid.UUID) (int, error) {
	if len(ids) == 0 {
		return 0, nil
	}
	rows, err := tx.Query(ctx, selectPeople, ids, o.CaseID)
	if err != nil {
		return 0, err
	}
	n := len(ids)
	people, found, divisions, households := make([]one, 0, n), make([]uuid.UUID, 0, n), make([]int64, 0, n), make([]*uuid.UUID, 0, n)
	names, masked, roles := make([]string, 0, n), make([]string, 0, n), make([]string, 0, n)
	var who one
	var household *uuid.UUID
	var name, role string
	var sealed []byte
	if _, err = pgx.ForEachRow(rows, []any{&who.id, &who.division, &household, &name, &sealed, &who.facts.Birth, &who.facts.Sex, &role}, func() error {
		number, err := s.keys.Open(fieldID, sealed)
		if err != nil {
			return err
		}
		who.facts.HongKongMacao = hongKongMacao(number)
		people, found, divisions, households = append(people, who), append(found, who.id), append(divisions, who.division), append(households, household)
		names, masked, roles = append(names, name), append(masked, idnum.MaskResident(number)), append(roles, role)
		return nil
	}); err != nil || len(people) == 0 {
		return 0, err
	}
	if _, err = tx.Exec(ctx, insertSubjects, o.ID, found, divisions, households, names, masked, roles); err != nil {
		return 0, err
	}
	return len(people), s.items(ctx, tx, o, people, found)
}
