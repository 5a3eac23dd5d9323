package policy

func (p *Pack) buildProcedures(raw *rawPack, ps *problems) {
	for i := range raw.procedures {
		q := raw.procedures[i]
		if !identifier(q.ID) || p.procedures[q.ID] != nil {
			ps.add(q.At, "流程 %q 的 id 应是小写标识符且不重复。", q.ID)
		}
		q.Steps = append([]Step{}, q.Steps...)
		p.checkProcedure(&q, ps)
		p.procedures[q.ID] = &q
		p.procedureOrder = append(p.procedureOrder, q.ID)
	}
}

// limit fills a deadline with its parameter's value.
func (p *Pack) limit(d *Deadline, at Pos, what string, ps *problems) {
	if d == nil {
		return
	}
	p.cite(&d.Clause, at, what+"的时限", ps)
	if d.Calendar != "working" && d.Calendar != "natural" {
		ps.add(at, "%s的时限 calendar 是 %q，应为 working（工作日）或 natural（自然日）。", what, d.Calendar)
	}
	switch d.Since {
	case "step_start", "acceptance", "decision", "submission":
	default:
		ps.add(at, "%s的时限 since 是 %q，应为 step_start、acceptance、decision 或 submission。", what, d.Since)
	}
	q := p.parameters[d.Parameter]
	if q == nil || q.Type != ParamDays {
		ps.add(at, "%s的时限引用的天数参数 %q 不存在%s。", what, d.Parameter, suggestion(d.Parameter, p.parameterOrder))
		return
	}
	for i := range q.rows {
		r := &q.rows[i]
		lo, _, _ := divisionRange(p.Division)
		if lo >= r.lo && lo <= r.hi && r.until == nil {
			d.Days, d.Status = int(r.urban), r.of.Status
			return
		}
	}
	ps.add(at, "%s的时限参数 %s 没有覆盖整个政策包范围的现行数值。", what, d.Parameter)
}

func (p *Pack) checkProcedure(q *Procedure, ps *problems) {
	p.cite(&q.Clause, q.At, "流程 "+q.ID, ps)
	ids := map[string]bool{}
	for i := range q.Steps {
		s := &q.Steps[i]
		if !identifier(s.ID) || ids[s.ID] || s.Name == "" || q.IsEnd(s.ID) {
			ps.add(s.At, "步骤 %q 的 id 应是小写标识符、不重复、不与终态同名，并有 name。", s.ID)
		}
		ids[s.ID] = true
		what := "步骤 " + s.ID
		p.cite(&s.Clause, s.At, what, ps)
		if RoleNames[s.Actor.Role] == "" {
			ps.add(s.At, "%s的角色 %q 不存在%s。", what, s.Actor.Role, suggestion(s.Actor.Role, sortedKeys(RoleNames)))
		}
		if LevelNames[s.Actor.Level] == "" {
			ps.add(s.At, "%s的层级 %q 应为 village、town、county、city 或 province。", what, s.Actor.Level)
		}
		switch s.Clock {
		case "before", "counted", "special", "after":
		default:
			ps.add(s.At, "%s的 clock 是 %q，应为 before、counted、special 或 after。", what, s.Clock)
		}
		if s.Deadline == nil {
			ps.add(s.At, "%s没有 deadline，会无限期停在这里。请写明天数参数。", what)
		}
		s.StartsWithin, s.Deadline = copyOf(s.StartsWithin), copyOf(s.Deadline)
		p.limit(s.StartsWithin, s.At, what, ps)
		p.limit(s.Deadline, s.At, what, ps)
		guards := append(Strings{}, s.Guards...)
		s.Exits = append([]Exit{}, s.Exits...)
		for _, e := range s.Exits {
			guards = append(guards, e.Guards...)
		}
		for _, g := range guards {
			if Guards[g] == "" {
				ps.add(s.At, "%s的条件 %q 不存在%s。", what, g, suggestion(g, sortedKeys(Guards)))
			}
		}
	}
	q.Totals, q.Groups = append([]Total{}, q.Totals...), append([]Group{}, q.Groups...)
	q.Incompatible = append([]Incompatible{}, q.Incompatible...)
	for i := range q.Totals {
		p.limit(&q.Totals[i].Deadline, q.Totals[i].At, "总时限 "+q.Totals[i].ID, ps)
	}
	for i := range q.Groups {
		p.limit(&q.Groups[i].Deadline, q.Groups[i].At, "合并时限 "+q.Groups[i].ID, ps)
	}
	for name, id := range q.Settings {
		if p.parameters[id] == nil {
			ps.add(q.At, "流程 %s 的设置 %s 引用的参数 %q 不存在%s。", q.ID, name, id, suggestion(id, p.parameterOrder))
		}
	}
	p.checkGraph(q, ps)
	p.checkClock(q, ps)
	p.checkDuties(q, ps)
}

func copyOf[T any](v *T) *T {
	if v == nil {
		return nil
	}
	c := *v
	return &c
}
