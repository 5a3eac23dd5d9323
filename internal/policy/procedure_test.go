package policy

import (
	"testing"
)

// The steps and limits of 民发〔2021〕57号 arts. 10, 15, 17, 19–22 as casework relies on them.
func TestDibaoProcedure(t *testing.T) {
	p := guangdong(t)
	q := p.Procedure("dibao")
	for _, c := range []struct {
		step, role, level string
		starts, days      int
		calendar          string
	}{
		{"accept", TownClerk, "town", 0, 3, "working"},
		{"supplement", TownClerk, "town", 0, 10, "working"},
		{"verification", VerificationOfficer, "county", 3, 8, "working"},
		{"survey", TownClerk, "town", 3, 8, "working"},
		{"first_opinion", TownHead, "town", 0, 3, "working"},
		{"notice", TownClerk, "town", 0, 7, "natural"},
		{"appraisal", TownClerk, "town", 0, 5, "working"},
		{"review", CountyReviewer, "county", 0, 7, "working"},
		{"confirm", CountyApprover, "county", 0, 3, "working"},
		{"letter", CountyReviewer, "county", 0, 3, "working"},
	} {
		s := q.Step(c.step)
		if s == nil {
			t.Errorf("no step %s", c.step)
			continue
		}
		starts := 0
		if s.StartsWithin != nil {
			starts = s.StartsWithin.Days
		}
		if s.Actor.Role != c.role || s.Actor.Level != c.level || starts != c.starts || s.Deadline.Days != c.days || s.Deadline.Calendar != c.calendar {
			t.Errorf("%s: %+v starts %d deadline %+v", c.step, s.Actor, starts, s.Deadline)
		}
	}
	for id, days := range map[string]int{"normal": 30, "special": 45} {
		if got := q.Total(id); got == nil || got.Deadline.Days != days || got.Deadline.Status != Official {
			t.Errorf("total %s: %+v", id, got)
		}
	}
	if got := p.Procedure("dibao_delegated").Total("normal"); got == nil || got.Deadline.Days != 20 {
		t.Errorf("delegated total: %+v", got)
	}
	for _, end := range []string{"confirmed", "refused", "withdrawn", "terminated"} {
		if !q.IsEnd(end) {
			t.Errorf("no end state %s", end)
		}
	}
	for _, step := range []string{"accept", "survey", "verification", "first_opinion", "appraisal", "review"} {
		if !q.MayNotBoth(step, "confirm") || !q.MayNotBoth("confirm", step) {
			t.Errorf("one person may do %s and confirm", step)
		}
	}
	if q.MayNotBoth("accept", "survey") {
		t.Error("the clerk who accepts may also survey")
	}
}

func TestWorkingDaysOfADeadline(t *testing.T) {
	for _, c := range []struct {
		calendar   string
		days, want int
	}{{"working", 7, 7}, {"natural", 7, 5}, {"natural", 3, 3}, {"natural", 6, 5}, {"natural", 15, 11}} {
		if got := (&Deadline{Calendar: c.calendar, Days: c.days}).workingDays(); got != c.want {
			t.Errorf("%d %s days = %d working days, want %d", c.days, c.calendar, got, c.want)
		}
	}
}

func TestDelegatedVariantOfAnItem(t *testing.T) {
	p := guangdong(t)
	if p.ProcedureFor("dibao", "").ID != "dibao" || p.ProcedureFor("dibao", "delegated").ID != "dibao_delegated" {
		t.Error("wrong procedure")
	}
	if p.ProcedureFor("dibao", "none") != nil || p.ProcedureFor("none", "") != nil {
		t.Error("a procedure for what does not exist")
	}
}
