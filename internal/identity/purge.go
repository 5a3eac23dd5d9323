package identity

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/identity/identitydb"
)

// keepEnded is how long an ended session stays readable for whoever looks into an incident.
const keepEnded = 30 * 24 * time.Hour

// PurgeArgs asks for old sessions and forgotten failures to be removed.
type PurgeArgs struct{}

func (PurgeArgs) Kind() string { return "identity_purge" }

// PurgeWorker works PurgeArgs.
type PurgeWorker struct {
	river.WorkerDefaults[PurgeArgs]
	Service *Service
}

// Work removes what is over for a month, and failure counts that have lapsed.
func (w *PurgeWorker) Work(ctx context.Context, _ *river.Job[PurgeArgs]) error {
	now := w.Service.clock.Now()
	return w.Service.db.InTx(ctx, access.System("identity.purge"), func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		if err := q.PurgeSessions(ctx, now.Add(-keepEnded)); err != nil {
			return err
		}
		return q.PurgeThrottle(ctx, now.Add(-loginGuard.quiet))
	})
}

// Workers registers the package's worker.
func Workers(to *river.Workers, s *Service) { river.AddWorker(to, &PurgeWorker{Service: s}) }

// Periodic returns the schedule: once a day.
func Periodic() []*river.PeriodicJob {
	return []*river.PeriodicJob{river.NewPeriodicJob(river.PeriodicInterval(24*time.Hour),
		func() (river.JobArgs, *river.InsertOpts) { return PurgeArgs{}, nil }, &river.PeriodicJobOpts{RunOnStart: true})}
}
