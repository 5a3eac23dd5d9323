package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
)

// oneClerk signs every request in as a town clerk.
type oneClerk struct{ actor access.Actor }

func (o oneClerk) Resolve(context.Context, string, string) (Session, error) {
	return Session{Actor: o.actor, Full: true, CSRFOK: func(string) bool { return true }}, nil
}

func registryServer(t *testing.T, village int64) http.Handler {
	t.Helper()
	town := division.At(village, division.Town)
	lo, hi := division.Range(town)
	keeper := &Keeper{Sessions: oneClerk{access.Actor{Name: "经办员", Role: access.TownClerk, Level: access.Town, Division: town, Lo: lo, Hi: hi}}}
	r := NewRouter("test")
	c := clock.NewFake(time.Date(2026, 11, 22, 9, 0, 0, 0, calendar.Zone))
	RegisterRegistry(r, registry.New(testdb.New(t), seal.ForTest(), c, division.Default()))
	return keeper.Wrap(r.Mux)
}

// call sends a JSON body and reads the JSON answer.
func call(t *testing.T, h http.Handler, method, path string, body any, want int) map[string]any {
	t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	req := httptest.NewRequest(method, path, bytes.NewReader(raw))
	req.Header.Set("Content-Type", "application/json")
	req.AddCookie(&http.Cookie{Name: cookieName, Value: "x"})
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	if rec.Code != want {
		t.Fatalf("%s %s answered %d, want %d: %s", method, path, rec.Code, want, rec.Body)
	}
	out := map[string]any{}
	if rec.Body.Len() > 0 {
		if err := json.Unmarshal(rec.Body.Bytes(), &out); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestRegistryOverHTTP(t *testing.T) {
	h := registryServer(t, division.Default().Villages(440106012000)[0].Code)
	place := division.Default().Villages(440106012000)[0].Code
	number := func(seq, sex int) string { return idnum.MakeResident(440106, calendar.NewDate(1980, 5, 6), seq, sex) }
	head := map[string]any{"id_number": number(1, 1), "name": "张三", "birth": "1980-05-06", "sex": "1", "phone": "13800012234"}
	wife := map[string]any{"id_number": number(2, 2), "name": "李四", "relation": "12"}
	household := map[string]any{"division": codeText(place), "urban": true, "head": head, "members": []any{wife}}

	got := call(t, h, "POST", "/api/people/parse-id", map[string]any{"id_number": number(1, 1)}, 200)
	if got["birth"] != "1980-05-06" || got["sex"] != "1" || got["age"] != 46.0 {
		t.Errorf("parse-id: %v", got)
	}
	made := call(t, h, "POST", "/api/households", household, 201)
	if len(made["members"].([]any)) != 2 || made["place"].(map[string]any)["code"] != codeText(place) {
		t.Fatalf("household: %v", made)
	}
	again := call(t, h, "POST", "/api/households", household, 409)
	if again["code"] != "already_in_household" || !strings.Contains(again["message"].(string), made["number"].(string)) {
		t.Errorf("second registration: %v", again)
	}
	wife["sex"] = "1"
	fault := call(t, h, "POST", "/api/households", household, 422)
	if name := fault["errors"].([]any)[0].(map[string]any)["name"]; name != "members[0].sex" {
		t.Errorf("the fault is on %v", name)
	}
	found := call(t, h, "POST", "/api/registry/search", map[string]any{"query": "13800012234"}, 200)
	line := found["items"].([]any)[0].(map[string]any)
	if line["name"] != "张三" || line["phone_mask"] != "138****2234" || line["household_number"] != made["number"] {
		t.Errorf("search: %v", found)
	}
	person := "/api/people/" + line["person_id"].(string)
	if v := call(t, h, "POST", person+"/reveal", map[string]any{"field": "phone", "purpose": "电话通知补正"}, 200); v["value"] != "13800012234" {
		t.Errorf("reveal: %v", v)
	}
	call(t, h, "POST", person+"/reveal", map[string]any{"field": "phone", "purpose": "看"}, 422)
	changed := call(t, h, "PUT", person, map[string]any{"version": 1, "name": "张三", "health": "41", "residence_division": "440104001000"}, 200)
	if changed["health"] != "41" || changed["phone_mask"] != "138****2234" {
		t.Errorf("change: %v", changed)
	}
	call(t, h, "PUT", person, map[string]any{"version": 1, "name": "张三"}, 409)
	file := call(t, h, "GET", person+"/file", nil, 200)
	if len(file["households"].([]any)) != 1 || len(file["touches"].([]any)) < 3 {
		t.Errorf("file: %v", file)
	}
	wifeID := made["members"].([]any)[1].(map[string]any)["person_id"].(string)
	call(t, h, "POST", "/api/households/"+made["id"].(string)+"/members/"+wifeID+"/leave", map[string]any{"version": 1, "reason": "分户"}, 204)
	call(t, h, "GET", "/api/households/019b0000-0000-7000-8000-000000000000", nil, 404)
	if tables := call(t, h, "GET", "/api/codes", nil, 200)["tables"].([]any); len(tables) != 12 {
		t.Errorf("%d code tables", len(tables))
	}
}

func codeText(code int64) string { b, _ := json.Marshal(code); return string(b) }
