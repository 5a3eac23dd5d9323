package verification

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// Called takes a message that a source brings by itself. The edge hands over the bytes as they came with their signature;
// parse reads them only after they are believed. A forged, altered, replayed or late message changes nothing but the audit
// trail. The same answer brought twice with new signatures is taken once.
func (s *Service) Called(ctx context.Context, source string, key exchange.Key, sign exchange.Signature, body []byte, parse func([]byte) (exchange.Reply, error)) (Recorded, error) {
	src := s.catalogue.Source(source)
	if src == nil || src.Transport.Kind != exchange.Callback {
		return Recorded{}, s.distrust(ctx, source, "no such source")
	}
	if err := key.Verify("POST /callback "+source, body, sign, s.now()); err != nil {
		return Recorded{}, s.distrust(ctx, source, err.Error())
	}
	fresh, err := s.Fresh(ctx, source, sign.Nonce)
	if err != nil {
		return Recorded{}, err
	}
	if !fresh {
		return Recorded{}, s.distrust(ctx, source, exchange.ErrReplayed.Error())
	}
	reply, err := parse(body)
	if err != nil { // which message it was cannot be told: that waits until its time is over
		f := &exchange.Fault{Kind: exchange.BadAnswer, Detail: err.Error(), Cause: err}
		if err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
			now := s.now()
			if err := countMisread(ctx, tx, source, now); err != nil {
				return err
			}
			return s.stumble(ctx, tx, src, f, now)
		}); err != nil {
			return Recorded{}, err
		}
		return Recorded{}, errs.Bad("", "%s", err.Error())
	}
	return s.Record(ctx, source, &reply, body)
}

// Fresh remembers a nonce; false where it was seen before.
func (s *Service) Fresh(ctx context.Context, source, nonce string) (fresh bool, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `insert into exchange_nonce (source, nonce, at) values ($1, $2, $3) on conflict do nothing`, source, nonce, s.now())
		fresh = err == nil && tag.RowsAffected() == 1
		return err
	})
	return fresh, err
}

// distrust audits a message that is not believed. Who sent it learns only that. Whoever sends many fills the log and not the
// audit trail.
func (s *Service) distrust(ctx context.Context, source, why string) error {
	if s.catalogue.Source(source) == nil {
		source = "?"
	}
	if !s.doubts.Take(source, s.now()) {
		slog.WarnContext(ctx, "exchange: a message is not believed", "source", source, "why", why)
		return errs.Denied("消息未通过验证。")
	}
	if err := s.audited(ctx, source, why); err != nil {
		return err
	}
	return errs.Denied("消息未通过验证。")
}

// audited notes that something came in a source's name that is not believed.
func (s *Service) audited(ctx context.Context, source, why string) error {
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error { return auditDistrust(ctx, tx, s.now(), source, why) })
}

func auditDistrust(ctx context.Context, tx pgx.Tx, now time.Time, source, why string) error {
	return audit.Write(ctx, tx, now, system, audit.Event{Action: "verification.ask", ObjectKind: "exchange_source", ObjectID: source,
		After: map[string]any{"distrusted": why}})
}
