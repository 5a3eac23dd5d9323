package verification

import (
	"context"
	"math"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"zhongfu/internal/exchange"
)

// queues begin with this: each process takes its pump jobs from a queue of its own, so that no other takes them away.
const queues = "exchange-"

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

// JoinArgs gives questions to what an order asks anew.
type JoinArgs struct {
	OrderID uuid.UUID `json:"order_id" river:"unique"`
}

// Kind names the job.
func (JoinArgs) Kind() string { return "verification.join" }

// InsertOpts keeps one such job per order.
func (JoinArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished}, MaxAttempts: 25}
}

// DropArgs ends the lines of a large order that was cancelled.
type DropArgs struct {
	OrderID uuid.UUID `json:"order_id" river:"unique"`
}

// Kind names the job.
func (DropArgs) Kind() string { return "verification.drop" }

// InsertOpts keeps one such job per order.
func (DropArgs) InsertOpts() river.InsertOpts {
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

// PumpArgs is a process's work on one source, a shift at a time.
type PumpArgs struct {
	Source  string    `json:"source" river:"unique"`
	Process uuid.UUID `json:"process" river:"unique"`
}

// Kind names the job.
func (PumpArgs) Kind() string { return "verification.pump" }

// InsertOpts keeps one such job per process and source.
func (a PumpArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: queues + a.Process.String(), UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished}, MaxAttempts: math.MaxInt16}
}

// SweepArgs is the engine's broom, every minute, for an installation that asks no source by itself; pumps sweep, too.
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

func (w *prepareWorker) Work(ctx context.Context, j *river.Job[PrepareArgs]) error {
	return inShifts(ctx, func(ctx context.Context) error { return w.service.prepare(ctx, j.Args.OrderID) })
}

type joinWorker struct {
	river.WorkerDefaults[JoinArgs]
	service *Service
}

func (w *joinWorker) Work(ctx context.Context, j *river.Job[JoinArgs]) error {
	return inShifts(ctx, func(ctx context.Context) error {
		for {
			if more, err := w.service.joinLoose(ctx, j.Args.OrderID); err != nil || !more {
				return err
			}
		}
	})
}

type dropWorker struct {
	river.WorkerDefaults[DropArgs]
	service *Service
}

func (w *dropWorker) Work(ctx context.Context, j *river.Job[DropArgs]) error {
	return inShifts(ctx, func(ctx context.Context) error { return w.service.dropAll(ctx, j.Args.OrderID) })
}

// inShifts does a part of long work that goes on where it left off: after a kill the queue takes the job up again after its timeout,
// and not before.
func inShifts(ctx context.Context, part func(context.Context) error) error {
	short, cancel := context.WithTimeout(ctx, shift)
	defer cancel()
	if err := part(short); err != nil && (short.Err() == nil || ctx.Err() != nil) {
		return err
	}
	if short.Err() != nil {
		return river.JobSnooze(0)
	}
	return nil
}

type pumpWorker struct {
	river.WorkerDefaults[PumpArgs]
	service *Service
}

// shift is how long a pump works before it hands its job back. A job whose end could not be written, as when the database
// went away at that moment, is found by the queue after its timeout and begins again; one that runs is never taken for it.
const shift = 90 * time.Second

// Timeout leaves the messages of the end of a shift the time that their source has for an answer.
func (w *pumpWorker) Timeout(j *river.Job[PumpArgs]) time.Duration {
	rest := 30 * time.Second
	if src := w.service.catalogue.Source(j.Args.Source); src != nil && src.Transport.Kind == exchange.HTTP {
		rest = max(rest, src.Service.AnswerWithin)
	}
	return shift + rest + 15*time.Second
}

// Work is a shift. Nobody but its own process takes the job: the queue is its own.
func (w *pumpWorker) Work(ctx context.Context, j *river.Job[PumpArgs]) error {
	if j.Args.Process != w.service.process {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, shift)
	defer cancel()
	w.service.pump(ctx, j.Args.Source)
	if w.service.stopped() {
		return nil
	}
	return river.JobSnooze(0)
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
	river.AddWorker(to, &joinWorker{service: s})
	river.AddWorker(to, &dropWorker{service: s})
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

// Queue is where this process takes its pump jobs from.
func (s *Service) Queue() string { return queues + s.process.String() }

// Begin returns this process's work on the sources, a job for each that can be asked. Start-up code puts it into the queue
// when the workers run; put in twice, each is there once.
func (s *Service) Begin() []PumpArgs {
	var out []PumpArgs
	for _, src := range s.catalogue.Sources() {
		if s.carriers[src.Transport.Kind] != nil && s.settings.Unusable[src.ID] == "" {
			out = append(out, PumpArgs{Source: src.ID, Process: s.process})
		}
	}
	return out
}

// Stop lets the pumps end: no message leaves any more, those on their way are waited for.
func (s *Service) Stop() { s.stop.Do(func() { close(s.over) }) }

func (s *Service) stopped() bool {
	select {
	case <-s.over:
		return true
	default:
		return false
	}
}

// gone are pump jobs of processes that are no more: one that lives takes its jobs up each shift. It runs before the health
// check would call the workers stalled because of them.
const gone = `delete from river_job where kind = 'verification.pump' and queue <> $1 and coalesce(attempted_at, created_at) < now() - interval '5 minutes'`
