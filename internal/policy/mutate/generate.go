package mutate

import (
	"fmt"

	"zhongfu/internal/policy"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/parser"
)

// Kind names a way of changing a text.
type Kind string

// Kinds of mutants.
const (
	Comparison Kind = "comparison" // < for <=, == for != …
	Bound      Kind = "bound"      // the limit one unit higher or lower
	Literal    Kind = "literal"    // a number one higher or lower
	Junction   Kind = "junction"   // && for ||
	Dropped    Kind = "dropped"    // a term left out
	Sign       Kind = "sign"       // + for -
	Negation   Kind = "negation"   // ! left out or added
	Member     Kind = "member"     // a member of a list left out
	Branches   Kind = "branches"   // the two results of ?: swapped
	MinMax     Kind = "minmax"     // min for max
	Rounding   Kind = "rounding"   // another rounding rule
	Always     Kind = "always"     // the whole text true (a rule dropped)
	Never      Kind = "never"      // the whole text false (an exclusion dropped)
)

// mutant is one changed text of a site.
type mutant struct {
	kind Kind
	text string
	hint string // what case would catch it
}

type variant struct {
	e    ast.Expr
	kind Kind
	hint string
}

var factory = ast.NewExprFactory()

// mutants lists the changed texts of a site, each once.
func mutants(s *policy.Site) []mutant {
	var out []mutant
	seen := map[string]bool{}
	add := func(kind Kind, text, hint string) {
		if !seen[text] {
			seen[text] = true
			out = append(out, mutant{kind, text, hint})
		}
	}
	if s.Kind == policy.SiteRounding {
		seen[s.Text] = true
		for _, rule := range roundings(s) {
			add(Rounding, rule, "补一个尾数能分辨两种取整的案例，写明 amount_fen（例如算出来带 1 分、49 分或 51 分的）")
		}
		return out
	}
	if tree := s.AST(); tree != nil {
		g := &generator{site: s, tree: tree}
		seen[text(tree.Expr())] = true
		for _, v := range g.variants(tree.Expr(), false) {
			add(v.kind, text(v.e), v.hint)
		}
	}
	if s.Bool() {
		add(Always, "true", wholeHint(s, "不成立"))
		add(Never, "false", wholeHint(s, "成立"))
	}
	return out
}

func wholeHint(s *policy.Site, what string) string {
	switch s.Kind {
	case policy.SiteExclusion:
		return fmt.Sprintf("补一个成员排除 %s %s的案例，用 counted 或金额看出来", s.ID, what)
	case policy.SiteRule, policy.SiteItem:
		return fmt.Sprintf("补一个规则 %s %s、其他规则都符合的案例", s.ID, what)
	}
	return fmt.Sprintf("补一个 %s %s的案例，用结论、金额或 values 看出来", s.ID, what)
}

func text(e ast.Expr) string {
	s, err := parser.Unparse(e, ast.NewSourceInfo(nil), parser.WrapOnColumn(1<<16)) // one line
	if err != nil {
		return ""
	}
	return s
}

type generator struct {
	site *policy.Site
	tree *ast.AST
}

// variants changes one thing somewhere in e. Under a ! or as the condition of ?:, whose own change says the same, the
// opposite of e is left out (mirrored).
func (g *generator) variants(e ast.Expr, mirrored bool) []variant {
	switch e.Kind() {
	case ast.LiteralKind:
		return literals(e)
	case ast.IdentKind:
		return g.negated(e, mirrored)
	case ast.CallKind:
	default:
		return nil
	}
	c := e.AsCall()
	name, args := c.FunctionName(), c.Args()
	switch name {
	case operators.LogicalAnd, operators.LogicalOr:
		return g.junction(e, name)
	case operators.LogicalNot:
		out := []variant{}
		if !mirrored {
			out = append(out, variant{args[0], Negation, bothWays(args[0])})
		}
		return append(out, g.inside(e, 0, true)...)
	case operators.In:
		return append(g.negated(e, mirrored), g.list(e)...)
	case operators.Conditional:
		out := []variant{{call(name, args[0], args[2], args[1]), Branches, bothWays(args[0]) + "，核对算出来的数"}}
		return append(append(append(out, g.inside(e, 0, true)...), g.inside(e, 1, false)...), g.inside(e, 2, false)...)
	case operators.Add, operators.Subtract, operators.Multiply:
		return g.arithmetic(e, name)
	case operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals, operators.Equals, operators.NotEquals:
		return g.comparison(e, mirrored)
	case "min", "max":
		other := map[string]string{"min": "max", "max": "min"}[name]
		out := []variant{{call(other, args...), MinMax, fmt.Sprintf("补两个案例：%s 大于和小于 %s 各一个，核对算出来的数", text(args[0]), text(args[1]))}}
		return append(append(out, g.inside(e, 0, false)...), g.inside(e, 1, false)...)
	}
	var out []variant
	for i := range args {
		out = append(out, g.inside(e, i, false)...)
	}
	return out
}

// inside changes one argument of a call and keeps the rest.
func (g *generator) inside(e ast.Expr, i int, mirrored bool) []variant {
	c := e.AsCall()
	var out []variant
	for _, v := range g.variants(c.Args()[i], mirrored) {
		args := append([]ast.Expr{}, c.Args()...)
		args[i] = v.e
		out = append(out, variant{call(c.FunctionName(), args...), v.kind, v.hint})
	}
	return out
}

func call(name string, args ...ast.Expr) ast.Expr { return factory.NewCall(0, name, args...) }

func number(n int64) ast.Expr { return factory.NewLiteral(0, types.Int(n)) }

func literals(e ast.Expr) []variant {
	switch v := e.AsLiteral().(type) {
	case types.Int:
		hint := fmt.Sprintf("补一个用到 %d 这个数的案例，写明金额或 values", int64(v))
		return []variant{{number(int64(v) + 1), Literal, hint}, {number(int64(v) - 1), Literal, hint}}
	case types.Bool:
		return []variant{{factory.NewLiteral(0, !v), Negation, "补一个能看出 true 和 false 之别的案例，写明 counted、金额或 values"}}
	}
	return nil
}

func (g *generator) isBool(e ast.Expr) bool {
	t := g.tree.GetType(e.ID())
	return t != nil && t.IsExactType(cel.BoolType)
}

func (g *generator) isInt(e ast.Expr) bool {
	t := g.tree.GetType(e.ID())
	return t != nil && t.IsExactType(cel.IntType)
}

func (g *generator) negated(e ast.Expr, mirrored bool) []variant {
	if mirrored || !g.isBool(e) {
		return nil
	}
	return []variant{{call(operators.LogicalNot, e), Negation, bothWays(e)}}
}

func bothWays(e ast.Expr) string {
	return fmt.Sprintf("补两个案例：`%s` 成立和不成立各一个，其余条件相同", text(e))
}
