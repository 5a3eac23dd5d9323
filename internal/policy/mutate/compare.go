package mutate

import (
	"fmt"
	"math"

	"zhongfu/internal/policy"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
)

var comparisons = []string{operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals, operators.Equals, operators.NotEquals}

var opposite = map[string]string{
	operators.Less: operators.GreaterEquals, operators.GreaterEquals: operators.Less, operators.Greater: operators.LessEquals,
	operators.LessEquals: operators.Greater, operators.Equals: operators.NotEquals, operators.NotEquals: operators.Equals,
}

func holds(op string, d int64) bool {
	switch op {
	case operators.Less:
		return d < 0
	case operators.LessEquals:
		return d <= 0
	case operators.Greater:
		return d > 0
	case operators.GreaterEquals:
		return d >= 0
	case operators.Equals:
		return d == 0
	}
	return d != 0
}

// comparison changes the operator of a comparison and, between whole numbers, moves the right side by one unit. What
// means the same over the differences that can occur at all is left out.
func (g *generator) comparison(e ast.Expr, mirrored bool) []variant {
	op, args := e.AsCall().FunctionName(), e.AsCall().Args()
	left, right := text(args[0]), text(args[1])
	var out []variant
	if !g.isInt(args[0]) || !g.isInt(args[1]) {
		for _, other := range comparisons {
			ordered := g.tree.GetType(args[0].ID()).Kind() == types.TimestampKind
			equality := other == operators.Equals || other == operators.NotEquals
			if other == op || mirrored && other == opposite[op] || !ordered && !equality {
				continue
			}
			out = append(out, variant{call(other, args...), Comparison, fmt.Sprintf("补三个案例：`%s` 等于、早（小）于、晚（大）于 `%s`", left, right)})
		}
		return append(append(out, g.inside(e, 0, false)...), g.inside(e, 1, false)...)
	}
	points, step := g.differences(args[0], args[1])
	same := map[string]bool{outcome(op, 0, points): true}
	if mirrored {
		same[outcome(opposite[op], 0, points)] = true
	}
	try := func(kind Kind, changed ast.Expr, op2 string, shift int64) {
		o := outcome(op2, shift, points)
		if !same[o] {
			same[o] = true
			out = append(out, variant{changed, kind, boundHint(op, op2, shift, points, left, right)})
		}
	}
	for _, other := range comparisons {
		try(Comparison, call(other, args...), other, 0)
	}
	for _, k := range []int64{step, -step} {
		try(Bound, call(op, args[0], shifted(args[1], k)), op, k)
	}
	for i, a := range args {
		if a.Kind() != ast.LiteralKind { // a number beside the operator has been moved above
			out = append(out, g.inside(e, i, false)...)
		}
	}
	return out
}

func shifted(e ast.Expr, k int64) ast.Expr {
	if e.Kind() == ast.LiteralKind {
		if n, ok := e.AsLiteral().(types.Int); ok {
			return number(int64(n) + k)
		}
	}
	if k < 0 {
		return call(operators.Subtract, e, number(-k))
	}
	return call(operators.Add, e, number(k))
}

// differences lists telling values of left − right: multiples of the step around zero and the far ends, as far as they
// can occur.
func (g *generator) differences(left, right ast.Expr) ([]int64, int64) {
	llo, lhi := g.site.Range(left)
	rlo, rhi := g.site.Range(right)
	lo, hi := minus(llo, rhi), minus(lhi, rlo)
	step := gcd(g.site.Step(left), g.site.Step(right))
	if step == 0 {
		step = 1
	}
	var points []int64
	for k := int64(-3); k <= 3; k++ {
		if d := k * step; d >= lo && d <= hi {
			points = append(points, d)
		}
	}
	if lo > 3*step || hi < -3*step || len(points) == 0 {
		points = append(points, lo, hi)
	}
	return points, step
}

func minus(a, b int64) int64 {
	switch {
	case a == math.MaxInt64 || b == -math.MaxInt64:
		return math.MaxInt64
	case a == -math.MaxInt64 || b == math.MaxInt64:
		return -math.MaxInt64
	}
	return a - b
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// outcome of the comparison, its right side moved by shift, at each point.
func outcome(op string, shift int64, points []int64) string {
	out := make([]byte, len(points))
	for i, d := range points {
		out[i] = '0'
		if holds(op, minus(d, shift)) {
			out[i] = '1'
		}
	}
	return string(out)
}

// boundHint names the household nearest to the bound that tells the two texts apart.
func boundHint(op, op2 string, shift int64, points []int64, left, right string) string {
	best, found := int64(0), false
	for _, d := range points {
		if holds(op, d) != holds(op2, minus(d, shift)) && (!found || abs(d) < abs(best)) {
			best, found = d, true
		}
	}
	switch {
	case best == 0:
		return fmt.Sprintf("补一个 `%s` 正好等于 `%s` 的案例", left, right)
	case best > 0:
		return fmt.Sprintf("补一个 `%s` 比 `%s` 多 %d 的案例", left, right, best)
	}
	return fmt.Sprintf("补一个 `%s` 比 `%s` 少 %d 的案例", left, right, -best)
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// roundings lists the rules that come to another figure somewhere on the amounts that can occur.
func roundings(s *policy.Site) []string {
	tree := s.AST()
	step := int64(1)
	if tree != nil {
		step = s.Step(tree.Expr())
	}
	if step == 0 {
		return nil
	}
	var out []string
	for _, rule := range policy.RoundingRules() {
		for fen := int64(0); fen <= 200*step && rule != s.Text; fen += step {
			if (policy.Rounding{Rule: rule}).Apply(fen) != (policy.Rounding{Rule: s.Text}).Apply(fen) {
				out = append(out, rule)
				break
			}
		}
	}
	return out
}
