package transport_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"

	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/exchange/transport"
)

func fund() *exchange.Source {
	return &exchange.Source{ID: "tax", Name: "公积金", Transport: exchange.Transport{Kind: exchange.File, Format: "csv", Folder: "fund"},
		Classes: []exchange.Class{{ID: "income_tax", Name: "c", Fields: []exchange.Field{{Key: "balance", Name: "余额", Type: exchange.MoneyField, Required: true}}}}}
}

// drop writes an answer as the department does.
func drop(t *testing.T, root string, k exchange.Key, spoil func(c *exchange.Control, data *[]byte)) uuid.UUID {
	t.Helper()
	id := uuid.Must(uuid.NewV7())
	data, err := exchange.WriteTable("csv", [][]string{{"question", "class", "id_number", "status", "as_of", "note", "balance"},
		{uuid.Must(uuid.NewV7()).String(), "income_tax", "1", "found", "2026-11-25", "", "12.50"}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := exchange.NewControl(k, "tax", id, "csv", 1, data, now)
	if err != nil {
		t.Fatal(err)
	}
	var c exchange.Control
	if err := json.Unmarshal(raw, &c); err != nil {
		t.Fatal(err)
	}
	c.AskedAt, c.AnsweredAt = "", now.Format("2006-01-02T15:04:05Z07:00")
	spoil(&c, &data)
	raw, _ = json.Marshal(c)
	in := filepath.Join(root, "fund", "in")
	if err := errors.Join(os.MkdirAll(in, 0o755), os.WriteFile(filepath.Join(in, id.String()+".csv"), data, 0o600), os.WriteFile(filepath.Join(in, id.String()+".ctl"), raw, 0o600)); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestFileIsWrittenWholeAndSigned(t *testing.T) {
	root, q := t.TempDir(), query()
	f := transport.NewFiles(root, exchange.Keys{"tax": key}, clock.NewFake(now))
	for range 2 { // again after a kill: the same
		if _, _, err := f.Send(context.Background(), fund(), q); !errors.Is(err, exchange.ErrLater) {
			t.Fatal(err)
		}
	}
	found, _ := os.ReadDir(filepath.Join(root, "fund", "out"))
	if len(found) != 2 {
		t.Fatalf("the folder holds %v", found)
	}
	ctl := q.Message.String() + ".ctl"
	raw, _ := os.ReadFile(filepath.Join(root, "fund", "out", ctl))
	data, _ := os.ReadFile(filepath.Join(root, "fund", "out", q.Message.String()+".csv"))
	c, _, err := exchange.ParseControl(ctl, raw)
	if err != nil || c.Verify(key, data, now) != nil || !bytes.Contains(data, []byte(q.Questions[0].ID.String())) {
		t.Errorf("%v %v", err, c)
	}
}

// taker remembers what was said to it.
type taker struct {
	take       func(*exchange.Reply) error
	seen       map[string]bool
	spoilt     []uuid.UUID
	distrusted int
}

func (k *taker) Fresh(_ context.Context, nonce string) (bool, error) {
	if k.seen == nil {
		k.seen = map[string]bool{}
	}
	fresh := !k.seen[nonce]
	k.seen[nonce] = true
	return fresh, nil
}

func (k *taker) Take(_ context.Context, r *exchange.Reply, _ []byte) error { return k.take(r) }

func (k *taker) Spoilt(_ context.Context, message uuid.UUID, _ *exchange.Fault) error {
	k.spoilt = append(k.spoilt, message)
	return nil
}

func (k *taker) Distrust(context.Context, string) error {
	k.distrusted++
	return nil
}

// resign signs other bytes as the department would.
func resign(c *exchange.Control, data []byte) {
	s, err := key.NewSignature("FILE "+c.File, data, now)
	if err != nil {
		panic(err)
	}
	sum := sm3.Sum(data)
	c.Key, c.Time, c.Nonce, c.Sign, c.SM3 = s.Key, s.Time, s.Nonce, s.Sign, hex.EncodeToString(sum[:])
}

// A file put back as it was after it has been taken is a replay; one that a kill left where it lay is not.
func TestReplayInTheFolder(t *testing.T) {
	root := t.TempDir()
	id := drop(t, root, key, func(*exchange.Control, *[]byte) {}).String()
	in := filepath.Join(root, "fund", "in")
	f, calls := transport.NewFiles(root, exchange.Keys{"tax": key}, clock.NewFake(now)), 0
	killed := errors.New("killed")
	to := &taker{take: func(*exchange.Reply) error {
		if calls++; calls == 1 {
			return killed
		}
		return nil
	}}
	if _, _, err := f.Poll(context.Background(), fund(), to); !errors.Is(err, killed) {
		t.Fatal(err)
	}
	if n, refused, err := f.Poll(context.Background(), fund(), to); n != 1 || refused != 0 || err != nil {
		t.Fatalf("after the kill: taken %d, refused %d, %v", n, refused, err)
	}
	for _, ext := range []string{".csv", ".ctl"} {
		raw, err := os.ReadFile(filepath.Join(in, "done", id+ext))
		if err := errors.Join(err, os.WriteFile(filepath.Join(in, id+ext), raw, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if n, refused, err := f.Poll(context.Background(), fund(), to); n != 0 || refused != 1 || err != nil || calls != 2 || to.distrusted != 1 {
		t.Errorf("replayed: taken %d, refused %d, %v; handed over %d times, distrusted %d", n, refused, err, calls, to.distrusted)
	}
}

func TestAnswersInTheFolder(t *testing.T) {
	for name, c := range map[string]struct {
		key   exchange.Key
		spoil func(c *exchange.Control, data *[]byte)
		take  error
		where string

		distrusted, spoilt bool
	}{
		"good":          {key, func(*exchange.Control, *[]byte) {}, nil, "in/done", false, false},
		"forged":        {evil, func(*exchange.Control, *[]byte) {}, nil, "in/refused", true, false},
		"altered":       {key, func(_ *exchange.Control, d *[]byte) { *d = bytes.Replace(*d, []byte("12.50"), []byte("99.50"), 1) }, nil, "in/refused", true, false},
		"digest":        {key, func(c *exchange.Control, _ *[]byte) { c.SM3 = "00" }, nil, "in/refused", true, false},
		"other source":  {key, func(c *exchange.Control, _ *[]byte) { c.Source = "bank" }, nil, "in/refused", true, false},
		"out of folder": {key, func(c *exchange.Control, _ *[]byte) { c.File = "../../../etc/passwd" }, nil, "in/refused", true, false},
		"no table": {key, func(c *exchange.Control, d *[]byte) {
			*d = []byte("<html>")
			resign(c, *d)
		}, nil, "in/refused", false, true},
		"no time":        {key, func(c *exchange.Control, _ *[]byte) { c.AnsweredAt = "yesterday" }, nil, "in/refused", false, true},
		"not asked":      {key, func(*exchange.Control, *[]byte) {}, errs.Missing("消息"), "in/refused", false, false},
		"database fails": {key, func(*exchange.Control, *[]byte) {}, errors.New("connection lost"), "in", false, false},
	} {
		root := t.TempDir()
		id := drop(t, root, c.key, c.spoil)
		calls := 0
		f := transport.NewFiles(root, exchange.Keys{"tax": key}, clock.NewFake(now))
		to := &taker{take: func(r *exchange.Reply) error {
			calls++
			if r.Message != id || len(r.Answers) != 1 || r.Answers[0].Records[0]["balance"] != "12.50" {
				t.Errorf("%s: got %+v", name, r)
			}
			return c.take
		}}
		_, _, err := f.Poll(context.Background(), fund(), to)
		if (to.distrusted > 0) != c.distrusted || (len(to.spoilt) > 0) != c.spoilt {
			t.Errorf("%s: distrusted %d, spoilt %v", name, to.distrusted, to.spoilt)
		}
		if (err != nil) != (c.where == "in") {
			t.Errorf("%s: %v", name, err)
		}
		if believed := !c.distrusted && !c.spoilt; (calls == 1) != believed {
			t.Errorf("%s: handed over %d times", name, calls)
		}
		if _, err := os.Stat(filepath.Join(root, "fund", c.where, id.String()+".ctl")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(root, "fund", "in", "refused", id.String()+".ctl.reason")); (err == nil) != (c.where == "in/refused") {
			t.Errorf("%s: the reason: %v", name, err)
		}
	}
}

// A kill between the two moves leaves a control file alone; it follows its data and nothing is taken again.
func TestKillBetweenTheMoves(t *testing.T) {
	root := t.TempDir()
	id := drop(t, root, key, func(*exchange.Control, *[]byte) {})
	in := filepath.Join(root, "fund", "in")
	if err := errors.Join(os.MkdirAll(filepath.Join(in, "done"), 0o755), os.Rename(filepath.Join(in, id.String()+".csv"), filepath.Join(in, "done", id.String()+".csv"))); err != nil {
		t.Fatal(err)
	}
	f := transport.NewFiles(root, exchange.Keys{"tax": key}, clock.NewFake(now))
	n, _, err := f.Poll(context.Background(), fund(), &taker{take: func(*exchange.Reply) error { return errors.New("taken again") }})
	if _, gone := os.Stat(filepath.Join(in, "done", id.String()+".ctl")); n != 0 || err != nil || gone != nil {
		t.Errorf("%d %v %v", n, err, gone)
	}
}
