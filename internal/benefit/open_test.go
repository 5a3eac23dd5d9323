package benefit_test

import (
	"context"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/registry"
)

func (w *world) service() *benefit.Service {
	idx := division.Default()
	return benefit.New(w.db, w.keys, w.clock, idx, registry.New(w.db, w.keys, w.clock, idx))
}

func TestEntitlementOpensOnceUnderTwentyWorkers(t *testing.T) {
	w := newWorld(t)
	f := w.caseOf(village, "dibao", grown(w, "李建国"), grown(w, "王芳"), w.human("李小明", calendar.NewDate(2015, 9, 1), ""))
	w.decide(f, "confirmed", 265800, map[string]any{"members": []map[string]any{{"id": f.members[0].id, "counted": true}, {"id": f.members[1].id, "counted": false}, {"id": f.members[2].id}}})
	s := w.service()
	var wg sync.WaitGroup
	faults := make(chan error, 40)
	for range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			faults <- s.Open(context.Background(), f.id)
			faults <- s.Open(context.Background(), f.id) // the queue may run it again
		}()
	}
	wg.Wait()
	close(faults)
	for err := range faults {
		if err != nil {
			t.Errorf("Open: %v", err)
		}
	}
	if n := w.count(`select count(*) from entitlement where case_id = $1`, f.id); n != 1 {
		t.Errorf("%d entitlements for one case", n)
	}
	if n := w.count(`select count(*) from category where case_id = $1 and kind = 'dibao' and until is null`, f.id); n != 2 {
		t.Errorf("%d members were given the category, want the 2 whom the policy counts", n)
	}
	if n := w.count(`select count(*) from audit_event where root_id = $1 and action = 'entitlement.open'`, f.id); n != 1 {
		t.Errorf("%d audit events of the opening", n)
	}
	list, err := s.OfHousehold(context.Background(), actor(access.FinanceOfficer, yuexiu), f.household)
	if err != nil || len(list) != 1 {
		t.Fatalf("OfHousehold: %v, %v", list, err)
	}
	e := list[0]
	if e.FirstMonth != calendar.NewDate(2026, 12, 1) || e.AmountFen != 265800 || e.MemberCount != 2 || e.PayeeName != "李建国" || e.Account == "" || e.Account[4] != '*' {
		t.Errorf("entitlement %+v", e)
	}
}

func TestFirstMonthFollowsTheDecision(t *testing.T) {
	for day, want := range map[calendar.Date]calendar.Date{
		calendar.NewDate(2026, 1, 31):  calendar.NewDate(2026, 2, 1),
		calendar.NewDate(2026, 11, 1):  calendar.NewDate(2026, 12, 1),
		calendar.NewDate(2026, 12, 31): calendar.NewDate(2027, 1, 1),
		calendar.NewDate(2024, 2, 29):  calendar.NewDate(2024, 3, 1),
	} {
		w := newWorld(t)
		w.clock.Set(day.Time())
		f := w.caseOf(village, "dibao", grown(w, "张三"))
		w.decide(f, "confirmed", 100, nil)
		w.clock.Advance(70 * 24 * 3600e9) // the job may be late: the month counts from the decision
		if err := w.service().Open(context.Background(), f.id); err != nil {
			t.Fatal(err)
		}
		if n := w.count(`select count(*) from entitlement where first_month = $1`, want); n != 1 {
			t.Errorf("decided on %s: no entitlement from %s", day, want)
		}
	}
}

func TestNothingOpensWithoutConfirmationOrMoney(t *testing.T) {
	w := newWorld(t)
	s := w.service()
	open := w.caseOf(village, "dibao", grown(w, "甲某"))
	refused := w.caseOf(village, "dibao", grown(w, "乙某"))
	w.decide(refused, "refused", 0, nil)
	marginal := w.caseOf(village, "dibao_marginal", grown(w, "丙某"))
	w.decide(marginal, "confirmed", 0, nil)
	for _, id := range []uuid.UUID{open.id, refused.id, marginal.id, marginal.id, uuid.New()} {
		if err := s.Open(context.Background(), id); err != nil {
			t.Fatal(err)
		}
	}
	if n := w.count(`select count(*) from entitlement`); n != 0 {
		t.Errorf("%d entitlements were opened", n)
	}
	if n := w.count(`select count(*) from category`); n != 1 {
		t.Errorf("%d categories, want the one of 低保边缘", n)
	}
}

func TestLaterDecisionFollowsEarlierInWhateverOrderJobsRun(t *testing.T) {
	for _, order := range [][]int{{0, 1}, {1, 0}, {1, 0, 1, 0}} {
		w := newWorld(t)
		s := w.service()
		p := grown(w, "李建国")
		first := w.caseOf(village, "dibao", p)
		w.decide(first, "confirmed", 1000, nil)
		w.exec(`update cases set status = 'confirmed', closed_at = $2 where id = $1`, first.id, w.clock.Now())
		w.clock.Advance(60 * 24 * 3600e9)
		second := file{id: uuid.Must(uuid.NewV7()), household: first.household, number: "2", members: first.members}
		w.exec(`insert into cases select $2, '2', division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack, pack_version,
			pack_digest, procedure, 'open', urban, by_proxy, relative_declared, pledged, county_visit, extended, submitted_at, accepted_at, due, null, amount_fen, version
			from cases where id = $1`, first.id, second.id)
		w.decide(second, "confirmed", 2000, nil)
		for _, i := range order {
			if err := s.Open(context.Background(), []uuid.UUID{first.id, second.id}[i]); err != nil {
				t.Fatal(err)
			}
		}
		for month, want := range map[calendar.Date]int{calendar.NewDate(2026, 12, 1): 1000, calendar.NewDate(2027, 1, 1): 1000, calendar.NewDate(2027, 2, 1): 2000, calendar.NewDate(2028, 1, 1): 2000} {
			var total, n int
			w.tx(func(ctx context.Context, tx pgx.Tx) error {
				return tx.QueryRow(ctx, `select coalesce(sum(amount_fen), 0), count(*) from entitlement where first_month <= $1 and (end_month is null or end_month > $1)`, month).Scan(&total, &n)
			})
			if total != want || n != 1 {
				t.Errorf("order %v, %s: %d entitlements of %d fen, want one of %d", order, month, n, total, want)
			}
		}
	}
}
