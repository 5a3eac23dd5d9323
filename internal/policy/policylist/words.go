package policylist

import (
	"fmt"
	"strings"
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"

	"zhongfu/internal/policy"
)

var reader = sync.OnceValues(func() (*cel.Env, error) { return cel.NewEnv(cel.ClearMacros()) })

// words says expressions of one item in Chinese. It only puts names and words for what the pack writes; it knows no rule.
type words struct {
	pack   *policy.Pack
	item   *policy.Item
	labels map[string]string // of parameters, by id
}

func newWords(p *policy.Pack, it *policy.Item) words {
	w := words{pack: p, item: it, labels: map[string]string{}}
	for _, par := range p.ParameterDefinitions() {
		w.labels[par.ID] = par.Label
	}
	return w
}

// say turns an expression into words; one that cannot be read comes back as it is written.
func (w words) say(text string) string {
	return w.read(text, func(e ast.Expr) string { return w.expr(e, false) })
}

// truthOf says a whole condition: a name alone gets “为是”.
func (w words) truthOf(text string) string {
	return w.read(text, func(e ast.Expr) string { return w.truth(e, false) })
}

func (w words) read(text string, say func(ast.Expr) string) string {
	env, err := reader()
	if err != nil {
		return text
	}
	tree, issues := env.Parse(text)
	if issues != nil && issues.Err() != nil {
		return text
	}
	return say(tree.NativeRep().Expr())
}

// expr writes a part; inner puts brackets round sums and alternatives that stand within something else.
func (w words) expr(e ast.Expr, inner bool) string {
	switch e.Kind() {
	case ast.LiteralKind:
		return fmt.Sprint(e.AsLiteral().Value())
	case ast.IdentKind:
		return map[string]string{"date": "当天", "one": "1"}[e.AsIdent()]
	case ast.SelectKind:
		return w.name(e.AsSelect().Operand().AsIdent(), e.AsSelect().FieldName())
	case ast.ListKind:
		var out []string
		for _, x := range e.AsList().Elements() {
			out = append(out, w.expr(x, true))
		}
		return strings.Join(out, "、")
	case ast.CallKind:
		return w.call(e.AsCall(), inner)
	}
	return ""
}

func (w words) call(c ast.CallExpr, inner bool) string {
	args := c.Args()
	bracket := func(s string) string {
		if inner {
			return "（" + s + "）"
		}
		return s
	}
	switch c.FunctionName() {
	case operators.LogicalAnd:
		return bracket(w.truth(args[0], true) + "，并且" + w.truth(args[1], true))
	case operators.LogicalOr:
		return bracket(w.truth(args[0], true) + "，或者" + w.truth(args[1], true))
	case operators.LogicalNot:
		return w.not(args[0])
	case operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals, operators.Equals, operators.NotEquals, operators.In:
		return w.compare(c.FunctionName(), args[0], args[1])
	case operators.Conditional:
		return bracket(w.truth(args[0], false) + "的为" + w.expr(args[1], true) + "，否则为" + w.expr(args[2], true))
	case operators.Add:
		return bracket(w.expr(args[0], false) + " ＋ " + w.expr(args[1], true))
	case operators.Subtract:
		return bracket(w.expr(args[0], false) + " － " + w.expr(args[1], true))
	case operators.Negate:
		return "－" + w.expr(args[0], true)
	case operators.Multiply:
		for i := range args { // ratios count in units of one: the unit says nothing to a reader
			if args[i].Kind() == ast.IdentKind && args[i].AsIdent() == "one" {
				return w.expr(args[1-i], inner)
			}
		}
		return w.expr(args[0], true) + " × " + w.expr(args[1], true)
	case operators.Divide:
		return w.expr(args[0], true) + " ÷ " + w.expr(args[1], true) + "（舍去余数）"
	case "div_round":
		if args[1].Kind() == ast.IdentKind && args[1].AsIdent() == "one" {
			return w.expr(args[0], inner)
		}
		return w.expr(args[0], true) + " ÷ " + w.expr(args[1], true)
	case "min":
		return bracket(w.expr(args[0], true) + "与" + w.expr(args[1], true) + "中较小的")
	case "max":
		if args[0].Kind() == ast.LiteralKind && fmt.Sprint(args[0].AsLiteral().Value()) == "0" {
			return bracket(w.expr(args[1], false) + "（不够减的按 0 算）")
		}
		return bracket(w.expr(args[0], true) + "与" + w.expr(args[1], true) + "中较大的")
	case "age":
		return "年龄"
	}
	var out []string
	for _, a := range args {
		out = append(out, w.expr(a, true))
	}
	return c.FunctionName() + "（" + strings.Join(out, "，") + "）"
}

// truth writes something that holds or not: a name alone gets “为是”.
func (w words) truth(e ast.Expr, inner bool) string {
	if e.Kind() == ast.SelectKind {
		return "“" + w.expr(e, false) + "”为是"
	}
	return w.expr(e, inner)
}

func (w words) not(e ast.Expr) string {
	if e.Kind() == ast.SelectKind {
		return "“" + w.expr(e, false) + "”为否"
	}
	return "不属于以下情形：" + w.expr(e, true)
}

var comparisons = map[string]string{
	operators.Less: "低于", operators.LessEquals: "不超过", operators.Greater: "高于", operators.GreaterEquals: "不低于", operators.Equals: "是", operators.NotEquals: "不是",
}

var ages = map[string]string{
	operators.Less: "不满 %s 周岁", operators.LessEquals: "年龄不超过 %s 周岁", operators.Greater: "年龄超过 %s 周岁", operators.GreaterEquals: "已满 %s 周岁",
	operators.Equals: "年龄为 %s 周岁", operators.NotEquals: "年龄不是 %s 周岁",
}

func (w words) compare(op string, left, right ast.Expr) string {
	if left.Kind() == ast.CallKind && left.AsCall().FunctionName() == "age" && ages[op] != "" {
		return fmt.Sprintf(ages[op], w.expr(right, true))
	}
	labels := w.options(left)
	side := func(e ast.Expr) string {
		if e.Kind() == ast.LiteralKind && labels != nil {
			if code, ok := e.AsLiteral().Value().(string); ok && labels[code] != "" {
				return labels[code]
			}
		}
		return w.expr(e, true)
	}
	if op == operators.In {
		var out []string
		for _, x := range right.AsList().Elements() {
			out = append(out, side(x))
		}
		if len(out) == 1 {
			return w.expr(left, true) + "是" + out[0]
		}
		return w.expr(left, true) + "是" + strings.Join(out, "、") + "之一"
	}
	return w.expr(left, true) + " " + comparisons[op] + " " + side(right)
}

// options are the names of an enum fact's codes, where the expression is one.
func (w words) options(e ast.Expr) map[string]string {
	if e.Kind() != ast.SelectKind || e.AsSelect().Operand().Kind() != ast.IdentKind {
		return nil
	}
	of := policy.OfMember
	if e.AsSelect().Operand().AsIdent() == "h" {
		of = policy.OfHousehold
	}
	f := w.pack.Fact(of, e.AsSelect().FieldName())
	if f == nil || len(f.Options) == 0 {
		return nil
	}
	out := map[string]string{}
	for _, o := range f.Options {
		out[o.Code] = o.Label
	}
	return out
}

// name is what a variable is called.
func (w words) name(kind, id string) string {
	switch kind {
	case "v":
		for _, v := range w.item.Values {
			if v.ID == id {
				return v.Label
			}
		}
	case "p":
		if l := w.labels[id]; l != "" {
			return l
		}
	case "h":
		if f := w.pack.Fact(policy.OfHousehold, id); f != nil {
			return f.Label
		}
	default:
		if f := w.pack.Fact(policy.OfMember, id); f != nil {
			return f.Label
		}
		for _, v := range w.item.MemberValues {
			if v.ID == id {
				return v.Label
			}
		}
	}
	return id
}
