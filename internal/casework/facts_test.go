package casework_test

import (
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/casework"
)

func row(p casework.CasePage, person *uuid.UUID, key string) *casework.FactRow {
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Key == key && (f.PersonID == nil) == (person == nil) && (person == nil || *f.PersonID == *person) {
			return f
		}
	}
	return nil
}

// Sources side by side: what differs is marked, must be decided by name, and what a source left open stays unknown.
func TestFactsSideBySide(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.accept(w.submit(application()))
	mother := w.page(clerk, s.ID).Members[0].PersonID
	in := report(s, w.today())
	in.Answers = []casework.SourceAnswer{
		{PersonID: &mother, Source: "税务", QueriedOn: w.today(), Answered: true, Facts: casework.Facts{"income_wage": 60000}},
		{Source: "公安车辆", QueriedOn: w.today(), Answered: false, Facts: casework.Facts{"vehicles": 0}},
	}
	twice := in
	twice.Answers = append(twice.Answers[:2:2], casework.SourceAnswer{Source: "银行", QueriedOn: w.today(), Answered: true, Facts: casework.Facts{"vehicles": 1}})
	_, err := w.Verify(w.ctx, verifier, s.ID, twice)
	refused(t, err, invalid, "")
	s, err = w.Verify(w.ctx, verifier, s.ID, in)
	s = ok(t, s, err)
	s = w.survey(s)
	p := w.page(head, s.ID)
	wage, cars := row(p, &mother, "income_wage"), row(p, nil, "vehicles")
	if !wage.Differs || !wage.Unexplained || wage.Declared.Text != "0.00 元" || wage.Verified.Text != "600.00 元" || wage.BestKind != "verified" {
		t.Errorf("wage %+v", wage)
	}
	if cars.Verified == nil || cars.Verified.Value != nil || cars.Verified.Text != "未知" || cars.Best != nil || !cars.Differs {
		t.Errorf("a source that did not answer must leave the fact unknown: %+v", cars)
	}
	if p.Result.Outcome != "needs_evidence" {
		t.Errorf("with the vehicles unknown the policy says %s", p.Result.Outcome)
	}
	try, err := w.Evaluate(w.ctx, head, s.ID, casework.EvaluateInput{Facts: []casework.MemberFacts{{Facts: casework.Facts{"vehicles": 0}}}})
	if err != nil || try.Result.Outcome != "eligible" || !try.WhatIf {
		t.Errorf("what if there were none: %+v %v", try.Result.Outcome, err)
	}
	_, err = w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, invalid, "differences_open")
	_, err = w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree",
		Adopted: []casework.AdoptedFact{{Key: "vehicles", Kind: "surveyed"}}})
	refused(t, err, invalid, "")
	s, err = w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree", Adopted: []casework.AdoptedFact{
		{PersonID: &mother, Key: "income_wage", Kind: "verified", Note: "以税务为准"}, {Key: "vehicles", Kind: "declared", Note: "邻居证明无车"}}})
	s = ok(t, s, err)
	p = w.page(head, s.ID)
	if wage = row(p, &mother, "income_wage"); wage.Unexplained || wage.Adopted == nil || wage.Adopted.Note != "以税务为准" {
		t.Errorf("adopted wage %+v", wage)
	}
	without := w.opinion(w.survey(w.verify(w.accept(w.submit(application())))))
	if got, full := fullAmount(t, w, s), fullAmount(t, w, without); full-got != 60000 {
		t.Errorf("with 600 yuan of wages the amount is %d, without %d", got, full)
	}
}

// The county's visit finds more than the township adopted: the old adoption no longer carries a decision.
func TestNewFindingReopensTheDifference(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	in.Relatives = []casework.RelativeInput{{Member: 0, StaffName: "林主任", Office: "居委会", Relation: "兄"}}
	s := w.afterNotice(w.post(w.opinion(w.survey(w.verify(w.accept(w.submit(in)))))))
	if v := w.page(reviewer, s.ID).Case.CountyVisit; v != "relative" {
		t.Fatalf("a disclosed relative gives %q", v)
	}
	_, err := w.Review(w.ctx, reviewer, s.ID, casework.ReviewInput{Version: s.Version, Outcome: "agree", Opinion: "同意"})
	refused(t, err, conflict, "county_visit_needed")
	s, err = w.CountyVisit(w.ctx, reviewer, s.ID, casework.CountyVisitInput{Version: s.Version, VisitedOn: w.today(), Findings: "院内有一辆小车",
		Visitors: []casework.Surveyor{{Name: "孙审核", Office: "民政局"}}, Facts: []casework.MemberFacts{{Facts: casework.Facts{"vehicles": 1}}}})
	s = ok(t, s, err)
	_, err = w.CountyVisit(w.ctx, reviewer, s.ID, casework.CountyVisitInput{Version: s.Version, VisitedOn: w.today(), Findings: "再去",
		Visitors: []casework.Surveyor{{Name: "孙审核", Office: "民政局"}}})
	refused(t, err, conflict, "visit_done")
	_, err = w.Review(w.ctx, reviewer, s.ID, casework.ReviewInput{Version: s.Version, Outcome: "agree", Opinion: "同意"})
	refused(t, err, conflict, "differences_open")
	s, err = w.Review(w.ctx, reviewer, s.ID, casework.ReviewInput{Version: s.Version, Outcome: "return", Opinion: "核实车辆"})
	if s = ok(t, s, err); at(s) != "survey" {
		t.Errorf("returned to %s", at(s))
	}
}

// The lot falls by the pack's ratio, the same for the same case, and nobody can choose it.
func TestLot(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	drawn, n := 0, 2000
	for i := range n {
		a, b := w.Lot(i), w.Lot(i)
		if a != b {
			t.Fatal("the lot changes when it is drawn again")
		}
		if a < 3000 {
			drawn++
		}
	}
	if drawn < n*26/100 || drawn > n*34/100 {
		t.Errorf("%d of %d drawn at a ratio of 0.3", drawn, n)
	}
}
