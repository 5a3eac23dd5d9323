package paper

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

type issueWorker struct {
	river.WorkerDefaults[casework.IssuePaperArgs]
	service *Service
}

// Work issues the paper; a failure is tried again by the queue, and a paper that exists is left alone.
func (w *issueWorker) Work(ctx context.Context, j *river.Job[casework.IssuePaperArgs]) error {
	actor := access.System("文书")
	return w.service.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		_, err := w.service.Issue(ctx, tx, actor, j.Args.CaseID, j.Args.PaperKind, j.Args.Round)
		return err
	})
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) { river.AddWorker(to, &issueWorker{service: s}) }
