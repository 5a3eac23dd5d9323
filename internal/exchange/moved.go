package exchange

import (
	"maps"
	"slices"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/money"
)

// Moved is one thing that a person gave away.
type Moved struct {
	On     calendar.Date
	What   string // the named fields as the catalogue labels them: 粤A12345 载客汽车
	Amount *int64 // fen; nil where the record does not say
}

// MovedSince lists what the records of a class say was given away from a day on, the newest first. A class that is not asked for
// it, or records without the date, tell nothing.
func (c *Class) MovedSince(from calendar.Date, records []map[string]any) []Moved {
	if c.MovedAway == nil {
		return nil
	}
	var out []Moved
	for _, r := range records {
		text, _ := r[c.MovedAway.Date].(string)
		on, err := calendar.ParseDate(text)
		if err != nil || on < from || !c.MovedAway.holds(r) || c.small(r) {
			continue
		}
		var parts []string
		for _, key := range c.MovedAway.Names {
			if v, ok := r[key].(string); ok && v != "" {
				parts = append(parts, c.Field(key).Label(v))
			}
		}
		out = append(out, Moved{On: on, What: strings.Join(parts, " "), Amount: c.amount(r)})
	}
	slices.SortStableFunc(out, func(a, b Moved) int { return int(b.On - a.On) })
	return out
}

// amount is what a record says was given away, in fen, or nil.
func (c *Class) amount(r map[string]any) *int64 {
	if c.MovedAway.Amount == "" {
		return nil
	}
	n, ok := whole(r[c.MovedAway.Amount])
	if !ok {
		return nil
	}
	return &n
}

// small tells that a record is of less than what counts; one that does not say how much it is of is not small.
func (c *Class) small(r map[string]any) bool {
	n := c.amount(r)
	return n != nil && *n < c.MovedAway.AtLeast
}

// movedText says in Chinese which records tell of property given away; empty where none do.
func (c *Class) movedText() string {
	m := c.MovedAway
	if m == nil {
		return ""
	}
	text := "按" + c.Field(m.Date).Name
	for _, key := range slices.Sorted(maps.Keys(m.Where)) {
		text += "，" + c.Field(key).Name + "为" + c.Field(key).Label(m.Where[key])
	}
	if m.AtLeast > 0 {
		text += "，" + c.Field(m.Amount).Name + "在 " + money.Fen(m.AtLeast).Yuan() + " 元以上"
	}
	return text
}

func (m *MovedAway) holds(r map[string]any) bool {
	for key, want := range m.Where {
		if r[key] != want {
			return false
		}
	}
	return true
}

// checkMovedAway holds the fields named against the class.
func (l *loader) checkMovedAway(c *Class) {
	m := c.MovedAway
	if m == nil {
		return
	}
	if f := c.Field(m.Date); f == nil || f.Type != DateField {
		l.add(m.At, "数据类 %s 的 moved_away.date %q 应是这个数据类的日期字段。", c.ID, m.Date)
	}
	for key, value := range m.Where {
		f := c.Field(key)
		if f == nil || f.Type != CodeField || !slices.ContainsFunc(f.Options, func(o Option) bool { return o.Code == value }) {
			l.add(m.At, "数据类 %s 的 moved_away.where：字段 %s 没有代码 %q。", c.ID, key, value)
		}
	}
	if f := c.Field(m.Amount); m.Amount != "" && (f == nil || f.Type != MoneyField) || m.Amount == "" && m.AtLeast > 0 {
		l.add(m.At, "数据类 %s 的 moved_away.amount %q 应是这个数据类的金额字段；写了 at_least 就要写 amount。", c.ID, m.Amount)
	}
	if len(m.Names) == 0 {
		l.add(m.At, "数据类 %s 的 moved_away 没有写 names（转走的是什么）。", c.ID)
	}
	for _, key := range m.Names {
		if f := c.Field(key); f == nil || f.Type != TextField && f.Type != CodeField || f.Sensitivity == "secret" {
			l.add(m.At, "数据类 %s 的 moved_away.names：%q 应是不涉密的文字或代码字段。", c.ID, key)
		}
	}
}
