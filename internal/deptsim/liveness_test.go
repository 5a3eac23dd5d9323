package deptsim

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

func (s *stage) call(method, path, what string, body []byte) (int, []byte) {
	s.t.Helper()
	key := s.o.Keys[LivenessKey]
	sig, err := key.NewSignature(what, body, s.now.Now())
	if err != nil {
		s.t.Fatal(err)
	}
	res, raw, err := s.send2(method, s.LivenessURL()+path, body, sig)
	if err != nil {
		s.t.Fatal(err)
	}
	if res.StatusCode == http.StatusOK {
		if err := key.Verify("ANSWER "+sig.Nonce, raw, signatureOf(res.Header), s.now.Now()); err != nil {
			s.t.Error(err)
		}
	}
	return res.StatusCode, raw
}

func (s *stage) begin(person int, callback string) (uuid.UUID, string) {
	s.t.Helper()
	id, name := someone(s.o.People, person, 0)
	in := livenessStart{Version: 1, Session: uuid.New(), IDNumber: id, Name: name, Callback: callback}
	raw, err := json.Marshal(in)
	if err != nil {
		s.t.Fatal(err)
	}
	code, out := s.call("POST", "/start", "POST /liveness/start", raw)
	var r struct{ URL string }
	if err := json.Unmarshal(out, &r); err != nil || code != 200 || r.URL == "" {
		s.t.Fatalf("%d %s", code, out)
	}
	return in.Session, r.URL
}

func (s *stage) result(session uuid.UUID) livenessResult {
	s.t.Helper()
	query := "/result?session=" + session.String()
	code, raw := s.call("GET", query, "GET /liveness"+query, nil)
	var out livenessResult
	if err := json.Unmarshal(raw, &out); err != nil || code != 200 || out.Session != session {
		s.t.Fatalf("%d %s", code, raw)
	}
	return out
}

func TestLivenessEndsAsTheNumberDecides(t *testing.T) {
	s := start(t, nil)
	states := map[string]int{}
	for i := range 300 {
		a, _ := s.begin(i, "")
		b, _ := s.begin(i, "")
		one, two := s.result(a), s.result(b)
		if one.State != two.State || one.Score != two.Score {
			t.Fatalf("%+v, again %+v", one, two)
		}
		if (one.Score == "") != (one.State == "silent") || one.At == nil {
			t.Errorf("%+v", one)
		}
		states[one.State]++
	}
	if states["passed"] < 240 || states["failed"] == 0 || states["silent"] == 0 {
		t.Errorf("%v", states)
	}
	if err := s.SetFaults(Plan{LivenessKey: {Failed: Rate{Rate: 1}, Silent: Rate{Rate: 0.000001}}}); err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		a, _ := s.begin(i, "")
		if got := s.result(a); got.State != "failed" {
			t.Errorf("%+v", got)
		}
	}
}

func TestLivenessTakesItsTime(t *testing.T) {
	s := start(t, func(o *Options) { o.Instant, o.Answering = false, [2]time.Duration{time.Minute, 2 * time.Minute} })
	a, page := s.begin(0, "")
	if got := s.result(a); got.State != "pending" || got.At != nil {
		t.Errorf("%+v", got)
	}
	s.now.Advance(11 * time.Minute)
	if got := s.result(a); got.State == "pending" {
		t.Errorf("%+v", got)
	}
	// A person may decide on the page.
	a, page = s.begin(1, "")
	res, err := http.PostForm(page, url.Values{"state": {"failed"}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(res.Body)
	if err := res.Body.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil || !strings.Contains(string(raw), "已完成") {
		t.Errorf("%s", raw)
	}
	if got := s.result(a); got.State != "failed" {
		t.Errorf("%+v", got)
	}
}

func TestLivenessCallsBack(t *testing.T) {
	s := start(t, func(o *Options) { o.Faults = Plan{LivenessKey: {Silent: Rate{Rate: 0.0000001}}} })
	got := make(chan livenessResult, 1)
	back := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := io.ReadAll(r.Body)
		if err == nil {
			err = s.o.Keys[LivenessKey].Verify("POST /callback liveness", raw, signatureOf(r.Header), s.now.Now())
		}
		var out livenessResult
		if err == nil {
			err = json.Unmarshal(raw, &out)
		}
		if err != nil {
			t.Error(err)
		}
		got <- out
	}))
	defer back.Close()
	session, _ := s.begin(3, back.URL)
	select {
	case out := <-got:
		if out.Session != session || out.State == "pending" {
			t.Errorf("%+v", out)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("no callback")
	}
}

func TestLivenessRefusesStrangers(t *testing.T) {
	s := start(t, nil)
	session, _ := s.begin(0, "")
	for _, c := range [][2]string{{"POST", "/start"}, {"GET", "/result?session=" + session.String()}, {"GET", "/health"}} {
		if res, raw, err := s.send2(c[0], s.LivenessURL()+c[1], nil, exchange.Signature{}); err != nil || res.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %s", c[1], raw)
		}
	}
	query := "/result?session=" + uuid.NewString()
	if code, _ := s.call("GET", query, "GET /liveness"+query, nil); code != http.StatusNotFound {
		t.Errorf("an unknown session: %d", code)
	}
	if code, _ := s.call("POST", "/start", "POST /liveness/start", []byte(`{"version":1}`)); code != http.StatusUnprocessableEntity {
		t.Errorf("nobody: %d", code)
	}
}
