package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"zhongfu/catalogue"
	"zhongfu/internal/exchange"
)

const tiny = `id: tax
name: 税务
transport: {kind: http}
service: {batch: 5}
classes:
  - id: owed
    name: 欠税
    fields:
      - {key: amount, name: 金额, type: money, required: true}
`

func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "tax.yaml"), []byte(tiny), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// The program starts, shares its keys and addresses, answers a probe, and leaves its counts behind.
func TestServesUntilItIsStopped(t *testing.T) {
	dir := folder(t)
	at := func(name string) string { return filepath.Join(dir, name) }
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	out, in := io.Pipe()
	code := make(chan int, 1)
	var stderr bytes.Buffer
	go func() {
		code <- run(ctx, []string{"-catalogue", dir, "-listen", "127.0.0.1:0", "-keys", at("keys.json"), "-endpoints", at("endpoints.yml"), "-stats", at("stats.json"),
			"-faults", "tax.slow=0.5", "-instant"}, in, &stderr)
		_ = in.Close()
	}()
	line := make([]byte, 400)
	n, err := out.Read(line)
	if err != nil {
		t.Fatal(err, stderr.String())
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	url := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(string(line[:n]))
	if url == "" || !strings.Contains(string(line[:n]), "管理令牌") {
		t.Fatalf("printed %s", line[:n])
	}
	endpoints, err := os.ReadFile(at("endpoints.yml"))
	if err != nil || !strings.Contains(string(endpoints), `{source: tax, url: "`+url+`/sources/tax"}`) {
		t.Errorf("%v %s", err, endpoints)
	}
	keys, err := exchange.OpenKeys(at("keys.json"), false)
	if err != nil || len(keys) != 19 {
		t.Fatal(err, len(keys))
	}
	sig, err := keys["tax"].NewSignature("GET /health", nil, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequest("GET", url+"/sources/tax/health", nil)
	if err != nil {
		t.Fatal(err)
	}
	for k, v := range map[string]string{exchange.HeaderKey: sig.Key, exchange.HeaderTime: sig.Time, exchange.HeaderNonce: sig.Nonce, exchange.HeaderSign: sig.Sign} {
		req.Header.Set(k, v)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatal(err, res)
	}
	_ = res.Body.Close()
	stop()
	select {
	case got := <-code:
		if got != 0 {
			t.Errorf("ended with %d: %s", got, stderr.String())
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it does not stop")
	}
	if raw, err := os.ReadFile(at("stats.json")); err != nil || !strings.Contains(string(raw), `"questions":{`) {
		t.Errorf("%v %s", err, raw)
	}
}

// A program that starts this one finds where it is, with addresses that the platform takes, and it ends with that program: here
// at once, since the standard input of a test is closed.
func TestBesideAnotherProgram(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	var out, stderr bytes.Buffer
	if code := run(context.Background(), []string{"-listen", "127.0.0.1:0", "-keys", at("keys.json"), "-endpoints", at("endpoints.yml"), "-about", at("about.json"), "-brisk",
		"-with-stdin"}, &out, &stderr); code != 0 {
		t.Fatal(code, stderr.String())
	}
	var about struct{ URL, Admin, Liveness string }
	raw, err := os.ReadFile(at("about.json"))
	if err := errors.Join(err, json.Unmarshal(raw, &about)); err != nil || about.URL == "" || about.Admin == "" || about.Liveness == "" {
		t.Fatalf("%v %s", err, raw)
	}
	if info, err := os.Stat(at("about.json")); err != nil || info.Mode().Perm() != 0o600 {
		t.Error("the token can be read by others", err)
	}
	base, err := exchange.Load(catalogue.FS)
	if err != nil {
		t.Fatal(err)
	}
	e, err := exchange.OpenEndpoints(at("endpoints.yml"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := base.With(e)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.Sources() {
		asked := s.Transport.Kind != exchange.Desk
		if open := s.Service.Hours == (exchange.Hours{}); !s.Configured() || asked && (!open || s.Service.Backoff > 5*time.Second || s.Service.Batch != base.Source(s.ID).Service.Batch) {
			t.Errorf("%s: %+v", s.ID, s.Service)
		}
	}
}

func TestSaysWhatIsWrong(t *testing.T) {
	dir := folder(t)
	for name, args := range map[string][]string{
		"no catalogue":    {"-catalogue", t.TempDir()},
		"no such fault":   {"-catalogue", dir, "-keys", filepath.Join(dir, "k"), "-faults", "tax.sulking=1"},
		"no such source":  {"-catalogue", dir, "-keys", filepath.Join(dir, "k"), "-faults", "moon.slow=1"},
		"no such day":     {"-catalogue", dir, "-as-of", "yesterday"},
		"no such flag":    {"-colour"},
		"too many words":  {"-catalogue", dir, "please"},
		"desk of nobody":  {"desk", "-catalogue", dir, "-source", "moon", "-in", "a.csv", "-out", "b.csv"},
		"desk other kind": {"desk", "-catalogue", dir, "-source", "tax", "-in", "a.csv", "-out", "b.xlsx"},
	} {
		var out, stderr bytes.Buffer
		if code := run(context.Background(), args, &out, &stderr); code == 0 || stderr.Len() == 0 {
			t.Errorf("%s: code %d, said %q", name, code, stderr.String())
		}
	}
}

func TestDeskFillsAFile(t *testing.T) {
	dir := folder(t)
	in, out := filepath.Join(dir, "in.csv"), filepath.Join(dir, "out.csv")
	sheet := "question,class,id_number,name,authorisation,from,purpose\n0190f3f0-0000-7000-8000-000000000001,owed,440104198001010011,某人,A1,,social_assistance\n"
	if err := os.WriteFile(in, []byte(sheet), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), []string{"desk", "-catalogue", dir, "-source", "tax", "-in", in, "-out", out}, &stdout, &stderr); code != 0 {
		t.Fatal(stderr.String())
	}
	raw, err := os.ReadFile(out)
	if err != nil || !strings.HasPrefix(string(raw), "question,class,id_number,status,as_of,note,amount\n0190f3f0-0000-7000-8000-000000000001,owed,440104198001010011,") {
		t.Errorf("%v %s", err, raw)
	}
}
