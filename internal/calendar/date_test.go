package calendar

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for _, bad := range []string{"", "2025-02-30", "2025-2-3", "2025/02/03", "20250203", "2025-13-01", "2025-02-03 "} {
		if d, err := ParseDate(bad); err == nil {
			t.Errorf("%q read as %s", bad, d)
		}
	}
}

func TestDateOfUsesChinaTime(t *testing.T) {
	at := time.Date(2026, 1, 31, 16, 30, 0, 0, time.UTC) // half past midnight of 1 February in China
	if got := DateOf(at); got != NewDate(2026, 2, 1) {
		t.Errorf("DateOf = %s", got)
	}
}

func TestAge(t *testing.T) {
	for _, c := range []struct {
		birth, on string
		want      int
	}{
		{"1966-11-22", "2026-11-21", 59}, {"1966-11-22", "2026-11-22", 60},
		{"2008-02-29", "2026-02-28", 17}, {"2008-02-29", "2026-03-01", 18}, {"2026-11-22", "2026-11-22", 0},
	} {
		if got := day(t, c.birth).Age(day(t, c.on)); got != c.want {
			t.Errorf("born %s is %d on %s, want %d", c.birth, got, c.on, c.want)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-03-31", -1, "2026-02-28"}, {"2026-11-22", 14, "2028-01-22"}} {
		if got := day(t, c.from).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.n, got, c.want)
		}
	}
	if got := day(t, "2026-11-22").Chinese(); got != "2026年11月22日" {
		t.Error(got)
	}
}

func TestDateRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Date(rapid.Int32Range(-60000, 60000).Draw(t, "d"))
		if got, err := ParseDate(d.String()); err != nil || got != d {
			t.Fatalf("text: %s %v", got, err)
		}
		raw, err := json.Marshal(map[string]Date{"d": d})
		if err != nil {
			t.Fatal(err)
		}
		var back map[string]Date
		if err := json.Unmarshal(raw, &back); err != nil || back["d"] != d {
			t.Fatalf("json: %s %v", raw, err)
		}
		v, err := d.Value()
		if err != nil {
			t.Fatal(err)
		}
		var s Date
		if err := s.Scan(v); err != nil || s != d {
			t.Fatalf("sql: %s %v", s, err)
		}
		if DateOf(d.Time()) != d || DateOf(d.Time().Add(24*time.Hour-1)) != d {
			t.Fatal("the whole China day belongs to the date")
		}
		if d.AddDays(1).Time().Sub(d.Time()) != 24*time.Hour {
			t.Fatal("days are 24 hours long")
		}
	})
}
