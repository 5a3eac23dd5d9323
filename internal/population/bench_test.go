package population

import (
	"context"
	"io"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/postgres/testdb"
)

// BenchmarkLoad measures loading against the plain stream of the same rows to io.Discard. HOUSEHOLDS sets the size.
func BenchmarkLoad(b *testing.B) {
	n, _ := strconv.Atoi(os.Getenv("HOUSEHOLDS"))
	if n == 0 {
		n = 20000
	}
	db, owner := testdb.NewWithOwner(b)
	p, g, ctx, all := guangdong(b), generator(b), context.Background(), access.System("bench")
	start := time.Now()
	register(b, owner, p, g, n)
	b.Logf("written in %s", time.Since(start))
	conn, err := pgx.Connect(ctx, owner)
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "vacuum (analyze) household_sheet"); err != nil {
		b.Fatal(err)
	}
	rate := func(b *testing.B) {
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "households/s")
	}
	b.Run("discard", func(b *testing.B) {
		for b.Loop() {
			err := db.InRead(ctx, all, func(tx pgx.Tx) error {
				_, err := tx.Conn().PgConn().CopyTo(ctx, io.Discard, "copy (select division, sheet, household_id from household_sheet) to stdout (format binary)")
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
		rate(b)
	})
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			pop, err := Load(ctx, db, all, p, Scope{Day: day})
			if err != nil || pop.Households() != n {
				b.Fatal(err)
			}
		}
		rate(b)
	})
	b.Run("synthetic", func(b *testing.B) {
		for b.Loop() {
			if _, err := Synthetic(ctx, p, g, n, nil); err != nil {
				b.Fatal(err)
			}
		}
		rate(b)
	})
}
