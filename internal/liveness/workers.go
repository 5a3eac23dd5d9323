package liveness

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// PrepareArgs puts the people into a campaign.
type PrepareArgs struct {
	ID uuid.UUID `json:"id" river:"unique"`
}

// Kind names the job.
func (PrepareArgs) Kind() string { return "liveness.prepare" }

// InsertOpts keeps one such job per campaign.
func (PrepareArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}, MaxAttempts: 25}
}

// WorkArgs is a shift: what is due is asked, silences end, visits open, campaigns end.
type WorkArgs struct{}

// Kind names the job.
func (WorkArgs) Kind() string { return "liveness.work" }

// InsertOpts keeps one such job in the queue beside one that runs.
func (WorkArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByState: queued}, MaxAttempts: 3}
}

// River wants running among the states that a unique job is looked for in; a shift that runs looks again before it ends.
var queued = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning,
	rivertype.JobStateRetryable, rivertype.JobStateScheduled}

type prepareWorker struct {
	river.WorkerDefaults[PrepareArgs]
	service *Service
}

func (w *prepareWorker) Work(ctx context.Context, j *river.Job[PrepareArgs]) error {
	return w.service.prepare(ctx, j.Args.ID)
}

type workWorker struct {
	river.WorkerDefaults[WorkArgs]
	service *Service
}

// shift is how long a job works before it leaves the rest to the next.
const shift = 60 * time.Second

func (w *workWorker) Work(ctx context.Context, _ *river.Job[WorkArgs]) error {
	ctx, cancel := context.WithTimeout(ctx, shift)
	defer cancel()
	if err := w.service.work(ctx); err != nil && ctx.Err() == nil {
		return err
	}
	return nil
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) {
	river.AddWorker(to, &prepareWorker{service: s})
	river.AddWorker(to, &workWorker{service: s})
}

// Periodic returns the schedule.
func Periodic() []*river.PeriodicJob {
	return []*river.PeriodicJob{river.NewPeriodicJob(river.PeriodicInterval(10*time.Second), func() (river.JobArgs, *river.InsertOpts) {
		return WorkArgs{}, nil
	}, &river.PeriodicJobOpts{RunOnStart: true})}
}
