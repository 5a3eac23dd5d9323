package demo_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
	"zhongfu/policies"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
)

type noJobs struct{}

func (noJobs) Insert(context.Context, pgx.Tx, river.JobArgs) error { return nil }

// What the bulk load writes must be what the services go on with: every stage's page opens with its act at hand, and what
// waits for the confirmation can be confirmed.
func TestBulk(t *testing.T) {
	db, owner := testdb.NewWithOwner(t)
	ctx := context.Background()
	pack, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	places := division.Default()
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, calendar.Zone)
	c := clock.NewFake(now)
	l := &demo.Loader{DB: db, Owner: owner, Keys: seal.ForTest(), Places: places, Packs: []*policy.Pack{pack}, Clock: c}
	done, err := l.Bulk(ctx, demo.BulkOptions{Seed: 5, People: 8000, Cases: 1200, Open: 300, Confirm: 40})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", done)
	if done.People < 8000 || done.Cases < 1000 || done.Open < 150 || done.AwaitDecision < 20 {
		t.Errorf("loaded %+v", done)
	}
	if _, err := l.Bulk(ctx, demo.BulkOptions{Seed: 5, People: 10}); err != demo.ErrLoaded {
		t.Errorf("a second load: %v", err)
	}
	reg := registry.New(db, l.Keys, c, places)
	svc := casework.New(db, l.Keys, c, places, policy.Shelf(l.Packs), reg, noJobs{})
	staff := actors(t, ctx, owner)
	conn, err := pgx.Connect(ctx, owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	type waiting struct {
		Case       uuid.UUID
		Step, Role string
		Office     int64
	}
	rows, err := conn.Query(ctx, `select root_id, step, role, office_division from task where closed_at is null order by root_id, step`)
	if err != nil {
		t.Fatal(err)
	}
	open, err := pgx.CollectRows(rows, pgx.RowToStructByPos[waiting])
	if err != nil {
		t.Fatal(err)
	}
	seen, confirmed := map[string]int{}, 0
	for _, w := range open {
		if seen[w.Step]++; seen[w.Step] > 20 {
			continue
		}
		actor, ok := staff[fmt.Sprint(w.Role, w.Office)]
		if !ok {
			t.Fatalf("nobody is %s of %d", w.Role, w.Office)
		}
		page, err := svc.Page(ctx, actor, w.Case)
		if err != nil {
			t.Fatalf("%s: %v", w.Step, err)
		}
		if w.Step != "confirm" {
			continue
		}
		if page.Result == nil || page.Result.Outcome != policy.Eligible {
			t.Fatalf("%s waits for the confirmation with %+v", page.Case.Number, page.Result)
		}
		if _, err := svc.Confirm(ctx, actor, w.Case, casework.ConfirmInput{Version: page.Case.Version, Outcome: "confirm", AmountFen: page.Result.AmountFen}); err != nil {
			t.Fatalf("%s: %v", page.Case.Number, err)
		}
		confirmed++
	}
	for _, step := range []string{"accept", "verification", "survey", "first_opinion", "notice", "review", "confirm"} {
		if seen[step] == 0 {
			t.Errorf("no case waits at %s", step)
		}
	}
	if confirmed == 0 {
		t.Error("nothing was confirmed")
	}
	d := demo.Desks(places)[0]
	g, err := demo.BulkGenerator(5, places, calendar.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	clerk := staff[fmt.Sprint(access.TownClerk, d.Town)]
	for i := done.Households; ; i++ {
		h := g.Household(i)
		if !clerk.Sees(h.Division) || h.Members[0].Birth.Age(calendar.DateOf(now)) < 18 {
			continue
		}
		if _, err := svc.Submit(ctx, clerk, demo.Application(h, uuid.New(), calendar.DateOf(now))); err != nil {
			t.Fatalf("a form of the next household: %v", err)
		}
		return
	}
}

// actors are one person of each role and office.
func actors(t *testing.T, ctx context.Context, owner string) map[string]access.Actor {
	conn, err := pgx.Connect(ctx, owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	rows, err := conn.Query(ctx, `select s.id, s.name, a.role, a.level, a.division from staff s join staff_assignment a on a.staff_id = s.id order by s.login desc`)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]access.Actor{}
	var a access.Actor
	var role string
	var level int16
	_, err = pgx.ForEachRow(rows, []any{&a.Staff, &a.Name, &role, &level, &a.Division}, func() error {
		row := a
		row.Role, row.Level = access.Role(role), access.Level(level)
		row.Lo, row.Hi = division.Range(a.Division)
		out[fmt.Sprint(role, a.Division)] = row
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
