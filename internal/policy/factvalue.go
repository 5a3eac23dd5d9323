package policy

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"zhongfu/internal/calendar"
)

// normalise brings a fact's value to the Go type that CEL sees: int64, bool, string, or time.Time for a date. The
// error is the Chinese rest of a sentence that begins with the fact's label.
func (f *Fact) normalise(v any) (any, error) {
	switch f.Type {
	case Bool:
		if b, ok := v.(bool); ok {
			return b, nil
		}
		return nil, fmt.Errorf("应为 true 或 false，得到 %s；不知道时写 null。", shown(v))
	case Enum:
		s, ok := v.(string)
		if !ok {
			return nil, fmt.Errorf("应为字符串代码，得到 %s；可用：%s。", shown(v), f.codes())
		}
		for _, o := range f.Options {
			if o.Code == s {
				return s, nil
			}
		}
		return nil, fmt.Errorf("没有代码 %q；可用：%s。", s, f.codes())
	case DateFact:
		switch d := v.(type) {
		case calendar.Date:
			return midnight(d), nil
		case string:
			day, err := calendar.ParseDate(d)
			if err != nil {
				return nil, fmt.Errorf("应为存在的日期，写作 2006-01-02，得到 %q。", d)
			}
			return midnight(day), nil
		}
		return nil, fmt.Errorf("应为日期字符串 2006-01-02，得到 %s。", shown(v))
	case Decimal:
		s := fmt.Sprint(v)
		if _, err := fixed(s, 6); err != nil {
			return nil, fmt.Errorf("应为最多六位小数的数，得到 %s。", shown(v))
		}
		return s, nil
	case DivisionFact:
		if s, ok := v.(string); ok {
			n, err := strconv.ParseInt(s, 10, 64)
			if err != nil || len(s) != 12 {
				return nil, fmt.Errorf("应为 12 位区划代码，得到 %q。", s)
			}
			v = n
		}
		n, ok := integer(v)
		if !ok || n < minDivision || n > maxDivision {
			return nil, fmt.Errorf("应为 12 位区划代码，得到 %s。", shown(v))
		}
		return n, nil
	}
	n, ok := integer(v)
	if !ok {
		if f.Type == Money || f.Type == MoneyMonthly {
			return nil, fmt.Errorf("应为以分计的整数（100 元写 10000），得到 %s；不知道时写 null。", shown(v))
		}
		return nil, fmt.Errorf("应为整数，得到 %s；不知道时写 null。", shown(v))
	}
	if lo, hi := f.limits(); n < lo || n > hi {
		return nil, fmt.Errorf("%d 超出 %d 至 %d。请核对，金额以分计。", n, lo, hi)
	}
	return n, nil
}

// Codes of the smallest and the greatest division.
const (
	minDivision = 110000000000
	maxDivision = 829999999999
)

// limits of an integer fact: money is never below 0, unless the catalogue says so.
func (f *Fact) limits() (lo, hi int64) {
	lo, hi = 0, 1_000_000
	if f.Type == Money || f.Type == MoneyMonthly {
		hi = MaxFen
	}
	if f.Min != nil {
		lo = *f.Min
	}
	if f.Max != nil {
		hi = *f.Max
	}
	return lo, hi
}

func (f *Fact) codes() string {
	parts := make([]string, len(f.Options))
	for i, o := range f.Options {
		parts[i] = o.Code + "（" + o.Label + "）"
	}
	return strings.Join(parts, "、")
}

func midnight(d calendar.Date) time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func integer(v any) (int64, bool) {
	switch n := v.(type) {
	case int:
		return int64(n), true
	case int32:
		return int64(n), true
	case int64:
		return n, true
	case uint64:
		return int64(n), n <= math.MaxInt64
	case float64:
		if n != math.Trunc(n) || math.Abs(n) > 1<<53 {
			return 0, false
		}
		return int64(n), true
	case json.Number:
		i, err := n.Int64()
		return i, err == nil
	}
	return 0, false
}

func shown(v any) string {
	switch x := v.(type) {
	case string:
		return strconv.Quote(x)
	case map[string]any:
		return "一个对象"
	case []any:
		return "一个列表"
	}
	return fmt.Sprint(v)
}
