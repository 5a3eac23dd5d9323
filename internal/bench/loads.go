package bench

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/division"
	"zhongfu/internal/postgres"
	"zhongfu/internal/registry"
	"zhongfu/internal/synth"
	"zhongfu/migrations"
)

// Load is a bulk load against a plain COPY of the same rows, whose bytes were made beforehand.
type Load struct {
	Name            string
	Rows            int
	Program, Plain  Spread // seconds
	Ratio           Spread
	Bytes           int
	ProgramPerSec   float64
	PlainRowsPerSec float64
}

// loads measures in an empty schema.
func (r *run) loads(ctx context.Context) ([]Load, error) {
	r.say("测量批量装载")
	if err := r.o.Server.create(ctx, scratchName); err != nil {
		return nil, err
	}
	url, err := r.o.Server.url(scratchName)
	if err != nil {
		return nil, err
	}
	if _, err := postgres.Migrate(ctx, url, migrations.FS); err != nil {
		return nil, err
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	divisions, err := compareLoad(ctx, conn, r.o.turns(), "divisions (two provinces, five levels)", []string{"division", "division_load"}, func(tx pgx.Tx) (int, error) {
		return division.Default().Len(), division.Load(ctx, tx)
	})
	if err != nil {
		return nil, err
	}
	people, err := r.loadPeople(ctx, conn)
	return []Load{divisions, people}, err
}

func (r *run) loadPeople(ctx context.Context, conn *pgx.Conn) (Load, error) {
	g, err := synth.New(r.o.Seed, r.places, synth.Options{})
	if err != nil {
		return Load{}, err
	}
	keys, err := openKeys(r.o.KeyFile)
	if err != nil {
		return Load{}, err
	}
	rows := demo.HouseholdRows(g, r.o.Seed, min(40_000, max(1_000, r.o.People/10)))
	now := clock.System{}.Now()
	return compareLoad(ctx, conn, r.o.turns(), "people (person, identity, household, membership; three sealed fields and two blind indexes each)",
		[]string{"household", "person", "person_identity", "membership", "person_household", "category"}, func(tx pgx.Tx) (int, error) {
			done, err := registry.Copy(ctx, tx, keys, now, slices.Values(rows), nil)
			return done.People, err
		})
}

// compareLoad runs load and a plain COPY of what it wrote in turns, on emptied tables, without the checks of references.
func compareLoad(ctx context.Context, conn *pgx.Conn, turns int, name string, tables []string, load func(pgx.Tx) (int, error)) (Load, error) {
	out := Load{Name: name}
	var bytesOf [][]byte
	var columns []string
	var ours, plain, ratio []float64
	for round := range turns {
		a, err := timed(ctx, conn, tables, func(tx pgx.Tx) error {
			n, err := load(tx)
			out.Rows = n
			return err
		})
		if err != nil {
			return out, err
		}
		if round == 0 {
			for _, t := range tables {
				c, data, err := copyOut(ctx, conn, t)
				if err != nil {
					return out, err
				}
				columns, bytesOf = append(columns, c), append(bytesOf, data)
				out.Bytes += len(data)
			}
		}
		b, err := timed(ctx, conn, tables, func(tx pgx.Tx) error {
			if _, err := tx.Exec(ctx, "set local session_replication_role = replica"); err != nil {
				return err
			}
			for i, t := range tables {
				into := fmt.Sprintf("copy %s (%s) from stdin (format binary)", t, columns[i])
				if _, err := conn.PgConn().CopyFrom(ctx, bytes.NewReader(bytesOf[i]), into); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return out, err
		}
		ours, plain, ratio = append(ours, a), append(plain, b), append(ratio, a/b)
	}
	out.Program, out.Plain, out.Ratio = spreadOf(ours), spreadOf(plain), spreadOf(ratio)
	out.ProgramPerSec, out.PlainRowsPerSec = float64(out.Rows)/out.Program.Median, float64(out.Rows)/out.Plain.Median
	return out, nil
}

// timed empties the tables and times one transaction, its commit included.
func timed(ctx context.Context, conn *pgx.Conn, tables []string, do func(pgx.Tx) error) (float64, error) {
	if _, err := conn.Exec(ctx, "truncate "+strings.Join(tables, ", ")+" cascade"); err != nil {
		return 0, err
	}
	start := time.Now()
	err := pgx.BeginFunc(ctx, conn, do)
	return time.Since(start).Seconds(), err
}

// copyOut takes a table's bytes, without the columns that the database numbers itself.
func copyOut(ctx context.Context, conn *pgx.Conn, table string) (columns string, data []byte, err error) {
	err = conn.QueryRow(ctx, `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns
		where table_schema = 'public' and table_name = $1 and coalesce(column_default, '') not like 'nextval%'`, table).Scan(&columns)
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	_, err = conn.PgConn().CopyTo(ctx, &b, fmt.Sprintf("copy (select %s from %s) to stdout (format binary)", columns, table))
	return columns, b.Bytes(), err
}
