package transport_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/clock"
	"zhongfu/internal/exchange"
	"zhongfu/internal/exchange/transport"
)

var (
	now  = time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	key  = exchange.Key{ID: "tax-1", Secret: []byte("0123456789abcdef0123456789abcdef")}
	evil = exchange.Key{ID: "tax-1", Secret: []byte("fedcba9876543210fedcba9876543210")}
)

func source(kind exchange.Kind, url string) *exchange.Source {
	return &exchange.Source{ID: "tax", Name: "税务", Transport: exchange.Transport{Kind: kind, URL: url}, Service: exchange.Service{AnswerWithin: 10 * time.Second}}
}

func query() exchange.Query {
	return exchange.Query{Version: 1, Message: uuid.Must(uuid.NewV7()), Source: "tax", AskedAt: now, Purpose: "social_assistance",
		Questions: []exchange.Question{{ID: uuid.Must(uuid.NewV7()), Class: "income_tax", IDNumber: "1", Name: "李"}}}
}

// department answers as a real one does; spoil may change body, signature and status.
type answered struct {
	q     exchange.Query
	nonce string
	body  []byte
	key   exchange.Key
	what  string
	code  int
	head  map[string]string
}

func department(t *testing.T, spoil func(*answered)) *httptest.Server {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, _ := io.ReadAll(r.Body)
		h := r.Header
		sign := exchange.Signature{Key: h.Get(exchange.HeaderKey), Time: h.Get(exchange.HeaderTime), Nonce: h.Get(exchange.HeaderNonce), Sign: h.Get(exchange.HeaderSign)}
		if err := key.Verify(r.Method+" "+r.URL.Path, raw, sign, now); err != nil {
			t.Errorf("the question is not signed as agreed: %v", err)
		}
		a := answered{nonce: sign.Nonce, key: key, what: "ANSWER " + sign.Nonce, code: 200, head: map[string]string{}}
		if r.Method == http.MethodPost {
			if err := json.Unmarshal(raw, &a.q); err != nil {
				t.Error(err)
			}
			a.body, _ = json.Marshal(exchange.Reply{Version: 1, Message: a.q.Message, Source: "tax", AnsweredAt: now,
				Answers: []exchange.Answer{{ID: a.q.Questions[0].ID, Class: "income_tax", IDNumber: "1", Status: exchange.None, AsOf: 20000}}})
		}
		spoil(&a)
		s, _ := a.key.NewSignature(a.what, a.body, now)
		for name, v := range map[string]string{exchange.HeaderKey: s.Key, exchange.HeaderTime: s.Time, exchange.HeaderNonce: s.Nonce, exchange.HeaderSign: s.Sign} {
			w.Header().Set(name, v)
		}
		for k, v := range a.head {
			if v == "" {
				w.Header().Del(k)
			} else {
				w.Header().Set(k, v)
			}
		}
		w.WriteHeader(a.code)
		_, _ = w.Write(a.body)
	}))
	t.Cleanup(srv.Close)
	return srv
}

func TestEveryWayAnAnswerCanBeWrong(t *testing.T) {
	for name, c := range map[string]struct {
		kind  exchange.Kind
		spoil func(*answered)
		want  exchange.FaultKind
	}{
		"good":             {exchange.HTTP, func(a *answered) {}, ""},
		"later":            {exchange.Callback, func(a *answered) { a.code, a.body = 202, []byte(`{"message":"`+a.q.Message.String()+`"}`) }, "later"},
		"receipt of other": {exchange.Callback, func(a *answered) { a.code, a.body = 202, []byte(`{"message":"`+a.q.Questions[0].ID.String()+`"}`) }, exchange.BadAnswer},
		"forged":           {exchange.HTTP, func(a *answered) { a.key = evil }, exchange.Forged},
		"unsigned":         {exchange.HTTP, func(a *answered) { a.head[exchange.HeaderSign] = "" }, exchange.Forged},
		"altered":          {exchange.HTTP, func(a *answered) { a.head[exchange.HeaderSign] = strings.Repeat("0", 64) }, exchange.Forged},
		"replayed":         {exchange.HTTP, func(a *answered) { a.what = "ANSWER 00000000000000000000000000000000" }, exchange.Forged},
		"other message": {exchange.HTTP, func(a *answered) {
			a.body = []byte(strings.Replace(string(a.body), a.q.Message.String(), a.q.Questions[0].ID.String(), 1))
		}, exchange.BadAnswer},
		"other source": {exchange.HTTP, func(a *answered) { a.body = []byte(strings.Replace(string(a.body), `"tax"`, `"taxi"`, 1)) }, exchange.BadAnswer},
		"garbage":      {exchange.HTTP, func(a *answered) { a.body = []byte("<html>") }, exchange.BadAnswer},
		"half":         {exchange.HTTP, func(a *answered) { a.body = a.body[:len(a.body)/2] }, exchange.BadAnswer},
		"too big":      {exchange.HTTP, func(a *answered) { a.body = make([]byte, exchange.MaxMessage+10) }, exchange.BadAnswer},
		"busy":         {exchange.HTTP, func(a *answered) { a.code, a.head["Retry-After"] = 429, "7" }, exchange.Busy},
		"down":         {exchange.HTTP, func(a *answered) { a.code = 503 }, exchange.Down},
		"refused":      {exchange.HTTP, func(a *answered) { a.code = 403 }, exchange.Refused},
		"redirect":     {exchange.HTTP, func(a *answered) { a.code, a.head["Location"] = 302, "http://127.0.0.1:1/" }, exchange.Refused},
		"slow":         {exchange.HTTP, func(a *answered) { time.Sleep(500 * time.Millisecond) }, exchange.Slow},
	} {
		srv := department(t, c.spoil)
		h := transport.NewHTTP(exchange.Keys{"tax": key}, clock.NewFake(now))
		src := source(c.kind, srv.URL)
		if name == "slow" {
			src.Service.AnswerWithin = 200 * time.Millisecond
		}
		reply, raw, err := h.Send(context.Background(), src, query())
		var f *exchange.Fault
		switch {
		case c.want == "":
			if err != nil || len(reply.Answers) != 1 || len(raw) == 0 {
				t.Errorf("%s: %v", name, err)
			}
		case c.want == "later":
			if !errors.Is(err, exchange.ErrLater) {
				t.Errorf("%s: %v", name, err)
			}
		case !errors.As(err, &f) || f.Kind != c.want || reply != nil:
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		case name == "busy" && f.RetryAfter != 7*time.Second:
			t.Errorf("busy: again after %s", f.RetryAfter)
		}
	}
}

func TestUnreachedAndUnconfigured(t *testing.T) {
	srv := httptest.NewServer(nil)
	srv.Close()
	h := transport.NewHTTP(exchange.Keys{"tax": key}, clock.NewFake(now))
	var f *exchange.Fault
	if _, _, err := h.Send(context.Background(), source(exchange.HTTP, srv.URL), query()); !errors.As(err, &f) || f.Kind != exchange.Down {
		t.Errorf("nobody listens: %v", err)
	}
	if _, _, err := h.Send(context.Background(), source(exchange.HTTP, ""), query()); !errors.As(err, &f) || f.Kind != exchange.Refused {
		t.Errorf("no address: %v", err)
	}
	if _, _, err := transport.NewHTTP(nil, clock.NewFake(now)).Send(context.Background(), source(exchange.HTTP, "http://x"), query()); !errors.As(err, &f) || f.Kind != exchange.Refused {
		t.Errorf("no key: %v", err)
	}
	// The certificate of an unknown authority is not the department's.
	tls := httptest.NewTLSServer(http.NotFoundHandler())
	defer tls.Close()
	if _, _, err := h.Send(context.Background(), &exchange.Source{ID: "tax", Transport: exchange.Transport{Kind: exchange.HTTP, URL: tls.URL}, Service: exchange.Service{AnswerWithin: time.Second, Concurrency: 2}}, query()); !errors.As(err, &f) {
		t.Errorf("unknown authority: %v", err)
	}
}

func TestHealth(t *testing.T) {
	srv := department(t, func(*answered) {})
	h := transport.NewHTTP(exchange.Keys{"tax": key}, clock.NewFake(now))
	if _, err := h.Health(context.Background(), source(exchange.HTTP, srv.URL)); err != nil {
		t.Error(err)
	}
}
