package sheet

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"zhongfu/internal/money"
)

// Column is one column: its head and its width in characters.
type Column struct {
	Head  string
	Width float64
}

// Book writes one workbook with one sheet. Errors stick: the first one comes out of Bytes.
type Book struct {
	file    *excelize.File
	stream  *excelize.StreamWriter
	columns int
	row     int
	err     error

	title, head, text, number, amount, total, totalAmount int
}

const sheetName = "Sheet1"

// New starts a workbook: the title over the whole width, notes under it, then the heads. name is the sheet's name.
func New(name, title string, notes []string, columns []Column, landscape bool) *Book {
	b := &Book{file: excelize.NewFile(), columns: len(columns)}
	b.styles()
	b.do(func() error { return b.layout(landscape) })
	b.do(func() (err error) {
		b.stream, err = b.file.NewStreamWriter(sheetName)
		return err
	})
	for i, c := range columns {
		b.do(func() error { return b.stream.SetColWidth(i+1, i+1, c.Width) })
	}
	// The heads stay in sight: the rows above them and the heads themselves are frozen.
	top := 2 + len(notes)
	b.do(func() error {
		return b.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: top, TopLeftCell: cell(1, top+1), ActivePane: "bottomLeft"})
	})
	b.line(b.title, title)
	for _, n := range notes {
		b.line(b.text, n)
	}
	heads := make([]any, len(columns))
	for i, c := range columns {
		heads[i] = excelize.Cell{StyleID: b.head, Value: Safe(c.Head)}
	}
	b.write(heads)
	// Done last: a defined name refers to the sheet by its final name.
	b.do(func() error {
		return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheetName,
			RefersTo: fmt.Sprintf("%s!$%d:$%d", sheetName, b.row, b.row)})
	})
	b.do(func() error { return b.file.SetSheetName(sheetName, Safe(name)) })
	return b
}

func (b *Book) do(f func() error) {
	if b.err == nil {
		b.err = f()
	}
}

func (b *Book) styles() {
	thin := []excelize.Border{{Type: "left", Style: 1, Color: "000000"}, {Type: "right", Style: 1, Color: "000000"},
		{Type: "top", Style: 1, Color: "000000"}, {Type: "bottom", Style: 1, Color: "000000"}}
	fmtAmount := "#,##0.00"
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16, Family: "宋体"}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"}}},
		{&b.head, excelize.Style{Border: thin, Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&b.text, excelize.Style{Border: thin, NumFmt: 49}}, // 49: text, digits are kept as they stand
		{&b.number, excelize.Style{Border: thin, NumFmt: 1}},
		{&b.amount, excelize.Style{Border: thin, CustomNumFmt: &fmtAmount}},
		{&b.total, excelize.Style{Border: thin, Font: &excelize.Font{Bold: true}}},
		{&b.totalAmount, excelize.Style{Border: thin, Font: &excelize.Font{Bold: true}, CustomNumFmt: &fmtAmount}},
	} {
		b.do(func() (err error) {
			*s.id, err = b.file.NewStyle(&s.style)
			return err
		})
	}
}

func (b *Book) layout(landscape bool) error {
	a4, orientation := 9, "portrait"
	if landscape {
		orientation = "landscape"
	}
	fit, zero := 1, 0
	if err := b.file.SetPageLayout(sheetName, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &fit, FitToHeight: &zero}); err != nil {
		return err
	}
	return b.file.SetHeaderFooter(sheetName, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页 共 &N 页"})
}

// line writes one text over the whole width.
func (b *Book) line(style int, text string) {
	b.write([]any{excelize.Cell{StyleID: style, Value: Safe(text)}})
	if b.columns > 1 {
		b.do(func() error { return b.stream.MergeCell(cell(1, b.row), cell(b.columns, b.row)) })
	}
}

func (b *Book) write(values []any) {
	b.row++
	b.do(func() error { return b.stream.SetRow(cell(1, b.row), values) })
}

// Row writes a row of string, int, int64 and money.Fen values; other types are our own mistake and fail the book.
func (b *Book) Row(values ...any) { b.typed(values, b.text, b.number, b.amount) }

// Total writes the totals row, set off in bold.
func (b *Book) Total(values ...any) { b.typed(values, b.total, b.total, b.totalAmount) }

func (b *Book) typed(values []any, text, number, amount int) {
	out := make([]any, len(values))
	for i, v := range values {
		switch v := v.(type) {
		case string:
			out[i] = excelize.Cell{StyleID: text, Value: Safe(v)}
		case int, int64:
			out[i] = excelize.Cell{StyleID: number, Value: v}
		case money.Fen:
			// A cell holds a floating number; fen below 2^53 come back exactly when rounded to two places.
			out[i] = excelize.Cell{StyleID: amount, Value: float64(v) / float64(money.Yuan)}
		default:
			b.do(func() error { return fmt.Errorf("sheet: a cell cannot hold %T", v) })
		}
	}
	b.write(out)
}

// Bytes closes the workbook and returns the file.
func (b *Book) Bytes() ([]byte, error) {
	defer b.file.Close()
	b.do(func() error { return b.stream.Flush() })
	var buf bytes.Buffer
	b.do(func() error { return b.file.Write(&buf) })
	if b.err != nil {
		return nil, fmt.Errorf("sheet: %w", b.err)
	}
	return buf.Bytes(), nil
}

func cell(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}
