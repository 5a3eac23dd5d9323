package paper

import (
	"zhongfu/internal/policy"
)

// explain takes from a result what letters print: rules with their clauses, figures, and the parameters that have no
// official value of their own.
func (d *source) explain(r *policy.Result) {
	d.Grounds, d.Figures, d.Marks = nil, nil, nil
	for _, rule := range r.Rules {
		if rule.Passed == nil {
			continue
		}
		g := Ground{Name: rule.Name, Passed: *rule.Passed, Text: rule.Text, Clause: rule.Clause.String()}
		if !g.Passed && rule.Reason != "" {
			g.Text = rule.Reason
		}
		d.Grounds = append(d.Grounds, g)
	}
	for _, v := range r.Values {
		if v.Value != nil && v.Text != "" {
			d.Figures = append(d.Figures, Figure{Label: v.Label, Text: v.Text})
		}
	}
	for _, p := range r.Parameters {
		switch p.Status {
		case policy.Sample:
			d.Marks = append(d.Marks, Mark{Label: p.Label, Mark: "示例值"})
		case policy.Floor:
			d.Marks = append(d.Marks, Mark{Label: p.Label, Mark: "省定底线"})
		}
	}
	d.count(r)
}

// count marks the members whom the policy left out of the household, and those beside the one person of a 单人保.
func (d *source) count(r *policy.Result) {
	out := map[string]bool{}
	for _, m := range r.Members {
		out[m.ID] = m.Counted != nil && !*m.Counted
	}
	for i, id := range d.ids {
		d.Members[i].Counted = !out[id.String()] && (r.Person == "" || r.Person == id.String())
	}
}
