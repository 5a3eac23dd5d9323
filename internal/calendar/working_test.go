package calendar

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func day(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWorkingDaysOfEachYear(t *testing.T) {
	// Counted by hand from the notices: weekdays of the year − holidays on weekdays + weekends worked.
	for y, want := range map[int]int{2024: 251, 2025: 248, 2026: 248} {
		if got := WorkingDaysBetween(NewDate(y, 1, 0), NewDate(y, 12, 31)); got != want {
			t.Errorf("%d has %d working days, want %d", y, got, want)
		}
		if n, ok := NoticeOf(y); !ok || !strings.Contains(n.Number, "国办发明电") || n.Year != y {
			t.Errorf("%d: notice %+v", y, n)
		}
	}
}

func TestIsWorkingDay(t *testing.T) {
	for s, want := range map[string]bool{
		"2024-02-09": true,  // New Year's eve was only encouraged as a day off
		"2024-02-18": true,  // Sunday worked
		"2025-01-28": false, // Spring Festival
		"2025-10-08": false,
		"2025-10-11": true,
		"2026-01-04": true, // Sunday worked
		"2026-02-23": false,
		"2026-02-28": true,
		"2026-09-20": true,
		"2026-11-21": false, // plain Saturday
		"2026-11-23": true,
		"2030-10-01": true, // no notice: Tuesday
		"2030-10-05": false,
	} {
		if got := IsWorkingDay(day(t, s)); got != want {
			t.Errorf("IsWorkingDay(%s) = %v", s, got)
		}
	}
	if HolidayName(day(t, "2026-02-17")) != "春节" || HolidayName(day(t, "2026-03-03")) != "" {
		t.Error("holiday names")
	}
}

func TestDue(t *testing.T) {
	for _, c := range []struct {
		start   string
		n       int
		working string
		natural string
	}{
		{"2026-02-13", 1, "2026-02-14", "2026-02-14"},
		{"2026-02-14", 1, "2026-02-24", "2026-02-24"}, // across Spring Festival
		{"2026-09-30", 7, "2026-10-15", "2026-10-08"},
		{"2026-11-20", 7, "2026-12-01", "2026-11-27"},
		{"2026-11-21", 0, "2026-11-23", "2026-11-23"},
		{"2026-11-23", 0, "2026-11-23", "2026-11-23"},
	} {
		if got := DueWorking(day(t, c.start), c.n).String(); got != c.working {
			t.Errorf("DueWorking(%s, %d) = %s, want %s", c.start, c.n, got, c.working)
		}
		if got := DueNatural(day(t, c.start), c.n).String(); got != c.natural {
			t.Errorf("DueNatural(%s, %d) = %s, want %s", c.start, c.n, got, c.natural)
		}
	}
}

func TestProvisional(t *testing.T) {
	if KnownYear(2023) || !KnownYear(2026) || KnownYear(2027) {
		t.Error("known years are those with a notice")
	}
	due, prov := DueWorkingProvisional(day(t, "2026-12-25"), 10)
	if !prov || due.String() != "2027-01-08" {
		t.Errorf("%s %v", due, prov)
	}
	if _, prov := DueWorkingProvisional(day(t, "2026-11-20"), 10); prov {
		t.Error("a period inside 2026 is certain")
	}
}

func TestLoadRefusesBrokenData(t *testing.T) {
	for name, raw := range map[string]string{
		"weekday worked": "- {year: 2026, notice: x, off: [], work: [2026-01-05]}",
		"other year":     "- {year: 2026, notice: x, off: [{name: a, from: 2025-12-31, to: 2026-01-01}], work: []}",
		"twice":          "- {year: 2026, notice: x, off: [{name: a, from: 2026-05-01, to: 2026-05-02}, {name: b, from: 2026-05-02, to: 2026-05-02}], work: []}",
		"backwards":      "- {year: 2026, notice: x, off: [{name: a, from: 2026-05-03, to: 2026-05-02}], work: []}",
		"no notice":      "- {year: 2026, off: [], work: []}",
		"unknown key":    "- {year: 2026, notice: x, offs: []}",
	} {
		if _, err := load([]byte(raw)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func someDay(t *rapid.T, label string) Date {
	return rapid.Custom(func(t *rapid.T) Date {
		return NewDate(rapid.IntRange(2022, 2029).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 31).Draw(t, "day"))
	}).Draw(t, label)
}

func TestWorkingDayProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := someDay(t, "d"), rapid.IntRange(1, 120).Draw(t, "n")
		due := AddWorkingDays(d, n)
		if !IsWorkingDay(due) {
			t.Fatalf("%s is no working day", due)
		}
		if got := WorkingDaysBetween(d, due); got != n {
			t.Fatalf("between %s and %s: %d, want %d", d, due, got, n)
		}
		if AddWorkingDays(d, n+1) <= due {
			t.Fatal("a longer period must end later")
		}
		if AddWorkingDays(d+1, n) < due {
			t.Fatal("a later start must not end earlier")
		}
		if due < d.AddDays(n) {
			t.Fatal("n working days cannot end before n natural days")
		}
		if back := AddWorkingDays(due+1, -n-1); back > d {
			t.Fatalf("%d working days back from %s is %s, after %s", n, due, back, d)
		}
		m := rapid.IntRange(1, 60).Draw(t, "m")
		if AddWorkingDays(due, m) != AddWorkingDays(d, n+m) {
			t.Fatal("counting in two parts must end on the same day")
		}
		e := someDay(t, "e")
		if WorkingDaysBetween(d, e) != -WorkingDaysBetween(e, d) {
			t.Fatal("between is antisymmetric")
		}
		if nat := DueNatural(d, n); nat < d.AddDays(n) || !IsWorkingDay(nat) {
			t.Fatalf("natural due %s", nat)
		}
	})
}
