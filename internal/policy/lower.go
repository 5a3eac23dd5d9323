package policy

import "zhongfu/internal/calendar"

// Op is one operation of a lowered expression.
type Op uint8

// The operations of lowered expressions. Their meaning is that of CEL and of the functions of baseEnv.
const (
	OpConst Op = iota // Int, or Text for a text
	OpVar             // Name
	OpAdd
	OpSub
	OpMul
	OpDiv
	OpMod
	OpNeg
	OpMin
	OpMax
	OpDivRound
	OpAge // full years between two days
	OpEq
	OpNe
	OpLt
	OpLe
	OpGt
	OpGe
	OpIn // first argument among the others, which are constants
	OpAnd
	OpOr
	OpNot
	OpIf
)

// Kind is the type of a lowered expression.
type Kind uint8

// The kinds.
const (
	KindInt Kind = iota
	KindBool
	KindDate // days since 1970, calendar.Date
	KindText
)

// Node is one operation of a checked expression with its arguments. The tree is shared: do not change it.
type Node struct {
	Op   Op
	Kind Kind
	Args []*Node
	Name string // OpVar: h.x, m.x, a.x, v.x, p.x or date
	Int  int64  // OpConst: a number, a day, or 1 for true
	Text string // OpConst of KindText
}

// Code is a lowered expression with the parameters that must have a value before it is asked.
type Code struct {
	Root   *Node
	Params []string
}

// Lowered is an item as the columnar engine compiles it. Lists run parallel to those of Item; an entry is nil where the
// item writes no expression. Orders are topological: a value comes after those it names.
type Lowered struct {
	Item         *Item
	Exclusions   []*Code
	MemberValues []*Code
	MemberOrder  []int
	Values       []*Code
	ValueOrder   []int
	Rules        []*Code
	Unless       []*Code
	Amount       *Code
	// HouseholdFacts and MemberFacts are the keys that any of the expressions names, in force or not.
	HouseholdFacts, MemberFacts []string
}

// Lowered returns an item's expressions as typed trees, or nil where the pack has no such item.
func (p *Pack) Lowered(item string) *Lowered {
	it := p.items[item]
	if it == nil {
		return nil
	}
	c := it.code
	return &Lowered{
		Item: it, Exclusions: codes(c.exclusions), MemberValues: codes(c.memberValues), MemberOrder: c.memberOrder,
		Values: codes(c.values), ValueOrder: c.valueOrder, Rules: codes(c.rules), Unless: codes(c.unless),
		Amount: c.amount.code(), HouseholdFacts: c.household, MemberFacts: c.member,
	}
}

func codes(list []*expr) []*Code {
	out := make([]*Code, len(list))
	for i, x := range list {
		out[i] = x.code()
	}
	return out
}

func (x *expr) code() *Code {
	if x == nil {
		return nil
	}
	return &Code{Root: x.low, Params: x.params}
}

// InForce tells whether the rule is asked on the day.
func (r *Rule) InForce(day calendar.Date) bool { return inForce(r.From, r.Until, day) }

// InForce tells whether the value exists on the day.
func (v *Value) InForce(day calendar.Date) bool { return inForce(v.From, v.Until, day) }

// Span is the range of a whole-number fact's value, division codes included, both ends in it; ok is false for facts of
// other types.
func (f *Fact) Span() (lo, hi int64, ok bool) {
	switch f.Type {
	case Money, MoneyMonthly, Int:
		lo, hi = f.limits()
		return lo, hi, true
	case DivisionFact:
		return minDivision, maxDivision, true
	}
	return 0, 0, false
}

// ParameterType of the parameter with the id, or "" where there is none.
func (p *Pack) ParameterType(id string) ParameterType {
	if q := p.parameters[id]; q != nil {
		return q.Type
	}
	return ""
}
