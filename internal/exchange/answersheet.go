package exchange

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/money"
)

// Columns of question and answer sheets (docs/exchange.md).
var (
	questionColumns = []string{"question", "class", "id_number", "name", "authorisation", "from", "purpose"}
	answerColumns   = []string{"question", "class", "id_number", "status", "as_of", "note"}
)

// FieldColumns are the fields of all classes of a source by key, each once, in the order of the catalogue.
func (s *Source) FieldColumns() []string {
	var out []string
	seen := map[string]bool{}
	for i := range s.Classes {
		for _, f := range s.Classes[i].Fields {
			if !seen[f.Key] {
				seen[f.Key] = true
				out = append(out, f.Key)
			}
		}
	}
	return out
}

// QuestionSheet lays out a query. With blanks, the columns of the answer stand behind, for people to fill in, and heads and classes are
// named for them.
func QuestionSheet(s *Source, q Query, blanks bool) [][]string {
	head := slices.Clone(questionColumns)
	if blanks {
		head = append(head, answerColumns[3:]...)
		for i, key := range head {
			head[i] = named(columnNames[key], key)
		}
		for _, key := range s.FieldColumns() { // a field may be called like a column
			head = append(head, named(s.fieldName(key), key))
		}
	}
	rows := [][]string{head}
	for _, x := range q.Questions {
		from := ""
		if x.From != 0 {
			from = x.From.String()
		}
		class := x.Class
		for i := range s.Classes {
			if blanks && s.Classes[i].ID == class {
				class = named(s.Classes[i].Name, class)
			}
		}
		rows = append(rows, []string{x.ID.String(), class, x.IDNumber, x.Name, x.Authorisation, from, q.Purpose})
	}
	return rows
}

// ReadAnswers reads a sheet of answers. Values are taken as people type them where they can mean one thing only: blanks around,
// full-width digits, 2025/3/1, 1,234.50元, 是, the label of a code. The error is a *SheetFault.
func ReadAnswers(s *Source, t Table) ([]Answer, error) {
	r, err := newAnswerReader(s, t)
	if err != nil {
		return nil, err
	}
	for i := range t.Rows[1:] {
		if err := r.line(t.First+1+i, t.Rows[1+i]); err != nil {
			return nil, err
		}
	}
	return r.out, nil
}

// newAnswerReader finds the columns of a sheet.
func newAnswerReader(s *Source, t Table) (*answerReader, error) {
	columns := map[string]int{}
	for i, h := range t.Rows[0] {
		h = keyOf(h)
		if _, twice := columns[h]; !twice || h == "name" { // a field called name stands behind the person's name
			columns[h] = i
		}
	}
	for _, c := range answerColumns[:5] {
		if _, ok := columns[c]; !ok {
			return nil, &SheetFault{Row: t.First, Column: columnNames[c], What: "缺少这一列。请使用下载的表格，不要改动表头。"}
		}
	}
	return &answerReader{source: s, table: t, columns: columns, at: map[uuid.UUID]int{}}, nil
}

type answerReader struct {
	source  *Source
	table   Table
	columns map[string]int
	out     []Answer
	at      map[uuid.UUID]int
}

func (r *answerReader) cell(row []string, column string) string {
	i, ok := r.columns[column]
	if !ok || i >= len(row) {
		return ""
	}
	return plainText(row[i])
}

// plainText takes away what people and spreadsheets put around a value.
func plainText(s string) string {
	s = strings.Trim(s, " \t\r\n\u3000\u00a0\u200b\ufeff")
	if len(s) > 1 && s[0] == '\'' { // keeps a spreadsheet from reading a formula or a number
		s = strings.TrimSpace(s[1:])
	}
	return s
}

func (r *answerReader) line(n int, row []string) error {
	empty := true
	for _, c := range row {
		empty = empty && plainText(c) == ""
	}
	if empty {
		return nil
	}
	fault := func(column, format string, args ...any) error {
		return &SheetFault{Row: n, Column: column, What: fmt.Sprintf(format, args...)}
	}
	id, err := uuid.Parse(r.cell(row, "question"))
	if err != nil || len(r.cell(row, "question")) != 36 {
		return fault("question", "不是问题的编号。请不要改动这一列。")
	}
	var class *Class
	for i := range r.source.Classes {
		if r.source.Classes[i].ID == keyOf(r.cell(row, "class")) {
			class = &r.source.Classes[i]
		}
	}
	if class == nil {
		return fault("class", "%s没有这个数据类。请不要改动这一列。", r.source.Name)
	}
	idNumber := strings.ToUpper(half(r.cell(row, "id_number")))
	if strings.Contains(idNumber, "E+") {
		return fault("id_number", "号码被表格软件改成了科学计数法，末尾数字已丢失；请把该列设为文本格式后重新填写。")
	}
	if idNumber == "" || len(idNumber) > 40 {
		return fault("id_number", "缺少证件号码。")
	}
	status, ok := statuses[strings.ToLower(r.cell(row, "status"))]
	if !ok {
		if r.cell(row, "status") == "" {
			return nil // a question that was not answered
		}
		return fault("status", "应为 有（found）、无（none）或 查不了（unknown）。")
	}
	a := Answer{ID: id, Class: class.ID, IDNumber: idNumber, Status: status, Note: r.cell(row, "note")}
	if day := r.cell(row, "as_of"); day != "" {
		if a.AsOf, ok = typedDate(day, r.table.Format); !ok {
			return fault("as_of", "应为日期，例如 2025-03-01。")
		}
	}
	record, err := r.record(n, row, class)
	if err != nil {
		return err
	}
	switch {
	case status == Found && len(record) == 0:
		return fault("status", "写了“有”（found），却没有填字段；没有数据的应写“无”（none）。")
	case status != Found && len(record) > 0:
		return fault("status", "写了 %s，却填了字段。", status)
	}
	if record != nil {
		a.Records = []map[string]any{record}
	}
	return r.add(n, a)
}

var statuses = map[string]Status{"found": Found, "none": None, "unknown": Unknown, "有": Found, "无": None, "没有": None, "查不了": Unknown, "未知": Unknown}

// add puts further lines of a question beneath its first.
func (r *answerReader) add(n int, a Answer) error {
	i, again := r.at[a.ID]
	if !again {
		if len(r.out) >= MaxAnswers {
			return &SheetFault{Row: n, What: fmt.Sprintf("超过 %d 个问题。", MaxAnswers)}
		}
		r.at[a.ID] = len(r.out)
		r.out = append(r.out, a)
		return nil
	}
	first := &r.out[i]
	switch {
	case first.Class != a.Class || first.IDNumber != a.IDNumber:
		return &SheetFault{Row: n, Column: "question", What: "同一个问题的各行，class 和 id_number 应相同。"}
	case first.Status != Found || a.Status != Found:
		return &SheetFault{Row: n, Column: "status", What: "同一个问题写了几行，各行都应为“有”（found）。"}
	case first.AsOf != a.AsOf:
		return &SheetFault{Row: n, Column: "as_of", What: "同一个问题的各行，as_of 应相同。"}
	case len(first.Records) >= MaxRecords:
		return &SheetFault{Row: n, What: fmt.Sprintf("一个问题超过 %d 条记录。", MaxRecords)}
	}
	first.Records = append(first.Records, a.Records...)
	return nil
}

func (r *answerReader) record(n int, row []string, class *Class) (map[string]any, error) {
	var out map[string]any
	for _, h := range r.table.Rows[0] {
		key := keyOf(h)
		i := r.columns[key]
		if i >= len(row) || isColumn(key) && (key != "name" || i == 3) { // the fourth is the person's name
			continue
		}
		text := plainText(row[i])
		if text == "" {
			continue
		}
		f := class.Field(key)
		if f == nil {
			return nil, &SheetFault{Row: n, Column: key, What: "数据类" + class.Name + "没有这个字段，这一格应留空。"}
		}
		v, ok := f.fromSheet(text, r.table.Format)
		if !ok {
			return nil, &SheetFault{Row: n, Column: f.Name + "（" + key + "）", What: f.hint()}
		}
		if out == nil {
			out = map[string]any{}
		}
		out[key] = v
	}
	return out, nil
}

func isColumn(key string) bool {
	for _, list := range [][]string{questionColumns, answerColumns} {
		for _, c := range list {
			if c == key {
				return true
			}
		}
	}
	return key == ""
}

// fromSheet brings what people type to what messages write.
func (f *Field) fromSheet(s, format string) (any, bool) {
	switch f.Type {
	case MoneyField:
		fen, err := money.Parse(rounded(half(s)))
		return fen.Decimal(), err == nil
	case CountField:
		n, err := strconv.ParseInt(strings.ReplaceAll(half(s), ",", ""), 10, 64)
		return json.Number(strconv.FormatInt(n, 10)), err == nil
	case DateField:
		d, ok := typedDate(s, format)
		return d.String(), ok
	case FlagField:
		switch strings.ToLower(half(s)) {
		case "true", "是", "1", "有", "y":
			return true, true
		case "false", "否", "0", "无", "n":
			return false, true
		}
		return nil, false
	case CodeField:
		for _, o := range f.Options {
			if o.Code == half(s) || o.Label == s {
				return o.Code, true
			}
		}
		return nil, false
	}
	return s, true
}

func (f *Field) hint() string {
	switch f.Type {
	case MoneyField:
		return "应为以元为单位的金额，最多两位小数，例如 1234.50。"
	case CountField:
		return "应为整数。"
	case DateField:
		return "应为日期，例如 2025-03-01 或 2025年3月1日。"
	case FlagField:
		return "应为 是 或 否。"
	}
	return "应为其中之一：" + f.codes() + "。"
}

var longFraction = regexp.MustCompile(`^-?[0-9]{1,12}\.[0-9]{3,20}$`)

// rounded undoes what floating cells do to an amount: 0.30000000000000004 is 0.30. A true third decimal is left and refused.
func rounded(s string) string {
	if !longFraction.MatchString(s) {
		return s
	}
	exact, ok := new(big.Rat).SetString(s)
	if !ok {
		return s
	}
	short := exact.FloatString(2)
	near, _ := new(big.Rat).SetString(short)
	if d := new(big.Rat).Sub(exact, near); d.Abs(d).Cmp(big.NewRat(1, 1_000_000)) < 0 {
		return short
	}
	return s
}

var dateForm = regexp.MustCompile(`^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?( 00:00:00)?$`)

// typedDate reads a date with the year first, or the number by which a workbook keeps one.
func typedDate(s, format string) (calendar.Date, bool) {
	s = half(s)
	if m := dateForm.FindStringSubmatch(s); m != nil {
		d, err := calendar.ParseDate(fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3]))
		return d, err == nil
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && format == "xlsx" && n >= 61 && n < 110_000 && n == float64(int(n)) {
		return calendar.NewDate(1899, 12, 30).AddDays(int(n)), true
	}
	return 0, false
}

// half turns full-width characters into ASCII.
func half(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '　':
			return ' '
		}
		return r
	}, s)
}
