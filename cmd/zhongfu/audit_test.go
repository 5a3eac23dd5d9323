package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

func TestAuditVerifyCommand(t *testing.T) {
	ctx := context.Background()
	db, url := testdb.NewWithOwner(t)
	keyFile := filepath.Join(t.TempDir(), "keys.json")
	key, err := seal.Open(keyFile, true)
	if err != nil {
		t.Fatal(err)
	}
	clerk := access.Actor{Name: "王丽", Role: access.TownClerk, Division: 440104003000, Lo: 440104003000, Hi: 440104003999}
	at := time.Date(2026, 11, 20, 1, 2, 3, 456789000, time.UTC)
	err = db.InTx(ctx, clerk, func(tx pgx.Tx) error {
		for i := range 3 {
			if err := audit.Write(ctx, tx, at.Add(time.Duration(i)*time.Minute), clerk, audit.Event{Action: "case.accept", ObjectKind: "case", Division: clerk.Division}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := audit.Seal(ctx, db, key, at, 10); err != nil {
		t.Fatal(err)
	}
	verify := func(args ...string) (int, string) {
		var out, errOut bytes.Buffer
		code := auditCommand(ctx, append([]string{"verify", "-database", url, "-keys", keyFile}, args...), &out, &errOut)
		return code, out.String() + errOut.String()
	}
	code, text := verify()
	if code != 0 || !strings.Contains(text, "审计链完好") {
		t.Fatalf("%d %s", code, text)
	}
	_, rest, _ := strings.Cut(text, "链头 ")
	head, _, _ := strings.Cut(rest, "\n")
	if code, text := verify("-head", head); code != 0 {
		t.Errorf("%d %s", code, text)
	}
	if code, text := verify("-head", "3:"+strings.Repeat("ab", 32)); code != 1 || !strings.Contains(text, "此前记下的链头") {
		t.Errorf("%d %s", code, text)
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	var id string
	if _, err = conn.Exec(ctx, `set session_replication_role = replica`); err == nil {
		err = conn.QueryRow(ctx, `update audit_event set purpose = '改' where at = $1 returning id::text`, at.Add(time.Minute)).Scan(&id)
	}
	if err != nil {
		t.Fatal(err)
	}
	code, text = verify()
	if code != 1 || !strings.HasPrefix(text, id+"\t2026-11-20 09:03:03.456789\t记录被改动（event_changed）\t") || !strings.Contains(text, "审计链有 1 处问题") {
		t.Errorf("%d %s", code, text)
	}
}

func TestAuditCommandRefuses(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "keys.json")
	if err := os.WriteFile(broken, []byte(`{"seal":{}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		args []string
		code int
		text string
	}{
		"nothing":      {nil, 2, "用法"},
		"unknown":      {[]string{"repair"}, 2, "用法"},
		"broken head":  {[]string{"verify", "-head", "x"}, 2, "链头"},
		"no key file":  {[]string{"verify", "-database", "postgres://127.0.0.1:1/x", "-keys", broken + ".absent"}, 1, "没有签名密钥"},
		"broken keys":  {[]string{"verify", "-database", "postgres://127.0.0.1:1/x", "-keys", broken}, 1, "没有签名密钥"},
		"unknown flag": {[]string{"verify", "-x"}, 2, "用法"},
	} {
		var out, errOut bytes.Buffer
		if code := auditCommand(context.Background(), tc.args, &out, &errOut); code != tc.code || !strings.Contains(out.String()+errOut.String(), tc.text) {
			t.Errorf("%s: %d %s%s", name, code, &out, &errOut)
		}
	}
}
