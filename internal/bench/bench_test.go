package bench

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/postgres/testdb"
)

// The whole benchmark on a village's scale: it must run to its end and report on everything. What it measures there means
// nothing and is not looked at.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a database")
	}
	_, owner := testdb.NewWithOwner(t)
	o := Options{Server: Server{URL: owner, Prefix: "bench_" + uuid.NewString()[:8] + "_"}, KeyFile: filepath.Join(t.TempDir(), "keys.json"), Seed: 3,
		People: 5000, Cases: 1700, Clients: 4, Seconds: 0.1, Turns: 2, Keep: true, Command: "zhongfu bench -test", Version: "test"}
	ctx := context.Background()
	t.Cleanup(func() { _ = o.Server.drop(ctx, baseName, programName, rawName, scratchName) })
	rep, err := Run(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	if rep.Build.Kept || rep.Build.People < 4000 || rep.Build.Cases < 1100 || rep.Build.Waiting < 2*(o.turns()+2) {
		t.Errorf("built %+v", rep.Build)
	}
	want := []string{"case-page", "inbox", "search-id", "search-name", "submit", "confirm"}
	if len(rep.Operations) != len(want) {
		t.Fatalf("%d operations", len(rep.Operations))
	}
	for i, m := range rep.Operations {
		if m.ID != want[i] || m.Requests == 0 || m.Ratio.P50.Median <= 0 || m.Baseline.PerSecond.Min <= 0 || m.Answer == 0 || m.RoundTrips < 3 {
			t.Errorf("%s: %+v", want[i], m)
		}
		if m.Ratio.P50.Min > m.Ratio.P50.Median || m.Ratio.P50.Median > m.Ratio.P50.Max {
			t.Errorf("%s: spread %+v", m.ID, m.Ratio.P50)
		}
	}
	if len(rep.Loads) != 2 || rep.Loads[0].Rows < 50_000 || rep.Loads[1].Rows < 1000 || rep.Loads[1].Bytes == 0 {
		t.Errorf("loads %+v", rep.Loads)
	}
	if len(rep.Parts) != 7 {
		t.Errorf("parts %+v", rep.Parts)
	}
	text := rep.Markdown()
	for _, part := range []string{"# Performance", "## Requests", "case page", "inbox page", "by ID number", "by name", "submit", "confirm", "## Bulk loads", "divisions", "people",
		"## Parts", "audit, verifying", "SM4-GCM", "HMAC-SM3", "## What falls short", "## Method", "take it as a trial"} {
		if !strings.Contains(text, part) {
			t.Errorf("the report says nothing of %q", part)
		}
	}
	if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
		t.Errorf("a figure is no number:\n%s", text)
	}
	o.Only, o.Keep = "inbox", false
	again, err := Run(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	if !again.Build.Kept || again.Build.People != rep.Build.People || len(again.Operations) != 1 {
		t.Errorf("a second run: %+v", again.Build)
	}
}

func TestWithDatabase(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"postgres:///?dbname=a&host=%2Ftmp", "postgres:///?dbname=b&host=%2Ftmp"},
		{"postgres://u:p@h:5432/a?sslmode=disable", "postgres://u:p@h:5432/b?sslmode=disable"},
	} {
		if got, err := withDatabase(c.in, "b"); err != nil || got != c.want {
			t.Errorf("%s: %s %v", c.in, got, err)
		}
	}
}

func TestQuantiles(t *testing.T) {
	var s sample
	for i := 100; i >= 1; i-- {
		s.took = append(s.took, time.Duration(i)*time.Millisecond)
	}
	s.wall = 2 * time.Second
	s.sort()
	if s.quantile(.5) != 51*time.Millisecond || s.quantile(.99) != 100*time.Millisecond || s.perSecond() != 50 {
		t.Errorf("%v %v %v", s.quantile(.5), s.quantile(.99), s.perSecond())
	}
	r := ratioOf([]sample{s, s, s}, []sample{{took: []time.Duration{17 * time.Millisecond}, wall: time.Second}, s, {took: []time.Duration{102 * time.Millisecond}, wall: time.Second}})
	if r.P50 != (Spread{.5, 1, 3}) {
		t.Errorf("%+v", r.P50)
	}
	if m := (Measured{Aim: 2, Ratio: Ratio{P50: Spread{Median: 1.9}, P99: Spread{Median: 2.1}}}); !m.Missed() {
		t.Error("a missed 99th percentile is not told")
	}
	if got := count(1234567) + " " + count(12) + " " + each(2_000_000) + " " + each(100); got != "1,234,567 12 500 ns 10.00 ms" {
		t.Error(got)
	}
}
