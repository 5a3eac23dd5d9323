package report

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"zhongfu/internal/casework"
	"zhongfu/internal/verification"
)

// PDFArgs makes the PDF of an issued report.
type PDFArgs struct {
	OrderID  uuid.UUID `json:"order_id" river:"unique"`
	ReportID uuid.UUID `json:"report_id" river:"unique"`
}

// Kind names the job.
func (PDFArgs) Kind() string { return "verification.pdf" }

// InsertOpts keeps one such job per report.
func (PDFArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}, MaxAttempts: 5}
}

type openedWorker struct {
	river.WorkerDefaults[casework.VerifyArgs]
	service *Service
}

// Work places the order of a case whose verification step opened.
func (w *openedWorker) Work(ctx context.Context, j *river.Job[casework.VerifyArgs]) error {
	return w.service.opened(ctx, j.Args.CaseID)
}

type answeredWorker struct {
	river.WorkerDefaults[verification.AnsweredArgs]
	service *Service
}

// Timeout leaves a batch of a province its time.
func (w *answeredWorker) Timeout(*river.Job[verification.AnsweredArgs]) time.Duration {
	return 2 * time.Hour
}

// Work works out what was found, household by household.
func (w *answeredWorker) Work(ctx context.Context, j *river.Job[verification.AnsweredArgs]) error {
	return w.service.Summarise(ctx, j.Args.OrderID)
}

type pdfWorker struct {
	river.WorkerDefaults[PDFArgs]
	service *Service
}

// Work makes the PDF.
func (w *pdfWorker) Work(ctx context.Context, j *river.Job[PDFArgs]) error {
	return w.service.makePDF(ctx, j.Args.OrderID, j.Args.ReportID)
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) {
	river.AddWorker(to, &openedWorker{service: s})
	river.AddWorker(to, &answeredWorker{service: s})
	river.AddWorker(to, &pdfWorker{service: s})
}
