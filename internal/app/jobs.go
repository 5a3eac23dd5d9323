package app

import (
	"context"
	"log/slog"
	"maps"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"zhongfu/internal/postgres"
	"zhongfu/internal/verification"
)

// jobs is the one worker client of the program: follow-up work of decisions and the clock's own duties.
type jobs struct {
	client *river.Client[pgx.Tx]
}

func newJobs(db *postgres.DB, workers *river.Workers, periodic []*river.PeriodicJob, more map[string]river.QueueConfig) (*jobs, error) {
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
	maps.Copy(cfg.Queues, more)
	client, err := river.NewClient(riverpgxv5.New(db.Pool()), cfg)
	if err != nil {
		return nil, err
	}
	return &jobs{client}, nil
}

// start begins with the process's own work on the sources.
func (j *jobs) start(ctx context.Context, pumps []verification.PumpArgs) error {
	ctx = context.WithoutCancel(ctx)
	if err := j.client.Start(ctx); err != nil || len(pumps) == 0 {
		return err
	}
	all := make([]river.InsertManyParams, len(pumps))
	for i, p := range pumps {
		all[i].Args = p
	}
	_, err := j.client.InsertMany(ctx, all)
	return err
}

// stop lets running jobs finish, then cancels what is left; both are retried later.
func (j *jobs) stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := j.client.Stop(ctx); err != nil {
		_ = j.client.StopAndCancel(context.Background())
	}
}
