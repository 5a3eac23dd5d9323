package verification

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// Signed, asked, withdrawn: the next question does not leave, and every query stands in the person's file.
func TestAuthoriseWithdrawAndWhoAsked(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person()
	in := AuthorisationInput{ID: uuid.Must(uuid.NewV7()), PersonID: p, Purpose: ForAssistance, Classes: []string{"vehicle"}, SignedHow: "screen", SignedBy: "甲1",
		SignedOn: calendar.DateOf(noon), Signature: drawn(t)}
	first, err := f.s.Authorise(ctx, officer, in)
	if err != nil || !first.InForce {
		t.Fatal(first, err)
	}
	if again, err := f.s.Authorise(ctx, officer, in); err != nil || again.Number != first.Number || f.count(`select count(*) from authorisation`) != 1 {
		t.Errorf("signed twice: %+v %v", again, err)
	}
	f.order([]string{"vehicle", "wage"}, p)
	f.pump()
	if err := f.s.Withdraw(ctx, officer, p, in.ID, "本人撤回"); err != nil {
		t.Fatal(err)
	}
	f.clock.Advance(40 * 24 * time.Hour) // what was answered is not fresh any more
	f.order([]string{"vehicle"}, p)
	f.pump()
	if len(f.dept.sent) != 1 {
		t.Errorf("%d messages left; one was allowed", len(f.dept.sent))
	}
	who, err := f.s.WhoAsked(ctx, officer, p)
	if err != nil || len(who) != 3 {
		t.Fatal(who, err)
	}
	got := ""
	for _, l := range who {
		got += " " + l.Class + ":" + l.State
		if l.ByName != "陈核" || (l.State == "answered") != (l.Authorisation == first.Number && l.Asked == 1) {
			t.Errorf("%+v", l)
		}
	}
	if got != " vehicle:refused vehicle:answered wage:refused" {
		t.Error(got)
	}
}

func TestAuthorisationsThatAreRefused(t *testing.T) {
	f := newFixture(t)
	child := f.person()
	f.exec(`update person set birth = '2012-05-01' where id = $1`, child)
	for field, change := range map[string]func(*AuthorisationInput){
		"guardian":          func(*AuthorisationInput) {},
		"guardian_reason":   func(in *AuthorisationInput) { in.Guardian, in.Relation = true, "父亲" },
		"guardian_relation": func(in *AuthorisationInput) { in.Guardian, in.GuardianReason = true, "未满十八周岁" },
		"signature":         func(in *AuthorisationInput) { in.Signature = blank(t) },
		"scan":              func(in *AuthorisationInput) { in.SignedHow = "paper" },
		"classes":           func(in *AuthorisationInput) { in.Classes = []string{"no_such"} },
		"signed_on":         func(in *AuthorisationInput) { in.SignedOn = calendar.DateOf(noon).AddDays(1) },
		"signed_by":         func(in *AuthorisationInput) { in.SignedBy = " " },
		"valid_until":       func(in *AuthorisationInput) { in.ValidUntil = calendar.DateOf(noon).AddDays(-1) },
	} {
		in := AuthorisationInput{ID: uuid.Must(uuid.NewV7()), PersonID: child, Purpose: ForAssistance, SignedHow: "screen", SignedBy: "乙", SignedOn: calendar.DateOf(noon), Signature: drawn(t)}
		if field == "signature" || field == "scan" {
			in.Guardian, in.Relation, in.GuardianReason = true, "父亲", "未满十八周岁"
		}
		change(&in)
		_, err := f.s.Authorise(context.Background(), officer, in)
		told := false
		if e := errs.As(err); e != nil {
			for _, one := range e.Fields {
				told = told || one.Name == field && one.Message != ""
			}
		}
		if !told {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// People of another county are not there: not to order, not to authorise, not to read.
func TestAnotherCountySeesNothing(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	p := f.person("*")
	order := f.order([]string{"vehicle"}, p)
	f.pump()
	other := officer
	other.Division, other.Lo, other.Hi = 440105000000, 440105000000, 440105999999
	in := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindCase, Title: "越权", Purpose: ForAssistance, CaseID: new(uuid.UUID), Classes: []string{"vehicle"}, People: []uuid.UUID{p}}
	if _, err := f.s.Order(ctx, other, in); err == nil || f.count(`select count(*) from verification_order`) != 1 {
		t.Errorf("ordered about people of another county: %v", err)
	}
	if _, err := f.s.Get(ctx, other, order); !errs.Is(err, errs.NotFound) {
		t.Errorf("read: %v", err)
	}
	if _, err := f.s.Cancel(ctx, other, order, "x"); !errs.Is(err, errs.NotFound) {
		t.Errorf("cancelled: %v", err)
	}
	if page, err := f.s.Orders(ctx, other, OrderFilter{}); err != nil || len(page.Orders) != 0 {
		t.Errorf("listed: %v %v", page, err)
	}
	if who, err := f.s.WhoAsked(ctx, other, p); !errs.Is(err, errs.NotFound) || len(who) != 0 {
		t.Errorf("who asked: %v %v", who, err)
	}
	if list, err := f.s.Authorisations(ctx, other, p); !errs.Is(err, errs.NotFound) || len(list) != 0 {
		t.Errorf("authorisations: %v %v", list, err)
	}
	village := access.Actor{Staff: officer.Staff, Role: access.VillageAssistant, Level: access.Village, Division: 440104003001, Lo: 440104003001, Hi: 440104003001}
	if _, err := f.s.Get(ctx, village, order); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a village assistant reads orders: %v", err)
	}
}

// Forged, altered and replayed callbacks change nothing but the audit trail.
func TestCallbacksThatAreNotBelieved(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	f.order([]string{"deposit"}, f.person("*"))
	f.pump()
	key := exchange.Key{ID: "bank-1", Secret: []byte("0123456789abcdef0123456789abcdef")}
	wrong := exchange.Key{ID: "bank-1", Secret: []byte("fedcba9876543210fedcba9876543210")}
	body := []byte("answer")
	parse := func([]byte) (exchange.Reply, error) { return *replyTo(f.dept.sent[0]), nil }
	sign := func(k exchange.Key, what string, at time.Time) exchange.Signature {
		s, err := k.NewSignature(what, body, at)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	good := sign(key, "POST /callback bank", noon)
	for name, c := range map[string]struct {
		source string
		sign   exchange.Signature
		body   string
	}{
		"forged":         {"bank", sign(wrong, "POST /callback bank", noon), "answer"},
		"altered":        {"bank", good, "Answer"},
		"other source":   {"police", sign(key, "POST /callback police", noon), "answer"},
		"other place":    {"bank", sign(key, "POST /query", noon), "answer"},
		"an hour old":    {"bank", sign(key, "POST /callback bank", noon.Add(-time.Hour)), "answer"},
		"unsigned":       {"bank", exchange.Signature{}, "answer"},
		"unknown source": {"nobody", good, "answer"},
	} {
		if _, err := f.s.Called(ctx, c.source, key, c.sign, []byte(c.body), parse); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := f.count(`select count(*) from audit_event where action = 'verification.ask' and object_kind = 'exchange_source'`); n != 7 || f.count(`select count(*) from answer`) != 0 {
		t.Errorf("%d audited, %d answers", n, f.count(`select count(*) from answer`))
	}
	// They lie in no place: the auditors of the province read them, those of a county do not.
	trail := audit.New(f.db, nil, f.clock)
	province := access.Actor{Staff: uuid.New(), Name: "省审计", Role: access.Auditor, Level: access.Province, Division: 440000000000, Lo: 440000000000, Hi: 449999999999}
	county := access.Actor{Staff: uuid.New(), Name: "县审计", Role: access.Auditor, Level: access.County, Division: 440104000000, Lo: 440104000000, Hi: 440104999999}
	for _, c := range []struct {
		who  access.Actor
		want int
	}{{province, 7}, {county, 0}} {
		if lines, _, err := trail.List(ctx, c.who, audit.Search{Object: "exchange_source"}); err != nil || len(lines) != c.want {
			t.Errorf("%s reads %d of the distrusted messages, want %d: %v", c.who.Name, len(lines), c.want, err)
		}
	}
	if r, err := f.s.Called(ctx, "bank", key, good, body, parse); err != nil || r.Taken != 1 {
		t.Fatalf("%+v %v", r, err)
	}
	if _, err := f.s.Called(ctx, "bank", key, good, body, parse); !errs.Is(err, errs.Forbidden) {
		t.Errorf("replayed: %v", err)
	}
	broken := errors.New("not an answer")
	if _, err := f.s.Called(ctx, "bank", key, sign(key, "POST /callback bank", noon), body, func([]byte) (exchange.Reply, error) { return exchange.Reply{}, broken }); !strings.Contains(err.Error(), broken.Error()) {
		t.Errorf("unreadable: %v", err)
	}
}
