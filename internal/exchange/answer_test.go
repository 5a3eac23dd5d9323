package exchange_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

var today = calendar.NewDate(2026, 11, 26)

func answer(class string, records ...map[string]any) exchange.Answer {
	a := exchange.Answer{Class: class, Status: exchange.Found, AsOf: today, Records: records}
	if len(records) == 0 {
		a.Status = exchange.None
	}
	return a
}

func TestAnswerGetsTheTypesOfTheCatalogue(t *testing.T) {
	c := load(t)
	got, err := c.CheckAnswer("deposit", answer("deposit", map[string]any{"bank": "甲银行", "account": "1234", "kind": "current", "balance": "1234.5"}))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"bank": "甲银行", "account": "1234", "kind": "current", "balance": int64(123450)}
	if !reflect.DeepEqual(got.Records[0], want) {
		t.Errorf("got %v", got.Records[0])
	}
	// It may be stored as JSON and read back without another meaning.
	raw, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var back exchange.Typed
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []exchange.Typed{got, back} {
		facts, err := c.Facts("deposit", exchange.PersonFacts{}, today, typed)
		if err != nil || facts["member.own_financial_assets"] != int64(123450) {
			t.Errorf("facts %v, %v", facts, err)
		}
	}
}

func TestAnswersThatDoNotFitAreFaults(t *testing.T) {
	c := load(t)
	good := func(change func(map[string]any)) map[string]any {
		r := map[string]any{"plate": "粤A12345", "kind": "car", "state": "normal", "registered_on": "2019-03-02"}
		change(r)
		return r
	}
	set := func(key string, v any) map[string]any { return good(func(r map[string]any) { r[key] = v }) }
	for name, x := range map[string]struct {
		record map[string]any
		want   string
	}{
		"missing":      {good(func(r map[string]any) { delete(r, "plate") }), "第 1 条记录的字段 plate：缺少"},
		"unknown":      {set("colour", "red"), "没有这个字段"},
		"misspelt":     {set("bramd", "x"), "是否想写 brand"},
		"null":         {set("brand", nil), "应为字符串"},
		"empty":        {set("brand", "  "), "是空的"},
		"code":         {set("kind", "tank"), "没有这个代码；可用：car（载客汽车）"},
		"code by type": {set("kind", json.Number("1")), "应为字符串"},
		"date":         {set("registered_on", "2019-02-30"), "应为存在的日期"},
		"date form":    {set("registered_on", "2019/3/2"), "应为存在的日期"},
		"date far":     {set("registered_on", "3019-03-02"), "应为存在的日期"},
		"long":         {set("brand", strings.Repeat("长", 501)), "超过 500 个字"},
		"control":      {set("brand", "a\x00b"), "控制字符"},
		"no text":      {set("brand", "a\xff"), "UTF-8"},
	} {
		_, err := c.CheckAnswer("vehicle", answer("vehicle", x.record))
		var bad *exchange.Misfit
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	money := func(v any) exchange.Answer {
		return answer("deposit", map[string]any{"bank": "甲", "account": "1", "kind": "term", "balance": v})
	}
	for _, v := range []any{"1,234.50", "1.234", "", "-1.00", "1e3", " 1", json.Number("12"), 12.5, "9999999999999", "１２"} {
		if _, err := c.CheckAnswer("deposit", money(v)); err == nil {
			t.Errorf("%v is taken for money", v)
		}
	}
	count := func(v any) exchange.Answer {
		return answer("medical_enrolment", map[string]any{"kind": "resident", "year": v, "active": true})
	}
	for _, v := range []any{"2026", json.Number("2026.5"), json.Number("-1"), json.Number("1e3"), json.Number("99999999999999999999"), true} {
		if _, err := c.CheckAnswer("medical_enrolment", count(v)); err == nil {
			t.Errorf("%v is taken for a count", v)
		}
	}
	whole := answer("vehicle", set("brand", "x"))
	for name, change := range map[string]func(*exchange.Answer){
		"found without records": func(a *exchange.Answer) { a.Records = nil },
		"none with records":     func(a *exchange.Answer) { a.Status = exchange.None },
		"unknown with records":  func(a *exchange.Answer) { a.Status = exchange.Unknown },
		"no status":             func(a *exchange.Answer) { a.Status = "" },
		"no day":                func(a *exchange.Answer) { a.AsOf = 0 },
		"another class":         func(a *exchange.Answer) { a.Class = "deposit" },
		"note":                  func(a *exchange.Answer) { a.Note = "a\x07" },
		"too many": func(a *exchange.Answer) {
			for range exchange.MaxRecords {
				a.Records = append(a.Records, a.Records[0])
			}
		},
	} {
		a := whole
		change(&a)
		if _, err := c.CheckAnswer("vehicle", a); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := c.CheckAnswer("nothing", whole); err == nil {
		t.Error("a class that is not there is taken")
	}
	// A fault goes to logs: it repeats no value of the answer.
	_, err := c.CheckAnswer("vehicle", answer("vehicle", set("kind", "李建国 440104")))
	if strings.Contains(err.Error(), "李建国") {
		t.Errorf("the fault tells a value: %v", err)
	}
}

func TestStaleAndFrom(t *testing.T) {
	class, _ := load(t).Class("income_tax")
	if class.From(today) != calendar.NewDate(2026, 5, 26) || class.Stale(today, today) || !class.Stale(today.AddDays(-61), today) ||
		class.Stale(today.AddDays(-60), today) || !class.Stale(today.AddDays(1), today) {
		t.Errorf("income_tax: history from %s", class.From(today))
	}
	vehicle, _ := load(t).Class("vehicle")
	if vehicle.From(today) != 0 {
		t.Error("vehicles are asked for as they are today")
	}
}
