package policy

import (
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// CEL says only that an expression waits for unknown facts. Often it need not: an income that is unknown but never
// below zero cannot bring a household under a standard that the known incomes already pass. ranged evaluates the
// checked expression over ranges, soundly: whatever the unknown facts turn out to be, the result lies inside. It is
// asked only where CEL came back unknown, and never contradicts CEL where all is known (a property test holds that).
type ranged struct {
	num   interval
	cond  truth
	known ref.Val // the exact value, where there is one
}

func exact(v ref.Val) ranged {
	r := ranged{num: anyInt, cond: open, known: v}
	switch t := v.(type) {
	case types.Int:
		r.num = span(int64(t), int64(t))
	case types.Bool:
		r.cond = certain(bool(t))
	}
	return r
}

func number(i interval) ranged {
	r := ranged{num: i, cond: open}
	if i.lo == i.hi && abs(i.lo) != edge {
		r.known = types.Int(i.lo)
	}
	return r
}

func condition(t truth) ranged {
	r := ranged{num: anyInt, cond: t}
	if t.yes != t.no {
		r.known = types.Bool(t.yes)
	}
	return r
}

var nothing = ranged{num: anyInt, cond: open}

// bound of a whole-number expression over what is known.
func (s *scope) bound(x *expr) interval { return s.ranges(x, x.ast.NativeRep().Expr()).num }

// decide returns the value of x where the known facts already settle it, or nil.
func (s *scope) decide(x *expr) ref.Val { return s.ranges(x, x.ast.NativeRep().Expr()).known }

func (s *scope) ranges(x *expr, n ast.Expr) ranged {
	if r := x.ast.NativeRep().ReferenceMap()[n.ID()]; r != nil && r.Name != "" {
		if r.Value != nil {
			return exact(r.Value)
		}
		return s.variable(r.Name)
	}
	switch n.Kind() {
	case ast.LiteralKind:
		return exact(n.AsLiteral())
	case ast.CallKind:
		c := n.AsCall()
		args := make([]ranged, len(c.Args()))
		for i, a := range c.Args() {
			if c.FunctionName() == operators.In && i == 1 {
				continue
			}
			args[i] = s.ranges(x, a)
		}
		if c.FunctionName() == operators.In {
			return s.in(x, args[0], c.Args()[1])
		}
		return call(c.FunctionName(), args)
	}
	return nothing
}

func (s *scope) variable(name string) ranged {
	if v, ok := s.ResolveName(name); ok {
		if r, ok := v.(ref.Val); ok {
			return exact(r)
		}
		return exact(types.DefaultTypeAdapter.NativeToValue(v))
	}
	if h, ok := s.hiddenVar(name); ok {
		return ranged{num: h.bound, cond: open}
	}
	return nothing
}

func (s *scope) in(x *expr, what ranged, list ast.Expr) ranged {
	if what.known == nil || list.Kind() != ast.ListKind {
		return nothing
	}
	for _, e := range list.AsList().Elements() {
		v := s.ranges(x, e)
		if v.known == nil {
			return nothing
		}
		if what.known.Equal(v.known) == types.True {
			return condition(certain(true))
		}
	}
	return condition(certain(false))
}

func call(name string, a []ranged) ranged {
	switch len(a) {
	case 1:
		switch name {
		case operators.LogicalNot:
			return condition(a[0].cond.not())
		case operators.Negate:
			return number(a[0].num.neg())
		case "timestamp":
			if s, ok := a[0].known.(types.String); ok {
				if v := s.ConvertToType(types.TimestampType); !types.IsError(v) {
					return exact(v)
				}
			}
		}
	case 2:
		return binary(name, a[0], a[1])
	case 3:
		if name == operators.Conditional {
			return choose(a[0].cond, a[1], a[2])
		}
	}
	return nothing
}

func binary(name string, a, b ranged) ranged {
	if r, ok := arithmetic(name, a.known, b.known); ok {
		return r
	}
	switch name {
	case operators.Add:
		return number(a.num.add(b.num))
	case operators.Subtract:
		return number(a.num.add(b.num.neg()))
	case operators.Multiply:
		return number(a.num.mul(b.num))
	case "min":
		return number(a.num.min(b.num))
	case "max":
		return number(a.num.max(b.num))
	case "div_round":
		return number(a.num.divRound(b.num))
	case operators.LogicalAnd:
		return condition(a.cond.and(b.cond))
	case operators.LogicalOr:
		return condition(a.cond.or(b.cond))
	case "age":
		if a.known != nil && b.known != nil {
			n := int64(day(a.known).Age(day(b.known)))
			return number(span(n, n))
		}
		return nothing
	case operators.Equals:
		return condition(equal(a, b))
	case operators.NotEquals:
		return condition(equal(a, b).not())
	}
	if a.known != nil && b.known != nil && (!ordered(a) || name == operators.Divide || name == operators.Modulo) {
		return settled(name, a.known, b.known)
	}
	if !ordered(a) || !ordered(b) {
		return nothing
	}
	switch name {
	case operators.Less:
		return condition(less(a.num, b.num))
	case operators.GreaterEquals:
		return condition(less(a.num, b.num).not())
	case operators.Greater:
		return condition(less(b.num, a.num))
	case operators.LessEquals:
		return condition(less(b.num, a.num).not())
	}
	return nothing
}

// arithmetic of two known whole numbers is exact: a range whose end is ±edge would pass for one without an end.
func arithmetic(name string, a, b ref.Val) (ranged, bool) {
	x, isInt := a.(types.Int)
	y, both := b.(types.Int)
	if !isInt || !both {
		return ranged{}, false
	}
	var v ref.Val
	switch name {
	case operators.Add:
		v = x.Add(y)
	case operators.Subtract:
		v = x.Subtract(y)
	case operators.Multiply:
		v = x.Multiply(y)
	default:
		return ranged{}, false
	}
	if types.IsError(v) { // beyond 64 bits: CEL says so where it comes to it
		return nothing, true
	}
	return exact(v), true
}

// settled is what known dates and texts compare as, and what known numbers divide to: ranges say nothing about either.
func settled(name string, a, b ref.Val) ranged {
	var v ref.Val
	switch name {
	case operators.Divide:
		v = a.(traits.Divider).Divide(b)
	case operators.Modulo:
		v = a.(traits.Modder).Modulo(b)
	default:
		c, ok := a.(traits.Comparer)
		if !ok {
			return nothing
		}
		order, ok := c.Compare(b).(types.Int)
		if !ok {
			return nothing
		}
		switch name {
		case operators.Less:
			v = types.Bool(order < 0)
		case operators.LessEquals:
			v = types.Bool(order <= 0)
		case operators.Greater:
			v = types.Bool(order > 0)
		case operators.GreaterEquals:
			v = types.Bool(order >= 0)
		}
	}
	if v == nil || types.IsError(v) {
		return nothing
	}
	return exact(v)
}

// ordered tells whether the ranges speak about the value: those of dates and strings are open on both sides, which
// keeps every comparison open.
func ordered(a ranged) bool {
	if a.known == nil {
		return true
	}
	_, isInt := a.known.(types.Int)
	return isInt
}

func equal(a, b ranged) truth {
	if a.known != nil && b.known != nil {
		return certain(a.known.Equal(b.known) == types.True)
	}
	if ordered(a) && ordered(b) {
		return same(a.num, b.num)
	}
	return open
}

func choose(c truth, yes, no ranged) ranged {
	switch {
	case c.yes && !c.no:
		return yes
	case c.no && !c.yes:
		return no
	}
	r := ranged{num: yes.num.join(no.num), cond: truth{yes.cond.yes || no.cond.yes, yes.cond.no || no.cond.no}}
	if yes.known != nil && no.known != nil && yes.known.Equal(no.known) == types.True {
		r.known = yes.known
	}
	return r
}
