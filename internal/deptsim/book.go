package deptsim

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/google/uuid"
)

// maxQuestions is how many questions all books together keep a line of: about 40 bytes each.
const maxQuestions = 4_000_000

// Met counts how often a fault could have happened while it was switched on, and how often it did.
type Met struct {
	Chances int64 `json:"chances"`
	Applied int64 `json:"applied"`
}

// Counts are what a source was asked and what it said.
type Counts struct {
	Messages        int64            `json:"messages"`           // believed and counted
	Questions       int64            `json:"questions"`          // in them, each time it was asked
	Distinct        int64            `json:"distinct"`           // questions with a line of their own
	NotKept         int64            `json:"questions_not_kept"` // asked after the books were full: counted above, without a line
	AskedMost       uint16           `json:"asked_most"`         // how often the question was asked that was asked most
	Answers         map[string]int64 `json:"answers"`            // sent, by status
	Refused         map[string]int64 `json:"refused,omitempty"`  // messages that were not believed or not understood, by reason
	Faults          map[Fault]Met    `json:"faults,omitempty"`
	CallbacksSent   int64            `json:"callbacks_sent,omitempty"` // attempts
	CallbacksTaken  int64            `json:"callbacks_taken,omitempty"`
	CallbacksDenied map[int]int64    `json:"callbacks_denied,omitempty"` // by HTTP status
	CallbacksLost   int64            `json:"callbacks_lost,omitempty"`   // given up after the last attempt
	FilesTaken      int64            `json:"files_taken,omitempty"`
	FilesWritten    int64            `json:"files_written,omitempty"`
}

// line is what is known of one question.
type line struct{ asked, answered, faults uint16 }

// book is one source's.
type book struct {
	mu    sync.Mutex
	c     Counts
	lines map[uuid.UUID]line
	kept  *atomic.Int64 // by all books
	limit int64
}

func newBook(kept *atomic.Int64, limit int64) *book {
	b := &book{kept: kept, limit: limit}
	b.clear()
	return b
}

func (b *book) clear() {
	b.kept.Add(-int64(len(b.lines)))
	b.lines = map[uuid.UUID]line{}
	b.c = Counts{Answers: map[string]int64{}, Refused: map[string]int64{}, Faults: map[Fault]Met{}, CallbacksDenied: map[int]int64{}}
}

// asked notes a message and returns how often its first question was asked before.
func (b *book) asked(ids []uuid.UUID) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.c.Messages++
	b.c.Questions += int64(len(ids))
	before := 0
	for i, id := range ids {
		l, ok := b.lines[id]
		if !ok && b.kept.Load() >= b.limit {
			b.c.NotKept++
			continue
		}
		if !ok {
			b.kept.Add(1)
			b.c.Distinct++
		}
		if i == 0 {
			before = int(l.asked)
		}
		if l.asked < 1<<16-1 {
			l.asked++
		}
		b.c.AskedMost = max(b.c.AskedMost, l.asked)
		b.lines[id] = l
	}
	return before
}

// met notes what faults did to a message and its questions since it was called last.
func (b *book) met(o *occasion) {
	if len(o.meet) == 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range o.meet {
		m := b.c.Faults[c.fault]
		m.Chances++
		if c.hit {
			m.Applied++
		}
		b.c.Faults[c.fault] = m
	}
	o.meet = o.meet[:0]
	if o.hit == 0 {
		return
	}
	for _, id := range o.ids {
		if l, ok := b.lines[id]; ok {
			l.faults |= o.hit
			b.lines[id] = l
		}
	}
}

// said notes answers that left, whether or not they were believed.
func (b *book) said(answers []answered) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range answers {
		b.c.Answers[string(answers[i].status)]++
		id := answers[i].question.ID
		if l, ok := b.lines[id]; ok && l.answered < 1<<16-1 {
			l.answered++
			b.lines[id] = l
		}
	}
}

func (b *book) note(f func(*Counts)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	f(&b.c)
}

// counts copies what was counted.
func (b *book) counts() Counts {
	b.mu.Lock()
	defer b.mu.Unlock()
	raw, err := json.Marshal(b.c)
	if err != nil {
		panic(err) // numbers only
	}
	var out Counts
	if err := json.Unmarshal(raw, &out); err != nil {
		panic(err)
	}
	return out
}

// Asked tells what the books hold of a question: how often it was asked and answered, and which faults it met.
func (s *Sim) Asked(source string, id uuid.UUID) (asked, answered int, faults []Fault) {
	src := s.sources[source]
	if src == nil {
		return 0, 0, nil
	}
	src.book.mu.Lock()
	defer src.book.mu.Unlock()
	l := src.book.lines[id]
	return int(l.asked), int(l.answered), faultsOf(l.faults)
}

func faultsOf(bits uint16) []Fault {
	var out []Fault
	for _, f := range Faults {
		if bits&f.bit() != 0 {
			out = append(out, f)
		}
	}
	return out
}

// Stats are the counts of every source that was spoken with.
func (s *Sim) Stats() map[string]Counts {
	out := map[string]Counts{}
	for id, src := range s.sources {
		if c := src.book.counts(); c.Messages > 0 || len(c.Refused) > 0 || c.FilesTaken > 0 {
			out[id] = c
		}
	}
	return out
}

// WriteStats writes the counts and, with questions, a line for each question that was asked at least atLeast times:
// "id": [asked, answered, "fault fault"]. It is written as a stream, one source in memory at a time.
func (s *Sim) WriteStats(w io.Writer, questions bool, atLeast int) error {
	out := bufio.NewWriterSize(w, 1<<16)
	head, err := json.Marshal(s.Stats())
	if err != nil {
		return err
	}
	fmt.Fprintf(out, `{"seed":%d,"sources":%s`, s.switches.seed, head)
	if questions {
		out.WriteString(`,"questions":{`)
		for i, id := range s.order {
			if i > 0 {
				out.WriteByte(',')
			}
			fmt.Fprintf(out, "%q:{", id)
			s.sources[id].book.writeLines(out, atLeast)
			out.WriteByte('}')
		}
		out.WriteByte('}')
	}
	out.WriteString("}\n")
	return out.Flush()
}

func (b *book) writeLines(out *bufio.Writer, atLeast int) {
	type named struct {
		id uuid.UUID
		line
	}
	b.mu.Lock()
	all := make([]named, 0, len(b.lines))
	for id, l := range b.lines {
		if int(l.asked) >= atLeast {
			all = append(all, named{id, l})
		}
	}
	b.mu.Unlock()
	slices.SortFunc(all, func(x, y named) int { return strings.Compare(string(x.id[:]), string(y.id[:])) })
	for i, l := range all {
		if i > 0 {
			out.WriteByte(',')
		}
		words := make([]string, 0, 4)
		for _, f := range faultsOf(l.faults) {
			words = append(words, string(f))
		}
		fmt.Fprintf(out, "%q:[%d,%d,%q]", l.id.String(), l.asked, l.answered, strings.Join(words, " "))
	}
}

// DumpStats writes everything to a file, whole or not at all.
func (s *Sim) DumpStats(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path + ".new")
	if err != nil {
		return err
	}
	if err := s.WriteStats(f, true, 0); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
