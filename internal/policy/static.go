package policy

import (
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
)

// staticScope knows of every name what the catalogue and the parameters allow at all: nothing of one household.
type staticScope struct {
	*scope
	item  *Item
	steps map[string]int64
}

// static prepares the ranges of all that the item's expressions may name. Parameters range over the values that the pack
// gives them now or, where they may still be changed, over all that a parameter may be.
func (p *Pack) static(it *Item, now bool) *staticScope {
	s := &staticScope{scope: newScope(nil), item: it, steps: map[string]int64{}}
	for _, f := range p.facts {
		name := f.prefix() + f.Key
		s.know(name, f.interval(), 1)
		if f.Of == OfMember {
			s.know("a."+f.Key, f.interval(), 1)
		}
	}
	for _, id := range p.parameterOrder {
		bound, step := p.parameterSpan(id)
		if !now && p.parameters[id].Type != ParamBool {
			bound, step = span(0, MaxFen), 1
		}
		s.know("p."+id, bound, step)
	}
	for _, k := range it.code.memberOrder {
		x, id := it.code.memberValues[k], it.MemberValues[k].ID
		bound, step := s.bound(x), s.step(x, x.ast.NativeRep().Expr())
		s.know("m."+id, bound, step)
		s.know("a."+id, bound, step)
	}
	for _, k := range it.code.valueOrder {
		v, x := &it.Values[k], it.code.values[k]
		bound, step := anyInt, int64(1)
		switch {
		case v.Count != "":
			bound = span(0, MaxMembers)
		case v.Any == "" && unitType(v.Unit) == unitType("fen"):
			bound, step = s.bound(x), s.step(x, x.ast.NativeRep().Expr())
			if v.Sum != "" {
				bound = bound.join(span(0, 0)).mul(span(0, MaxMembers))
			}
		}
		s.know("v."+v.ID, bound, step)
	}
	return s
}

func (s *staticScope) know(name string, bound interval, step int64) {
	s.hidden[name] = hiddenVar{bound: bound}
	s.steps[name] = step
}

// parameterSpan bounds all values that a parameter has anywhere and ever, those of its fallbacks included.
func (p *Pack) parameterSpan(id string) (interval, int64) {
	q := p.parameters[id]
	bound, step, first := anyInt, int64(1), true
	for seen := 0; q != nil && seen < 5; seen++ {
		for i := range q.rows {
			r := &q.rows[i]
			b := span(min(r.urban, r.rural), max(r.urban, r.rural))
			if first {
				bound, step, first = b, 0, false
			}
			bound = bound.join(b)
			step = gcd(gcd(step, r.urban), r.rural)
		}
		q = p.parameters[q.Fallback]
	}
	return bound, step
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return abs(a)
}

// step of a part of a tree; see Site.Step.
func (s *staticScope) step(x *expr, n ast.Expr) int64 {
	if r := x.ast.NativeRep().ReferenceMap()[n.ID()]; r != nil && r.Name != "" {
		if v, ok := r.Value.(types.Int); ok {
			return abs(int64(v))
		}
		if step, ok := s.steps[r.Name]; ok {
			return step
		}
		return 1
	}
	if n.Kind() == ast.LiteralKind {
		if v, ok := n.AsLiteral().(types.Int); ok {
			return abs(int64(v))
		}
		return 1
	}
	if n.Kind() != ast.CallKind {
		return 1
	}
	a := n.AsCall().Args()
	switch n.AsCall().FunctionName() {
	case operators.Add, operators.Subtract, "min", "max":
		return gcd(s.step(x, a[0]), s.step(x, a[1]))
	case operators.Conditional:
		return gcd(s.step(x, a[1]), s.step(x, a[2]))
	case operators.Multiply:
		if v := mulSat(s.step(x, a[0]), s.step(x, a[1])); v != edge {
			return v
		}
	case operators.Negate:
		return s.step(x, a[0])
	}
	return 1
}
