package verification

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/exchange"
)

// Purge throws away raw answers whose time is over, a thousand at a time, and forgets nonces that are too old to be replayed.
// Digest, size and time stay as the proof; the run is audited. It returns how many were purged.
func (s *Service) Purge(ctx context.Context) (int, error) {
	all := 0
	for {
		var n int
		err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
			now := s.now()
			tag, err := tx.Exec(ctx, `update exchange_message set raw_sealed = null, purged_at = $1 where id in
(select id from exchange_message where raw_sealed is not null and purge_on < $2 limit 1000 for update skip locked)`, now, s.today())
			if err != nil {
				return err
			}
			if n = int(tag.RowsAffected()); n == 0 {
				_, err = tx.Exec(ctx, `delete from exchange_nonce where at < $1`, now.Add(-exchange.FileAge-2*exchange.Skew))
				return err
			}
			return audit.Write(ctx, tx, now, system, audit.Event{Action: "verification.purge", ObjectKind: "exchange_message", ObjectID: now.Format(time.RFC3339),
				After: map[string]any{"purged": n, "before": s.today().String()}})
		})
		all += n
		if err != nil || n == 0 {
			return all, err
		}
	}
}
