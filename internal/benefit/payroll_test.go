package benefit_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"pgregory.net/rapid"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

var december = calendar.NewDate(2026, 12, 1)

// entitled gives a new household of one an entitlement.
func entitled(w *casefixture.World, at int64, name string, amount int64, first calendar.Date, end *calendar.Date) casefixture.File {
	w.T.Helper()
	f := w.CaseOf(at, "dibao", w.Grown(name))
	w.Exec(`insert into entitlement (household_id, id, division, county, case_id, item, payee_id, payee_name, id_sealed, account_sealed, bank_name, member_count,
		amount_fen, first_month, end_month, opened_at)
		select $1, $2, $3, $4, $5, 'dibao', p.id, p.name, p.id_sealed, p.account_sealed, p.bank_name, 1, $6, $7, $8, $9 from person p where p.id = $10`,
		f.Household, uuid.Must(uuid.NewV7()), at, division.At(at, division.County), f.ID, amount, first, end, w.Clock.Now(), f.Members[0].ID)
	return f
}

func TestTotalsAreTheSumOfTheLinesAndNobodyStandsTwice(t *testing.T) {
	w := casefixture.New(t)
	s := service(w)
	finance := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu)
	start := calendar.NewDate(2026, 10, 1)
	rapid.Check(t, func(rt *rapid.T) {
		w.Exec(`delete from payroll_line`)
		w.Exec(`delete from payroll`)
		w.Exec(`delete from entitlement`)
		type due struct {
			first  calendar.Date
			end    *calendar.Date
			amount int64
		}
		var all []due
		for i := range rapid.IntRange(0, 6).Draw(rt, "households") {
			d := due{first: start.AddMonths(rapid.IntRange(0, 3).Draw(rt, "first")), amount: rapid.Int64Range(1, 1e7).Draw(rt, "amount")}
			if rapid.Bool().Draw(rt, "ends") {
				end := d.first.AddMonths(rapid.IntRange(0, 3).Draw(rt, "months"))
				d.end = &end
			}
			all = append(all, d)
			entitled(w, casefixture.Village, fmt.Sprintf("户%d", i), d.amount, d.first, d.end)
		}
		month := start.AddMonths(rapid.IntRange(0, 2).Draw(rt, "month"))
		p, err := s.Make(context.Background(), finance, "dibao", month)
		if err != nil {
			rt.Fatal(err)
		}
		var want int64
		n := 0
		for _, d := range all {
			if d.first <= month && (d.end == nil || *d.end > month) {
				want, n = want+d.amount, n+1
			}
		}
		lines, more, err := s.Lines(context.Background(), finance, benefit.LineQuery{Payroll: p.ID, Limit: 100})
		if err != nil || more {
			rt.Fatal(err, more)
		}
		var sum int64
		seen := map[uuid.UUID]bool{}
		for i, l := range lines {
			sum += int64(l.AmountFen)
			if seen[l.HouseholdID] || l.Seq != i+1 {
				rt.Fatalf("line %d repeats a household or breaks the count", l.Seq)
			}
			seen[l.HouseholdID] = true
		}
		if sum != want || int64(p.Total) != want || p.Households != n || len(lines) != n || p.People != n {
			rt.Fatalf("%s: list says %d for %d households, lines sum to %d over %d, due are %d for %d", month, p.Total, p.Households, sum, len(lines), want, n)
		}
	})
}

func TestMakingApprovingAndFinality(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	finance, approver := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), casefixture.Actor(access.CountyApprover, casefixture.Yuexiu)
	entitled(w, casefixture.Village, "张三", 100000, december, nil)
	p, err := s.Make(ctx, finance, "dibao", december)
	if err != nil {
		t.Fatal(err)
	}
	entitled(w, casefixture.Village2, "李四", 200000, december, nil)
	again, err := s.Make(ctx, finance, "dibao", december)
	if err != nil || again.ID != p.ID || again.Version != p.Version+1 || again.Total != 300000 {
		t.Fatalf("made anew: %+v, %v", again, err)
	}
	same := approver
	same.Staff = finance.Staff
	if _, err := s.Approve(ctx, same, benefit.Approval{ID: p.ID, Version: again.Version}); !errs.Is(err, errs.Forbidden) {
		t.Errorf("the maker approved: %v", err)
	}
	if _, err := s.Approve(ctx, finance, benefit.Approval{ID: p.ID, Version: again.Version}); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a finance officer approved: %v", err)
	}
	if _, err := s.Approve(ctx, approver, benefit.Approval{ID: p.ID, Version: p.Version}); !errs.Is(err, errs.Conflict) {
		t.Errorf("a version that was not looked at was approved: %v", err)
	}
	done, err := s.Approve(ctx, approver, benefit.Approval{ID: p.ID, Version: again.Version})
	if err != nil || done.State != benefit.Approved || len(done.Digest) != 32 {
		t.Fatalf("approve: %+v, %v", done, err)
	}
	if _, err := s.Approve(ctx, approver, benefit.Approval{ID: p.ID, Version: done.Version}); !errs.Is(err, errs.Conflict) {
		t.Errorf("approved twice: %v", err)
	}
	if _, err := s.Make(ctx, finance, "dibao", december); !errs.Is(err, errs.Conflict) {
		t.Errorf("an approved list was made anew: %v", err)
	}
	if ok, err := s.Intact(ctx, approver, p.ID); !ok || err != nil {
		t.Errorf("Intact: %v, %v", ok, err)
	}
	for _, stmt := range []string{`update payroll set total_fen = 1`, `delete from payroll`, `update payroll_line set amount_fen = 1`, `delete from payroll_line`,
		`insert into payroll_line select payroll_id, 99, gen_random_uuid(), gen_random_uuid(), division, payee_name, id_sealed, account_sealed, bank_name, 1, 1, '' from payroll_line limit 1`} {
		for _, who := range []access.Actor{access.System("test"), casefixture.Actor(access.TownClerk, casefixture.Beijing)} {
			err := w.DB.InTx(ctx, who, func(tx pgx.Tx) error {
				tag, err := tx.Exec(ctx, stmt)
				if err == nil && tag.RowsAffected() == 0 {
					return errs.New(errs.NotFound, "no_row", "无")
				}
				return err
			})
			if err == nil {
				t.Errorf("the database let %s do %q to an approved list", who.Name, stmt)
			}
		}
	}
	tamper(t, w, `alter table payroll_line disable trigger all`, `update payroll_line set payee_name = '王五' where seq = 1`)
	if ok, err := s.Intact(ctx, approver, p.ID); ok || err != nil {
		t.Errorf("a changed payee went unseen: %v, %v", ok, err)
	}
}

func tamper(t *testing.T, w *casefixture.World, statements ...string) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), w.Owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	for _, s := range statements {
		if _, err := conn.Exec(context.Background(), s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestProblemsAreFlaggedAndHoldTheApproval(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	finance, approver := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), casefixture.Actor(access.CountyApprover, casefixture.Yuexiu)
	dead := entitled(w, casefixture.Village, "甲", 100, december, nil)
	poor := entitled(w, casefixture.Village, "乙", 100, december, nil)
	entitled(w, casefixture.Village, "丙", 100, december, nil)
	w.Exec(`update person set death_date = '2026-11-01', division = $2 where id = $1`, dead.Members[0].ID, casefixture.Foreign) // registered in another county
	w.Exec(`update entitlement set account_sealed = null where household_id = $1`, poor.Household)
	w.Exec(`update person set account_sealed = null where id = $1`, poor.Members[0].ID)
	p, err := s.Make(ctx, finance, "dibao", december)
	if err != nil || p.Problems != 2 || p.Households != 3 {
		t.Fatalf("made %+v, %v", p, err)
	}
	lines, _, err := s.Lines(ctx, finance, benefit.LineQuery{Payroll: p.ID, Problems: true, Limit: 10})
	if err != nil || len(lines) != 2 || lines[0].Problem+lines[1].Problem != benefit.NoAccount+benefit.PayeeDead && lines[0].Problem+lines[1].Problem != benefit.PayeeDead+benefit.NoAccount {
		t.Errorf("problem lines %+v, %v", lines, err)
	}
	if _, err := s.Approve(ctx, approver, benefit.Approval{ID: p.ID, Version: p.Version}); !errs.Is(err, errs.Conflict) || !strings.Contains(errs.As(err).Message, "2 户") {
		t.Errorf("approved over unseen problems: %v", err)
	}
	w.Exec(`update person set account_sealed = $2 where id = $1`, poor.Members[0].ID, w.Keys.Seal("person.account", "62170000123456"))
	if p, err = s.Make(ctx, finance, "dibao", december); err != nil || p.Problems != 1 {
		t.Fatalf("an account registered later was not taken over: %+v, %v", p, err)
	}
	if _, err := s.Approve(ctx, approver, benefit.Approval{ID: p.ID, Version: p.Version, ProblemsSeen: true}); err != nil {
		t.Fatal(err)
	}
	w.Exec(`update entitlement set amount_fen = 150 where household_id = $1`, poor.Household)
	next, err := s.Make(ctx, finance, "dibao", december.AddMonths(-0))
	if !errs.Is(err, errs.Conflict) {
		t.Errorf("an approved month was made anew: %+v, %v", next, err)
	}
	w.Clock.Set(calendar.NewDate(2026, 12, 20).Time())
	if next, err = s.Make(ctx, finance, "dibao", december.AddMonths(1)); err != nil {
		t.Fatal(err)
	}
	lines, _, err = s.Lines(ctx, finance, benefit.LineQuery{Payroll: next.ID, Problems: true, Limit: 10})
	changed := 0
	for _, l := range lines {
		if strings.Contains(l.Problem, benefit.AmountChanged) {
			changed++
		}
	}
	if err != nil || changed != 1 {
		t.Errorf("%d lines with a changed amount, want 1 (%+v, %v)", changed, lines, err)
	}
}

func TestMakeRefusals(t *testing.T) {
	w := casefixture.New(t)
	s := service(w)
	finance := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu)
	for name, c := range map[string]struct {
		who   access.Actor
		item  string
		month calendar.Date
		kind  errs.Kind
	}{
		"far month":    {finance, "dibao", calendar.NewDate(2027, 1, 1), errs.Invalid},
		"unknown item": {finance, "heating", december, errs.Invalid},
		"middle of it": {finance, "dibao", december.AddDays(3), errs.Invalid},
		"town clerk":   {casefixture.Actor(access.TownClerk, casefixture.Beijing), "dibao", december, errs.Forbidden},
		"approver":     {casefixture.Actor(access.CountyApprover, casefixture.Yuexiu), "dibao", december, errs.Forbidden},
		"public":       {access.Public("1.2.3.4"), "dibao", december, errs.Unauthenticated},
		"city officer": {casefixture.Actor(access.FinanceOfficer, 440100000000), "dibao", december, errs.Forbidden},
	} {
		if _, err := s.Make(context.Background(), c.who, c.item, c.month); !errs.Is(err, c.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMovesAreFollowedInsideTheCountyAndFlaggedBeyond(t *testing.T) {
	w := casefixture.New(t)
	ctx, s := context.Background(), service(w)
	finance := casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu)
	near := entitled(w, casefixture.Village, "近处", 100, december, nil)
	far := entitled(w, casefixture.Village, "远处", 200, december, nil)
	w.Exec(`update household set division = $2 where id = $1`, near.Household, casefixture.Village2)
	w.Exec(`update household set division = $2 where id = $1`, far.Household, casefixture.Foreign)
	p, err := s.Make(ctx, finance, "dibao", december)
	if err != nil || p.Households != 2 || p.Problems != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
	lines, _, err := s.Lines(ctx, finance, benefit.LineQuery{Payroll: p.ID, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		want, problem := codeOf(casefixture.Village2), ""
		if l.HouseholdID == far.Household {
			want, problem = codeOf(casefixture.Village), benefit.MovedAway
		}
		if l.Division != want || l.Problem != problem {
			t.Errorf("%s stands at %s with %q", l.PayeeName, l.Division, l.Problem)
		}
	}
}

func codeOf(code int64) string { return fmt.Sprintf("%012d", code) }
