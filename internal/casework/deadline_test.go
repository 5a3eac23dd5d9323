package casework_test

import (
	"testing"
	"time"

	"zhongfu/internal/calendar"
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
