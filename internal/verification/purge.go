package verification

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/exchange"
)

// What came raw lies with the message, or with the later parts of its answer.
var purgeRaw = []string{
	`update exchange_message set raw_sealed = null, purged_at = $1 where id in
(select id from exchange_message where raw_sealed is not null and purge_on < $2 limit 1000 for update skip locked)`,
	`update exchange_part set raw_sealed = null, purged_at = $1 where (message_id, part) in
(select message_id, part from exchange_part where raw_sealed is not null and purge_on < $2 limit 1000 for update skip locked)`,
}

// Purge throws away raw answers whose time is over, a thousand at a time, and forgets nonces that are too old to be replayed.
// Digest, size and time stay as the proof; the run is audited. It returns how many were purged.
func (s *Service) Purge(ctx context.Context) (int, error) {
	all := 0
	for _, statement := range purgeRaw {
		for {
			n, err := s.purge(ctx, statement)
			if all += n; err != nil {
				return all, err
			}
			if n == 0 {
				break
			}
		}
	}
	return all, s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `delete from exchange_nonce where at < $1`, s.now().Add(-exchange.FileAge-2*exchange.Skew))
		return err
	})
}

func (s *Service) purge(ctx context.Context, statement string) (n int, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		now := s.now()
		tag, err := tx.Exec(ctx, statement, now, s.today())
		if n = int(tag.RowsAffected()); err != nil || n == 0 {
			return err
		}
		return audit.Write(ctx, tx, now, system, audit.Event{Action: "verification.purge", ObjectKind: "exchange_message", ObjectID: now.Format(time.RFC3339),
			After: map[string]any{"purged": n, "before": s.today().String()}})
	})
	return n, err
}
