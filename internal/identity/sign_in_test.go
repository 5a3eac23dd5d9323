package identity_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity"
)

func TestSignInStepByStep(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{})
	w.exec(`update staff set password_change_due = true where login = 'wangli'`)
	first, err := w.try("  WangLi ", password)
	if err != nil || first.State != identity.TOTPSetup {
		t.Fatalf("%+v %v", first, err)
	}
	half := w.resolve(first.Token)
	if half.Full() || half.Actor.Hi != 0 {
		t.Errorf("half a sign-in already sees something: %+v", half.Actor)
	}
	for _, a := range []access.Action{"case.list", "staff.list", "registry.search"} {
		if err := access.Check(half.Actor, a, access.Listing); !errs.Is(err, errs.Forbidden) {
			t.Errorf("half a sign-in may %s: %v", a, err)
		}
	}
	if _, err := w.s.ChangePassword(ctx, half, password, "Nn4-pp8R-ss2t"); !errs.Is(err, errs.Conflict) {
		t.Errorf("password before code: %v", err)
	}
	secret := secretOf(t, first.TOTPURI)
	if _, err := w.s.ConfirmCode(ctx, half.Actor, "000000"); !errs.Is(err, errs.Invalid) {
		t.Errorf("wrong code: %v", err)
	}
	second, err := w.s.ConfirmCode(ctx, half.Actor, w.code(secret))
	if err != nil || second.State != identity.PasswordChange {
		t.Fatalf("%+v %v", second, err)
	}
	if _, err := w.s.Resolve(ctx, first.Token, ""); !errs.Is(err, errs.Unauthenticated) {
		t.Errorf("the token of the step before still works: %v", err)
	}
	third, err := w.s.ChangePassword(ctx, w.resolve(second.Token), password, "Nn4-pp8R-ss2t")
	if err != nil || third.State != identity.SignedIn {
		t.Fatalf("%+v %v", third, err)
	}
	if _, err := w.s.Resolve(ctx, second.Token, ""); !errs.Is(err, errs.Unauthenticated) {
		t.Errorf("the token of the step before still works: %v", err)
	}
	is := w.resolve(third.Token)
	if a := is.Actor; !is.Full() || a.Role != access.TownClerk || a.Division != beijing || a.Level != access.Town || a.Lo != beijing || a.Hi != beijing+999 ||
		a.Name != "王丽" || a.OrgName != "北京街道办事处" || a.Organisation != w.office[beijing] || a.Remote != "10.1.1.1" {
		t.Errorf("actor %+v", a)
	}
	w.clock.Advance(time.Minute)
	again, err := w.try("wangli", "Nn4-pp8R-ss2t")
	if err != nil || again.State != identity.TOTPRequired || again.TOTPURI != "" {
		t.Errorf("second sign-in: %+v %v", again, err)
	}
}

// What can be told from outside about a login must not depend on whether it exists.
func TestUnknownLoginLooksAndCostsTheSame(t *testing.T) {
	w := newWorld(t, identity.Config{})
	outcome := func(login string) (string, int64, int) {
		hashed, events := w.hasher.Derived(), w.count(`select count(*) from audit_event`)
		_, err := w.try(login, "wrong")
		e := errs.As(err)
		if e == nil {
			t.Fatalf("%s: %v", login, err)
		}
		return e.Code + e.Message, w.hasher.Derived() - hashed, w.count(`select count(*) from audit_event`) - events
	}
	text, hashes, events := outcome("wangli")
	if hashes != 1 || events != 1 {
		t.Fatalf("a known login costs %d derivations and %d events", hashes, events)
	}
	for _, login := range []string{"nobody", "", "demo", strings.Repeat("长", 500)} {
		if x, h, e := outcome(login); x != text || h != hashes || e != events {
			t.Errorf("%.10q: %q, %d derivations, %d events; known login: %q, %d, %d", login, x, h, e, text, hashes, events)
		}
	}
	for range 10 { // the lock too
		_, a := w.try("wangli", "wrong")
		_, b := w.try("nobody", "wrong")
		if errs.As(a).Message != errs.As(b).Message {
			t.Fatalf("%v differs from %v", a, b)
		}
	}
	if n := w.count(`select count(*) from audit_event where object_id like '%nobody%' or after::text like '%nobody%'`); n != 0 {
		t.Error("what was typed as login stands in the trail")
	}
}

func (w *world) count(query string) (n int) {
	w.t.Helper()
	w.asOwner(func(tx pgx.Tx) error { return tx.QueryRow(context.Background(), query).Scan(&n) })
	return n
}

func TestLockout(t *testing.T) {
	w := newWorld(t, identity.Config{})
	wrong := func(n int) (last error) {
		for range n {
			_, last = w.try("wangli", "wrong")
		}
		return last
	}
	if err := wrong(5); !errs.Is(err, errs.Unauthenticated) {
		t.Fatalf("fifth failure: %v", err)
	}
	_, err := w.try("wangli", password)
	if !errs.Is(err, errs.TooMany) || !strings.Contains(errs.As(err).Message, "1 分钟") {
		t.Fatalf("right password while locked: %v", err)
	}
	// A second program over the same database knows the lock.
	other := *w
	other.s = identity.New(w.db, sealForTest(), divisions(), w.clock, identity.Config{Hasher: identity.Cheap()})
	if _, err := other.try("wangli", password); !errs.Is(err, errs.TooMany) {
		t.Fatalf("after a restart: %v", err)
	}
	for _, wait := range []int{1, 2, 4, 8, 16, 32, 60, 60} {
		w.clock.Advance(time.Duration(wait)*time.Minute - time.Second)
		if _, err := w.try("wangli", password); !errs.Is(err, errs.TooMany) {
			t.Fatalf("a second before %d minutes: %v", wait, err)
		}
		w.clock.Advance(time.Second)
		if err := wrong(1); !errs.Is(err, errs.Unauthenticated) {
			t.Fatalf("after %d minutes: %v", wait, err)
		}
	}
	w.clock.Advance(time.Hour)
	if _, err := w.try("wangli", password); err != nil {
		t.Fatalf("right password after the lock: %v", err)
	}
	if err := wrong(5); !errs.Is(err, errs.Unauthenticated) {
		t.Errorf("success did not reset the count: %v", err)
	}
	if _, err := w.try("lishen", password); err != nil {
		t.Errorf("another person is locked too: %v", err)
	}
}

func TestLockoutByAddress(t *testing.T) {
	w := newWorld(t, identity.Config{})
	for i := range 30 {
		if _, err := w.try("guess"+string(rune('a'+i)), "wrong"); !errs.Is(err, errs.Unauthenticated) {
			t.Fatalf("guess %d: %v", i, err)
		}
	}
	if _, err := w.try("wangli", password); !errs.Is(err, errs.TooMany) {
		t.Errorf("the address is not locked: %v", err)
	}
	elsewhere := identity.Credentials{Login: "wangli", Password: password, Remote: "10.9.9.9"}
	if _, err := w.s.SignIn(context.Background(), access.Public("10.9.9.9"), elsewhere); err != nil {
		t.Errorf("another address is locked: %v", err)
	}
	w.clock.Advance(61 * time.Minute)
	if _, err := w.try("lishen", password); err != nil {
		t.Errorf("still locked after an hour: %v", err)
	}
}

// Tries that come all at once must not slip through before the first is counted.
func TestParallelGuessesAreCounted(t *testing.T) {
	w := newWorld(t, identity.Config{})
	results := make(chan error, 24)
	for range cap(results) {
		go func() { _, err := w.try("wangli", "wrong"); results <- err }()
	}
	looked := 0
	for range cap(results) {
		if errs.Is(<-results, errs.Unauthenticated) {
			looked++
		}
	}
	if looked != 5 {
		t.Errorf("%d guesses were looked at, want 5", looked)
	}
}

func TestOneTimeCodeServesOnce(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{})
	p, err := w.try("wangli", password)
	if err != nil {
		t.Fatal(err)
	}
	secret := secretOf(t, p.TOTPURI)
	code := w.code(secret)
	if _, err := w.s.ConfirmCode(ctx, w.resolve(p.Token).Actor, code); err != nil {
		t.Fatal(err)
	}
	next := func() access.Actor {
		p, err := w.try("wangli", password)
		if err != nil || p.State != identity.TOTPRequired {
			t.Fatalf("%+v %v", p, err)
		}
		return w.resolve(p.Token).Actor
	}
	if _, err := w.s.ConfirmCode(ctx, next(), code); !errs.Is(err, errs.Invalid) {
		t.Errorf("replay accepted: %v", err)
	}
	w.clock.Advance(30 * time.Second)
	late := w.code(secret)
	w.clock.Advance(30 * time.Second)
	if _, err := w.s.ConfirmCode(ctx, next(), late); err != nil {
		t.Errorf("the step before, unused: %v", err)
	}
	w.clock.Advance(30 * time.Second)
	old := w.code(secret)
	w.clock.Advance(90 * time.Second)
	if _, err := w.s.ConfirmCode(ctx, next(), old); !errs.Is(err, errs.Invalid) {
		t.Errorf("a code three steps old: %v", err)
	}
	actor := next()
	for range 4 {
		if _, err := w.s.ConfirmCode(ctx, actor, "123456"); !errs.Is(err, errs.Invalid) {
			t.Fatalf("wrong code: %v", err)
		}
	}
	if _, err := w.s.ConfirmCode(ctx, actor, w.code(secret)); !errs.Is(err, errs.TooMany) {
		t.Errorf("after five wrong codes: %v", err)
	}
	if n := w.count(`select count(*) from audit_event where after->>'result' = 'wrong_code'`); n != 6 {
		t.Errorf("%d wrong codes stand in the trail, want 6", n)
	}
	if n := w.count(`select count(*) from staff where totp_sealed is not null and position(convert_to('` + secret + `', 'UTF8') in totp_sealed) > 0`); n != 0 {
		t.Error("the secret lies open in the database")
	}
}

func TestDemoAccounts(t *testing.T) {
	ctx := context.Background()
	real := newWorld(t, identity.Config{})
	if _, err := real.try("demo", password); !errs.Is(err, errs.Unauthenticated) {
		t.Errorf("a demo account signs in outside a demonstration: %v", err)
	}
	if _, err := real.s.DemoAccounts(ctx, access.Public("")); !errs.Is(err, errs.NotFound) {
		t.Errorf("accounts shown outside a demonstration: %v", err)
	}
	w := newWorld(t, identity.Config{Demo: true, DemoPassword: password})
	p, err := w.try("demo", password)
	if err != nil || p.State != identity.SignedIn {
		t.Errorf("demo account: %+v %v", p, err)
	}
	w.exec(`update staff set totp_exempt = true where login = 'lishen'`)
	if p, err := w.try("lishen", password); err != nil || p.State != identity.TOTPSetup {
		t.Errorf("an exemption counts for a real person: %+v %v", p, err)
	}
	list, err := w.s.DemoAccounts(ctx, access.Public(""))
	if err != nil || len(list) != 1 || list[0].Login != "demo" || list[0].Password != password {
		t.Errorf("%+v %v", list, err)
	}
	is := w.resolve(p.Token)
	if _, err := w.s.ChangePassword(ctx, is, password, "Nn4-pp8R-ss2t"); err != nil {
		t.Fatal(err)
	}
	if list, err = w.s.DemoAccounts(ctx, access.Public("")); err != nil || list[0].Password != "" {
		t.Errorf("a password that no longer works is shown: %+v %v", list, err)
	}
}

func TestRefusedAfterTheRightPassword(t *testing.T) {
	w := newWorld(t, identity.Config{})
	w.exec(`update staff set status = 'disabled' where login = 'wangli'`)
	w.exec(`update staff_assignment set until = now() where staff_id = $1`, w.staff["lishen"])
	for login, code := range map[string]string{"wangli": "account_disabled", "lishen": "no_duty"} {
		if _, err := w.try(login, "wrong"); errs.As(err).Code != "wrong_credentials" {
			t.Errorf("%s with a wrong password learns %v", login, err)
		}
		if _, err := w.try(login, password); errs.As(err).Code != code {
			t.Errorf("%s: %v", login, err)
		}
	}
}
