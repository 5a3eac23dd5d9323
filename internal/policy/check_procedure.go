package policy

import "strings"

// checkGraph refuses exits into nowhere, steps that nothing reaches and steps from which no end is reached.
func (p *Pack) checkGraph(q *Procedure, ps *problems) {
	if q.Step(q.Start) == nil {
		ps.add(q.At, "流程 %s 的起点 %q 不是它的步骤。", q.ID, q.Start)
		return
	}
	if len(q.Ends) == 0 {
		ps.add(q.At, "流程 %s 没有终态 ends。", q.ID)
	}
	var stepIDs []string
	for _, s := range q.Steps {
		stepIDs = append(stepIDs, s.ID)
	}
	back := map[string][]string{}
	for _, s := range q.Steps {
		if len(s.Exits) == 0 {
			ps.add(s.At, "步骤 %s 没有出口 exits，会停在这里。", s.ID)
		}
		for _, e := range s.Exits {
			if !identifier(e.Action) || e.Name == "" || len(e.To) == 0 {
				ps.add(s.At, "步骤 %s 有出口缺少 action、name 或 to。", s.ID)
			}
			for _, to := range e.To {
				if q.Step(to) == nil && !q.IsEnd(to) {
					ps.add(s.At, "步骤 %s 的出口 %s 指向不存在的 %q%s。", s.ID, e.Action, to, suggestion(to, stepIDs))
				}
				back[to] = append(back[to], s.ID)
			}
		}
		for _, other := range append(append(Strings{}, s.After...), s.ParallelWith...) {
			if q.Step(other) == nil {
				ps.add(s.At, "步骤 %s 的 after 或 parallel_with 指向不存在的 %q%s。", s.ID, other, suggestion(other, stepIDs))
			}
		}
	}
	reached := map[string]bool{}
	var walk func(id string)
	walk = func(id string) {
		if reached[id] {
			return
		}
		reached[id] = true
		if s := q.Step(id); s != nil {
			for _, e := range s.Exits {
				for _, to := range e.To {
					walk(to)
				}
			}
		}
	}
	walk(q.Start)
	ending := map[string]bool{}
	var rewind func(id string)
	rewind = func(id string) {
		if ending[id] {
			return
		}
		ending[id] = true
		for _, from := range back[id] {
			rewind(from)
		}
	}
	for _, e := range q.Ends {
		if !reached[e.Code] {
			ps.add(q.At, "流程 %s 的终态 %s 走不到。", q.ID, e.Code)
		}
		rewind(e.Code)
	}
	for _, s := range q.Steps {
		if !reached[s.ID] {
			ps.add(s.At, "步骤 %s 从起点走不到。请在某个出口的 to 里写上它，或删去。", s.ID)
		}
		if !ending[s.ID] {
			ps.add(s.At, "步骤 %s 走不到任何终态，案件会没有尽头。请加一个通向终态的出口。", s.ID)
		}
	}
}

// workingDays brings a deadline to working days; a week of natural days holds at most five of them.
func (d *Deadline) workingDays() int {
	if d.Calendar == "natural" {
		return d.Days/7*5 + min(d.Days%7, 5)
	}
	return d.Days
}

// checkClock refuses step deadlines that together pass the legal total: the longest way over steps whose clock counts
// within the normal total, and with the special steps within the special one. Returning to an earlier step starts a
// new survey and is paid for by the special total, so a way never runs a step twice.
func (p *Pack) checkClock(q *Procedure, ps *problems) {
	for _, t := range q.Totals {
		special := t.ID == "special"
		days, way := q.longest(special)
		if limit := t.Deadline.workingDays(); days > limit {
			ps.add(t.At, "流程 %s 各步时限相加 %d 个工作日（%s），超过%s %d 个工作日。请缩短其中的步骤。",
				q.ID, days, strings.Join(way, "→"), t.Name, limit)
		}
	}
	if q.Total("normal") == nil {
		ps.add(q.At, "流程 %s 没有写总时限 totals: normal。", q.ID)
	}
	for _, g := range q.Groups {
		sum := 0
		for _, id := range g.Steps {
			s := q.Step(id)
			if s == nil {
				ps.add(g.At, "合并时限 %s 里的步骤 %q 不存在。", g.ID, id)
				continue
			}
			if s.Deadline != nil {
				sum += s.Deadline.workingDays()
			}
		}
		if limit := g.Deadline.workingDays(); sum > limit {
			ps.add(g.At, "合并时限 %s 的步骤相加 %d 个工作日，超过 %d 个。请缩短其中的步骤。", g.Name, sum, limit)
		}
	}
}

// tooMany days come out where a procedure has more ways than are worth walking; no legal total allows it.
const tooMany = 10_000

// longest finds the way from the start to an end that takes most working days. Steps side by side are separate ways,
// which is right: the join waits for the longer one.
func (q *Procedure) longest(special bool) (int, []string) {
	on := map[string]bool{}
	budget := 100_000
	var walk func(id string) (int, []string)
	walk = func(id string) (int, []string) {
		s := q.Step(id)
		if budget--; budget < 0 {
			return tooMany, nil
		}
		if s == nil || on[id] {
			return 0, nil
		}
		on[id] = true
		defer delete(on, id)
		best, way := 0, []string(nil)
		for _, e := range s.Exits {
			if e.Returns {
				continue
			}
			for _, to := range e.To {
				if n := q.Step(to); n != nil && n.Clock == "special" && !special {
					continue
				}
				if d, w := walk(to); d >= best {
					best, way = d, w
				}
			}
		}
		if s.Clock == "counted" || s.Clock == "special" {
			d := 0
			if s.Deadline != nil {
				d = s.Deadline.workingDays()
				if s.StartsWithin != nil && s.Deadline.Since == "step_start" {
					d += s.StartsWithin.workingDays()
				}
			}
			return best + d, append([]string{id}, way...)
		}
		return best, way
	}
	return walk(q.Start)
}

// checkDuties demands that the decision is kept apart from the making: whoever has accepted, surveyed, verified or given
// the first opinion must be named incompatible with every step that leads to confirmed.
func (p *Pack) checkDuties(q *Procedure, ps *problems) {
	for i := range q.Incompatible {
		in := &q.Incompatible[i]
		p.cite(&in.Clause, in.At, "不相容职责", ps)
		if len(in.Steps) != 2 || q.Step(in.Steps[0]) == nil || q.Step(in.Steps[1]) == nil || in.Steps[0] == in.Steps[1] {
			ps.add(in.At, "不相容职责应写两个不同的步骤，得到 %v。", []string(in.Steps))
		}
	}
	for _, decide := range q.Steps {
		if !q.decides(&decide) {
			continue
		}
		for _, made := range q.Steps {
			if made.ID != decide.ID && (made.Clock == "counted" || made.Clock == "special") && made.ID != "notice" && !q.MayNotBoth(made.ID, decide.ID) {
				ps.add(decide.At, "同一个人可以既做 %s（%s）又做 %s（%s）。请在 incompatible 里把这两步分开。", made.ID, made.Name, decide.ID, decide.Name)
			}
		}
	}
}

// decides tells whether a step can confirm.
func (q *Procedure) decides(s *Step) bool {
	for _, e := range s.Exits {
		if e.Action == "confirm" {
			return true
		}
	}
	return false
}
