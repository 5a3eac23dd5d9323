package verification

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// supervisor registers clients at the province.
var supervisor = access.Actor{Staff: uuid.MustParse("00000000-0000-7000-8000-000000000009"), Name: "省厅", Role: access.ProvinceSupervisor, Level: access.Province,
	Division: 440000000000, Lo: 440000000000, Hi: 449999999999}

func (f *fixture) audited(action string) int {
	f.Helper()
	return f.count(`select count(*) from audit_event where action = $1 and after->>'refused' is not null`, action)
}

// Every way of asking about somebody without being allowed to is refused, leaves nothing with a source, and stands on the trail.
func TestUnlawfulQueriesAreRefusedAndAudited(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	nobody, narrow, gone, mine := f.person(), f.person("vehicle"), f.person(), f.person("*")
	stranger := f.person("*")
	f.exec(`update person set division = 440105003001 where id = $1`, stranger)
	f.exec(`update authorisation set division = 440105003001 where person_id = $1`, stranger)
	withdrawn := f.authorise(gone, ForAssistance, "*")
	expired := f.authorise(f.person(), ForAssistance, "*")
	f.exec(`update authorisation set valid_until = '2026-11-25' where id = $1`, expired)
	if _, err := f.s.PutClient(ctx, supervisor, ClientInput{Name: "省慈善总会", Purpose: ForCharity, Classes: []string{"vehicle"}, Quota: 2, Basis: "协议〔2026〕1号", ValidUntil: calendar.DateOf(noon)}); err != nil {
		t.Fatal(err)
	}
	base := func(kind string, people ...uuid.UUID) OrderInput {
		in := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: kind, Title: "核对", Purpose: ForAssistance, Classes: []string{"vehicle"}, People: people}
		if kind == KindClient {
			in.Purpose, in.Client = ForCharity, "省慈善总会"
		} else {
			in.CaseID = new(uuid.UUID)
		}
		return in
	}
	change := func(in OrderInput, do func(*OrderInput)) OrderInput { do(&in); return in }
	for _, c := range []struct {
		name, field string
		in          OrderInput
	}{
		{"people of another county", "people", base(KindCase, stranger)},
		{"some of another county", "people", base(KindCase, mine, stranger)},
		{"people who are not on the register", "people", base(KindCase, uuid.New())},
		{"another county's place", "", change(base(KindCase, mine), func(in *OrderInput) { in.Place = 440105000000 })},
		{"a class that is not in the catalogue", "classes", change(base(KindCase, mine), func(in *OrderInput) { in.Classes = []string{"love_letters"} })},
		{"a case for charity", "purpose", change(base(KindCase, mine), func(in *OrderInput) { in.Purpose = ForCharity })},
		{"a client's class", "classes", change(base(KindClient, mine), func(in *OrderInput) { in.Classes = []string{"vehicle", "wage"} })},
		{"a client's purpose", "client", change(base(KindClient, mine), func(in *OrderInput) { in.Purpose = ForExtended })},
		{"a client for assistance", "purpose", change(base(KindClient, mine), func(in *OrderInput) { in.Purpose = ForAssistance })},
		{"nobody's client", "client", change(base(KindClient, mine), func(in *OrderInput) { in.Client = "不存在的单位" })},
		{"beyond the quota", "people", base(KindClient, mine, narrow, nobody)},
	} {
		before := f.audited("verification.order")
		_, err := f.s.Order(ctx, officer, c.in)
		e := errs.As(err)
		if e == nil || c.field == "" && e.Kind != errs.NotFound || c.field != "" && (len(e.Fields) == 0 || e.Fields[0].Name != c.field) {
			t.Errorf("%s: %v", c.name, err)
		}
		if n := f.audited("verification.order") - before; n != 1 {
			t.Errorf("%s: %d events", c.name, n)
		}
	}
	if n := f.count(`select count(*) from verification_order`); n != 0 {
		t.Fatalf("%d orders were placed", n)
	}
	// Allowed to order, not to ask: the lines are refused one by one, and one event tells it.
	order := f.order([]string{"vehicle", "wage"}, nobody, narrow)
	if got := f.state(order); got != "running police:1/0/0/1 tax:0/0/0/2" || f.audited("verification.ask") != 1 {
		t.Error(got, f.audited("verification.ask"))
	}
	f.pump()
	// Withdrawn while it waits: refused at the door, for the person by name.
	waits := f.order([]string{"vehicle"}, gone)
	if err := f.s.Withdraw(ctx, officer, gone, withdrawn, "本人撤回"); err != nil {
		t.Fatal(err)
	}
	f.pump()
	if got := f.state(waits); got != "answered police:0/0/0/1" || f.audited("verification.ask") != 2 {
		t.Error(got, f.audited("verification.ask"))
	}
	// A client's purpose is not covered by what was signed for assistance.
	client := base(KindClient, mine)
	if _, err := f.s.Order(ctx, officer, client); err != nil {
		t.Fatal(err)
	}
	if err := f.s.prepare(ctx, client.ID); err != nil {
		t.Fatal(err)
	}
	if got := f.state(client.ID); got != "answered police:0/0/0/1" || f.audited("verification.ask") != 3 {
		t.Error(got, f.audited("verification.ask"))
	}
	if n := len(f.dept.sent); n != 1 {
		t.Errorf("%d messages left; one was allowed", n)
	}
	// Somebody who is not in the order: not by asking again, and not past the code.
	f.dept.do = nil
	if _, err := f.s.Reask(ctx, officer, order, "police", &stranger); errs.As(err) == nil || errs.As(err).Fields[0].Name != "person_id" {
		t.Errorf("asked again about a stranger: %v", err)
	}
	err := f.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `insert into verification_item (order_id, person_id, class, division, source, state, reason, created_at, ended_at) values ($1, $2, 'vehicle', 440105003001, 'police', 'refused', 'x', $3, $3)`, order, stranger, noon)
		return err
	})
	if err == nil {
		t.Error("the database lets a line in about somebody who is not in the order")
	}
	if _, err := f.s.Authorise(ctx, officer, AuthorisationInput{ID: uuid.Must(uuid.NewV7()), PersonID: stranger, Purpose: ForAssistance, SignedHow: "screen", SignedBy: "甲", SignedOn: calendar.DateOf(noon), Signature: drawn(t)}); !errs.Is(err, errs.NotFound) || f.audited("verification.authorise") != 1 {
		t.Errorf("signed for a stranger: %v, %d events", err, f.audited("verification.authorise"))
	}
	if _, err := f.s.Invite(ctx, officer, LinkInput{ID: uuid.Must(uuid.NewV7()), PersonID: stranger, Task: ToSeeAsked}); !errs.Is(err, errs.NotFound) || f.audited("verification.authorise") != 2 {
		t.Errorf("a link for a stranger: %v", err)
	}
	// Mistakes in a form are no attempts.
	before := f.audited("verification.order")
	if _, err := f.s.Order(ctx, officer, change(base(KindCase, mine), func(in *OrderInput) { in.Title = " " })); err == nil || f.audited("verification.order") != before {
		t.Errorf("a missing title: %v", err)
	}
}

// A client's quota is one over all places that it serves, whoever orders, and a cancelled order gives back what it took.
func TestClientsAndTheirUse(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	if _, err := f.s.PutClient(ctx, officer, ClientInput{Name: "x", Purpose: ForCharity, Classes: []string{"vehicle"}, Basis: "y"}); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a county registers clients: %v", err)
	}
	in := ClientInput{Name: "教育厅", Purpose: ForExtended, Classes: []string{"wage", "vehicle"}, Quota: 3, Basis: "粤教〔2026〕2号"}
	for _, quota := range []int{3, 4} {
		in.Quota = quota
		if _, err := f.s.PutClient(ctx, supervisor, in); err != nil {
			t.Fatal(err)
		}
	}
	a, b := f.person(), f.person()
	place := func(who access.Actor, people ...uuid.UUID) (uuid.UUID, error) {
		o := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindClient, Title: "助学", Purpose: ForExtended, Client: "教育厅", Classes: []string{"wage"}, People: people}
		_, err := f.s.Order(ctx, who, o)
		return o.ID, err
	}
	first, err := place(officer, a, b)
	if err != nil {
		t.Fatal(err)
	}
	city := supervisor
	city.Role, city.Level, city.Division, city.Lo, city.Hi = access.CitySupervisor, access.City, 440100000000, 440100000000, 440199999999
	if _, err := place(city, a, b); err != nil {
		t.Fatal(err)
	}
	used := func() string {
		list, err := f.s.Clients(ctx, officer)
		if err != nil || len(list) != 1 {
			t.Fatal(list, err)
		}
		return fmt.Sprint(list[0].Used, "/", list[0].Quota, " in ", list[0].Orders)
	}
	if got := used(); got != "4/4 in 2" {
		t.Error(got)
	}
	if _, err := place(officer, a); errs.As(err) == nil || errs.As(err).Fields[0].Name != "people" {
		t.Errorf("beyond the quota: %v", err)
	}
	if _, err := f.s.Cancel(ctx, officer, first, "单位撤回委托"); err != nil {
		t.Fatal(err)
	}
	if got := used(); got != "2/4 in 1" {
		t.Error(got)
	}
	f.clock.Advance(6 * 24 * 3600e9) // December
	if got := used(); got != "0/4 in 0" {
		t.Error(got)
	}
}
