package simulation

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/xuri/excelize/v2"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres/testdb"
)

// The workbook opens, says what the result says, marks samples and hides what the result withholds.
func TestExportOpens(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	base, pop := setUp(t, 440000000000, 900)
	c := change("dibao_standard", "4401", "1400")
	result, err := Run(ctx, pop, base, with(t, base, c), day, Options{Threshold: K, Name: division.Default().Name})
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(db, clock.System{}, division.Default(), policy.Shelf{base}, &noted{})
	actor := who(access.ProvinceSupervisor, access.Province, 440000000000)
	run, err := s.Start(ctx, actor, Request{ID: uuid.New(), Place: 440000000000, Day: day, Title: "提高", Changes: []policy.ParameterChange{c}})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Export(ctx, actor, run.ID); !errs.Is(err, errs.Conflict) {
		t.Errorf("a run without a result is exported: %v", err)
	}
	text, err := json.Marshal(result)
	if err != nil {
		t.Fatal(err)
	}
	err = db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `update simulation_run set state = 'done', result = $2, ended_at = now() where id = $1`, run.ID, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	name, data, err := s.Export(ctx, actor, run.ID)
	if err != nil || !strings.HasSuffix(name, ".xlsx") {
		t.Fatal(name, err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	said, withheld := map[string][]string{}, 0
	for _, row := range rows {
		if len(row) > 2 {
			said[row[0]+"/"+row[1]] = row
			if row[2] == hidden {
				withheld++
			}
		}
	}
	want := 0
	for _, list := range [][]SimulationGroup{result.Areas, result.Types, result.Cities, result.Counties} {
		for i := range list {
			want += flag(list[i].Withheld)
		}
	}
	for i := range result.Items {
		want += flag(result.Items[i].Withheld)
	}
	if withheld != want || want == 0 {
		t.Errorf("%d rows are hidden, the result withholds %d", withheld, want)
	}
	if row := said["事项（按月）/最低生活保障"]; len(row) < 10 || !strings.Contains(row[9], "示例值") {
		t.Errorf("dibao is not marked: %q", row)
	}
	for _, key := range []string{"收入和贫困/贫困发生率 P0", "收入和贫困/贫困深度 P1", "收入和贫困/贫困强度 P2", "合计/全部家庭", "先补什么/" + result.Evidence.Classes[0].Class} {
		if said[key] == nil {
			t.Errorf("the workbook has no %s", key)
		}
	}
}
