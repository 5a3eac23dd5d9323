package policylist

import (
	"fmt"
	"slices"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// NeededPaper is a paper that an applicant brings.
type NeededPaper struct {
	Name     string     `json:"name"`
	Required bool       `json:"required"`
	When     string     `json:"when,omitempty" doc:"in which case it is asked for"`
	Clause   ClauseLink `json:"clause"`
}

// PolicyCondition is one rule in words.
type PolicyCondition struct {
	ID     string         `json:"id"`
	Name   string         `json:"name"`
	Words  string         `json:"words" doc:"the exact condition, its names written out"`
	Asks   *PolicyName    `json:"asks,omitempty" doc:"the rule is another item's result"`
	Clause ClauseLink     `json:"clause"`
	From   *calendar.Date `json:"from,omitempty"`
	Until  *calendar.Date `json:"until,omitempty"`
}

// PolicyFigure is how a figure of the conditions is reckoned.
type PolicyFigure struct {
	Name  string `json:"name"`
	Words string `json:"words"`
}

// AmountWords is what is paid, in words.
type AmountWords struct {
	Label    string     `json:"label"`
	Unit     string     `json:"unit"`
	Words    string     `json:"words"`
	Clause   ClauseLink `json:"clause"`
	Rounding string     `json:"rounding"`
	Sample   bool       `json:"sample" doc:"the rounding has no source"`
}

// PolicyRecheck is one periodic check of those who receive.
type PolicyRecheck struct {
	What   string     `json:"what"`
	Who    string     `json:"who"`
	Months int        `json:"months"`
	Clause ClauseLink `json:"clause"`
}

// RelatedPolicy is help that follows from the item or that may not meet it.
type RelatedPolicy struct {
	Item   string     `json:"item,omitempty" doc:"id, where the item has a page here"`
	Name   string     `json:"name"`
	Clause ClauseLink `json:"clause"`
}

// PolicyPage is everything about one item.
type PolicyPage struct {
	PolicyCard
	Stand      PolicyStand       `json:"stand"`
	Unit       string            `json:"unit" enum:"household,person"`
	Clause     ClauseLink        `json:"clause"`
	From       *calendar.Date    `json:"from,omitempty"`
	Until      *calendar.Date    `json:"until,omitempty"`
	Who        string            `json:"who"`
	Where      string            `json:"where"`
	WhereText  string            `json:"where_text"`
	WhereFrom  ClauseLink        `json:"where_clause"`
	Materials  []NeededPaper     `json:"materials"`
	Forms      []RelatedPolicy   `json:"forms"`
	Conditions []PolicyCondition `json:"conditions"`
	NotCounted []PolicyCondition `json:"not_counted" doc:"members who are left out"`
	Figures    []PolicyFigure    `json:"figures"`
	Amount     *AmountWords      `json:"amount,omitempty" doc:"absent: the item is a recognition without money, or help in kind"`
	Standards  []PublicStandard  `json:"standards"`
	Procedure  *PolicyRoadView   `json:"procedure,omitempty"`
	Rechecks   []PolicyRecheck   `json:"rechecks"`
	Derives    []RelatedPolicy   `json:"derives" doc:"help that follows without a new application (免申即享)"`
	Excludes   []RelatedPolicy   `json:"excludes" doc:"what may not be received at the same time"`
}

// Page is one item of a place. An item that the place's pack lacks is looked for in the other packs, and the answer says where.
func (s *Service) Page(actor access.Actor, id string, w Where) (PolicyPage, error) {
	if err := access.Check(actor, Action, access.Listing); err != nil {
		return PolicyPage{}, err
	}
	st, err := s.stand(w)
	if err != nil {
		return PolicyPage{}, err
	}
	it := st.pack.Item(id)
	if it == nil && w.Division == 0 {
		for _, p := range s.packs.All(st.day) {
			if p.Item(id) != nil {
				st.pack, it = p, p.Item(id)
			}
		}
	}
	if it == nil {
		return PolicyPage{}, errs.Missing("这项政策")
	}
	return s.page(st, it), nil
}

func (s *Service) page(st stand, it *policy.Item) PolicyPage {
	link := func(c policy.Clause) ClauseLink { return s.texts.Link(st.pack, c) }
	w := newWords(st.pack, it)
	p := PolicyPage{PolicyCard: s.card(st, it), Stand: s.view(st), Unit: it.Unit, From: it.From, Until: it.Until,
		Materials: []NeededPaper{}, Forms: []RelatedPolicy{}, Conditions: []PolicyCondition{}, NotCounted: []PolicyCondition{}, Figures: figures(w),
		Standards: []PublicStandard{}, Rechecks: []PolicyRecheck{}, Derives: []RelatedPolicy{}, Excludes: []RelatedPolicy{}}
	if it.Clause != nil {
		p.Clause = link(*it.Clause)
	}
	if a := it.Apply; a != nil {
		p.Who, p.Where, p.WhereText, p.WhereFrom = a.Who, whereNames[a.Where], a.Text, link(a.Clause)
	}
	for _, m := range it.Materials {
		p.Materials = append(p.Materials, NeededPaper{m.Name, m.Required, m.When, link(m.Clause)})
	}
	for _, f := range it.Forms {
		p.Forms = append(p.Forms, RelatedPolicy{Name: f.Name, Clause: link(f.Clause)})
	}
	for _, r := range it.Rules {
		if !valid(r.From, r.Until, st.day) {
			continue
		}
		c := PolicyCondition{ID: r.ID, Name: r.Name, Clause: link(r.Clause), From: r.From, Until: r.Until}
		if r.When != "" {
			c.Words = w.truthOf(r.When)
		} else if sub := st.pack.Item(r.Item); sub != nil {
			c.Words, c.Asks = "符合“"+sub.Name+"”的条件", &PolicyName{sub.ID, sub.Name}
			if r.Unless != "" {
				c.Words += "；但以下情形不问：" + w.truthOf(r.Unless)
			}
		}
		p.Conditions = append(p.Conditions, c)
	}
	for _, x := range it.Exclusions {
		p.NotCounted = append(p.NotCounted, PolicyCondition{ID: x.ID, Name: x.Name, Words: w.truthOf(x.When), Clause: link(x.Clause)})
	}
	if a := it.Amount; a != nil {
		p.Amount = &AmountWords{a.Label, amountUnits[a.Unit], w.say(a.Expr), link(a.Clause), roundingNames[a.Rounding.Rule], a.Rounding.Status == policy.Sample}
	}
	used := parametersOf(st.pack, it)
	for _, def := range st.pack.ParameterDefinitions() {
		if slices.Contains(used, def.ID) {
			x := s.standard(st, def)
			if x.Now != nil || len(x.Places) > 0 {
				p.Standards = append(p.Standards, x)
			}
		}
	}
	p.Procedure = s.procedure(st, it)
	for _, r := range it.Reverification {
		p.Rechecks = append(p.Rechecks, PolicyRecheck{checkNames[r.What], r.Who, r.Months, link(r.Clause)})
	}
	related := func(item, name string, c policy.Clause) RelatedPolicy {
		r := RelatedPolicy{Name: name, Clause: link(c)}
		if other := st.pack.Item(item); other != nil && other.Valid(st.day) {
			r.Item = item
			if name == "" {
				r.Name = other.Name
			}
		}
		return r
	}
	for _, d := range it.Derives {
		p.Derives = append(p.Derives, related(d.Item, d.Name, d.Clause))
	}
	for _, x := range it.Excludes {
		p.Excludes = append(p.Excludes, related(x.Item, x.Name, x.Clause))
	}
	return p
}

func valid(from, until *calendar.Date, day calendar.Date) bool {
	return (from == nil || day >= *from) && (until == nil || day < *until)
}

// figures tells how each figure that is shown is reckoned.
func figures(w words) []PolicyFigure {
	out := []PolicyFigure{}
	for _, v := range w.item.Values {
		over := "计入的成员"
		if v.Over == "all" {
			over = "全部成员"
		}
		words := ""
		switch {
		case v.Hidden:
			continue
		case v.Count == "true":
			words = over + "的人数"
		case v.Count != "":
			words = fmt.Sprintf("%s中符合以下情形的人数：%s", over, w.truthOf(v.Count))
		case v.Sum != "":
			words = fmt.Sprintf("%s逐人相加：%s", over, w.say(v.Sum))
		case v.Any != "":
			words = fmt.Sprintf("%s中有人：%s", over, w.truthOf(v.Any))
		default:
			words = w.say(v.Expr)
		}
		out = append(out, PolicyFigure{v.Label, words})
	}
	for _, v := range w.item.MemberValues {
		if !v.Hidden {
			out = append(out, PolicyFigure{v.Label + "（每名成员）", w.say(v.Expr)})
		}
	}
	return out
}
