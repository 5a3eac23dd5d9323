package casework_test

import (
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

func (w *world) object(s casework.CaseState) (casework.CaseState, uuid.UUID) {
	w.t.Helper()
	s, err := w.Object(w.ctx, clerk, s.ID, casework.ObjectionInput{Name: "邻居甲", Contact: "13900139000", Text: "听说他家有一辆小汽车", Channel: "window"})
	s = ok(w.t, s, err)
	list := w.page(clerk, s.ID).Objections
	return s, list[len(list)-1].ID
}

func (w *world) posted() casework.CaseState {
	w.t.Helper()
	return w.post(w.opinion(w.survey(w.verify(w.accept(w.submit(application()))))))
}

func TestObjectionHoldsTheCase(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s, oid := w.object(w.posted())
	w.forward(16) // past 9 October: the seventh day falls into the holiday
	if at(w.now(s.ID)) != "notice" {
		t.Fatal("the case went on with an objection open")
	}
	s = w.now(s.ID)
	s, err := w.HandleObjection(w.ctx, head, s.ID, oid, casework.HandleObjectionInput{Version: s.Version, Outcome: "unfounded", Answer: "经查车辆属他人"})
	s = ok(t, s, err)
	_, err = w.HandleObjection(w.ctx, head, s.ID, oid, casework.HandleObjectionInput{Version: s.Version, Outcome: "unfounded", Answer: "再答一次"})
	refused(t, err, conflict, "objection_handled")
	w.forward(0)
	if at(w.now(s.ID)) != "review" {
		t.Fatal("the answered objection still holds the case")
	}
	if n := w.one(`select count(*) from task where root_id = $1 and kind = 'objection' and closed_at is null`, s.ID); n != 0 {
		t.Error("the duty to answer is still open")
	}
	_, err = w.Object(w.ctx, clerk, s.ID, casework.ObjectionInput{Text: "公示以后才说的话", Channel: "window"})
	refused(t, err, conflict, "no_notice")
}

func TestObjectionToAppraisal(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s, oid := w.object(w.posted())
	s, err := w.HandleObjection(w.ctx, clerk, s.ID, oid, casework.HandleObjectionInput{Version: s.Version, Outcome: "appraisal", Answer: "组织评议"})
	s = ok(t, s, err)
	if at(s) != "appraisal" {
		t.Fatalf("at %s", at(s))
	}
	in := casework.AppraisalInput{Version: s.Version, HeldOn: w.today(), Chair: "村主任", Recorder: "文书", Participants: 9, For: 7, Against: 1, Abstained: 1,
		Conclusion: "upheld", Record: "多数认为符合"}
	_, err = w.Appraise(w.ctx, clerk, s.ID, in)
	refused(t, err, conflict, "notice_running")
	bad := in
	bad.For = 9
	_, err = w.Appraise(w.ctx, clerk, s.ID, bad)
	refused(t, err, invalid, "invalid_participants")
	w.forward(16)
	s = w.now(s.ID)
	in.Version = s.Version
	s, err = w.Appraise(w.ctx, clerk, s.ID, in)
	if s = ok(t, s, err); at(s) != "review" {
		t.Fatalf("after the appraisal at %s", at(s))
	}
}

func TestObjectionToNewSurveyNeedsNewNotice(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s, oid := w.object(w.posted())
	s, err := w.HandleObjection(w.ctx, clerk, s.ID, oid, casework.HandleObjectionInput{Version: s.Version, Outcome: "resurvey", Answer: "重新入户"})
	if s = ok(t, s, err); at(s) != "survey" {
		t.Fatalf("at %s", at(s))
	}
	if p := w.page(head, s.ID); p.Notices[0].EndedAt == nil {
		t.Error("the notice of the old opinion still hangs")
	}
	_, err = w.Object(w.ctx, clerk, s.ID, casework.ObjectionInput{Text: "公示已经撤下", Channel: "window"})
	refused(t, err, conflict, "no_notice")
	s = w.survey(s)
	if at(s) != "first_opinion" {
		t.Fatalf("after the second survey at %s", at(s))
	}
	s = w.opinion(s)
	w.forward(20) // the old notice's days are long over; they do not count for the new opinion
	if at(w.now(s.ID)) != "notice" {
		t.Fatal("the old notice led the new opinion on")
	}
	s = w.review(w.afterNotice(w.post(w.now(s.ID))))
	if at(s) != "confirm" {
		t.Fatalf("at %s", at(s))
	}
}

func TestObjectionFromTheBoard(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.posted()
	nid, oid := w.page(clerk, s.ID).Notices[0].ID, uuid.New()
	err := w.db.InTx(w.ctx, access.System("公示栏"), func(tx pgx.Tx) error {
		_, err := tx.Exec(w.ctx, `insert into objection (case_id, id, division, notice_id, text, channel, at) values ($1, $2, $3, $4, '他家有小汽车', 'online', $5)`,
			s.ID, oid, village, nid, w.clock.Now())
		if err != nil {
			return err
		}
		return w.ObjectionRaised(w.ctx, tx, s.ID, nid, oid)
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.HandleObjection(w.ctx, clerk, s.ID, oid, casework.HandleObjectionInput{Version: s.Version, Outcome: "unfounded", Answer: "不属实"})
	refused(t, err, conflict, "stale_version") // whoever had the page open must look again
	if n := w.one(`select count(*) from task where root_id = $1 and kind = 'objection' and closed_at is null`, s.ID); n != 1 {
		t.Errorf("%d duties to answer", n)
	}
}

// Who raised an objection is known to those who handle it, and to nobody else.
func TestObjectorIsKeptSecret(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s, _ := w.object(w.posted())
	for _, a := range []access.Actor{clerk, head} {
		if o := w.page(a, s.ID).Objections[0]; o.Name != "邻居甲" || o.Contact != "139****9000" {
			t.Errorf("%s sees %q %q", a.Name, o.Name, o.Contact)
		}
	}
	for _, a := range []access.Actor{reviewer, approver, verifier, assistant, finance, cityBoss, provBoss, auditor} {
		if o := w.page(a, s.ID).Objections[0]; o.Name != "" || o.Contact != "" {
			t.Errorf("%s sees who objected: %q %q", a.Name, o.Name, o.Contact)
		}
	}
}
