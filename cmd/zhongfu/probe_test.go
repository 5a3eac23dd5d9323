package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhongfu/catalogue"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/deptsim"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
)

// The probe of every source against the department simulator: all well as agreed; one with another secret, one that is gone and
// one whose clock is off are named.
func TestProbeAgainstTheSimulator(t *testing.T) {
	sources, err := deptsim.ReadSources(catalogue.FS)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range sources {
		names = append(names, s.ID)
	}
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	keys, err := exchange.OpenKeys(at("keys.json"), true, names...)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at("drop"), 0o700); err != nil {
		t.Fatal(err)
	}
	start := func(c clock.Clock) *deptsim.Sim {
		people, err := deptsim.NewPeople(2026, division.Default(), calendar.NewDate(2026, 9, 27), c)
		if err != nil {
			t.Fatal(err)
		}
		s, err := deptsim.Start(t.Context(), deptsim.Options{Sources: sources, Keys: keys, People: people, Clock: c})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.Close)
		return s
	}
	right, late := start(clock.System{}), start(clock.Shifted{By: -20 * time.Minute})
	write := func(other map[string]string) {
		var b strings.Builder
		b.WriteString("sources:\n")
		for _, s := range sources {
			if k := s.Transport.Kind; k == exchange.HTTP || k == exchange.Callback {
				url := right.SourceURL(s.ID)
				if o := other[s.ID]; o != "" {
					url = o
				}
				fmt.Fprintf(&b, "  - {source: %s, url: %q}\n", s.ID, url)
			}
		}
		if err := os.WriteFile(at("endpoints.yml"), []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	probe := func(args ...string) (int, string) {
		var out bytes.Buffer
		code := run(context.Background(), append([]string{"exchange", "probe", "-endpoints", at("endpoints.yml"), "-keys", at("keys.json"), "-drop", at("drop")}, args...), &out, &out)
		return code, out.String()
	}
	write(nil)
	if code, said := probe("-all"); code != 0 || strings.Contains(said, "✗") || strings.Count(said, "✓") != len(sources)+1 { // and the provider of liveness
		t.Errorf("%d: %s", code, said)
	}
	gone := "http://" + freeAddress(t)
	write(map[string]string{"tax": gone, "education": late.SourceURL("education"), "housing": right.SourceURL("nobody")})
	code, said := probe("-all")
	if code != exitFailed || strings.Count(said, "✗") != 3 {
		t.Errorf("%d: %s", code, said)
	}
	for id, why := range map[string]string{"tax": "连不上", "education": "拒绝", "housing": "拒绝"} {
		if code, said := probe(id); code != exitFailed || !strings.Contains(said, why) {
			t.Errorf("%s: %d %s", id, code, said)
		}
	}
	write(nil)
	if err := os.Rename(at("keys.json"), at("old.json")); err != nil {
		t.Fatal(err)
	}
	if _, err := exchange.OpenKeys(at("keys.json"), true, names...); err != nil { // other secrets
		t.Fatal(err)
	}
	if code, said := probe("civil_affairs"); code != exitFailed || !strings.Contains(said, "拒绝") {
		t.Errorf("another secret: %d %s", code, said)
	}
}
