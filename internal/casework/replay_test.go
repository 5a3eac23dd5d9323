package casework_test

import (
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/job"
	"zhongfu/internal/registry"
	"zhongfu/internal/rulebook"
)

// A decision is worked out again on its own version after the standard has changed; tampering with what was stored shows.
func TestReplayStandsOnTheVersionOfTheDay(t *testing.T) {
	w := setUp(t)
	library, err := rulebook.Open(w.ctx, w.db, w.clock, packs(), "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	places := division.Default()
	queue, err := job.NewQueue(w.db.Pool())
	if err != nil {
		t.Fatal(err)
	}
	w.Service = casework.New(w.db, w.keys, w.clock, places, library, registry.New(w.db, w.keys, w.clock, places), queue)
	rules := rulebook.New(w.db, w.clock, places, library)
	rules.Ask(w.Service)

	s := w.toConfirm(application())
	if _, err := w.Replay(w.ctx, auditor, s.ID); !errs.Is(err, errs.Conflict) {
		t.Errorf("an open case is replayed: %v", err)
	}
	amount := *w.page(approver, s.ID).Result.AmountFen
	if _, err := w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &amount}); err != nil {
		t.Fatal(err)
	}
	first, err := w.Replay(w.ctx, auditor, s.ID)
	if err != nil || !first.Equal || !first.Current || len(first.Lines) < 10 {
		t.Fatalf("%+v, %v", first, err)
	}

	// The city raises its standard; the old decision still stands on the old one.
	city := actorOf("市级一", access.CitySupervisor, access.City, 440100000000)
	other := actorOf("市级二", access.CitySupervisor, access.City, 440100000000)
	in := rulebook.ChangeInput{ID: uuid.Must(uuid.NewV7()), ActiveFrom: w.today().AddDays(1), Document: "穗民规〔2027〕1号", Title: "关于调整标准的通知",
		Lines: []rulebook.Line{{Parameter: "dibao_standard", Places: []string{"4401"}, Value: "1500"}}}
	touched, err := rules.PreviewChange(w.ctx, city, in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rules.ProposeChange(w.ctx, city, in); err != nil {
		t.Fatal(err)
	}
	if _, err := rules.ApproveChange(w.ctx, other, in.ID, touched.People); err != nil {
		t.Fatal(err)
	}
	w.forward(2)
	again, err := w.ReplayNumber(w.ctx, auditor, first.Number)
	if err != nil || !again.Equal || again.Current || again.Pack.Digest != first.Pack.Digest {
		t.Fatalf("after the change: %+v, %v", again, err)
	}
	list, err := rules.Changes(w.ctx, clerk, rulebook.ChangeQuery{})
	if err != nil || len(list) != 1 || list[0].Standing != "in_force" {
		t.Errorf("the change: %+v, %v", list, err)
	}

	// Who may not see the case, and who has no such duty.
	if _, err := w.Replay(w.ctx, farChecker, s.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("another county replays it: %v", err)
	}
	if _, err := w.Replay(w.ctx, clerk, s.ID); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a clerk replays it: %v", err)
	}

	// A stored amount or fact that was changed afterwards does not come out the same.
	for name, statement := range map[string]string{
		"amount": `update case_decision set amount_fen = amount_fen + 1`,
		"facts":  `update case_decision set amount_fen = amount_fen - 1, facts = jsonb_set(facts, '{members,0,income_wage}', '99999')`,
	} {
		if err := w.db.InTx(w.ctx, access.System("test"), func(tx pgx.Tx) error { _, err := tx.Exec(w.ctx, statement); return err }); err != nil {
			t.Fatal(err)
		}
		if r, err := w.Replay(w.ctx, auditor, s.ID); err != nil || r.Equal {
			t.Errorf("a changed %s is not noticed: %v", name, err)
		}
	}

	// A version that the store does not keep is named.
	if err := w.db.InTx(w.ctx, access.System("test"), func(tx pgx.Tx) error {
		_, err := tx.Exec(w.ctx, `update case_decision set result = jsonb_set(result, '{pack,digest}', to_jsonb(repeat('ab', 32)))`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Replay(w.ctx, auditor, s.ID); !errs.Is(err, errs.NotFound) || errs.As(err).Code != "version_missing" {
		t.Errorf("a lost version: %v", err)
	}
}
