package advise

import (
	"fmt"
	"strings"
)

// Sentence says a change: 李建国的工资性收入为 1,163.99 元（现在 1,400.00 元，少 236.01 元）.
func (c Change) Sentence() string {
	who := ""
	if c.Name != "" {
		who = c.Name + "的"
	}
	s := fmt.Sprintf("%s%s为 %s（现在 %s", who, c.Fact.Label, c.To.Text, c.From.Text)
	if c.Distance > 0 {
		word := "少 "
		if c.Up {
			word = "多 "
		}
		s += "，" + word + c.Fact.Shown(c.Distance).Text
	}
	return s + "）"
}

// Notes say what may not meet the item and what it follows from.
func (as *Assessment) Notes() []string {
	out := []string{}
	var held, other, bases []string
	for _, c := range as.Conflicts {
		name := c.Name
		if c.PersonName != "" && c.PersonName != as.Name {
			name = c.PersonName + "的" + name
		}
		if c.Held {
			held = append(held, name)
		} else {
			other = append(other, name)
		}
	}
	if len(held) > 0 {
		out = append(out, "已经享受"+strings.Join(held, "、")+"的，不能同时享受。")
	}
	if len(other) > 0 {
		out = append(out, "和"+strings.Join(other, "、")+"只能选一样，窗口会帮您算哪一样更合适。")
	}
	for _, b := range as.Follows {
		if !b.Held {
			bases = append(bases, b.Name)
		}
	}
	if len(bases) > 0 {
		out = append(out, "先办好“"+strings.Join(bases, "”“")+"”，确认以后就可以享受。")
	}
	return out
}
