package casework_test

import (
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
)

// acts is every act of the package with an input that is right but for who and when.
func (w *world) acts(id uuid.UUID) map[access.Action]func(access.Actor) error {
	today := w.today()
	st := casework.CaseState{Version: 1}
	return map[access.Action]func(access.Actor) error{
		"case.accept": func(a access.Actor) error {
			_, err := w.Accept(w.ctx, a, id, casework.AcceptInput{Version: 1})
			return err
		},
		"case.supplement": func(a access.Actor) error {
			_, err := w.Supplement(w.ctx, a, id, casework.SupplementInput{Version: 1, Text: "缺"})
			return err
		},
		"case.verify": func(a access.Actor) error { _, err := w.Verify(w.ctx, a, id, report(st, today)); return err },
		"case.survey": func(a access.Actor) error { _, err := w.Survey(w.ctx, a, id, visit(st, today)); return err },
		"case.first_opinion": func(a access.Actor) error {
			_, err := w.FirstOpinion(w.ctx, a, id, casework.FirstOpinionInput{Version: 1, Outcome: "agree"})
			return err
		},
		"case.notice": func(a access.Actor) error {
			_, err := w.PostNotice(w.ctx, a, id, casework.PostNoticeInput{Version: 1, Place: "栏"})
			return err
		},
		"case.objection": func(a access.Actor) error {
			_, err := w.Object(w.ctx, a, id, casework.ObjectionInput{Text: "不同意公示", Channel: "window"})
			return err
		},
		"case.appraisal": func(a access.Actor) error {
			_, err := w.Appraise(w.ctx, a, id, casework.AppraisalInput{Version: 1, HeldOn: today})
			return err
		},
		"case.review": func(a access.Actor) error {
			_, err := w.Review(w.ctx, a, id, casework.ReviewInput{Version: 1, Outcome: "agree", Opinion: "意见"})
			return err
		},
		"case.county_visit": func(a access.Actor) error {
			_, err := w.CountyVisit(w.ctx, a, id, casework.CountyVisitInput{Version: 1, VisitedOn: today, Findings: "情况"})
			return err
		},
		"case.confirm": func(a access.Actor) error {
			_, err := w.Confirm(w.ctx, a, id, casework.ConfirmInput{Version: 1, Outcome: "refuse", Reason: "由"})
			return err
		},
		"case.letter": func(a access.Actor) error {
			_, err := w.Deliver(w.ctx, a, id, casework.LetterInput{Version: 1, DeliveredOn: today})
			return err
		},
		"case.withdraw": func(a access.Actor) error {
			_, err := w.Withdraw(w.ctx, a, id, casework.ReasonInput{Version: 99, Reason: "撤回"})
			return err
		},
		"case.terminate": func(a access.Actor) error {
			_, err := w.Terminate(w.ctx, a, id, casework.TerminateInput{Version: 99, Reason: "终止"})
			return err
		},
		"case.extend": func(a access.Actor) error {
			_, err := w.Extend(w.ctx, a, id, casework.ReasonInput{Version: 99, Reason: "延长"})
			return err
		},
		"case.read": func(a access.Actor) error { _, err := w.Page(w.ctx, a, id); return err },
	}
}

// Every role at every level, inside and outside the case's range, against every act: who the table does not let act is
// Forbidden; who acts elsewhere finds nothing; nobody is let through who should not be.
func TestMatrix(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.accept(w.submit(application())) // at verification and survey: acts of other steps are refused as such
	s = casework.CaseState{ID: s.ID}
	tried := 0
	for action, do := range w.acts(s.ID) {
		rule, known := access.Lookup(action)
		if !known {
			t.Fatalf("%s is not in the table", action)
		}
		for _, role := range access.Roles {
			for _, level := range access.Levels {
				for _, here := range []bool{true, false} {
					place := otherVill
					if here {
						place = village
					}
					if !here && level < access.County {
						continue // the same city and province hold both places
					}
					tried++
					a := actorOf("某人", role, level, division.At(place, division.Level(level)))
					err := do(a)
					switch {
					case !rule.Allows(role, level):
						if !errs.Is(err, errs.Forbidden) {
							t.Errorf("%s by %s at level %d (here %v): want Forbidden, got %v", action, role, level, here, err)
						}
					case !here:
						if !errs.Is(err, errs.NotFound) {
							t.Errorf("%s by %s at level %d elsewhere: want NotFound, got %v", action, role, level, err)
						}
					case action == "case.read":
						if err != nil {
							t.Errorf("reading by %s at level %d: %v", role, level, err)
						}
					case !errs.Is(err, errs.Conflict) && !errs.Is(err, errs.Forbidden):
						// Right place, right duty: the wrong step or the wrong version is what is left to refuse.
						t.Errorf("%s by %s at level %d: got %v", action, role, level, err)
					}
				}
			}
		}
	}
	if v := w.now(s.ID).Version; v != 2 || tried < 1000 {
		t.Errorf("after %d tries the case has version %d: somebody got through", tried, v)
	}
}

// What lies elsewhere shows nowhere: not in lists, counts, pages, inboxes, nor by forgetting a scope.
func TestNothingForeignShows(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	mine := w.submit(application())
	w.clock.Advance(20 * day) // late, so that it climbs
	w.escalate()
	see := []access.Actor{clerk, clerk2, head, verifier, reviewer, approver, assistant, finance, cityBoss, provBoss, auditor}
	blind := []access.Actor{farClerk, farHead, farChecker, actorOf("外村", access.VillageAssistant, access.Village, otherVill),
		actorOf("外市", access.CitySupervisor, access.City, 440300000000), actorOf("外省", access.ProvinceSupervisor, access.Province, 370000000000),
		actorOf("同镇他村", access.VillageAssistant, access.Village, divisionsOf(town)[1])}
	count := func(a access.Actor) (list, home, boxes int) {
		l, err := w.List(w.ctx, a, casework.CaseFilter{})
		if err != nil {
			t.Fatal(err)
		}
		// Naming somebody else's place does not open it.
		named, err := w.List(w.ctx, a, casework.CaseFilter{Division: town})
		if err != nil {
			t.Fatal(err)
		}
		forwarded, err := w.List(w.ctx, a, casework.CaseFilter{Forwarded: true})
		if err != nil {
			t.Fatal(err)
		}
		h, err := w.Home(w.ctx, a)
		if err != nil {
			t.Fatal(err)
		}
		home = h.CasesOpen + h.SubmittedThisMonth + h.TasksOpen + h.TasksLate + h.TasksEscalated + len(h.CasesByStep) + len(h.Areas)
		for _, box := range []string{task.Office, task.Mine, task.Unclaimed, task.Escalated} {
			if p, err := w.tasks.Inbox(w.ctx, a, task.Filter{Box: box}); err == nil {
				boxes += len(p.Items)
			}
		}
		return len(l.Items) + len(named.Items) + len(forwarded.Items), home, boxes
	}
	for _, a := range see {
		if list, home, _ := count(a); list == 0 || home == 0 {
			t.Errorf("%s of the case's own range sees %d in lists, %d at home", a.Name, list, home)
		}
		if _, err := w.Page(w.ctx, a, mine.ID); err != nil {
			t.Errorf("%s cannot open the case: %v", a.Name, err)
		}
	}
	for _, a := range blind {
		if list, home, boxes := count(a); list+home+boxes != 0 {
			t.Errorf("%s sees %d in lists, %d at home, %d duties", a.Name, list, home, boxes)
		}
		_, err := w.Page(w.ctx, a, mine.ID)
		refused(t, err, notFound, "")
		_, err = w.Evaluate(w.ctx, a, mine.ID, casework.EvaluateInput{})
		refused(t, err, notFound, "")
	}
	for _, a := range []access.Actor{admin, desk} {
		if _, err := w.List(w.ctx, a, casework.CaseFilter{}); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s may list cases: %v", a.Name, err)
		}
		if h, err := w.Home(w.ctx, a); err != nil || h.CasesOpen+h.TasksOpen+len(h.CasesByStep) != 0 {
			t.Errorf("%s at home: %+v, %v", a.Name, h, err)
		}
	}
	// A transaction that forgets its scope sees no row of any table of a case.
	for _, table := range []string{"cases", "case_step", "case_member", "case_fact", "case_authorisation", "case_event", "task"} {
		if n := w.unscoped(table); n != 0 {
			t.Errorf("without a scope %d rows of %s show", n, table)
		}
	}
}
