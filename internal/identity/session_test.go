package identity_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity"
)

func (w *world) good(token string) bool {
	w.t.Helper()
	_, err := w.s.Resolve(context.Background(), token, "")
	if err != nil && !errs.Is(err, errs.Unauthenticated) {
		w.t.Fatal(err)
	}
	return err == nil
}

func TestSessionExpires(t *testing.T) {
	w := newWorld(t, identity.Config{Demo: true})
	_, idle := w.full("wangli")
	for _, step := range []struct {
		wait time.Duration
		good bool
	}{{29 * time.Minute, true}, {29 * time.Minute, true}, {30*time.Minute - time.Microsecond, true}, {30 * time.Minute, false}, {0, false}} {
		w.clock.Advance(step.wait)
		if w.good(idle) != step.good {
			t.Fatalf("after %v more: good is %v", step.wait, !step.good)
		}
	}
	_, busy := w.full("lishen")
	for used := time.Duration(0); used < 12*time.Hour-20*time.Minute; used += 20 * time.Minute {
		w.clock.Advance(20 * time.Minute)
		if !w.good(busy) {
			t.Fatalf("in use, ended after %v", used)
		}
	}
	w.clock.Advance(20 * time.Minute)
	if w.good(busy) {
		t.Error("a session in use lives longer than twelve hours")
	}
}

func TestHalfASignInExpiresSoon(t *testing.T) {
	w := newWorld(t, identity.Config{})
	p, err := w.try("wangli", password)
	if err != nil {
		t.Fatal(err)
	}
	w.clock.Advance(10*time.Minute - time.Second)
	if !w.good(p.Token) {
		t.Error("ended too soon")
	}
	w.clock.Advance(time.Second)
	if w.good(p.Token) {
		t.Error("half a sign-in lives longer than ten minutes")
	}
}

func TestUnknownTokens(t *testing.T) {
	w := newWorld(t, identity.Config{Demo: true})
	_, token := w.full("wangli")
	for _, x := range []string{"", "x", token[:len(token)-1], token + "A", "A" + token[1:]} {
		if x != token && w.good(x) {
			t.Errorf("%q resolves", x)
		}
	}
	var stored []byte
	w.asOwner(func(tx pgx.Tx) error {
		return tx.QueryRow(context.Background(), `select token_hash from session`).Scan(&stored)
	})
	if len(stored) != 32 || bytes.Contains(stored, []byte(token[:8])) {
		t.Errorf("stored %x", stored)
	}
}

func TestRevocationIsHonouredAtOnce(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{Demo: true})
	admin := w.actor("admin.yx", access.Administrator, yuexiu)
	for name, revoke := range map[string]func(is identity.Session, other uuid.UUID) error{
		"signing out": func(is identity.Session, _ uuid.UUID) error { return w.s.SignOut(ctx, is.Actor) },
		"by an admin": func(identity.Session, uuid.UUID) error { return w.s.EndSessionsOf(ctx, admin, w.staff["wangli"]) },
		"disabling": func(identity.Session, uuid.UUID) error {
			return w.s.SetStaffActive(ctx, admin, w.staff["wangli"], false)
		},
		"resetting password": func(identity.Session, uuid.UUID) error {
			_, err := w.s.ResetPassword(ctx, admin, w.staff["wangli"], false)
			return err
		},
		"ending the duty": func(identity.Session, uuid.UUID) error {
			return w.s.UpdateStaff(ctx, admin, w.staff["wangli"], identity.StaffInput{Name: "王丽", Organisation: w.office[beijing],
				Duties: []identity.Duty{{Role: access.VillageAssistant, Division: 440104003104}}})
		},
	} {
		w.exec(`update staff set status = 'active', password_hash = $2, password_change_due = false where id = $1`, w.staff["wangli"], cheapHash())
		w.exec(`delete from session`)
		w.exec(`update staff_assignment set until = case when role = 'town_clerk' then null::timestamptz end where staff_id = $1`, w.staff["wangli"])
		is, token := w.full("wangli")
		if !w.good(token) {
			t.Fatalf("%s: not good before", name)
		}
		if err := revoke(is, uuid.Nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if w.good(token) {
			t.Errorf("%s: the session still works", name)
		}
	}
}

// Another program's revocation is seen when the few seconds of the cache are over.
func TestRevocationElsewhereIsHonouredWithinSeconds(t *testing.T) {
	w := newWorld(t, identity.Config{Demo: true})
	_, token := w.full("wangli")
	w.exec(`update session set revoked_at = now()`)
	w.clock.Advance(5 * time.Second)
	if w.good(token) {
		t.Error("still good after five seconds")
	}
}

func TestOwnSessions(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{Demo: true})
	_, first := w.full("wangli")
	w.clock.Advance(time.Minute)
	is, second := w.full("wangli")
	strangers, _ := w.full("lishen")
	list, err := w.s.Sessions(ctx, is.Actor)
	if err != nil || len(list) != 2 || !list[0].Current || list[1].Current || list[0].ID != is.Actor.Session {
		t.Fatalf("%+v %v", list, err)
	}
	if err := w.s.EndSession(ctx, is.Actor, strangers.Actor.Session); !errs.Is(err, errs.NotFound) {
		t.Errorf("another person's session: %v", err)
	}
	if err := w.s.EndSession(ctx, is.Actor, list[1].ID); err != nil {
		t.Fatal(err)
	}
	if w.good(first) || !w.good(second) {
		t.Error("the wrong session ended")
	}
	_, third := w.full("wangli")
	changed, err := w.s.ChangePassword(ctx, is, password, "Nn4-pp8R-ss2t")
	if err != nil {
		t.Fatal(err)
	}
	if w.good(second) || w.good(third) || !w.good(changed.Token) {
		t.Error("after a change of password only the session that made it goes on, under a new token")
	}
	if list, _ = w.s.Sessions(ctx, is.Actor); len(list) != 1 {
		t.Errorf("%d sessions listed after the change", len(list))
	}
}

func TestSwitchDuty(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, identity.Config{Demo: true})
	is, token := w.full("wangli")
	self, err := w.s.Whoami(ctx, is.Actor)
	if err != nil || self.Login != "wangli" || len(self.Duties) != 2 || self.Current.Role != access.TownClerk || len(self.Actions) == 0 {
		t.Fatalf("%+v %v", self, err)
	}
	var village identity.Duty
	for _, d := range self.Duties {
		if d.Role == access.VillageAssistant {
			village = d
		}
	}
	other, _ := w.full("lishen")
	theirs, err := w.s.Whoami(ctx, other.Actor)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.s.SwitchDuty(ctx, is, theirs.Current.ID); !errs.Is(err, errs.Invalid) {
		t.Errorf("another person's duty: %v", err)
	}
	p, err := w.s.SwitchDuty(ctx, is, village.ID)
	if err != nil {
		t.Fatal(err)
	}
	if w.good(token) {
		t.Error("the token of the old duty still works")
	}
	now := w.resolve(p.Token)
	if a := now.Actor; a.Role != access.VillageAssistant || a.Division != 440104003104 || a.Lo != a.Hi || a.Session != is.Actor.Session {
		t.Errorf("%+v", a)
	}
	if now.CSRFOK(identity.CSRF(token)) || !now.CSRFOK(identity.CSRF(p.Token)) {
		t.Error("the old page's token against forgery still counts")
	}
	if err := w.s.SignOut(ctx, now.Actor); err != nil {
		t.Fatal(err)
	}
	w.clock.Advance(time.Minute)
	if again, _ := w.full("wangli"); again.Actor.Role != access.VillageAssistant {
		t.Errorf("the next sign-in does not go on in the duty worked in last: %s", again.Actor.Role)
	}
}

func TestCSRFToken(t *testing.T) {
	w := newWorld(t, identity.Config{Demo: true})
	is, token := w.full("wangli")
	other, otherToken := w.full("lishen")
	good := identity.CSRF(token)
	if !is.CSRFOK(good) || is.CSRFOK("") || is.CSRFOK(good+"x") || is.CSRFOK(token) || is.CSRFOK(identity.CSRF(otherToken)) || other.CSRFOK(good) {
		t.Error("token against forgery is accepted or refused wrongly")
	}
}

func BenchmarkResolve(b *testing.B) {
	w := newWorld(b, identity.Config{Demo: true})
	_, token := w.full("wangli")
	ctx := context.Background()
	b.Run("cached", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.s.Resolve(ctx, token, ""); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("query", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if i%300 == 299 { // keep the fake clock from running past the session
				w.exec(`update session set last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '1 day'`, w.clock.Now())
			}
			w.clock.Advance(5 * time.Second)
			if _, err := w.s.Resolve(ctx, token, ""); err != nil {
				b.Fatal(err)
			}
		}
	})
}
