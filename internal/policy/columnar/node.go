package columnar

import (
	"strconv"

	"zhongfu/internal/policy"
)

// level says how many rows a node has: one, one for each place, household or member.
type level uint8

const (
	atConst level = iota
	atPlace
	atHousehold
	atMember
)

// kind of a node's vector: whole numbers (days and texts are numbers too), or conditions.
type kind uint8

const (
	isInt  kind = iota
	isDay       // days since 1970
	isText      // index into the program's sorted texts
	isBool
)

// op is one operation of the graph.
type op uint8

const (
	oConst   op = iota
	oInts       // a column of whole numbers
	oDays       // a column of days, as numbers
	oTexts      // an enum column, as texts
	oBools      // a bool column
	oCodes      // an enum column: code in table
	oDayIn      // a column of days: between k and k2
	oParam      // a parameter, one row for each place
	oMissing    // places where one of some parameters has no value: only fault marks

	oAdd // of any number of arguments where it is plain
	oSub
	oMul
	oDiv
	oMod
	oNeg
	oMin
	oMax
	oDivRound
	oAge

	oLT
	oLE
	oEQ
	oLTk // below k
	oGTk // above k
	oEQk
	oIn // in set
	oEqB

	oAnd
	oOr
	oNot
	oIf
	oIfB

	oLiftPlace  // place → household
	oLiftMember // household → member
	oSum        // over members: the arguments added up, where the last one holds
	oSumAll     // over members: the arguments added up
	oCount
	oAny
	oAnyFault

	oStatus  // a status fact: the column where it is known, else the argument
	oDefined // true where the argument is known, else open
	oGuard   // the fault marks of the first argument where the second does not hold
	oFaults  // the fault marks of all arguments together
	oWith    // the first argument with the fault marks of the second
	oStrip   // the argument without its fault marks

	oItem  // writes an item's result
	oValue // writes a value's result
	numOps
)

// node is one operation of a program's graph. Equal nodes are one.
type node struct {
	op    op
	kind  kind
	level level
	args  []*node
	k, k2 int64
	fact  *policy.Fact
	table *[256]uint8
	set   []int64 // oIn: the members; oTexts: the text of each code
	plain bool    // proved: no overflow and no division by zero where the row is asked
	fault bool    // may carry fault marks
	id    int
	// value holds the figure of any row of which all is known; ends holds both ends of the range of a row of which some is
	// unknown.
	value, ends span
	out         any // *itemCode or *valueCode of oItem and oValue
}

func (n *node) isConst() bool { return n.op == oConst }

// key tells equal nodes by.
func (n *node) key() string {
	b := make([]byte, 0, 64)
	b = append(b, byte(n.op), byte(n.kind), byte(n.level), flag(n.plain))
	b = strconv.AppendInt(b, n.k, 36)
	b = append(b, ',')
	b = strconv.AppendInt(b, n.k2, 36)
	for _, a := range n.args {
		b = append(b, '(')
		b = strconv.AppendInt(b, int64(a.id), 36)
	}
	if n.fact != nil {
		b = append(b, '#')
		b = append(b, n.fact.Of...)
		b = append(b, '.')
		b = append(b, n.fact.Key...)
	}
	if n.table != nil {
		b = append(b, n.table[:]...)
	}
	for _, s := range n.set {
		b = append(b, ';')
		b = strconv.AppendInt(b, s, 36)
	}
	return string(b)
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}
