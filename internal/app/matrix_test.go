package app

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/api"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
)

// asRole signs everybody in whose cookie names a role and a level: "town_clerk/4".
type asRole struct{}

func (asRole) Resolve(_ context.Context, token, _ string) (api.Session, error) {
	role, level, ok := strings.Cut(token, "/")
	if !ok {
		return api.Session{}, errs.New(errs.Unauthenticated, "not_signed_in", "未登录")
	}
	full := !strings.HasSuffix(level, "-partial")
	level = strings.TrimSuffix(level, "-partial")
	return api.Session{Full: full, CSRFOK: func(t string) bool { return t == "right" }, Actor: access.Actor{
		Staff: uuid.MustParse("01900000-0000-7000-8000-000000000001"), Name: "某人", Role: access.Role(role), Level: access.Level(level[0] - '0'),
		Division: 440104003000, Lo: 440104003000, Hi: 440104003999}}, nil
}

// testRoutes are all endpoints over services that do not exist: what gets past the guard fails with 500 or on its input,
// which is all the same here.
func testRoutes(t *testing.T) (*api.Router, http.Handler) {
	t.Helper()
	return routesOver(t, Services{})
}

func routesOver(t *testing.T, s Services) (*api.Router, http.Handler) {
	t.Helper()
	packs, err := loadPacks("guangdong")
	if err != nil {
		t.Fatal(err)
	}
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	t.Cleanup(func() { slog.SetDefault(old) })
	r := api.NewRouter("test")
	Routes(r, s, api.Packs{Library: packs, Clock: clock.System{}}, Config{Clock: clock.System{}}, nil)
	h := (&api.Keeper{Sessions: asRole{}}).Wrap(r.Mux)
	return r, api.Observe(api.Headers(h), false)
}

var parameter = regexp.MustCompile(`\{[^}]+\}`)

func pathOf(e api.Endpoint) string {
	return parameter.ReplaceAllString(e.Path, "01900000-0000-7000-8000-000000000002")
}

func call(h http.Handler, e api.Endpoint, cookie, csrf string) int {
	req := httptest.NewRequest(e.Method, pathOf(e), strings.NewReader("{}"))
	req.Header.Set("Content-Type", "application/json")
	if cookie != "" {
		req.AddCookie(&http.Cookie{Name: "zf_session", Value: cookie})
		req.Header.Set("X-CSRF-Token", csrf)
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec.Code
}

// Every endpoint × role × level: who lacks the action gets 403 and nothing else, who has it gets past the guard. An attempt at
// what asks, orders or reads the data of 核对 is told to the trail, once.
func TestEndpointsFollowTheAccessTable(t *testing.T) {
	r, h := testRoutes(t)
	if len(r.Endpoints()) < 60 {
		t.Fatalf("only %d endpoints registered", len(r.Endpoints()))
	}
	var told []string
	r.Refused = func(_ context.Context, actor access.Actor, action access.Action, request string, _ error) error {
		told = append(told, fmt.Sprint(actor.Role, " ", actor.Level, " ", action, " ", request))
		return nil
	}
	refused, admitted, watched := 0, 0, 0
	for _, e := range r.Endpoints() {
		rule, ok := access.Lookup(e.Action)
		if !ok {
			t.Errorf("%s %s declares no action", e.Method, e.Path)
			continue
		}
		for _, role := range access.Roles {
			for _, level := range access.Levels {
				told = nil
				code := call(h, e, string(role)+"/"+string(rune('0'+level)), "right")
				if want := fmt.Sprint(role, " ", level, " ", e.Action, " ", e.Method, " ", pathOf(e)); !rule.Allows(role, level) && rule.Watched {
					if watched++; len(told) != 1 || told[0] != want {
						t.Errorf("%s %s: %s at level %d: the trail is told %q", e.Method, e.Path, role, level, told)
					}
				} else if code == http.StatusForbidden && len(told) > 0 {
					t.Errorf("%s %s is not watched and told: %q", e.Method, e.Path, told)
				}
				switch allowed := rule.Allows(role, level); {
				case allowed && (code == http.StatusForbidden || code == http.StatusUnauthorized):
					// Services do not exist here, so no refusal can come from them.
					t.Errorf("%s %s: %s at level %d holds %s and is refused (%d)", e.Method, e.Path, role, level, e.Action, code)
				case !allowed && code != http.StatusForbidden:
					t.Errorf("%s %s: %s at level %d lacks %s and gets %d", e.Method, e.Path, role, level, e.Action, code)
				case allowed:
					admitted++
				default:
					refused++
				}
			}
		}
	}
	if refused == 0 || admitted == 0 || watched < 1000 {
		t.Errorf("the matrix proves nothing: %d refused, %d admitted, %d watched", refused, admitted, watched)
	}
}

// Nobody who has not signed in, or not finished, gets past the guard of an endpoint that is not public.
func TestEndpointsRefuseTheUnsigned(t *testing.T) {
	r, h := testRoutes(t)
	for _, e := range r.Endpoints() {
		rule, _ := access.Lookup(e.Action)
		if rule.Public {
			continue
		}
		if code := call(h, e, "", ""); code != http.StatusUnauthorized {
			t.Errorf("%s %s without a session answers %d", e.Method, e.Path, code)
		}
		if code := call(h, e, "auditor/3-partial", "right"); !e.Partial && code != http.StatusUnauthorized {
			t.Errorf("%s %s before the second factor answers %d", e.Method, e.Path, code)
		}
	}
}

// A request that changes something and carries a session but not its token comes from another site.
func TestEndpointsRefuseForgedRequests(t *testing.T) {
	r, h := testRoutes(t)
	for _, e := range r.Endpoints() {
		if e.Method == http.MethodGet || e.Action == "public.sign_in" && e.Path == "/api/session" {
			continue // signing in again needs no token of the session before; its origin is checked
		}
		if code := call(h, e, "town_clerk/4", "wrong"); code != http.StatusForbidden {
			t.Errorf("%s %s with a wrong CSRF token answers %d", e.Method, e.Path, code)
		}
	}
}

// No endpoint takes personal data in its address: addresses end up in logs and histories.
func TestAddressesHoldNoPersonalData(t *testing.T) {
	r, _ := testRoutes(t)
	bad := regexp.MustCompile(`(?i)^(id_number|phone|account|name|contact|query)$`)
	for path, item := range r.OpenAPI().Paths {
		if item.Get == nil {
			continue
		}
		for _, p := range item.Get.Parameters {
			if bad.MatchString(p.Name) {
				t.Errorf("GET %s takes %s in its address", path, p.Name)
			}
		}
	}
}

func TestSecurityHeaders(t *testing.T) {
	_, h := testRoutes(t)
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest("GET", "/api/session", nil))
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Cache-Control": "no-store", "Referrer-Policy": "same-origin"} {
		if got := rec.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	csp := rec.Header().Get("Content-Security-Policy")
	if !strings.Contains(csp, "script-src 'self';") || strings.Contains(csp, "unsafe-eval") || !strings.Contains(csp, "frame-ancestors 'none'") {
		t.Errorf("content security policy: %s", csp)
	}
}
