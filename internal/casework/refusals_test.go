package casework_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/errs"
)

func TestSubmitOnce(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	first := w.submit(in)
	again := w.submit(in)
	if again.ID != first.ID || !again.Again {
		t.Fatalf("the same request made %s and %s", first.Number, again.Number)
	}
	in.RequestKey = uuid.New()
	_, err := w.Submit(w.ctx, clerk, in)
	refused(t, err, conflict, "open_case_exists")
	if n := w.one(`select count(*) from cases`); n != 1 {
		t.Errorf("%d cases", n)
	}
	next := w.submit(application())
	if next.Number <= first.Number {
		t.Errorf("numbers run %s, %s", first.Number, next.Number)
	}
	if n := w.one(`select last from numbering`); n != 2 {
		t.Errorf("the refused and repeated submits used numbers: last is %d, want 2", n)
	}
}

func TestSubmitFaults(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	for name, c := range map[string]struct {
		change func(*casework.SubmitInput)
		field  string
	}{
		"no authorisation": {func(in *casework.SubmitInput) { in.Members[0].Authorisation = nil }, "members[0].authorisation"},
		"no head":          {func(in *casework.SubmitInput) { in.Members[0].Relation = "10" }, "members"},
		"two heads":        {func(in *casework.SubmitInput) { in.Members[1].Relation = "02" }, "members[1].relation"},
		"wrong checksum":   {func(in *casework.SubmitInput) { in.Members[0].IDNumber = "110105194912310021" }, "members[0].id_number"},
		"unknown fact":     {func(in *casework.SubmitInput) { in.Facts["yachts"] = 1 }, "facts.yachts"},
		"wrong type":       {func(in *casework.SubmitInput) { in.Members[1].Facts["income_wage"] = "many" }, "members[1].facts.income_wage"},
		"unknown item":     {func(in *casework.SubmitInput) { in.Item = "yacht" }, "item"},
		"not a village":    {func(in *casework.SubmitInput) { in.Division = "440106000000" }, "division"},
		"future signature": {func(in *casework.SubmitInput) {
			in.Members[0].Authorisation.SignedOn = calendar.DateOf(start).AddDays(1)
		}, "members[0].authorisation.signed_on"},
	} {
		in := application()
		c.change(&in)
		_, err := w.Submit(w.ctx, clerk, in)
		e := errs.As(err)
		if e == nil || len(e.Fields) == 0 || e.Fields[0].Name != c.field {
			t.Errorf("%s: want a fault at %s, got %v", name, c.field, err)
		}
	}
	if n := w.one(`select count(*) from cases`) + w.one(`select count(*) from person`) + w.one(`select count(*) from case_request`); n != 0 {
		t.Errorf("refused submits left %d rows", n)
	}
}

func TestSupplementOnceAndPausedClock(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	in.Members[1].Authorisation = nil
	s := w.submit(in)
	due := *s.Open[0].Due // three working days to accept
	_, err := w.Accept(w.ctx, clerk, s.ID, casework.AcceptInput{Version: s.Version})
	refused(t, err, conflict, "authorisation_missing")
	s, err = w.Supplement(w.ctx, clerk, s.ID, casework.SupplementInput{Version: s.Version, Materials: []string{"authorisation"}, Text: "林小明的授权书"})
	s = ok(t, s, err)
	_, err = w.Accept(w.ctx, clerk, s.ID, casework.AcceptInput{Version: s.Version})
	refused(t, err, conflict, "wrong_step")
	_, err = w.Terminate(w.ctx, head, s.ID, casework.TerminateInput{Version: s.Version, Reason: "未补正"})
	refused(t, err, conflict, "still_waiting")
	w.forward(2) // to Friday: two working days waited
	child := w.page(clerk, s.ID).Members[1].PersonID
	s, err = w.Supplemented(w.ctx, clerk, s.ID, casework.SupplementedInput{Version: s.Version, Authorisations: []casework.AuthorisationInput{
		{PersonID: child, MemberAuthorisation: casework.MemberAuthorisation{SignedBy: "林秀英", Guardian: true, SignedOn: w.today()}}}})
	s = ok(t, s, err)
	if got, want := *s.Open[0].Due, workingDays(due, 2); at(s) != "accept" || got != want {
		t.Errorf("after waiting two working days acceptance is due %v, want %v", got, want)
	}
	_, err = w.Supplement(w.ctx, clerk, s.ID, casework.SupplementInput{Version: s.Version, Text: "还要别的"})
	refused(t, err, conflict, "told_before")
	w.accept(s)
}

func TestNotSupplementedInTime(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s, err := w.Supplement(w.ctx, clerk, w.submit(application()).ID, casework.SupplementInput{Version: 1, Text: "收入证明"})
	s = ok(t, s, err)
	for w.today() <= *s.Open[0].Due {
		w.forward(1)
	}
	s, err = w.Terminate(w.ctx, head, s.ID, casework.TerminateInput{Version: s.Version, Reason: "逾期未补正"})
	if s = ok(t, s, err); s.Status != "terminated" {
		t.Errorf("ended %s", s.Status)
	}
	_, err = w.Supplemented(w.ctx, clerk, s.ID, casework.SupplementedInput{Version: s.Version})
	refused(t, err, conflict, "case_closed")
}

func TestWrongHands(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.submit(application())
	accept := func(a access.Actor) error {
		_, err := w.Accept(w.ctx, a, s.ID, casework.AcceptInput{Version: s.Version})
		return err
	}
	refused(t, accept(head), forbidden, "")    // wrong duty
	refused(t, accept(farClerk), notFound, "") // wrong office: must look like absent
	refused(t, accept(assistant), forbidden, "")
	refused(t, accept(provBoss), forbidden, "")
	_, err := w.Survey(w.ctx, clerk, s.ID, visit(s, w.today()))
	refused(t, err, conflict, "wrong_step")
	_, err = w.Accept(w.ctx, clerk, s.ID, casework.AcceptInput{Version: s.Version + 1})
	refused(t, err, conflict, "stale_version")
	_, err = w.Accept(w.ctx, clerk, uuid.New(), casework.AcceptInput{Version: 1})
	refused(t, err, notFound, "")
	s = w.accept(s)
	_, err = w.Survey(w.ctx, assistant, s.ID, visit(s, w.today()))
	refused(t, err, forbidden, "") // the table lets assistants help, the procedure names the clerk
	stale := s.Version
	s = w.verify(s)
	_, err = w.Survey(w.ctx, clerk, s.ID, visit(casework.CaseState{Version: stale}, w.today()))
	refused(t, err, conflict, "stale_version")
}

func TestMakerIsNotChecker(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	// One person with several duties: the clerk who surveyed also heads the town, the reviewer also confirms.
	double := func(of, as access.Actor) access.Actor { as.Staff, as.Name = of.Staff, of.Name; return as }
	s := w.survey(w.verify(w.accept(w.submit(application()))))
	_, err := w.FirstOpinion(w.ctx, double(clerk, head), s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, forbidden, "same_person")
	s = w.afterNotice(w.post(w.opinion(s)))
	s = w.visitIfDrawn(s)
	for _, maker := range []access.Actor{verifier, head, clerk} {
		_, err = w.Review(w.ctx, double(maker, reviewer), s.ID, casework.ReviewInput{Version: s.Version, Outcome: "agree", Opinion: "建议确认"})
		refused(t, err, forbidden, "same_person")
	}
	s = w.review(s)
	sum := fullAmount(t, w, s)
	for _, maker := range []access.Actor{clerk, verifier, head, reviewer} {
		_, err = w.Confirm(w.ctx, double(maker, approver), s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &sum})
		refused(t, err, forbidden, "same_person")
		_, err = w.Confirm(w.ctx, double(maker, approver), s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "refuse", Reason: "不符合"})
		refused(t, err, forbidden, "same_person")
	}
	s, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &sum})
	s = ok(t, s, err)
	_, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "refuse", Reason: "改主意"})
	refused(t, err, conflict, "already_decided")
	_, err = w.Withdraw(w.ctx, clerk, s.ID, casework.ReasonInput{Version: s.Version, Reason: "不要了"})
	refused(t, err, conflict, "already_decided")
}

func TestSurveyNeedsTwoAndSignature(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	w.clock.Advance(time.Hour)
	s := w.accept(w.submit(application()))
	for name, c := range map[string]struct {
		change func(*casework.SurveyInput)
		kind   errs.Kind
		code   string
	}{
		"one surveyor":      {func(in *casework.SurveyInput) { in.Surveyors = in.Surveyors[:1] }, conflict, "two_surveyors"},
		"same person twice": {func(in *casework.SurveyInput) { in.Surveyors[1] = in.Surveyors[0] }, invalid, ""},
		"unsigned":          {func(in *casework.SurveyInput) { in.FamilySigned = false }, conflict, "survey_unsigned"},
		"nobody signed":     {func(in *casework.SurveyInput) { in.FamilySigner = " " }, invalid, "invalid_family_signer"},
		"before acceptance": {func(in *casework.SurveyInput) { in.VisitedOn-- }, invalid, "invalid_visited_on"},
		"tomorrow":          {func(in *casework.SurveyInput) { in.VisitedOn++ }, invalid, "invalid_visited_on"},
	} {
		in := visit(s, w.today())
		c.change(&in)
		_, err := w.Survey(w.ctx, clerk, s.ID, in)
		t.Log(name)
		refused(t, err, c.kind, c.code)
	}
	s = w.verify(s)
	_, err := w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, conflict, "wrong_step") // the survey is missing
}

func TestNoDecisionBeforeNoticeHasRun(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	// A proposal to refuse goes round the notice; the county may not turn it into a benefit.
	s := w.survey(w.verify(w.accept(w.submit(application()))))
	s, err := w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "refuse", Reason: "疑有隐瞒"})
	s = w.visitIfDrawn(ok(t, s, err))
	_, err = w.Review(w.ctx, reviewer, s.ID, casework.ReviewInput{Version: s.Version, Outcome: "agree", Opinion: "应予确认"})
	refused(t, err, conflict, "notice_missing")
	s, err = w.Review(w.ctx, reviewer, s.ID, casework.ReviewInput{Version: s.Version, Outcome: "refuse", Opinion: "同意"})
	s = ok(t, s, err)
	sum := fullAmount(t, w, s)
	_, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &sum})
	refused(t, err, conflict, "notice_missing")

	// While the notice hangs, nothing goes on, whatever hour the job runs.
	s = w.post(w.opinion(w.survey(w.verify(w.accept(w.submit(application()))))))
	last := w.page(head, s.ID).Notices[0].LastDay
	if want := calendar.DueNatural(w.today(), 7); last != want {
		t.Fatalf("the notice hangs to %v, want %v", last, want)
	}
	for w.today() < last {
		w.forward(1)
		if at(w.now(s.ID)) != "notice" {
			t.Fatalf("the notice ended on %v, its last day is %v", w.today(), last)
		}
	}
	w.forward(1)
	if at(w.now(s.ID)) != "review" {
		t.Fatal("the notice did not end when its days had run")
	}
}

func TestAmountMustBeTheOneSeen(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.toConfirm(application())
	sum := fullAmount(t, w, s)
	_, err := w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: amount(sum + 1)})
	refused(t, err, conflict, "amount_changed")
	_, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm"})
	refused(t, err, invalid, "invalid_amount_fen")
	_, err = w.Confirm(w.ctx, farChecker, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &sum})
	refused(t, err, notFound, "")
}

func TestExtendOnce(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.submit(application())
	_, err := w.Extend(w.ctx, approver, s.ID, casework.ReasonInput{Version: s.Version, Reason: "情况复杂"})
	refused(t, err, conflict, "not_accepted")
	s = w.accept(s)
	s, err = w.Extend(w.ctx, approver, s.ID, casework.ReasonInput{Version: s.Version, Reason: "情况复杂"})
	s = ok(t, s, err)
	if want := workingDays(calendar.DateOf(start), 45); *s.Due != want {
		t.Errorf("due %v, want %v", s.Due, want)
	}
	_, err = w.Extend(w.ctx, approver, s.ID, casework.ReasonInput{Version: s.Version, Reason: "再延"})
	refused(t, err, conflict, "already_extended")
	_, err = w.Extend(w.ctx, clerk, s.ID, casework.ReasonInput{Version: s.Version, Reason: "再延"})
	refused(t, err, forbidden, "")
}
