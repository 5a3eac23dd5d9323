package main

import (
	"context"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/app"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/postgres/local"
)

// The program is killed twice in the middle of confirmations that several approvers send at once, some of them twice and
// some by two people. Afterwards each case is decided once, with one entitlement, one letter and one audit event, and the
// audit chain verifies.
func TestKilledInTheMiddleOfConfirmations(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program three times")
	}
	data := openFolder(t)
	db := prepareProvince(t, data)
	address := freeAddress(t)
	cases := waitingCases(t, db)
	if len(cases) < 60 {
		t.Fatalf("only %d cases wait for a decision", len(cases))
	}
	people := count(t, db, `select count(*) from person`)

	p := startServing(t, data, address)
	office := openOffice(t, p.base, cases)
	accepted := &tally{by: map[uuid.UUID]int{}}
	for round := range 2 {
		if round > 0 {
			p = startServing(t, data, address)
		}
		enough, decidedBefore := (round+1)*len(cases)/4, decisions(t, db)
		office.confirmAll(accepted, func(done int, over *atomic.Bool) bool {
			if done < enough-decidedBefore || !over.CompareAndSwap(false, true) {
				return true
			}
			p.kill()
			return false
		})
		if n := decisions(t, db); n < enough || n == len(cases) {
			t.Fatalf("killed after %d decisions of %d: the kill was to come in the middle", n, len(cases))
		}
	}
	timePasses(t, db)
	p = startServing(t, data, address)
	if out := p.output(); !strings.Contains(out, "保留现有内容") {
		t.Errorf("a start on existing data says: %s", out)
	}
	if n := count(t, db, `select count(*) from person`); n != people {
		t.Errorf("%d people after the restarts, %d before", n, people)
	}
	office.confirmAll(accepted, func(int, *atomic.Bool) bool { return true })
	for id, n := range accepted.by {
		if n != 1 {
			t.Errorf("case %s was answered with success %d times", id, n)
		}
	}
	awaitJobs(t, db)
	everyCaseOnce(t, db, cases)
	p.stop()
	code, out, errOut := runProgram(t, "audit", "verify", "-data", data)
	if code != 0 || !strings.Contains(out, "审计链完好") {
		t.Errorf("audit verify: %d %s %s", code, out, errOut)
	}
	damaged(t, data)
}

// damaged takes a file away that PostgreSQL cannot do without: the program says so in one line.
func damaged(t *testing.T, data string) {
	t.Helper()
	if err := os.Remove(filepath.Join(data, "postgres", "global", "pg_control")); err != nil {
		t.Fatal(err)
	}
	code, _, errOut := runProgram(t, "serve", "-data", data, "-listen", "127.0.0.1:0")
	if code == 0 || strings.Count(strings.TrimSpace(errOut), "\n") > 0 || !strings.Contains(errOut, "PostgreSQL") || !strings.Contains(errOut, data) {
		t.Errorf("a damaged cluster: %d %s", code, errOut)
	}
}

// prepareProvince starts the data folder's server and fills its database. The program finds it running, as it would find
// the server of a program that was killed.
func prepareProvince(t *testing.T, data string) *pgx.Conn {
	t.Helper()
	ctx := context.Background()
	server, err := local.Start(ctx, local.Config{Data: filepath.Join(data, "postgres"), Settings: []string{"shared_buffers=128MB", "fsync=off"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Kill() })
	if err := server.EnsureDatabase(ctx, databaseName); err != nil {
		t.Fatal(err)
	}
	url := server.URL(databaseName)
	a, err := app.New(ctx, app.Config{DatabaseURL: url, KeyFile: app.KeyFileIn(data), MakeKeys: true, Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	l := &demo.Loader{DB: a.DB, Owner: url, Keys: a.Keys, Places: a.Places, Packs: a.DecidingPacks(), Clock: clock.System{}}
	if _, err := l.Bulk(ctx, demo.BulkOptions{Seed: 11, People: 8000, Cases: 400, Open: 360, Confirm: 100}); err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(ctx) })
	return conn
}

// tally counts the successes that were told, by case.
type tally struct {
	mu sync.Mutex
	by map[uuid.UUID]int
}

// confirmAll lets twelve windows send every case's confirmation three times: twice by one approver with the same key, as
// by a double click, and once by a colleague. after hears how many were decided and tells whether to go on; the connection
// errors of a killed program are part of the game, any other answer than success or conflict is a fault. Whoever ends the
// program marks the end first.
func (o *office) confirmAll(told *tally, after func(done int, over *atomic.Bool) bool) {
	type attempt struct {
		c        *waitingCase
		approver int
		key      string
	}
	var all []attempt
	for _, c := range o.cases {
		key := uuid.NewString()
		all = append(all, attempt{c, 0, key}, attempt{c, 0, key}, attempt{c, 1, uuid.NewString()})
	}
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var next, done atomic.Int64
	var over atomic.Bool
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() {
			for !over.Load() {
				i := int(next.Add(1) - 1)
				if i >= len(all) {
					return
				}
				status, replayed, body, err := o.confirm(all[i].c, all[i].approver, all[i].key)
				switch {
				case err != nil:
					if !over.Load() {
						o.t.Errorf("confirmation lost while the program ran: %v", err)
					}
				case status == http.StatusOK && !replayed:
					told.mu.Lock()
					told.by[all[i].c.ID]++
					told.mu.Unlock()
					if !after(int(done.Add(1)), &over) {
						return
					}
				case status != http.StatusOK && status != http.StatusConflict:
					o.t.Errorf("confirmation answered with %d %s", status, body)
				}
			}
		})
	}
	wg.Wait()
}

// timePasses makes the jobs that died with the program, and its leadership of the queue, as old as they would be after a
// quarter of an hour; until then the queue waits for them to come back.
func timePasses(t *testing.T, db *pgx.Conn) {
	t.Helper()
	ctx := context.Background()
	died, err := db.Exec(ctx, `update river_job set attempted_at = attempted_at - interval '1 hour' where state = 'running'`)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d decisions stand, %d jobs died with the program", decisions(t, db), died.RowsAffected())
	if _, err := db.Exec(ctx, `update river_leader set expires_at = now() - interval '1 second'`); err != nil {
		t.Fatal(err)
	}
}

// awaitJobs waits until everything that follows the decisions is done.
func awaitJobs(t *testing.T, db *pgx.Conn) {
	t.Helper()
	deadline := time.Now().Add(45 * time.Second)
	for {
		left := count(t, db, `select count(*) from river_job where kind in ('casework.confirmed', 'casework.issue_paper') and state <> 'completed'`)
		if left == 0 {
			return
		}
		if time.Now().After(deadline) {
			rows, _ := db.Query(context.Background(), `select distinct kind || ' ' || state || ' ' || coalesce(errors[1]::text, '') from river_job where state <> 'completed'`)
			kinds, _ := pgx.CollectRows(rows, pgx.RowTo[string])
			t.Fatalf("%d jobs are not done: %v", left, kinds)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// everyCaseOnce asks the database, past row-level security, what became of the cases.
func everyCaseOnce(t *testing.T, db *pgx.Conn, cases []*waitingCase) {
	t.Helper()
	ids := make([]uuid.UUID, len(cases))
	for i, c := range cases {
		ids[i] = c.ID
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return strings.Compare(a.String(), b.String()) })
	for what, query := range map[string]string{
		"decisions":                 `select count(*) from case_decision where case_id = any($1) and outcome = 'confirmed' group by case_id`,
		"entitlements":              `select count(*) from entitlement where case_id = any($1) group by case_id`,
		"confirmation letters":      `select count(*) from paper where case_id = any($1) and kind = 'confirmation_letter' group by case_id`,
		"audit events":              `select count(*) from audit_event where root_id = any($1) and action = 'case.confirm' group by root_id`,
		"entries of the timeline":   `select count(*) from case_event where case_id = any($1) and kind = 'confirmed' group by case_id`,
		"duties to hand the letter": `select count(*) from task where root_id = any($1) and step = 'letter' and closed_at is null group by root_id`,
		"identities of the head":    `select count(*) from category k join cases c on c.id = k.case_id and c.applicant_id = k.person_id where c.id = any($1) group by c.id`,
	} {
		rows, err := db.Query(context.Background(), query, ids)
		if err != nil {
			t.Fatal(err)
		}
		each, err := pgx.CollectRows(rows, pgx.RowTo[int])
		if err != nil {
			t.Fatal(err)
		}
		if len(each) != len(ids) {
			t.Errorf("%s: %d cases of %d have one", what, len(each), len(ids))
		}
		if n := slices.Max(append(each, 1)); n > 1 {
			t.Errorf("%s: a case has %d", what, n)
		}
	}
	for what, query := range map[string]string{
		"open duties of steps that are closed": `select count(*) from task t where t.closed_at is null and t.kind = 'case_step'
			and not exists (select from case_step s where s.case_id = t.root_id and s.step = t.step and s.state = 'open')`,
		"open duties of closed cases":      `select count(*) from task t join cases c on c.id = t.root_id where t.closed_at is null and c.status <> 'open'`,
		"decisions without audit event":    `select count(*) from case_decision d where d.decided_by <> '00000000-0000-0000-0000-000000000000' and not exists (select from audit_event e where e.root_id = d.case_id and e.action = 'case.confirm')`,
		"audit events outside the chain":   `select count(*) from audit_event e where not exists (select from audit_seal s where s.event_id = e.id) and not exists (select from audit_unsealed u where u.id = e.id)`,
		"cases written more than once":     `select count(*) from cases c join case_decision d on d.case_id = c.id where c.status = 'open' and c.version <> 8`,
		"amounts that differ from decided": `select count(*) from entitlement e join case_decision d on d.case_id = e.case_id where e.amount_fen <> d.amount_fen`,
	} {
		if n := count(t, db, query); n != 0 {
			t.Errorf("%s: %d", what, n)
		}
	}
}

// decisions counts those of this test; decided cases of the load have nobody's name.
func decisions(t *testing.T, db *pgx.Conn) int {
	t.Helper()
	return count(t, db, `select count(*) from case_decision where decided_by <> $1`, uuid.Nil)
}

func count(t *testing.T, db *pgx.Conn, query string, args ...any) (n int) {
	t.Helper()
	if err := db.QueryRow(context.Background(), query, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}
