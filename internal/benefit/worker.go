package benefit

import (
	"context"

	"github.com/riverqueue/river"

	"zhongfu/internal/casework"
)

type confirmedWorker struct {
	river.WorkerDefaults[casework.ConfirmedArgs]
	service *Service
}

// Work opens the entitlement; a failure is tried again by the queue.
func (w *confirmedWorker) Work(ctx context.Context, j *river.Job[casework.ConfirmedArgs]) error {
	return w.service.Open(ctx, j.Args.CaseID)
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) { river.AddWorker(to, &confirmedWorker{service: s}) }
