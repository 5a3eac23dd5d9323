package columnar

import (
	"slices"

	"zhongfu/internal/policy"
)

// graph makes nodes, each only once, folding what is known beforehand. Every rewriting keeps the meaning for unknown facts
// and faults too: what may carry a fault mark is dropped only where CEL would not have looked.
type graph struct {
	nodes map[string]*node
	count int
	texts map[string]int64 // every text of the items, numbered in their order
}

func (g *graph) add(n *node) *node {
	key := n.key()
	if have := g.nodes[key]; have != nil {
		return have
	}
	g.count++
	n.id = g.count
	g.nodes[key] = n
	return n
}

func (g *graph) constant(k int64, of kind) *node {
	return g.add(&node{op: oConst, kind: of, k: k, value: span{k, k}, ends: span{k, k}})
}

func (g *graph) bool(b bool) *node { return g.constant(int64(flag(b)), isBool) }

// lift brings a node to the rows of a lower level.
func (g *graph) lift(n *node, to level) *node {
	if n.isConst() || n.level >= to {
		return n
	}
	up := node{kind: n.kind, args: []*node{n}, fault: n.fault, value: n.value, ends: n.ends}
	if n.level == atPlace {
		up.op, up.level = oLiftPlace, atHousehold
		return g.lift(g.add(&up), to)
	}
	up.op, up.level = oLiftMember, atMember
	return g.add(&up)
}

// on makes a node over its arguments, all brought to the lowest level among them.
func (g *graph) on(n *node) *node {
	for _, a := range n.args {
		n.level = max(n.level, a.level)
		n.fault = n.fault || a.fault
	}
	if n.level == atConst {
		n.level = atPlace // cannot be folded: computed once
	}
	args := make([]*node, len(n.args))
	for i, a := range n.args {
		args[i] = g.lift(a, n.level)
	}
	n.args = args
	return g.add(n)
}

func (g *graph) not(a *node) *node {
	switch a.op {
	case oConst:
		return g.bool(a.k == 0)
	case oNot:
		return a.args[0]
	case oCodes:
		t := *a.table
		for i := range t {
			t[i] ^= 1
		}
		n := *a
		n.table = &t
		return g.add(&n)
	case oDayIn:
		n := *a
		switch {
		case a.k == firstDay && a.k2 < lastDay:
			n.k, n.k2 = a.k2+1, lastDay
			return g.add(&n)
		case a.k2 == lastDay && a.k > firstDay:
			n.k, n.k2 = firstDay, a.k-1
			return g.add(&n)
		}
	case oLT:
		return g.on(&node{op: oLE, kind: isBool, args: []*node{a.args[1], a.args[0]}})
	case oLE:
		return g.on(&node{op: oLT, kind: isBool, args: []*node{a.args[1], a.args[0]}})
	case oLTk: // not a < k
		return g.on(&node{op: oGTk, kind: isBool, args: a.args, k: a.k - 1})
	case oGTk:
		return g.on(&node{op: oLTk, kind: isBool, args: a.args, k: a.k + 1})
	}
	return g.on(&node{op: oNot, kind: isBool, args: []*node{a}})
}

func (g *graph) and(list ...*node) *node { return g.junction(oAnd, list) }
func (g *graph) or(list ...*node) *node  { return g.junction(oOr, list) }

// junction is && or || over any number of conditions; the order does not matter, neither in CEL.
func (g *graph) junction(what op, list []*node) *node {
	stop := int64(0)
	if what == oOr {
		stop = 1
	}
	var args []*node
	var put func(a *node)
	put = func(a *node) {
		if a.op == what {
			for _, sub := range a.args {
				put(sub)
			}
			return
		}
		for i, b := range args {
			if a == b {
				return
			}
			if m := g.merge(what, a, b); m != nil {
				args = slices.Delete(args, i, i+1)
				put(m)
				return
			}
		}
		args = append(args, a)
	}
	for _, a := range list {
		if a.isConst() {
			if a.k == stop {
				return a
			}
			continue
		}
		put(a)
	}
	switch len(args) {
	case 0:
		return g.bool(stop == 0)
	case 1:
		return args[0]
	}
	slices.SortFunc(args, func(a, b *node) int { return a.id - b.id })
	return g.on(&node{op: what, kind: isBool, args: args})
}

// merge makes one condition of two that look at the same column, or nil.
func (g *graph) merge(what op, a, b *node) *node {
	if a.op != b.op || a.fact == nil || a.fact != b.fact {
		return nil
	}
	n := *a
	switch {
	case a.op == oCodes:
		t := *a.table
		for i := range t {
			if what == oAnd {
				t[i] &= b.table[i]
			} else {
				t[i] |= b.table[i]
			}
		}
		n.table = &t
	case a.op == oDayIn && what == oAnd:
		n.k, n.k2 = max(a.k, b.k), min(a.k2, b.k2)
		if n.k > n.k2 {
			n.k, n.k2 = 1, 0
		}
	default:
		return nil
	}
	return g.add(&n)
}

func (g *graph) choose(c, yes, no *node) *node {
	switch {
	case c.isConst() && c.k == 1:
		return yes
	case c.isConst():
		return no
	case yes == no && !c.fault:
		return yes
	}
	if yes.kind == isBool {
		switch {
		case yes.isConst() && no.isConst() && yes.k == 1:
			return c
		case yes.isConst() && no.isConst():
			return g.not(c)
		}
		return g.on(&node{op: oIfB, kind: isBool, args: []*node{c, yes, no}})
	}
	n := &node{op: oIf, kind: yes.kind, args: []*node{c, yes, no}, value: yes.value.join(no.value), ends: yes.ends.join(no.ends)}
	if yes.kind != isInt {
		n.ends = anyInt
	}
	return g.on(n)
}

// strip drops the fault marks: where a named value is read, its own faults have been taken note of before.
func (g *graph) strip(a *node) *node {
	if !a.fault {
		return a
	}
	n := &node{op: oStrip, kind: a.kind, level: a.level, args: []*node{a}, value: a.value, ends: a.ends}
	return g.add(n)
}

func (g *graph) column(f *policy.Fact) *node {
	n := &node{fact: f, level: atHousehold, ends: anyInt, value: anyInt}
	if f.Of == policy.OfMember {
		n.level = atMember
	}
	switch f.Type {
	case policy.Bool:
		n.op, n.kind = oBools, isBool
	case policy.DateFact:
		n.op, n.kind, n.value = oDays, isDay, span{-1 << 31, 1<<31 - 1}
	case policy.Enum:
		n.op, n.kind = oTexts, isText
		for _, o := range f.Options {
			n.set = append(n.set, g.texts[o.Code])
		}
	default:
		n.op, n.kind = oInts, isInt
		lo, hi, _ := f.Span()
		n.value = span{lo, hi}
		if f.Type != policy.DivisionFact {
			n.ends = n.value
		}
	}
	return g.add(n)
}

func newGraph(texts map[string]int64) *graph { return &graph{nodes: map[string]*node{}, texts: texts} }
