package audit

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// heads looks for what the links themselves cannot show: an end that is cut off, or added without a signature.
func (v *verifier) heads(ctx context.Context, tx pgx.Tx) error {
	var n *int64
	var at *time.Time
	if err := tx.QueryRow(ctx, `select max(n), max(at) from audit_checkpoint where n > $1`, v.n).Scan(&n, &at); err != nil {
		return err
	}
	switch {
	case n != nil:
		v.add(Truncated, v.n+1, uuid.Nil, *at, "链尾被截断：已签名到第 %d 节，现只剩到第 %d 节。", *n, v.n)
	case v.noted != nil && v.noted.N > v.n:
		v.add(Truncated, v.n+1, uuid.Nil, time.Time{}, "链尾被截断：此前记下的链头是第 %d 节，现只剩到第 %d 节。", v.noted.N, v.n)
	}
	var signed int64
	if err := tx.QueryRow(ctx, `select coalesce(max(n), 0) from audit_checkpoint where n <= $1`, v.n).Scan(&signed); err != nil {
		return err
	}
	if n == nil && signed < v.n {
		v.add(Unsigned, v.n, v.lastID, v.CheckedTo, "链上第 %d 至 %d 节没有签名的链头。", signed+1, v.n)
	}
	return nil
}

const strayEvents = `
select e.at, e.id from audit_event e
where not exists (select from audit_seal s where s.event_id = e.id and s.event_at = e.at)
  and not exists (select from audit_unsealed u where u.at = e.at and u.id = e.id)
order by e.at, e.id`

const lostEvents = `
select u.at, u.id from audit_unsealed u
where not exists (select from audit_event e where e.at = u.at and e.id = u.id)
  and not exists (select from audit_seal s where s.event_id = u.id)
order by u.at, u.id`

// strays finds rows outside the chain. Counting first spares the search through the whole trail when all is well.
func (v *verifier) strays(ctx context.Context, tx pgx.Tx) error {
	err := tx.QueryRow(ctx, `select (select count(*) from audit_event),
		(select count(*) from audit_unsealed u join audit_event e on e.at = u.at and e.id = u.id
		 where not exists (select from audit_seal s where s.event_id = u.id))`).Scan(&v.Events, &v.Waiting)
	if err != nil {
		return err
	}
	if v.Events != v.matched+v.Waiting {
		if err := v.each(ctx, tx, strayEvents, EventInserted, "这条记录既未封存，也不在待封存之列：系绕过系统插入。"); err != nil {
			return err
		}
	}
	return v.each(ctx, tx, lostEvents, EventMissing, "这条记录等待封存，但原记录不见了。")
}

func (v *verifier) each(ctx context.Context, tx pgx.Tx, query string, kind FaultKind, text string) error {
	rows, err := tx.Query(ctx, query)
	if err != nil {
		return err
	}
	var at time.Time
	var id uuid.UUID
	_, err = pgx.ForEachRow(rows, []any{&at, &id}, func() error {
		v.add(kind, 0, id, at, "%s", text)
		return nil
	})
	return err
}
