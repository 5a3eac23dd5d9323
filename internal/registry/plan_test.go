package registry

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/idnum"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

// Every search goes through its index under row-level security: a plan that reads a table whole would take seconds on a
// province. The statements are explained as the application's role sees them.
func TestSearchesUseTheirIndex(t *testing.T) {
	db, owner := testdb.NewWithOwner(t)
	ctx := context.Background()
	loadForPlans(t, owner)
	keys := seal.ForTest()
	const hi = 449999999999
	for name, c := range map[string]struct {
		query string
		index []string
		args  []any
	}{
		"id":               {searchByID, []string{"person_identity_pkey", "person_pkey"}, []any{keys.Blind(fieldID, "x"), int64(0), int64(hi)}},
		"phone":            {searchByPhone, []string{"person_phone_blind_idx"}, []any{keys.Blind(fieldPhone, "x"), int64(0), int64(hi)}},
		"person number":    {searchByPersonNumber, []string{"person_number_idx"}, []any{int64(17), int64(0), int64(hi)}},
		"household number": {searchByHouseholdNumber, []string{"household_number_idx", "membership_pkey"}, []any{int64(17), int64(0), int64(hi)}},
		"name, province":   {searchByName, []string{"person_name_idx"}, []any{"张", "张" + lastRune, int64(440000000000), int64(hi), 21}},
		"name, village":    {searchByName, []string{"person_division_idx"}, []any{"张", "张" + lastRune, int64(440106012001), int64(440106012001), 21}},
		"everybody, town":  {searchByName, []string{"person_division_idx"}, []any{"", lastRune, int64(440106012000), int64(440106012999), 21}},
		"next page": {searchByNameAfter, []string{"person_name_idx"},
			[]any{"张三", "张" + lastRune, int64(440000000000), int64(hi), 21, "张三", int64(440106012001), uuid.Nil}},
	} {
		t.Run(name, func(t *testing.T) {
			scope := access.Actor{Role: access.ProvinceSupervisor, Lo: 440000000000, Hi: hi}
			var plan string
			if err := db.InRead(ctx, scope, func(tx pgx.Tx) error {
				rows, err := tx.Query(ctx, "explain (costs off) "+c.query, append([]any{pgx.QueryExecModeExec}, c.args...)...)
				if err != nil {
					return err
				}
				lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
				plan = strings.Join(lines, "\n")
				return err
			}); err != nil {
				t.Fatal(err)
			}
			for _, index := range c.index {
				if !strings.Contains(plan, index) {
					t.Errorf("the plan does not use %s:\n%s", index, plan)
				}
			}
			if strings.Contains(plan, "Seq Scan") {
				t.Errorf("the plan reads a table whole:\n%s", plan)
			}
		})
	}
}

// loadForPlans fills the register with enough people for the planner to have a choice.
func loadForPlans(t *testing.T, owner string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	names := []rune("张王李赵陈周吴郑孙钱三四五六七八伟芳娜敏静丽强军")
	since := calendar.NewDate(2020, 1, 1)
	rows := func(yield func(HouseholdRow) bool) {
		for i := range 20000 {
			p := PersonRow{ID: uuid.Must(uuid.NewV7()), Name: string([]rune{names[i%10], names[i/10%24], names[i/240%24]}), Sex: 1, Birth: since.AddDays(i % 1000),
				IDNumber: idnum.MakeResident(440106+i/1000, since.AddDays(i%1000), 1, 1), Categories: []CategoryRow{{Kind: "dibao", Since: since}}}
			p.Phone = "138" + p.IDNumber[4:12]
			if !yield(HouseholdRow{ID: uuid.Must(uuid.NewV7()), Division: 440106012001 + int64(i%20)*1e6 + int64(i/20%50)*1000, Since: since, People: []PersonRow{p}}) {
				return
			}
		}
	}
	if err := pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		_, err := Copy(ctx, tx, seal.ForTest(), time.Unix(0, 0), rows, nil)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(ctx, "analyze"); err != nil {
		t.Fatal(err)
	}
}
