package verification

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/exchange"
)

// A large order ends in parts. From the moment that it is cancelled nothing of it leaves any more, whichever part has come; what
// another order waits for is asked.
func TestCancelInParts(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	people := []uuid.UUID{f.person("*"), f.person("*"), f.person("*"), f.person("*"), f.person("*"), f.person("*"), f.person("*")}
	large := f.order([]string{"vehicle"}, people...)
	other := f.order([]string{"vehicle"}, people[6])
	f.s.chunk = 2
	if _, err := f.s.Cancel(ctx, officer, large, "选错了区域"); err != nil {
		t.Fatal(err)
	}
	if n := f.count(`select count(*) from verification_item where order_id = $1 and state = 'waiting'`, large); n != 5 {
		t.Fatalf("%d lines wait after the first part, want 5", n)
	}
	f.pump()
	if len(f.dept.asked) != 1 || f.state(other) != "answered police:0/1/0/0" {
		t.Errorf("%d questions left, the other order is %s", len(f.dept.asked), f.state(other))
	}
	for range 2 { // again it changes nothing
		if err := f.s.dropAll(ctx, large); err != nil {
			t.Fatal(err)
		}
	}
	if got := f.state(large); !strings.HasPrefix(got, "cancelled police:0/1/0/0") { // the shared question's answer serves it, too
		t.Error(got)
	}
	if n := f.count(`select count(*) from verification_item where order_id = $1 and state = 'cancelled' and reason in ('选错了区域', '委托已取消')`, large); n != 6 {
		t.Errorf("%d lines are cancelled with their reason", n)
	}
	if n := f.count(`select count(*) from inquiry where state in ('waiting', 'asked')`); n != 0 {
		t.Errorf("%d questions are still open", n)
	}
	if err := f.s.dropAll(ctx, other); err != nil || f.state(other) != "answered police:0/1/0/0" {
		t.Errorf("an order that goes on: %v, %s", err, f.state(other))
	}
}

// A question that somebody joins while it is taken for a message stays.
func TestGiveUpLooksAgain(t *testing.T) {
	f := newFixture(t)
	p := f.person("*")
	order := f.order([]string{"vehicle", "wage"}, p)
	if err := f.db.InTx(context.Background(), system, func(tx pgx.Tx) error {
		var id uuid.UUID
		if err := tx.QueryRow(context.Background(), `select id from inquiry where class = 'vehicle'`).Scan(&id); err != nil {
			return err
		}
		all := ended{reason: "委托已取消"}
		all.add(p, id)
		return f.s.giveUp(context.Background(), tx, &all, f.s.now())
	}); err != nil {
		t.Fatal(err)
	}
	f.pump()
	if got := f.state(order); got != "answered police:0/1/0/0 tax:0/1/0/0" {
		t.Error(got)
	}
}

// What a large order asks anew gets its questions in parts.
func TestReaskInParts(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	f.s.chunk = 2
	people := []uuid.UUID{f.person("*"), f.person("*"), f.person("*"), f.person("*"), f.person("*")}
	order := f.order([]string{"vehicle"}, people...)
	f.dept.do = func(exchange.Query, *exchange.Reply) error { return &exchange.Fault{Kind: exchange.Refused} }
	f.pump()
	if got := f.state(order); got != "answered police:0/0/5/0" {
		t.Fatal(got)
	}
	f.dept.do = nil
	f.clock.Advance(2 * time.Minute)
	before := len(f.dept.asked)
	if _, err := f.s.Reask(ctx, officer, order, "police", nil); err != nil {
		t.Fatal(err)
	}
	f.pump()
	if got := f.state(order); got != "running police:5/0/0/0" || len(f.dept.asked) != before {
		t.Errorf("before the job: %s, %d new questions", got, len(f.dept.asked)-before)
	}
	parts := 1
	for more := true; more; parts++ {
		var err error
		if more, err = f.s.joinLoose(ctx, order); err != nil {
			t.Fatal(err)
		}
		if parts > 9 {
			t.Fatal("it does not end")
		}
	}
	f.pump()
	if got := f.state(order); got != "answered police:0/5/0/0" || parts != 4 {
		t.Errorf("%s in %d parts", got, parts-1)
	}
	if more, err := f.s.joinLoose(ctx, order); more || err != nil {
		t.Errorf("nothing is left: %v %v", more, err)
	}
}
