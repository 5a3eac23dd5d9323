package casework_test

import (
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres/testdb"
)

// invariants hold in every case after every act, whatever was tried.
var invariants = map[string]string{
	"two decisions":                         `select count(*) from (select case_id from case_decision group by 1 having count(*) > 1) x`,
	"a closed case with open duties":        `select count(*) from task t join cases c on c.id = t.root_id where c.status <> 'open' and t.closed_at is null`,
	"a closed case with open steps":         `select count(*) from case_step s join cases c on c.id = s.case_id where c.status <> 'open' and s.state = 'open'`,
	"an open case that waits for nobody":    `select count(*) from cases c where status = 'open' and not exists (select from task t where t.root_id = c.id and closed_at is null)`,
	"an open step without its duty":         `select count(*) from case_step s where state = 'open' and not exists (select from task t where t.root_id = s.case_id and t.step = s.step and t.closed_at is null)`,
	"a duty of a step that is not open":     `select count(*) from task t where closed_at is null and kind = 'case_step' and not exists (select from case_step s where s.case_id = t.root_id and s.step = t.step and s.state = 'open')`,
	"confirmed before the notice had run":   `select count(*) from case_decision d where outcome = 'confirmed' and not exists (select from notice n where n.case_id = d.case_id and n.last_day < d.decided_at::date and (n.ended_at is null or n.ended_at::date > n.last_day))`,
	"confirmed over an open objection":      `select count(*) from case_decision d where outcome = 'confirmed' and exists (select from objection o where o.case_id = d.case_id and o.at <= d.decided_at and (o.handled_at is null or o.handled_at > d.decided_at))`,
	"confirmed without the visit drawn":     `select count(*) from case_decision d join cases c on c.id = d.case_id where d.outcome = 'confirmed' and c.county_visit in ('undrawn', 'drawn', 'relative')`,
	"the decider had made":                  `select count(*) from case_decision d join case_step s on s.case_id = d.case_id and s.done_by = d.decided_by where s.step in ('accept', 'verification', 'survey', 'first_opinion', 'appraisal', 'review') and s.done_by_name <> ''`,
	"a confirmation without its job":        `select count(*) from case_decision d where outcome = 'confirmed' and (select count(*) from river_job j where j.kind = 'casework.confirmed' and j.args->>'case_id' = d.case_id::text) <> 1`,
	"an end without its decision":           `select count(*) from cases c where status in ('confirmed', 'refused') and not exists (select from case_decision d where d.case_id = c.id and d.outcome = c.status)`,
	"told twice":                            `select count(*) from (select case_id from case_step where step = 'supplement' group by 1 having count(*) > 1) x`,
	"a running notice behind a closed case": `select count(*) from notice n join cases c on c.id = n.case_id where c.status <> 'open' and n.ended_at is null`,
}

// TestRandomActs tries random acts by random people in random order, sensible and not, and looks at the invariants.
func TestRandomActs(t *testing.T) {
	t.Parallel()
	db := testdb.New(t)
	var ids []uuid.UUID
	rapid.Check(t, func(rt *rapid.T) {
		w := worldOn(t, db)
		s := w.submit(application())
		ids = append(ids, s.ID)
		for range rapid.IntRange(5, 45).Draw(rt, "acts") {
			w.random(rt, s.ID)
		}
		for what, query := range invariants {
			if n := w.one(query); n != 0 {
				rt.Fatalf("%d × %s", n, what)
			}
		}
	})
	w := worldOn(t, db)
	// The walk is only worth something if it gets far.
	if n := w.one(`select count(*) from case_decision`); n == 0 {
		t.Errorf("none of %d random walks came to a decision", len(ids))
	}
}

var everybody = []access.Actor{clerk, clerk2, head, verifier, reviewer, approver, assistant, farClerk, farChecker, cityBoss, auditor}

// random does one act: mostly by the right person at the right step, else by anybody.
func (w *world) random(rt *rapid.T, id uuid.UUID) {
	now := w.now(id)
	version := now.Version
	if rapid.IntRange(0, 19).Draw(rt, "stale") == 0 {
		version--
	}
	steps := []string{"accept", "supplement", "verification", "survey", "first_opinion", "notice", "appraisal", "review", "confirm", "letter",
		"objection", "handle", "county_visit", "withdraw", "terminate", "extend", "time"}
	step := rapid.SampledFrom(steps).Draw(rt, "step")
	if rapid.IntRange(0, 9).Draw(rt, "sensible") < 7 && len(now.Open) > 0 {
		step = now.Open[rapid.IntRange(0, len(now.Open)-1).Draw(rt, "which")].Step
		if step == "notice" && rapid.Bool().Draw(rt, "let it run") {
			step = "time"
		}
	}
	who := map[string]access.Actor{"accept": clerk, "supplement": clerk, "verification": verifier, "survey": clerk, "first_opinion": head, "notice": clerk,
		"appraisal": clerk, "review": reviewer, "confirm": approver, "letter": reviewer, "objection": clerk, "handle": head, "county_visit": reviewer,
		"withdraw": clerk, "terminate": head, "extend": approver}[step]
	if rapid.IntRange(0, 9).Draw(rt, "anybody") == 0 {
		who = rapid.SampledFrom(everybody).Draw(rt, "who")
	}
	err := w.try(rt, who, id, step, version)
	if err != nil && errs.As(err) == nil {
		rt.Fatalf("%s by %s broke: %v", step, who.Name, err)
	}
	if errs.Is(err, errs.Internal) {
		rt.Fatalf("%s by %s broke: %v", step, who.Name, err)
	}
}

func (w *world) try(rt *rapid.T, a access.Actor, id uuid.UUID, step string, v int) (err error) {
	today := w.today()
	one := func(options ...string) string { return rapid.SampledFrom(options).Draw(rt, "option") }
	st := casework.CaseState{Version: v}
	switch step {
	case "accept":
		if rapid.IntRange(0, 4).Draw(rt, "tell") == 0 {
			_, err = w.Supplement(w.ctx, a, id, casework.SupplementInput{Version: v, Text: "补充材料"})
			return err
		}
		_, err = w.Accept(w.ctx, a, id, casework.AcceptInput{Version: v})
	case "supplement":
		_, err = w.Supplemented(w.ctx, a, id, casework.SupplementedInput{Version: v})
	case "verification":
		_, err = w.Verify(w.ctx, a, id, report(st, today))
	case "survey":
		_, err = w.Survey(w.ctx, a, id, visit(st, today))
	case "first_opinion":
		_, err = w.FirstOpinion(w.ctx, a, id, casework.FirstOpinionInput{Version: v, Outcome: one("agree", "agree", "agree", "refuse", "resurvey"), Reason: "理由"})
	case "notice":
		_, err = w.PostNotice(w.ctx, a, id, casework.PostNoticeInput{Version: v, Place: "公告栏"})
	case "appraisal":
		_, err = w.Appraise(w.ctx, a, id, casework.AppraisalInput{Version: v, HeldOn: today, Chair: "村主任", Recorder: "文书", Participants: 3, For: 3,
			Conclusion: one("upheld", "resurvey"), Record: "评议记录"})
	case "review":
		_, err = w.Review(w.ctx, a, id, casework.ReviewInput{Version: v, Outcome: one("agree", "agree", "agree", "refuse", "return"), Opinion: "意见"})
		if errs.Is(err, errs.Conflict) && errs.As(err).Code == "county_visit_needed" {
			return w.try(rt, a, id, "county_visit", v)
		}
	case "confirm":
		var sum int64
		if res, err := w.Evaluate(w.ctx, provBoss, id, casework.EvaluateInput{}); err == nil && res.Result.AmountFen != nil {
			sum = *res.Result.AmountFen
		}
		_, err = w.Confirm(w.ctx, a, id, casework.ConfirmInput{Version: v, Outcome: one("confirm", "confirm", "confirm", "refuse", "return"), AmountFen: &sum, Reason: "理由"})
	case "letter":
		_, err = w.Deliver(w.ctx, a, id, casework.LetterInput{Version: v, DeliveredOn: today, Method: "post", Receiver: "林秀英"})
	case "objection":
		_, err = w.Object(w.ctx, a, id, casework.ObjectionInput{Text: "不同意公示内容", Channel: "window"})
	case "handle":
		if list := w.page(provBoss, id).Objections; len(list) > 0 {
			_, err = w.HandleObjection(w.ctx, a, id, list[rapid.IntRange(0, len(list)-1).Draw(rt, "objection")].ID,
				casework.HandleObjectionInput{Version: v, Outcome: one("unfounded", "appraisal", "resurvey"), Answer: "已核实"})
		}
	case "county_visit":
		_, err = w.CountyVisit(w.ctx, a, id, casework.CountyVisitInput{Version: v, VisitedOn: today, Findings: "一致", Visitors: []casework.Surveyor{{Name: "孙审核", Office: "民政局"}}})
	case "withdraw":
		_, err = w.Withdraw(w.ctx, a, id, casework.ReasonInput{Version: v, Reason: "自愿撤回"})
	case "terminate":
		_, err = w.Terminate(w.ctx, a, id, casework.TerminateInput{Version: v, Reason: "不配合", NotifiedOn: &today})
	case "extend":
		_, err = w.Extend(w.ctx, a, id, casework.ReasonInput{Version: v, Reason: "复杂"})
	case "time":
		w.forward(rapid.IntRange(1, 9).Draw(rt, "days"))
	}
	return err
}
