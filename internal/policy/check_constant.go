package policy

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
)

// maxAtoms bounds the conditions of one expression that are tried in all combinations.
const maxAtoms = 12

// checkConstant refuses a condition that cannot come out both ways, whatever the facts and parameters are: a rule that
// nobody can fail matches everyone. Each comparison is judged by the ranges of the catalogue, and the
// way they are joined by trying all combinations.
func (p *Pack) checkConstant(it *Item, ps *problems) {
	s := p.static(it, false)
	tell := func(x *expr, at Pos, what, always, never string) {
		if x == nil {
			return
		}
		switch t := s.possible(x); {
		case !t.no:
			ps.add(at, "%s恒成立：无论事实和参数是多少都成立，%s。请检查比较的方向、界限和名字。", what, always)
		case !t.yes:
			ps.add(at, "%s恒不成立：无论事实和参数是多少都不成立，%s。请检查比较的方向、界限和名字。", what, never)
		}
	}
	for i, x := range it.Exclusions {
		tell(it.code.exclusions[i], x.ExprAt.or(x.At), "成员排除 "+x.ID, "等于把所有人排除在外", "这一条没有作用")
	}
	for i, r := range it.Rules {
		tell(it.code.rules[i], r.ExprAt.or(r.At), "规则 "+r.ID, "等于人人符合", "等于人人不符合")
		tell(it.code.unless[i], r.UnlessAt.or(r.At), "规则 "+r.ID+" 的 unless", "所引的项目永远不问，等于人人符合", "这个例外没有作用")
	}
	if x := it.code.amount; x != nil {
		if r := s.bound(x); r.hi <= 0 {
			ps.add(it.Amount.ExprAt.or(it.Amount.At), "项目 %s 的金额恒为零或负数，等于一分不发。请检查算式；不发钱的事项请去掉 amount。", it.ID)
		}
	}
}

// possible tells how a condition can come out over all facts and parameter values.
func (s *staticScope) possible(x *expr) truth {
	root := x.ast.NativeRep().Expr()
	j := &joined{s: s, x: x, index: map[string]int{}}
	j.collect(root)
	if len(j.atoms) > maxAtoms {
		return s.ranges(x, root).cond
	}
	var out truth
	for bits := range 1 << len(j.atoms) {
		allowed := true
		for i, t := range j.atoms {
			yes := bits>>i&1 == 1
			allowed = allowed && (yes && t.yes || !yes && t.no)
		}
		if !allowed {
			continue
		}
		if j.eval(root, bits) {
			out.yes = true
		} else {
			out.no = true
		}
	}
	return out
}

// joined is a condition as conditions joined by && || ! and ?:, each an atom with the ways it can come out.
type joined struct {
	s     *staticScope
	x     *expr
	index map[string]int
	atoms []truth
}

// atom names a condition so that x < y and x >= y are one, seen from two sides.
func (j *joined) atom(n ast.Expr) (key string, negated bool) {
	if n.Kind() == ast.CallKind && len(n.AsCall().Args()) == 2 {
		c := n.AsCall()
		l, r := exprText(c.Args()[0]), exprText(c.Args()[1])
		switch c.FunctionName() {
		case operators.Less:
			return l + " < " + r, false
		case operators.GreaterEquals:
			return l + " < " + r, true
		case operators.Greater:
			return r + " < " + l, false
		case operators.LessEquals:
			return r + " < " + l, true
		case operators.NotEquals:
			return l + " == " + r, true
		}
	}
	return exprText(n), false
}

func exprText(n ast.Expr) string {
	text, err := cel.ExprToString(n, ast.NewSourceInfo(nil))
	if err != nil {
		return "?"
	}
	return oneLine(text)
}

func join(n ast.Expr) (name string, args []ast.Expr) {
	if n.Kind() != ast.CallKind {
		return "", nil
	}
	switch name := n.AsCall().FunctionName(); name {
	case operators.LogicalAnd, operators.LogicalOr, operators.LogicalNot, operators.Conditional:
		return name, n.AsCall().Args()
	}
	return "", nil
}

func (j *joined) collect(n ast.Expr) {
	if _, args := join(n); args != nil {
		for _, a := range args {
			j.collect(a)
		}
		return
	}
	key, negated := j.atom(n)
	if _, have := j.index[key]; have {
		return
	}
	t := j.s.ranges(j.x, n).cond
	if negated {
		t = t.not()
	}
	j.index[key] = len(j.atoms)
	j.atoms = append(j.atoms, t)
}

func (j *joined) eval(n ast.Expr, bits int) bool {
	name, args := join(n)
	switch name {
	case operators.LogicalAnd:
		return j.eval(args[0], bits) && j.eval(args[1], bits)
	case operators.LogicalOr:
		return j.eval(args[0], bits) || j.eval(args[1], bits)
	case operators.LogicalNot:
		return !j.eval(args[0], bits)
	case operators.Conditional:
		if j.eval(args[0], bits) {
			return j.eval(args[1], bits)
		}
		return j.eval(args[2], bits)
	}
	key, negated := j.atom(n)
	return (bits>>j.index[key]&1 == 1) != negated
}
