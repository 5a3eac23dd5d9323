package policy

import (
	"strings"
)

// Kinds of a part of a figure.
const (
	PartFigure    = "figure"
	PartFact      = "fact"
	PartParameter = "parameter"
)

// Part is what a figure is made of: another figure, a fact, or a parameter.
type Part struct {
	Kind   string `json:"kind" enum:"figure,fact,parameter"`
	ID     string `json:"id" doc:"of the figure (with its member), the fact's key, or the parameter"`
	Member string `json:"member,omitempty"`
	Name   string `json:"name,omitempty" doc:"of the member"`
	Label  string `json:"label"`
	Text   string `json:"text"`
}

// Figure is one number or condition of a result and where it comes from.
type Figure struct {
	ID      string `json:"id" doc:"v.<value>, m.<member value>, r.<rule> or amount"`
	Member  string `json:"member,omitempty"`
	Name    string `json:"name,omitempty"`
	Label   string `json:"label"`
	Text    string `json:"text"`
	Words   string `json:"words" doc:"the rule of calculation in words"`
	Numbers string `json:"numbers" doc:"the same with what it comes to"`
	Parts   []Part `json:"parts"`
}

// Why explains every figure of an item's result: the rule of calculation in words and in numbers, and the figures, facts
// and parameters that it is made of. person is the applicant for items of unit person.
func (s *Sitting) Why(item, person string) ([]Figure, error) {
	if _, err := s.Evaluate(item, person); err != nil {
		return nil, err
	}
	it, in := s.pack.items[item], s.in
	if it.Unit == UnitPerson {
		in.Person = person
	}
	e, err := s.pack.run(it, in, s.facts, nil)
	if err != nil {
		return nil, err
	}
	x := &explainer{evaluation: e}
	for k, m := range e.member {
		for i := range it.MemberValues {
			v := &it.MemberValues[i]
			x.add(Figure{ID: "m." + v.ID, Member: m.id, Name: in.Members[k].Name, Label: v.Label, Text: x.memberText(m, "m."+v.ID)}, it.code.memberValues[i], m)
		}
	}
	for i := range it.Values {
		v := &it.Values[i]
		if e.values[i].ID == "" {
			continue
		}
		f := Figure{ID: "v." + v.ID, Label: v.Label, Text: e.values[i].Text}
		if v.Expr != "" {
			x.add(f, it.code.values[i], nil)
		} else {
			x.addOver(f, v, it.code.values[i])
		}
	}
	for i := range it.Rules {
		if r := &it.Rules[i]; it.code.rules[i] != nil && inForce(r.From, r.Until, in.Date) {
			x.add(Figure{ID: "r." + r.ID, Label: r.Name}, it.code.rules[i], nil)
		}
	}
	if it.code.amount != nil {
		f := Figure{ID: "amount", Label: it.Amount.Label, Text: unknownText}
		if e.amount != nil {
			f.Text = unitText(it.Amount.Unit, *e.amount)
		}
		x.add(f, it.code.amount, nil)
	}
	return x.out, nil
}

type explainer struct {
	*evaluation
	out []Figure
}

// add explains one expression; m is whose it is, nil for the household.
func (x *explainer) add(f Figure, code *expr, m *memberState) {
	f.Words, f.Numbers = x.words(code), x.numbers(code, m)
	f.Parts = x.parts(code, m)
	x.out = append(x.out, f)
}

// addOver explains a figure that runs over the members.
func (x *explainer) addOver(f Figure, v *Value, code *expr) {
	who := "计入的成员"
	if v.Over == "all" {
		who = "全部成员"
	}
	inner := x.words(code)
	f.Parts = []Part{}
	var terms []string
	for _, m := range x.member {
		if v.Over != "all" && (m.counted == nil || !*m.counted) {
			continue
		}
		f.Parts = append(f.Parts, x.parts(code, m)...)
		terms = append(terms, x.numbers(code, m))
	}
	if len(terms) == 0 {
		terms = []string{"没有这样的成员"}
	}
	switch {
	case v.Sum != "":
		f.Words, f.Numbers = who+"各自“"+inner+"”之和", strings.Join(terms, " + ")
	case v.Count == "true":
		f.Words, f.Numbers = who+"的人数", f.Text
	case v.Count != "":
		f.Words, f.Numbers = who+"里符合“"+inner+"”的人数", f.Text
	default:
		f.Words, f.Numbers = who+"里有人符合“"+inner+"”", f.Text
	}
	x.out = append(x.out, f)
}

func (x *explainer) words(code *expr) string {
	return wording{code, func(ref string) string { return x.label(ref) }, x.factOf}.text()
}

func (x *explainer) numbers(code *expr, m *memberState) string {
	return wording{code, func(ref string) string { return x.textOf(ref, m) }, x.factOf}.text()
}

func (x *explainer) factOf(ref string) *Fact {
	if len(ref) < 3 {
		return nil
	}
	switch ref[:2] {
	case "h.":
		return x.pack.householdFacts[ref[2:]]
	case "m.", "a.":
		return x.pack.memberFacts[ref[2:]]
	}
	return nil
}

func (x *explainer) label(ref string) string {
	if f := x.factOf(ref); f != nil {
		return f.Label
	}
	id := ref[min(2, len(ref)):]
	switch {
	case strings.HasPrefix(ref, "p.") && x.pack.parameters[id] != nil:
		return x.pack.parameters[id].Label
	case strings.HasPrefix(ref, "v."):
		return labelOf(x.item.Values, id)
	}
	return labelOf(x.item.MemberValues, id)
}

func labelOf(values []Value, id string) string {
	for i := range values {
		if values[i].ID == id {
			return values[i].Label
		}
	}
	return id
}

// textOf is what a variable comes to, m's where it is a member's.
func (x *explainer) textOf(ref string, m *memberState) string {
	if strings.HasPrefix(ref, "m.") && m != nil {
		return x.memberText(m, ref)
	}
	if strings.HasPrefix(ref, "a.") {
		if s := x.applicant(); s != nil {
			return x.memberText(s, "m."+ref[2:])
		}
	}
	if v, ok := x.lookup(ref); ok {
		return v.Text
	}
	return unknownText
}

func (x *explainer) applicant() *memberState {
	for _, s := range x.member {
		if s.id == x.in.Person {
			return s
		}
	}
	return nil
}

func (x *explainer) memberText(m *memberState, ref string) string {
	v, known := m.scope.vars[ref]
	if f := x.factOf(ref); f != nil {
		if !known {
			v = nil
		}
		return f.shown(v).Text
	}
	if !known {
		return unknownText
	}
	if r, ok := v.(interface{ Value() any }); ok {
		v = r.Value()
	}
	for i := range x.item.MemberValues {
		if x.item.MemberValues[i].ID == ref[2:] {
			return unitText(x.item.MemberValues[i].Unit, v)
		}
	}
	return unknownText
}

// parts lists what an expression reads.
func (x *explainer) parts(code *expr, m *memberState) []Part {
	out := []Part{}
	for _, ref := range code.refs {
		p := Part{Kind: PartFigure, ID: ref, Label: x.label(ref), Text: x.textOf(ref, m)}
		switch ref[:2] {
		case "p.":
			p.Kind, p.ID = PartParameter, ref[2:]
		case "m.", "a.":
			who := m
			if ref[:2] == "a." {
				who = x.applicant()
			}
			if who == nil {
				continue
			}
			p.ID, p.Member, p.Name = "m."+ref[2:], who.id, x.nameOf(who.id)
		}
		if x.factOf(ref) != nil {
			p.Kind, p.ID = PartFact, ref[2:]
		}
		out = append(out, p)
	}
	return out
}

func (x *explainer) nameOf(id string) string {
	for _, m := range x.in.Members {
		if m.ID == id {
			return m.Name
		}
	}
	return ""
}
