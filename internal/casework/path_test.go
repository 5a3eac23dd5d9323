package casework_test

import (
	"strings"
	"testing"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

// The amount of two people without income at the standard that holds in Tianhe on the day of the tests.
func fullAmount(t testing.TB, w *world, s casework.CaseState) int64 {
	t.Helper()
	p := w.page(head, s.ID)
	if p.Result == nil || p.Result.AmountFen == nil {
		t.Fatalf("no policy result: %s", p.ResultProblem)
	}
	return *p.Result.AmountFen
}

func TestWholePathToConfirmation(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	s := w.submit(in)
	if !strings.HasPrefix(s.Number, "GD-440106-2025-") || at(s) != "accept" {
		t.Fatalf("submitted as %s at %s", s.Number, at(s))
	}
	s = w.accept(s)
	if at(s) != "verification+survey" {
		t.Fatalf("after acceptance the case stands at %s", at(s))
	}
	// 30 working days from 24 September 2025 over the eight days of the holiday and its two worked weekend days.
	if s.Due == nil || s.Due.String() != "2025-11-11" {
		t.Errorf("the total ends on %v, want 2025-11-11", s.Due)
	}
	s = w.verify(s)
	if at(s) != "survey" {
		t.Fatalf("after the report the case stands at %s: the opinion must wait for the survey", at(s))
	}
	s = w.survey(s)
	if at(s) != "first_opinion" {
		t.Fatalf("after both the case stands at %s", at(s))
	}
	s = w.opinion(s)
	want := fullAmount(t, w, s)
	s = w.afterNotice(w.post(s))
	if at(s) != "review" {
		t.Fatalf("after the notice the case stands at %s", at(s))
	}
	s = w.review(s)
	s, err := w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &want})
	s = ok(t, s, err)
	if at(s) != "letter" {
		t.Fatalf("after the decision the case stands at %s", at(s))
	}
	p := w.page(approver, s.ID)
	if p.Decision == nil || p.Decision.Outcome != "confirmed" || p.Decision.AmountFen != want || p.Decision.Pack.Digest == "" {
		t.Fatalf("decision %+v", p.Decision)
	}
	for kind, n := range map[string]int{"casework.confirmed": 1, "casework.sheet": 1, "casework.issue_paper": 5} {
		if got := w.one(`select count(*) from river_job where kind = $1`, kind); got != n {
			t.Errorf("%d jobs of kind %s, want %d", got, kind, n)
		}
	}
	for range 2 { // the job may run twice
		if err := w.WriteSheet(w.ctx, s.ID); err != nil {
			t.Fatal(err)
		}
		if n := w.one(`select count(*) from household_sheet h join cases c using (household_id) where c.id = $1 and h.source = 'decision'
			and h.members = (select count(*) from case_member m where m.case_id = c.id and m.role <> 'supporter') and h.division = c.division`, s.ID); n != 1 {
			t.Fatalf("%d sheets with what the case found out", n)
		}
	}
	s, err = w.Deliver(w.ctx, reviewer, s.ID, casework.LetterInput{Version: s.Version, DeliveredOn: w.today(), Method: "in_person", Receiver: "林秀英"})
	if s = ok(t, s, err); s.Status != "confirmed" || at(s) != "" {
		t.Fatalf("at the end: %s at %q", s.Status, at(s))
	}
	if n := w.one(`select count(*) from task where root_id = $1 and closed_at is null`, s.ID); n != 0 {
		t.Errorf("%d duties are open behind the closed case", n)
	}
	if n := w.one(`select count(*) from audit_event where root_id = $1`, s.ID); n < 9 {
		t.Errorf("only %d audit events", n)
	}
	if events := w.page(head, s.ID).Events; len(events) < 10 || events[len(events)-1].Kind != "submitted" {
		t.Errorf("timeline of %d lines, the oldest %v", len(events), events[len(events)-1].Kind)
	}
}

func TestRefusalWithReason(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	in.Members[0].Facts["income_wage"] = 900000
	s := w.survey(w.verify(w.accept(w.submit(in))))
	_, err := w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, conflict, "not_eligible")
	_, err = w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "refuse"})
	refused(t, err, conflict, "reason_missing")
	s, err = w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "refuse", Reason: "人均收入高于标准（57号第十三条）"})
	s = ok(t, s, err)
	if at(s) != "review" {
		t.Fatalf("a proposal to refuse goes to %s", at(s))
	}
	s = w.visitIfDrawn(s)
	s, err = w.Review(w.ctx, reviewer, s.ID, casework.ReviewInput{Version: s.Version, Outcome: "refuse", Opinion: "同意镇街意见"})
	s = ok(t, s, err)
	_, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: amount(0)})
	refused(t, err, conflict, "")
	_, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "refuse"})
	refused(t, err, invalid, "invalid_reason")
	decided := w.today()
	s, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "refuse", Reason: "人均收入高于标准"})
	s = ok(t, s, err)
	if len(s.Open) != 1 || s.Open[0].Step != "letter" || *s.Open[0].Due != workingDays(decided, 3) {
		t.Fatalf("the letter is due %v, want 3 working days after %v", s.Open, decided)
	}
	s, err = w.Deliver(w.ctx, reviewer, s.ID, casework.LetterInput{Version: s.Version, DeliveredOn: w.today(), Method: "post", Receiver: "林秀英"})
	if s = ok(t, s, err); s.Status != "refused" {
		t.Fatalf("ended %s", s.Status)
	}
	if n := w.one(`select count(*) from river_job where kind = 'casework.confirmed'`); n != 0 {
		t.Error("a refusal opened an entitlement")
	}
	// The family may apply again.
	again := application()
	again.Members = in.Members
	w.submit(again)
}

func TestMinimalApplication(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	in.Facts, in.Pledge, in.Members = nil, false, in.Members[:1]
	in.Members[0].Facts = nil
	s := w.submit(in) // identity and one authorisation are enough
	_, err := w.Accept(w.ctx, clerk, s.ID, casework.AcceptInput{Version: s.Version})
	refused(t, err, conflict, "pledge_missing")
	s, err = w.Accept(w.ctx, clerk, s.ID, casework.AcceptInput{Version: s.Version, Pledge: true})
	s = ok(t, s, err)
	s = w.survey(w.verify(s))
	p := w.page(head, s.ID)
	if p.Result == nil || p.Result.Outcome != "needs_evidence" || len(p.Result.Missing) == 0 {
		t.Fatalf("unknown facts must stay unknown: %+v", p.Result)
	}
	_, err = w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, conflict, "evidence_missing")
}

func TestForwardedApplication(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s, err := w.Submit(w.ctx, farClerk, application())
	s = ok(t, s, err)
	if s.Open[0].Office != "440106012000" {
		t.Errorf("the duty lies at %s", s.Open[0].Office)
	}
	// The window that took it in sees the head of the case and nothing more, and may not act.
	p := w.page(farClerk, s.ID)
	if !p.Case.Forwarded || len(p.Members) != 0 || len(p.Facts) != 0 || len(p.Events) != 0 || len(p.Acts) != 0 {
		t.Errorf("the window elsewhere sees %d members, %d facts, %d events, %d acts", len(p.Members), len(p.Facts), len(p.Events), len(p.Acts))
	}
	if p.Result != nil || p.ResultProblem != "" || len(p.Steps) != 0 || len(p.Authorisations) != 0 {
		t.Errorf("the window elsewhere sees the policy's result, %d steps, %d authorisations", len(p.Steps), len(p.Authorisations))
	}
	_, err = w.Accept(w.ctx, farClerk, s.ID, casework.AcceptInput{Version: s.Version})
	refused(t, err, notFound, "")
	if _, err := w.Page(w.ctx, farHead, s.ID); err != nil {
		t.Errorf("the same window's head: %v", err)
	}
	w.accept(s)
	if n := w.one(`select count(*) from audit_event where root_id = $1 and actor_name = $2`, s.ID, farClerk.Name); n == 0 {
		t.Error("the forwarding is not audited under the clerk's own name")
	}
	// A village assistant brings in only their own village's.
	in := application()
	in.Division = "440104001007"
	_, err = w.Submit(w.ctx, assistant, in)
	refused(t, err, invalid, "invalid_division")
	_, err = w.Submit(w.ctx, actorOf("鲁", access.TownClerk, access.Town, 370102001000), application())
	refused(t, err, invalid, "invalid_division")
}
