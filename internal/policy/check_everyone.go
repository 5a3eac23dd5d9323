package policy

import (
	"slices"

	"zhongfu/internal/calendar"
)

// checkEveryone refuses an item that would grant on some day without asking anything: days on which no rule is in
// force; and rules that state one thing twice at a time, where a change of one would leave the other standing.
func (p *Pack) checkEveryone(it *Item, ps *problems) {
	if it.From == nil || len(it.Rules) == 0 {
		return // told already
	}
	turns := []calendar.Date{*it.From}
	for _, r := range it.Rules {
		for _, d := range []*calendar.Date{r.From, r.Until} {
			if d != nil && it.Valid(*d) {
				turns = append(turns, *d)
			}
		}
	}
	slices.Sort(turns)
	for _, day := range turns {
		if !slices.ContainsFunc(it.Rules, func(r Rule) bool { return inForce(r.From, r.Until, day) }) {
			ps.add(it.At, "项目 %s 从 %s 起没有一条规则有效，等于人人符合，拒绝加载。请补上规则，或用 until 结束这个项目。", it.ID, day)
			break
		}
	}
	for i := range it.Rules {
		for j := range i {
			a, b := &it.Rules[j], &it.Rules[i]
			if !overlap(a.From, a.Until, b.From, b.Until) {
				continue
			}
			same := a.When != "" && oneLine(a.When) == oneLine(b.When) || a.Item != "" && a.Item == b.Item && oneLine(a.Unless) == oneLine(b.Unless)
			if same || a.Name == b.Name && a.Name != "" {
				ps.add(b.At, "规则 %s 与 %s（%s:%d）说的是同一件事，有效期又重叠。请用 from、until 让两者先后相接，或删去一条。", b.ID, a.ID, a.At.File, a.At.Line)
			}
		}
	}
	if a := it.Amount; a != nil {
		if a.Label == "" || unitType(a.Unit) != unitType("fen") {
			ps.add(a.At, "项目 %s 的金额缺少 label，或 unit %q 不是 fen_per_month、fen_per_year、fen_once、fen、kwh_per_month 之一。", it.ID, a.Unit)
		}
		if oneLine(a.Expr) == "" {
			ps.add(a.At, "项目 %s 写了金额却没有算式 expr，等于一分不发。请写 expr；不发钱的事项请去掉 amount。", it.ID)
		}
	}
}

func overlap(from, until, from2, until2 *calendar.Date) bool {
	return (until == nil || from2 == nil || *from2 < *until) && (until2 == nil || from == nil || *from < *until2)
}

// checkLayer refuses a child's item that silently loses what its parent included.
func checkLayer(parent, child Item, ps *problems) {
	if parent.Fragment != child.Fragment {
		ps.add(child.At, "%s 在上级与本级一处是片段（fragment）、一处是项目。请换一个 id。", child.ID)
	}
	if len(child.Include) == 0 {
		return
	}
	for _, id := range parent.Include {
		if !contains(child.Include, id) {
			ps.add(child.At, "项目 %s 的 include 丢掉了上级的片段 %s，其中的规则会全部消失。请把它也写上；不要的规则用 remove 逐条去掉。", child.ID, id)
		}
	}
}
