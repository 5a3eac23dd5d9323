package verification

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// TakeNumber takes the next number of a series of the place's county and year, as in HB-440104-2026-000123; it runs without gaps
// because it is taken in the transaction that uses it.
func TakeNumber(ctx context.Context, tx pgx.Tx, series, prefix string, place int64, now time.Time) (string, error) {
	return takeNumber(ctx, tx, series, prefix, place, now)
}
