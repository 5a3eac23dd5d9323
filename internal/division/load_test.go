package division_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/division"
	"zhongfu/internal/postgres/testdb"
)

func TestLoad(t *testing.T) {
	ctx := context.Background()
	_, owner := testdb.NewWithOwner(t)
	conn, err := pgx.Connect(ctx, owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	load := func() {
		t.Helper()
		if err := pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error { return division.Load(ctx, tx) }); err != nil {
			t.Fatal(err)
		}
	}
	scan := func(query string, into ...any) {
		t.Helper()
		if err := conn.QueryRow(ctx, query).Scan(into...); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
	check := func(what string) {
		t.Helper()
		var rows, noted, outside, inDongguan int
		var digest string
		scan(`select count(*) from division where code < 990000000000`, &rows)
		scan(`select digest, rows from division_load`, &digest, &noted)
		scan(`select count(*) from division d join division p on p.code = d.parent where d.lo < p.lo or d.hi > p.hi or d.level <> p.level + 1`, &outside)
		scan(`select count(*) from division d, division s where s.code = 441901000000 and d.code between s.lo and s.hi and d.level = 4`, &inDongguan)
		if rows != division.Default().Len() || noted != rows || digest != division.Digest() || outside != 0 || inDongguan != 36 {
			t.Errorf("%s: %d rows, %d noted, %d outside their parents, %d towns of 东莞", what, rows, noted, outside, inDongguan)
		}
	}
	check("the template")

	// Another edition: a renamed division is put right, a lost one comes back, one of the past stays.
	if _, err := conn.Exec(ctx, `update division_load set digest = 'old';
		update division set name = '旧名' where code = 440104000000;
		delete from division where code = 440104003001;
		insert into division (code, parent, level, name, pinyin, lo, hi) values (990000000000, null, 1, '撤销的', 'cxd', 990000000000, 999999999999)`); err != nil {
		t.Fatal(err)
	}
	load()
	check("after a change of edition")
	var name, past string
	scan(`select name from division where code = 440104000000`, &name)
	scan(`select name from division where code = 990000000000`, &past)
	if name != "越秀区" || past != "撤销的" {
		t.Errorf("%s %s", name, past)
	}

	// The same edition again changes nothing, not even a hand-made difference.
	if _, err := conn.Exec(ctx, `update division set pinyin = 'zz' where code = 440104000000`); err != nil {
		t.Fatal(err)
	}
	load()
	scan(`select pinyin from division where code = 440104000000`, &name)
	if name != "zz" {
		t.Error("the loaded edition was loaded again")
	}
}
