package rulebook

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/clock"
	"zhongfu/internal/policy"
)

// lockKey serialises what changes the store's order of versions: one start-up or approval at a time.
const lockKey = 7261108

// archiveCarried keeps a pack that the program carries and, where nobody has decided otherwise, puts it in force: the first
// edition of a pack, and a newer one as long as only programs have set what holds. Once a person has activated a version,
// a new program's edition waits among the versions for somebody to propose it.
func (l *Library) archiveCarried(ctx context.Context, p *policy.Pack) error {
	files, err := filesOf(p)
	if err != nil {
		return err
	}
	v := version{pack: p}
	err = l.db.InTx(ctx, system, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock($1)", lockKey); err != nil {
			return err
		}
		now := l.clock.Now()
		added, err := archive(ctx, tx, p, files, archived{Origin: "program", By: "程序自带", At: now})
		if err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, `select at from pack_version where digest = $1`, p.Digest).Scan(&v.at); err != nil {
			return err
		}
		put, err := l.activateCarried(ctx, tx, p)
		if err != nil || !added && !put {
			return err
		}
		return audit.Write(ctx, tx, now, system, audit.Event{Action: "policy.archive", ObjectKind: "policy", ObjectID: p.Digest,
			After: map[string]any{"pack": p.Name, "version": p.Version, "origin": "program", "in_force": put}})
	})
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.versions[p.Digest] = v
	return nil
}

func (l *Library) activateCarried(ctx context.Context, tx pgx.Tx, p *policy.Pack) (bool, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return false, err
	}
	tag, err := tx.Exec(ctx, `insert into pack_activation (id, pack, digest, active_from, origin, reason, state, proposed_by_name, proposed_at, approved_by_name, approved_at)
		select $1, $2, $3, $4, 'program', '随程序发布', 'approved', '程序自带', $5, '程序自带', $5
		where not exists (select from pack_activation where pack = $2 and digest = $3 and origin = 'program')
		  and not exists (select from pack_activation where pack = $2 and origin = 'person' and state in ('proposed', 'approved'))`,
		id, p.Name, p.Digest, clock.Today(l.clock), l.clock.Now())
	return tag.RowsAffected() > 0, err
}
