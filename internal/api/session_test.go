package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/pquerna/otp/totp"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

const staffPassword = "Wt7-kz9Q-mm3x"

// office is a whole server with a few people, and a browser before it.
type office struct {
	*testing.T
	server  *httptest.Server
	client  *http.Client
	clock   *clock.Fake
	people  map[string]uuid.UUID
	offices map[string]uuid.UUID
	csrf    string
}

func newOffice(t *testing.T, demo bool) *office {
	t.Helper()
	ctx := context.Background()
	db, ownerURL := testdb.NewWithOwner(t)
	o := &office{T: t, clock: clock.NewFake(time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC)), people: map[string]uuid.UUID{}, offices: map[string]uuid.UUID{}}
	places := division.Default()
	svc := identity.New(db, seal.ForTest(), places, o.clock, identity.Config{Demo: demo, DemoPassword: staffPassword, Hasher: identity.Cheap()})
	trail := audit.New(db, seal.ForTest(), o.clock)
	hash := identity.Cheap().Hash(staffPassword)
	var bodies []identity.Organisation
	var staff []identity.StaffRow
	add := func(login string, code int64, roles ...access.Role) {
		d, _ := places.Get(code)
		body := identity.Organisation{ID: uuid.New(), Division: code, Level: access.Level(d.Level), Kind: identity.CivilAffairs, Name: login + "的单位", Active: true}
		var duties []identity.Duty
		for _, r := range roles {
			duties = append(duties, identity.Duty{ID: uuid.New(), Role: r, Division: code, Level: body.Level})
		}
		p := identity.NewStaffRow(uuid.New(), login, "甲"+login, body, hash, duties...)
		o.people[login], o.offices[login] = p.ID, body.ID
		bodies, staff = append(bodies, body), append(staff, p)
	}
	add("admin", 440104000000, access.Administrator)
	add("clerk", 440104003000, access.TownClerk)
	add("tianhe", 440106000000, access.CountyReviewer, access.VerificationOfficer)
	add("auditor", 440100000000, access.Auditor)
	conn, err := pgx.Connect(ctx, ownerURL)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if err := pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		return identity.Load(ctx, tx, o.clock.Now(), bodies, staff)
	}); err != nil {
		t.Fatal(err)
	}
	if !demo {
		if _, err := conn.Exec(ctx, `update staff set demo = false, totp_exempt = false`); err != nil {
			t.Fatal(err)
		}
	}
	r := NewRouter("test")
	RegisterSession(r, svc, places)
	RegisterStaff(r, svc, places)
	RegisterOrganisation(r, svc, places)
	RegisterAudit(r, trail, places)
	RegisterDivision(r, places)
	keeper := &Keeper{Sessions: NewSessions(svc)}
	o.server = httptest.NewServer(Observe(Headers(keeper.Wrap(r.Mux)), false))
	t.Cleanup(o.server.Close)
	o.newBrowser()
	return o
}

// newBrowser starts with no cookie and no token.
func (o *office) newBrowser() {
	jar, _ := cookiejar.New(nil)
	o.client, o.csrf = &http.Client{Jar: jar}, ""
}

// send makes a request as the browser's page would, and returns status and body.
func (o *office) send(method, path string, body any, headers ...string) (int, map[string]any) {
	o.Helper()
	resp := o.raw(method, path, body, headers...)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		o.Fatal(err)
	}
	out := map[string]any{}
	if len(text) > 0 && text[0] == '[' {
		text = append(append([]byte(`{"items":`), text...), '}')
	}
	if len(text) > 0 {
		if err := json.Unmarshal(text, &out); err != nil {
			o.Fatalf("%s: %v", text, err)
		}
	}
	return resp.StatusCode, out
}

func (o *office) raw(method, path string, body any, headers ...string) *http.Response {
	o.Helper()
	var content io.Reader
	if body != nil {
		b, _ := json.Marshal(body)
		content = bytes.NewReader(b)
	}
	req, err := http.NewRequest(method, o.server.URL+path, content)
	if err != nil {
		o.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-CSRF-Token", o.csrf)
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := o.client.Do(req)
	if err != nil {
		o.Fatal(err)
	}
	return resp
}

// want sends and insists on the status.
func (o *office) want(status int, method, path string, body any, headers ...string) map[string]any {
	o.Helper()
	got, out := o.send(method, path, body, headers...)
	if got != status {
		o.Fatalf("%s %s: %d, want %d: %v", method, path, got, status, out)
	}
	if token, ok := out["csrf"].(string); ok {
		o.csrf = token
	}
	return out
}

func (o *office) signIn(login string) map[string]any {
	o.Helper()
	return o.want(200, "POST", "/api/session", map[string]string{"login": login, "password": staffPassword})
}

func (o *office) token() string {
	u, _ := url.Parse(o.server.URL)
	for _, c := range o.client.Jar.Cookies(u) {
		if c.Name == cookieName {
			return c.Value
		}
	}
	return ""
}

func TestSignInOverHTTP(t *testing.T) {
	o := newOffice(t, false)
	o.want(401, "GET", "/api/session", nil)
	o.want(401, "POST", "/api/session", map[string]string{"login": "clerk", "password": "wrong"})
	first := o.signIn("clerk")
	if first["state"] != "totp_setup" || o.token() == "" {
		t.Fatalf("%v", first)
	}
	half := o.token()
	o.want(401, "GET", "/api/session", nil)
	o.want(401, "GET", "/api/sessions", nil)
	o.want(401, "GET", "/api/staff", nil)
	u, _ := url.Parse(first["totp_uri"].(string))
	code, err := totp.GenerateCode(u.Query().Get("secret"), o.clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	o.want(422, "POST", "/api/session/totp", map[string]string{"code": "12"})
	o.want(422, "POST", "/api/session/totp", map[string]string{"code": "000000"})
	if done := o.want(200, "POST", "/api/session/totp", map[string]string{"code": code}); done["state"] != "signed_in" {
		t.Fatalf("%v", done)
	}
	if o.token() == half {
		t.Error("the session's token is that of the step before")
	}
	afterStep := o.csrf
	view := o.want(200, "GET", "/api/session", nil)
	current := view["current"].(map[string]any)
	if view["csrf"] != afterStep || view["demo"] != false || current["role"] != "town_clerk" || current["division"] != "440104003000" ||
		current["division_name"] != "广东省广州市越秀区北京街道" || len(view["actions"].([]any)) == 0 {
		t.Errorf("%v", view)
	}
	o.want(404, "GET", "/api/demo/accounts", nil)
	o.want(204, "DELETE", "/api/session", nil)
	if o.token() != "" {
		t.Error("the cookie outlives signing out")
	}
	o.want(401, "GET", "/api/session", nil)
}

func TestCookieAttributes(t *testing.T) {
	o := newOffice(t, true)
	for _, proto := range []string{"", "https"} {
		resp := o.raw("POST", "/api/session", map[string]string{"login": "clerk", "password": staffPassword}, "X-Forwarded-Proto", proto)
		resp.Body.Close()
		c := resp.Cookies()[0]
		if c.Name != "zf_session" || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Secure != (proto == "https") {
			t.Errorf("over %q: %s", proto, c)
		}
	}
}

func TestForgedRequestsAreRefused(t *testing.T) {
	o := newOffice(t, true)
	o.signIn("admin")
	good := o.csrf
	path, body := "/api/organisations", map[string]string{"name": "某局", "division": "440104000000", "kind": "finance"}
	for name, attempt := range map[string]struct{ token, header, value string }{
		"no token":          {"", "", ""},
		"wrong token":       {identity.CSRF("x"), "", ""},
		"from another site": {good, "Sec-Fetch-Site", "cross-site"},
		"from a sister":     {good, "Sec-Fetch-Site", "same-site"},
		"another origin":    {good, "Origin", "https://example.org"},
	} {
		o.csrf = attempt.token
		if status, p := o.send("POST", path, body, attempt.header+"X-Unused", "", orUnused(attempt.header), attempt.value); status != 403 || p["code"] != "forged_request" {
			t.Errorf("%s: %d %v", name, status, p)
		}
	}
	o.csrf = good
	o.want(200, "POST", path, body, "Sec-Fetch-Site", "same-origin")
	// A page reloaded in the middle has lost its token and must still be able to sign in anew; not so another site.
	o.csrf = ""
	o.signIn("clerk")
	o.want(403, "POST", "/api/session", map[string]string{"login": "clerk", "password": staffPassword}, "Sec-Fetch-Site", "cross-site")
}

func orUnused(header string) string {
	if header == "" {
		return "X-Unused"
	}
	return header
}

func TestSwitchingDutyOverHTTP(t *testing.T) {
	o := newOffice(t, true)
	o.signIn("tianhe")
	view := o.want(200, "GET", "/api/session", nil)
	duties := view["assignments"].([]any)
	if len(duties) != 2 {
		t.Fatalf("%v", duties)
	}
	other := duties[1].(map[string]any)
	if other["assignment_id"] == view["current"].(map[string]any)["assignment_id"] {
		other = duties[0].(map[string]any)
	}
	old := o.token()
	o.want(200, "PUT", "/api/session/assignment", map[string]any{"assignment_id": other["assignment_id"]})
	if o.token() == old {
		t.Error("the token stays")
	}
	if now := o.want(200, "GET", "/api/session", nil)["current"].(map[string]any); now["role"] != other["role"] {
		t.Errorf("%v", now)
	}
	o.want(422, "PUT", "/api/session/assignment", map[string]any{"assignment_id": uuid.New()})
	list := o.want(200, "GET", "/api/sessions", nil)["items"].([]any)
	o.want(204, "DELETE", "/api/sessions/"+list[0].(map[string]any)["id"].(string), nil)
	o.want(401, "GET", "/api/session", nil)
}

func TestStaffAdministrationOverHTTP(t *testing.T) {
	o := newOffice(t, true)
	o.signIn("admin")
	list := o.want(200, "GET", "/api/staff?limit=10", nil)["items"].([]any)
	if len(list) != 2 {
		t.Errorf("the county sees %d people", len(list))
	}
	body := map[string]any{"login": "neu", "name": "赵新", "organisation_id": o.offices["clerk"],
		"assignments": []map[string]string{{"role": "town_head", "division": "440104003000"}}}
	made := o.want(200, "POST", "/api/staff", body)
	if p := made["one_time_password"].(string); len(p) < 10 {
		t.Errorf("%v", made)
	}
	id := made["id"].(string)
	delete(body, "login")
	body["assignments"] = []map[string]string{{"role": "town_head", "division": "440104003000"}, {"role": "town_clerk", "division": "440104003000"}}
	if p := o.want(422, "PUT", "/api/staff/"+id, body); !strings.Contains(p["message"].(string), "互相把关") {
		t.Errorf("%v", p)
	}
	body["assignments"] = []map[string]string{{"role": "town_clerk", "division": "440104003000"}}
	o.want(204, "PUT", "/api/staff/"+id, body)
	o.want(204, "POST", "/api/staff/"+id+"/disable", nil)
	o.want(204, "POST", "/api/staff/"+id+"/enable", nil)
	o.want(204, "DELETE", "/api/staff/"+id+"/sessions", nil)
	o.want(200, "POST", "/api/staff/"+id+"/reset-password?forget_totp=true", nil)
	for _, path := range []string{"/disable", "/enable", "/reset-password"} {
		o.want(404, "POST", "/api/staff/"+o.people["tianhe"].String()+path, nil)
	}
	o.want(404, "PUT", "/api/staff/"+o.people["tianhe"].String(), body)
	o.want(200, "GET", "/api/organisations", nil)
	o.want(204, "PUT", "/api/organisations/"+o.offices["clerk"].String(), map[string]any{"name": "北京街道办事处", "active": true})
	if table := o.want(200, "GET", "/api/access-table", nil); len(table["items"].([]any)) < 20 || len(table["roles"].([]any)) != len(access.Roles) {
		t.Errorf("%v", table)
	}
	o.want(403, "GET", "/api/audit", nil)
	o.newBrowser()
	o.signIn("clerk")
	o.want(403, "GET", "/api/staff", nil)
	o.want(403, "POST", "/api/staff", body)
}

func TestAuditOverHTTP(t *testing.T) {
	o := newOffice(t, true)
	o.signIn("clerk")
	o.newBrowser()
	o.signIn("auditor")
	page := o.want(200, "GET", "/api/audit?action=public.sign_in&from=2026-11-23&to=2026-11-23", nil)
	items := page["items"].([]any)
	if len(items) != 2 {
		t.Fatalf("%v", page)
	}
	if last := items[1].(map[string]any); last["actor_name"] != "甲clerk" || last["role_label"] != "镇街经办" || last["action_label"] != "登录" ||
		last["division_name"] != "广东省广州市越秀区北京街道" || last["sealed"] != false || last["after"].(map[string]any)["result"] != "signed_in" {
		t.Errorf("%v", last)
	}
	o.want(422, "GET", "/api/audit?from=yesterday", nil)
	if v := o.want(200, "POST", "/api/audit/verify", nil); v["sound"] != true || v["waiting"] != 2.0 || len(v["faults"].([]any)) != 0 {
		t.Errorf("%v", v)
	}
}

func TestDemoAccountsAndDivisions(t *testing.T) {
	o := newOffice(t, true)
	list := o.want(200, "GET", "/api/demo/accounts", nil)["items"].([]any)
	if a := list[0].(map[string]any); len(list) != 4 || a["role"] != "town_clerk" || a["password"] != staffPassword || a["division_name"] == "" {
		t.Errorf("%v", list)
	}
	codes := func(query string) string {
		var out []string
		for _, d := range o.want(200, "GET", "/api/divisions"+query, nil)["items"].([]any) {
			out = append(out, d.(map[string]any)["code"].(string))
		}
		return strings.Join(out, " ")
	}
	if got := codes(""); got != "370000000000 440000000000" {
		t.Errorf("tops for the public: %s", got)
	}
	if got := codes("?parent=440104003000"); !strings.HasPrefix(got, "440104003104 ") {
		t.Errorf("children: %s", got)
	}
	if got := codes("?parent=441900000000"); got == "" || strings.Contains(got, "441901000000") {
		t.Errorf("the placeholder shows: %.40s", got)
	}
	o.signIn("tianhe")
	if got := codes(""); got != "440106000000" {
		t.Errorf("tops for a county: %s", got)
	}
	if got := codes("?q=" + url.QueryEscape("北京街道")); got != "" {
		t.Errorf("found beyond the range: %s", got)
	}
	if got := codes("?everywhere=true&q=" + url.QueryEscape("北京街道")); !strings.HasPrefix(got, "440104003000") {
		t.Errorf("not found everywhere: %s", got)
	}
}
