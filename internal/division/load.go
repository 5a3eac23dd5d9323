package division

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// Columns are the columns of table division in the order that Rows yields them.
func Columns() []string {
	return []string{"code", "parent", "level", "name", "pinyin", "placeholder", "lo", "hi"}
}

// Rows yields rows for COPY; a province's parent is null.
func Rows(rows []Division) pgx.CopyFromSource {
	return pgx.CopyFromSlice(len(rows), func(i int) ([]any, error) {
		d := rows[i]
		lo, hi := Range(d.Code)
		var parent *int64
		if d.Parent != 0 {
			parent = &d.Parent
		}
		return []any{d.Code, parent, int16(d.Level), d.Name, d.Pinyin, d.Placeholder, lo, hi}, nil
	})
}

// loadLock keeps two starting processes from loading at the same time.
const loadLock = 0x6469766973696f6e

// Load brings table division up to the embedded edition inside tx and notes its digest in division_load. When that
// edition is loaded already it does nothing. A division that a newer edition no longer has stays, because past
// decisions name it.
func Load(ctx context.Context, tx pgx.Tx) error {
	if _, err := tx.Exec(ctx, `select pg_advisory_xact_lock($1)`, int64(loadLock)); err != nil {
		return fmt.Errorf("division: lock: %w", err)
	}
	var loaded string
	err := tx.QueryRow(ctx, `select digest from division_load where id`).Scan(&loaded)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return fmt.Errorf("division: read loaded edition: %w", err)
	}
	if loaded == Digest() {
		return nil
	}
	rows, err := Parse()
	if err != nil {
		return err
	}
	if err := upsert(ctx, tx, rows); err != nil {
		return fmt.Errorf("division: load: %w", err)
	}
	_, err = tx.Exec(ctx, `
		insert into division_load (id, digest, rows, loaded_at) values (true, $1, $2, now())
		on conflict (id) do update set digest = excluded.digest, rows = excluded.rows, loaded_at = excluded.loaded_at`,
		Digest(), len(rows))
	if err != nil {
		return fmt.Errorf("division: note edition: %w", err)
	}
	return nil
}

func upsert(ctx context.Context, tx pgx.Tx, rows []Division) error {
	var empty bool
	if err := tx.QueryRow(ctx, `select not exists (select from division)`).Scan(&empty); err != nil {
		return err
	}
	if empty {
		_, err := tx.CopyFrom(ctx, pgx.Identifier{"division"}, Columns(), Rows(rows))
		return err
	}
	if _, err := tx.Exec(ctx, `create temporary table division_in (like division) on commit drop`); err != nil {
		return err
	}
	if _, err := tx.CopyFrom(ctx, pgx.Identifier{"division_in"}, Columns(), Rows(rows)); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `
		insert into division (code, parent, level, name, pinyin, placeholder, lo, hi)
		select code, parent, level, name, pinyin, placeholder, lo, hi from division_in
		on conflict (code) do update set parent = excluded.parent, level = excluded.level, name = excluded.name,
			pinyin = excluded.pinyin, placeholder = excluded.placeholder, lo = excluded.lo, hi = excluded.hi`)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `drop table division_in`)
	return err
}
