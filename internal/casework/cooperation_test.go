package casework_test

import (
	"testing"

	"zhongfu/internal/casework"
	"zhongfu/internal/errs"
)

// Non-cooperation ends the procedure only after a written reminder (57号 art 29), and nothing stays open behind it.
func TestNonCooperationEndsTheCase(t *testing.T) {
	w := setUp(t)
	s := w.accept(w.submit(application()))
	w.forward(6)
	_, err := w.Terminate(w.ctx, head, s.ID, casework.TerminateInput{Version: s.Version, Reason: "三次上门均拒绝入户"})
	refused(t, err, errs.Conflict, "reminder_missing")
	later := w.today().AddDays(1)
	_, err = w.Terminate(w.ctx, head, s.ID, casework.TerminateInput{Version: s.Version, Reason: "三次上门均拒绝入户", NotifiedOn: &later})
	refused(t, err, errs.Invalid, "invalid_notified_on")
	told := w.today().AddDays(-2)
	s, err = w.Terminate(w.ctx, head, s.ID, casework.TerminateInput{Version: s.Version, Reason: "三次上门均拒绝入户", NotifiedOn: &told})
	s = ok(t, s, err)
	if s.Status != "terminated" || len(s.Open) != 0 {
		t.Errorf("the case stands at %s with %d open steps", s.Status, len(s.Open))
	}
	if n := w.one("select count(*) from task where root_id = $1 and closed_at is null", s.ID); n != 0 {
		t.Errorf("%d duties stay open", n)
	}
	_, err = w.Verify(w.ctx, verifier, s.ID, report(s, w.today()))
	refused(t, err, errs.Conflict, "case_closed")
}
