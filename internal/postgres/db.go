package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/exaring/otelpgx"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"

	"zhongfu/internal/access"
)

// AppRole is the database role that the program works as: no ownership, no superuser, so row-level security holds.
const AppRole = "zhongfu_app"

// DB is the application's pool. All statements go through InTx or InRead.
type DB struct{ pool *pgxpool.Pool }

// Open connects to url and switches every connection to AppRole, which Migrate has made. maxConns 0 means 16.
func Open(ctx context.Context, url string, maxConns int32) (*DB, error) {
	return OpenTraced(ctx, url, maxConns, otelpgx.NewTracer(otelpgx.WithTrimSQLInSpanName(), otelpgx.WithDisableSQLStatementInAttributes()))
}

// OpenTraced is Open with another observer of the statements; the benchmarks record with it what a request does.
func OpenTraced(ctx context.Context, url string, maxConns int32, tracer pgx.QueryTracer) (*DB, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("postgres: DATABASE_URL cannot be read: %w", redact(err))
	}
	if maxConns == 0 {
		maxConns = 16
	}
	cfg.MaxConns = maxConns
	cfg.ConnConfig.ConnectTimeout = 10 * time.Second
	cfg.ConnConfig.RuntimeParams["application_name"] = "zhongfu"
	cfg.ConnConfig.RuntimeParams["timezone"] = "Asia/Shanghai"
	cfg.ConnConfig.Tracer = tracer
	cfg.AfterConnect = func(ctx context.Context, c *pgx.Conn) error {
		RegisterTypes(c.TypeMap())
		_, err := c.Exec(ctx, "set role "+AppRole)
		return err
	}
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("postgres: %w", redact(err))
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("postgres: database unreachable: %w", redact(err))
	}
	return &DB{pool: pool}, nil
}

// redact drops the connection string that some driver errors repeat.
func redact(err error) error {
	var pe *pgconn.ParseConfigError
	if errors.As(err, &pe) {
		return errors.New("connection string is malformed")
	}
	return err
}

// Pool hands out the raw pool to the job runner, health check and metrics; business code uses InTx.
func (db *DB) Pool() *pgxpool.Pool { return db.pool }

// Close waits for running transactions and closes all connections.
func (db *DB) Close() { db.pool.Close() }

// Scope is the statement that opens a transaction with the actor's range. The integers are written literally: a
// distributed PostgreSQL hands SET LOCAL on to its nodes.
func scopeQuery(a access.Actor, mode string) string {
	if a.Hi == 0 {
		return "begin " + mode
	}
	return fmt.Sprintf("begin %s; set local zhongfu.scope_lo = %d; set local zhongfu.scope_hi = %d", mode, a.Lo, a.Hi)
}

const attempts = 4

// InTx runs fn in one read-write transaction under the actor's scope and commits when it returns nil. A deadlock or
// serialization failure runs fn again, so fn must not have effects outside tx. Database errors come back translated
// (see Translate).
func (db *DB) InTx(ctx context.Context, actor access.Actor, fn func(tx pgx.Tx) error) error {
	return db.run(ctx, scopeQuery(actor, ""), fn)
}

// InRead is InTx for reading: one consistent snapshot, nothing can be written.
func (db *DB) InRead(ctx context.Context, actor access.Actor, fn func(tx pgx.Tx) error) error {
	return db.run(ctx, scopeQuery(actor, "isolation level repeatable read read only"), fn)
}

func (db *DB) run(ctx context.Context, begin string, fn func(tx pgx.Tx) error) error {
	var err error
	for i := range attempts {
		err = pgx.BeginTxFunc(ctx, db.pool, pgx.TxOptions{BeginQuery: begin}, fn)
		if !retryable(err) {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(i+1) * 15 * time.Millisecond):
		}
	}
	return Translate(err)
}

func retryable(err error) bool {
	var pe *pgconn.PgError
	return errors.As(err, &pe) && (pe.Code == "40001" || pe.Code == "40P01")
}

// Text, and the other helpers below, keep generated parameters short.
func Text(s string) pgtype.Text { return pgtype.Text{String: s, Valid: s != ""} }
