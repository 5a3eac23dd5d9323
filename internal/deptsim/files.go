package deptsim

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// maxFile of docs/exchange.md; fileAge is how long a file may lie in the folder before its signature is too old.
const (
	maxFile = 64 << 20
	fileAge = 72 * time.Hour
)

// watch looks for question files until the simulator stops.
func (s *Sim) watch(src *source) {
	folder := filepath.Join(s.o.Drop, src.Transport.Folder)
	for _, sub := range []string{"out", filepath.Join("out", "done"), filepath.Join("out", "refused"), "in"} {
		if err := os.MkdirAll(filepath.Join(folder, sub), 0o755); err != nil {
			s.o.Log.Error("deptsim: drop folder", "source", src.ID, "error", err)
			return
		}
	}
	tries := map[string]int{}
	for s.sleep(s.ctx, s.o.Poll) {
		found, err := filepath.Glob(filepath.Join(folder, "out", "*.ctl"))
		if err != nil {
			s.o.Log.Error("deptsim: drop folder", "source", src.ID, "error", err)
			return
		}
		for _, ctl := range found {
			tries[ctl]++
			if s.ctx.Err() != nil {
				return
			}
			if s.takeFile(src, folder, ctl, tries[ctl]) {
				delete(tries, ctl)
			}
		}
	}
}

// takeFile answers one file and tells whether it is done with.
func (s *Sim) takeFile(src *source, folder, ctl string, try int) bool {
	q, format, err := s.readFile(src, folder, ctl)
	if errors.Is(err, os.ErrNotExist) {
		return false // still being written, or taken by somebody else
	}
	file := ""
	if q != nil {
		file = q.file
	}
	if err != nil {
		r := &refusal{0, "malformed", err.Error()}
		errors.As(err, &r)
		src.book.note(func(c *Counts) { c.Refused[r.reason]++ })
		s.o.Log.Warn("deptsim: file refused", "source", src.ID, "file", filepath.Base(ctl), "reason", r.say)
		s.moveAway(folder, "refused", ctl, file, r.say)
		return true
	}
	// The share that is not there this time: the file stays and is looked at again, without having been asked.
	down := &occasion{sim: s, src: src, ids: q.ids(), key: fmt.Sprintf("%s %s fetch %d", q.Questions[0].Class, q.Questions[0].IDNumber, try)}
	_, hit := down.happens(Down)
	down.record()
	if hit {
		return false
	}
	if !src.nonces.fresh(q.nonce, s.o.Clock.Now()) {
		src.book.note(func(c *Counts) { c.Refused[errReplayed.reason]++ })
		s.moveAway(folder, "refused", ctl, file, errReplayed.say)
		return true
	}
	o := s.occasion(src, &q.asked)
	src.book.note(func(c *Counts) { c.FilesTaken++ })
	s.moveAway(folder, "done", ctl, file, "")
	s.answerFile(src, folder, format, o, q)
	return true
}

type askedFile struct {
	asked
	file, nonce string
}

// readFile reads and checks a file of questions.
func (s *Sim) readFile(src *source, folder, ctl string) (*askedFile, string, error) {
	raw, err := os.ReadFile(ctl)
	if err != nil {
		return nil, "", err
	}
	var c exchange.Control
	if err := json.Unmarshal(raw, &c); err != nil {
		return nil, "", &refusal{0, "malformed", "控制文件不是 JSON"}
	}
	q := &askedFile{file: filepath.Base(c.File), nonce: c.Nonce}
	format := strings.TrimPrefix(filepath.Ext(c.File), ".")
	stem := strings.TrimSuffix(filepath.Base(ctl), ".ctl")
	if q.file != c.File || c.File != stem+"."+format || stem != c.Message.String() || format != "csv" && format != "xlsx" {
		return nil, "", &refusal{0, "malformed", "控制文件、数据文件与 message 的名称不一致"}
	}
	info, err := os.Stat(filepath.Join(folder, "out", q.file))
	if err != nil {
		return nil, "", err
	}
	if info.Size() > maxFile {
		return q, "", &refusal{0, "too_large", "文件超过 64 MiB"}
	}
	data, err := os.ReadFile(filepath.Join(folder, "out", q.file))
	if err != nil {
		return nil, "", err
	}
	if sum := sm3.Sum(data); hex.EncodeToString(sum[:]) != c.SM3 {
		return q, "", &refusal{0, "digest", "文件摘要与控制文件不符"}
	}
	if err := s.believeFile(src, &c, data); err != nil {
		return q, "", err
	}
	rows, err := readTable(format, data)
	if err != nil {
		return q, "", &refusal{0, "malformed", err.Error()}
	}
	questions, purpose, err := readQuestions(rows)
	if err != nil {
		return q, "", &refusal{0, "malformed", err.Error()}
	}
	if c.Rows != len(questions) {
		return q, "", &refusal{0, "malformed", "行数与控制文件不符"}
	}
	q.Query = exchange.Query{Version: c.Version, Message: c.Message, Source: c.Source, Purpose: purpose, Questions: questions}
	return q, format, src.accept(&q.asked)
}

// believeFile checks the signature of the file's bytes against the time that it was written at: a file may lie a while.
func (s *Sim) believeFile(src *source, c *exchange.Control, data []byte) error {
	at, err := strconv.ParseInt(c.Time, 10, 64)
	if err != nil {
		return errForged
	}
	written, now := time.Unix(at, 0), s.o.Clock.Now()
	if now.Sub(written) > fileAge || written.Sub(now) > exchange.Skew {
		return errStale
	}
	sig := exchange.Signature{Key: c.Key, Time: c.Time, Nonce: c.Nonce, Sign: c.Sign}
	switch err := src.key.Verify("FILE "+c.File, data, sig, written); {
	case err == nil:
		return nil
	case errors.Is(err, exchange.ErrForged):
		return errForged
	default:
		return errUnknownKey
	}
}

// moveAway puts a file and its control file into a folder beside them, with the reason where it was refused.
func (s *Sim) moveAway(folder, to, ctl, file, reason string) {
	move := func(name string) {
		err := os.Rename(filepath.Join(folder, "out", name), filepath.Join(folder, "out", to, name))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			s.o.Log.Error("deptsim: move", "file", name, "error", err)
		}
	}
	move(filepath.Base(ctl))
	if file != "" {
		move(file)
	}
	if reason != "" {
		if err := os.WriteFile(filepath.Join(folder, "out", to, filepath.Base(ctl)+".reason"), []byte(reason+"\n"), 0o644); err != nil {
			s.o.Log.Error("deptsim: reason", "error", err)
		}
	}
}

// answerFile writes the answer after a while.
func (s *Sim) answerFile(src *source, folder, format string, o *occasion, q *askedFile) {
	delay := s.answering(o)
	for _, f := range []Fault{Slow, Late} {
		if rate, hit := o.happens(f); hit {
			delay += o.delay(f, rate)
		}
	}
	if _, never := o.happens(Never); never {
		o.record()
		return
	}
	answers, garble := o.spoil(s.answers(src, &q.asked))
	table := src.answerTable(answers)
	data, err := writeTable(format, table)
	if err != nil {
		s.o.Log.Error("deptsim: table", "source", src.ID, "error", err)
		return
	}
	if garble != nil {
		data = garble(data)
	}
	e := envelope{body: data}
	_, e.forged = o.happens(Forged)
	_, twice := o.happens(Twice)
	replay := false
	if !e.forged {
		if _, replay = o.happens(Replayed); replay && !src.past.any() {
			o.undo(Replayed)
			replay = false
		}
	}
	src.book.said(answers)
	o.record()
	name := q.Message.String()
	s.inTime(delay, func(ctx context.Context) {
		ctl, err := s.writeFile(src, folder, name, format, len(table)-1, e)
		if err != nil {
			s.o.Log.Error("deptsim: answer file", "source", src.ID, "error", err)
			return
		}
		if twice && s.gone(ctx, folder, name) {
			if _, err := s.writeFile(src, folder, name, format, len(table)-1, e); err != nil {
				s.o.Log.Error("deptsim: answer file", "source", src.ID, "error", err)
			}
		}
		if old, ok := src.past.oldest(); replay && ok && s.gone(ctx, folder, name) {
			s.putBack(src, folder, old)
		}
		if !e.forged && s.switches.rate(src.ID, Replayed).Rate > 0 {
			src.past.keep(message{name: name + "." + format, to: string(ctl), body: data})
		}
	})
}

// gone waits until a file has been taken from the folder.
func (s *Sim) gone(ctx context.Context, folder, name string) bool {
	for range 3000 {
		if _, err := os.Stat(filepath.Join(folder, "in", name+".ctl")); errors.Is(err, os.ErrNotExist) {
			return true
		}
		if !s.sleep(ctx, s.o.Poll) {
			return false
		}
	}
	return false
}

// writeFile writes an answer file and then its control file, each under another name first, and returns the latter.
func (s *Sim) writeFile(src *source, folder, name, format string, rows int, e envelope) ([]byte, error) {
	file := name + "." + format
	sig, err := s.sign(src, "FILE "+file, e)
	if err != nil {
		return nil, err
	}
	id, err := uuid.Parse(name)
	if err != nil {
		return nil, err
	}
	sum := sm3.Sum(e.body)
	ctl, err := json.Marshal(exchange.Control{Version: exchange.Version, Message: id, Source: src.ID, File: file, Rows: rows, SM3: hex.EncodeToString(sum[:]),
		AnsweredAt: s.o.Clock.Now().In(calendar.Zone).Format(time.RFC3339), Key: sig.Key, Time: sig.Time, Nonce: sig.Nonce, Sign: sig.Sign})
	if err != nil {
		return nil, err
	}
	if err := put(filepath.Join(folder, "in", file), e.body); err != nil {
		return nil, err
	}
	src.book.note(func(c *Counts) { c.FilesWritten++ })
	return ctl, put(filepath.Join(folder, "in", name+".ctl"), ctl)
}

// putBack writes an old file again as it was.
func (s *Sim) putBack(src *source, folder string, old message) {
	stem := strings.TrimSuffix(old.name, filepath.Ext(old.name))
	err := put(filepath.Join(folder, "in", old.name), old.body)
	if err == nil {
		err = put(filepath.Join(folder, "in", stem+".ctl"), []byte(old.to))
	}
	if err != nil {
		s.o.Log.Error("deptsim: old file", "source", src.ID, "error", err)
		return
	}
	src.book.note(func(c *Counts) { c.FilesWritten++ })
}

func put(path string, data []byte) error {
	if err := os.WriteFile(path+".tmp", data, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".tmp", path)
}
