package casework_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/casework"
)

// alone is an application of one person for an item.
func alone(item, name string, year int, facts casework.Facts) casework.SubmitInput {
	in := application()
	in.Item, in.Members = item, in.Members[:1]
	in.Members[0].IDNumber, in.Members[0].Name, in.Members[0].Facts = idNumber(bornIn(year), 1), name, poor(facts)
	in.Members[0].Authorisation = signature(name)
	return in
}

// helpless are the facts of somebody without ability, means or supporter, but for age and disability.
func helpless(more casework.Facts) casework.Facts {
	f := casework.Facts{"disability_type": "0", "disability_grade": "0", "tekun_as_minor": false, "own_financial_assets": 0,
		"transfer_insurance": 0, "transfer_old_age": 0, "supporters": 0}
	maps.Copy(f, more)
	return f
}

// deliver hands over the letter of a decided case.
func (w *world) deliver(s casework.CaseState, to string) casework.CaseState {
	w.t.Helper()
	s, err := w.Deliver(w.ctx, reviewer, s.ID, casework.LetterInput{Version: s.Version, DeliveredOn: w.today(), Method: "in_person", Receiver: to})
	return ok(w.t, s, err)
}

func TestTekunIsWorkedThrough(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := alone("tekun", "何伯", 1950, helpless(nil))
	s := w.accept(w.submit(in))
	// 35 working days: 15 of the township, the notice, 15 of the county; over the holiday of 2025.
	if s.Due == nil || s.Due.String() != "2025-11-18" {
		t.Errorf("the total ends on %v", s.Due)
	}
	s = w.opinion(w.survey(w.verify(s)))
	if !strings.Contains(s.Message, "公示") {
		t.Errorf("the township is told %q", s.Message)
	}
	s = w.review(w.afterNotice(w.post(s)))
	want := fullAmount(t, w, s)
	if want != 205200 {
		t.Errorf("tekun in Guangzhou is %d fen, want 205200", want)
	}
	if n := w.one(`select member_count from notice where case_id = $1`, s.ID); n != 1 {
		t.Errorf("the notice counts %d people for one person", n)
	}
	_, err := w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm"})
	refused(t, err, invalid, "invalid_amount_fen")
	s, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &want})
	if s = w.deliver(ok(t, s, err), "何伯"); s.Status != "confirmed" {
		t.Fatalf("ended %s", s.Status)
	}
}

func TestTekunWithAnAbleSonIsRefused(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.survey(w.verify(w.accept(w.submit(alone("tekun", "何伯", 1950, helpless(casework.Facts{"supporters": 1, "supporters_tekun": 0,
		"supporters_dibao_elder": 0, "supporters_elder": 0, "supporters_disabled": 0, "supporters_incapable": 0}))))))
	_, err := w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, conflict, "not_eligible")
}

func TestExpenditureHardshipIsWorkedThrough(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	in.Item = "expenditure_hardship"
	in.Members[0].Facts = poor(casework.Facts{"income_wage": 500000, "holds_tekun": false})
	in.Members[1].Facts = poor(casework.Facts{"student_stage": "primary", "holds_tekun": false})
	in.Facts = assetless()
	maps.Copy(in.Facts, casework.Facts{"spend_living": 0, "spend_medical": 4000000, "spend_education": 0, "spend_rehabilitation": 0, "spend_other": 0})
	s := w.toConfirm(in)
	p := w.page(head, s.ID)
	if p.Result == nil || p.Result.Outcome != "eligible" || p.Result.AmountFen != nil {
		t.Fatalf("the policy says %+v (%s)", p.Result, p.ResultProblem)
	}
	s, err := w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm"}) // it pays nothing: there is no amount to have seen
	s = ok(t, s, err)
	if strings.Contains(s.Message, "元") {
		t.Errorf("a category without money is told as %q", s.Message)
	}
	if s = w.deliver(s, "林秀英"); s.Status != "confirmed" {
		t.Fatalf("ended %s", s.Status)
	}
}

// A child's case has no public notice: the township's opinion goes to the county at once.
func TestUnsupportedChildIsNeverPublished(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := alone("unsupported_child", "阿妹", 2014, casework.Facts{"father_status": "dead", "mother_status": "prison", "care_setting": "home", "child_support_before": false})
	in.Members[0].Authorisation = &casework.MemberAuthorisation{SignedBy: "阿婆", Guardian: true, SignedOn: signature("").SignedOn}
	s := w.opinion(w.survey(w.verify(w.accept(w.submit(in)))))
	if at(s) != "review" || strings.Contains(s.Message, "公示") {
		t.Fatalf("after the opinion at %s: %s", at(s), s.Message)
	}
	_, err := w.PostNotice(w.ctx, clerk, s.ID, casework.PostNoticeInput{Version: s.Version, Place: "公告栏"})
	refused(t, err, conflict, "no_such_step")
	s = w.review(s)
	want := fullAmount(t, w, s)
	s, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &want})
	if s = w.deliver(ok(t, s, err), "阿婆"); s.Status != "confirmed" {
		t.Fatalf("ended %s", s.Status)
	}
	if n := w.one(`select count(*) from notice where case_id = $1`, s.ID); n != 0 {
		t.Errorf("%d notices of a child's case", n)
	}
}

// Two brothers of one household may each apply as tekun; the same one may not twice.
func TestTwoPeopleOfOneHouseholdApplyAtOnce(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	first := alone("tekun", "何伯", 1950, helpless(nil))
	brother := first.Members[0]
	brother.IDNumber, brother.Name, brother.Relation, brother.Authorisation = idNumber(bornIn(1952), 1), "何叔", "73", nil
	first.Members = append(first.Members, brother)
	w.submit(first)
	second := first
	second.RequestKey = uuid.New()
	second.Members = []casework.SubmitMember{first.Members[1], first.Members[0]}
	second.Members[0].Authorisation, second.Members[0].Role, second.Members[1].Role = signature("何叔"), "", ""
	w.submit(second)
	again := first
	again.RequestKey = uuid.New()
	_, err := w.Submit(w.ctx, clerk, again)
	refused(t, err, conflict, "open_case_exists")
}
