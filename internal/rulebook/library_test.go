package rulebook_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/rulebook"
	"zhongfu/policies"
)

var today = calendar.NewDate(2026, 11, 26)

// carried are the packs as the program carries them, loaded once for all tests.
var carried = sync.OnceValue(func() policy.Shelf {
	var out policy.Shelf
	for _, name := range []string{"national", "guangdong"} {
		p, err := policy.Load(policies.FS, name)
		if err != nil {
			panic(err)
		}
		out = append(out, p)
	}
	return out
})

// edited is the guangdong pack with replaced texts, as another edition of the program would carry it.
func edited(t *testing.T, replace ...string) *policy.Pack {
	t.Helper()
	files := fstest.MapFS{}
	p := carried()[1]
	for _, name := range p.Sources() {
		text, err := p.Source(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.NewReplacer(replace...).Replace(text))}
	}
	q, err := policy.Load(files, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	if q.Digest == p.Digest {
		t.Fatal("nothing was replaced")
	}
	return q
}

func open(t *testing.T, db *postgres.DB, c clock.Clock, packs ...*policy.Pack) *rulebook.Library {
	t.Helper()
	l, err := rulebook.Open(context.Background(), db, c, packs, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func standard(t *testing.T, l policy.Library, place int64, day calendar.Date) int64 {
	t.Helper()
	p, err := l.At(place, day)
	if err != nil {
		t.Fatal(err)
	}
	urban := true
	u, err := p.Parameter("dibao_standard", place, day, &urban)
	if err != nil {
		t.Fatal(err)
	}
	return u.Value.(int64)
}

const yuexiu = 440104003001

// Opening twice changes nothing; the packs come back from the database with the digest they went in with.
func TestCarriedPacksAreArchivedOnce(t *testing.T) {
	db, c, ctx := testdb.New(t), clock.NewFake(today.Time()), context.Background()
	open(t, db, c, carried()...)
	l := open(t, db, c, carried()...)
	var versions, activations int
	err := db.InRead(ctx, access.System("test"), func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select (select count(*) from pack_version), (select count(*) from pack_activation)`).Scan(&versions, &activations)
	})
	if err != nil || versions != 2 || activations != 2 {
		t.Fatalf("%d versions, %d activations, %v", versions, activations, err)
	}
	p, err := l.Named("guangdong", today)
	if err != nil || p.Digest != carried()[1].Digest {
		t.Fatalf("in force is %v, %v", p, err)
	}
	// Another program that does not carry the text reads it from the store.
	bare := open(t, db, c)
	again, err := bare.ByDigest(ctx, p.Digest)
	if err != nil || again.Digest != p.Digest || again == p || len(again.Items()) != len(p.Items()) {
		t.Fatalf("from the store: %v", err)
	}
	if all := bare.All(today); len(all) != 2 || all[1].Name != "guangdong" {
		t.Errorf("the deciding pack does not come last: %v", all)
	}
	if _, err := bare.ByDigest(ctx, strings.Repeat("0", 64)); !errs.Is(err, errs.NotFound) || !strings.Contains(err.Error(), "000000000000") {
		t.Errorf("an unknown version: %v", err)
	}
}

// A newer program's edition takes over, and the older one stays for replay; a program that stays behind does not take back.
func TestNewerProgramTakesOver(t *testing.T) {
	db, c, ctx := testdb.New(t), clock.NewFake(today.Time()), context.Background()
	open(t, db, c, carried()...)
	newer := edited(t, `version: "2026.1"`, `version: "2026.2"`)
	c.Advance(24 * time.Hour)
	open(t, db, c, carried()[0], newer)
	c.Advance(time.Hour)
	l := open(t, db, c, carried()...)
	p, err := l.Named("guangdong", today.AddDays(1))
	if err != nil || p.Digest != newer.Digest {
		t.Fatalf("in force is %+v, %v", p, err)
	}
	if p, err = l.Named("guangdong", today); err != nil || p.Digest != carried()[1].Digest {
		t.Fatalf("the day before: %v", err)
	}
	if _, err := l.ByDigest(ctx, carried()[1].Digest); err != nil {
		t.Error(err)
	}
}

// What is archived cannot be rewritten, not even by the role that wrote it.
func TestVersionsAreKept(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	open(t, db, clock.NewFake(today.Time()), carried()...)
	for _, statement := range []string{`update pack_version set note = 'x'`, `delete from pack_version`, `delete from pack_activation`,
		`update pack_activation set active_from = active_from - 1`} {
		err := db.InTx(ctx, access.System("test"), func(tx pgx.Tx) error { _, err := tx.Exec(ctx, statement); return err })
		if err == nil {
			t.Errorf("%s went through", statement)
		}
	}
}

// A version in force that does not load stops the start with its reason: there is no other to fall back to.
func TestBrokenVersionStopsTheStart(t *testing.T) {
	db, url := testdb.NewWithOwner(t)
	ctx, c := context.Background(), clock.NewFake(today.Time())
	l := open(t, db, c, carried()...)
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, `alter table pack_version disable trigger all; update pack_version set files = 'broken' where pack = 'guangdong'`); err != nil {
		t.Fatal(err)
	}
	if _, err := rulebook.Open(ctx, db, c, nil, "guangdong"); err == nil || !strings.Contains(err.Error(), "guangdong") {
		t.Errorf("the start went on: %v", err)
	}
	if err := l.Refresh(ctx); err != nil { // the running one holds what it has
		t.Error(err)
	}
	if _, err := l.Named("guangdong", today); err != nil {
		t.Error(err)
	}
}
