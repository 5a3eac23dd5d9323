package paper

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
)

// IssuePaperArgs is the job that package casework enqueues with an act that sends a paper; the two agree by kind and
// JSON. Round 0 is the present round.
type IssuePaperArgs struct {
	CaseID uuid.UUID `json:"case_id"`
	Paper  string    `json:"kind"`
	Round  int       `json:"round,omitempty"`
}

// Kind names the job.
func (IssuePaperArgs) Kind() string { return "casework.issue_paper" }

type issueWorker struct {
	river.WorkerDefaults[IssuePaperArgs]
	service *Service
}

// Work issues the paper; a failure is tried again by the queue, and a paper that exists is left alone.
func (w *issueWorker) Work(ctx context.Context, j *river.Job[IssuePaperArgs]) error {
	actor := access.System("文书")
	return w.service.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		_, err := w.service.Issue(ctx, tx, actor, j.Args.CaseID, j.Args.Paper, j.Args.Round)
		return err
	})
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) { river.AddWorker(to, &issueWorker{service: s}) }
