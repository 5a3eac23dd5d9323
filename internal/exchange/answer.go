package exchange

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhongfu/internal/calendar"
	"zhongfu/internal/money"
	"zhongfu/internal/policy"
)

// Typed is an answer that fits the catalogue. Records hold canonical values: text and code string, money int64 of fen, count
// int64, date "2006-01-02", flag bool. It may be stored as JSON and read back.
type Typed struct {
	Status  Status           `json:"status"`
	AsOf    calendar.Date    `json:"as_of,omitzero"`
	Records []map[string]any `json:"records,omitempty"`
	Note    string           `json:"note,omitempty"`
}

// Misfit is an answer that does not fit: where, and what is wrong with it. The message holds no value of the answer, since it
// goes to logs and to the department's contact.
type Misfit struct {
	Class  string // "" for a fault of the message as a whole
	Record int    // from 1; 0 = not in a record
	Field  string
	What   string // Chinese
}

func (e *Misfit) Error() string {
	var b strings.Builder
	if e.Class != "" {
		b.WriteString("数据类 " + e.Class)
	}
	if e.Record > 0 {
		fmt.Fprintf(&b, "第 %d 条记录", e.Record)
	}
	if e.Field != "" {
		b.WriteString("的字段 " + e.Field)
	}
	if b.Len() > 0 {
		b.WriteString("：")
	}
	return b.String() + e.What
}

// CheckAnswer gives an answer the types of its class. The class is the one that was asked: an answer that names another is a
// fault. The error is a *Misfit.
func (c *Catalogue) CheckAnswer(class string, a Answer) (Typed, error) {
	cl, _ := c.Class(class)
	if cl == nil {
		return Typed{}, &Misfit{What: fmt.Sprintf("目录里没有数据类 %q。", clip(class))}
	}
	bad := func(format string, args ...any) (Typed, error) {
		return Typed{}, &Misfit{Class: class, What: fmt.Sprintf(format, args...)}
	}
	if a.Class != class {
		return bad("答复写的数据类不是所问的。")
	}
	if fault := textFault(a.Note); fault != "" {
		return bad("note %s", fault)
	}
	switch a.Status {
	case Found:
		if len(a.Records) == 0 {
			return bad("status 为 found，却没有记录；没有数据的应写 none。")
		}
	case None, Unknown:
		if len(a.Records) > 0 {
			return bad("status 为 %s，却带有记录。", a.Status)
		}
	default:
		return bad("status 应为 found、none 或 unknown。")
	}
	if a.Status != Unknown && a.AsOf == 0 {
		return bad("缺少 as_of（数据是哪一天的）。")
	}
	if len(a.Records) > MaxRecords {
		return bad("有 %d 条记录，上限 %d 条。", len(a.Records), MaxRecords)
	}
	out := Typed{Status: a.Status, AsOf: a.AsOf, Note: a.Note}
	for i, r := range a.Records {
		t, err := cl.record(r, i+1)
		if err != nil {
			return Typed{}, err
		}
		out.Records = append(out.Records, t)
	}
	return out, nil
}

func (c *Class) record(r map[string]any, n int) (map[string]any, error) {
	out := make(map[string]any, len(r))
	known := make([]string, 0, len(c.Fields))
	for i := range c.Fields {
		f := &c.Fields[i]
		known = append(known, f.Key)
		v, ok := r[f.Key]
		if !ok {
			if f.Required {
				return nil, &Misfit{c.ID, n, f.Key, "缺少这个必填字段。"}
			}
			continue
		}
		t, fault := f.typed(v)
		if fault != "" {
			return nil, &Misfit{c.ID, n, f.Key, fault}
		}
		out[f.Key] = t
	}
	if len(out) != len(r) {
		unknown := ""
		for key := range r { // the first by name, so that the message is always the same
			if _, ok := out[key]; !ok && (unknown == "" || key < unknown) {
				unknown = key
			}
		}
		return nil, &Misfit{c.ID, n, clip(unknown), "目录里没有这个字段" + policy.Suggestion(clip(unknown), known) + "。"}
	}
	return out, nil
}

var moneyForm = regexp.MustCompile(`^-?[0-9]{1,12}(\.[0-9]{1,2})?$`)

// typed reads a value as messages write it. The fault is Chinese and names no value.
func (f *Field) typed(v any) (any, string) {
	switch f.Type {
	case FlagField:
		if b, ok := v.(bool); ok {
			return b, ""
		}
		return nil, "应为 true 或 false。"
	case CountField:
		n, ok := whole(v)
		if !ok || n < 0 || n > MaxCount {
			return nil, fmt.Sprintf("应为 0 至 %d 的整数。", MaxCount)
		}
		return n, ""
	}
	s, ok := v.(string)
	if !ok {
		return nil, "应为字符串。"
	}
	switch f.Type {
	case MoneyField:
		if !moneyForm.MatchString(s) {
			return nil, "应为以元为单位的字符串，最多两位小数，例如 \"1234.50\"。"
		}
		fen, err := money.Parse(s)
		if err != nil || fen < 0 || fen > maxFen {
			return nil, "金额应在 0 至一万亿元之间。"
		}
		return int64(fen), ""
	case DateField:
		d, err := calendar.ParseDate(s)
		if err != nil || d < firstDay || d > lastDay {
			return nil, "应为存在的日期，写作 2006-01-02，在 1900 年至 2199 年之间。"
		}
		return s, ""
	case CodeField:
		for _, o := range f.Options {
			if o.Code == s {
				return s, ""
			}
		}
		return nil, "没有这个代码；可用：" + f.codes() + "。"
	}
	if strings.TrimSpace(s) == "" {
		return nil, "是空的；没有内容的字段不要写。"
	}
	return s, textFault(s)
}

var firstDay, lastDay = calendar.NewDate(1900, 1, 1), calendar.NewDate(2199, 12, 31)

func textFault(s string) string {
	switch {
	case !utf8.ValidString(s):
		return "不是有效的 UTF-8 文字。"
	case utf8.RuneCountInString(s) > MaxText:
		return fmt.Sprintf("超过 %d 个字。", MaxText)
	case strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError }):
		return "含有控制字符或乱码。"
	}
	return ""
}

func (f *Field) codes() string {
	parts := make([]string, len(f.Options))
	for i, o := range f.Options {
		parts[i] = o.Code + "（" + o.Label + "）"
	}
	return strings.Join(parts, "、")
}

// whole reads a JSON number that has no fraction.
func whole(v any) (int64, bool) {
	switch n := v.(type) {
	case int:
		return int64(n), true
	case int64:
		return n, true
	case float64:
		return int64(n), n == math.Trunc(n) && math.Abs(n) < 1<<53
	case json.Number:
		i, err := n.Int64()
		return i, err == nil
	}
	return 0, false
}

// stored reads a canonical value, also after it went through JSON; dates become times for CEL.
func (f *Field) stored(v any) (any, error) {
	switch f.Type {
	case MoneyField, CountField:
		if n, ok := whole(v); ok {
			return n, nil
		}
	case FlagField:
		if b, ok := v.(bool); ok {
			return b, nil
		}
	case DateField:
		if s, ok := v.(string); ok {
			d, err := calendar.ParseDate(s)
			return midnight(d), err
		}
	default:
		if s, ok := v.(string); ok {
			return s, nil
		}
	}
	return nil, fmt.Errorf("a value of type %T is no %s", v, f.Type)
}

// clip keeps what a stranger wrote short and printable before it is repeated.
func clip(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return '?'
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// CheckRecords is CheckAnswer for who wants the records only.
func (c *Catalogue) CheckRecords(class string, a Answer) ([]map[string]any, error) {
	t, err := c.CheckAnswer(class, a)
	return t.Records, err
}
