package policy

import (
	"fmt"
	"strings"
)

func (d *differ) items() {
	list := func(p *Pack) []Item {
		var out []Item
		for _, it := range p.Items() {
			out = append(out, *it)
		}
		return out
	}
	both(list(d.old), list(d.new), func(it *Item) string { return it.ID }, d.item,
		func(a *Item) { d.moved(ChangedItem, a.ID, "事项", a.Name, "") },
		func(b *Item) { d.moved(ChangedItem, b.ID, "事项", "", b.Name+"（"+b.Summary+"）") })
}

func (d *differ) item(a, b *Item) {
	name := "“" + b.Name + "”的"
	field := func(what, before, after string) { d.set(ChangedItem, b.ID, name+what, before, after) }
	field("名称", a.Name, b.Name)
	field("说明", a.Summary, b.Summary)
	field("类别", a.Kind, b.Kind)
	field("主题", Themes[a.Theme], Themes[b.Theme])
	field("负责部门", a.Department, b.Department)
	field("办理方式", tellIntake(a.Intake), tellIntake(b.Intake))
	field("认定单位", tellUnit(a.Unit), tellUnit(b.Unit))
	field("有效期", period(a.From, a.Until), period(b.From, b.Until))
	field("依据", a.Clause.String(), b.Clause.String())
	field("申请", tellApply(a.Apply), tellApply(b.Apply))
	field("申请表所问", strings.Join(a.AsksFor, "、"), strings.Join(b.AsksFor, "、"))
	field("流程", a.Procedure, b.Procedure)
	field("流程变体", tellMap(a.Variants), tellMap(b.Variants))
	d.rules(a, b, name)
	exclusion := func(x *Exclusion) string {
		return fmt.Sprintf("%s：`%s`，%s（%s）", x.Name, oneLine(x.When), x.Reason, x.Clause)
	}
	texts(d, ChangedExclusion, b.ID, name+"成员排除", a.Exclusions, b.Exclusions, func(x *Exclusion) string { return x.ID }, exclusion)
	texts(d, ChangedValue, b.ID, name+"成员数值", a.MemberValues, b.MemberValues, func(v *Value) string { return v.ID }, tellValue)
	texts(d, ChangedValue, b.ID, name+"数值", a.Values, b.Values, func(v *Value) string { return v.ID }, tellValue)
	d.amount(a, b, name)
	texts(d, ChangedMaterial, b.ID, name+"材料", a.Materials, b.Materials, func(m *Material) string { return m.ID }, func(m *Material) string {
		return m.Name + map[bool]string{true: "（必须）", false: "（" + m.When + "）"}[m.Required] + m.Clause.String()
	})
	texts(d, ChangedForm, b.ID, name+"文书", a.Forms, b.Forms, func(f *Form) string { return f.ID }, func(f *Form) string { return f.Name + " " + f.Clause.String() })
	texts(d, ChangedReview, b.ID, name+"复核", a.Reverification, b.Reverification, func(r *Reverification) string { return r.What + r.Who }, func(r *Reverification) string {
		return fmt.Sprintf("%s每 %d 个月%s（%s）", r.Who, r.Months, map[string]string{"check": "核对", "visit": "入户"}[r.What], r.Clause)
	})
	texts(d, ChangedLink, b.ID, name+"免申即享", a.Derives, b.Derives, func(x *Derived) string { return x.Name }, func(x *Derived) string {
		return strings.TrimSpace(x.Name + " " + x.Item + "（" + x.Clause.String() + "）")
	})
	texts(d, ChangedLink, b.ID, name+"互斥", a.Excludes, b.Excludes, func(x *Excluded) string { return x.Item }, func(x *Excluded) string {
		return x.Name + "（" + x.Clause.String() + "）"
	})
}

// rules tells of each rule what was reworded, each part by itself: condition, words, reason, clause, days in force.
func (d *differ) rules(a, b *Item, name string) {
	both(a.Rules, b.Rules, func(r *Rule) string { return r.ID },
		func(x, y *Rule) {
			what := name + "规则“" + y.Name + "”"
			if when := period(y.From, y.Until); when != "" {
				what += "（" + when + "）"
			}
			field := func(part, before, after string) { d.set(ChangedRule, b.ID, what+part, before, after) }
			field("的名称", x.Name, y.Name)
			field("的条件", tellWhen(x), tellWhen(y))
			field("的文字", x.Text, y.Text)
			field("的理由", x.Reason, y.Reason)
			field("的条款", x.Clause.String(), y.Clause.String())
			field("的有效期", or(period(x.From, x.Until), "一直有效"), or(period(y.From, y.Until), "一直有效"))
		},
		func(x *Rule) { d.moved(ChangedRule, b.ID, name+"规则", tellRule(x), "") },
		func(y *Rule) { d.moved(ChangedRule, b.ID, name+"规则", "", tellRule(y)) })
}

func tellRule(r *Rule) string {
	text := fmt.Sprintf("%s：%s（%s", r.Name, tellWhen(r), r.Clause)
	if when := period(r.From, r.Until); when != "" {
		text += "，" + when
	}
	return text + "）"
}

func tellWhen(r *Rule) string {
	if r.Item == "" {
		return "`" + oneLine(r.When) + "`"
	}
	text := "符合事项 " + r.Item
	if r.Unless != "" {
		text += "，或者 `" + oneLine(r.Unless) + "`"
	}
	return text
}

func tellValue(v *Value) string {
	how := "`" + oneLine(v.Expr+v.Sum+v.Count+v.Any) + "`"
	switch {
	case v.Sum != "":
		how = "各成员之和 " + how
	case v.Count != "":
		how = "符合的人数 " + how
	case v.Any != "":
		how = "有一人符合 " + how
	}
	if v.Over == "all" {
		how += "（含不计入的成员）"
	}
	if when := period(v.From, v.Until); when != "" {
		how += "（" + when + "）"
	}
	return v.Label + "：" + how + "，" + v.Unit
}

func (d *differ) amount(a, b *Item, name string) {
	tell := func(m *Amount) string {
		if m == nil {
			return ""
		}
		return fmt.Sprintf("%s：`%s`，%s，取整 %s（%s）", m.Label, oneLine(m.Expr), m.Unit, m.Rounding.Rule, m.Clause)
	}
	d.set(ChangedAmount, b.ID, name+"金额", tell(a.Amount), tell(b.Amount))
}

func tellIntake(s string) string {
	return map[string]string{"casework": "在本系统受理", "desk": "窗口转部门办理", "automatic": "免申即享"}[s]
}

func tellUnit(s string) string {
	return map[string]string{UnitHousehold: "按户", UnitPerson: "按人"}[s]
}

func tellApply(a *Apply) string {
	if a == nil {
		return ""
	}
	return a.Who + "；" + a.Text + "（" + a.Clause.String() + "）"
}

func tellMap(m map[string]string) string {
	var out []string
	for _, k := range sortedKeys(m) {
		out = append(out, k+" "+m[k])
	}
	return strings.Join(out, "、")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
