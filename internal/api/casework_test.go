package api

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
	"zhongfu/internal/job"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
	"zhongfu/internal/task"
	"zhongfu/policies"
)

func caseworkServer(t *testing.T, town int64) http.Handler {
	t.Helper()
	lo, hi := division.Range(town)
	keeper := &Keeper{Sessions: oneClerk{access.Actor{Staff: uuid.New(), Name: "经办员", Role: access.TownClerk, Level: access.Town, Division: town, Lo: lo, Hi: hi}}}
	db := testdb.New(t)
	queue, err := job.NewQueue(db.Pool())
	if err != nil {
		t.Fatal(err)
	}
	pack, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	c := clock.NewFake(time.Date(2025, 9, 24, 9, 0, 0, 0, calendar.Zone))
	reg := registry.New(db, seal.ForTest(), c, division.Default())
	svc := casework.New(db, seal.ForTest(), c, division.Default(), policy.Shelf{pack}, reg, queue)
	r := NewRouter("test")
	RegisterCaseLists(r, svc)
	RegisterDrafts(r, svc)
	RegisterCasework(r, svc)
	RegisterTasks(r, task.New(db, c, division.Default()))
	return keeper.Wrap(r.Mux)
}

func TestCaseworkOverHTTP(t *testing.T) {
	const town int64 = 440106012000
	h := caseworkServer(t, town)
	place := codeText(division.Default().Villages(town)[0].Code)

	items := call(t, h, "GET", "/api/items?division="+place, nil, 200)
	if len(items["items"].([]any)) == 0 {
		t.Fatal("nothing may be applied for")
	}
	draft := "/api/drafts/" + uuid.NewString()
	saved := call(t, h, "PUT", draft, map[string]any{"kind": "application", "title": "张三", "version": 0, "content": map[string]any{"step": 2}}, 200)
	if saved["version"] != 1.0 {
		t.Errorf("draft: %v", saved)
	}
	if got := call(t, h, "GET", draft, nil, 200); got["content"].(map[string]any)["step"] != 2.0 {
		t.Errorf("draft: %v", got)
	}
	call(t, h, "DELETE", draft, nil, 204)
	call(t, h, "GET", draft, nil, 404)

	form := map[string]any{"request_key": uuid.NewString(), "item": "dibao", "division": place, "pledge": true, "facts": map[string]any{"vehicles": 0},
		"members": []any{map[string]any{"id_number": idnum.MakeResident(440106, calendar.NewDate(1980, 5, 6), 11, 1), "name": "张三", "relation": "02",
			"facts": map[string]any{"income_wage": 30000}, "authorisation": map[string]any{"signed_by": "张三", "signed_on": "2025-09-24"}}}}
	made := call(t, h, "POST", "/api/cases", form, 200)
	if again := call(t, h, "POST", "/api/cases", form, 200); again["id"] != made["id"] || again["again"] != true {
		t.Errorf("sent twice: %v", again)
	}
	path := fmt.Sprint("/api/cases/", made["id"])
	form["members"].([]any)[0].(map[string]any)["relation"] = "x"
	call(t, h, "POST", "/api/cases", form, 422)

	page := call(t, h, "GET", path, nil, 200)
	if head := page["case"].(map[string]any); head["division"] != place || head["status"] != "open" {
		t.Errorf("head: %v", head)
	}
	if m := page["members"].([]any)[0].(map[string]any); m["id_masked"] != "4401**********"+fmt.Sprint(m["id_masked"])[14:] || m["age"] != 45.0 {
		t.Errorf("member: %v", m)
	}
	if acts := page["acts"].([]any); acts[0].(map[string]any)["act"] != "accept" {
		t.Errorf("acts: %v", acts)
	}
	inbox := call(t, h, "GET", "/api/tasks", nil, 200)["items"].([]any)
	duty := inbox[0].(map[string]any)
	call(t, h, "POST", fmt.Sprintf("/api/tasks/%s/%s/claim", duty["root_id"], duty["id"]), nil, 204)
	if n := call(t, h, "GET", "/api/tasks/count", nil, 200); n["mine"] != 1.0 || n["office"] != 1.0 {
		t.Errorf("counts: %v", n)
	}
	call(t, h, "POST", fmt.Sprintf("/api/tasks/%s/%s/assign", duty["root_id"], duty["id"]), map[string]any{"staff_id": uuid.NewString()}, 422)
	call(t, h, "POST", path+"/accept", map[string]any{"version": 7}, 409)
	call(t, h, "POST", path+"/confirm", map[string]any{"version": 1, "outcome": "refuse", "reason": "x"}, 403)
	state := call(t, h, "POST", path+"/accept", map[string]any{"version": 1}, 200)
	if state["version"] != 2.0 || len(state["open"].([]any)) != 2 {
		t.Errorf("accepted: %v", state)
	}
	if l := call(t, h, "GET", "/api/cases?step=survey&limit=5", nil, 200); len(l["items"].([]any)) != 1 {
		t.Errorf("list: %v", l)
	}
	if l := call(t, h, "GET", "/api/cases?status=confirmed", nil, 200); len(l["items"].([]any)) != 0 {
		t.Errorf("list: %v", l)
	}
	what := call(t, h, "POST", path+"/evaluate", map[string]any{"facts": []any{map[string]any{"facts": map[string]any{"vehicles": 1}}}}, 200)
	if what["what_if"] != true || what["result"].(map[string]any)["outcome"] == "eligible" {
		t.Errorf("what if: %v", what["result"])
	}
	if home := call(t, h, "GET", "/api/home", nil, 200); home["cases_open"] != 1.0 {
		t.Errorf("home: %v", home)
	}
}
