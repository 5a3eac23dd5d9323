package policy

import (
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
)

// unitChecker refuses sums and comparisons across units: a ratio with an amount, months with people, an amount a month
// with a stock.
type unitChecker struct {
	pack  *Pack
	item  *Item
	known map[string]dimension
	facts map[string]*Fact
	ps    *problems
	x     *expr
	at    Pos // of the text
	what  string
}

// checkUnits goes through all expressions of a compiled item.
func (p *Pack) checkUnits(it *Item, ps *problems) {
	c := &unitChecker{pack: p, item: it, known: map[string]dimension{}, facts: map[string]*Fact{}, ps: ps}
	for _, f := range p.facts {
		c.known[f.prefix()+f.Key], c.facts[f.prefix()+f.Key] = f.dimension(), f
		if f.Of == OfMember {
			c.known["a."+f.Key], c.facts["a."+f.Key] = f.dimension(), f
		}
	}
	for _, id := range p.parameterOrder {
		c.known["p."+id] = p.parameters[id].dimension()
	}
	for _, v := range it.MemberValues {
		c.known["m."+v.ID], c.known["a."+v.ID] = unitDimension(v.Unit), unitDimension(v.Unit)
	}
	for _, v := range it.Values {
		c.known["v."+v.ID] = unitDimension(v.Unit)
	}
	for i, x := range it.Exclusions {
		c.text(it.code.exclusions[i], x.ExprAt.or(x.At), "成员排除 "+x.ID, "")
	}
	for i, v := range it.MemberValues {
		c.text(it.code.memberValues[i], v.ExprAt.or(v.At), "成员数值 "+v.ID, v.Unit)
	}
	for i, v := range it.Values {
		c.text(it.code.values[i], v.ExprAt.or(v.At), "数值 "+v.ID, v.Unit)
	}
	for i, r := range it.Rules {
		c.text(it.code.rules[i], r.ExprAt.or(r.At), "规则 "+r.ID, "")
		c.text(it.code.unless[i], r.UnlessAt.or(r.At), "规则 "+r.ID+" 的 unless", "")
	}
	if a := it.Amount; a != nil {
		c.text(it.code.amount, a.ExprAt.or(a.At), "金额", a.Unit)
	}
}

func (q *Parameter) dimension() dimension {
	d := unitDimension(q.Unit)
	switch {
	case q.Type == ParamMoney && !d.money():
		return dimension{of: moneySum}
	case q.Type == ParamRatio:
		return dimension{ratio: 1}
	case q.Type == ParamDays:
		return dimension{of: days}
	}
	return d
}

// text checks one expression; unit is what the value or amount is declared to be.
func (c *unitChecker) text(x *expr, at Pos, what, unit string) {
	if x == nil {
		return
	}
	c.x, c.at, c.what = x, at, what
	d := c.of(x.ast.NativeRep().Expr())
	if unit == "" || !x.ast.OutputType().IsExactType(cel.IntType) || d.of == nonsense {
		return // told already
	}
	switch want := unitDimension(unit); {
	case d.fits(want) || c.literal(x.ast.NativeRep().Expr()):
	default:
		c.ps.add(at, "%s的 unit 写的是 %s（%s），算出来却是%s。请改正 unit 或表达式：年数、百分数、分值不要写作 count；比例要与 one 配对，例如 div_round(a * p.倍数, one)。", what, unit, want, d)
	}
}

func (c *unitChecker) literal(n ast.Expr) bool {
	if n.Kind() != ast.LiteralKind {
		return false
	}
	_, ok := n.AsLiteral().(types.Int)
	return ok
}

// of returns the dimension of a part of the tree and tells the faults inside.
func (c *unitChecker) of(n ast.Expr) dimension {
	if r := c.x.ast.NativeRep().ReferenceMap()[n.ID()]; r != nil && r.Name != "" {
		if r.Name == "one" {
			return dimension{ratio: 1}
		}
		if d, ok := c.known[r.Name]; ok {
			return d
		}
		return dimension{of: anything}
	}
	switch n.Kind() {
	case ast.LiteralKind:
		v, ok := n.AsLiteral().(types.Int)
		if !ok {
			return dimension{of: anything}
		}
		return dimension{hundred: v == 100 || v == -100}
	case ast.CallKind:
		return c.call(n)
	}
	return dimension{of: anything}
}

func (c *unitChecker) call(n ast.Expr) dimension {
	name, args := n.AsCall().FunctionName(), n.AsCall().Args()
	ds := make([]dimension, len(args))
	for i, a := range args {
		ds[i] = c.of(a)
	}
	switch name {
	case operators.Add, operators.Subtract, "min", "max":
		return c.together(n, args[0], args[1], ds[0], ds[1])
	case operators.Conditional:
		return c.together(n, args[1], args[2], ds[1], ds[2])
	case operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals, operators.Equals, operators.NotEquals:
		c.together(n, args[0], args[1], ds[0], ds[1])
		c.option(args[0], args[1])
		c.option(args[1], args[0])
	case operators.In:
		if args[1].Kind() == ast.ListKind {
			for _, e := range args[1].AsList().Elements() {
				c.option(args[0], e)
			}
		}
	case operators.Multiply:
		return c.sense(n, ds[0].times(ds[1], c.literal(args[0]), c.literal(args[1])), ds[0], ds[1], "相乘")
	case operators.Divide, "div_round":
		return c.sense(n, ds[0].over(ds[1], c.literal(args[1])), ds[0], ds[1], "相除")
	case operators.Modulo, operators.Negate:
		return ds[0]
	case "age":
		return dimension{of: years}
	}
	return dimension{of: anything}
}

// together is a sum or a comparison: both sides must count the same thing. A written number goes with everything.
func (c *unitChecker) together(n, a, b ast.Expr, x, y dimension) dimension {
	switch {
	case x.of == nonsense || y.of == nonsense:
		return dimension{of: nonsense}
	case c.literal(a) && y.of != code:
		return y
	case c.literal(b):
		return x
	case !x.fits(y):
		c.ps.add(c.line(n), "%s里 `%s` 是%s，`%s` 是%s，不能比较或相加。请换成同一种数：年数、百分数、分值不要写作 count，要写 years、percent、points；比例要两边配对，例如 a * one < b * p.倍数。",
			c.what, exprText(a), x, exprText(b), y)
		return dimension{of: nonsense}
	case x.of == moneyAny || x.of == spanAny || x.of == anything || x.of == plain || x.free:
		return y
	}
	return x
}

func (c *unitChecker) sense(n ast.Expr, d, x, y dimension, verb string) dimension {
	if d.of == nonsense && x.of != nonsense && y.of != nonsense {
		c.ps.add(c.line(n), "%s里 `%s` 把%s与%s%s，得不出有意义的数。请检查是不是写错了名字。", c.what, exprText(n), x, y, verb)
	}
	return d
}

// option refuses a code that an enum fact cannot have: such a condition would never hold.
func (c *unitChecker) option(a, b ast.Expr) {
	r := c.x.ast.NativeRep().ReferenceMap()[a.ID()]
	if r == nil || b.Kind() != ast.LiteralKind {
		return
	}
	f := c.facts[r.Name]
	s, ok := b.AsLiteral().(types.String)
	if f == nil || f.Type != Enum || !ok {
		return
	}
	var codes []string
	for _, o := range f.Options {
		if o.Code == string(s) {
			return
		}
		codes = append(codes, o.Code)
	}
	c.ps.add(c.line(b), "%s里 %s 不会是 %q：%s没有这个选项%s。可用：%s。", c.what, r.Name, string(s), f.Label, suggestion(string(s), codes), strings.Join(codes, "、"))
}

// line is where a part of the text stands.
func (c *unitChecker) line(n ast.Expr) Pos {
	at := c.at
	if loc := c.x.ast.NativeRep().SourceInfo().GetStartLocation(n.ID()); loc != nil {
		at.Line += max(0, loc.Line()-1)
	}
	return at
}
