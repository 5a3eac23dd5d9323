package notice_test

import (
	"context"
	"encoding/json"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/idnum"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

// Places of the tests: two villages of 越秀区 in Guangzhou, one of 天河区.
const (
	yuexiu   = int64(440104000000)
	tianhe   = int64(440106000000)
	beijing  = int64(440104003000) // 北京街道
	village  = int64(440104003104)
	village2 = int64(440104004102)
	foreign  = int64(440106001001)
)

// world is a database with people in it and a clock that the test moves.
type world struct {
	t     testing.TB
	db    *postgres.DB
	owner string
	keys  *seal.Keyring
	clock *clock.Fake
	seq   atomic.Int64
}

func newWorld(t testing.TB) *world {
	db, owner := testdb.NewWithOwner(t)
	return &world{t: t, db: db, owner: owner, keys: seal.ForTest(), clock: clock.NewFake(time.Date(2026, 11, 20, 9, 30, 0, 0, calendar.Zone))}
}

func actor(role access.Role, at int64) access.Actor {
	lo, hi := division.Range(at)
	return access.Actor{Staff: uuid.New(), Name: "测试" + role.Label(), Role: role, Level: access.Level(division.LevelOf(at)), Division: at, Lo: lo, Hi: hi, Remote: "10.0.0.1"}
}

func (w *world) tx(fn func(ctx context.Context, tx pgx.Tx) error) {
	w.t.Helper()
	ctx := context.Background()
	if err := w.db.InTx(ctx, access.System("test"), func(tx pgx.Tx) error { return fn(ctx, tx) }); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) exec(query string, args ...any) {
	w.t.Helper()
	w.tx(func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query, args...)
		return err
	})
}

func (w *world) count(query string, args ...any) (n int) {
	w.t.Helper()
	w.tx(func(ctx context.Context, tx pgx.Tx) error { return tx.QueryRow(ctx, query, args...).Scan(&n) })
	return n
}

// human is one member of a test household.
type human struct {
	id      uuid.UUID
	name    string
	birth   calendar.Date
	account string // "" for none
}

// file is a case of a household.
type file struct {
	id, household uuid.UUID
	number        string
	members       []human
}

func (w *world) human(name string, birth calendar.Date, account string) human {
	return human{id: uuid.Must(uuid.NewV7()), name: name, birth: birth, account: account}
}

func grown(w *world, name string) human {
	return w.human(name, calendar.NewDate(1970, 5, 1), idnum.MakeCard("621700001234567890"))
}

// caseOf registers a household at a village and an open case of it, the first human as applicant.
func (w *world) caseOf(at int64, item string, people ...human) file {
	w.t.Helper()
	n := w.seq.Add(1)
	f := file{id: uuid.Must(uuid.NewV7()), household: uuid.Must(uuid.NewV7()), number: fmt.Sprintf("44-%d-2026-%06d", at, n), members: people}
	now := w.clock.Now()
	w.tx(func(ctx context.Context, tx pgx.Tx) error {
		var b pgx.Batch
		for i, p := range people {
			id := idnum.MakeResident(int(at/1e6), p.birth, int(n*7+int64(i))%500, 1)
			b.Queue(`insert into person (id, division, name, sex, birth, id_sealed, id_blind, phone_sealed, account_sealed, bank_name, address_sealed, register_division,
				residence_division, created_at, updated_at) values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $2, $2, $11, $11)`, p.id, at, p.name, p.birth,
				w.keys.Seal("person.id", id), w.keys.Blind("person.id", p.id.String()), w.keys.Seal("person.phone", "13800001234"),
				w.keys.Seal("person.account", p.account), "广州农村商业银行", w.keys.Seal("person.address", "北京路1号"), now)
		}
		b.Queue(`insert into household (id, division, head_id, urban, since, created_at, updated_at) values ($1, $2, $3, true, $4, $5, $5)`,
			f.household, at, people[0].id, calendar.DateOf(now), now)
		b.Queue(`insert into cases (id, number, division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack, pack_version,
			pack_digest, procedure, status, urban, submitted_at, accepted_at) values ($1, $2, $3, $3, $4, $5, $6, $7, $8, 'guangdong', '1', 'd', 'dibao', 'open', true, $9, $9)`,
			f.id, f.number, at, f.household, people[0].id, people[0].name, len(people), item, now)
		for i, p := range people {
			role, relation := "member", "20"
			if i == 0 {
				role, relation = "applicant", "02"
			}
			b.Queue(`insert into case_member (case_id, person_id, division, name, id_masked, relation, sex, birth, role, seq) values ($1, $2, $3, $4, '', $5, 1, $6, $7, $8)`,
				f.id, p.id, at, p.name, relation, p.birth, role, i)
		}
		return tx.SendBatch(ctx, &b).Close()
	})
	return f
}

// decide stores a decision as casework does; result may be nil.
func (w *world) decide(f file, outcome string, amount int64, result any) {
	w.t.Helper()
	if result == nil {
		result = map[string]any{"outcome": outcome}
	}
	data, err := json.Marshal(result)
	if err != nil {
		w.t.Fatal(err)
	}
	w.exec(`insert into case_decision (case_id, division, outcome, amount_fen, reason, facts, result, decided_at, decided_by, by_name)
		select id, division, $2, $3, '', '{}', $4, $5, $6, '赵审批' from cases where id = $1`, f.id, outcome, amount, data, w.clock.Now(), uuid.New())
}
