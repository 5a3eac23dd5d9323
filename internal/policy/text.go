package policy

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"zhongfu/internal/calendar"
)

const unknownText = "未知"

var placeholder = regexp.MustCompile(`\{([a-z_0-9]+)\}`)

func placeholders(text string) []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// fill puts figures into a sentence: {id} is a value, a parameter, or a fact of the applicant or household.
func (e *evaluation) fill(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return placeholder.ReplaceAllStringFunc(text, func(m string) string {
		id := m[1 : len(m)-1]
		for _, prefix := range []string{"v.", "p.", "a.", "h."} {
			if v, ok := e.lookup(prefix + id); ok {
				return v.Text
			}
		}
		return unknownText
	})
}

// shown lists the figures behind a rule.
func (e *evaluation) shown(refs []string) []ValueResult {
	out := make([]ValueResult, 0, len(refs))
	for _, name := range refs {
		if v, ok := e.lookup(name); ok {
			out = append(out, v)
		}
	}
	return out
}

func (e *evaluation) lookup(name string) (ValueResult, bool) {
	kind, id, _ := strings.Cut(name, ".")
	switch kind {
	case "v":
		for i, v := range e.item.Values {
			if v.ID == id && e.values[i].ID != "" {
				return e.values[i], true
			}
		}
	case "p":
		if e.pack.parameters[id] == nil || e.need(id) != nil {
			break
		}
		if u, ok := e.byID[id]; ok {
			return ValueResult{ID: id, Label: u.Label, Unit: u.Unit, Value: u.Value, Text: unitText(u.Unit, u.Value)}, true
		}
	case "h", "a":
		f := e.pack.householdFacts[id]
		if kind == "a" {
			f = e.pack.memberFacts[id]
		}
		if f == nil {
			break
		}
		if kind == "h" {
			if v, given := e.facts.household[id]; given || f.OutcomeOf == "" {
				return f.shown(v), true
			}
			return f.derived(e.root.vars["h."+id]), true
		}
		for i, m := range e.in.Members {
			if m.ID != e.in.Person {
				continue
			}
			if v, given := e.facts.members[i][id]; given || f.OutcomeOf == "" {
				return f.shown(v), true
			}
			return f.derived(e.root.vars["a."+id]), true
		}
	}
	if kind == "a" {
		for _, s := range e.member {
			for _, v := range s.result.Values {
				if s.id == e.in.Person && v.ID == id {
					return v, true
				}
			}
		}
	}
	return ValueResult{}, false
}

// factUnits are the units in which facts stand among other figures.
var factUnits = map[FactType]string{
	Money: "fen", MoneyMonthly: "fen_per_month", Int: "count", Bool: "bool",
	DateFact: "date", Enum: "text", Decimal: "text", DivisionFact: "division",
}

// shown is a fact as a figure; v is nil where it is unknown.
func (f *Fact) shown(v any) ValueResult {
	r := ValueResult{ID: f.Key, Label: f.Label, Unit: factUnits[f.Type], Value: v}
	switch t := v.(type) {
	case nil:
		r.Text = unknownText
	case time.Time:
		d := calendar.Date(t.Unix() / 86400)
		r.Value, r.Text = d.String(), d.Chinese()
	case string:
		r.Text = f.optionLabel(t)
	case int64:
		r.Text = strconv.FormatInt(t, 10)
		if f.Unit != "" {
			r.Text += " " + f.Unit
		}
		if f.Type == Money || f.Type == MoneyMonthly {
			r.Text = yuan(t)
		}
	default:
		r.Text = unitText("bool", v)
	}
	return r
}

// derived is a status fact that was not given but worked out; v is nil where that is open.
func (f *Fact) derived(v any) ValueResult {
	r := f.shown(v)
	if v != nil {
		r.Text += "（按现有情况测算）"
	}
	return r
}

// unitText writes a figure as a letter does.
func unitText(unit string, v any) string {
	switch t := v.(type) {
	case bool:
		if t {
			return "是"
		}
		return "否"
	case string:
		return t
	case int64:
		switch unit {
		case "fen", "fen_per_month", "fen_per_year", "fen_once":
			return yuan(t)
		case "ratio":
			return ratioText(t)
		}
		return strconv.FormatInt(t, 10) + map[string]string{
			"persons": " 人", "months": " 个月", "points": " 分", "percent": "%", "years": " 年", "days": " 天", "kwh_per_month": " 度"}[unit]
	}
	return unknownText
}

// ratioText writes ten-thousandths: a part of something as per cent (350 → 3.5%), a multiple as it is (15000 → 1.5).
func ratioText(t int64) string {
	sign, end, per := "", "", int64(One)
	if t < 0 {
		sign, t = "-", -t
	}
	if t > 0 && t < One {
		per, end = One/100, "%"
	}
	width := len(strconv.FormatInt(per, 10)) - 1
	return sign + strings.TrimRight(strings.TrimRight(fmt.Sprintf("%d.%0*d", t/per, width, t%per), "0"), ".") + end
}

// yuan writes fen with thousands and two decimals: 1,282.00 元.
func yuan(fen int64) string {
	sign := ""
	if fen < 0 {
		sign, fen = "-", -fen
	}
	s := strconv.FormatInt(fen/100, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return fmt.Sprintf("%s%s.%02d 元", sign, s, fen%100)
}

func labels(missing []Missing) string {
	var out []string
	for _, m := range missing {
		switch {
		case m.Name != "":
			out = append(out, m.Name+"的"+m.Label)
		case m.Member != "":
			out = append(out, "成员 "+m.Member+" 的"+m.Label)
		default:
			out = append(out, m.Label)
		}
	}
	return strings.Join(out, "、")
}
