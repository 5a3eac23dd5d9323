// Package job puts work into the database's own queue (River) in the transaction that causes it, so that what must follow
// a decision is neither lost nor done for a decision that was rolled back.
package job

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
)

// Queue only inserts; the program's one worker client is made by package app.
type Queue struct{ client *river.Client[pgx.Tx] }

// NewQueue makes a queue over the pool.
func NewQueue(pool *pgxpool.Pool) (*Queue, error) {
	c, err := river.NewClient(riverpgxv5.New(pool), &river.Config{})
	if err != nil {
		return nil, err
	}
	return &Queue{c}, nil
}

// Insert enqueues args inside tx. Uniqueness and retries come from the args' InsertOpts method.
func (q *Queue) Insert(ctx context.Context, tx pgx.Tx, args river.JobArgs) error {
	_, err := q.client.InsertTx(ctx, tx, args, nil)
	return err
}
