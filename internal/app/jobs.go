package app

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"zhongfu/internal/postgres"
)

// jobs is the one worker client of the program: follow-up work of decisions and the clock's own duties.
type jobs struct {
	client *river.Client[pgx.Tx]
}

func newJobs(db *postgres.DB, workers *river.Workers, periodic []*river.PeriodicJob) (*jobs, error) {
	cfg := &river.Config{
		Queues:       map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 8}},
		Workers:      workers,
		PeriodicJobs: periodic,
		JobTimeout:   2 * time.Minute,
		// A job of a killed program is taken up again after this long, so that letters and entitlements are not late.
		RescueStuckJobsAfter: 3 * time.Minute,
		Logger:               slog.Default(),
		ErrorHandler:         jobErrors{},
	}
	client, err := river.NewClient(riverpgxv5.New(db.Pool()), cfg)
	if err != nil {
		return nil, err
	}
	return &jobs{client}, nil
}

func (j *jobs) start(ctx context.Context) error { return j.client.Start(context.WithoutCancel(ctx)) }

// stop lets running jobs finish, then cancels what is left; both are retried later.
func (j *jobs) stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := j.client.Stop(ctx); err != nil {
		_ = j.client.StopAndCancel(context.Background())
	}
}
