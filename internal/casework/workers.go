package casework

import (
	"context"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// EndNoticesArgs is the periodic job that ends notices whose days have run.
type EndNoticesArgs struct{}

// Kind names the job.
func (EndNoticesArgs) Kind() string { return "casework.end_notices" }

// EscalateArgs is the periodic job that lifts late duties.
type EscalateArgs struct{}

// Kind names the job.
func (EscalateArgs) Kind() string { return "casework.escalate" }

type endNoticesWorker struct {
	river.WorkerDefaults[EndNoticesArgs]
	service *Service
}

func (w *endNoticesWorker) Work(ctx context.Context, _ *river.Job[EndNoticesArgs]) error {
	_, err := w.service.EndNotices(ctx)
	return err
}

type escalateWorker struct {
	river.WorkerDefaults[EscalateArgs]
	service *Service
}

func (w *escalateWorker) Work(ctx context.Context, _ *river.Job[EscalateArgs]) error {
	_, err := w.service.Escalate(ctx)
	return err
}

// unfinished makes a periodic job unique among those that wait or run. One that is done does not stop the next: after a
// restart the look at the clock comes at once.
var unfinished = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning,
	rivertype.JobStateRetryable, rivertype.JobStateScheduled}

// Periodic returns the schedule. Days turn at midnight and officers look at the clock in minutes.
func Periodic() []*river.PeriodicJob {
	every := func(d time.Duration, args river.JobArgs) *river.PeriodicJob {
		return river.NewPeriodicJob(river.PeriodicInterval(d), func() (river.JobArgs, *river.InsertOpts) {
			return args, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByState: unfinished}}
		}, &river.PeriodicJobOpts{RunOnStart: true})
	}
	return []*river.PeriodicJob{every(5*time.Minute, EndNoticesArgs{}), every(10*time.Minute, EscalateArgs{})}
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) {
	river.AddWorker(to, &endNoticesWorker{service: s})
	river.AddWorker(to, &escalateWorker{service: s})
	river.AddWorker(to, &sheetWorker{service: s})
}
