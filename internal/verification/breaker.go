package verification

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// stumble counts a failure in a row; as many as the source's rule says open the circuit breaker: for a while nothing is sent,
// so that a source that is down costs nobody an attempt. A busy source is not a broken one, and neither is a desk where one of many
// offices is late.
func (s *Service) stumble(ctx context.Context, tx pgx.Tx, src *exchange.Source, f *exchange.Fault, now time.Time) error {
	counts := 1
	if f.Kind == exchange.Busy || f.Kind == exchange.Refused || src.Transport.Kind == exchange.Desk {
		counts = 0
	}
	_, err := tx.Exec(ctx, `insert into exchange_source (source, failures, last_fault, last_at) values ($1, $2, $3, $4)
on conflict (source) do update set failures = exchange_source.failures + $2, last_fault = $3, last_at = $4,
  open_until = case when $5 > 0 and exchange_source.failures + $2 >= $5 then $6 else exchange_source.open_until end`,
		src.ID, counts, faultReason[f.Kind], now, src.Service.BreakerAfter, now.Add(src.Service.BreakerFor))
	return err
}

// recovered closes the breaker after a message that was answered.
func recovered(ctx context.Context, tx pgx.Tx, source string, now time.Time) error {
	_, err := tx.Exec(ctx, `insert into exchange_source (source, good_at) values ($1, $2)
on conflict (source) do update set failures = 0, open_until = null, good_at = $2
where exchange_source.failures > 0 or exchange_source.open_until is not null or exchange_source.good_at is null or exchange_source.good_at < $2 - interval '1 second'`, source, now)
	return err
}

// open tells whether the source answers at this time of day.
func openAt(h exchange.Hours, now time.Time) bool {
	now = now.In(calendar.Zone)
	if h.WorkingDays && !calendar.IsWorkingDay(calendar.DateOf(now)) {
		return false
	}
	minute := now.Hour()*60 + now.Minute()
	to := h.To
	if to == 0 {
		to = 24 * 60
	}
	if h.From <= to {
		return minute >= h.From && minute < to
	}
	return minute >= h.From || minute < to // through the night
}
