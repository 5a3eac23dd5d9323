package benefit_test

import (
	"context"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/registry"
)

// A file tells the entitlement and what approved lists paid, to those who may see the place, and to nobody else.
func TestTouchesTellEntitlementsAndApprovedPayments(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	finance, approver := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), casefixture.Actor(access.CountyApprover, casefixture.Yuexiu)
	end := december.AddMonths(3)
	f := entitled(w, casefixture.Village, "张三", 128250, december, &end)
	entitled(w, casefixture.Village, "李四", 100, december, nil)
	touches := func(who access.Actor) (household, person []registry.Touch) {
		t.Helper()
		err := w.DB.InRead(ctx, who, func(tx pgx.Tx) (err error) {
			if household, err = s.TouchesOfHousehold(ctx, tx, f.Household); err != nil {
				return err
			}
			person, err = s.TouchesOfPerson(ctx, tx, f.Members[0].ID)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return household, person
	}
	p, err := s.Make(ctx, finance, "dibao", december)
	if err != nil {
		t.Fatal(err)
	}
	if household, person := touches(finance); len(household) != 1 || len(person) != 1 {
		t.Errorf("before the list is approved: %+v, %+v", household, person)
	}
	if _, err := s.Approve(ctx, approver, benefit.Approval{ID: p.ID, Version: p.Version, ProblemsSeen: true}); err != nil {
		t.Fatal(err)
	}
	household, person := touches(finance)
	for _, got := range [][]registry.Touch{household, person} {
		if len(got) != 2 {
			t.Fatalf("%d touches, want the entitlement and its payment: %+v", len(got), got)
		}
		given, paid := got[0], got[1]
		if given.Kind != "entitlement" || given.Link != "/cases/"+f.ID.String() || !strings.Contains(given.Text, "1,282.50 元") || !strings.Contains(given.Text, "2027-03 起停发") {
			t.Errorf("entitlement %+v", given)
		}
		if paid.Kind != "payment" || paid.Link != "/payrolls/"+p.ID.String() || paid.Text != "1,282.50 元" || !strings.Contains(paid.Title, "2026-12") {
			t.Errorf("payment %+v", paid)
		}
	}
	if household, person := touches(casefixture.Actor(access.FinanceOfficer, casefixture.Tianhe)); len(household)+len(person) != 0 {
		t.Errorf("another county reads %+v, %+v", household, person)
	}
}
