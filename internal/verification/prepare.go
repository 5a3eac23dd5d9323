package verification

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
)

// chunk is how many people are put into an order in one transaction.
const chunk = 2000

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

// prepare puts the people into an order, chunk by chunk: each transaction takes the next ones by person, so that a kill leaves
// off and goes on where it was.
func (s *Service) prepare(ctx context.Context, id uuid.UUID) error {
	for {
		more := false
		err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
			o, err := readOrder(ctx, tx, id, "for update")
			if errors.Is(err, pgx.ErrNoRows) || err == nil && o.State != "preparing" {
				return nil
			}
			if err != nil {
				return err
			}
			people, err := s.choose(ctx, tx, &o)
			if err != nil {
				return err
			}
			if len(people) > 0 {
				more = true
				if err := s.items(ctx, tx, &o, people); err != nil {
					return err
				}
				if err := s.auditLeftOut(ctx, tx, &o, people); err != nil {
					return err
				}
				_, err = tx.Exec(ctx, `update verification_order set prepared = prepared + $2, people = people + $2, version = version + 1 where id = $1`, id, len(people))
				return err
			}
			_, err = tx.Exec(ctx, `update verification_order set state = 'running', started_at = $2, version = version + 1 where id = $1`, id, s.now())
			return err
		})
		if err != nil || !more {
			if err == nil {
				err = s.settle(ctx, []uuid.UUID{id})
			}
			return err
		}
	}
}

// choose adds the next people to the order and returns their ids. The scope of a batch is the order's place and not the
// system's whole range.
func (s *Service) choose(ctx context.Context, tx pgx.Tx, o *orderRow) ([]uuid.UUID, error) {
	lo, hi := division.Range(o.Division)
	query, args := `select distinct on (p.id) p.id, p.division, m.household_id, p.name, p.id_sealed,
  case when exists (select from case_member cm where cm.case_id = $4 and cm.person_id = p.id and cm.role = 'supporter') then 'supporter' else 'member' end
from person p left join person_household m on m.person_id = p.id
where p.id = any($1) and not exists (select from verification_subject s where s.order_id = $2 and s.person_id = p.id)
order by p.id limit $3`, []any{o.Choice.People, o.ID, chunk, o.CaseID}
	if o.Kind == KindBatch {
		// Everybody in a household of which somebody holds the category now: the means of all are looked at.
		query, args = `select p.id, p.division, m.household_id, p.name, p.id_sealed, 'member'
from (select distinct ph.person_id, ph.household_id from category c join person_household ph on ph.household_id = c.household_id
      where c.kind = any($1) and c.until is null and c.division between $4 and $5
        and ph.person_id > coalesce((select person_id from verification_subject where order_id = $2 order by person_id desc limit 1), '00000000-0000-0000-0000-000000000000')
      order by ph.person_id limit $3) m join person p on p.id = m.person_id order by p.id`, []any{o.Choice.Categories, o.ID, chunk, lo, hi}
	}
	rows, err := tx.Query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	var ids []uuid.UUID
	var divisions []int64
	var households []*uuid.UUID
	var names, masked, roles []string
	var id uuid.UUID
	var place int64
	var household *uuid.UUID
	var name, role string
	var sealed []byte
	if _, err = pgx.ForEachRow(rows, []any{&id, &place, &household, &name, &sealed, &role}, func() error {
		number, err := s.keys.Open(fieldID, sealed)
		if err != nil {
			return err
		}
		ids, divisions, households = append(ids, id), append(divisions, place), append(households, household)
		names, masked, roles = append(names, name), append(masked, idnum.MaskResident(number)), append(roles, role)
		return nil
	}); err != nil || len(ids) == 0 {
		return nil, err
	}
	_, err = tx.Exec(ctx, `insert into verification_subject (order_id, person_id, division, household_id, name, id_masked, role)
select $1, * from unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[])`, o.ID, ids, divisions, households, names, masked, roles)
	return ids, err
}
