package verification

import (
	"context"
	"log/slog"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/exchange"
)

// taker takes what a file source laid down.
type taker struct {
	s   *Service
	src *exchange.Source
}

func (t taker) Fresh(ctx context.Context, nonce string) (bool, error) {
	return t.s.Fresh(ctx, t.src.ID, nonce)
}

func (t taker) Take(ctx context.Context, r *exchange.Reply, raw []byte) error {
	_, err := t.s.Record(ctx, t.src.ID, r, raw)
	return err
}

func (t taker) Spoilt(ctx context.Context, message uuid.UUID, f *exchange.Fault) error {
	return t.s.failed(ctx, t.src, message, f)
}

func (t taker) Distrust(ctx context.Context, why string) error {
	return t.s.audited(ctx, t.src.ID, why)
}

// fetch takes what a file source has laid down. One process at a time looks into a folder: the lock goes with its transaction.
func (s *Service) fetch(ctx context.Context, src *exchange.Source) error {
	if src.Transport.Kind != exchange.File || s.settings.Inbox == nil {
		return nil
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		var ours bool
		if err := tx.QueryRow(ctx, `select pg_try_advisory_xact_lock(hashtextextended('exchange_inbox ' || $1, 0))`, src.ID).Scan(&ours); err != nil || !ours {
			return err
		}
		taken, refused, err := s.settings.Inbox.Poll(ctx, src, taker{s, src})
		if refused > 0 {
			slog.WarnContext(ctx, "exchange: files were refused", "source", src.ID, "taken", taken, "refused", refused)
		}
		return err
	})
}
