package exchange_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"zhongfu/internal/exchange"
)

const id = "01930000-0000-7000-8000-000000000001"

func goodReply() string {
	return `{"version":1,"message":"` + id + `","source":"tax","answered_at":"2026-11-26T09:00:00+08:00","answers":[{"question":"` + id + `","class":"income_tax","id_number":"1","status":"none","as_of":"2026-11-25"}]}`
}

func TestParseReplyIsStrict(t *testing.T) {
	if r, err := exchange.ParseReply([]byte(goodReply())); err != nil || len(r.Answers) != 1 || r.Answers[0].Status != exchange.None {
		t.Fatal(r, err)
	}
	for name, c := range map[string][2]string{
		"version": {`"version":1`, `"version":2`}, "unknown field": {`"source"`, `"sauce"`}, "after": {`]}`, `]} {}`}, "no message": {`"message":"` + id + `"`, `"message":"00000000-0000-0000-0000-000000000000"`},
		"answered twice": {`"answers":[`, `"answers":[{"question":"` + id + `","class":"income_tax","id_number":"1","status":"none","as_of":"2026-11-25"},`},
		"no id":          {`"id_number":"1"`, `"id_number":""`}, "bad date": {`2026-11-25`, `2026-13-25`}, "nested": {`"status":"none"`, `"records":[{"a":[[[[[]]]]]}],"status":"none"`},
		"cut": {`"none","as_of":"2026-11-25"}]}`, `"none"`},
	} {
		text := strings.Replace(goodReply(), c[0], c[1], 1)
		if _, err := exchange.ParseReply([]byte(text)); err == nil || text == goodReply() {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := exchange.ParseReply(bytes.Repeat([]byte(" "), exchange.MaxMessage+1)); err == nil {
		t.Error("too long a message is taken")
	}
}

// What a department writes into the sheet comes out as it was, in both formats.
func TestAnswerSheetRoundTrip(t *testing.T) {
	c := load(t)
	s := c.Source("agriculture")
	rapid.Check(t, func(rt *rapid.T) {
		format := rapid.SampledFrom([]string{"csv", "xlsx"}).Draw(rt, "format")
		fields := s.FieldColumns()
		rows := [][]string{append([]string{"question", "class", "id_number", "status", "as_of", "note"}, fields...)}
		var want []exchange.Answer
		for i := range rapid.IntRange(1, 5).Draw(rt, "answers") {
			class := &s.Classes[rapid.IntRange(0, len(s.Classes)-1).Draw(rt, "class")]
			a := exchange.Answer{ID: uuid.NewSHA1(uuid.Nil, []byte{byte(i)}), Class: class.ID, IDNumber: "11010519491231002X", AsOf: today}
			a.Status = rapid.SampledFrom([]exchange.Status{exchange.Found, exchange.None, exchange.Unknown}).Draw(rt, "status")
			n := 0
			if a.Status == exchange.Found {
				n = rapid.IntRange(1, 3).Draw(rt, "records")
			}
			for range max(1, n) {
				row := make([]string, len(rows[0]))
				copy(row, []string{a.ID.String(), a.Class, a.IDNumber, string(a.Status), today.String(), ""})
				if n > 0 {
					r := map[string]any{}
					for _, f := range class.Fields {
						if !f.Required && rapid.Bool().Draw(rt, "absent") {
							continue
						}
						v, text := value(rt, &f)
						r[f.Key] = v
						for j, h := range rows[0] {
							if h == f.Key {
								row[j] = text
							}
						}
					}
					a.Records = append(a.Records, r)
				}
				rows = append(rows, row)
			}
			want = append(want, a)
		}
		raw, err := exchange.WriteTable(format, rows)
		if err != nil {
			rt.Fatal(err)
		}
		table, err := exchange.ReadTable(format, raw)
		if err != nil {
			rt.Fatal(err)
		}
		got, err := exchange.ReadAnswers(s, table)
		if err != nil || !reflect.DeepEqual(got, want) {
			rt.Fatalf("%v\ngot  %+v\nwant %+v", err, got, want)
		}
		for _, a := range got {
			if _, err := c.CheckAnswer(a.Class, a); err != nil {
				rt.Fatal(err)
			}
		}
	})
}

func value(rt *rapid.T, f *exchange.Field) (any, string) {
	switch f.Type {
	case exchange.MoneyField:
		s := fmt.Sprintf("%d.%02d", rapid.IntRange(0, 1_000_000).Draw(rt, "yuan"), rapid.IntRange(0, 99).Draw(rt, "fen"))
		return s, s
	case exchange.CountField:
		s := fmt.Sprint(rapid.IntRange(0, 5000).Draw(rt, "count"))
		return json.Number(s), s
	case exchange.DateField:
		s := today.AddDays(-rapid.IntRange(0, 20000).Draw(rt, "day")).String()
		return s, s
	case exchange.FlagField:
		b := rapid.Bool().Draw(rt, "flag")
		return b, fmt.Sprint(b)
	case exchange.CodeField:
		s := rapid.SampledFrom(f.Options).Draw(rt, "code").Code
		return s, s
	}
	s := rapid.StringMatching(`[一-龥a-z0-9][一-龥a-z0-9=,"']{0,8}[一-龥a-z0-9]`).Draw(rt, "text")
	return s, s
}

func TestSheetTakesWhatPeopleType(t *testing.T) {
	s := load(t).Source("agriculture")
	head := []string{"question", "class", "id_number", "status", "as_of", "note", "plate", "kind", "registered_on", "price", "contract", "area", "leased_out", "yearly_rent"}
	read := func(format string, cells ...string) (exchange.Answer, error) {
		got, err := exchange.ReadAnswers(s, exchange.Table{Format: format, First: 3, Rows: [][]string{head, cells}})
		if err != nil || len(got) == 0 {
			return exchange.Answer{}, err
		}
		return got[0], nil
	}
	a, err := read("xlsx", id, "farm_machinery", "１１０", " 有 ", "2026年11月1日", "", "　粤01 ", "拖拉机", "2025/3/1", "￥1,234.5元")
	want := map[string]any{"plate": "粤01", "kind": "tractor", "registered_on": "2025-03-01", "price": "1234.50"}
	if err != nil || a.IDNumber != "110" || a.AsOf.String() != "2026-11-01" || !reflect.DeepEqual(a.Records[0], want) {
		t.Errorf("%v %+v", err, a)
	}
	// 45717 is how a workbook keeps 2025-03-01; 0.30000000000000004 how a floating cell keeps 0.30.
	a, err = read("xlsx", id, "farm_machinery", "1", "found", "2026-11-01", "", "粤01", "tractor", "45717", "0.30000000000000004")
	if err != nil || a.Records[0]["registered_on"] != "2025-03-01" || a.Records[0]["price"] != "0.30" {
		t.Errorf("%v %+v", err, a)
	}
	a, err = read("csv", id, "land_contract", "1", "found", "2026-11-01", "", "", "", "", "", "h1", "１２", "是")
	if err != nil || a.Records[0]["area"] != json.Number("12") || a.Records[0]["leased_out"] != true {
		t.Errorf("%v %+v", err, a)
	}
	for name, x := range map[string]struct {
		want  string
		cells []string
	}{
		"ambiguous date":    {"第 4 行 登记日期（registered_on） 列：应为日期", []string{id, "farm_machinery", "1", "found", "2026-11-01", "", "粤01", "tractor", "3/1/25"}},
		"serial in csv":     {"登记日期", []string{id, "farm_machinery", "1", "found", "2026-11-01", "", "粤01", "tractor", "45717"}},
		"third decimal":     {"购置价（price） 列：应为以元", []string{id, "farm_machinery", "1", "found", "2026-11-01", "", "粤01", "tractor", "2025-03-01", "1.235"}},
		"code":              {"tractor（拖拉机）", []string{id, "farm_machinery", "1", "found", "2026-11-01", "", "粤01", "坦克"}},
		"field of another":  {"没有这个字段，这一格应留空", []string{id, "farm_machinery", "1", "found", "2026-11-01", "", "粤01", "tractor", "2025-03-01", "", "h1"}},
		"class":             {"没有这个数据类", []string{id, "vehicle", "1", "found"}},
		"question":          {"不是问题的编号", []string{"1", "farm_machinery", "1", "found"}},
		"scientific":        {"科学计数法", []string{id, "farm_machinery", "4.40104E+17", "found"}},
		"none with fields":  {"却填了字段", []string{id, "farm_machinery", "1", "none", "2026-11-01", "", "粤01"}},
		"found without any": {"没有填字段", []string{id, "farm_machinery", "1", "found", "2026-11-01"}},
	} {
		if _, err := read("csv", x.cells...); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if a, err := read("csv", id, "farm_machinery", "1", ""); err != nil || a.Class != "" {
		t.Errorf("a question that was left empty was not answered: %+v, %v", a, err)
	}
}

// A few kilobytes that unpack to gigabytes are refused.
func TestZipBombIsRefused(t *testing.T) {
	f := excelize.NewFile()
	var book bytes.Buffer
	if err := f.Write(&book); err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(book.Bytes()), int64(book.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range in.File {
		if err := w.Copy(e); err != nil {
			t.Fatal(err)
		}
	}
	bomb, err := w.Create("xl/bomb.xml")
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 1<<20)
	for range 300 {
		if _, err := bomb.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := exchange.ReadTable("xlsx", out.Bytes()); err == nil {
		t.Errorf("a bomb of %d bytes is unpacked", out.Len())
	}
}

func TestControlFile(t *testing.T) {
	k := exchange.Key{ID: "housing_fund-1", Secret: []byte("0123456789abcdef0123456789abcdef")}
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	data := []byte("question,class\n")
	raw, err := exchange.NewControl(k, "housing_fund", uuid.MustParse(id), "csv", 0, data, now)
	if err != nil {
		t.Fatal(err)
	}
	c, format, err := exchange.ParseControl(id+".ctl", raw)
	if err != nil || format != "csv" || c.Verify(k, data, now.Add(70*time.Hour)) != nil {
		t.Errorf("%v %v", c, err)
	}
	if c.Verify(k, data, now.Add(73*time.Hour)) == nil || c.Verify(k, append(data, '\n'), now) == nil || c.Verify(k, data, now.Add(-time.Hour)) == nil {
		t.Error("an old, altered or coming file is believed")
	}
	if _, _, err := exchange.ParseControl("other.ctl", raw); err == nil {
		t.Error("a control file under another name is taken")
	}
	c.SM3 = strings.Repeat("0", 64)
	if c.Verify(k, data, now) == nil {
		t.Error("a digest that does not fit is believed")
	}
}

func FuzzParseReply(f *testing.F) {
	f.Add([]byte(goodReply()))
	f.Add([]byte(`{"version":1,"answers":[{"records":[{"a":null}]}]}`))
	f.Add([]byte(`[[[[[[[[`))
	c := load(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := exchange.ParseReply(raw)
		if err != nil {
			return
		}
		for _, a := range r.Answers {
			typed, err := c.CheckAnswer(a.Class, a)
			if err == nil {
				if _, err := c.Facts(a.Class, exchange.PersonFacts{}, today, typed); err != nil {
					t.Errorf("a checked answer fails in its facts: %v", err)
				}
			}
		}
	})
}

func FuzzReadTable(f *testing.F) {
	f.Add("csv", []byte("question,class,id_number,status,as_of\n"+id+",land_contract,1,none,2026-11-01\n"))
	f.Add("csv", []byte("question,\"class"))
	book, err := exchange.WriteTable("xlsx", [][]string{{"question", "class", "id_number", "status", "as_of"}, {id, "land_contract", "1", "none", "2026-11-01"}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("xlsx", book)
	s := load(f).Source("agriculture")
	f.Fuzz(func(t *testing.T, format string, raw []byte) {
		table, err := exchange.ReadTable(format, raw)
		if err != nil {
			return
		}
		if _, err := exchange.ReadAnswers(s, table); err != nil && err.Error() == "" {
			t.Error("a fault without words")
		}
	})
}

func FuzzParseControl(f *testing.F) {
	f.Add(id+".ctl", []byte(`{"version":1,"message":"`+id+`","file":"`+id+`.csv"}`))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		c, format, err := exchange.ParseControl(name, raw)
		if err == nil && (c.File != c.Message.String()+"."+format || strings.ContainsAny(c.File, `/\`)) {
			t.Errorf("a control file leads to %q", c.File)
		}
	})
}
