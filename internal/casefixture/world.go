package casefixture

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

// Places of the tests, as 12-digit codes: two villages of 越秀区 in Guangzhou with the township of the first, and a
// village of 天河区, which nobody of 越秀区 may see.
const (
	Yuexiu   = int64(440104000000)
	Tianhe   = int64(440106000000)
	Beijing  = int64(440104003000) // 北京街道
	Village  = int64(440104003104)
	Village2 = int64(440104004102)
	Foreign  = int64(440106001001)
)

// World is a database with people in it and a clock that the test moves. Its methods end the test where the database
// refuses.
type World struct {
	T     testing.TB
	DB    *postgres.DB
	Owner string // address for the owner of the schema, who may do what the application may not
	Keys  *seal.Keyring
	Clock *clock.Fake
	seq   atomic.Int64
}

// New makes an empty world on the morning of 20 November 2026, a Friday.
func New(t testing.TB) *World {
	t.Helper()
	db, owner := testdb.NewWithOwner(t)
	return &World{T: t, DB: db, Owner: owner, Keys: seal.ForTest(), Clock: clock.NewFake(time.Date(2026, 11, 20, 9, 30, 0, 0, calendar.Zone))}
}

// Actor is somebody new with a role at a division, acting in the whole of it.
func Actor(role access.Role, at int64) access.Actor {
	lo, hi := division.Range(at)
	return access.Actor{Staff: uuid.New(), Name: "测试" + role.Label(), Role: role, Level: access.Level(division.LevelOf(at)), Division: at, Lo: lo, Hi: hi, Remote: "10.0.0.1"}
}

// Tx runs fn in a transaction that sees every place.
func (w *World) Tx(fn func(ctx context.Context, tx pgx.Tx) error) {
	w.T.Helper()
	ctx := context.Background()
	if err := w.DB.InTx(ctx, access.System("test"), func(tx pgx.Tx) error { return fn(ctx, tx) }); err != nil {
		w.T.Fatal(err)
	}
}

// Exec runs one statement in the scope of every place.
func (w *World) Exec(query string, args ...any) {
	w.T.Helper()
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query, args...)
		return err
	})
}

// Count reads one number in the scope of every place.
func (w *World) Count(query string, args ...any) (n int) {
	w.T.Helper()
	w.Tx(func(ctx context.Context, tx pgx.Tx) error { return tx.QueryRow(ctx, query, args...).Scan(&n) })
	return n
}
