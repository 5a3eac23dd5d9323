package verification

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/postgres"
)

func TestEachQuestionIsAskedOnceWhileItsAnswerIsFresh(t *testing.T) {
	f := newFixture(t)
	a, b := f.person("*"), f.person("vehicle", "wage")
	first := f.order([]string{"vehicle", "wage"}, a, b)
	second := f.order([]string{"vehicle"}, a) // while the first is open
	f.pump()
	for _, id := range []uuid.UUID{first, second} {
		if got := f.state(id); !strings.HasPrefix(got, "answered ") {
			t.Errorf("state %s", got)
		}
	}
	third := f.order([]string{"vehicle", "wage"}, a, b)
	if got := f.state(third); got != "answered police:0/2/0/0 tax:0/2/0/0" {
		t.Errorf("fresh answers are not used: %s", got)
	}
	for q, n := range f.dept.asked {
		if n != 1 {
			t.Errorf("question %s was asked %d times", q, n)
		}
	}
	if n := f.count(`select count(*) from answer`); n != 4 || len(f.dept.asked) != 4 {
		t.Errorf("%d answers to %d questions", n, len(f.dept.asked))
	}
	f.clock.Advance(31 * 24 * time.Hour)
	f.order([]string{"vehicle"}, a)
	f.pump()
	if len(f.dept.asked) != 5 {
		t.Errorf("an old answer is taken for fresh: %d questions", len(f.dept.asked))
	}
}

func TestNothingLeavesWithoutAuthorisation(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	none, other, narrow, gone := f.person(), f.person(), f.person("wage"), f.person("vehicle")
	f.authorise(other, ForCharity, "*")
	order := f.order([]string{"vehicle"}, none, other, narrow, gone)
	f.exec(`update authorisation set withdrawn_at = $1 where person_id = $2`, noon, gone) // after the order, before the question
	f.pump()
	if got := f.state(order); got != "answered police:0/0/0/4" || len(f.dept.sent) != 0 {
		t.Errorf("%s, %d messages", got, len(f.dept.sent))
	}
	if n := f.count(`select count(*) from audit_event where action = 'verification.ask' and root_id = $1 and division between 440104000000 and 440104999999`, gone); n != 1 {
		t.Errorf("the withdrawn one is audited %d times", n)
	}
	// The database holds it, too.
	allowed := f.person("wage")
	id := f.order([]string{"wage"}, allowed)
	m, err := f.s.claim(ctx, f.shelf.Source("tax"))
	if err != nil || m == nil {
		t.Fatal(err)
	}
	for name, change := range map[string]string{
		"another class":    `'vehicle', 'social_assistance', (select id from authorisation where person_id = $1)`,
		"another purpose":  `'wage', 'charity', (select id from authorisation where person_id = $1)`,
		"no authorisation": `'wage', 'social_assistance', gen_random_uuid()`,
	} {
		err := f.db.InTx(ctx, access.System("test"), func(tx pgx.Tx) error {
			_, err := tx.Exec(ctx, `insert into inquiry_ask (person_id, inquiry_id, attempt, division, message_id, asked_at, class, purpose, authorisation_id)
select person_id, id, 9, division, $2, now(), `+change+` from inquiry where person_id = $1`, allowed, m.id)
			return err
		})
		if err == nil || !strings.Contains(postgres.Translate(err).Error()+err.Error(), "inquiry_ask_authorised") && !strings.Contains(err.Error(), "without a valid authorisation") {
			t.Errorf("%s: %v", name, err)
		}
	}
	_ = id
}

// Whatever comes back, it is taken once, for the person asked about, or not at all.
func TestAnswersThatDoNotFit(t *testing.T) {
	f := newFixture(t)
	for name, c := range map[string]struct {
		do    func(q exchange.Query, r *exchange.Reply) error
		taken int
	}{
		"as asked": {nil, 3},
		"answers swapped between people": {func(_ exchange.Query, r *exchange.Reply) error {
			r.Answers[0].IDNumber, r.Answers[1].IDNumber = r.Answers[1].IDNumber, r.Answers[0].IDNumber
			return nil
		}, 1},
		"question ids swapped": {func(_ exchange.Query, r *exchange.Reply) error {
			r.Answers[0].ID, r.Answers[1].ID = r.Answers[1].ID, r.Answers[0].ID
			return nil
		}, 1},
		"half": {func(_ exchange.Query, r *exchange.Reply) error { r.Answers = r.Answers[:1]; return nil }, 1},
		"one twice": {func(_ exchange.Query, r *exchange.Reply) error {
			r.Answers = append(r.Answers, r.Answers[0])
			return nil
		}, 3},
		"somebody nobody asked about": {func(_ exchange.Query, r *exchange.Reply) error {
			r.Answers = append(r.Answers, exchange.Answer{ID: uuid.New(), Class: "vehicle", IDNumber: "440104198001019999", Status: exchange.None})
			return nil
		}, 3},
		"another class": {func(_ exchange.Query, r *exchange.Reply) error { r.Answers[2].Class = "wage"; return nil }, 2},
		"garbage in one": {func(_ exchange.Query, r *exchange.Reply) error {
			r.Answers[1].Records[0]["garbage"] = 1
			return nil
		}, 2},
		"stale": {func(_ exchange.Query, r *exchange.Reply) error {
			r.Answers[0].AsOf = calendar.DateOf(noon).AddDays(-31)
			return nil
		}, 2},
		"from tomorrow": {func(_ exchange.Query, r *exchange.Reply) error {
			r.Answers[0].AsOf = calendar.DateOf(noon).AddDays(1)
			return nil
		}, 2},
		"another message": {func(_ exchange.Query, r *exchange.Reply) error { r.Message = uuid.New(); return nil }, 0},
		"another source":  {func(_ exchange.Query, r *exchange.Reply) error { r.Source = "tax"; return nil }, 0},
		"down":            {func(exchange.Query, *exchange.Reply) error { return &exchange.Fault{Kind: exchange.Down} }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f.dept.do = c.do
			before := f.count(`select count(*) from answer`)
			people := []uuid.UUID{f.person("*"), f.person("*"), f.person("*")}
			order := f.order([]string{"vehicle"}, people...)
			f.pump()
			if got := f.count(`select count(*) from answer`) - before; got != c.taken {
				t.Errorf("%d answers were taken, want %d", got, c.taken)
			}
			f.dept.do = nil
			f.clock.Advance(2 * time.Minute)
			f.pump()
			f.clock.Set(noon)
			f.exec(`update exchange_source set failures = 0, open_until = null, held_until = null`)
			if got := f.state(order); got != "answered police:0/3/0/0" {
				t.Errorf("after the fault has passed: %s", got)
			}
			// Each person has the own answer.
			for _, p := range people {
				var sealed, idSealed []byte
				if err := f.db.InRead(context.Background(), access.System("test"), func(tx pgx.Tx) error {
					return tx.QueryRow(context.Background(), `select a.records_sealed, p.id_sealed from answer a join person p on p.id = a.person_id where p.id = $1`, p).Scan(&sealed, &idSealed)
				}); err != nil {
					t.Fatal(err)
				}
				text, err := f.keys.Open(fieldRecords, sealed)
				id, err2 := f.keys.Open(fieldID, idSealed)
				if err != nil || err2 != nil || !strings.Contains(text, id) {
					t.Errorf("%s holds %s", id, text)
				}
			}
		})
	}
}

func TestASourceThatStaysSilentIsNamed(t *testing.T) {
	f := newFixture(t)
	f.dept.do = func(q exchange.Query, _ *exchange.Reply) error {
		if q.Source == "police" {
			return &exchange.Fault{Kind: exchange.Down, Detail: "连接被拒绝"}
		}
		return nil
	}
	order := f.order([]string{"vehicle", "wage"}, f.person("*"))
	for range 8 {
		f.pump()
		f.clock.Advance(10 * time.Minute)
	}
	if got := f.state(order); got != "answered police:0/0/1/0 tax:0/1/0/0" {
		t.Errorf("state %s", got)
	}
	for q, n := range f.dept.asked {
		if n > 3 {
			t.Errorf("question %s was asked %d times, the rule is 3", q, n)
		}
	}
	o, err := f.s.Get(context.Background(), officer, order)
	if err != nil || o.Sources[0].Reason != "来源无法连接" {
		t.Errorf("%+v %v", o.Sources, err)
	}
	f.dept.do = nil
	if _, err := f.s.Reask(context.Background(), officer, order, "police", nil); err != nil {
		t.Fatal(err)
	}
	f.pump()
	if got := f.state(order); got != "answered police:0/1/0/0 tax:0/1/0/0" {
		t.Errorf("asked again: %s", got)
	}
}

// A kill between the books and the answer costs an attempt and nothing else.
func TestKilledOnTheWay(t *testing.T) {
	f := newFixture(t)
	order := f.order([]string{"vehicle"}, f.person("*"))
	m, err := f.s.claim(context.Background(), f.shelf.Source("police"))
	if err != nil || m == nil {
		t.Fatal(err)
	}
	f.s = f.process() // the old one is gone
	f.pump()
	if len(f.dept.sent) != 0 {
		t.Error("asked again before the time of the first is over")
	}
	f.clock.Advance(15 * time.Second)
	f.pump()
	f.clock.Advance(2 * time.Minute)
	f.pump()
	if got := f.state(order); got != "answered police:0/1/0/0" {
		t.Errorf("state %s", got)
	}
	late := replyTo(m.query)
	late.Answers[0].Records[0]["of"] = "late"
	r, err := f.s.Record(context.Background(), "police", late, nil)
	if err != nil || r.Taken != 0 || r.Again != 1 || f.count(`select count(*) from answer`) != 1 {
		t.Errorf("the late answer counts again: %+v %v", r, err)
	}
}

func TestTwoProcessesKeepOneRate(t *testing.T) {
	f := newFixture(t)
	other := f.process()
	f.order([]string{"vehicle"}, f.person("*"))
	src := f.shelf.Source("police")
	if ok, err := f.s.may(context.Background(), src); err != nil || !ok {
		t.Fatal(err)
	}
	if ok, err := other.may(context.Background(), src); err != nil || ok {
		t.Errorf("two processes hold one source (%v)", err)
	}
	f.clock.Advance(hold + time.Second)
	if ok, err := other.may(context.Background(), src); err != nil || !ok {
		t.Errorf("nobody takes over (%v)", err)
	}
}

func TestBreakerOpensAndTries(t *testing.T) {
	f := newFixture(t)
	f.dept.do = func(exchange.Query, *exchange.Reply) error { return &exchange.Fault{Kind: exchange.Down} }
	var people []uuid.UUID
	for range 30 {
		people = append(people, f.person("*"))
	}
	f.order([]string{"vehicle"}, people...)
	f.pump()
	sent := len(f.dept.sent)
	if sent < 4 || sent > 5 { // two messages at a time
		t.Errorf("%d messages before the breaker opened", sent)
	}
	f.clock.Advance(61 * time.Second)
	f.pump()
	if n := len(f.dept.sent) - sent; n != 1 {
		t.Errorf("%d messages tried a broken source", n)
	}
	f.dept.do = nil
	f.clock.Advance(61 * time.Minute)
	f.pump()
	if n := f.count(`select count(*) from answer`); n == 0 {
		t.Error("the breaker does not close")
	}
}

func TestCallbackAndCancel(t *testing.T) {
	f := newFixture(t)
	p := f.person("*")
	order := f.order([]string{"deposit"}, p)
	f.pump()
	if got := f.state(order); got != "running bank:1/0/0/0" {
		t.Fatal(got)
	}
	q := f.dept.sent[0]
	if q.Callback != "https://zf.example/api/exchange/callback/bank" {
		t.Error(q.Callback)
	}
	for i, want := range []Recorded{{Taken: 1}, {Again: 1}} {
		r, err := f.s.Record(context.Background(), "bank", replyTo(q), []byte("raw"))
		if err != nil || r.Again != want.Again {
			t.Errorf("%d: %+v %v", i, r, err)
		}
	}
	if got := f.state(order); got != "answered bank:0/1/0/0" {
		t.Error(got)
	}
	if _, err := f.s.Record(context.Background(), "bank", &exchange.Reply{Message: uuid.New(), Source: "bank"}, nil); !errs.Is(err, errs.NotFound) {
		t.Errorf("a message nobody sent: %v", err)
	}
	second := f.order([]string{"vehicle"}, f.person("*"))
	if _, err := f.s.Cancel(context.Background(), officer, second, "申请人撤回申请"); err != nil {
		t.Fatal(err)
	}
	f.pump()
	if len(f.dept.sent) != 1 || !strings.HasPrefix(f.state(second), "cancelled") {
		t.Errorf("asked after it was cancelled: %s", f.state(second))
	}
}

// An order whose people a killed program was putting in is taken up by the second sweep that finds it where it was.
func TestSweepTakesUpAnOrderInPreparation(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	in := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindCase, Title: "低保申请核对", Purpose: ForAssistance, CaseID: new(uuid.UUID), Classes: []string{"vehicle"}, People: []uuid.UUID{f.person("*")}, Priority: OfCase}
	if _, err := f.s.Order(ctx, officer, in); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"preparing", "running police:1/0/0/0"} {
		if err := f.s.sweep(ctx); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(f.state(in.ID)); got != want {
			t.Errorf("after sweep %d: %s", i+1, got)
		}
		f.s.swept.seen = f.s.swept.seen.Add(-time.Minute)
	}
}
