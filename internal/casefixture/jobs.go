package casefixture

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
)

// NoJobs takes what must follow and lets it be, for tests that call what the jobs would do themselves.
type NoJobs struct{}

// Insert lets the job be.
func (NoJobs) Insert(context.Context, pgx.Tx, river.JobArgs) error { return nil }
