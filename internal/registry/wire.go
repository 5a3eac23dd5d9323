package registry

import (
	"encoding/binary"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
)

// wire is rows in PostgreSQL's binary COPY form. Written by hand: at a million people with fifty fields each, encoding by
// reflection costs more than the database's own work.
type wire []byte

const copyHeader = "PGCOPY\n\xff\r\n\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// row begins a row of n fields.
func (w *wire) row(n int) {
	if len(*w) == 0 {
		*w = append(make([]byte, 0, 1<<16), copyHeader...)
	}
	*w = binary.BigEndian.AppendUint16(*w, uint16(n))
}

// finish ends the rows.
func (w *wire) finish() []byte { return binary.BigEndian.AppendUint16(*w, 0xffff) }

func (w *wire) size(n int) { *w = binary.BigEndian.AppendUint32(*w, uint32(n)) }

func (w *wire) null() { *w = binary.BigEndian.AppendUint32(*w, 0xffffffff) }

func (w *wire) uuid(id uuid.UUID) {
	w.size(16)
	*w = append(*w, id[:]...)
}

func (w *wire) int8(n int64) {
	w.size(8)
	*w = binary.BigEndian.AppendUint64(*w, uint64(n))
}

func (w *wire) int2(n int) {
	w.size(2)
	*w = binary.BigEndian.AppendUint16(*w, uint16(n))
}

func (w *wire) bool(b bool) {
	w.size(1)
	if b {
		*w = append(*w, 1)
	} else {
		*w = append(*w, 0)
	}
}

func (w *wire) text(s string) {
	w.size(len(s))
	*w = append(*w, s...)
}

// bytes writes nil as NULL.
func (w *wire) bytes(b []byte) {
	if b == nil {
		w.null()
		return
	}
	w.size(len(b))
	*w = append(*w, b...)
}

// PostgreSQL counts from 2000-01-01.
var (
	epochDay    = calendar.NewDate(2000, 1, 1)
	epochMicros = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).UnixMicro()
)

func (w *wire) date(d calendar.Date) {
	w.size(4)
	*w = binary.BigEndian.AppendUint32(*w, uint32(int32(d-epochDay)))
}

func (w *wire) time(t time.Time) { w.int8(t.UnixMicro() - epochMicros) }
