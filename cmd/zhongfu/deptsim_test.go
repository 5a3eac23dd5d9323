package main

import (
	"bytes"
	"context"
	"net"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/app"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/postgres/testdb"
)

// A demonstration without the simulator's program says so and goes on; one with addresses of its own starts none.
func TestDemonstrationWithoutSimulator(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	missing := filepath.Join(t.TempDir(), "deptsim")
	for name, c := range map[string]struct {
		program string
		x       app.Exchange
		said    string
	}{
		"absent":        {missing, app.Exchange{}, missing},
		"none":          {"none", app.Exchange{}, ""},
		"own addresses": {missing, app.Exchange{Endpoints: "mine.yml"}, ""},
	} {
		var out, stderr bytes.Buffer
		x := c.x
		stop, err := (&departments{program: c.program}).start(t.Context(), t.TempDir(), "postgres://nobody@127.0.0.1:1/x", l, &x, &out, &stderr)
		if err != nil || x != c.x || !strings.Contains(out.String(), c.said) || c.said == "" && out.Len() > 0 {
			t.Errorf("%s: %v, %+v, said %q", name, err, x, out.String())
		}
		stop()
	}
}

// The departments know the province that is loaded, or the one that will be.
func TestWhatTheProvinceWasMadeFrom(t *testing.T) {
	_, url := testdb.NewWithOwner(t)
	seed, asOf, err := provinceIn(t.Context(), url, 7)
	if want := clock.Today(clock.System{}).AddDays(-60); err != nil || seed != 7 || asOf != want {
		t.Errorf("before the load: %d %s %v", seed, asOf, err)
	}
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	if _, err := conn.Exec(t.Context(), `insert into demo_load (seed, households, loaded_at) values (11, 5, '2026-10-01 00:30+08')`); err != nil {
		t.Fatal(err)
	}
	seed, asOf, err = provinceIn(t.Context(), url, 7)
	if want := calendar.NewDate(2026, 10, 1).AddDays(-60); err != nil || seed != 11 || asOf != want {
		t.Errorf("after it: %d %s %v", seed, asOf, err)
	}
}
