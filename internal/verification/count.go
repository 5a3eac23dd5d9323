package verification

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/exchange"
)

const day = 24 * 60 * 60 * 1000

// Bounds of the answer times, in milliseconds; what is above the last stands in one more bucket (exchange_hour.buckets).
var bounds = []int64{100, 300, 1000, 3000, 10_000, 60_000, 3_600_000, day, 3 * day, 7 * day, 15 * day}

const addHour = `insert into exchange_hour as h (source, hour, messages, failed, asked, found, empty, unknown, missing, rejected, millis, buckets)
values ($1, date_trunc('hour', $2::timestamptz), 1, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (source, hour) do update set messages = h.messages + 1, failed = h.failed + $3, asked = h.asked + $4, found = h.found + $5, empty = h.empty + $6,
  unknown = h.unknown + $7, missing = h.missing + $8, rejected = h.rejected + $9, millis = h.millis + $10,
  buckets = array(select a + b from unnest(h.buckets, $11::bigint[]) with ordinality as u(a, b, i) order by i)`

// count adds an answered message to the hour's figures. It comes last in its transaction, so that the row is held shortly.
func count(ctx context.Context, tx pgx.Tx, source string, sentAt, now time.Time, take []taken, asked int, r *Recorded) error {
	found, empty, unknown := statuses(take)
	ms := now.Sub(sentAt).Milliseconds()
	_, err := tx.Exec(ctx, addHour, source, sentAt, 0, asked, found, empty, unknown, r.Missing, len(r.Rejected), ms, bucket(ms))
	return err
}

func statuses(take []taken) (found, empty, unknown int) {
	for _, t := range take {
		switch t.answer.Status {
		case exchange.Found:
			found++
		case exchange.None:
			empty++
		default:
			unknown++
		}
	}
	return found, empty, unknown
}

// countLate adds what came after its message had ended: the message is counted already.
func countLate(ctx context.Context, tx pgx.Tx, source string, sentAt time.Time, take []taken) error {
	found, empty, unknown := statuses(take)
	_, err := tx.Exec(ctx, addLate, source, sentAt, found, empty, unknown, 0)
	return err
}

// countMisread adds a message that is the source's and cannot be read.
func countMisread(ctx context.Context, tx pgx.Tx, source string, now time.Time) error {
	_, err := tx.Exec(ctx, addLate, source, now, 0, 0, 0, 1)
	return err
}

const addLate = `insert into exchange_hour as h (source, hour, found, empty, unknown, rejected) values ($1, date_trunc('hour', $2::timestamptz), $3, $4, $5, $6)
on conflict (source, hour) do update set found = h.found + $3, empty = h.empty + $4, unknown = h.unknown + $5, rejected = h.rejected + $6`

func countFailed(ctx context.Context, tx pgx.Tx, source string, sentAt, now time.Time, asked int) error {
	ms := now.Sub(sentAt).Milliseconds()
	_, err := tx.Exec(ctx, addHour, source, sentAt, 1, asked, 0, 0, 0, 0, 0, ms, bucket(ms))
	return err
}

func bucket(ms int64) []int64 {
	out := make([]int64, len(bounds)+1)
	for i, b := range bounds {
		if ms <= b {
			out[i] = 1
			return out
		}
	}
	out[len(bounds)] = 1
	return out
}

// within is the bound below which the share of the messages was answered: the median with 0.5. Nil where there were none or
// where it lies above the last bound, which over tells. No figure is made up between two bounds.
func within(buckets []int64, share float64) (ms *int64, over bool) {
	var all int64
	for _, n := range buckets {
		all += n
	}
	if all == 0 {
		return nil, false
	}
	var seen int64
	for i, n := range buckets {
		if seen += n; float64(seen) >= share*float64(all) {
			if i >= len(bounds) {
				return nil, true
			}
			b := bounds[i]
			return &b, false
		}
	}
	return nil, true
}
