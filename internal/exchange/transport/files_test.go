package transport_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

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

func TestAnswersInTheFolder(t *testing.T) {
	for name, c := range map[string]struct {
		key   exchange.Key
		spoil func(c *exchange.Control, data *[]byte)
		take  error
		where string
	}{
		"good":           {key, func(*exchange.Control, *[]byte) {}, nil, "in/done"},
		"forged":         {evil, func(*exchange.Control, *[]byte) {}, nil, "in/refused"},
		"altered":        {key, func(_ *exchange.Control, d *[]byte) { *d = bytes.Replace(*d, []byte("12.50"), []byte("99.50"), 1) }, nil, "in/refused"},
		"digest":         {key, func(c *exchange.Control, _ *[]byte) { c.SM3 = "00" }, nil, "in/refused"},
		"other source":   {key, func(c *exchange.Control, _ *[]byte) { c.Source = "bank" }, nil, "in/refused"},
		"out of folder":  {key, func(c *exchange.Control, _ *[]byte) { c.File = "../../../etc/passwd" }, nil, "in/refused"},
		"not asked":      {key, func(*exchange.Control, *[]byte) {}, errs.Missing("消息"), "in/refused"},
		"database fails": {key, func(*exchange.Control, *[]byte) {}, errors.New("connection lost"), "in"},
	} {
		root := t.TempDir()
		id := drop(t, root, c.key, c.spoil)
		calls := 0
		f := transport.NewFiles(root, exchange.Keys{"tax": key}, clock.NewFake(now))
		_, _, err := f.Poll(context.Background(), fund(), func(_ context.Context, r *exchange.Reply, _ []byte) error {
			calls++
			if r.Message != id || len(r.Answers) != 1 || r.Answers[0].Records[0]["balance"] != "12.50" {
				t.Errorf("%s: got %+v", name, r)
			}
			return c.take
		})
		if (err != nil) != (c.where == "in") {
			t.Errorf("%s: %v", name, err)
		}
		if believed := c.take != nil || c.where == "in/done"; (calls == 1) != believed {
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
	n, _, err := f.Poll(context.Background(), fund(), func(context.Context, *exchange.Reply, []byte) error { return errors.New("taken again") })
	if _, gone := os.Stat(filepath.Join(in, "done", id.String()+".ctl")); n != 0 || err != nil || gone != nil {
		t.Errorf("%d %v %v", n, err, gone)
	}
}
