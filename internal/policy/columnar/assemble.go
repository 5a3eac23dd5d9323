package columnar

// assembly lines the graph up as steps and gives each value a register. A register is used again once its value has been
// read for the last time, so that the vectors in use stay in the cache.
type assembly struct {
	code  []instr
	place []instr // the steps over places, done once
	reg   map[*node]int
	uses  map[*node]int
	free  map[[2]uint8][]int // by level and sort of vector
	count int
	fills []constantFill
}

type constantFill struct {
	reg int
	n   *node
}

func assemble(roots []*node) *assembly {
	a := &assembly{reg: map[*node]int{}, uses: map[*node]int{}, free: map[[2]uint8][]int{}}
	for _, r := range roots {
		a.use(r)
	}
	for _, r := range roots {
		a.emit(r)
		a.release(r)
	}
	return a
}

// use counts readers; a node is walked once.
func (a *assembly) use(n *node) {
	a.uses[n]++
	if a.uses[n] > 1 {
		return
	}
	for _, x := range n.args {
		a.use(x)
	}
}

func (a *assembly) emit(n *node) int {
	if r, ok := a.reg[n]; ok {
		return r
	}
	in := instr{run: kernels[n.op], n: n, level: n.level}
	args := a.leaves(n)
	for _, x := range args {
		in.a = append(in.a, a.emit(x))
	}
	in.out = a.take(n)
	a.reg[n] = in.out
	switch {
	case n.isConst():
		a.fills = append(a.fills, constantFill{in.out, n})
		return in.out
	case n.level == atPlace:
		a.place = append(a.place, in)
	default:
		a.code = append(a.code, in)
	}
	if n.op == oStrip || n.op == oWith {
		return in.out // shares its arguments' vectors: they live as long
	}
	for _, x := range args {
		a.release(x)
	}
	return in.out
}

// leaves are the arguments of a step. Additions that are read only once and cannot overflow, not even at the ends of
// ranges, are done by the one that reads them.
func (a *assembly) leaves(n *node) []*node {
	if n.op != oSum && n.op != oSumAll && !flat(n) {
		return n.args
	}
	var out []*node
	for i, x := range n.args {
		_, done := a.reg[x]
		if flat(x) && a.uses[x] == 1 && !done && !(n.op == oSum && i == 1) {
			out = append(out, a.leaves(x)...)
			continue
		}
		out = append(out, x)
	}
	return out
}

func flat(n *node) bool { return n.op == oAdd && n.plain && !n.fault && n.ends.finite() }

func sort2(n *node) [2]uint8 { return [2]uint8{uint8(n.level), flag(n.kind == isBool)} }

func (a *assembly) take(n *node) int {
	key := sort2(n)
	if list := a.free[key]; len(list) > 0 && n.level > atPlace {
		r := list[len(list)-1]
		a.free[key] = list[:len(list)-1]
		return r
	}
	a.count++
	return a.count - 1
}

func (a *assembly) release(n *node) {
	a.uses[n]--
	if a.uses[n] > 0 || n.level <= atPlace {
		return
	}
	a.free[sort2(n)] = append(a.free[sort2(n)], a.reg[n])
	if n.op == oStrip || n.op == oWith {
		for _, x := range n.args {
			a.release(x)
		}
	}
}

// prepare fills the constants' registers of a machine.
func (a *assembly) prepare(m *machine, rows int) {
	for _, f := range a.fills {
		v := &m.v[f.reg]
		if f.n.kind == isBool {
			fill(v.bools(rows), uint8(f.n.k))
			continue
		}
		fill(v.ints(rows), f.n.k)
	}
}
