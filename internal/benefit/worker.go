package benefit

import (
	"context"

	"github.com/google/uuid"
	"github.com/riverqueue/river"
)

// ConfirmedArgs is the job that package casework enqueues with a confirmation; the two agree by kind and JSON.
type ConfirmedArgs struct {
	CaseID uuid.UUID `json:"case_id"`
}

// Kind names the job.
func (ConfirmedArgs) Kind() string { return "casework.confirmed" }

type confirmedWorker struct {
	river.WorkerDefaults[ConfirmedArgs]
	service *Service
}

// Work opens the entitlement; a failure is tried again by the queue.
func (w *confirmedWorker) Work(ctx context.Context, j *river.Job[ConfirmedArgs]) error {
	return w.service.Open(ctx, j.Args.CaseID)
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) { river.AddWorker(to, &confirmedWorker{service: s}) }
