package verification

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Pause stops or resumes the questions to a source, as when a department announces maintenance. What waits, waits; to resume
// closes the circuit breaker. Paused again it changes nothing.
func (s *Service) Pause(ctx context.Context, actor access.Actor, source string, paused bool, reason string) error {
	if err := access.Check(actor, "verification.source", access.At(actor.Division)); err != nil {
		return err
	}
	if s.catalogue.Source(source) == nil {
		return errs.Missing("这个信息来源")
	}
	if reason = strings.TrimSpace(reason); reason == "" || utf8.RuneCountInString(reason) > 200 {
		return errs.Bad("reason", "请写明理由（1–200 个字），例如“部门通知今晚维护”。")
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		now := s.now()
		tag, err := tx.Exec(ctx, `insert into exchange_source as e (source, paused, paused_by, paused_reason, paused_at) values ($1, $2, $3, $4, $5)
on conflict (source) do update set paused = $2, paused_by = $3, paused_reason = $4, paused_at = $5, open_until = null, failures = 0 where e.paused <> $2`,
			source, paused, actor.Name, reason, now)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.source", ObjectKind: "exchange_source", ObjectID: source, Division: actor.Division,
			After: map[string]any{"paused": paused, "reason": reason}})
	})
}
