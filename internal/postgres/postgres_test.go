package postgres_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres/testdb"
)

var (
	yuexiu = access.Actor{Role: access.TownClerk, Level: access.Town, Division: 440104001000, Lo: 440104001000, Hi: 440104001999}
	futian = access.Actor{Role: access.TownClerk, Level: access.Town, Division: 440304001000, Lo: 440304001000, Hi: 440304001999}
)

func insertOffice(tx pgx.Tx, division int64, name string) error {
	_, err := tx.Exec(context.Background(), `insert into organisation (id, division, level, kind, name, created_at) values ($1, $2, 4, 'township', $3, $4)`,
		uuid.New(), division, name, time.Unix(0, 0))
	return err
}

func count(t *testing.T, tx pgx.Tx) (n int) {
	t.Helper()
	if err := tx.QueryRow(context.Background(), "select count(*) from organisation").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// A statement that forgets its scope must still return nothing foreign.
func TestForgottenScopeShowsNothingForeign(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	for _, a := range []access.Actor{yuexiu, futian} {
		if err := db.InTx(ctx, a, func(tx pgx.Tx) error { return insertOffice(tx, a.Division, "街道办") }); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		actor access.Actor
		want  int
	}{
		"town":            {yuexiu, 1},
		"other town":      {futian, 1},
		"no scope at all": {access.Actor{}, 0},
		"public":          {access.Public("192.0.2.1"), 0},
		"system":          {access.System("test"), 2},
		"empty range":     {access.Actor{Role: access.TownClerk, Lo: 1, Hi: 2}, 0},
		"reversed range":  {access.Actor{Role: access.TownClerk, Lo: 450000000000, Hi: 440000000000}, 0},
	} {
		if err := db.InRead(ctx, c.actor, func(tx pgx.Tx) error {
			if got := count(t, tx); got != c.want {
				t.Errorf("%s sees %d offices, want %d", name, got, c.want)
			}
			return nil
		}); err != nil {
			t.Error(name, err)
		}
	}
}

// The scope of one transaction must not leak into the next on the same connection.
func TestScopeEndsWithItsTransaction(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	if err := db.InTx(ctx, yuexiu, func(tx pgx.Tx) error { return insertOffice(tx, yuexiu.Division, "街道办") }); err != nil {
		t.Fatal(err)
	}
	conn, err := db.Pool().Acquire(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "begin; set local zhongfu.scope_lo = 0; set local zhongfu.scope_hi = 999999999999; commit"); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := conn.QueryRow(ctx, "select count(*) from organisation").Scan(&n); err != nil || n != 0 {
		t.Fatalf("after the transaction %d rows are visible (%v)", n, err)
	}
}

func TestForeignRowsCannotBeWritten(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	err := db.InTx(ctx, yuexiu, func(tx pgx.Tx) error { return insertOffice(tx, futian.Division, "街道办") })
	if !errs.Is(err, errs.NotFound) {
		t.Fatalf("inserting into a foreign town: %v", err)
	}
}

func TestReadTransactionsCannotWrite(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	if err := db.InRead(ctx, yuexiu, func(tx pgx.Tx) error { return insertOffice(tx, yuexiu.Division, "街道办") }); err == nil {
		t.Fatal("a reading transaction wrote")
	}
}

func TestConstraintBecomesFieldFault(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	err := db.InTx(ctx, yuexiu, func(tx pgx.Tx) error {
		if err := insertOffice(tx, yuexiu.Division, "同名办"); err != nil {
			return err
		}
		return insertOffice(tx, yuexiu.Division, "同名办")
	})
	e := errs.As(err)
	if e == nil || e.Kind != errs.Conflict || e.Code != "organisation_exists" || len(e.Fields) != 1 || e.Fields[0].Name != "name" {
		t.Fatalf("got %#v", err)
	}
}

func TestFailureRollsBack(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	boom := errors.New("boom")
	if err := db.InTx(ctx, yuexiu, func(tx pgx.Tx) error {
		if err := insertOffice(tx, yuexiu.Division, "街道办"); err != nil {
			t.Fatal(err)
		}
		return boom
	}); !errors.Is(err, boom) {
		t.Fatal(err)
	}
	_ = db.InRead(ctx, yuexiu, func(tx pgx.Tx) error {
		if n := count(t, tx); n != 0 {
			t.Errorf("%d rows survived the rollback", n)
		}
		return nil
	})
}

func TestDeadlockIsRetried(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	ids := []uuid.UUID{uuid.New(), uuid.New()}
	if err := db.InTx(ctx, yuexiu, func(tx pgx.Tx) error {
		for i, id := range ids {
			if _, err := tx.Exec(ctx, `insert into organisation (id, division, level, kind, name, created_at) values ($1, $2, 4, 'township', $3, now())`,
				id, yuexiu.Division, "办"+string(rune('甲'+i))); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	// Two transactions take the rows in opposite order; both must end well.
	var ready [2]chan struct{}
	for i := range ready {
		ready[i] = make(chan struct{})
	}
	done := make(chan error, 2)
	for me := range 2 {
		go func() {
			first := true
			done <- db.InTx(ctx, yuexiu, func(tx pgx.Tx) error {
				if _, err := tx.Exec(ctx, "update organisation set phone = phone || 'x' where id = $1", ids[me]); err != nil {
					return err
				}
				if first {
					first = false
					close(ready[me])
					<-ready[1-me]
				}
				_, err := tx.Exec(ctx, "update organisation set phone = phone || 'x' where id = $1", ids[1-me])
				return err
			})
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	_ = db.InRead(ctx, yuexiu, func(tx pgx.Tx) error {
		var phones []string
		rows, _ := tx.Query(ctx, "select phone from organisation order by name")
		phones, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil || len(phones) != 2 || phones[0] != "xx" || phones[1] != "xx" {
			t.Errorf("each transaction must count once: %v %v", phones, err)
		}
		return nil
	})
}
