package demo_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
	"zhongfu/internal/verification"
	"zhongfu/policies"
)

// The demonstration must load on any day of the year: its cases are set round today.
func TestLoad(t *testing.T) {
	db, owner := testdb.NewWithOwner(t)
	ctx := context.Background()
	pack, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := division.Parse()
	if err != nil {
		t.Fatal(err)
	}
	places, err := division.New(rows)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 10, 9, 9, 0, 0, 0, calendar.Zone) // just after a long holiday
	var asked orders
	l := &demo.Loader{DB: db, Owner: owner, Keys: seal.ForTest(), Places: places, Packs: []*policy.Pack{pack}, Clock: clock.NewFake(now), Orders: &asked}
	done, err := l.Load(ctx, demo.Options{Seed: 7, Households: 1500, PerTown: 60})
	if err != nil {
		t.Fatal(err)
	}
	if done.Live < 250 || done.Settled < 100 || done.Staff < 90 {
		t.Errorf("loaded %+v", done)
	}
	if whole, _, err := demo.Finished(ctx, owner); err != nil || !whole {
		t.Errorf("finished: %v %v", whole, err)
	}
	if _, err := l.Load(ctx, demo.Options{Seed: 7, Households: 10}); err == nil {
		t.Error("a second load went through")
	}
	for what, query := range map[string]string{
		"closed cases with open tasks":        `select count(*) from task t join cases c on c.id = t.root_id where c.status <> 'open' and t.closed_at is null`,
		"confirmed without entitlement":       `select count(*) from case_decision d where outcome = 'confirmed' and not exists (select from entitlement e where e.case_id = d.case_id)`,
		"decided cases without their letter":  `select count(*) from cases c join case_decision d on d.case_id = c.id where exists (select from case_event e where e.case_id = c.id and e.actor_name <> '镇街经办' and e.kind in ('confirmed', 'refused')) and not exists (select from paper p where p.case_id = c.id and p.kind in ('confirmation_letter', 'refusal_letter'))`,
		"steps opened after today":            `select count(*) from case_step where opened_at > '2026-10-09 23:59+08'`,
		"notices of children":                 `select count(*) from notice n join cases c on c.id = n.case_id where c.item in ('orphan', 'unsupported_child')`,
		"payroll lines that miss their total": `select count(*) from payroll p where total_fen <> (select coalesce(sum(amount_fen), 0) from payroll_line l where l.payroll_id = p.id)`,
	} {
		if n := count(t, db.InRead, query); n != 0 {
			t.Errorf("%s: %d", what, n)
		}
	}
	t.Logf("%+v, of them %d of persons", done, count(t, db.InRead, `select count(*) from cases where item in ('tekun', 'orphan', 'unsupported_child')`))
	for what, query := range map[string]string{
		"late open steps":       `select count(*) from task where closed_at is null and due < '2026-10-09'`,
		"escalated tasks":       `select count(*) from task where escalated_at is not null`,
		"notices running":       `select count(*) from notice where ended_at is null and last_day >= '2026-10-09'`,
		"open objections":       `select count(*) from objection where handled_at is null`,
		"cases at confirm":      `select count(*) from case_step where step = 'confirm' and state = 'open'`,
		"approved payrolls":     `select count(*) from payroll where state = 'approved'`,
		"unanswered sources":    `select count(*) from case_fact where kind = 'verified' and value is null`,
		"differing wages":       `select count(*) from case_fact where kind = 'adopted' and key = 'income_wage'`,
		"waiting supplements":   `select count(*) from case_step where step = 'supplement' and state = 'open'`,
		"disclosed near kin":    `select count(*) from relative_disclosure`,
		"tekun on notice":       `select count(*) from cases c join notice n on n.case_id = c.id where c.item = 'tekun' and n.ended_at is null`,
		"tekun refusals ahead":  `select count(*) from cases c join case_step s on s.case_id = c.id where c.item = 'tekun' and s.step = 'first_opinion' and s.state = 'open'`,
		"orphans":               `select count(*) from cases where item = 'orphan'`,
		"children on benefit":   `select count(*) from category where kind = 'unsupported_child' and until is null`,
		"children to confirm":   `select count(*) from cases c join case_step s on s.case_id = c.id where c.item = 'unsupported_child' and s.step = 'confirm' and s.state = 'open'`,
		"second supervisors":    `select count(*) from staff where login = 'province.b'`,
		"people with a benefit": `select count(*) from category where kind = 'dibao' and until is null`,
	} {
		if n := count(t, db.InRead, query); n == 0 {
			t.Errorf("no %s", what)
		}
	}
	// Each window of the demonstration is asked about somebody: justice about all of a batch, Hong Kong and Macao about their residents.
	if len(asked) != 2 {
		t.Fatalf("%d orders for the windows", len(asked))
	}
	for _, o := range asked {
		lo, hi := division.Range(o.Place)
		for what, like := range map[string]string{"people": "%", "residents of Hong Kong or Macao": "8_00%"} {
			if n := count(t, db.InRead, fmt.Sprintf(`select count(*) from category c join person_household h on h.household_id = c.household_id join case_member m on m.person_id = h.person_id
where c.kind = any('{%s}') and c.until is null and c.division between %d and %d and m.id_masked like '%s'`, strings.Join(o.Batch.Categories, ","), lo, hi, like)); n == 0 {
				t.Errorf("the order for %d is about no %s", o.Place, what)
			}
		}
	}
}

// orders notes what is ordered.
type orders []verification.OrderInput

func (o *orders) Order(_ context.Context, actor access.Actor, in verification.OrderInput) (verification.Order, error) {
	*o = append(*o, in)
	return verification.Order{}, access.Check(actor, "verification.order", access.At(in.Place))
}

func count(t *testing.T, read func(context.Context, access.Actor, func(pgx.Tx) error) error, query string) (n int) {
	t.Helper()
	err := read(context.Background(), access.System("test"), func(tx pgx.Tx) error { return tx.QueryRow(context.Background(), query).Scan(&n) })
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}
