package casework

import (
	"context"

	"github.com/riverqueue/river"
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

// Workers adds this package's workers to the program's; both jobs want to run every few minutes.
func Workers(to *river.Workers, s *Service) {
	river.AddWorker(to, &endNoticesWorker{service: s})
	river.AddWorker(to, &escalateWorker{service: s})
}
