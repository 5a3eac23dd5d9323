package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/bench"
	"zhongfu/internal/postgres/testdb"
)

// The command writes its report; what a whole run measures is package bench's own test.
func TestBenchCommand(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a database")
	}
	_, owner := testdb.NewWithOwner(t)
	folder := t.TempDir()
	out := filepath.Join(folder, "performance.md")
	var said, faults bytes.Buffer
	code := benchCommand(context.Background(), []string{"-quick", "-people", "1500", "-cases", "300", "-seconds", "0.1", "-only", "inbox", "-keep=false",
		"-prefix", "bench_" + uuid.NewString()[:8] + "_", "-database", owner, "-data", folder, "-out", out}, &said, &faults)
	if code != 0 {
		t.Fatalf("%d %s", code, &faults)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{"# Performance", "zhongfu bench -quick", "inbox page", "## Method"} {
		if !strings.Contains(string(text), w) {
			t.Errorf("the report says nothing of %q", w)
		}
	}
	if !strings.Contains(said.String(), out) {
		t.Errorf("said %s", &said)
	}
}

func TestQuickIsAFiftieth(t *testing.T) {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	o := bench.Options{}
	fs.IntVar(&o.People, "people", 1_000_000, "")
	fs.IntVar(&o.Cases, "cases", 300_000, "")
	fs.Float64Var(&o.Seconds, "seconds", 10, "")
	if err := fs.Parse([]string{"-cases", "500"}); err != nil {
		t.Fatal(err)
	}
	if shrink(fs, &o); o.People != 20_000 || o.Cases != 500 || o.Seconds != 1 {
		t.Errorf("%+v", o)
	}
}
