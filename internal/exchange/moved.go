package exchange

import (
	"slices"
	"strings"

	"zhongfu/internal/calendar"
)

// Moved is one thing that a person gave away.
type Moved struct {
	On   calendar.Date
	What string // the named fields as the catalogue labels them: 粤A12345 载客汽车
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
		if err != nil || on < from || !c.MovedAway.holds(r) {
			continue
		}
		var parts []string
		for _, key := range c.MovedAway.Names {
			if v, ok := r[key].(string); ok && v != "" {
				parts = append(parts, c.Field(key).Label(v))
			}
		}
		out = append(out, Moved{On: on, What: strings.Join(parts, " ")})
	}
	slices.SortStableFunc(out, func(a, b Moved) int { return int(b.On - a.On) })
	return out
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
	if len(m.Names) == 0 {
		l.add(m.At, "数据类 %s 的 moved_away 没有写 names（转走的是什么）。", c.ID)
	}
	for _, key := range m.Names {
		if f := c.Field(key); f == nil || f.Type != TextField && f.Type != CodeField || f.Sensitivity == "secret" {
			l.add(m.At, "数据类 %s 的 moved_away.names：%q 应是不涉密的文字或代码字段。", c.ID, key)
		}
	}
}
