package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// ensureRole makes the application role; a parallel start may have made it a moment before.
const ensureRole = `do $$ begin
  create role ` + AppRole + ` nologin;
exception when duplicate_object or unique_violation then null;
end $$`

// Migrate brings the database at url to the newest schema: the application role, our migrations in order, then the
// tables of the job queue, then the grants. It needs the owner's rights; running it twice changes nothing. It returns
// the schema version.
func Migrate(ctx context.Context, url string, migrations fs.FS) (int64, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return 0, fmt.Errorf("postgres: DATABASE_URL cannot be read: %w", redact(err))
	}
	db := stdlib.OpenDB(*cfg)
	defer db.Close()
	if _, err := db.ExecContext(ctx, ensureRole); err != nil {
		return 0, fmt.Errorf("postgres: cannot prepare the role %s: %w", AppRole, err)
	}
	// One program migrates at a time; others wait here and then find nothing to do.
	lock, err := db.Conn(ctx)
	if err != nil {
		return 0, err
	}
	defer lock.Close()
	if _, err := lock.ExecContext(ctx, "select pg_advisory_lock(7261101)"); err != nil {
		return 0, err
	}
	defer lock.ExecContext(context.WithoutCancel(ctx), "select pg_advisory_unlock(7261101)")

	version, err := migrateOurs(ctx, db, migrations)
	if err != nil {
		return 0, err
	}
	pool, err := pgxpool.New(ctx, url)
	if err != nil {
		return 0, err
	}
	defer pool.Close()
	queue, err := rivermigrate.New(riverpgxv5.New(pool), nil)
	if err != nil {
		return 0, err
	}
	if _, err := queue.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return 0, fmt.Errorf("postgres: job queue tables: %w", err)
	}
	_, err = db.ExecContext(ctx, grants)
	return version, err
}

func migrateOurs(ctx context.Context, db *sql.DB, migrations fs.FS) (int64, error) {
	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations)
	if err != nil {
		return 0, fmt.Errorf("postgres: migrations: %w", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return 0, fmt.Errorf("postgres: migrations: %w", err)
	}
	return provider.GetDBVersion(ctx)
}

// grants gives the application role what it works with. The audit trail is append-only for it: no update, no delete
// of events or seals (the queue of unsealed events is emptied by the sealing job), and no way to a partition but through
// its table.
const grants = `
grant usage on schema public to ` + AppRole + `;
grant select, insert, update, delete on all tables in schema public to ` + AppRole + `;
grant usage, select on all sequences in schema public to ` + AppRole + `;
revoke update, delete, truncate on audit_event, audit_seal, audit_checkpoint from ` + AppRole + `;
revoke update, truncate on audit_unsealed from ` + AppRole + `;
do $$ declare part regclass; begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'audit_event'::regclass loop
    execute format('revoke all on %s from ` + AppRole + `', part);
  end loop;
end $$;
revoke insert, update, delete on division, division_load, goose_db_version from ` + AppRole + `;
`
