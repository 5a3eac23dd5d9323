package app

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/clock"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/selfcheck"
)

// "我们不保存": a whole self-check through the real program, answers that name an illness and a debt among them, leaves every
// table of the database as it was, to the last row and value.
func TestSelfcheckStoresNothing(t *testing.T) {
	_, owner := testdb.NewWithOwner(t)
	a, err := New(t.Context(), Config{DatabaseURL: owner, KeyFile: filepath.Join(t.TempDir(), "keys"), MakeKeys: true,
		Clock: clock.NewFake(time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC))})
	if err != nil {
		t.Fatal(err)
	}
	defer a.DB.Close()
	before := tables(t, owner)
	if len(before) < 20 {
		t.Fatalf("only %d tables are looked at", len(before))
	}
	in := selfcheck.Answers{Division: "440104001000", Household: map[string]any{}, Members: []selfcheck.Person{
		{Age: 70, Sex: "2", Facts: map[string]any{}}, {Relation: "41", Age: 9, Facts: map[string]any{}}}}
	screens := 0
	for {
		var out selfcheck.Reply
		body, _ := json.Marshal(in)
		if rec := send(a.handler, http.MethodPost, "/api/public/check", string(body)); rec.Code != http.StatusOK {
			t.Fatalf("%d: %s", rec.Code, rec.Body)
		} else if err := json.Unmarshal(rec.Body.Bytes(), &out); err != nil {
			t.Fatal(err)
		}
		if out.Screen == nil {
			break
		}
		if screens++; screens > 20 {
			t.Fatal("asked without end")
		}
		for _, q := range out.Screen.Questions {
			v := worst(q)
			if q.Of == policy.OfHousehold {
				in.Household[q.Fact] = v
			}
			for _, p := range q.People {
				in.Members[p.Index].Facts[q.Fact] = v
			}
		}
	}
	if screens < 3 {
		t.Errorf("only %d screens: the session shows little", screens)
	}
	if rec := send(a.handler, http.MethodPost, "/api/public/check", `{"division":"1"}`); rec.Code == http.StatusOK {
		t.Error("a broken request passes")
	}
	after := tables(t, owner)
	for name, was := range before {
		if after[name] != was {
			t.Errorf("table %s: was %s, is %s", name, was, after[name])
		}
	}
}

// worst says yes to everything.
func worst(q selfcheck.Question) any {
	switch q.Type {
	case policy.Bool:
		return true
	case policy.Enum:
		return q.Options[len(q.Options)-1].Code
	case policy.DateFact:
		return nil
	}
	return float64(max(q.Min, 1))
}

func send(h http.Handler, method, path, body string) *httptest.ResponseRecorder {
	req := httptest.NewRequest(method, path, strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Origin", "http://example.com")
	req.Header.Set("Idempotency-Key", "0192-4c1e-selfcheck-"+fmt.Sprint(len(body)))
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec
}

// tables counts the rows of every table and sums up what they hold.
func tables(t *testing.T, url string) map[string]string {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	rows, err := conn.Query(ctx, `select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`)
	if err != nil {
		t.Fatal(err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, name := range names {
		var n, sum string
		if err := conn.QueryRow(ctx, "select count(*)::text, coalesce(sum(hashtext(x::text)), 0)::text from "+name+" x").Scan(&n, &sum); err != nil {
			t.Fatal(err)
		}
		out[name] = n + " rows, " + sum
	}
	return out
}
