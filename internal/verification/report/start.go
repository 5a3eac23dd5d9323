package report

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/verification"
)

// The namespace of order ids that follow from a case and a round.
var orders = uuid.MustParse("5f1c9d0e-7c1b-4f57-9d6a-3a1f0c0de015")

// Start places the order of a case whose verification step is open (57号 art 17): members, and legal supporters who authorised, in the
// classes that concern any of them. A case that has an order keeps it; one that was cancelled is replaced. Errors: Conflict where the
// step is not open.
func (s *Service) Start(ctx context.Context, actor access.Actor, caseID uuid.UUID) error {
	if err := access.Check(actor, "verification.order", access.Listing); err != nil {
		return err
	}
	// The case must be the actor's to see; its people may be registered elsewhere, so the system reads them.
	if err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		check, err := s.cases.Checked(ctx, tx, caseID)
		if err != nil {
			return err
		}
		if check.Step == nil {
			return errs.New(errs.Conflict, "wrong_step", "案件现在不在信息核对这一步，不能发起核对。")
		}
		return access.Check(actor, "verification.order", access.At(check.Division))
	}); err != nil {
		return err
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error { return s.start(ctx, tx, actor, caseID) })
}

// opened is what follows the opening of the step: nothing where it was done or closed in between.
func (s *Service) opened(ctx context.Context, caseID uuid.UUID) error {
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		check, err := s.cases.Checked(ctx, tx, caseID)
		if err != nil || check.Step == nil {
			return err
		}
		by := access.System("信息核对")
		by.Division = division.At(check.Division, division.County)
		return s.start(ctx, tx, by, caseID)
	})
}

func (s *Service) start(ctx context.Context, tx pgx.Tx, actor access.Actor, caseID uuid.UUID) error {
	check, err := s.cases.Checked(ctx, tx, caseID)
	if err != nil || check.Step == nil {
		return err
	}
	var standing, gone int
	if err := tx.QueryRow(ctx, `select count(*) filter (where state not in ('cancelled', 'failed')), count(*) filter (where state in ('cancelled', 'failed'))
from verification_order where case_id = $1 and kind = 'case' and created_at >= (select max(opened_at) from case_step where case_id = $1 and step = 'verification')`, caseID).
		Scan(&standing, &gone); err != nil || standing > 0 {
		return err
	}
	in := verification.OrderInput{ID: uuid.NewSHA1(orders, fmt.Appendf(nil, "%s/%d/%d", caseID, check.Step.Round, gone)), Kind: verification.KindCase,
		Title: check.Applicant + "户：" + itemName(check) + "核对", Place: check.Division, Purpose: verification.ForAssistance, CaseID: &caseID, Priority: verification.OfCase}
	if check.Urgent {
		in.Priority = verification.Urgent
	}
	if due := check.Step.Due; due != nil {
		in.Due = max(*due, s.today())
	}
	for _, m := range check.Members {
		if !m.Supporter || m.Authorised {
			in.People = append(in.People, m.PersonID)
		}
	}
	if in.Classes, err = s.classesFor(ctx, tx, in.People); err != nil {
		return err
	}
	return s.orders.OrderIn(ctx, tx, actor, in)
}

// classesFor are the classes that are asked about at least one of the people; a class for Hong Kong residents is not asked where
// there is none.
func (s *Service) classesFor(ctx context.Context, tx pgx.Tx, people []uuid.UUID) ([]string, error) {
	rows, err := tx.Query(ctx, `select birth, sex::text, id_sealed from person where id = any($1)`, people)
	if err != nil {
		return nil, err
	}
	var all []exchange.PersonFacts
	var p exchange.PersonFacts
	var sealed []byte
	if _, err := pgx.ForEachRow(rows, []any{&p.Birth, &p.Sex, &sealed}, func() error {
		number, err := s.keys.Open("person.id", sealed)
		if err != nil {
			return err
		}
		one := p
		one.HongKongMacao = len(number) == 18 && (number[:2] == "81" || number[:2] == "82")
		all = append(all, one)
		return nil
	}); err != nil {
		return nil, err
	}
	var out []string
	for _, src := range s.catalogue.Sources() {
		if src.Disabled {
			continue
		}
		for i := range src.Classes {
			if s.concerns(src.Classes[i].ID, all, s.today()) {
				out = append(out, src.Classes[i].ID)
			}
		}
	}
	return out, nil
}

func (s *Service) concerns(class string, people []exchange.PersonFacts, day calendar.Date) bool {
	for _, p := range people {
		if s.catalogue.Applies(class, p, day) {
			return true
		}
	}
	return false
}

func itemName(c *casework.Checked) string {
	if it := c.Pack.Item(c.Item); it != nil {
		return it.Name
	}
	return c.Item
}
