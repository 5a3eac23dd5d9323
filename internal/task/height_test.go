package task

import (
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
)

// The height of a duty: its own level in time, never lower as days pass, never above the province.
func TestHeightOnlyClimbs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		opened := calendar.NewDate(2025, 1, 1).AddDays(rapid.IntRange(0, 500).Draw(rt, "opened"))
		due := opened.AddDays(rapid.IntRange(0, 40).Draw(rt, "allowance"))
		level := access.Level(rapid.IntRange(1, 5).Draw(rt, "level"))
		last := level
		for d := opened; d < due.AddDays(200); d++ {
			h := Height(level, opened, due, d)
			switch {
			case d <= due && h != level:
				rt.Fatalf("in time on %v it stands at %d", d, h)
			case h > last || h < access.Province:
				rt.Fatalf("on %v it stands at %d after %d", d, h, last)
			case d == due+1 && h != max(access.Province, level-1):
				rt.Fatalf("on the first late day it stands at %d, not one above %d", h, level)
			case last-h > 1:
				rt.Fatalf("on %v it jumped from %d to %d", d, last, h)
			}
			last = h
		}
		if level > 1 && due-opened < 20 && last != access.Province {
			rt.Fatalf("after 200 days it stands at %d", last)
		}
	})
}

func TestColour(t *testing.T) {
	t.Parallel()
	friday := calendar.NewDate(2025, 9, 19)
	for _, c := range []struct {
		due    calendar.Date
		left   int
		colour string
	}{{friday - 1, -1, Late}, {friday, 0, Soon}, {friday + 3, 1, Soon}, {friday + 4, 2, Soon}, {friday + 5, 3, OK}, {friday - 5, -5, Late}} {
		left, colour := Colour(friday, &c.due)
		if *left != c.left || colour != c.colour {
			t.Errorf("due %v on %v: %d %s, want %d %s", c.due, friday, *left, colour, c.left, c.colour)
		}
	}
	if left, colour := Colour(friday, nil); left != nil || colour != None {
		t.Errorf("without a day: %v %s", left, colour)
	}
	saturday, due := friday+1, friday
	if left, colour := Colour(saturday, &due); *left >= 0 || colour != Late {
		t.Errorf("late on a day of rest: %d %s", *left, colour)
	}
}
