package policy

import "strings"

// checkUnused warns of parameters and facts of this pack that nothing names: a rule that was to use them may be missing.
func (p *Pack) checkUnused(ps *problems) {
	used := map[string]bool{}
	text := func(s string) {
		for _, id := range placeholders(s) {
			used["p."+id], used["h."+id], used["m."+id] = true, true, true
		}
	}
	for _, it := range p.items {
		for _, s := range p.sites(it) {
			if s.x == nil {
				continue
			}
			for _, r := range s.x.refs {
				used[strings.Replace(r, "a.", "m.", 1)] = true
			}
		}
		for _, r := range it.Rules {
			text(r.Text + r.Reason)
		}
	}
	for _, q := range p.procedures {
		for _, s := range q.Steps {
			for _, d := range []*Deadline{s.Deadline, s.StartsWithin} {
				if d != nil {
					used["p."+d.Parameter] = true
				}
			}
		}
		for _, t := range q.Totals {
			used["p."+t.Deadline.Parameter] = true
		}
		for _, g := range q.Groups {
			used["p."+g.Deadline.Parameter] = true
		}
		for _, id := range q.Settings {
			used["p."+id] = true
		}
	}
	for _, id := range p.parameterOrder {
		q := p.parameters[id]
		if used["p."+id] && q.Fallback != "" {
			used["p."+q.Fallback] = true
		}
	}
	for _, id := range p.parameterOrder {
		if q := p.parameters[id]; !used["p."+id] {
			ps.warn(q.At, "参数 %s（%s）声明了却没有规则、流程或文字用到。请检查是不是漏写了规则；只给下级包用的，请写在下级包里。", id, q.Label)
		}
	}
	for _, f := range p.facts {
		if !used[f.prefix()+f.Key] && !f.Asked && f.OutcomeOf == "" {
			ps.warn(f.At, "事实 %s（%s）没有规则用到，申请时也不询问。请检查是不是漏写了规则，或删去。", f.Key, f.Label)
		}
	}
}

// keepWarnings keeps those about the pack's own files, each once: a fragment's are found in every item that includes it.
func (p *Pack) keepWarnings(ps *problems) {
	inOrder(ps.warnings)
	seen := map[Problem]bool{}
	for _, w := range ps.warnings {
		if folder(w.At.File) == p.Name && !seen[w] {
			seen[w] = true
			p.warnings = append(p.warnings, w)
		}
	}
}
