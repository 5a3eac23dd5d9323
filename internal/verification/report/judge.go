package report

import (
	"maps"
	"strings"

	"zhongfu/internal/casework"
	"zhongfu/internal/policy"
)

// verdict is what the policy says with what was found, and with what was declared.
type verdict struct {
	found, declared *policy.Result
	limits          []ReportLimit
}

// judge asks the pack twice: with the best facts of the case as they are without the sources, and with those that the sources
// gave laid over them. What they left unknown is unknown there, too; what their
// records can only prove stays as it was declared. Rules that fail the second time are the items over a limit.
func judge(c *casework.Checked, lines []ReportLine) (verdict, error) {
	var v verdict
	var err error
	if v.declared, err = c.Pack.Evaluate(c.Item, c.Input); err != nil {
		return v, err
	}
	if v.found, err = c.Pack.Evaluate(c.Item, overlay(c.Input, lines)); err != nil {
		return v, err
	}
	for _, r := range v.found.Rules {
		if r.Passed == nil || *r.Passed {
			continue
		}
		before := v.declared.Rule(r.ID)
		v.limits = append(v.limits, ReportLimit{Rule: r.ID, Name: r.Name, Reason: r.Reason, Clause: r.Clause,
			ByFound: before == nil || before.Passed == nil || *before.Passed})
	}
	return v, nil
}

// overlay lays what was found over an input; the input itself stays.
func overlay(in policy.Input, lines []ReportLine) policy.Input {
	out := in
	out.Household = maps.Clone(in.Household)
	if out.Household == nil {
		out.Household = map[string]any{}
	}
	out.Members = make([]policy.Member, len(in.Members))
	at := map[string]int{}
	for i, m := range in.Members {
		m.Facts = maps.Clone(m.Facts)
		if m.Facts == nil {
			m.Facts = map[string]any{}
		}
		out.Members[i], at[m.ID] = m, i
	}
	for i := range lines {
		l := &lines[i]
		if l.Result == Untold && l.Fixed == nil || !l.wasAsked() {
			continue
		}
		v, known := l.holds()
		if !known {
			v = nil
		}
		if l.PersonID == nil {
			out.Household[l.Fact] = v
		} else if k, ok := at[l.PersonID.String()]; ok {
			out.Members[k].Facts[l.Fact] = v
		}
	}
	return out
}

// conclude puts the verdict into a word and a sentence.
func (c *ReportContent) conclude(v *verdict) {
	differs := 0
	for i := range c.Lines {
		if c.Lines[i].differs() && c.Lines[i].Fixed == nil {
			differs++
		}
	}
	var parts []string
	switch {
	case v == nil:
		c.Conclusion = Listed
	case v.found.Outcome == policy.Ineligible:
		c.Conclusion = Exceeds
		var why []string
		for _, l := range v.limits {
			why = append(why, strings.TrimSuffix(l.Reason, "。"))
		}
		parts = append(parts, "经核对，"+strings.Join(why, "；"))
	case c.matters() || v.found.Outcome != policy.Eligible:
		c.Conclusion = Open
		parts = append(parts, "已查明的情况没有超过限额，尚有未查明的项目")
	default:
		c.Conclusion = Fits
		parts = append(parts, "经核对，没有发现超过限额的项目")
	}
	if v != nil {
		c.Outcome, c.OutcomeDeclared = v.found.Outcome, v.declared.Outcome
		c.Limits = append(c.Limits, v.limits...)
		for _, m := range v.found.Missing {
			who := ""
			if m.Name != "" {
				who = m.Name + "的"
			}
			c.Missing = append(c.Missing, who+m.Label)
		}
	}
	c.ConclusionName = conclusionNames[c.Conclusion]
	parts = append(parts, counted(differs, "申报与核对不一致 %d 项", "申报与核对一致"))
	if n := len(c.Moved); n > 0 {
		parts = append(parts, counted(n, "申请前转移财产 %d 项", ""))
	}
	if names := c.silent(); len(names) > 0 {
		parts = append(parts, strings.Join(names, "、")+"没有给出可用的答复，相应项目未知，没有按 0 计")
	}
	c.Text = strings.Join(parts, "；") + "。"
}

// matters tells whether something that the comparison stands on is unknown.
func (c *ReportContent) matters() bool {
	for _, u := range c.Unknown {
		if len(u.Items) > 0 {
			return true
		}
	}
	return false
}
