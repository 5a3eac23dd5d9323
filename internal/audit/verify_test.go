package audit_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

var (
	start = time.Date(2026, 11, 20, 9, 0, 0, 123456000, time.UTC)
	clerk = access.Actor{Staff: uuid.MustParse("0190a000-0000-7000-8000-000000000001"), Name: "王丽", Role: access.TownClerk, Level: access.Town,
		Division: 440104001000, Lo: 440104001000, Hi: 440104001999, Remote: "10.0.0.7"}
	key = seal.ForTest()
)

// write appends n events one second apart from `first` on.
func write(t testing.TB, db *postgres.DB, first time.Time, n int) {
	t.Helper()
	err := db.InTx(context.Background(), clerk, func(tx pgx.Tx) error {
		for i := range n {
			e := audit.Event{Action: "case.accept", ObjectKind: "case", ObjectID: fmt.Sprintf("GD-%d", i), Division: clerk.Division,
				Before: map[string]any{"状态": "已提交", "n": i}, After: map[string]any{"状态": "已受理"}}
			if err := audit.Write(context.Background(), tx, first.Add(time.Duration(i)*time.Second), clerk, e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func sealAll(t testing.TB, db *postgres.DB) {
	t.Helper()
	if _, err := audit.Seal(context.Background(), db, key, start.Add(time.Hour), 1000); err != nil {
		t.Fatal(err)
	}
}

// superuser runs statements as who owns everything and switches the triggers off.
func superuser(t testing.TB, url string) *pgx.Conn {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(ctx) })
	if _, err := conn.Exec(ctx, "set session_replication_role = replica"); err != nil {
		t.Fatal(err)
	}
	return conn
}

func must(t testing.TB, conn *pgx.Conn, query string, args ...any) {
	t.Helper()
	tag, err := conn.Exec(context.Background(), query, args...)
	if err != nil {
		t.Fatal(err)
	}
	if tag.RowsAffected() == 0 {
		t.Fatalf("tampering touched nothing: %s", query)
	}
}

type finding struct {
	kind audit.FaultKind
	n    int64
	id   uuid.UUID
}

func TestVerifyFindsExactlyWhatWasTampered(t *testing.T) {
	ctx := context.Background()
	insert := `insert into audit_event (at, id, actor_name, role, division, action, object_kind, object_id)
		values ('2026-11-20 09:00:02+00', '0190a000-0000-7000-8000-00000000ffff', '张三', 'town_clerk', 440104001000, 'case.accept', 'case', 'GD-X')`
	inserted := uuid.MustParse("0190a000-0000-7000-8000-00000000ffff")
	// Links 1–4 are signed at 4, links 5–8 at 8; two events wait.
	cases := []struct {
		name   string
		tamper func(t *testing.T, c *pgx.Conn)
		want   func(id func(n int64) uuid.UUID) []finding
	}{
		{"nothing", func(*testing.T, *pgx.Conn) {}, func(func(int64) uuid.UUID) []finding { return nil }},
		{"a value", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `update audit_event set after = '{"状态": "已退回"}' where id = (select event_id from audit_seal where n = 3)`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.EventChanged, 3, id(3)}} }},
		{"null to empty text", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `update audit_event set actor_id = null where id = (select event_id from audit_seal where n = 8)`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.EventChanged, 8, id(8)}} }},
		{"two neighbours", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `update audit_event set purpose = '其他' where id in (select event_id from audit_seal where n in (5, 6))`)
		}, func(id func(int64) uuid.UUID) []finding {
			return []finding{{audit.EventChanged, 5, id(5)}, {audit.EventChanged, 6, id(6)}}
		}},
		{"an event deleted", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `delete from audit_event where id = (select event_id from audit_seal where n = 2)`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.EventMissing, 2, id(2)}} }},
		{"a waiting event deleted", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `delete from audit_event where id = (select id from audit_unsealed order by at limit 1)`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.EventMissing, 0, id(9)}} }},
		{"an event inserted", func(t *testing.T, c *pgx.Conn) { must(t, c, insert) },
			func(func(int64) uuid.UUID) []finding { return []finding{{audit.EventInserted, 0, inserted}} }},
		{"an event dropped from the queue", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `delete from audit_unsealed where at = (select max(at) from audit_unsealed)`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.EventInserted, 0, id(10)}} }},
		{"a deleted event replaced", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `delete from audit_event where id = (select event_id from audit_seal where n = 4)`)
			must(t, c, insert)
		}, func(id func(int64) uuid.UUID) []finding {
			return []finding{{audit.EventMissing, 4, id(4)}, {audit.EventInserted, 0, inserted}}
		}},
		{"a link's hash", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `update audit_seal set hash = sha256('x') where n = 2`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.SealChanged, 2, id(2)}} }},
		{"the last link's hash", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `update audit_seal set hash = sha256('x') where n = 8`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.SealChanged, 8, id(8)}} }},
		{"a link removed", func(t *testing.T, c *pgx.Conn) { must(t, c, `delete from audit_seal where n = 6`) },
			func(id func(int64) uuid.UUID) []finding {
				return []finding{{audit.SealMissing, 6, uuid.Nil}, {audit.EventInserted, 0, id(6)}}
			}},
		{"a signature", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `update audit_checkpoint set signature = sha256('x') where n = 4`)
		}, func(id func(int64) uuid.UUID) []finding { return []finding{{audit.SignatureBroken, 4, id(4)}} }},
		{"the end cut off", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `delete from audit_event where id in (select event_id from audit_seal where n > 6)`)
			must(t, c, `delete from audit_seal where n > 6`)
		}, func(func(int64) uuid.UUID) []finding { return []finding{{audit.Truncated, 7, uuid.Nil}} }},
		{"the last head removed", func(t *testing.T, c *pgx.Conn) { must(t, c, `delete from audit_checkpoint where n = 8`) },
			func(id func(int64) uuid.UUID) []finding { return []finding{{audit.Unsigned, 8, id(8)}} }},
		{"history sealed anew without the key", func(t *testing.T, c *pgx.Conn) {
			must(t, c, `update audit_event set purpose = '改写' where id = (select event_id from audit_seal where n = 1)`)
			reseal(t, c)
		}, func(id func(int64) uuid.UUID) []finding {
			return []finding{{audit.Rewritten, 4, id(4)}, {audit.Rewritten, 8, id(8)}}
		}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			db, url := testdb.NewWithOwner(t)
			write(t, db, start, 4)
			sealAll(t, db)
			write(t, db, start.Add(time.Minute), 4)
			sealAll(t, db)
			write(t, db, start.Add(2*time.Minute), 2)
			c := superuser(t, url)
			ids := order(t, c)
			tc.tamper(t, c)
			got, err := audit.Verify(ctx, db, key, nil)
			if err != nil {
				t.Fatal(err)
			}
			var found []finding
			for _, f := range got.Faults {
				found = append(found, finding{f.Kind, f.N, f.Event})
				if f.Text == "" || f.Kind.Label() == "" {
					t.Errorf("finding without words: %+v", f)
				}
				if f.Event != uuid.Nil && f.At.IsZero() {
					t.Errorf("finding without its time: %+v", f)
				}
			}
			if want := tc.want(func(n int64) uuid.UUID { return ids[n-1] }); !slices.Equal(found, want) {
				t.Errorf("found %v, want %v", found, want)
			}
		})
	}
}

// order returns the ids of all events by time, which is their order in the chain.
func order(t testing.TB, c *pgx.Conn) []uuid.UUID {
	t.Helper()
	rows, err := c.Query(context.Background(), `select id from audit_event order by at`)
	if err != nil {
		t.Fatal(err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// reseal makes every hash fit the changed events again, as somebody without the signing key could.
func reseal(t testing.TB, c *pgx.Conn) {
	t.Helper()
	hashes, err := audit.Rehash(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range hashes {
		must(t, c, `update audit_seal set hash = $2 where n = $1`, i+1, h)
	}
}

func TestVerifyAgainstNotedHead(t *testing.T) {
	ctx := context.Background()
	db, url := testdb.NewWithOwner(t)
	write(t, db, start, 3)
	sealAll(t, db)
	first, err := audit.Verify(ctx, db, key, nil)
	if err != nil || first.Head.N != 3 {
		t.Fatalf("head %v, %v", first.Head, err)
	}
	noted, err := audit.ParseHead(first.Head.String())
	if err != nil {
		t.Fatal(err)
	}
	write(t, db, start.Add(time.Minute), 2)
	sealAll(t, db)
	if v, err := audit.Verify(ctx, db, key, &noted); err != nil || !v.Sound() {
		t.Fatalf("a longer chain is refused: %v %v", v.Faults, err)
	}
	// Whoever holds the key too can only be caught by what stands on paper.
	c := superuser(t, url)
	for _, q := range []string{`delete from audit_checkpoint`, `delete from audit_seal`, `delete from audit_event where object_id = 'GD-0'`,
		`insert into audit_unsealed select id, at from audit_event`} {
		must(t, c, q)
	}
	sealAll(t, db)
	v, err := audit.Verify(ctx, db, key, &noted)
	if err != nil || len(v.Faults) != 1 || v.Faults[0].Kind != audit.Rewritten {
		t.Errorf("rewritten with the key: %+v %v", v.Faults, err)
	}
	if v, err := audit.Verify(ctx, db, key, nil); err != nil || !v.Sound() {
		t.Errorf("without the noted head it must look sound, or this test shows nothing: %+v %v", v.Faults, err)
	}
}

func TestParseHeadRefuses(t *testing.T) {
	for _, s := range []string{"", "12", "12:zz", "0:" + fmt.Sprintf("%064x", 1), "3:abcd"} {
		if _, err := audit.ParseHead(s); err == nil {
			t.Errorf("%q accepted", s)
		}
	}
}

func TestVerifyCancelled(t *testing.T) {
	db := testdb.New(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := audit.Verify(ctx, db, key, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
