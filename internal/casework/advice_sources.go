package casework

import (
	"fmt"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
)

// sideOf finds a fact of a member ("" = the household) among the sources.
func (st *state) sideOf(member, key string) *side {
	for i, s := range st.sides() {
		if s.key == key && (s.person == nil && member == "" || s.person != nil && s.person.String() == member) {
			return &st.sides()[i]
		}
	}
	return nil
}

// sources says of every fact behind the figures who said it and when.
func (st *state) sources(figures []policy.Figure) []FigureSource {
	out := []FigureSource{}
	seen := map[string]bool{}
	for _, f := range figures {
		for _, p := range f.Parts {
			if p.Kind != policy.PartFact || seen[p.Member+"."+p.ID] {
				continue
			}
			seen[p.Member+"."+p.ID] = true
			out = append(out, st.source(p))
		}
	}
	return out
}

func (st *state) source(p policy.Part) FigureSource {
	out := FigureSource{Fact: p.ID, Member: p.Member, Text: p.Text, KindName: "没有来源"}
	if s := st.sideOf(p.Member, p.ID); s != nil {
		_, kind := s.current()
		row := s.of[kind]
		out.Kind, out.KindName, out.Source, out.ByName, out.Note = kind, kindNames[kind], row.Source, row.ByName, row.Note
		out.At = calendar.DateOf(row.At).String()
		return out
	}
	switch p.ID {
	case "birth", "sex", "relation":
		out.Kind, out.KindName, out.Source = "identity", "身份证件和户籍关系", "申请时登记"
	case "urban":
		out.Kind, out.KindName, out.Source = "identity", "申请表", "按户籍地的社区（村）"
	default:
		if f := factOf(st.pack, p.Member, p.ID); f != nil && f.OutcomeOf != "" {
			out.Kind, out.KindName = "register", "低收入人口库；库中没有的按现有事实测算"
		}
	}
	return out
}

// supplier says who can answer a fact that is unknown, or who was asked in vain.
func (st *state) supplier(f *policy.Fact, member string) string {
	if f == nil {
		return "镇街核实"
	}
	if s := st.sideOf(member, f.Key); s != nil {
		var asked []string
		for _, kind := range []string{verified, surveyed, declared} {
			if row := s.of[kind]; row != nil && row.Value == nil {
				asked = append(asked, strings.TrimSpace(kindNames[kind]+" "+row.Source)+"（"+calendar.DateOf(row.At).String()+" 未答复）")
			}
		}
		if len(asked) > 0 {
			return strings.Join(asked, "、")
		}
	}
	var who []string
	if f.SuppliedBy != "" {
		who = append(who, "核对："+f.SuppliedBy)
	}
	if f.Question != "" {
		who = append(who, "申请人申报或入户调查")
	}
	if len(who) == 0 {
		return "镇街核实"
	}
	return strings.Join(who, "；")
}

func difference(d *advise.Difference) *Difference {
	if d == nil {
		return nil
	}
	out := &Difference{Alone: ways(d.Alone), Rules: []RuleDifference{}, Together: d.Together}
	for _, r := range d.Rules {
		rd := RuleDifference{Rule: r.Rule.Name, Reason: r.Rule.Reason, Clause: r.Rule.Clause, Ways: ways(r.Options)}
		for _, n := range r.Needs {
			rd.Ways = append(rd.Ways, "先认定为“"+n.Name+"”")
		}
		out.Rules = append(out.Rules, rd)
	}
	return out
}

// most is how many ways are told of one condition.
const mostWays = 8

func ways(changes []advise.Change) []string {
	out := []string{}
	for _, c := range changes[:min(len(changes), mostWays)] {
		out = append(out, c.Sentence())
	}
	return out
}

func movement(m advise.Movement) string {
	var names []string
	for _, f := range m.Facts {
		names = append(names, f.Label)
	}
	who := "家庭"
	if len(m.Members) > 0 {
		who = strings.Join(m.Members, "、")
	}
	s := who + "的" + strings.Join(names, "、")
	switch {
	case m.Per100 < 0:
		s += fmt.Sprintf("每多 100 元，少发 %s 元", yuanText(-m.Per100))
	case m.Per100 > 0:
		s += fmt.Sprintf("每多 100 元，多发 %s 元", yuanText(m.Per100))
	default:
		s += "的多少不影响金额"
	}
	if m.Room != nil {
		s += fmt.Sprintf("；再多 %s 元以内仍符合条件", yuanText(*m.Room))
	}
	return s + "。"
}

func yuanText(fen int64) string { return fmt.Sprintf("%d.%02d", fen/100, fen%100) }
