package audit_test

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/errgroup"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres/testdb"
)

func TestSealInBatchesWithLateEvents(t *testing.T) {
	ctx := context.Background()
	db := testdb.New(t)
	write(t, db, start, 5)
	for _, want := range []int{3, 2, 0} {
		if n, err := audit.Seal(ctx, db, key, start, 3); err != nil || n != want {
			t.Fatalf("sealed %d, %v; want %d", n, err, want)
		}
	}
	write(t, db, start.Add(-time.Hour), 2) // committed late: they come later in the chain
	sealAll(t, db)
	v, err := audit.Verify(ctx, db, key, nil)
	if err != nil || !v.Sound() || v.Sealed != 7 || v.Events != 7 || v.Waiting != 0 || v.Head.N != 7 {
		t.Errorf("%+v %v", v, err)
	}
	if want := start.Add(-time.Hour + time.Second); !v.CheckedTo.Equal(want) {
		t.Errorf("checked to %v, want %v", v.CheckedTo, want)
	}
}

func TestSealersAndWritersTogether(t *testing.T) {
	ctx := context.Background()
	db := testdb.New(t)
	var g errgroup.Group
	for w := range 4 {
		g.Go(func() error {
			for i := range 10 {
				write(t, db, start.Add(time.Duration(w*100+i)*time.Minute), 5)
			}
			return nil
		})
	}
	for range 3 {
		g.Go(func() error {
			for range 10 {
				if _, err := audit.Seal(ctx, db, key, start, 17); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	sealAll(t, db)
	v, err := audit.Verify(ctx, db, key, nil)
	if err != nil || !v.Sound() || v.Sealed != 200 || v.Waiting != 0 {
		t.Errorf("%+v %v", v, err)
	}
}

func TestSealRolledBackWriteLeavesNothing(t *testing.T) {
	ctx := context.Background()
	db := testdb.New(t)
	err := db.InTx(ctx, clerk, func(tx pgx.Tx) error {
		if err := audit.Write(ctx, tx, start, clerk, audit.Event{Action: "case.accept", Division: clerk.Division}); err != nil {
			return err
		}
		return errs.Bad("x", "不行")
	})
	if !errs.Is(err, errs.Invalid) {
		t.Fatal(err)
	}
	if n, err := audit.Seal(ctx, db, key, start, 10); err != nil || n != 0 {
		t.Errorf("sealed %d, %v", n, err)
	}
}

// What the application's own role must not be able to do, whatever statement gets through.
func TestTrailIsClosedToTheApplication(t *testing.T) {
	ctx := context.Background()
	db := testdb.New(t)
	if err := audit.EnsurePartitions(ctx, db, calendar.NewDate(2026, 11, 1), 2); err != nil {
		t.Fatal(err)
	}
	write(t, db, start, 2)
	sealAll(t, db)
	everywhere := access.System("test")
	for _, q := range []string{
		`update audit_event set purpose = 'x'`, `delete from audit_event`, `truncate audit_event`,
		`select * from audit_event_2026_11`, `update audit_event_2026_11 set purpose = 'x'`, `delete from audit_event_default`,
		`insert into audit_event_2026_11 select * from audit_event`,
		`update audit_seal set n = n`, `delete from audit_seal`, `delete from audit_checkpoint`, `update audit_checkpoint set n = n`,
		`update audit_unsealed set at = at`, `truncate audit_unsealed`, `drop table audit_event_2026_11`,
	} {
		err := db.InTx(ctx, everywhere, func(tx pgx.Tx) error { _, err := tx.Exec(ctx, q); return err })
		if !errs.Is(err, errs.NotFound) { // insufficient_privilege comes back as "not found"
			t.Errorf("%s: %v", q, err)
		}
	}
}

// The owner has the rights; the trigger still refuses, on a partition's own name too.
func TestTrailIsAppendOnlyForTheOwner(t *testing.T) {
	ctx := context.Background()
	db, url := testdb.NewWithOwner(t)
	if err := audit.EnsurePartitions(ctx, db, calendar.NewDate(2026, 11, 1), 1); err != nil {
		t.Fatal(err)
	}
	write(t, db, start, 2)
	sealAll(t, db)
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	var partition string
	if err := conn.QueryRow(ctx, `select tableoid::regclass::text from audit_event limit 1`).Scan(&partition); err != nil || partition != "audit_event_2026_11" {
		t.Fatalf("events lie in %s, %v", partition, err)
	}
	for _, q := range []string{`update audit_event set purpose = 'x'`, `update audit_event_2026_11 set purpose = 'x'`, `delete from audit_event_2026_11`,
		`truncate audit_event_2026_11`, `truncate audit_event`, `truncate audit_event_default`, `delete from audit_seal`, `truncate audit_seal`, `truncate audit_checkpoint`} {
		if _, err := conn.Exec(ctx, q); err == nil {
			t.Errorf("%s went through", q)
		}
	}
}

func TestEnsurePartitionsIsIdempotentAndKeepsEarlyRows(t *testing.T) {
	ctx := context.Background()
	db, url := testdb.NewWithOwner(t)
	early := time.Date(2031, 3, 5, 0, 0, 0, 0, time.UTC)
	write(t, db, early, 1) // no partition yet: the default one takes it
	for range 2 {
		if err := audit.EnsurePartitions(ctx, db, calendar.NewDate(2031, 2, 17), 3); err != nil {
			t.Fatal(err)
		}
	}
	write(t, db, early.AddDate(0, 1, 0), 1)
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	var got string
	err = conn.QueryRow(ctx, `select string_agg(c.relname || ' ' || c.relrowsecurity, ',' order by c.relname) from pg_inherits i join pg_class c on c.oid = i.inhrelid
		where i.inhparent = 'audit_event'::regclass and c.relname ~ '_2031_'`).Scan(&got)
	if want := "audit_event_2031_02 true,audit_event_2031_04 true"; err != nil || got != want {
		t.Errorf("partitions %q, %v; want %q", got, err, want)
	}
	if err := conn.QueryRow(ctx, `select string_agg(tableoid::regclass::text, ',' order by at) from audit_event`).Scan(&got); err != nil || got != "audit_event_default,audit_event_2031_04" {
		t.Errorf("rows lie in %q, %v", got, err)
	}
}
