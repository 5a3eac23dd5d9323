package api

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/policylist"
	"zhongfu/policies"
)

var libraryServer = sync.OnceValues(func() (http.Handler, error) {
	var shelf policy.Shelf
	for _, name := range []string{"shandong", "guangdong"} {
		p, err := policy.Load(policies.FS, name)
		if err != nil {
			return nil, err
		}
		shelf = append(shelf, p)
	}
	r := NewRouter("test")
	RegisterPolicyList(r, policylist.New(shelf, division.Default(), clock.System{}, policylist.NewTexts(policies.FS)))
	return Headers(Observe(r.Mux, false)), nil
})

func askLibrary(t *testing.T, path, tag string) *httptest.ResponseRecorder {
	t.Helper()
	h, err := libraryServer()
	if err != nil {
		t.Fatal(err)
	}
	req := httptest.NewRequest("GET", path, nil)
	if tag != "" {
		req.Header.Set("If-None-Match", tag)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	return w
}

// Anybody reads the library without signing in, and a cache that has an answer is told so in a few bytes.
func TestPublicPolicyListOverHTTP(t *testing.T) {
	for _, path := range []string{"/api/public/policies?q=低保", "/api/public/policies/dibao?division=440106012000&date=2024-05-10",
		"/api/public/standards?division=370102001000", "/api/public/policy-documents", "/api/public/policy-documents/GD2024"} {
		w := askLibrary(t, path, "")
		tag := w.Header().Get("ETag")
		if w.Code != http.StatusOK || !json.Valid(w.Body.Bytes()) || tag == "" || w.Header().Get("Cache-Control") != "public, max-age=300" {
			t.Errorf("%s: %d, tag %q, cache %q, %.200s", path, w.Code, tag, w.Header().Get("Cache-Control"), w.Body)
			continue
		}
		again := askLibrary(t, path, tag)
		if again.Code != http.StatusNotModified || again.Body.Len() != 0 {
			t.Errorf("%s asked again: %d with %d bytes", path, again.Code, again.Body.Len())
		}
		if other := askLibrary(t, path, `"another"`); other.Code != http.StatusOK {
			t.Errorf("%s with an old tag: %d", path, other.Code)
		}
	}
}

func TestPublicPolicyFaultsAreSaidInChinese(t *testing.T) {
	for path, c := range map[string]struct {
		code int
		says string
	}{
		"/api/public/policies/nothing":                      {404, "这项政策"},
		"/api/public/policy-documents/nothing":              {404, "这份文件"},
		"/api/public/policies?date=2026-02-30":              {422, "日期 2026-02-30 不存在"},
		"/api/public/policies?division=999999999999":        {422, "重新选择地区"},
		"/api/public/policies/dibao?division=abc":           {422, ""},
		"/api/public/policies?q=" + strings.Repeat("a", 80): {422, ""},
	} {
		w := askLibrary(t, path, "")
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %s (cache %q)", path, w.Code, w.Body, w.Header().Get("Cache-Control"))
		}
	}
}
