package casework_test

import (
	"testing"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/task"
)

func (w *world) escalate() int {
	w.t.Helper()
	n, err := w.Escalate(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	return n
}

func (w *world) box(a access.Actor, box string) []task.TaskRow {
	w.t.Helper()
	p, err := w.tasks.Inbox(w.ctx, a, task.Filter{Box: box})
	if err != nil {
		w.t.Fatal(err)
	}
	return p.Items
}

// A step nobody does climbs from the town to the county, then to the city and the province, and each may see it from then
// on; running the job again changes nothing.
func TestLateStepClimbs(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.submit(application()) // to be accepted within 3 working days: Sunday the 28th is worked
	due := *s.Open[0].Due
	if due.String() != "2025-09-28" {
		t.Fatalf("acceptance is due %v, want Sunday 28 September 2025, a worked one", due)
	}
	countyHead := actorOf("周确认", access.CountyApprover, access.County, tianhe)
	for w.today() < due {
		w.clock.Advance(day)
	}
	if n := w.escalate(); n != 0 {
		t.Fatalf("%d climbed on their last day", n)
	}
	w.clock.Advance(day)
	if n := w.escalate(); n != 1 {
		t.Fatalf("%d climbed when late", n)
	}
	if n := w.escalate(); n != 0 {
		t.Fatalf("%d climbed again", n)
	}
	if got := w.box(countyHead, task.Escalated); len(got) != 1 || !got[0].EscalatedHere || got[0].Colour != task.Late || *got[0].LeftDays >= 0 {
		t.Fatalf("the county sees %+v", got)
	}
	for _, a := range []access.Actor{cityBoss, provBoss} {
		if got := w.box(a, task.Escalated); len(got) != 0 {
			t.Errorf("%s sees it already", a.Name)
		}
	}
	if got := w.box(farChecker, task.Escalated); len(got) != 0 {
		t.Error("another county sees it")
	}
	// The duty stays with the town.
	if got := w.box(clerk, task.Office); len(got) != 1 {
		t.Error("the town has lost its duty")
	}
	for range 40 {
		w.clock.Advance(day)
		w.escalate()
	}
	if got := w.box(provBoss, task.Escalated); len(got) != 1 {
		t.Errorf("after weeks the province sees %d", len(got))
	}
	lines := 0
	for _, e := range w.page(head, s.ID).Events {
		if e.Kind == "escalated" {
			lines++
		}
	}
	if lines != 3 || w.one(`select count(*) from audit_event where action = 'task.overdue'`) != 3 {
		t.Errorf("%d lines on the timeline, want one for each of county, city, province", lines)
	}
	w.accept(w.now(s.ID))
	if got := w.box(provBoss, task.Escalated); len(got) != 0 {
		t.Error("what is done still stands with the province")
	}
}

func TestPostingMovesTheDay(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.opinion(w.survey(w.verify(w.accept(w.submit(application())))))
	w.clock.Advance(20 * day)
	w.escalate()
	if len(w.box(approver, task.Escalated)) != 1 {
		t.Fatal("the notice nobody hung did not climb")
	}
	s = w.post(s)
	rows := w.box(clerk, task.Office)
	if len(rows) != 1 || *rows[0].Due != calendar.DueNatural(w.today(), 7) || rows[0].EscalatedAt != nil {
		t.Errorf("after hanging the duty is %+v", rows)
	}
	if len(w.box(approver, task.Escalated)) != 0 {
		t.Error("what runs in time again still stands with the county")
	}
}
