package audit_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
)

// fill appends n events with one statement.
func fill(b *testing.B, db *postgres.DB, n int) {
	b.Helper()
	err := db.InTx(context.Background(), clerk, func(tx pgx.Tx) error {
		_, err := tx.Exec(context.Background(), `
			with e as (select now() + i * interval '1 millisecond' as at, gen_random_uuid() as id, i from generate_series(1, $1::int) i),
			q as (insert into audit_unsealed (id, at) select id, at from e)
			insert into audit_event (at, id, actor_name, role, division, action, object_kind, object_id, before, after)
			select at, id, '王丽', 'town_clerk', 440104001000, 'case.accept', 'case', 'GD-440104-2026-' || i,
			  jsonb_build_object('status', 'submitted', 'version', i), jsonb_build_object('status', 'accepted', 'version', i + 1, 'due', '2026-12-31') from e`, n)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSealAndVerify reports events per second for both over 100,000 events.
func BenchmarkSealAndVerify(b *testing.B) {
	ctx := context.Background()
	const n = 100_000
	for range b.N {
		b.StopTimer()
		db := testdb.New(b)
		fill(b, db, n)
		b.StartTimer()
		from := b.Elapsed()
		for {
			done, err := audit.Seal(ctx, db, key, start, 20_000)
			if err != nil {
				b.Fatal(err)
			}
			if done == 0 {
				break
			}
		}
		sealed := b.Elapsed()
		v, err := audit.Verify(ctx, db, key, nil)
		if err != nil || !v.Sound() || v.Sealed != n {
			b.Fatalf("%+v %v", v, err)
		}
		b.ReportMetric(n/(sealed-from).Seconds(), "sealed/s")
		b.ReportMetric(n/(b.Elapsed()-sealed).Seconds(), "verified/s")
	}
}
