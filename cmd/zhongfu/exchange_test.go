package main

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhongfu/internal/exchange"
)

// The probe says what is wrong and what to do, and is content with a source that answers.
func TestExchangeProbe(t *testing.T) {
	off := time.Duration(0)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Date", time.Now().Add(off).UTC().Format(http.TimeFormat))
		if r.URL.Path != "/health" || r.Header.Get(exchange.HeaderSign) == "" {
			w.WriteHeader(http.StatusForbidden)
		}
	}))
	defer srv.Close()
	dir := t.TempDir()
	keys, points := filepath.Join(dir, "keys.json"), filepath.Join(dir, "endpoints.yaml")
	if _, err := exchange.OpenKeys(keys, true, "education", exchange.Liveness); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(points, []byte("sources:\n  - {source: education, url: "+srv.URL+"}\n  - {source: tax, url: "+srv.URL+"}\n  - {source: housing, disabled: true}\n  - {source: liveness, url: "+srv.URL+"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		source, says string
		off          time.Duration
		code         int
	}{
		{"education", "健康检查通过", 0, 0}, {"education", "请校准时钟", 4 * time.Minute, exitFailed}, {"tax", "没有共享密钥", 0, exitFailed},
		{"civil_affairs", "没有地址", 0, exitFailed}, {"housing", "停用", 0, 0}, {"justice", "不需要接入", 0, 0}, {"liveness", "活体认证（liveness）：健康检查通过", 0, 0},
		{"liveness", "请校准时钟", 4 * time.Minute, exitFailed}, {"-all", "活体认证（liveness）：健康检查通过", 0, exitFailed}, {"moon", "代号", 0, exitUsage},
	} {
		off = c.off
		var out bytes.Buffer
		code := run(context.Background(), []string{"exchange", "probe", "-endpoints", points, "-keys", keys, c.source}, &out, &out)
		if code != c.code || !strings.Contains(out.String(), c.says) {
			t.Errorf("%s: code %d, %s", c.source, code, out.String())
		}
	}
	var out bytes.Buffer
	// An installation may have no provider: that is told and no failure.
	if code := run(context.Background(), []string{"exchange", "probe", "-keys", keys, "liveness"}, &out, &out); code != 0 || !strings.Contains(out.String(), "全部入户核查") {
		t.Errorf("without a provider: code %d, %s", code, out.String())
	}
	out.Reset()
	if code := run(context.Background(), []string{"exchange", "catalogue"}, &out, &out); code != 0 || !strings.Contains(out.String(), "个人所得税申报") {
		t.Errorf("code %d, %s", code, out.String())
	}
}
