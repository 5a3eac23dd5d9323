package policy

// coverKey is one way that a rule, known by where it is written, came out in a case.
type coverKey struct {
	rule   string
	at     Pos
	passed bool
}

// runCases runs the pack's own cases and demands that every rule came out both ways somewhere, and that
// every exclusion took a member out and left one in. Rules unchanged from a parent are covered by the parent's cases.
func (p *Pack) runCases(ps *problems) {
	seen := map[string]bool{}
	for _, c := range p.cases {
		if seen[c.ID] {
			ps.add(c.At, "案例 %s 重名。", c.ID)
		}
		seen[c.ID] = true
		r := p.RunCase(c)
		for _, f := range r.Faults {
			ps.add(c.At, "案例 %s（%s）：%s。", c.ID, c.Name, f)
		}
		if r.Result != nil {
			p.note(r.Result)
		}
	}
	for _, id := range p.itemOrder {
		it := p.items[id]
		for _, r := range it.Rules {
			p.demand(it, r.ID, r.At, "规则", "符合", "不符合", ps)
		}
		for _, x := range it.Exclusions {
			p.demand(it, x.ID, x.At, "成员排除", "被排除", "未被排除", ps)
		}
	}
}

func (p *Pack) demand(it *Item, id string, at Pos, what, yes, no string, ps *problems) {
	if !p.covered[coverKey{id, at, true}] {
		ps.add(at, "项目 %s 的%s %s 没有一个案例是“%s”的。请在 cases/ 补一个。", it.ID, what, id, yes)
	}
	if !p.covered[coverKey{id, at, false}] {
		ps.add(at, "项目 %s 的%s %s 没有一个案例是“%s”的。请在 cases/ 补一个。", it.ID, what, id, no)
	}
}

func (p *Pack) note(r *Result) {
	it := p.items[r.Item]
	for _, rule := range it.Rules {
		if got := r.Rule(rule.ID); inForce(rule.From, rule.Until, r.Date) && got != nil && got.Passed != nil {
			p.covered[coverKey{rule.ID, rule.At, *got.Passed}] = true
		}
	}
	for _, m := range r.Members {
		if m.Counted == nil {
			continue
		}
		for _, x := range it.Exclusions {
			if *m.Counted || m.Exclusion == x.ID {
				p.covered[coverKey{x.ID, x.At, !*m.Counted}] = true
			}
		}
	}
}
