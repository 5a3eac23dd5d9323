package columnar

import "zhongfu/internal/policy"

var ariths = map[policy.Op]op{
	policy.OpAdd: oAdd, policy.OpSub: oSub, policy.OpMul: oMul, policy.OpDiv: oDiv, policy.OpMod: oMod, policy.OpMin: oMin,
	policy.OpMax: oMax, policy.OpDivRound: oDivRound, policy.OpAge: oAge,
}

// expr builds the graph of one lowered expression; within is what the branches around it tell.
func (b *builder) expr(c *itemCode, n *policy.Node, within premise) *node {
	arg := func(i int) *node { return b.expr(c, n.Args[i], within) }
	switch n.Op {
	case policy.OpConst:
		return b.literal(n)
	case policy.OpVar:
		return b.variable(c, n)
	case policy.OpNeg:
		return b.neg(arg(0), within)
	case policy.OpNot:
		return b.not(arg(0))
	case policy.OpEq:
		return b.equal(arg(0), arg(1))
	case policy.OpNe:
		return b.not(b.equal(arg(0), arg(1)))
	case policy.OpLt:
		return b.below(arg(0), arg(1))
	case policy.OpGe:
		return b.not(b.below(arg(0), arg(1)))
	case policy.OpGt:
		return b.below(arg(1), arg(0))
	case policy.OpLe:
		return b.not(b.below(arg(1), arg(0)))
	case policy.OpIn:
		return b.oneOf(c, n, within)
	case policy.OpAnd, policy.OpOr:
		var list []*node
		for _, a := range n.Args { // what stands to the left has not settled it yet
			x := b.expr(c, a, within)
			list = append(list, x)
			if !x.fault {
				within = within.given(x, n.Op == policy.OpAnd)
			}
		}
		if n.Op == policy.OpAnd {
			return b.and(list...)
		}
		return b.or(list...)
	case policy.OpIf:
		cond := arg(0)
		return b.choose(cond, b.expr(c, n.Args[1], within.given(cond, true)), b.expr(c, n.Args[2], within.given(cond, false)))
	}
	return b.arith(ariths[n.Op], arg(0), arg(1), within)
}

func (b *builder) literal(n *policy.Node) *node {
	switch n.Kind {
	case policy.KindBool:
		return b.constant(n.Int, isBool)
	case policy.KindDate:
		return b.constant(n.Int, isDay)
	case policy.KindText:
		return b.constant(b.texts[n.Text], isText)
	}
	return b.constant(n.Int, isInt)
}

func (b *builder) oneOf(c *itemCode, n *policy.Node, within premise) *node {
	x := b.expr(c, n.Args[0], within)
	var set []int64
	for _, a := range n.Args[1:] {
		set = append(set, b.literal(a).k)
	}
	if x.kind == isBool {
		var any []*node
		for _, k := range set {
			any = append(any, b.equal(x, b.constant(k, isBool)))
		}
		return b.or(any...)
	}
	return b.in(x, set)
}
