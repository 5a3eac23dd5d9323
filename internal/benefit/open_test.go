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
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/registry"
)

func service(w *casefixture.World) *benefit.Service {
	idx := division.Default()
	return benefit.New(w.DB, w.Keys, w.Clock, idx, registry.New(w.DB, w.Keys, w.Clock, idx))
}

func TestEntitlementOpensOnceUnderTwentyWorkers(t *testing.T) {
	w := casefixture.New(t)
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"), w.Grown("王芳"), w.Human("李小明", calendar.NewDate(2015, 9, 1), ""))
	w.Decide(f, "confirmed", 265800, map[string]any{"members": []map[string]any{{"id": f.Members[0].ID, "counted": true}, {"id": f.Members[1].ID, "counted": false}, {"id": f.Members[2].ID}}})
	s := service(w)
	var wg sync.WaitGroup
	faults := make(chan error, 40)
	for range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			faults <- s.Open(context.Background(), f.ID)
			faults <- s.Open(context.Background(), f.ID) // the queue may run it again
		}()
	}
	wg.Wait()
	close(faults)
	for err := range faults {
		if err != nil {
			t.Errorf("Open: %v", err)
		}
	}
	if n := w.Count(`select count(*) from entitlement where case_id = $1`, f.ID); n != 1 {
		t.Errorf("%d entitlements for one case", n)
	}
	if n := w.Count(`select count(*) from category where case_id = $1 and kind = 'dibao' and until is null`, f.ID); n != 2 {
		t.Errorf("%d members were given the category, want the 2 whom the policy counts", n)
	}
	if n := w.Count(`select count(*) from audit_event where root_id = $1 and action = 'entitlement.open'`, f.ID); n != 1 {
		t.Errorf("%d audit events of the opening", n)
	}
	list, err := s.OfHousehold(context.Background(), casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu), f.Household)
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
		w := casefixture.New(t)
		w.Clock.Set(day.Time())
		f := w.CaseOf(casefixture.Village, "dibao", w.Grown("张三"))
		w.Decide(f, "confirmed", 100, nil)
		w.Clock.Advance(70 * 24 * 3600e9) // the job may be late: the month counts from the decision
		if err := service(w).Open(context.Background(), f.ID); err != nil {
			t.Fatal(err)
		}
		if n := w.Count(`select count(*) from entitlement where first_month = $1`, want); n != 1 {
			t.Errorf("decided on %s: no entitlement from %s", day, want)
		}
	}
}

func TestNothingOpensWithoutConfirmationOrMoney(t *testing.T) {
	w := casefixture.New(t)
	s := service(w)
	open := w.CaseOf(casefixture.Village, "dibao", w.Grown("甲某"))
	refused := w.CaseOf(casefixture.Village, "dibao", w.Grown("乙某"))
	w.Decide(refused, "refused", 0, nil)
	marginal := w.CaseOf(casefixture.Village, "dibao_marginal", w.Grown("丙某"))
	w.Decide(marginal, "confirmed", 0, nil)
	for _, id := range []uuid.UUID{open.ID, refused.ID, marginal.ID, marginal.ID, uuid.New()} {
		if err := s.Open(context.Background(), id); err != nil {
			t.Fatal(err)
		}
	}
	if n := w.Count(`select count(*) from entitlement`); n != 0 {
		t.Errorf("%d entitlements were opened", n)
	}
	if n := w.Count(`select count(*) from category`); n != 1 {
		t.Errorf("%d categories, want the one of 低保边缘", n)
	}
}

func TestLaterDecisionFollowsEarlierInWhateverOrderJobsRun(t *testing.T) {
	for _, order := range [][]int{{0, 1}, {1, 0}, {1, 0, 1, 0}} {
		w := casefixture.New(t)
		s := service(w)
		p := w.Grown("李建国")
		first := w.CaseOf(casefixture.Village, "dibao", p)
		w.Decide(first, "confirmed", 1000, nil)
		w.Exec(`update cases set status = 'confirmed', closed_at = $2 where id = $1`, first.ID, w.Clock.Now())
		w.Clock.Advance(60 * 24 * 3600e9)
		second := casefixture.File{ID: uuid.Must(uuid.NewV7()), Household: first.Household, Number: "2", Members: first.Members}
		w.Exec(`insert into cases select $2, '2', division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack, pack_version,
			pack_digest, procedure, 'open', urban, by_proxy, relative_declared, pledged, county_visit, extended, submitted_at, accepted_at, due, null, amount_fen, version
			from cases where id = $1`, first.ID, second.ID)
		w.Decide(second, "confirmed", 2000, nil)
		for _, i := range order {
			if err := s.Open(context.Background(), []uuid.UUID{first.ID, second.ID}[i]); err != nil {
				t.Fatal(err)
			}
		}
		for month, want := range map[calendar.Date]int{calendar.NewDate(2026, 12, 1): 1000, calendar.NewDate(2027, 1, 1): 1000, calendar.NewDate(2027, 2, 1): 2000, calendar.NewDate(2028, 1, 1): 2000} {
			var total, n int
			w.Tx(func(ctx context.Context, tx pgx.Tx) error {
				return tx.QueryRow(ctx, `select coalesce(sum(amount_fen), 0), count(*) from entitlement where first_month <= $1 and (end_month is null or end_month > $1)`, month).Scan(&total, &n)
			})
			if total != want || n != 1 {
				t.Errorf("order %v, %s: %d entitlements of %d fen, want one of %d", order, month, n, total, want)
			}
		}
	}
}

// Two people of one household who are recognised each for themselves are both paid; a second decision follows the first of the
// same person only.
func TestPeopleOfOneHouseholdArePaidBesideEachOther(t *testing.T) {
	w := casefixture.New(t)
	s := service(w)
	first := w.CaseOf(casefixture.Village, "tekun", w.Grown("何伯"), w.Grown("何叔"))
	decide := func(f casefixture.File, person int, amount int64) {
		t.Helper()
		w.Decide(f, "confirmed", amount, map[string]any{"person": f.Members[person].ID, "members": []map[string]any{{"id": f.Members[0].ID, "counted": true}, {"id": f.Members[1].ID, "counted": true}}})
		w.Exec(`update cases set status = 'confirmed', closed_at = $2 where id = $1`, f.ID, w.Clock.Now())
		if err := s.Open(context.Background(), f.ID); err != nil {
			t.Fatal(err)
		}
	}
	next := func(number string) casefixture.File {
		f := casefixture.File{ID: uuid.Must(uuid.NewV7()), Household: first.Household, Number: number, Members: first.Members}
		w.Exec(`insert into cases select $2, $3, division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack, pack_version,
			pack_digest, procedure, 'open', urban, by_proxy, relative_declared, pledged, county_visit, extended, submitted_at, accepted_at, due, null, amount_fen, version
			from cases where id = $1`, first.ID, f.ID, number)
		w.Exec(`insert into case_member select $2, person_id, division, name, id_masked, relation, sex, birth, role, seq from case_member where case_id = $1`, first.ID, f.ID)
		return f
	}
	decide(first, 0, 205200)
	decide(next("2"), 1, 205200)
	w.Clock.Advance(60 * 24 * 3600e9)
	decide(next("3"), 1, 210000)
	if n := w.Count(`select count(*) from entitlement where end_month is null and of_person = $1 and amount_fen = 205200`, first.Members[0].ID); n != 1 {
		t.Errorf("%d entitlements of the first brother run on", n)
	}
	if n := w.Count(`select count(*) from entitlement where end_month is null and of_person = $1 and amount_fen = 210000`, first.Members[1].ID); n != 1 {
		t.Errorf("%d entitlements of the second brother at the new amount", n)
	}
	if n := w.Count(`select count(*) from entitlement where end_month is null`); n != 2 {
		t.Errorf("%d entitlements run, want one of each brother", n)
	}
	if n := w.Count(`select count(distinct person_id) from category where kind = 'tekun' and until is null`); n != 2 {
		t.Errorf("%d people are tekun in the register, want 2", n)
	}
}
