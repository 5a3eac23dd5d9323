package policy

import (
	"fmt"
	"strings"
)

func (d *differ) procedures() {
	list := func(p *Pack) []Procedure {
		var out []Procedure
		for _, q := range p.Procedures() {
			out = append(out, *q)
		}
		return out
	}
	both(list(d.old), list(d.new), func(q *Procedure) string { return q.ID }, d.procedure,
		func(a *Procedure) { d.moved(ChangedProcedure, a.ID, "流程", a.Name, "") },
		func(b *Procedure) { d.moved(ChangedProcedure, b.ID, "流程", "", b.Name) })
}

func (d *differ) procedure(a, b *Procedure) {
	name := "流程“" + b.Name + "”的"
	field := func(what, before, after string) { d.set(ChangedProcedure, b.ID, name+what, before, after) }
	field("名称", a.Name, b.Name)
	field("起点", a.Start, b.Start)
	field("依据", a.Clause.String(), b.Clause.String())
	field("设置", tellMap(a.Settings), tellMap(b.Settings))
	texts(d, ChangedProcedure, b.ID, name+"终态", a.Ends, b.Ends, func(o *Option) string { return o.Code }, func(o *Option) string { return o.Label })
	both(a.Steps, b.Steps, func(s *Step) string { return s.ID },
		func(x, y *Step) { d.step(b.ID, name, x, y) },
		func(x *Step) { d.moved(ChangedProcedure, b.ID, name+"步骤", x.Name, "") },
		func(y *Step) {
			d.moved(ChangedProcedure, b.ID, name+"步骤", "", y.Name+"，"+tellActor(y)+"，"+tellDeadline(y.Deadline))
		})
	texts(d, ChangedDeadline, b.ID, name+"总时限", a.Totals, b.Totals, func(t *Total) string { return t.ID }, func(t *Total) string { return t.Name + " " + tellDeadline(&t.Deadline) })
	texts(d, ChangedDeadline, b.ID, name+"合并时限", a.Groups, b.Groups, func(g *Group) string { return g.ID }, func(g *Group) string {
		return g.Name + "（" + strings.Join(g.Steps, "、") + "）" + tellDeadline(&g.Deadline)
	})
	texts(d, ChangedProcedure, b.ID, name+"不相容职责", a.Incompatible, b.Incompatible, func(i *Incompatible) string { return strings.Join(i.Steps, "+") }, func(i *Incompatible) string {
		return strings.Join(i.Steps, " 与 ") + "（" + i.Clause.String() + "）"
	})
}

func (d *differ) step(procedure, name string, a, b *Step) {
	name += "步骤“" + b.Name + "”的"
	field := func(what, before, after string) { d.set(ChangedProcedure, procedure, name+what, before, after) }
	field("名称", a.Name, b.Name)
	field("经办", tellActor(a), tellActor(b))
	d.set(ChangedDeadline, procedure, name+"时限", tellDeadline(a.Deadline), tellDeadline(b.Deadline))
	d.set(ChangedDeadline, procedure, name+"启动时限", tellDeadline(a.StartsWithin), tellDeadline(b.StartsWithin))
	field("条件", tellGuards(a.Guards), tellGuards(b.Guards))
	field("文书", strings.Join(a.Forms, "、"), strings.Join(b.Forms, "、"))
	field("纸质材料", strings.Join(a.Papers, "、"), strings.Join(b.Papers, "、"))
	field("前置步骤", strings.Join(a.After, "、"), strings.Join(b.After, "、"))
	field("并行步骤", strings.Join(a.ParallelWith, "、"), strings.Join(b.ParallelWith, "、"))
	field("计时", tellClock(a.Clock), tellClock(b.Clock))
	field("条款", a.Clause.String(), b.Clause.String())
	texts(d, ChangedProcedure, procedure, name+"出口", a.Exits, b.Exits, func(e *Exit) string { return e.Action }, func(e *Exit) string {
		text := e.Name + "（到 " + strings.Join(e.To, "、") + "）"
		if len(e.Guards) > 0 {
			text += "，" + tellGuards(e.Guards)
		}
		if e.Returns {
			text += "，退回"
		}
		return text
	})
}

func tellActor(s *Step) string { return LevelNames[s.Actor.Level] + RoleNames[s.Actor.Role] }

func tellClock(s string) string {
	return map[string]string{"before": "受理前", "counted": "计入总时限", "special": "只计入特殊总时限", "after": "决定后"}[s]
}

func tellDeadline(l *Deadline) string {
	if l == nil {
		return ""
	}
	return fmt.Sprintf("%s %d 个%s（%s）", map[string]string{
		"step_start": "本步骤开始后", "acceptance": "受理后", "decision": "决定后", "submission": "提交后"}[l.Since],
		l.Days, map[string]string{"working": "工作日", "natural": "自然日"}[l.Calendar], l.Clause)
}

func tellGuards(list Strings) string {
	out := make([]string, len(list))
	for i, g := range list {
		out[i] = Guards[g]
	}
	return strings.Join(out, "、")
}
