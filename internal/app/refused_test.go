package app

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/catalogue"
	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/verification"
)

// Every role × watched action that is refused at the guard leaves one event, by whom and for what; what a service refuses leaves one
// too, its own where it has more to say; a mistake in a form leaves none.
func TestRefusalsStandOnTheTrail(t *testing.T) {
	w := casefixture.New(t)
	shelf, err := exchange.Load(catalogue.FS)
	if err != nil {
		t.Fatal(err)
	}
	s := Services{Audit: audit.New(w.DB, w.Keys, w.Clock),
		Verification: verification.New(w.DB, w.Keys, w.Clock, division.Default(), shelf, nil, casefixture.NoJobs{}, verification.Settings{})}
	r, h := routesOver(t, s)
	r.Refused = s.Audit.Refused
	want, tried := map[string]int{}, map[access.Action]bool{}
	for _, e := range r.Endpoints() {
		rule, _ := access.Lookup(e.Action)
		if !rule.Watched || tried[e.Action] {
			continue
		}
		tried[e.Action] = true
		for _, role := range access.Roles {
			for _, level := range access.Levels {
				if !rule.Allows(role, level) {
					call(h, e, string(role)+"/"+string(rune('0'+level)), "right")
					want[fmt.Sprintf("%s %s %s %s", e.Action, role, e.Method, pathOf(e))]++
				}
			}
		}
	}
	if len(tried) < 12 || w.Count(`select count(*) from audit_event where after->>'refused' like '您的岗位（%' and actor_name = '某人' and division = 440104003000`) != sum(want) {
		t.Errorf("%d actions, %d attempts", len(tried), sum(want))
	}
	for line, n := range want {
		part := strings.SplitN(line, " ", 3)
		if got := w.Count(`select count(*) from audit_event where action = $1 and role = $2 and object_kind = 'request' and object_id = $3`, part[0], part[1], part[2]); got != n {
			t.Errorf("%s: %d events, %d attempts", line, got, n)
		}
	}

	send := func(method, path, body string) int {
		req := httptest.NewRequest(method, path, strings.NewReader(body))
		req.Header.Set("Content-Type", "application/json")
		req.AddCookie(&http.Cookie{Name: "zf_session", Value: "verification_officer/3"})
		req.Header.Set("X-CSRF-Token", "right")
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, req)
		return rec.Code
	}
	const order = `{"id": %q, "kind": "batch", "title": %q, "place": %q, "purpose": "social_assistance", "categories": ["dibao"]}`
	for _, c := range []struct {
		name, method, path, body string
		code, events             int
		kind                     string
	}{
		{"reads an order that is elsewhere", "GET", "/api/verification/orders/" + uuid.NewString(), "", 404, 1, "request"},
		{"reads somebody's authorisation elsewhere", "GET", "/api/people/" + uuid.NewString() + "/authorisations/" + uuid.NewString(), "", 404, 1, "request"},
		{"orders for another place", "POST", "/api/verification/orders", fmt.Sprintf(order, uuid.NewString(), "越权", "440106000000"), 404, 1, "verification_order"},
		{"forgets the title", "POST", "/api/verification/orders", fmt.Sprintf(order, uuid.NewString(), " ", ""), 422, 0, ""},
	} {
		before := w.Count(`select count(*) from audit_event`)
		if code := send(c.method, c.path, c.body); code != c.code {
			t.Errorf("%s: %d", c.name, code)
		}
		after := w.Count(`select count(*) from audit_event`)
		kind := w.Count(`select count(*) from (select object_kind from audit_event order by at desc, id desc limit 1) e where object_kind = $1`, c.kind)
		if after-before != c.events || kind != c.events {
			t.Errorf("%s: %d events, of the kind meant %d", c.name, after-before, kind)
		}
	}
}

func sum(counts map[string]int) (out int) {
	for _, n := range counts {
		out += n
	}
	return out
}
