package bench

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"zhongfu/internal/app"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/migrations"
)

const (
	baseName    = "base"    // built once, never measured on
	programName = "program" // clone that the program works on
	rawName     = "raw"     // clone that recorded writes are run again on
	scratchName = "scratch" // empty schema for the loads
	policyName  = "policy"  // tables of the policy section
)

// Build is what is known of the database that is measured.
type Build struct {
	Seed                         int64
	AskedPeople, AskedCases      int
	Households, People, Staff    int
	Cases, Open, Waiting         int
	RegisterSeconds, CaseSeconds float64
	PeakKB                       int64
	BuiltAt                      time.Time
	Kept                         bool
}

const buildTable = `create table bench_build (
  edition text, keys bytea, seed bigint, asked_people integer, asked_cases integer, households integer, people integer, staff integer,
  cases integer, open integer, waiting integer, register_seconds double precision, case_seconds double precision, peak_kb bigint, built_at timestamptz)`

const buildColumns = `seed, asked_people, asked_cases, households, people, staff, cases, open, waiting, register_seconds, case_seconds, peak_kb, built_at`

func (b *Build) fields() []any {
	return []any{&b.Seed, &b.AskedPeople, &b.AskedCases, &b.Households, &b.People, &b.Staff, &b.Cases, &b.Open, &b.Waiting, &b.RegisterSeconds, &b.CaseSeconds, &b.PeakKB, &b.BuiltAt}
}

// ensureBase builds the measured database, or keeps the one of an earlier run with the same seed, sizes, schema and keys.
func (r *run) ensureBase(ctx context.Context) error {
	kept, err := r.kept(ctx)
	if err != nil {
		return err
	}
	if kept {
		r.say("数据库是上次建好的，保留使用（%d 人，%d 件）", r.build.People, r.build.Cases)
		return nil
	}
	r.say("正在建立数据库：%d 人，%d 件案件", r.o.People, r.o.Cases)
	if err := r.o.Server.create(ctx, baseName); err != nil {
		return err
	}
	resetPeak()
	url, err := r.o.Server.url(baseName)
	if err != nil {
		return err
	}
	a, err := app.New(ctx, app.Config{DatabaseURL: url, KeyFile: r.o.KeyFile, MakeKeys: true, Demo: true, MaxConns: 2})
	if err != nil {
		return err
	}
	defer a.Close()
	l := &demo.Loader{DB: a.DB, Owner: url, Keys: a.Keys, Places: a.Places, Packs: a.DecidingPacks(), Clock: clock.System{}}
	done, err := l.Bulk(ctx, demo.BulkOptions{Seed: r.o.Seed, People: r.o.People, Cases: r.o.Cases, Open: r.o.open(), Confirm: 70, Progress: r.progress})
	if err != nil {
		return fmt.Errorf("bench: building the database: %w", err)
	}
	r.build = Build{Seed: int64(r.o.Seed), AskedPeople: r.o.People, AskedCases: r.o.Cases, Households: done.Households, People: done.People, Staff: done.Staff,
		Cases: done.Cases, Open: done.Open, Waiting: done.AwaitDecision, RegisterSeconds: done.RegisterTook.Seconds(), CaseSeconds: done.CasesTook.Seconds(),
		PeakKB: peakKB(), BuiltAt: time.Now()}
	return r.note(ctx, url, a.Keys.Blind("bench", "probe"))
}

// note writes down what was built, last of all.
func (r *run) note(ctx context.Context, url string, keys []byte) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, buildTable); err != nil {
		return err
	}
	_, err = conn.Exec(ctx, "insert into bench_build (edition, keys, "+buildColumns+") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
		append([]any{edition(), keys}, r.build.fields()...)...)
	return err
}

// kept reads what an earlier run has noted. Anything that does not fit is built anew.
func (r *run) kept(ctx context.Context) (bool, error) {
	url, err := r.o.Server.url(baseName)
	if err != nil {
		return false, err
	}
	conn, err := pgx.Connect(ctx, url)
	var missing *pgconn.PgError
	if errors.As(err, &missing) && missing.Code == "3D000" {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	keys, err := openKeys(r.o.KeyFile)
	if err != nil {
		return false, err
	}
	b := Build{Kept: true}
	err = conn.QueryRow(ctx, "select "+buildColumns+" from bench_build where edition = $1 and keys = $2 and seed = $3 and asked_people = $4 and asked_cases = $5",
		edition(), keys.Blind("bench", "probe"), int64(r.o.Seed), r.o.People, r.o.Cases).Scan(b.fields()...)
	var other *pgconn.PgError
	if errors.Is(err, pgx.ErrNoRows) || errors.As(err, &other) {
		return false, nil
	}
	r.build = b
	return err == nil, err
}

// edition is the digest of the schema.
func edition() string {
	h := sha256.New()
	_ = fs.WalkDir(migrations.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(migrations.FS, path)
		fmt.Fprintf(h, "%s %d\n", path, len(data))
		h.Write(data)
		return err
	})
	return hex.EncodeToString(h.Sum(nil)[:8])
}
