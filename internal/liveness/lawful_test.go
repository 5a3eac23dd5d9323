package liveness

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"zhongfu/catalogue"
	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/verification"
)

// No request leaves without an authorisation for liveness, withdrawn neither before nor after the invitation; the database refuses
// one on its own.
func TestNothingLeavesWithoutAuthorisation(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	held, gone, later, other := f.person(who{}), f.person(who{}), f.person(who{}), f.person(who{bare: true})
	f.authorise(other, "social_assistance")
	in := ruleOf("dibao")
	if _, err := f.s.Start(ctx, officer, in); err != nil {
		t.Fatal(err)
	}
	if err := f.s.prepare(ctx, in.ID); err != nil {
		t.Fatal(err)
	}
	f.Exec(`update authorisation set withdrawn_at = $2 where person_id = $1`, gone, f.Clock.Now()) // after the draw, before the request
	f.work()
	f.Exec(`update authorisation set withdrawn_at = $2 where person_id = $1`, later, f.Clock.Now()) // after the invitation
	if out, err := f.s.Record(ctx, f.result(f.session(later), f.numbers[later], "passed")); err != nil || out.Taken != 0 || len(out.Rejected) != 1 {
		t.Errorf("%+v %v", out, err)
	}
	f.Clock.Advance(time.Minute)
	f.work()
	for person, want := range map[uuid.UUID]string{held: "invited", gone: "visiting unauthorised", later: "visiting unauthorised", other: "visiting unauthorised"} {
		if got := f.state(in.ID, person); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if f.Count(`select count(*) from liveness_ask where person_id = any($1)`, []uuid.UUID{gone, other}) != 0 || f.Count(`select count(*) from liveness_ask where person_id = $1`, later) != 1 {
		t.Error("a request left")
	}
	if n := f.Count(`select count(*) from audit_event where action = 'liveness.ask' and root_id = any($1)`, []uuid.UUID{gone, later}); n != 2 {
		t.Errorf("%d refusals are audited", n)
	}
	f.whoAsked(map[uuid.UUID]string{held: "waiting 2", gone: "refused 0", later: "cancelled 1", other: "refused 0"})
	insert := func(person uuid.UUID, authorisation string) error {
		return f.DB.InTx(ctx, access.System("test"), func(tx pgx.Tx) error {
			_, err := tx.Exec(ctx, `insert into liveness_ask (person_id, session_id, attempt, division, kind, authorisation_id, asked_at)
select person_id, id, 99, division, 'start', `+authorisation+`, $2 from liveness_session where person_id = $1 limit 1`, person, f.Clock.Now())
			return err
		})
	}
	for name, c := range map[string]struct {
		person uuid.UUID
		auth   string
	}{"withdrawn": {later, `(select id from authorisation where person_id = $1)`}, "somebody else's": {held, `(select id from authorisation where person_id <> $1 and withdrawn_at is null limit 1)`}, "none": {held, `gen_random_uuid()`}} {
		var pe *pgconn.PgError
		if err := insert(c.person, c.auth); !errors.As(err, &pe) || pe.ConstraintName != "liveness_ask_authorised" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := insert(held, `(select id from authorisation where person_id = $1)`); err != nil {
		t.Errorf("with authorisation: %v", err)
	}
	if err := f.DB.InTx(ctx, access.System("test"), func(tx pgx.Tx) error { _, err := tx.Exec(ctx, `delete from liveness_ask`); return err }); err == nil {
		t.Error("what left can be struck out")
	}
}

// whoAsked checks that every invitation stands in the person's file (谁查过我): by whom, why, how often, under which authorisation.
func (f *fixture) whoAsked(want map[uuid.UUID]string) {
	f.Helper()
	shelf, err := exchange.Load(catalogue.FS)
	if err != nil {
		f.Fatal(err)
	}
	files := verification.New(f.DB, f.Keys, f.Clock, division.Default(), shelf, nil, casefixture.NoJobs{}, verification.Settings{})
	for person, want := range want {
		list, err := files.WhoAsked(context.Background(), officer, person)
		if err != nil || len(list) != 1 {
			f.Errorf("%s: %+v %v", want, list, err)
			continue
		}
		l := list[0]
		if fmt.Sprint(l.State, " ", l.Asked) != want || l.Purpose != "liveness" || l.Title != "十一月认证" || !strings.HasPrefix(l.Order, "HT-440104-2026-") || l.ByName != officer.Name ||
			l.Office == "" || l.SourceName != "活体认证服务" || (l.Authorisation != "") != (l.Asked > 0) || (l.LastAsked != nil) != (l.Asked > 0) {
			f.Errorf("want %s: %+v", want, l)
		}
		if list, err := files.WhoAsked(context.Background(), casefixture.Actor(access.VerificationOfficer, casefixture.Tianhe), person); !errs.Is(err, errs.NotFound) || len(list) != 0 {
			f.Errorf("another county: %+v %v", list, err)
		}
	}
}

// Whatever the provider brings, it counts once, for the person of its session, or not at all.
func TestResultsThatDoNotCount(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	a, b := f.person(who{}), f.person(who{})
	id := f.begin(ruleOf("dibao"))
	key, stranger := exchange.Key{ID: "liveness-1", Secret: make([]byte, 32)}, exchange.Key{ID: "liveness-1", Secret: []byte("another secret of thirty-two bytes")}
	of := f.session(a)
	send := func(with exchange.Key, what string, r exchange.LivenessResult, at time.Time) (exchange.Signature, []byte, Recorded, error) {
		raw, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		sign, err := with.NewSignature(what, raw, at)
		if err != nil {
			t.Fatal(err)
		}
		out, err := f.s.Called(ctx, key, sign, raw)
		return sign, raw, out, err
	}
	good, now := f.result(of, f.numbers[a], "passed"), f.Clock.Now()
	const what = "POST /callback liveness"
	if _, _, _, err := send(stranger, what, good, now); !errs.Is(err, errs.Forbidden) {
		t.Errorf("forged: %v", err)
	}
	if _, _, _, err := send(key, "POST /callback tax", good, now); !errs.Is(err, errs.Forbidden) {
		t.Errorf("signed for another place: %v", err)
	}
	if _, _, _, err := send(key, what, good, now.Add(-time.Hour)); !errs.Is(err, errs.Forbidden) {
		t.Errorf("old: %v", err)
	}
	for name, change := range map[string]func(r *exchange.LivenessResult){
		"another's number":      func(r *exchange.LivenessResult) { r.IDNumber = f.numbers[b] },
		"before the invitation": func(r *exchange.LivenessResult) { at := now.Add(-time.Hour); r.At = &at },
		"from tomorrow":         func(r *exchange.LivenessResult) { at := now.Add(24 * time.Hour); r.At = &at },
	} {
		r := good
		change(&r)
		if _, _, out, err := send(key, what, r, now); err != nil || out.Taken != 0 || len(out.Rejected) != 1 {
			t.Errorf("%s: %+v %v", name, out, err)
		}
	}
	r := good
	r.Session = uuid.New()
	if _, _, _, err := send(key, what, r, now); !errs.Is(err, errs.NotFound) {
		t.Errorf("a session that is not ours: %v", err)
	}
	if f.state(id, a) != "invited" || f.state(id, b) != "invited" || f.Count(`select count(*) from liveness_proof`) != 0 {
		t.Error("something counted")
	}
	sign, raw, out, err := send(key, what, good, now)
	if err != nil || out.Taken != 1 || f.state(id, a) != "passed" {
		t.Fatalf("%+v %v", out, err)
	}
	if _, err := f.s.Called(ctx, key, sign, raw); !errs.Is(err, errs.Forbidden) {
		t.Errorf("replayed: %v", err)
	}
	if _, _, out, err := send(key, what, good, now); err != nil || out.Again != 1 || out.Taken != 0 {
		t.Errorf("twice: %+v %v", out, err)
	}
	if _, _, out, err := send(key, what, f.result(of, f.numbers[a], "failed"), now); err != nil || out.Taken != 0 || f.state(id, a) != "passed" {
		t.Errorf("a second opinion: %+v %v", out, err)
	}
	if f.Count(`select count(*) from liveness_proof`) != 1 || f.state(id, b) != "invited" {
		t.Error("it counted twice, or for another")
	}
	if n := f.Count(`select count(*) from audit_event where object_kind = 'exchange_source' and object_id = 'liveness'`); n != 4 {
		t.Errorf("%d doubts are audited", n)
	}
	// Late: the visit is on the list, and then need not be made; after the visit nothing counts any more.
	f.Clock.Set(f.get(officer, id).Due.AddDays(3).Time().Add(10 * time.Hour))
	f.work()
	if f.state(id, b) != "visiting silent" {
		t.Fatal(f.state(id, b))
	}
	if out, err := f.s.Record(ctx, f.result(f.session(b), f.numbers[b], "passed")); err != nil || out.Taken != 1 || f.state(id, b) != "passed silent" || f.Count(`select count(*) from task where closed_at is null`) != 0 {
		t.Errorf("late: %+v %v", out, err)
	}
}

func TestAfterAVisitNoResultCounts(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person(who{})
	id := f.begin(ruleOf("dibao"))
	for range 2 {
		if err := f.s.ByVisit(ctx, assistant, id, p, LivenessReasonInput{Reason: "双目失明"}); err != nil {
			t.Fatal(err)
		}
	}
	f.work()
	if f.state(id, p) != "visiting cannot" || f.Count(`select count(*) from task where closed_at is null`) != 1 {
		t.Fatal(f.state(id, p))
	}
	if out, err := f.s.Record(ctx, f.result(f.session(p), f.numbers[p], "failed")); err != nil || out.Taken != 0 {
		t.Errorf("%+v %v", out, err)
	}
	if err := f.s.Visit(ctx, assistant, id, p, LivenessVisitInput{ID: uuid.New(), Result: "moved", Note: "随女儿去外地", VisitedOn: calendar.DateOf(f.Clock.Now())}); err != nil {
		t.Fatal(err)
	}
	if out, err := f.s.Record(ctx, f.result(f.session(p), f.numbers[p], "passed")); err != nil || out.Taken != 0 || f.state(id, p) != "moved cannot" {
		t.Errorf("%+v %v", out, err)
	}
}

// Between the books and the answer a kill costs a request for the same session, and nothing else.
func TestKilledOnTheWay(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person(who{})
	in := ruleOf("dibao")
	if _, err := f.s.Start(ctx, officer, in); err != nil {
		t.Fatal(err)
	}
	if err := f.s.prepare(ctx, in.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := f.s.openSessions(ctx); err != nil {
		t.Fatal(err)
	}
	if list, _, err := f.s.claim(ctx); err != nil || len(list) != 1 { // and gone
		t.Fatal(err)
	}
	f.s = f.process(f.s.settings)
	f.work()
	if len(f.provider.starts) != 0 {
		t.Error("asked again before the first can be over")
	}
	f.Clock.Advance(lease + time.Second)
	f.work()
	if f.provider.starts[f.session(p)] != 1 || f.state(in.ID, p) != "invited" || f.Count(`select count(*) from liveness_session`) != 1 {
		t.Error(f.provider.starts, f.state(in.ID, p))
	}
}

// A provider that is away costs time and nobody's result; without one at all everybody is visited in the end.
func TestProviderAway(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	f.provider.fail = &exchange.Fault{Kind: exchange.Down, Detail: "连接被拒绝"}
	var people []uuid.UUID
	for range 12 {
		people = append(people, f.person(who{says: "passed"}))
	}
	id := f.begin(ruleOf("dibao"))
	f.work()
	if n := len(f.provider.starts); n > 12 || n < tired {
		t.Errorf("%d requests at once", n)
	}
	if c := f.get(officer, id); !strings.Contains(c.Fault, "认证服务无法连接") || c.Counts.Waiting != 12 {
		t.Errorf("%+v", c)
	}
	f.provider.fail = nil
	for range 20 {
		f.Clock.Advance(20 * time.Minute)
		f.work()
	}
	if n := f.get(officer, id).Counts; n.Passed != 12 {
		t.Errorf("%+v", n)
	}
	lonely := f.process(Settings{})
	in := ruleOf("dibao")
	if _, err := lonely.Start(ctx, officer, in); err != nil {
		t.Fatal(err)
	}
	if err := lonely.prepare(ctx, in.ID); err != nil {
		t.Fatal(err)
	}
	f.Clock.Set(f.get(officer, in.ID).Due.AddDays(1).Time())
	if err := lonely.work(ctx); err != nil || f.state(in.ID, people[0]) != "visiting unreached" {
		t.Error(err, f.state(in.ID, people[0]))
	}
}

// Role × action × level: who may, and what a place sees of a campaign that reaches further.
func TestWhoSeesWhat(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	here, there := f.person(who{}), f.person(who{at: casefixture.Village2})
	id := f.begin(ruleOf("dibao"))
	for _, role := range access.Roles {
		for _, level := range access.Levels {
			at := map[access.Level]int64{access.Province: 440000000000, access.City: 440100000000, access.County: casefixture.Yuexiu, access.Town: casefixture.Beijing, access.Village: casefixture.Village}[level]
			a := casefixture.Actor(role, at)
			calls := map[access.Action]error{}
			_, calls["liveness.read"] = f.s.Get(ctx, a, id)
			_, calls["liveness.manage"] = f.s.Preview(ctx, a, LivenessInput{ID: uuid.New(), Place: at, Method: ByRule})
			_, calls["liveness.visit"] = f.s.Visits(ctx, a, BoxInvited, "", 0)
			calls["liveness.decide"] = f.s.Decide(ctx, a, id, here, LivenessDecisionInput{Decision: "keep", Note: "x"})
			for action, err := range calls {
				rule, _ := access.Lookup(action)
				if allowed := rule.Allows(role, level); allowed == errs.Is(err, errs.Forbidden) {
					t.Errorf("%s at %d, %s: %v", role, level, action, err)
				}
			}
		}
	}
	if c := f.get(clerk, id); c.Counts.People != 1 || len(c.Towns) != 1 || c.Mine {
		t.Errorf("the town sees %+v", c)
	}
	if list, err := f.s.People(ctx, clerk, id, "", "", 0); err != nil || len(list.Items) != 1 || list.Items[0].PersonID != here {
		t.Errorf("%+v %v", list, err)
	}
	if list, err := f.s.Visits(ctx, assistant, BoxInvited, "", 0); err != nil || len(list.Items) != 1 || list.Items[0].PersonID != here {
		t.Errorf("%+v %v", list, err)
	}
	visit := LivenessVisitInput{ID: uuid.New(), Result: "alive", VisitedOn: calendar.DateOf(f.Clock.Now())}
	for name, err := range map[string]error{
		"visit": f.s.Visit(ctx, assistant, id, there, visit), "by visit": f.s.ByVisit(ctx, clerk, id, there, LivenessReasonInput{Reason: "x"}),
		"decide": f.s.Decide(ctx, clerk, id, there, LivenessDecisionInput{Decision: "keep", Note: "x"}),
	} {
		if !errs.Is(err, errs.NotFound) {
			t.Errorf("%s in another town: %v", name, err)
		}
	}
	if _, err := f.s.Link(ctx, assistant, id, there); !errs.Is(err, errs.NotFound) {
		t.Error(err)
	}
	if link, err := f.s.Link(ctx, assistant, id, here); err != nil || !strings.Contains(link.URL, f.session(here).String()) {
		t.Error(link, err)
	}
	tianhe := casefixture.Actor(access.VerificationOfficer, casefixture.Tianhe)
	if _, err := f.s.Get(ctx, tianhe, id); !errs.Is(err, errs.NotFound) {
		t.Errorf("another county: %v", err)
	}
	if page, err := f.s.List(ctx, tianhe, "", "", 0); err != nil || len(page.Items) != 0 {
		t.Errorf("%+v %v", page, err)
	}
	if _, err := f.s.Cancel(ctx, tianhe, id, LivenessReasonInput{Reason: "x"}); !errs.Is(err, errs.NotFound) {
		t.Errorf("another county cancels: %v", err)
	}
	// A county sees the city's campaign and may not end it.
	city := casefixture.Actor(access.CitySupervisor, 440100000000)
	f.person(who{at: casefixture.Foreign, kind: "tekun"})
	f.person(who{kind: "tekun"})
	in := ruleOf("tekun")
	in.Place = 440100000000
	if _, err := f.s.Start(ctx, city, in); err != nil {
		t.Fatal(err)
	}
	if err := f.s.prepare(ctx, in.ID); err != nil {
		t.Fatal(err)
	}
	if c := f.get(officer, in.ID); c.Counts.People != 1 || f.get(city, in.ID).Counts.People != 2 {
		t.Errorf("%+v", c.Counts)
	}
	if _, err := f.s.Cancel(ctx, officer, in.ID, LivenessReasonInput{Reason: "x"}); !errs.Is(err, errs.NotFound) {
		t.Errorf("the county cancels the city's: %v", err)
	}
	if _, err := f.s.Start(ctx, officer, LivenessInput{ID: uuid.New(), Place: 440100000000, Title: "x", Method: ByRule}); !errs.Is(err, errs.NotFound) {
		t.Errorf("the county starts the city's: %v", err)
	}
}
