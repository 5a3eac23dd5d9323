package policy

import (
	"strconv"
	"strings"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
)

// wording says an expression in Chinese: 共同生活的家庭成员 × 最低生活保障标准 − 家庭月收入. name says what a variable is called, or
// what it comes to; fact finds the fact behind a variable, whose codes and amounts are then written as people read them.
type wording struct {
	x    *expr
	name func(ref string) string
	fact func(ref string) *Fact
}

// Bindings from loose to tight; a part that binds more loosely than its place stands in brackets.
const (
	bindOr = iota
	bindAnd
	bindCompare
	bindAdd
	bindMultiply
	bindOne
)

var infix = map[string]struct {
	sign  string
	binds int
}{
	operators.LogicalOr: {"，或者", bindOr}, operators.LogicalAnd: {"，并且", bindAnd},
	operators.Less: {" 小于 ", bindCompare}, operators.LessEquals: {" 不超过 ", bindCompare}, operators.Greater: {" 超过 ", bindCompare},
	operators.GreaterEquals: {" 不少于 ", bindCompare}, operators.Equals: {" 等于 ", bindCompare}, operators.NotEquals: {" 不是 ", bindCompare},
	operators.In: {" 属于 ", bindCompare}, operators.Add: {" + ", bindAdd}, operators.Subtract: {" − ", bindAdd}, operators.Multiply: {" × ", bindMultiply},
}

func (w wording) text() string { return w.say(w.x.ast.NativeRep().Expr(), bindOr, "") }

// ref is the variable or constant that a node names, or "".
func (w wording) ref(n ast.Expr) string {
	if r := w.x.ast.NativeRep().ReferenceMap()[n.ID()]; r != nil {
		return r.Name
	}
	if n.Kind() == ast.IdentKind {
		return n.AsIdent()
	}
	return ""
}

// say writes a node; beside is the variable on the other side of a comparison.
func (w wording) say(n ast.Expr, place int, beside string) string {
	if ref := w.ref(n); ref != "" && n.Kind() != ast.CallKind {
		if ref == "date" {
			return "当日"
		}
		return w.name(ref)
	}
	switch n.Kind() {
	case ast.LiteralKind:
		return w.literal(n, beside)
	case ast.ListKind:
		var parts []string
		for _, e := range n.AsList().Elements() {
			parts = append(parts, w.say(e, bindOr, beside))
		}
		return "“" + strings.Join(parts, "、") + "”"
	case ast.CallKind:
		return w.call(n.AsCall(), place)
	}
	return "…"
}

func (w wording) literal(n ast.Expr, beside string) string {
	var f *Fact
	if beside != "" {
		f = w.fact(beside)
	}
	switch v := n.AsLiteral().(type) {
	case types.Bool:
		return unitText("bool", bool(v))
	case types.String:
		if f != nil {
			return f.optionLabel(string(v))
		}
		return string(v)
	case types.Int:
		if f != nil {
			return f.shown(int64(v)).Text
		}
		return strconv.FormatInt(int64(v), 10)
	}
	return "…"
}

func (w wording) call(c ast.CallExpr, place int) string {
	a := c.Args()
	if op, ok := infix[c.FunctionName()]; ok && len(a) == 2 {
		if c.FunctionName() == operators.Multiply { // ratios are written as decimals, so their unit falls away
			for i := range a {
				if w.ref(a[i]) == "one" {
					return w.say(a[1-i], place, "")
				}
			}
		}
		right := op.binds
		if c.FunctionName() == operators.Subtract {
			right++ // a − (b − c)
		}
		s := w.say(a[0], op.binds, w.ref(a[1])) + op.sign + w.say(a[1], right, w.ref(a[0]))
		if op.binds < place {
			return "（" + s + "）"
		}
		return s
	}
	switch {
	case c.FunctionName() == operators.LogicalNot && len(a) == 1:
		return "没有或不是“" + w.say(a[0], bindOr, "") + "”"
	case c.FunctionName() == operators.Negate && len(a) == 1:
		return "−" + w.say(a[0], bindOne, "")
	case c.FunctionName() == operators.Conditional && len(a) == 3:
		return "（" + w.say(a[0], bindOr, "") + "的，" + w.say(a[1], bindOr, "") + "；否则 " + w.say(a[2], bindOr, "") + "）"
	case c.FunctionName() == "age" && len(a) == 2:
		return "年龄"
	case c.FunctionName() == "div_round" && len(a) == 2:
		if w.ref(a[1]) == "one" {
			return w.say(a[0], place, "")
		}
		return w.say(a[0], bindMultiply, "") + " ÷ " + w.say(a[1], bindOne, "")
	case len(a) == 2 && c.FunctionName() == "max" && isZero(a[0]):
		return "（" + w.say(a[1], bindOr, "") + "，最低为 0）"
	case len(a) == 2 && (c.FunctionName() == "min" || c.FunctionName() == "max"):
		word := map[string]string{"min": "中较小的", "max": "中较大的"}[c.FunctionName()]
		return "“" + w.say(a[0], bindOr, "") + "”和“" + w.say(a[1], bindOr, "") + "”" + word
	}
	return "…"
}

func isZero(n ast.Expr) bool { return n.Kind() == ast.LiteralKind && n.AsLiteral() == types.Int(0) }
