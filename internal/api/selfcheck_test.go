package api

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/selfcheck"
	"zhongfu/policies"
)

var checkServer = sync.OnceValues(func() (http.Handler, error) {
	p, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		return nil, err
	}
	rows, err := division.Parse()
	if err != nil {
		return nil, err
	}
	places, err := division.New(rows)
	if err != nil {
		return nil, err
	}
	r := NewRouter("test")
	RegisterSelfcheck(r, selfcheck.New(clock.System{}, places, policy.Shelf{p}))
	return Observe(r.Mux, false), nil
})

var addresses atomic.Int32

// Whatever is sent, the answer is a result or a fault that says what to do; never a panic, a hang or an empty "yes".
func FuzzPublicCheck(f *testing.F) {
	for _, seed := range []string{
		`{"division":"440104001000","members":[{"relation":"02","age":40}]}`,
		`{"division":"440104001000","members":[{"relation":"02","age":40,"facts":{"income_wage":1e300}}]}`,
		`{"division":"440104001000","members":[{"relation":"02","age":40,"facts":{"income_wage":null,"disability_grade":["1"]}}],"household":{"vehicles":{}}}`,
		`{"division":"440104001000","members":[]}`, `{}`, `[]`, `null`, `{"division":1}`, ``, `{"members":[{"age":-1}]}`,
		`{"division":"110101001000","members":[{"relation":"02","age":40}]}`,
	} {
		f.Add(seed)
	}
	h, err := checkServer()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		req := httptest.NewRequest("POST", "/api/public/check", strings.NewReader(body))
		req.Header.Set("Content-Type", "application/json")
		n := addresses.Add(1) // each from another address, or the limit answers instead
		req.RemoteAddr = fmt.Sprintf("10.%d.%d.%d:1", n>>16&255, n>>8&255, n&255)
		rec := httptest.NewRecorder()
		start := time.Now()
		h.ServeHTTP(rec, req)
		if rec.Code >= 500 {
			t.Fatalf("%d for %q: %s", rec.Code, body, rec.Body)
		}
		if rec.Code == 200 && !bytes.Contains(rec.Body.Bytes(), []byte(`"results":[{`)) {
			t.Fatalf("no results for %q: %s", body, rec.Body)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("%s for %q", took, body)
		}
	})
}

func TestPublicCheckRefusesLargeBodies(t *testing.T) {
	h, err := checkServer()
	if err != nil {
		t.Fatal(err)
	}
	body := `{"division":"440104001000","members":[{"relation":"02","age":40}],"household":{"x":"` + strings.Repeat("x", maxAnswers) + `"}}`
	req := httptest.NewRequest("POST", "/api/public/check", strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	if rec.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("got %d for %d bytes", rec.Code, len(body))
	}
	if len(rec.Result().Cookies()) > 0 {
		t.Error("a cookie is set")
	}
}
