package columnar

import (
	"math"

	"zhongfu/internal/calendar"
)

// facts about nodes inside a branch: there the condition has come out one way.
type premise map[*node]span

// in narrows a node's figure by what the context tells of the nodes that it is made of.
func (c premise) in(n *node) span {
	if len(c) == 0 {
		return n.value
	}
	return c.narrow(n, map[*node]span{})
}

func (c premise) narrow(n *node, seen map[*node]span) span {
	if v, ok := seen[n]; ok {
		return v
	}
	v := n.value
	arg := func(i int) span { return c.narrow(n.args[i], seen) }
	switch n.op {
	case oAdd:
		v = v.meet(arg(0).add(arg(1)))
	case oSub:
		v = v.meet(arg(0).sub(arg(1)))
	case oMul:
		v = v.meet(arg(0).mul(arg(1)))
	case oMin:
		v = v.meet(arg(0).min(arg(1)))
	case oMax:
		v = v.meet(arg(0).max(arg(1)))
	case oLiftPlace, oLiftMember, oStrip:
		v = v.meet(arg(0))
	}
	if known, ok := c[n]; ok {
		v = v.meet(known)
	}
	seen[n] = v
	return v
}

// given returns the context in which cond has come out as truth.
func (c premise) given(cond *node, truth bool) premise {
	out := premise{}
	for n, v := range c {
		out[n] = v
	}
	out.learn(cond, truth)
	return out
}

func (c premise) learn(n *node, truth bool) {
	limit := func(a *node, s span) { c[a] = c.in(a).meet(s) }
	switch n.op {
	case oNot:
		c.learn(n.args[0], !truth)
	case oStrip, oLiftMember, oLiftPlace:
		c.learn(n.args[0], truth)
	case oAnd, oOr:
		if truth == (n.op == oAnd) {
			for _, a := range n.args {
				c.learn(a, truth)
			}
		}
	case oLTk, oGTk, oEQk:
		a := n.args[0]
		v := c.in(a)
		switch {
		case n.op == oLTk && truth:
			limit(a, span{-edge, n.k - 1})
		case n.op == oLTk:
			limit(a, span{n.k, edge})
		case n.op == oGTk && truth:
			limit(a, span{n.k + 1, edge})
		case n.op == oGTk:
			limit(a, span{-edge, n.k})
		case truth:
			limit(a, span{n.k, n.k})
		case v.lo == n.k && v.hi > n.k:
			limit(a, span{n.k + 1, edge})
		case v.hi == n.k && v.lo < n.k:
			limit(a, span{-edge, n.k - 1})
		}
	}
}

// arith makes x op y. In the context c it may be proved that the figure stays inside 64 bits.
func (g *graph) arith(what op, x, y *node, c premise) *node {
	if x.isConst() && y.isConst() {
		if v, ok := compute(what, x.k, y.k); ok {
			return g.constant(v, isInt)
		}
	}
	if s := g.same(what, x, y); s != nil {
		return s
	}
	n := &node{op: what, kind: isInt, args: []*node{x, y}}
	a, b := c.in(x), c.in(y)
	switch what {
	case oAdd:
		n.value, n.ends = x.value.add(y.value), x.ends.add(y.ends)
		n.plain = a.add(b).finite()
	case oSub:
		n.value, n.ends = x.value.sub(y.value), x.ends.sub(y.ends)
		n.plain = a.sub(b).finite()
	case oMul:
		n.value, n.ends = x.value.mul(y.value), x.ends.mul(y.ends)
		n.plain = a.mul(b).finite()
	case oMin:
		n.value, n.ends, n.plain = x.value.min(y.value), x.ends.min(y.ends), true
	case oMax:
		n.value, n.ends, n.plain = x.value.max(y.value), x.ends.max(y.ends), true
	case oDivRound:
		n.value, n.ends = x.value.divRound(y.value), x.ends.divRound(y.ends)
		n.plain = a.lo >= 0 && b.lo > 0 && addSat(a.hi, b.hi/2) < edge
	case oDiv, oMod:
		n.value, n.ends = x.value.quotient(y.value), anyInt
		if what == oMod {
			n.value = x.value.remainder(y.value)
		}
		n.plain = (b.lo > 0 || b.hi < 0) && a.finite() && b.finite()
	case oAge:
		n.value, n.ends, n.plain = span{-12_000_000, 12_000_000}, anyInt, true
	}
	n.fault = !n.plain
	return g.on(n)
}

// same returns the node that x op y comes to without computing, or nil.
func (g *graph) same(what op, x, y *node) *node {
	is := func(n *node, k int64) bool { return n.isConst() && n.k == k }
	below := func(a, b *node) bool { return a.ends.hi <= b.ends.lo && !a.fault && !b.fault }
	switch what {
	case oAdd:
		if is(x, 0) {
			return y
		}
		if is(y, 0) {
			return x
		}
	case oSub:
		if is(y, 0) {
			return x
		}
	case oMul:
		if is(x, 1) || is(y, 0) && !x.fault {
			return y
		}
		if is(y, 1) || is(x, 0) && !y.fault {
			return x
		}
	case oMin, oMax:
		switch {
		case below(x, y) && what == oMin, below(y, x) && what == oMax:
			return x
		case below(x, y) || below(y, x):
			return y
		}
	}
	return nil
}

func (g *graph) neg(x *node, c premise) *node {
	if x.isConst() && x.k != math.MinInt64 {
		return g.constant(-x.k, isInt)
	}
	n := &node{op: oNeg, kind: isInt, args: []*node{x}, value: x.value.neg(), ends: x.ends.neg(), plain: c.in(x).finite()}
	n.fault = !n.plain
	return g.on(n)
}

// compute is one operation on two numbers; ok is false where the interpreter answers an error.
func compute(what op, a, b int64) (v int64, ok bool) {
	switch what {
	case oAdd:
		v = a + b
		return v, (a^v)&(b^v) >= 0
	case oSub:
		v = a - b
		return v, (a^b)&(a^v) >= 0
	case oMul:
		v = a * b
		return v, a == 0 || v/a == b && (a != -1 || b != math.MinInt64)
	case oMin:
		return min(a, b), true
	case oMax:
		return max(a, b), true
	case oDivRound:
		if b <= 0 || a < 0 {
			return 0, false
		}
		return (a + b/2) / b, true
	case oDiv:
		if b == 0 || a == math.MinInt64 && b == -1 {
			return 0, false
		}
		return a / b, true
	case oMod:
		if b == 0 || a == math.MinInt64 && b == -1 {
			return 0, false
		}
		return a % b, true
	case oAge:
		return int64(calendar.Date(a).Age(calendar.Date(b))), true
	}
	return 0, false
}
