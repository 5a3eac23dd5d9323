package policy

import (
	"errors"

	"cel.dev/cel-go/common/types"
)

// memberState is one member during an evaluation.
type memberState struct {
	id       string
	scope    *scope
	counted  *bool
	missing  []Missing // what hides whether the member counts
	result   MemberResult
	interval map[string]interval
}

// evalMembers decides who counts (民发〔2021〕57号 art. 7) and works out the values of each member.
func (e *evaluation) evalMembers() error {
	for i, m := range e.in.Members {
		s := &memberState{id: m.ID, scope: newScope(e.root), result: MemberResult{ID: m.ID, Values: []ValueResult{}}}
		for _, key := range e.item.code.member {
			if v, ok := e.facts.members[i][key]; ok {
				s.scope.set("m."+key, v)
				continue
			}
			if f := e.pack.memberFacts[key]; f.OutcomeOf != "" {
				if err := e.bindOutcome(s.scope, "m."+key, f, m.ID); err != nil {
					return err
				}
				continue
			}
			s.scope.unknown("m."+key, []Missing{e.missing(OfMember, m.ID, key)}, e.facts.bound(m.ID, e.pack.memberFacts[key]))
		}
		if err := e.memberValues(s); err != nil {
			return err
		}
		if err := e.exclude(s); err != nil {
			return err
		}
		e.member = append(e.member, s)
		if e.item.Unit == UnitPerson && m.ID == e.in.Person {
			e.bindApplicant(s)
		}
	}
	return nil
}

func (e *evaluation) memberValues(s *memberState) error {
	shown := make([]ValueResult, len(e.item.MemberValues))
	for _, k := range e.item.code.memberOrder {
		def := &e.item.MemberValues[k]
		v, missing, err := e.eval(s.scope, e.item.code.memberValues[k])
		if err != nil {
			return e.fault("成员数值 "+def.ID, err)
		}
		shown[k] = ValueResult{ID: def.ID, Label: def.Label, Unit: def.Unit}
		if v == nil {
			s.scope.unknown("m."+def.ID, missing, s.scope.bound(e.item.code.memberValues[k]))
		} else {
			s.scope.set("m."+def.ID, v)
			shown[k].Value = v.Value()
		}
		shown[k].Text = unitText(def.Unit, shown[k].Value)
	}
	for k, v := range shown {
		if !e.item.MemberValues[k].Hidden {
			s.result.Values = append(s.result.Values, v)
		}
	}
	return nil
}

// exclude asks the exclusions in turn: the first that holds takes the member out, whatever else is unknown.
func (e *evaluation) exclude(s *memberState) error {
	yes, no := true, false
	for k := range e.item.Exclusions {
		x := &e.item.Exclusions[k]
		v, missing, err := e.eval(s.scope, e.item.code.exclusions[k])
		if err != nil {
			return e.fault("成员排除 "+x.ID, err)
		}
		if v == nil {
			s.missing = union(s.missing, missing)
			continue
		}
		if v.Value() == true {
			s.counted, s.missing = &no, nil
			s.result.Counted, s.result.Exclusion, s.result.Reason, s.result.Clause = &no, x.ID, x.Reason, &x.Clause
			return nil
		}
	}
	if s.missing == nil {
		s.counted = &yes
		s.result.Counted = &yes
		return nil
	}
	s.result.Reason = "缺少证据：" + labels(s.missing) + "。"
	return nil
}

// bindApplicant makes the facts and values of the applicant known to household expressions as a.x.
func (e *evaluation) bindApplicant(s *memberState) {
	for name, v := range s.scope.vars {
		e.root.set("a."+name[2:], v)
	}
	for name, u := range s.scope.hidden {
		e.root.unknown("a."+name[2:], u.missing, u.bound)
	}
}

// aggregate runs a value over the members. A member whose counting is unknown leaves the value unknown unless it
// would add nothing.
func (e *evaluation) aggregate(def *Value, x *expr) (any, []Missing, interval, error) {
	var total int64
	var missing []Missing
	bound := span(0, 0)
	anyTrue, open, over := false, false, false
	for _, s := range e.member {
		counted := s.counted
		if def.Over == "all" {
			yes := true
			counted = &yes
		}
		if counted != nil && !*counted {
			continue
		}
		v, hidden, err := e.eval(s.scope, x)
		if err != nil {
			return nil, nil, bound, err
		}
		term, b := int64(0), interval{}
		switch t := v.(type) {
		case types.Int:
			term = int64(t)
			b = span(term, term)
		case types.Bool:
			if t {
				term = 1
			}
			b = span(term, term)
		default:
			b = s.scope.bound(x)
			if def.Sum == "" {
				b = span(0, 1)
			}
		}
		if v != nil && term == 0 {
			continue
		}
		if counted == nil {
			hidden = union(hidden, s.missing)
			b = b.join(span(0, 0))
		}
		bound = bound.add(b)
		if v == nil || counted == nil {
			open = true
			missing = union(missing, hidden)
			continue
		}
		anyTrue = anyTrue || term > 0
		sum := total + term
		over = over || (total^sum)&(term^sum) < 0
		total = sum
	}
	switch {
	case def.Any != "" && anyTrue:
		return true, nil, bound, nil
	case open:
		return nil, missing, bound, nil
	case def.Any != "":
		return anyTrue, nil, bound, nil
	case over: // a wrapped sum would be a wrong figure that looks right
		return nil, nil, bound, errors.New("integer overflow")
	}
	return total, nil, bound, nil
}
