package deptsim

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// questionColumns and answerColumns of docs/exchange.md.
var (
	questionColumns = []string{"question", "class", "id_number", "name", "authorisation", "from", "purpose"}
	answerColumns   = []string{"question", "class", "id_number", "status", "as_of", "note"}
)

// readTable reads a CSV or Excel file; in a workbook the first sheet that has a line with the columns of a question.
func readTable(format string, raw []byte) ([][]string, error) {
	if format != "xlsx" {
		return csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			return nil, err
		}
		for i, r := range rows {
			if len(r) > 0 && strings.TrimSpace(r[0]) == questionColumns[0] {
				return rows[i:], nil
			}
		}
	}
	return nil, errors.New("没有以 question 开头的表头行")
}

// readQuestions reads the questions of a file. Further columns, such as those that a desk fills in, are passed over.
func readQuestions(rows [][]string) ([]exchange.Question, string, error) {
	if len(rows) == 0 {
		return nil, "", errors.New("空文件")
	}
	at := map[string]int{}
	for i, h := range rows[0] {
		if _, twice := at[strings.TrimSpace(h)]; !twice {
			at[strings.TrimSpace(h)] = i
		}
	}
	for _, c := range questionColumns[:5] {
		if _, ok := at[c]; !ok {
			return nil, "", fmt.Errorf("缺少列 %s", c)
		}
	}
	var out []exchange.Question
	purpose := ""
	for n, r := range rows[1:] {
		cell := func(c string) string {
			if i, ok := at[c]; ok && i < len(r) {
				return strings.TrimPrefix(strings.TrimSpace(r[i]), "'")
			}
			return ""
		}
		if cell("question") == "" && cell("id_number") == "" {
			continue
		}
		id, err := uuid.Parse(cell("question"))
		if err != nil {
			return nil, "", fmt.Errorf("第 %d 行的 question 不是编号", n+2)
		}
		q := exchange.Question{ID: id, Class: cell("class"), IDNumber: cell("id_number"), Name: cell("name"), Authorisation: cell("authorisation")}
		if from := cell("from"); from != "" {
			if q.From, err = calendar.ParseDate(from); err != nil {
				return nil, "", fmt.Errorf("第 %d 行的 from 不是日期", n+2)
			}
		}
		if p := cell("purpose"); p != "" {
			purpose = p
		}
		out = append(out, q)
	}
	return out, purpose, nil
}

// fieldColumns are the fields of all classes of a source by key, in the order of the catalogue, each once.
func (src *source) fieldColumns() []string {
	var out []string
	seen := map[string]bool{}
	for i := range src.Classes {
		for _, f := range src.Classes[i].Fields {
			if !seen[f.Key] {
				seen[f.Key] = true
				out = append(out, f.Key)
			}
		}
	}
	return out
}

// answerTable lays answers out as a file has them: one line a record, `none` and `unknown` one line without fields.
func (src *source) answerTable(answers []answered) [][]string {
	fields := src.fieldColumns()
	head := append(append([]string{}, answerColumns...), fields...)
	column := map[string]int{}
	for i, h := range head {
		if _, taken := column[h]; !taken || i >= len(answerColumns) {
			column[h] = i // a field that is called like a column of the answer stands behind it
		}
	}
	flawed := false
	for i := range answers {
		flawed = flawed || answers[i].flaw == unknownField
	}
	if flawed {
		head = append(head, "internal_remark")
	}
	out := [][]string{head}
	for i := range answers {
		a := &answers[i]
		base := []string{a.question.ID.String(), a.question.Class, a.idNumber, string(a.status), a.asOf.String(), a.note}
		if a.flaw == unknownStatus {
			base[3] = "maybe"
		}
		if len(a.rows) == 0 {
			out = append(out, append(base, make([]string, len(head)-len(base))...))
			continue
		}
		for k, r := range a.rows {
			line := append(append([]string{}, base...), make([]string, len(head)-len(base))...)
			f := whole
			if k == len(a.rows)-1 {
				f = a.flaw
			}
			a.fill(line, r, column, f)
			out = append(out, line)
		}
	}
	return out
}

func (a *answered) fill(line []string, r []any, column map[string]int, f flaw) {
	for i, v := range r {
		if v == nil {
			continue
		}
		field := &a.class.Fields[i]
		text := textOf(v)
		switch {
		case f == missingField && field.Required:
			f = whole
			continue
		case f == wrongType && field.Type != exchange.TextField:
			f = whole
			text = "约若干"
		}
		line[column[field.Key]] = text
	}
	if f == unknownField {
		line[len(line)-1] = "x"
	}
}

func textOf(v any) string {
	switch x := v.(type) {
	case int64:
		return strconv.FormatInt(x, 10)
	case bool:
		return strconv.FormatBool(x)
	case string:
		return x
	}
	panic("deptsim: a value that no field type has")
}

// writeTable writes a CSV or Excel file, every cell as text.
func writeTable(format string, rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	if format != "xlsx" {
		w := csv.NewWriter(&b)
		if err := w.WriteAll(rows); err != nil {
			return nil, err
		}
		return b.Bytes(), nil
	}
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return nil, err
	}
	for i, r := range rows {
		cells := make([]any, len(r))
		for k, c := range r {
			cells[k] = c
		}
		if err := w.SetRow("A"+strconv.Itoa(i+1), cells); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	err = f.Write(&b)
	return b.Bytes(), err
}
