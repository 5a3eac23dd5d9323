package audit

import (
	"encoding/binary"
	"hash"

	"github.com/emmansun/gmsm/sm3"
	"github.com/jackc/pgx/v5"
)

// eventColumns are the columns that a hash covers, in their order for ever: a column added to the table later needs a
// new form of the canonical bytes, never a change of this one. JSON is taken as the database's own normal text.
const eventColumns = `e.at, e.id, e.actor_id, e.actor_name, e.role, e.division, e.action, e.object_kind, e.object_id,
  e.root_id, e.before::text, e.after::text, e.purpose, e.remote`

const eventColumnCount = 14

// allBinary asks for every column in PostgreSQL's binary form, which is exact and the same on every server: integers and
// microseconds as 8 bytes, ids as 16, text as UTF-8.
var allBinary = pgx.QueryResultFormats{pgx.BinaryFormatCode}

// chain computes hash_n = SM3(hash_{n-1} || canonical bytes of event n).
type chain struct {
	h      hash.Hash
	length [4]byte
}

func newChain() *chain { return &chain{h: sm3.New()} }

// next returns the hash of the event whose raw columns are given, after the link prev; dst is reused.
func (c *chain) next(dst, prev []byte, columns [][]byte) []byte {
	c.h.Reset()
	c.h.Write(prev)
	for _, v := range columns {
		n := uint32(len(v))
		if v == nil {
			n = 1<<32 - 1 // null is not the empty text
		}
		binary.BigEndian.PutUint32(c.length[:], n)
		c.h.Write(c.length[:])
		c.h.Write(v)
	}
	return c.h.Sum(dst[:0])
}

// genesis stands before the first event.
var genesis = make([]byte, sm3.Size)
