package casework_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/task"
)

// Days of the steps over the National Day holiday of 2025, as the pack writes them.
func TestStepDaysOverTheHoliday(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.accept(w.submit(application()))
	p := w.page(head, s.ID)
	want := map[string][2]string{ // start by, due: counted from Wednesday 24 September, 1–8 October off, 28 September and 11 October worked
		"verification": {"2025-09-28", "2025-10-11"},
		"survey":       {"2025-09-28", "2025-10-11"},
	}
	for _, st := range p.Steps {
		days, ok := want[st.Step]
		if !ok || st.State != "open" {
			continue
		}
		delete(want, st.Step)
		if st.StartBy == nil || st.StartBy.String() != days[0] || st.Due.String() != days[1] {
			t.Errorf("%s: start by %v, due %v, want %v", st.Step, st.StartBy, st.Due, days)
		}
	}
	if len(want) != 0 {
		t.Errorf("not open: %v", want)
	}
	if p.Case.TotalDays != 30 || p.Case.UsedDays != 0 || *p.Case.LeftDays != 30 {
		t.Errorf("total %d used %d left %d", p.Case.TotalDays, p.Case.UsedDays, *p.Case.LeftDays)
	}
	w.clock.Set(time.Date(2025, 10, 9, 9, 0, 0, 0, calendar.Zone))
	if p = w.page(head, s.ID); p.Case.UsedDays != 6 || *p.Case.LeftDays != 24 {
		t.Errorf("on 9 October used %d left %d, want 6 and 24", p.Case.UsedDays, *p.Case.LeftDays)
	}
	// A second survey does not inherit the first one's days.
	s = w.survey(w.verify(s))
	w.clock.Set(time.Date(2025, 10, 20, 9, 0, 0, 0, calendar.Zone))
	s, err := w.FirstOpinion(w.ctx, head, s.ID, resurvey(s.Version))
	s = ok(t, s, err)
	if got := *s.Open[0].Due; got != workingDays(w.today(), 8) {
		t.Errorf("the second survey is due %v", got)
	}
}

// The height of a duty: its own level in time, never lower as days pass, never above the province.
func TestHeightOnlyClimbs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		opened := calendar.NewDate(2025, 1, 1).AddDays(rapid.IntRange(0, 500).Draw(rt, "opened"))
		due := opened.AddDays(rapid.IntRange(0, 40).Draw(rt, "allowance"))
		level := access.Level(rapid.IntRange(1, 5).Draw(rt, "level"))
		last := level
		for d := opened; d < due.AddDays(200); d++ {
			h := task.Height(level, opened, due, d)
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
	}{{friday - 1, -1, task.Late}, {friday, 0, task.Soon}, {friday + 3, 1, task.Soon}, {friday + 4, 2, task.Soon}, {friday + 5, 3, task.OK}, {friday - 5, -5, task.Late}} {
		left, colour := task.Colour(friday, &c.due)
		if *left != c.left || colour != c.colour {
			t.Errorf("due %v on %v: %d %s, want %d %s", c.due, friday, *left, colour, c.left, c.colour)
		}
	}
	if left, colour := task.Colour(friday, nil); left != nil || colour != task.None {
		t.Errorf("without a day: %v %s", left, colour)
	}
	saturday, due := friday+1, friday
	if left, colour := task.Colour(saturday, &due); *left >= 0 || colour != task.Late {
		t.Errorf("late on a day of rest: %d %s", *left, colour)
	}
}
