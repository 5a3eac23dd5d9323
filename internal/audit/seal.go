package audit

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"zhongfu/internal/access"
	"zhongfu/internal/postgres"
)

// sealLock lets one sealer at a time extend the chain.
const sealLock = 0x7a66_6175_6469_74

// toSeal reads the queue in order. An event that was committed late, with an older time than the chain's end, simply
// comes later in the chain; one that is sealed already is left alone.
const toSeal = `
select ` + eventColumns + `
from audit_unsealed u
join audit_event e on e.at = u.at and e.id = u.id
where not exists (select from audit_seal s where s.event_id = u.id)
order by u.at, u.id
limit $1`

// Seal adds up to max waiting events to the chain, signs the new head as of now, and empties the queue, in one
// transaction. It returns how many it sealed; fewer than max means that the queue is empty. Two callers at once wait for
// one another.
func Seal(ctx context.Context, db *postgres.DB, key Signer, now time.Time, max int) (int, error) {
	sealed := 0
	err := db.InTx(ctx, access.System("audit.seal"), func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `select pg_advisory_xact_lock($1)`, int64(sealLock)); err != nil {
			return err
		}
		head, err := lastSeal(ctx, tx)
		if err != nil {
			return err
		}
		links, err := link(ctx, tx, head, max)
		if err != nil || len(links) == 0 {
			sealed = 0
			return err
		}
		sealed = len(links)
		return store(ctx, tx, key, head.N, links, now)
	})
	if err != nil {
		return 0, fmt.Errorf("audit: seal: %w", err)
	}
	return sealed, nil
}

func lastSeal(ctx context.Context, tx pgx.Tx) (Head, error) {
	h := Head{Hash: genesis}
	err := tx.QueryRow(ctx, `select n, hash from audit_seal order by n desc limit 1`).Scan(&h.N, &h.Hash)
	if errors.Is(err, pgx.ErrNoRows) {
		return h, nil
	}
	return h, err
}

// sealRow is one row of audit_seal, its event's key still in wire form.
type sealRow struct {
	at   time.Time
	id   pgtype.UUID
	hash []byte
}

func link(ctx context.Context, tx pgx.Tx, head Head, max int) ([]sealRow, error) {
	rows, err := tx.Query(ctx, toSeal, allBinary, max)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []sealRow
	c, prev := newChain(), head.Hash
	for rows.Next() {
		raw := rows.RawValues()
		prev = c.next(nil, prev, raw)
		r := sealRow{at: wireTime(raw[0]), hash: prev}
		r.id.Valid = copy(r.id.Bytes[:], raw[1]) == 16
		out = append(out, r)
	}
	return slices.Clip(out), rows.Err()
}

func store(ctx context.Context, tx pgx.Tx, key Signer, from int64, links []sealRow, now time.Time) error {
	_, err := tx.CopyFrom(ctx, pgx.Identifier{"audit_seal"}, []string{"n", "event_at", "event_id", "hash"},
		pgx.CopyFromSlice(len(links), func(i int) ([]any, error) {
			return []any{from + int64(i) + 1, links[i].at, links[i].id, links[i].hash}, nil
		}))
	if err != nil {
		return err
	}
	head := Head{N: from + int64(len(links)), Hash: links[len(links)-1].hash, At: now.Truncate(time.Microsecond)}
	var b pgx.Batch
	b.Queue(`delete from audit_unsealed u using audit_seal s where s.n > $1 and u.at = s.event_at and u.id = s.event_id`, from)
	b.Queue(`insert into audit_checkpoint (n, hash, signature, at) values ($1, $2, $3, $4)`, head.N, head.Hash, key.Sign(head.message()), head.At)
	return tx.SendBatch(ctx, &b).Close()
}

// wireTime reads PostgreSQL's binary timestamptz: microseconds since 2000.
func wireTime(raw []byte) time.Time {
	var micros int64
	for _, b := range raw {
		micros = micros<<8 | int64(b)
	}
	return time.UnixMicro(micros + epoch2000).UTC()
}

const epoch2000 = 946_684_800_000_000
