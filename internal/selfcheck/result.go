package selfcheck

import (
	"slices"

	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
)

// results are one entry for each item and standing; who is refused an item that another member may have is left out.
func (v viewer) results(a *advise.Advice) []Finding {
	out := []Finding{}
	some := map[string]bool{}
	for _, as := range a.Items {
		if as.Standing != advise.Refused {
			some[as.Item.ID] = true
		}
	}
	for i := range a.Items {
		as := &a.Items[i]
		if as.Standing == advise.Refused && some[as.Item.ID] {
			continue
		}
		r := v.result(as)
		same := slices.IndexFunc(out, func(o Finding) bool { return o.Item == r.Item && o.Standing == r.Standing && alike(o, r) })
		if same < 0 {
			out = append(out, r)
			continue
		}
		out[same].For += "、" + r.For
		for _, u := range r.Unknown {
			if !slices.Contains(out[same].Unknown, u) {
				out[same].Unknown = append(out[same].Unknown, u)
			}
		}
	}
	return out
}

// alike tells whether two members' results may be told as one: the same money, and where refused, however that came.
func alike(a, b Finding) bool {
	if a.Standing == advise.Refused || a.Standing == advise.Open {
		return true
	}
	return (a.AmountFen == nil) == (b.AmountFen == nil) && (a.AmountFen == nil || *a.AmountFen == *b.AmountFen) && slices.Equal(a.Notes, b.Notes)
}

func (v viewer) result(as *advise.Assessment) Finding {
	it := as.Item
	r := Finding{Item: it.ID, Name: it.Name, Summary: it.Summary, Theme: it.Theme, Kind: it.Kind, Department: it.Department, Standing: as.Standing,
		For: as.Name, Intake: it.Intake, Reasons: []Reason{}, Unknown: []string{}, Materials: []Bring{}, Notes: as.Notes(), Sample: as.Sample()}
	if it.Clause != nil {
		r.Clause = it.Clause.String()
	}
	if it.Apply != nil {
		r.Who = it.Apply.Who
	}
	r.How = v.how(it)
	for _, m := range it.Materials {
		r.Materials = append(r.Materials, Bring{m.Name, m.Required, m.When})
	}
	if as.Result == nil {
		return r
	}
	if it.Amount != nil && as.Standing == advise.Eligible {
		r.AmountFen, r.Unit = as.Result.AmountFen, it.Amount.Unit
	}
	for _, rule := range as.Result.Rules {
		if as.Standing == advise.Refused && rule.Passed != nil && !*rule.Passed {
			r.Reasons = append(r.Reasons, Reason{rule.Reason, rule.Clause.String()})
		}
		if as.Standing == advise.Eligible && rule.Passed != nil && *rule.Passed {
			r.Reasons = append(r.Reasons, Reason{rule.Name, rule.Clause.String()})
		}
	}
	r.Unknown = v.unknown(as)
	return r
}

// unknown names what would settle an open item, each fact once with whom it is about.
func (v viewer) unknown(as *advise.Assessment) []string {
	out := []string{}
	for _, m := range as.Result.Missing {
		f := v.pack.Fact(of(m.Member), m.Fact)
		if f != nil && f.OutcomeOf != "" {
			continue // follows from the facts beside it
		}
		text := m.Label
		if m.Name != "" {
			text = m.Name + "的" + m.Label
		}
		if f != nil && f.Question == "" {
			text += "（由有关部门核实）"
		}
		out = append(out, text)
	}
	return out
}

func of(member string) string {
	if member == "" {
		return policy.OfHousehold
	}
	return policy.OfMember
}

func (v viewer) how(it *policy.Item) string {
	department := it.Department
	if department == "" {
		department = "主管部门"
	}
	switch it.Intake {
	case "automatic":
		return "不用另外申请：认定以后由" + department + "主动办理。没有收到的，到" + v.town + "问。"
	case "desk":
		return "到" + v.town + "说明情况，由窗口转给" + department + "办理。"
	}
	if it.Apply != nil && it.Apply.Text != "" {
		return "到" + v.town + "申请。" + it.Apply.Text + "。"
	}
	return "到" + v.town + "申请。"
}
