package audit

import (
	"bytes"
	"context"

	"github.com/jackc/pgx/v5"
)

// Rehash recomputes the chain over the events as they stand.
func Rehash(ctx context.Context, c *pgx.Conn) ([][]byte, error) {
	rows, err := c.Query(ctx, `select `+eventColumns+` from audit_seal s join audit_event e on e.id = s.event_id order by s.n`, allBinary)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out [][]byte
	link, prev := newChain(), genesis
	for rows.Next() {
		prev = bytes.Clone(link.next(nil, prev, rows.RawValues()))
		out = append(out, prev)
	}
	return out, rows.Err()
}
