package policy

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"time"

	"zhongfu/internal/calendar"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/checker"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// costLimit bounds one evaluation of one expression; the dearest expression of the first packs costs under 100.
const costLimit = 10_000

// programOptions of every expression: unknowns allowed, and no evaluation past the limit.
var programOptions = []cel.ProgramOption{cel.EvalOptions(cel.OptOptimize | cel.OptPartialEval), cel.CostLimit(costLimit)}

// expr is one checked and compiled CEL expression.
type expr struct {
	text   string
	ast    *cel.Ast
	prog   cel.Program
	refs   []string // the variables it names: h.x, m.x, a.x, v.x, p.x
	params []string // the x of every p.x among them
	low    *Node
	at     Pos
}

// baseEnv holds what every expression may use: one (the unit of ratios), date, and a few exact functions. The loops of
// CEL are left out; sums over members are values of the pack.
func baseEnv() (*cel.Env, error) {
	return cel.NewEnv(
		cel.ClearMacros(),
		cel.Constant("one", cel.IntType, types.Int(One)),
		cel.Variable("date", cel.TimestampType),
		cel.Function("age", cel.Overload("age_on", []*cel.Type{cel.TimestampType, cel.TimestampType}, cel.IntType,
			cel.BinaryBinding(func(a, b ref.Val) ref.Val {
				return types.Int(day(a).Age(day(b)))
			}))),
		cel.Function("min", cel.Overload("min_int", []*cel.Type{cel.IntType, cel.IntType}, cel.IntType,
			cel.BinaryBinding(func(a, b ref.Val) ref.Val { return min(a.(types.Int), b.(types.Int)) }))),
		cel.Function("max", cel.Overload("max_int", []*cel.Type{cel.IntType, cel.IntType}, cel.IntType,
			cel.BinaryBinding(func(a, b ref.Val) ref.Val { return max(a.(types.Int), b.(types.Int)) }))),
		cel.Function("div_round", cel.Overload("div_round_int", []*cel.Type{cel.IntType, cel.IntType}, cel.IntType,
			cel.BinaryBinding(func(a, b ref.Val) ref.Val {
				n, d := int64(a.(types.Int)), int64(b.(types.Int))
				if d <= 0 || n < 0 {
					return types.NewErr("div_round 的被除数不能为负，除数应大于 0")
				}
				return types.Int((n + d/2) / d)
			}))),
	)
}

// sizes bounds the texts that expressions may meet: codes of enums and decimals.
type sizes struct{}

// EstimateSize implements checker.CostEstimator.
func (sizes) EstimateSize(checker.AstNode) *checker.SizeEstimate {
	return &checker.SizeEstimate{Min: 0, Max: 64}
}

// EstimateCallCost leaves the functions at the cost of one step each.
func (sizes) EstimateCallCost(string, string, *checker.AstNode, []checker.AstNode) *checker.CallEstimate {
	return nil
}

func day(v ref.Val) calendar.Date {
	t, _ := v.Value().(time.Time)
	return calendar.Date(t.Unix() / 86400)
}

// celType of a fact as expressions see it.
func (f *Fact) celType() *cel.Type {
	switch f.Type {
	case Bool:
		return cel.BoolType
	case DateFact:
		return cel.TimestampType
	case Enum, Decimal:
		return cel.StringType
	}
	return cel.IntType
}

// unitType of a named value.
func unitType(unit string) *cel.Type {
	switch unit {
	case "bool":
		return cel.BoolType
	case "text":
		return cel.StringType
	case "fen", "fen_per_month", "fen_per_year", "fen_once", "kwh_per_month", "persons", "count", "months", "points", "days", "years", "ratio", "percent":
		return cel.IntType
	}
	return nil
}

var undeclared = regexp.MustCompile(`undeclared reference to '([^']*)'`)

// compile checks an expression against env and the wanted type. Faults name the nearest known word.
func compile(env *environment, text string, want *cel.Type, at Pos, what string, names []string, ps *problems) *expr {
	if strings.TrimSpace(text) == "" {
		ps.add(at, "%s的表达式是空的。", what)
		return nil
	}
	if x := env.known(text, want, at); x != nil {
		return x
	}
	ast, iss := env.Compile(text)
	if iss != nil && iss.Err() != nil {
		for _, e := range iss.Errors() {
			line := Pos{at.File, at.Line + max(0, e.Location.Line()-1)}
			ps.add(line, "%s：%s（表达式第 %d 行第 %d 列）", what, celFault(text, e.Message, e.Location.Line(), e.Location.Column(), names), e.Location.Line(), e.Location.Column()+1)
		}
		return nil
	}
	if !ast.OutputType().IsExactType(want) {
		ps.add(at, "%s的结果类型应为 %s，得到 %s。", what, want, ast.OutputType())
		return nil
	}
	if cost, err := env.EstimateCost(ast, sizes{}); err != nil || cost.Max > costLimit {
		ps.add(at, "%s的表达式太费：最多要算 %d 步，上限 %d。请拆成几个 values，或缩短列表。", what, cost.Max, costLimit)
		return nil
	}
	prog, err := env.Program(ast, programOptions...)
	if err != nil {
		ps.add(at, "%s不能编译：%v。", what, err)
		return nil
	}
	e := &expr{text: text, ast: ast, prog: prog, at: at}
	seen := map[string]bool{}
	for _, r := range ast.NativeRep().ReferenceMap() {
		if strings.Contains(r.Name, ".") && !seen[r.Name] {
			seen[r.Name] = true
			e.refs = append(e.refs, r.Name)
		}
	}
	sort.Strings(e.refs)
	for _, r := range e.refs {
		if id, ok := strings.CutPrefix(r, "p."); ok {
			e.params = append(e.params, id)
		}
	}
	if e.low, err = e.lower(); err != nil {
		ps.add(at, "%s%v", what, err)
		return e
	}
	env.keep(e, want)
	return e
}

var dottedName = regexp.MustCompile(`[a-z]\.[a-z_0-9]+`)

func celFault(text, msg string, line, column int, names []string) string {
	m := undeclared.FindStringSubmatch(msg)
	if m == nil {
		if strings.Contains(msg, "no matching overload") {
			return "两边类型不合，或函数参数不对：" + msg + "。"
		}
		return "写法有误：" + msg + "。"
	}
	word := m[1]
	// CEL points at the first part of h.vehicle; the fault is the whole name.
	if lines := strings.Split(text, "\n"); line >= 1 && line <= len(lines) {
		rest := []rune(lines[line-1])
		if column >= 0 && column < len(rest) {
			if full := dottedName.FindString(string(rest[column:])); strings.HasPrefix(full, word+".") {
				word = full
			}
		}
	}
	return fmt.Sprintf("没有名为 %s 的事实、数值或参数%s。", word, suggestion(word, names))
}
