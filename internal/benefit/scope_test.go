package benefit_test

import (
	"context"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

func TestScopeMatrix(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	entitled(w, casefixture.Village, "张三", 100000, december, nil)
	other := entitled(w, casefixture.Foreign, "李四", 200000, december, nil)
	ours, err := s.Make(ctx, casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), "dibao", december)
	if err != nil || ours.Households != 1 || ours.Total != 100000 {
		t.Fatalf("%+v, %v", ours, err)
	}
	theirs, err := s.Make(ctx, casefixture.Actor(access.FinanceOfficer, casefixture.Tianhe), "dibao", december)
	if err != nil || theirs.Total != 200000 {
		t.Fatalf("%+v, %v", theirs, err)
	}
	for _, c := range []struct {
		who  access.Actor
		id   uuid.UUID
		kind errs.Kind
		ok   bool
	}{
		{casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), ours.ID, 0, true},
		{casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), theirs.ID, errs.NotFound, false},
		{casefixture.Actor(access.CountyApprover, casefixture.Tianhe), ours.ID, errs.NotFound, false},
		{casefixture.Actor(access.Auditor, 440100000000), theirs.ID, 0, true},
		{casefixture.Actor(access.Auditor, 440300000000), theirs.ID, errs.NotFound, false},
		{casefixture.Actor(access.TownClerk, casefixture.Beijing), ours.ID, errs.Forbidden, false},
		{access.Public("1.1.1.1"), ours.ID, errs.Unauthenticated, false},
	} {
		check := func(what string, err error) {
			t.Helper()
			if c.ok && err != nil || !c.ok && !errs.Is(err, c.kind) {
				t.Errorf("%s of %s at %d: %v", what, c.who.Role, c.who.Division, err)
			}
		}
		_, _, err := s.Get(ctx, c.who, c.id)
		check("list", err)
		_, _, err = s.Lines(ctx, c.who, benefit.LineQuery{Payroll: c.id, Limit: 10})
		check("lines", err)
		_, err = s.Excel(ctx, c.who, c.id)
		check("workbook", err)
		_, err = s.Print(ctx, c.who, c.id)
		check("print page", err)
	}
	if _, err := s.Approve(ctx, casefixture.Actor(access.CountyApprover, casefixture.Yuexiu), benefit.Approval{ID: theirs.ID, Version: 1}); !errs.Is(err, errs.NotFound) {
		t.Errorf("approved another county's list: %v", err)
	}
	if list, err := s.OfHousehold(ctx, casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), other.Household); err != nil || len(list) != 0 {
		t.Errorf("another county's entitlement: %v, %v", list, err)
	}
	for at, want := range map[int64]int{casefixture.Yuexiu: 1, casefixture.Tianhe: 1, 440100000000: 2, 440300000000: 0} {
		role := access.FinanceOfficer
		if division.LevelOf(at) == division.City {
			role = access.CitySupervisor
		}
		lists, _, err := s.List(ctx, casefixture.Actor(role, at), benefit.PayrollQuery{Limit: 10})
		if err != nil || len(lists) != want {
			t.Errorf("%d sees %d lists, want %d: %v", at, len(lists), want, err)
		}
		es, _, err := s.Entitlements(ctx, casefixture.Actor(role, at), benefit.EntitlementQuery{Limit: 10})
		if err != nil || len(es) != want {
			t.Errorf("%d sees %d entitlements, want %d: %v", at, len(es), want, err)
		}
	}
	// A statement that forgets its filter still sees nothing foreign.
	if err := w.DB.InRead(ctx, casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), func(tx pgx.Tx) error {
		var n int
		if err := tx.QueryRow(ctx, `select (select count(*) from payroll) + (select count(*) from payroll_line) + (select count(*) from entitlement)`).Scan(&n); err != nil {
			return err
		}
		if n != 3 {
			t.Errorf("%d rows without a filter, want our own 3", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
