package benefit_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/registry"
)

// failing refuses the first categories, so that the queue has to run the job again.
type failing struct {
	inner benefit.Categories
	left  atomic.Int32
}

func (f *failing) AddCategory(ctx context.Context, tx pgx.Tx, actor access.Actor, in registry.CategoryInput) (bool, error) {
	if f.left.Add(-1) >= 0 {
		return false, errors.New("register busy")
	}
	return f.inner.AddCategory(ctx, tx, actor, in)
}

// at once: a failed job is taken up again without a pause.
type atOnce struct{}

func (atOnce) NextRetry(*rivertype.JobRow) time.Time { return time.Now() }

func TestQueueRunsConfirmationsUntilTheyHold(t *testing.T) {
	w := casefixture.New(t)
	ctx := context.Background()
	reg := &failing{inner: registry.New(w.DB, w.Keys, w.Clock, division.Default())}
	reg.left.Store(6)
	workers := river.NewWorkers()
	benefit.Workers(workers, benefit.New(w.DB, w.Keys, w.Clock, division.Default(), reg))
	client, err := river.NewClient(riverpgxv5.New(w.DB.Pool()), &river.Config{Queues: map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 4}}, Workers: workers,
		RetryPolicy: atOnce{}, FetchCooldown: river.FetchCooldownMin, FetchPollInterval: 20 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	done, cancel := client.Subscribe(river.EventKindJobCompleted)
	defer cancel()
	const cases = 5
	for i := range cases {
		f := w.CaseOf(casefixture.Village, "dibao", w.Grown(string(rune('甲'+i))), w.Grown("家人"))
		w.Decide(f, "confirmed", 1000, nil)
		for range 3 { // a button pressed thrice enqueues once
			w.Tx(func(ctx context.Context, tx pgx.Tx) error {
				_, err := client.InsertTx(ctx, tx, casework.ConfirmedArgs{CaseID: f.ID}, nil)
				return err
			})
		}
	}
	if err := client.Start(ctx); err != nil {
		t.Fatal(err)
	}
	defer client.Stop(ctx)
	limit := time.After(2 * time.Minute)
	for range cases {
		select {
		case <-done:
		case <-limit:
			t.Fatal("the queue did not finish")
		}
	}
	if n := w.Count(`select count(*) from entitlement`); n != cases {
		t.Errorf("%d entitlements for %d cases", n, cases)
	}
	if n := w.Count(`select count(distinct case_id) from entitlement`); n != cases {
		t.Errorf("entitlements of %d cases", n)
	}
	if n := w.Count(`select count(*) from category`); n != 2*cases {
		t.Errorf("%d categories for %d people", n, 2*cases)
	}
	if n := w.Count(`select sum(attempt - 1)::int from river_job`); n != 6 {
		t.Errorf("%d attempts failed, the register refused 6", n)
	}
}
