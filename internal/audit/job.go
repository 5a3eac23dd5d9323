package audit

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/postgres"

	"github.com/jackc/pgx/v5"
)

const (
	sealEvery      = 5 * time.Second
	sealBatch      = 20_000
	partitionEvery = 24 * time.Hour
	monthsAhead    = 3 // the current month included
)

// SealArgs asks for everything waiting to be sealed.
type SealArgs struct{}

func (SealArgs) Kind() string { return "audit_seal" }

// InsertOpts keeps one sealing in the queue at a time; it is not retried, because the next comes within seconds.
func (SealArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByArgs: true, ByPeriod: sealEvery}}
}

// PartitionArgs asks for the partitions of the coming months.
type PartitionArgs struct{}

func (PartitionArgs) Kind() string { return "audit_partition" }

// SealWorker works SealArgs.
type SealWorker struct {
	river.WorkerDefaults[SealArgs]
	DB    *postgres.DB
	Key   Signer
	Clock clock.Clock
}

// Work seals until the queue is empty.
func (w *SealWorker) Work(ctx context.Context, _ *river.Job[SealArgs]) error {
	for {
		n, err := Seal(ctx, w.DB, w.Key, w.Clock.Now(), sealBatch)
		if err != nil || n < sealBatch {
			return err
		}
	}
}

// PartitionWorker works PartitionArgs.
type PartitionWorker struct {
	river.WorkerDefaults[PartitionArgs]
	DB    *postgres.DB
	Clock clock.Clock
}

// Work makes what is missing.
func (w *PartitionWorker) Work(ctx context.Context, _ *river.Job[PartitionArgs]) error {
	return EnsurePartitions(ctx, w.DB, clock.Today(w.Clock), monthsAhead)
}

// EnsurePartitions makes the monthly partitions of audit_event from the month of `from` on; those that exist stay.
func EnsurePartitions(ctx context.Context, db *postgres.DB, from calendar.Date, months int) error {
	return db.InTx(ctx, access.System("audit.partition"), func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `select audit_ensure_partitions($1::text::date, $2)`, from.String(), months)
		return err
	})
}

// Workers registers both workers.
func Workers(to *river.Workers, db *postgres.DB, key Signer, c clock.Clock) {
	river.AddWorker(to, &SealWorker{DB: db, Key: key, Clock: c})
	river.AddWorker(to, &PartitionWorker{DB: db, Clock: c})
}

// Periodic returns the schedule: sealing every few seconds, partitions daily and at start.
func Periodic() []*river.PeriodicJob {
	return []*river.PeriodicJob{
		river.NewPeriodicJob(river.PeriodicInterval(sealEvery), func() (river.JobArgs, *river.InsertOpts) { return SealArgs{}, nil }, nil),
		river.NewPeriodicJob(river.PeriodicInterval(partitionEvery), func() (river.JobArgs, *river.InsertOpts) { return PartitionArgs{}, nil },
			&river.PeriodicJobOpts{RunOnStart: true}),
	}
}
