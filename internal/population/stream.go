package population

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"
)

// blockSize is how much of the stream travels together to a core: some thousands of households.
const blockSize = 512 << 10

// block is whole rows of a COPY stream (division, sheet, household_id), and where their households and members begin.
type block struct {
	data    []byte
	h, m    int
	rows    int
	members int
}

// splitter takes the binary COPY stream as it comes, cuts it at row ends and hands blocks on. It is an io.Writer.
type splitter struct {
	ctx     context.Context
	out     chan *block
	free    chan *block
	now     *block
	parsed  int // of now.data: whole rows
	started bool
	ended   bool
}

// signature, flags and the length of an extension that is never there.
const copyHeader = 11 + 4 + 4

func newSplitter(ctx context.Context, out chan *block) *splitter {
	return &splitter{ctx: ctx, out: out, free: make(chan *block, cap(out)+4), now: &block{}}
}

func (s *splitter) Write(p []byte) (int, error) {
	s.now.data = append(s.now.data, p...)
	if !s.started {
		if len(s.now.data) < copyHeader {
			return len(p), nil
		}
		s.started = true
		s.now.data = append(s.now.data[:0], s.now.data[copyHeader:]...)
	}
	for !s.ended {
		n, members, err := row(s.now.data[s.parsed:])
		if err != nil {
			return 0, err
		}
		if n < 0 {
			s.ended = true
			break
		}
		if n == 0 {
			break
		}
		s.parsed += n
		s.now.rows++
		s.now.members += members
	}
	if s.parsed >= blockSize {
		return len(p), s.flush()
	}
	return len(p), nil
}

// flush hands on the whole rows and keeps the rest.
func (s *splitter) flush() error {
	next := &block{}
	select {
	case next = <-s.free:
	default:
	}
	next.data = append(next.data[:0], s.now.data[s.parsed:]...)
	next.rows, next.members = 0, 0
	next.h, next.m = s.now.h+s.now.rows, s.now.m+s.now.members
	done := s.now
	done.data = done.data[:s.parsed]
	s.now, s.parsed = next, 0
	if done.rows == 0 {
		return nil
	}
	select {
	case s.out <- done:
		return nil
	case <-s.ctx.Done():
		return s.ctx.Err()
	}
}

// finish hands on what is left. A stream that did not end is an error.
func (s *splitter) finish() error {
	if !s.ended {
		return errors.New("population: the database's stream broke off")
	}
	return s.flush()
}

// row returns the length of the row at the beginning of b and its members: 0 while it is not whole, -1 at the end mark.
func row(b []byte) (n, members int, err error) {
	if len(b) < 2 {
		return 0, 0, nil
	}
	fields := int(int16(binary.BigEndian.Uint16(b)))
	if fields == -1 {
		return -1, 0, nil
	}
	if fields != 3 {
		return 0, 0, fmt.Errorf("population: a row of %d fields", fields)
	}
	at := 2
	for i := range fields {
		if len(b) < at+4 {
			return 0, 0, nil
		}
		size := int(int32(binary.BigEndian.Uint32(b[at:])))
		if size < 0 {
			return 0, 0, errors.New("population: a row with an empty field")
		}
		at += 4
		if len(b) < at+size {
			return 0, 0, nil
		}
		if i == 1 {
			if members, _, _, err = head(b[at : at+size]); err != nil {
				return 0, 0, err
			}
		}
		at += size
	}
	return at, members, nil
}

// decoder fills the columns from blocks, each core with its own tally.
type decoder struct {
	pop     *Population
	plans   map[int32]*plan
	held    map[uuid.UUID][]mark
	tallies []map[int32]*tally
	done    atomic.Int64
	report  func(households int)
}

func (d *decoder) start(group *errgroup.Group, ctx context.Context, cores int, in <-chan *block, free chan *block) {
	d.tallies = make([]map[int32]*tally, cores)
	for core := range cores {
		d.tallies[core] = map[int32]*tally{}
		group.Go(func() error {
			for {
				select {
				case b, ok := <-in:
					if !ok {
						return nil
					}
					if err := d.block(b, d.tallies[core]); err != nil {
						return err
					}
					if n := d.done.Add(int64(b.rows)); d.report != nil {
						d.report(int(n))
					}
					select {
					case free <- b:
					default:
					}
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		})
	}
}

func (d *decoder) block(b *block, tallies map[int32]*tally) error {
	data, h, m := b.data, b.h, b.m
	var last *tally
	var of *plan
	if h+b.rows > len(d.pop.Division) || m+b.members > d.pop.rows {
		return errors.New("population: more households than were counted")
	}
	for range b.rows {
		division := int64(binary.BigEndian.Uint64(data[6:]))
		size := int(binary.BigEndian.Uint32(data[14:]))
		sheet, id := data[18:18+size], data[18+size+4:18+size+20]
		_, layout, _, err := head(sheet)
		if err != nil {
			return damaged(id, err)
		}
		pl := d.plans[layout]
		if pl == nil {
			return damaged(id, fmt.Errorf("population: no layout %d", layout))
		}
		t := tallies[layout]
		if t == nil {
			t = newTally(pl, len(d.pop.Division), d.pop.rows)
			tallies[layout] = t
		}
		if last != nil && last != t {
			last.flush(of)
		}
		last, of = t, pl
		n, err := pl.sheet(sheet, h, m, t)
		if err != nil {
			return damaged(id, err)
		}
		d.pop.Division[h] = division
		m += n
		d.pop.First[h+1] = int32(m)
		if len(d.held) > 0 {
			if marks := d.held[uuid.UUID(id)]; marks != nil {
				d.pop.hold(h, marks)
			}
		}
		h++
		data = data[18+size+20:]
	}
	if last != nil {
		last.flush(of)
	}
	return nil
}

func damaged(id []byte, cause error) error {
	return fmt.Errorf("sheet of household %s: %w", uuid.UUID(id), cause)
}
