package casework

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/registry"
)

const selectTouches = `select e.at, e.text, c.number, c.id from case_event e join cases c on c.id = e.case_id where c.id in `

// TouchesOfPerson tells the file of a person what happened in the cases that the person was a member of.
func (s *Service) TouchesOfPerson(ctx context.Context, tx pgx.Tx, person uuid.UUID) ([]registry.Touch, error) {
	return s.touches(ctx, tx, selectTouches+`(select case_id from case_member where person_id = $1) order by e.at desc limit 200`, person)
}

// TouchesOfHousehold tells the file of a household what happened in its cases.
func (s *Service) TouchesOfHousehold(ctx context.Context, tx pgx.Tx, household uuid.UUID) ([]registry.Touch, error) {
	return s.touches(ctx, tx, selectTouches+`(select id from cases where household_id = $1) order by e.at desc limit 200`, household)
}

func (s *Service) touches(ctx context.Context, tx pgx.Tx, query string, id uuid.UUID) ([]registry.Touch, error) {
	rows, err := tx.Query(ctx, query, id)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (registry.Touch, error) {
		t := registry.Touch{Kind: "case"}
		var caseID uuid.UUID
		err := r.Scan(&t.At, &t.Text, &t.Title, &caseID)
		t.Link = "/cases/" + caseID.String()
		return t, err
	})
}

// HoldsHousehold keeps a household where it is while a case of it runs.
func (s *Service) HoldsHousehold(ctx context.Context, tx pgx.Tx, household uuid.UUID) (string, error) {
	var number string
	err := tx.QueryRow(ctx, `select number from cases where household_id = $1 and status = 'open' limit 1`, household).Scan(&number)
	if err == pgx.ErrNoRows {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return "该家庭有在办案件（" + number + "），办结或撤回后才能迁移。", nil
}
