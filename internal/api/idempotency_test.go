package api

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

// A form sent twice is done once and answered twice; one that was refused is put right and sent again under its key; what was done is
// not done otherwise under the same key.
func TestAFormIsSentTwiceAndPutRight(t *testing.T) {
	type note struct {
		Text string `json:"text"`
	}
	type noteIn struct{ Body note }
	done := 0
	r := NewRouter("test")
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/notes", ID: "put-note", Summary: "A note", Tag: "test", Action: "case.submit", Idempotent: true},
		func(_ context.Context, _ access.Actor, in *noteIn) (note, error) {
			if in.Body.Text == "wrong" {
				return note{}, errs.Bad("text", "请改正。")
			}
			done++
			return in.Body, nil
		})
	m := &Memory{DB: testdb.New(t), Keys: seal.ForTest(), Clock: clock.NewFake(time.Date(2026, 11, 26, 9, 0, 0, 0, calendar.Zone))}
	clerk := access.Actor{Staff: uuid.Must(uuid.NewV7()), Role: access.TownClerk, Level: access.Town, Division: 440104003000, Lo: 440104003000, Hi: 440104003999}
	handler := (&Keeper{Sessions: oneClerk{clerk}}).Wrap(m.Wrap(r, r.Mux))
	key := uuid.NewString()
	send := func(text string) *httptest.ResponseRecorder {
		req := httptest.NewRequest(http.MethodPost, "/api/notes", strings.NewReader(`{"text":"`+text+`"}`))
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set(idempotencyHeader, key)
		req.AddCookie(&http.Cookie{Name: cookieName, Value: "x"})
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, req)
		return w
	}
	for i, step := range []struct {
		text   string
		status int
		done   int
		again  bool
	}{
		{"wrong", http.StatusUnprocessableEntity, 0, false},
		{"right", http.StatusOK, 1, false},
		{"right", http.StatusOK, 1, true},
		{"other", http.StatusConflict, 1, false},
	} {
		w := send(step.text)
		if w.Code != step.status || done != step.done || (w.Header().Get("Idempotency-Replayed") != "") != step.again {
			t.Errorf("step %d, %s: %d, done %d, %s", i, step.text, w.Code, done, w.Body)
		}
	}
}
