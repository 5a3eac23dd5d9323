package audit

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/postgres"
)

const verifyBatch = 20_000

const sealedEvents = `
select s.n, s.event_at, s.event_id, s.hash, c.hash, c.at, c.signature, ` + eventColumns + `
from audit_seal s
left join audit_checkpoint c on c.n = s.n
left join audit_event e on e.at = s.event_at and e.id = s.event_id
where s.n > $1 order by s.n limit $2`

// Verify recomputes the chain from its beginning on one snapshot and reports every changed, missing or inserted row. It
// streams: memory does not grow with the trail. noted, when not nil, is a head that was written down earlier; the chain
// must still contain it.
func Verify(ctx context.Context, db *postgres.DB, key Signer, noted *Head) (Verification, error) {
	var v *verifier
	err := db.InRead(ctx, access.System("audit.verify"), func(tx pgx.Tx) error {
		v = &verifier{key: key, noted: noted, chain: newChain(), prev: bytes.Clone(genesis)}
		if err := v.links(ctx, tx); err != nil {
			return err
		}
		if err := v.heads(ctx, tx); err != nil {
			return err
		}
		return v.strays(ctx, tx)
	})
	if err != nil {
		return Verification{}, fmt.Errorf("audit: verify: %w", err)
	}
	return v.Verification, nil
}

type verifier struct {
	Verification
	key     Signer
	noted   *Head
	chain   *chain
	n       int64  // the last link seen
	prev    []byte // its stored hash; nil after a gap
	want    []byte // its computed hash where that differs from the stored one
	buffer  []byte
	lastID  uuid.UUID
	matched int64 // links whose event is there
}

// sealLink is one row of sealedEvents; its slices live until the next row.
type sealLink struct {
	n         int64
	at        time.Time
	id        uuid.UUID
	hash      []byte
	signed    []byte // hash of the head signed here, nil when none
	signature []byte
	signedAt  time.Time
	event     [][]byte // nil when the event is gone
}

func (v *verifier) links(ctx context.Context, tx pgx.Tx) error {
	for {
		count, err := v.batch(ctx, tx)
		if err != nil || count < verifyBatch {
			return err
		}
	}
}

func (v *verifier) batch(ctx context.Context, tx pgx.Tx) (int, error) {
	rows, err := tx.Query(ctx, sealedEvents, allBinary, v.n, verifyBatch)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	count := 0
	for rows.Next() {
		count++
		raw := rows.RawValues()
		l := sealLink{n: int64(binary.BigEndian.Uint64(raw[0])), at: wireTime(raw[1]), id: uuid.UUID(raw[2]), hash: raw[3], signed: raw[4], signature: raw[6]}
		if l.signed != nil {
			l.signedAt = wireTime(raw[5])
		}
		if event := raw[len(raw)-eventColumnCount:]; event[0] != nil {
			l.event = event
		}
		v.link(l)
	}
	return count, rows.Err()
}

func (v *verifier) link(l sealLink) {
	if l.n != v.n+1 {
		v.add(SealMissing, v.n+1, uuid.Nil, time.Time{}, "链上第 %d 至 %d 节缺失。", v.n+1, l.n-1)
		v.prev, v.want = nil, nil
	}
	found := len(v.Faults)
	v.content(l)
	if l.signed != nil {
		v.head(l, len(v.Faults) > found)
	}
	if v.noted != nil && v.noted.N == l.n && !bytes.Equal(v.noted.Hash, l.hash) {
		v.add(Rewritten, l.n, l.id, l.at, "链上第 %d 节与此前记下的链头不一致：此前的链已被改写。", l.n)
	}
	v.n, v.lastID, v.CheckedTo = l.n, l.id, l.at
	v.prev = append(v.prev[:0], l.hash...)
	v.Sealed++
}

// content recomputes the link from its event. Where the link before disagreed with its event, this one tells which of the
// two was altered: the next hash was made from the true one.
func (v *verifier) content(l sealLink) {
	before := v.want
	v.want = nil
	if l.event == nil {
		v.add(EventMissing, l.n, l.id, l.at, "第 %d 条记录已封存，但原记录不见了。", l.n)
		return
	}
	v.matched++
	if v.prev == nil {
		return // after a gap nothing says what this link was made from
	}
	v.buffer = v.chain.next(v.buffer, v.prev, l.event)
	if bytes.Equal(v.buffer, l.hash) {
		return
	}
	computed := bytes.Clone(v.buffer)
	if before != nil && bytes.Equal(v.chain.next(v.buffer, before, l.event), l.hash) {
		v.relabel(l.n-1, SealChanged, "链上第 %d 节的散列值被改动，原记录完好。", l.n-1)
		return
	}
	v.want = computed
	v.add(EventChanged, l.n, l.id, l.at, "第 %d 条记录与封存时不一致（或它的前一条被连同链节改写）。", l.n)
}

func (v *verifier) relabel(n int64, kind FaultKind, format string, args ...any) {
	for i := len(v.Faults) - 1; i >= 0; i-- {
		if f := &v.Faults[i]; f.N == n && f.Kind == EventChanged {
			f.Kind, f.Text = kind, fmt.Sprintf(format, args...)
			return
		}
	}
}

// head checks what was signed at this link.
func (v *verifier) head(l sealLink, faulty bool) {
	h := Head{N: l.n, Hash: bytes.Clone(l.signed), At: l.signedAt}
	switch {
	case !v.key.Verify(h.message(), l.signature):
		v.add(SignatureBroken, l.n, l.id, l.at, "链上第 %d 节的链头签名无效。", l.n)
	case bytes.Equal(l.signed, l.hash):
		v.Head = h
	case v.want != nil && bytes.Equal(l.signed, v.want):
		v.relabel(l.n, SealChanged, "链上第 %d 节的散列值被改动，原记录完好。", l.n)
	case !faulty:
		v.add(Rewritten, l.n, l.id, l.at, "链上第 %d 节与签名时不一致：此前的链已被改写。", l.n)
	}
}
