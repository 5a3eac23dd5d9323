package policy

import (
	"errors"
	"fmt"
	"time"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// maxNodes bounds one expression: what is longer would also pass the interpreter's cost limit.
const maxNodes = 2000

var lowered = map[string]Op{
	operators.Add: OpAdd, operators.Subtract: OpSub, operators.Multiply: OpMul, operators.Divide: OpDiv, operators.Modulo: OpMod,
	operators.Negate: OpNeg, "min": OpMin, "max": OpMax, "div_round": OpDivRound, "age": OpAge,
	operators.Equals: OpEq, operators.NotEquals: OpNe, operators.Less: OpLt, operators.LessEquals: OpLe, operators.Greater: OpGt,
	operators.GreaterEquals: OpGe, operators.In: OpIn, operators.LogicalAnd: OpAnd, operators.LogicalOr: OpOr,
	operators.LogicalNot: OpNot, operators.Conditional: OpIf,
}

// lower turns the checked tree into the operations that the columnar engine knows. What is outside of them is refused, so
// that no pack means one thing for a case and nothing for a population. The error is the Chinese rest of a sentence.
func (x *expr) lower() (*Node, error) {
	l := &lowering{tree: x.ast.NativeRep()}
	n, err := l.node(l.tree.Expr())
	if err == nil && l.count > maxNodes {
		err = fmt.Errorf("有 %d 个运算，超过 %d 个。请拆成几个数值。", l.count, maxNodes)
	}
	return n, err
}

type lowering struct {
	tree  *ast.AST
	count int
}

func (l *lowering) node(e ast.Expr) (*Node, error) {
	l.count++
	if r := l.tree.ReferenceMap()[e.ID()]; r != nil && r.Name != "" {
		if r.Value != nil {
			return constant(r.Value)
		}
		kind, err := l.kind(e)
		return &Node{Op: OpVar, Kind: kind, Name: r.Name}, err
	}
	switch e.Kind() {
	case ast.LiteralKind:
		return constant(e.AsLiteral())
	case ast.CallKind:
		return l.call(e)
	case ast.ListKind:
		return nil, errors.New("里的列表只能写在 in 的右边。")
	}
	return nil, errors.New("用了批量测算不支持的写法。请改用比较、加减乘、&&、||、?:、in 和 age、min、max、div_round。")
}

func (l *lowering) call(e ast.Expr) (*Node, error) {
	c := e.AsCall()
	if c.FunctionName() == "timestamp" && len(c.Args()) == 1 && c.Args()[0].Kind() == ast.LiteralKind {
		return instant(c.Args()[0].AsLiteral())
	}
	op, ok := lowered[c.FunctionName()]
	if !ok || c.IsMemberFunction() {
		return nil, fmt.Errorf("用了批量测算不支持的函数 %s。可用：age、min、max、div_round。", c.FunctionName())
	}
	kind, err := l.kind(e)
	if err != nil {
		return nil, err
	}
	n := &Node{Op: op, Kind: kind}
	args := c.Args()
	if op == OpIn {
		if args[1].Kind() != ast.ListKind {
			return nil, errors.New("的 in 右边应是写明的列表，例如 [\"1\", \"2\"]。")
		}
		args = append([]ast.Expr{args[0]}, args[1].AsList().Elements()...)
	}
	for _, a := range args {
		sub, err := l.node(a)
		if err != nil {
			return nil, err
		}
		n.Args = append(n.Args, sub)
	}
	return n, n.fits()
}

// fits refuses an operation on kinds that the columnar engine has no columns for.
func (n *Node) fits() error {
	first := n.Args[0].Kind
	switch n.Op {
	case OpAdd, OpSub, OpMul, OpDiv, OpMod, OpNeg:
		if n.Kind != KindInt || first != KindInt || n.Args[len(n.Args)-1].Kind != KindInt {
			return errors.New("对文字或日期做了加减乘除。算年龄请用 age(出生, date)。")
		}
	case OpLt, OpLe, OpGt, OpGe:
		if first == KindBool {
			return errors.New("比较了两个是否值的大小。请用 ==、&& 或 ||。")
		}
	case OpIn:
		for _, a := range n.Args[1:] {
			if a.Op != OpConst {
				return errors.New("的 in 右边列表里只能写固定的值。")
			}
		}
	}
	for _, a := range n.Args {
		if (n.Op == OpEq || n.Op == OpNe || n.Op == OpIn) && a.Kind != first {
			return errors.New("比较了两种不同类型的值。")
		}
	}
	return nil
}

func (l *lowering) kind(e ast.Expr) (Kind, error) {
	t := l.tree.GetType(e.ID())
	switch {
	case t.IsExactType(types.IntType):
		return KindInt, nil
	case t.IsExactType(types.BoolType):
		return KindBool, nil
	case t.IsExactType(types.TimestampType):
		return KindDate, nil
	case t.IsExactType(types.StringType):
		return KindText, nil
	}
	return 0, fmt.Errorf("用了批量测算不支持的类型 %s。可用整数、是否、日期和文字。", t)
}

func constant(v ref.Val) (*Node, error) {
	switch t := v.(type) {
	case types.Int:
		return &Node{Op: OpConst, Kind: KindInt, Int: int64(t)}, nil
	case types.Bool:
		n := &Node{Op: OpConst, Kind: KindBool}
		if t {
			n.Int = 1
		}
		return n, nil
	case types.String:
		return &Node{Op: OpConst, Kind: KindText, Text: string(t)}, nil
	}
	return nil, fmt.Errorf("用了批量测算不支持的类型 %s。可用整数、是否、日期和文字。", v.Type().TypeName())
}

func instant(v ref.Val) (*Node, error) {
	s, _ := v.(types.String)
	t, err := time.Parse(time.RFC3339, string(s))
	if err != nil || t.Unix()%86400 != 0 {
		return nil, fmt.Errorf("里的日期应写作 timestamp(\"2026-01-01T00:00:00Z\")，得到 %q。", string(s))
	}
	return &Node{Op: OpConst, Kind: KindDate, Int: t.Unix() / 86400}, nil
}
