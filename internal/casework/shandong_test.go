package casework_test

import (
	"fmt"
	"strings"
	"testing"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/job"
	"zhongfu/internal/policy"
	"zhongfu/internal/registry"
	"zhongfu/policies"
)

// A second province is a pack and nothing else: the same acts take a family in 济南 through dibao by Shandong's text, with
// confirmation at the town (SD-2019 二(二)1) and the record of breaches asked for (二(五)3).
func TestShandongByItsPackAlone(t *testing.T) {
	t.Parallel()
	shandong, err := policy.Load(policies.FS, "shandong")
	if err != nil {
		t.Fatal(err)
	}
	w := setUp(t)
	queue, err := job.NewQueue(w.db.Pool())
	if err != nil {
		t.Fatal(err)
	}
	places := division.Default()
	w.Service = casework.New(w.db, w.keys, w.clock, places, append(packs(), shandong), registry.New(w.db, w.keys, w.clock, places), queue)
	const county, town int64 = 370102000000, 370102001000 // 济南市历下区, its first street
	home := divisionsOf(town)[0]
	clerk := actorOf("历下经办", access.TownClerk, access.Town, town)
	second := actorOf("历下经办二", access.TownClerk, access.Town, town)
	head := actorOf("历下主任", access.TownHead, access.Town, town)
	checker := actorOf("历下核对", access.VerificationOfficer, access.County, county)

	in := application()
	in.Division = fmt.Sprint(home)
	s, err := w.Submit(w.ctx, clerk, in)
	s = ok(t, s, err)
	if !strings.HasPrefix(s.Number, "SD-370102-2025-") {
		t.Errorf("numbered %s", s.Number)
	}
	if p := w.page(clerk, s.ID); p.Case.Pack.Name != "shandong" {
		t.Fatalf("taken in under the pack %q", p.Case.Pack.Name)
	}
	s, err = w.Accept(w.ctx, clerk, s.ID, casework.AcceptInput{Version: s.Version})
	s = ok(t, s, err)
	if want := "2025-10-28"; s.Due.String() != want { // twenty working days over the holiday
		t.Errorf("ends on %v, want %s", s.Due, want)
	}
	if p := w.page(clerk, s.ID); p.Result == nil || p.Result.Outcome != policy.NeedsEvidence || !asksOnly(p.Result, "breach_record", "full_proof") {
		t.Errorf("before the check the policy should ask for the record of breaches or the proofs, and nothing else: %+v", p.Result)
	}
	found := report(s, w.today())
	found.Answers = append(found.Answers, casework.SourceAnswer{Source: "信用信息共享平台", QueriedOn: w.today(), Answered: true, Facts: casework.Facts{"breach_record": false}})
	s, err = w.Verify(w.ctx, checker, s.ID, found)
	s = ok(t, s, err)
	s, err = w.Survey(w.ctx, clerk, s.ID, visit(s, w.today()))
	s = ok(t, s, err)
	s, err = w.FirstOpinion(w.ctx, second, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	s = ok(t, s, err)
	s, err = w.PostNotice(w.ctx, clerk, s.ID, casework.PostNoticeInput{Version: s.Version, Place: "村务公开栏"})
	s = w.afterNotice(ok(t, s, err))
	if at(s) != "confirm" {
		t.Fatalf("after the notice at %s, want the town's own confirmation", at(s))
	}
	page := w.page(head, s.ID)
	if page.Result == nil || page.Result.AmountFen == nil || *page.Result.AmountFen != 2*100000 { // the sample standard of 济南 for two
		t.Fatalf("amount %+v (%s)", page.Result, page.ResultProblem)
	}
	for _, p := range page.Result.Parameters {
		if p.ID == "dibao_standard" && p.Status != policy.Sample {
			t.Errorf("the standard of 济南 is marked %s, want sample", p.Status)
		}
	}
	if v := page.Case.CountyVisit; v == "drawn" || v == "relative" {
		reviewer := actorOf("历下审核", access.CountyReviewer, access.County, county)
		s, err = w.CountyVisit(w.ctx, reviewer, s.ID, casework.CountyVisitInput{Version: s.Version, VisitedOn: w.today(), Findings: "与申报一致",
			Visitors: []casework.Surveyor{{Name: "历下审核", Office: "历下区民政局"}}})
		s = ok(t, s, err)
	}
	s, err = w.Confirm(w.ctx, head, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: amount(200000)})
	s = ok(t, s, err)
	s, err = w.Deliver(w.ctx, clerk, s.ID, casework.LetterInput{Version: s.Version, DeliveredOn: w.today(), Method: "in_person", Receiver: "林秀英"})
	if s = ok(t, s, err); s.Status != "confirmed" {
		t.Errorf("ended %s", s.Status)
	}
	if p := w.page(head, s.ID); p.Decision == nil || p.Decision.Pack.Name != "shandong" || p.Decision.Pack.Digest != shandong.Digest {
		t.Errorf("the decision names %+v", p.Decision)
	}
}

// asksOnly tells whether a result waits for just these facts of the household.
func asksOnly(r *policy.Result, facts ...string) bool {
	if len(r.Missing) != len(facts) {
		return false
	}
	for i, m := range r.Missing {
		if m.Fact != facts[i] || m.Member != "" {
			return false
		}
	}
	return true
}
