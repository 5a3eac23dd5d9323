package casework

import (
	"time"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// dueOf is the last day of a deadline of a step that opens (or starts) on a day. A step that is done again runs from its
// own opening: it is a new one, paid for by the special total. Waiting for a supplement does not count.
func (st *state) dueOf(d *policy.Deadline, opened calendar.Date, round int) *calendar.Date {
	if d == nil {
		return nil
	}
	from, days := opened, d.Days
	switch d.Since {
	case "submission":
		from = calendar.DateOf(st.SubmittedAt)
		days += st.waited()
	case "acceptance":
		if st.AcceptedAt != nil && round == 1 {
			from = calendar.DateOf(*st.AcceptedAt)
		}
	case "decision":
		if st.decidedAt != nil {
			from = calendar.DateOf(*st.decidedAt)
		}
	}
	due := count(from, days, d.Calendar)
	return &due
}

func count(from calendar.Date, days int, kind string) calendar.Date {
	if kind == "natural" {
		return calendar.DueNatural(from, days)
	}
	return calendar.DueWorking(from, days)
}

// waited is how many working days the case waited for supplements.
func (st *state) waited() int {
	n := 0
	for _, s := range st.steps {
		if s.Step == stepSupplement && s.ClosedAt != nil {
			n += calendar.WorkingDaysBetween(calendar.DateOf(s.OpenedAt), calendar.DateOf(*s.ClosedAt))
		}
	}
	return n
}

// total is the limit on the whole procedure that holds for the case: the special one where it was extended.
func (st *state) total() *policy.Total {
	if st.Extended {
		if t := st.proc.Total("special"); t != nil {
			return t
		}
	}
	return st.proc.Total("normal")
}

// totalDue is the last day of the whole procedure, nil before acceptance.
func (st *state) totalDue() *calendar.Date {
	t := st.total()
	if t == nil || st.AcceptedAt == nil {
		return nil
	}
	due := count(calendar.DateOf(*st.AcceptedAt), t.Deadline.Days, t.Deadline.Calendar)
	return &due
}

func day(t *time.Time) *calendar.Date {
	if t == nil {
		return nil
	}
	d := calendar.DateOf(*t)
	return &d
}
