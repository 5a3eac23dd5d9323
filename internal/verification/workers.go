package verification

import (
	"context"
	"math"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// Queue is where the engine's long jobs run, apart from the others.
const Queue = "exchange"

// PrepareArgs puts the people into an order.
type PrepareArgs struct {
	OrderID uuid.UUID `json:"order_id" river:"unique"`
}

// Kind names the job.
func (PrepareArgs) Kind() string { return "verification.prepare" }

// InsertOpts keeps one such job per order.
func (PrepareArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}, MaxAttempts: 25}
}

// AnsweredArgs follows the last answer of an order: the report is made, the case is told.
type AnsweredArgs struct {
	OrderID uuid.UUID  `json:"order_id" river:"unique"`
	CaseID  *uuid.UUID `json:"case_id,omitempty"`
}

// Kind names the job.
func (AnsweredArgs) Kind() string { return "verification.answered" }

// InsertOpts lets an order that was re-asked be answered again.
func (AnsweredArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished}, MaxAttempts: 25}
}

// PumpArgs is a process's work on one source. It runs until the program stops; a job of a process that is gone ends at once.
type PumpArgs struct {
	Source  string    `json:"source" river:"unique"`
	Process uuid.UUID `json:"process" river:"unique"`
}

// Kind names the job.
func (PumpArgs) Kind() string { return "verification.pump" }

// InsertOpts keeps one such job per process and source.
func (PumpArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: Queue, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished}, MaxAttempts: math.MaxInt16}
}

// SweepArgs is the engine's broom, every minute.
type SweepArgs struct{}

// Kind names the job.
func (SweepArgs) Kind() string { return "verification.sweep" }

// PurgeArgs is the nightly purge of raw answers.
type PurgeArgs struct{}

// Kind names the job.
func (PurgeArgs) Kind() string { return "verification.purge" }

var unfinished = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning,
	rivertype.JobStateRetryable, rivertype.JobStateScheduled}

type prepareWorker struct {
	river.WorkerDefaults[PrepareArgs]
	service *Service
}

func (w *prepareWorker) Timeout(*river.Job[PrepareArgs]) time.Duration { return time.Hour }

func (w *prepareWorker) Work(ctx context.Context, j *river.Job[PrepareArgs]) error {
	return w.service.prepare(ctx, j.Args.OrderID)
}

type pumpWorker struct {
	river.WorkerDefaults[PumpArgs]
	service *Service
}

// Timeout below 0 is none.
func (w *pumpWorker) Timeout(*river.Job[PumpArgs]) time.Duration { return -1 }

func (w *pumpWorker) NextRetry(*river.Job[PumpArgs]) time.Time {
	return w.service.now().Add(3 * time.Second)
}

func (w *pumpWorker) Work(ctx context.Context, j *river.Job[PumpArgs]) error {
	if j.Args.Process != w.service.process {
		return nil
	}
	return w.service.pump(ctx, j.Args.Source)
}

type sweepWorker struct {
	river.WorkerDefaults[SweepArgs]
	service *Service
}

func (w *sweepWorker) Work(ctx context.Context, _ *river.Job[SweepArgs]) error {
	return w.service.sweep(ctx)
}

type purgeWorker struct {
	river.WorkerDefaults[PurgeArgs]
	service *Service
}

func (w *purgeWorker) Work(ctx context.Context, _ *river.Job[PurgeArgs]) error {
	_, err := w.service.Purge(ctx)
	return err
}

// Workers adds this package's workers to the program's.
func Workers(to *river.Workers, s *Service) {
	river.AddWorker(to, &prepareWorker{service: s})
	river.AddWorker(to, &pumpWorker{service: s})
	river.AddWorker(to, &sweepWorker{service: s})
	river.AddWorker(to, &purgeWorker{service: s})
}

// Periodic returns the schedule.
func Periodic() []*river.PeriodicJob {
	every := func(d time.Duration, args river.JobArgs) *river.PeriodicJob {
		return river.NewPeriodicJob(river.PeriodicInterval(d), func() (river.JobArgs, *river.InsertOpts) {
			return args, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByState: unfinished}}
		}, &river.PeriodicJobOpts{RunOnStart: true})
	}
	return []*river.PeriodicJob{every(time.Minute, SweepArgs{}), every(6*time.Hour, PurgeArgs{})}
}

// Begin puts this process's work on the sources into the queue. Start-up code calls it when the workers run.
func (s *Service) Begin() []PumpArgs {
	var out []PumpArgs
	for _, src := range s.catalogue.Sources() {
		if s.carriers[src.Transport.Kind] != nil {
			out = append(out, PumpArgs{Source: src.ID, Process: s.process})
		}
	}
	return out
}
