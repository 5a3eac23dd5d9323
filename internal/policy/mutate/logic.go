package mutate

import (
	"fmt"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
)

// junction changes a chain of && or ||: a neighbouring pair joined the other way, a term left out, or one term changed.
func (g *generator) junction(e ast.Expr, name string) []variant {
	terms := flat(e, name, nil)
	other := map[string]string{operators.LogicalAnd: operators.LogicalOr, operators.LogicalOr: operators.LogicalAnd}[name]
	var out []variant
	for i := range terms[1:] {
		pair := call(other, terms[i], terms[i+1])
		rest := append(append([]ast.Expr{}, terms[:i]...), pair)
		out = append(out, variant{chain(name, append(rest, terms[i+2:]...)), Junction,
			fmt.Sprintf("补两个案例：`%s` 和 `%s` 各有一个单独成立", text(terms[i]), text(terms[i+1]))})
	}
	for i, t := range terms {
		hint := fmt.Sprintf("补一个只有 `%s` 不成立、其余条件都成立的案例", text(t))
		if name == operators.LogicalOr {
			hint = fmt.Sprintf("补一个只有 `%s` 成立、其余条件都不成立的案例", text(t))
		}
		rest := append(append([]ast.Expr{}, terms[:i]...), terms[i+1:]...)
		out = append(out, variant{chain(name, rest), Dropped, hint})
	}
	for i, t := range terms {
		for _, v := range g.variants(t, false) {
			changed := append([]ast.Expr{}, terms...)
			changed[i] = v.e
			out = append(out, variant{chain(name, changed), v.kind, v.hint})
		}
	}
	return out
}

func flat(e ast.Expr, name string, out []ast.Expr) []ast.Expr {
	if e.Kind() == ast.CallKind && e.AsCall().FunctionName() == name {
		for _, a := range e.AsCall().Args() {
			out = flat(a, name, out)
		}
		return out
	}
	return append(out, e)
}

func chain(name string, terms []ast.Expr) ast.Expr {
	out := terms[0]
	for _, t := range terms[1:] {
		out = call(name, out, t)
	}
	return out
}

// list leaves out one member of x in […].
func (g *generator) list(e ast.Expr) []variant {
	args := e.AsCall().Args()
	out := g.inside(e, 0, false)
	if args[1].Kind() != ast.ListKind {
		return out
	}
	members := args[1].AsList().Elements()
	for i, m := range members {
		if len(members) == 1 {
			break // an empty list is "never", which the negation says
		}
		rest := append(append([]ast.Expr{}, members[:i]...), members[i+1:]...)
		out = append(out, variant{call(operators.In, args[0], factory.NewList(0, rest, nil)), Member,
			fmt.Sprintf("补一个 %s 是 %s 的案例，其余条件使它单独决定结果", text(args[0]), text(m))})
	}
	return out
}

// arithmetic leaves out a term or turns + and - round.
func (g *generator) arithmetic(e ast.Expr, name string) []variant {
	args := e.AsCall().Args()
	var out []variant
	if !g.isInt(e) {
		return nil
	}
	for i, a := range args {
		neutral, kept := "零", args[1-i]
		if name == operators.Multiply {
			neutral = "一"
		}
		if name != operators.Multiply && g.site.Step(a) == 0 {
			continue // always zero: nothing is lost
		}
		out = append(out, variant{kept, Dropped, fmt.Sprintf("补一个 `%s` 不为%s的案例，写明金额或 values", text(a), neutral)})
	}
	if other := map[string]string{operators.Add: operators.Subtract, operators.Subtract: operators.Add}[name]; other != "" && g.site.Step(args[1]) != 0 {
		out = append(out, variant{call(other, args...), Sign, fmt.Sprintf("补一个 `%s` 不为零的案例，写明金额或 values", text(args[1]))})
	}
	return append(append(out, g.inside(e, 0, false)...), g.inside(e, 1, false)...)
}
