package sheet_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"zhongfu/internal/money"
	"zhongfu/internal/sheet"
)

func read(t *testing.T, data []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("the workbook does not open: %v", err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestBookReadsBackAsWritten(t *testing.T) {
	b := sheet.New("册", "2026年12月发放册", []string{"编制单位：越秀区民政局"}, []sheet.Column{{"序号", 6}, {"户主", 12}, {"账号", 24}, {"金额", 14}}, true)
	b.Row(1, "=cmd|'/c calc'!A1", "6217000012345678901", money.Fen(265800))
	b.Row(2, "𠮷田", "0012", money.Fen(1))
	b.Total("合计", 2, "", money.Fen(265801))
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	got := read(t, data)
	want := [][]string{{"2026年12月发放册"}, {"编制单位：越秀区民政局"}, {"序号", "户主", "账号", "金额"},
		{"1", "'=cmd|'/c calc'!A1", "6217000012345678901", "2,658.00"}, {"2", "𠮷田", "0012", "0.01"}, {"合计", "2", "", "2,658.01"}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
	f, _ := excelize.OpenReader(bytes.NewReader(data))
	defer f.Close()
	for _, c := range []string{"B4", "C4"} {
		if formula, _ := f.GetCellFormula("册", c); formula != "" {
			t.Errorf("%s became the formula %q", c, formula)
		}
	}
	if kind, _ := f.GetCellType("册", "C4"); kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
		t.Errorf("the account became a cell of type %v: its last digits would be rounded away", kind)
	}
}

func TestUnknownTypeFailsTheBook(t *testing.T) {
	b := sheet.New("册", "t", nil, []sheet.Column{{"a", 6}}, false)
	b.Row(3.14)
	if _, err := b.Bytes(); err == nil {
		t.Error("a floating number was written as a cell")
	}
}

func TestSafeLeavesNoFormula(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "  @SUM(A1)": "'  @SUM(A1)", "+86": "'+86", "-1": "'-1", "＝1": "'＝1",
		"\t=1": "' =1", "张三": "张三", "a=b": "a=b", "": "", "a\x00b\x1fc": "abc", "\ufeff=1": "'\ufeff=1"} {
		if got := sheet.Safe(in); got != want {
			t.Errorf("Safe(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := sheet.Safe(rapid.String().Draw(t, "s"))
		if trimmed := strings.TrimLeft(s, " \t\r\n\u00a0\u3000"); trimmed != "" && strings.ContainsRune("=+-@", rune(trimmed[0])) {
			t.Fatalf("Safe left %q, which a spreadsheet reads as a formula", s)
		}
		if strings.ContainsAny(s, "\x00\x01\x1f\t\n\r") {
			t.Fatalf("Safe left a control character in %q", s)
		}
	})
}
