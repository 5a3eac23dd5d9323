package report

import (
	"encoding/json"
	"fmt"

	"zhongfu/internal/division"
	"zhongfu/internal/money"
	"zhongfu/internal/policy"
)

// unknownText is how an unknown value reads; it is never 0 and never blank.
const unknownText = "未知"

func side(f *policy.Fact, known bool, v any) ReportSide {
	if !known {
		return ReportSide{Text: unknownText}
	}
	return ReportSide{Known: true, Value: v, Text: valueText(f, v)}
}

// valueText writes a value as people do.
func valueText(f *policy.Fact, v any) string {
	if b, ok := v.(bool); ok {
		if b {
			return "是"
		}
		return "否"
	}
	n, number := integer(v)
	switch f.Type {
	case policy.Money:
		if number {
			return money.Fen(n).Yuan() + " 元"
		}
	case policy.MoneyMonthly:
		if number {
			return money.Fen(n).Yuan() + " 元/月"
		}
	case policy.Enum:
		for _, o := range f.Options {
			if o.Code == fmt.Sprint(v) {
				return o.Label
			}
		}
	case policy.Int:
		if number {
			text := fmt.Sprint(n)
			if f.Unit != "" {
				text += " " + f.Unit
			}
			return text
		}
	case policy.DivisionFact:
		if name := division.Default().FullName(n); number && name != "" {
			return name
		}
	}
	return fmt.Sprint(v)
}

// integer reads a whole number as case files and JSON hold it.
func integer(v any) (int64, bool) {
	switch n := v.(type) {
	case int64:
		return n, true
	case int:
		return int64(n), true
	case float64:
		return int64(n), n == float64(int64(n))
	case json.Number:
		i, err := n.Int64()
		return i, err == nil
	}
	return 0, false
}

func same(a, b any) bool {
	if x, ok := integer(a); ok {
		y, ok := integer(b)
		return ok && x == y
	}
	return fmt.Sprint(a) == fmt.Sprint(b)
}

// empty is a value that means there is nothing: 0, no, or what the catalogue says of whoever has nothing of the kind.
func empty(f *policy.Fact, v any) bool {
	if without := f.Without(); without != nil && without != "" && same(without, v) {
		return true
	}
	if n, ok := integer(v); ok {
		return n == 0
	}
	return v == false || v == "" || v == "none"
}
