package casework_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/casework"
	"zhongfu/internal/task"
)

// The case page and the inbox page against the same statements sent by hand over the same pool.
func BenchmarkPage(b *testing.B) {
	w := setUp(b)
	s := w.toConfirm(application())
	b.Run("service", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.Page(w.ctx, approver, s.ID); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("raw", func(b *testing.B) {
		for b.Loop() {
			err := w.db.InRead(w.ctx, approver, func(tx pgx.Tx) error { return w.RawPage(w.ctx, tx, s.ID) })
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkInbox(b *testing.B) {
	w := setUp(b)
	for range 30 {
		w.submit(application())
	}
	for b.Loop() {
		if _, err := w.tasks.Inbox(w.ctx, clerk, task.Filter{Limit: 20}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSubmit(b *testing.B) {
	w := setUp(b)
	for b.Loop() {
		w.submit(application())
	}
}

func BenchmarkConfirm(b *testing.B) {
	w := setUp(b)
	states := make([]casework.CaseState, 20)
	for i := range states {
		w.clock.Set(start)
		states[i] = w.toConfirm(application())
	}
	sum := fullAmount(b, w, states[0])
	i := 0
	b.ResetTimer()
	for b.Loop() {
		if i == len(states) {
			b.StopTimer()
			w.clock.Set(start)
			states, i = []casework.CaseState{w.toConfirm(application())}, 0
			b.StartTimer()
		}
		if _, err := w.Confirm(w.ctx, approver, states[i].ID, casework.ConfirmInput{Version: states[i].Version, Outcome: "confirm", AmountFen: &sum}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
