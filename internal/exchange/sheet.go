package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"zhongfu/internal/sheet"
)

// Limits of a sheet: far above an honest one, below what would fill the memory.
const (
	maxRows    = 200_000
	maxColumns = 300
	maxUnzip   = 256 << 20
)

// Table is a sheet as text. First is the number of its first line in the file, so that a fault can be found there.
type Table struct {
	Format string
	First  int
	Rows   [][]string
}

// SheetFault says which cell of a sheet does not fit.
type SheetFault struct {
	Row    int // as the file counts
	Column string
	What   string
}

func (e *SheetFault) Error() string {
	switch {
	case e.Row > 0 && e.Column != "":
		return fmt.Sprintf("第 %d 行 %s 列：%s", e.Row, e.Column, e.What)
	case e.Row > 0:
		return fmt.Sprintf("第 %d 行：%s", e.Row, e.What)
	}
	return e.What
}

// ReadTable reads a CSV or Excel file from the line that begins with "question". It refuses what unpacks to more than it should.
func ReadTable(format string, raw []byte) (Table, error) {
	if len(raw) > MaxFile {
		return Table{}, &SheetFault{What: fmt.Sprintf("文件超过 %d MiB。", MaxFile>>20)}
	}
	switch format {
	case "csv":
		return readCSV(raw)
	case "xlsx":
		return readXLSX(raw)
	}
	return Table{}, &SheetFault{What: "文件应为 csv 或 xlsx。"}
}

func readCSV(raw []byte) (Table, error) {
	if !utf8.Valid(raw) {
		return Table{}, &SheetFault{What: "文件不是 UTF-8 编码。请另存为“CSV UTF-8”。"}
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	t := Table{Format: "csv"}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t.found()
		}
		if err != nil {
			line := 0
			var at *csv.ParseError
			if errors.As(err, &at) {
				line = at.Line
			}
			return Table{}, &SheetFault{Row: line, What: "不是有效的 CSV（引号没有配对？）。"}
		}
		line, _ := r.FieldPos(0)
		if fault := t.take(line, row); fault != nil {
			return Table{}, fault
		}
	}
}

func readXLSX(raw []byte) (t Table, err error) {
	defer func() { // the reader of workbooks has panicked on hostile files; such a file is refused
		if r := recover(); r != nil {
			t, err = Table{}, &SheetFault{What: "不是有效的 Excel 文件。"}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip, RawCellValue: true})
	if err != nil {
		return Table{}, &SheetFault{What: "不是有效的 Excel 文件（.xlsx），或解开后太大。"}
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		rows, err := f.Rows(name)
		if err != nil {
			return Table{}, &SheetFault{What: "工作表读不出来。"}
		}
		t := Table{Format: "xlsx"}
		for line := 1; rows.Next(); line++ {
			cells, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				_ = rows.Close()
				return Table{}, &SheetFault{Row: line, What: "这一行读不出来。"}
			}
			if fault := t.take(line, cells); fault != nil {
				_ = rows.Close()
				return Table{}, fault
			}
		}
		if err := rows.Close(); err != nil {
			return Table{}, &SheetFault{What: "工作表读不出来。"}
		}
		if len(t.Rows) > 0 {
			return t, nil
		}
	}
	return Table{}, &SheetFault{What: "没有以“问题编号（question）”开头的表头行。请使用下载的表格，不要改动表头。"}
}

// take keeps a line once the head has come. Lines before it are a title.
func (t *Table) take(line int, cells []string) error {
	if len(t.Rows) == 0 {
		if len(cells) == 0 || keyOf(cells[0]) != "question" {
			if line > 50 {
				return &SheetFault{What: "前 50 行里没有以“问题编号（question）”开头的表头行。请使用下载的表格，不要改动表头。"}
			}
			return nil
		}
		t.First = line
	}
	if len(cells) > maxColumns {
		return &SheetFault{Row: line, What: fmt.Sprintf("超过 %d 列。", maxColumns)}
	}
	for len(t.Rows) < line-t.First { // CSV readers pass over empty lines; the numbers must not shift
		if len(t.Rows) >= maxRows {
			break
		}
		t.Rows = append(t.Rows, nil)
	}
	if len(t.Rows) >= maxRows {
		return &SheetFault{Row: line, What: fmt.Sprintf("超过 %d 行。请分成几个文件。", maxRows)}
	}
	t.Rows = append(t.Rows, cells)
	return nil
}

func (t *Table) found() (Table, error) {
	if len(t.Rows) == 0 {
		return Table{}, &SheetFault{What: "没有以“问题编号（question）”开头的表头行。请使用下载的表格，不要改动表头。"}
	}
	return *t, nil
}

// WriteTable writes rows of text as CSV or Excel. What a spreadsheet would take for a formula is made text.
func WriteTable(format string, rows [][]string) ([]byte, error) {
	if format == "xlsx" {
		return writeXLSX(rows)
	}
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	for _, r := range rows {
		out := make([]string, len(r))
		for i, s := range r {
			out[i] = sheet.Safe(s)
		}
		if err := w.Write(out); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func writeXLSX(rows [][]string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49}) // text: digits are kept as they stand
	if err != nil {
		return nil, err
	}
	s, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return nil, err
	}
	for i, r := range rows {
		cells := make([]any, len(r))
		for j, v := range r {
			cells[j] = excelize.Cell{StyleID: text, Value: sheet.Safe(v)}
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return nil, err
		}
		if err := s.SetRow(at, cells); err != nil {
			return nil, err
		}
	}
	if err := s.Flush(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
