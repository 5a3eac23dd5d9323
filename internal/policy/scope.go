package policy

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// hiddenVar is a variable whose value nobody knows: which evidence would tell it, and within which bounds it lies.
type hiddenVar struct {
	missing []Missing
	bound   interval
}

// scope is the set of variables that an expression sees: those of one member over those of the household.
type scope struct {
	parent   *scope
	vars     map[string]any
	hidden   map[string]hiddenVar
	patterns []*cel.AttributePatternType
}

func newScope(parent *scope) *scope {
	return &scope{parent: parent, vars: map[string]any{}, hidden: map[string]hiddenVar{}}
}

// ResolveName and Parent make a scope a CEL activation.
func (s *scope) ResolveName(name string) (any, bool) {
	for c := s; c != nil; c = c.parent {
		if v, ok := c.vars[name]; ok {
			return v, true
		}
	}
	return nil, false
}

// Parent is nil: ResolveName has already looked above.
func (s *scope) Parent() cel.Activation { return nil }

func (s *scope) set(name string, v any) { s.vars[name] = v }

func (s *scope) unknown(name string, missing []Missing, bound interval) {
	s.hidden[name] = hiddenVar{missing, bound}
	s.patterns = append(s.patterns, cel.AttributePattern(name))
}

func (s *scope) hiddenVar(name string) (hiddenVar, bool) {
	for c := s; c != nil; c = c.parent {
		if h, ok := c.hidden[name]; ok {
			return h, true
		}
	}
	return hiddenVar{}, false
}

// eval returns the value of x, or nil and the evidence that x waits for.
func (s *scope) eval(x *expr) (ref.Val, []Missing, error) {
	patterns := s.patterns
	if s.parent != nil && len(s.parent.patterns) > 0 {
		patterns = append(patterns[:len(patterns):len(patterns)], s.parent.patterns...)
	}
	var vars any = s
	if len(patterns) > 0 {
		part, err := cel.PartialVars(s, patterns...)
		if err != nil {
			return nil, nil, err
		}
		vars = part
	}
	out, _, err := x.prog.Eval(vars)
	if err != nil {
		return nil, nil, err
	}
	u, ok := out.(*types.Unknown)
	if !ok {
		return out, nil, nil
	}
	if v := s.decide(x); v != nil {
		return v, nil, nil
	}
	var missing []Missing
	for _, id := range u.IDs() {
		trails, _ := u.GetAttributeTrails(id)
		for _, t := range trails {
			h, _ := s.hiddenVar(t.Variable())
			missing = union(missing, h.missing)
		}
	}
	return nil, missing, nil
}

func union(a, b []Missing) []Missing {
next:
	for _, m := range b {
		for _, have := range a {
			if have.Member == m.Member && have.Fact == m.Fact {
				continue next
			}
		}
		a = append(a, m)
	}
	return a
}
