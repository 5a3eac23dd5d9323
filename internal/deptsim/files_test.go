package deptsim

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

// drop writes a question file as the platform does.
func (s *stage) drop(q exchange.Query, format string, change func(*exchange.Control, *[]byte)) {
	s.t.Helper()
	rows := [][]string{questionColumns}
	for _, x := range q.Questions {
		rows = append(rows, []string{x.ID.String(), x.Class, x.IDNumber, x.Name, x.Authorisation, "", q.Purpose})
	}
	data, err := writeTable(format, rows)
	if err != nil {
		s.t.Fatal(err)
	}
	file := q.Message.String() + "." + format
	sig, err := s.o.Keys[q.Source].NewSignature("FILE "+file, data, s.now.Now())
	if err != nil {
		s.t.Fatal(err)
	}
	sum := sm3.Sum(data)
	c := exchange.Control{Version: 1, Message: q.Message, Source: q.Source, File: file, Rows: len(q.Questions), SM3: hex.EncodeToString(sum[:]),
		Key: sig.Key, Time: sig.Time, Nonce: sig.Nonce, Sign: sig.Sign}
	if change != nil {
		change(&c, &data)
	}
	raw, err := json.Marshal(c)
	if err != nil {
		s.t.Fatal(err)
	}
	out := filepath.Join(s.o.Drop, q.Source, "out")
	for _, f := range []struct {
		name string
		data []byte
	}{{file, data}, {q.Message.String() + ".ctl", raw}} {
		if err := put(filepath.Join(out, f.name), f.data); err != nil {
			s.t.Fatal(err)
		}
	}
}

// pickUp takes an answer file as the platform does; nil when none comes within the time.
func (s *stage) pickUp(source string, message uuid.UUID, within time.Duration) (exchange.Control, []byte) {
	s.t.Helper()
	in := filepath.Join(s.o.Drop, source, "in")
	ctl := filepath.Join(in, message.String()+".ctl")
	for end := time.Now().Add(within); time.Now().Before(end); time.Sleep(3 * time.Millisecond) {
		raw, err := os.ReadFile(ctl)
		if err != nil {
			continue
		}
		var c exchange.Control
		if err := json.Unmarshal(raw, &c); err != nil {
			s.t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(in, c.File))
		if err != nil {
			s.t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(in, "done"), 0o755); err != nil {
			s.t.Fatal(err)
		}
		for _, name := range []string{c.File, message.String() + ".ctl"} {
			if err := os.Rename(filepath.Join(in, name), filepath.Join(in, "done", name)); err != nil {
				s.t.Fatal(err)
			}
		}
		return c, data
	}
	return exchange.Control{}, nil
}

func (s *stage) verifyFile(c exchange.Control, data []byte) error {
	sum := sm3.Sum(data)
	if hex.EncodeToString(sum[:]) != c.SM3 {
		s.t.Error("the digest is of other bytes")
	}
	return s.o.Keys[c.Source].Verify("FILE "+c.File, data, exchange.Signature{Key: c.Key, Time: c.Time, Nonce: c.Nonce, Sign: c.Sign}, s.now.Now())
}

func withDrop(t *testing.T, faults Plan) *stage {
	s := start(t, func(o *Options) { o.Drop, o.Faults = t.TempDir(), faults })
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if _, err := os.Stat(filepath.Join(s.o.Drop, "dropped", "in")); err == nil {
			return s
		}
	}
	t.Fatal("the folders were not made")
	return nil
}

func TestFilesBothFormats(t *testing.T) {
	s := withDrop(t, nil)
	for _, format := range []string{"csv", "xlsx"} {
		q, _ := s.ask("dropped", "strange_dropped", 0, 20)
		s.drop(q, format, nil)
		c, data := s.pickUp("dropped", q.Message, 10*time.Second)
		if data == nil {
			t.Fatalf("%s: no answer", format)
		}
		if err := s.verifyFile(c, data); err != nil {
			t.Error(err)
		}
		rows, err := readTable(format, data)
		if err != nil {
			t.Fatal(err)
		}
		if c.Rows != len(rows)-1 || len(rows) < 21 {
			t.Errorf("%s: %d rows, control says %d", format, len(rows), c.Rows)
		}
		seen := map[string]bool{}
		for _, r := range rows[1:] {
			seen[r[0]] = true
			switch exchange.Status(r[3]) {
			case exchange.Found:
				if len(r) < 11 || r[6] == "" {
					t.Errorf("found without fields: %q", r)
				}
			case exchange.None:
			case exchange.Unknown:
			default:
				t.Errorf("status %q", r[3])
			}
		}
		if len(seen) != 20 {
			t.Errorf("%s: %d questions answered", format, len(seen))
		}
		for _, name := range []string{c.File, q.Message.String() + ".ctl"} {
			if _, err := os.Stat(filepath.Join(s.o.Drop, "dropped", "out", "done", name)); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	s := withDrop(t, nil)
	for name, c := range map[string]struct {
		change func(*exchange.Control, *[]byte)
		reason string
	}{
		"altered":      {func(_ *exchange.Control, data *[]byte) { *data = append(*data, '\n') }, "digest"},
		"forged":       {func(c *exchange.Control, _ *[]byte) { c.Sign = hex.EncodeToString(make([]byte, 32)) }, "forged"},
		"another key":  {func(c *exchange.Control, _ *[]byte) { c.Key = "later-1" }, "signature"},
		"other count":  {func(c *exchange.Control, _ *[]byte) { c.Rows++ }, "malformed"},
		"other source": {func(c *exchange.Control, _ *[]byte) { c.Source = "later" }, "refused"},
		"elsewhere":    {func(c *exchange.Control, _ *[]byte) { c.File = "../" + c.File }, "malformed"},
	} {
		before := s.Stats()["dropped"].Refused[c.reason]
		q, _ := s.ask("dropped", "strange_dropped", 0, 2)
		s.drop(q, "csv", c.change)
		reason := filepath.Join(s.o.Drop, "dropped", "out", "refused", q.Message.String()+".ctl.reason")
		for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(3 * time.Millisecond) {
			if _, err := os.Stat(reason); err == nil {
				break
			}
		}
		if got := s.Stats()["dropped"]; got.Refused[c.reason] != before+1 || got.Questions != 0 {
			t.Errorf("%s: %+v", name, got.Refused)
		}
	}
}

func TestFileFaults(t *testing.T) {
	for _, f := range []Fault{Down, Twice, Never, Forged, Half, WrongShape} {
		t.Run(string(f), func(t *testing.T) {
			s := withDrop(t, Plan{"dropped": {f: Rate{Rate: 1}}})
			q, _ := s.ask("dropped", "strange_dropped", 0, 12)
			s.drop(q, "csv", nil)
			wait := 10 * time.Second
			if f == Never || f == Down {
				wait = 200 * time.Millisecond
			}
			c, data := s.pickUp("dropped", q.Message, wait)
			if (data == nil) != (f == Never || f == Down) {
				t.Fatalf("answer: %q", data)
			}
			switch f {
			case Down: // nobody has fetched it; when the share is back, somebody does
				s.ClearFaults()
				if _, data = s.pickUp("dropped", q.Message, 5*time.Second); data == nil {
					t.Error("no answer after all")
				}
				return
			case Twice:
				if _, again := s.pickUp("dropped", q.Message, 5*time.Second); string(again) != string(data) {
					t.Error("it did not come again as it was")
				}
			case Forged:
				if err := s.verifyFile(c, data); err == nil {
					t.Error("the forged file is genuine")
				}
			case Half:
				rows, err := readTable("csv", data)
				if err != nil {
					t.Fatal(err)
				}
				seen := map[string]bool{}
				for _, r := range rows[1:] {
					seen[r[0]] = true
				}
				if len(seen) >= 12 {
					t.Error("all questions are answered")
				}
			}
			if m := s.Stats()["dropped"].Faults[f]; m.Applied != 1 {
				t.Errorf("%+v", m)
			}
		})
	}
}

// An old file comes again after another one was taken.
func TestOldFileComesAgain(t *testing.T) {
	s := withDrop(t, Plan{"dropped": {Replayed: Rate{Rate: 1}}})
	first, _ := s.ask("dropped", "strange_dropped", 0, 2)
	s.drop(first, "csv", nil)
	c, _ := s.pickUp("dropped", first.Message, 5*time.Second)
	time.Sleep(20 * time.Millisecond)
	second, _ := s.ask("dropped", "strange_dropped", 5, 2)
	s.drop(second, "csv", nil)
	if _, data := s.pickUp("dropped", second.Message, 5*time.Second); data == nil {
		t.Fatal("no answer")
	}
	again, data := s.pickUp("dropped", first.Message, 5*time.Second)
	if data == nil || again.Nonce != c.Nonce {
		t.Errorf("%+v, first %+v", again, c)
	}
}

func TestDeskFillsASheet(t *testing.T) {
	s := start(t, nil)
	src := s.o.Sources[3]
	q, _ := s.ask("clerk", "strange_clerk", 0, 10)
	for _, format := range []string{"csv", "xlsx"} {
		rows := [][]string{append(append([]string{}, questionColumns...), "status", "as_of")}
		for _, x := range q.Questions {
			rows = append(rows, []string{x.ID.String(), x.Class, x.IDNumber, x.Name, x.Authorisation, "2025-11-26", q.Purpose, "", ""})
		}
		sheet, err := writeTable(format, rows)
		if err != nil {
			t.Fatal(err)
		}
		filled, err := FillSheet(s.o.People, src, format, sheet, 3)
		if err != nil {
			t.Fatal(err)
		}
		back, err := readTable(format, filled)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, r := range back[1:] {
			seen[r[0]] = true
		}
		if len(seen) != 7 || seen[q.Questions[0].ID.String()] {
			t.Errorf("%s: %d questions answered", format, len(seen))
		}
	}
	if _, err := FillSheet(s.o.People, src, "csv", []byte("question,class\n"), 0); err == nil {
		t.Error("a sheet without its columns is filled")
	}
}
