package casework_test

import (
	"sync"
	"testing"

	"zhongfu/internal/casework"
	"zhongfu/internal/errs"
)

// Twenty people press the button at once: one decision, one job, one version more.
func TestConfirmIsOnce(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.toConfirm(application())
	sum := fullAmount(t, w, s)
	var wg sync.WaitGroup
	results := make([]error, 20)
	for i := range results {
		wg.Go(func() {
			in := casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &sum}
			if i%3 == 2 {
				in = casework.ConfirmInput{Version: s.Version, Outcome: "refuse", Reason: "同时不予确认"}
			}
			_, results[i] = w.Confirm(w.ctx, approver, s.ID, in)
		})
	}
	wg.Wait()
	done := 0
	for _, err := range results {
		if err == nil {
			done++
		} else if !errs.Is(err, errs.Conflict) {
			t.Errorf("a loser was told %v", err)
		}
	}
	if done != 1 || w.one(`select count(*) from case_decision`) != 1 {
		t.Fatalf("%d of 20 decided, %d decisions", done, w.one(`select count(*) from case_decision`))
	}
	if jobs, yes := w.one(`select count(*) from river_job where kind = 'casework.confirmed'`), w.one(`select count(*) from case_decision where outcome = 'confirmed'`); jobs != yes {
		t.Errorf("%d jobs for %d confirmations", jobs, yes)
	}
	if v := w.now(s.ID).Version; v != s.Version+1 {
		t.Errorf("version went from %d to %d", s.Version, v)
	}
}

// The same form sent twenty times at once is one case; twenty forms of one household are one case too.
func TestSubmitRace(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	var wg sync.WaitGroup
	ids := make([]string, 20)
	for i := range ids {
		wg.Go(func() {
			if s, err := w.Submit(w.ctx, clerk, in); err == nil {
				ids[i] = s.Number
			} else if !errs.Is(err, errs.Conflict) {
				t.Errorf("told %v", err)
			}
		})
	}
	wg.Wait()
	got := map[string]bool{}
	for _, id := range ids {
		if id != "" {
			got[id] = true
		}
	}
	if len(got) != 1 || w.one(`select count(*) from cases`) != 1 {
		t.Fatalf("one form made %v", got)
	}
}

// An act without a key of its own is once too: ten people hang the same notice.
func TestPostNoticeIsOnce(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.opinion(w.survey(w.verify(w.accept(w.submit(application())))))
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			_, err := w.PostNotice(w.ctx, clerk, s.ID, casework.PostNoticeInput{Version: s.Version, Place: "公告栏"})
			if err != nil && !errs.Is(err, errs.Conflict) {
				t.Errorf("told %v", err)
			}
		})
	}
	wg.Wait()
	if n := w.one(`select count(*) from notice`); n != 1 {
		t.Errorf("%d notices hang", n)
	}
}
