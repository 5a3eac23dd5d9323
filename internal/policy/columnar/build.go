package columnar

import (
	"slices"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// builder turns the items of a pack into one graph on one day.
type builder struct {
	*graph
	pack   *policy.Pack
	day    calendar.Date
	derive bool // status facts are always worked out
	params []string
	areas  []policy.Area
	items  map[string]*itemCode
}

// itemCode is an item in the graph.
type itemCode struct {
	low     *policy.Lowered
	level   level
	index   int // among the results; -1 = only asked by others
	rules   []*node
	ruleIDs []string
	amount  *node
	fault   *node // nil = the item cannot go wrong
	holds   *node // true where eligible, open where evidence is missing; with the item's fault marks
	values  map[string]*node
	members map[string]*node // member values
	counted *node

	own  []*node // fault marks of what is asked once for each row of the item
	each []*node // fault marks of what is asked for every member
}

func (b *builder) item(id string) *itemCode {
	if c := b.items[id]; c != nil {
		return c
	}
	c := &itemCode{low: b.pack.Lowered(id), level: atHousehold, index: -1, values: map[string]*node{}, members: map[string]*node{}}
	if c.low.Item.Unit == policy.UnitPerson {
		c.level = atMember
	}
	b.items[id] = c
	b.statusFaults(c)
	b.memberSide(c)
	for _, k := range c.low.ValueOrder {
		if v := &c.low.Item.Values[k]; v.InForce(b.day) {
			c.values[v.ID] = b.value(c, v, c.low.Values[k])
		}
	}
	b.ruleSide(c)
	if c.low.Amount != nil {
		c.amount = b.root(c, c.low.Amount, &c.own, nil)
	}
	c.fault = b.faults(c)
	all := slices.Clone(c.rules)
	if c.amount != nil {
		all = append(all, b.defined(c.amount))
	}
	c.holds = b.and(all...)
	if c.fault != nil {
		c.holds = b.on(&node{op: oWith, kind: isBool, args: []*node{c.holds, c.fault}, fault: true})
	}
	return c
}

// memberSide: the values of each member, then who counts.
func (b *builder) memberSide(c *itemCode) {
	for _, k := range c.low.MemberOrder {
		c.members[c.low.Item.MemberValues[k].ID] = b.root(c, c.low.MemberValues[k], &c.each, nil)
	}
	var out []*node
	for k := range c.low.Exclusions {
		// An exclusion is asked only where none before it holds.
		out = append(out, b.root(c, c.low.Exclusions[k], &c.each, b.or(out...)))
	}
	c.counted = b.not(b.or(out...))
}

func (b *builder) value(c *itemCode, v *policy.Value, code *policy.Code) *node {
	if v.Expr != "" {
		return b.root(c, code, &c.own, nil)
	}
	counted := c.counted
	if v.Over == "all" {
		counted = b.bool(true)
	}
	x := b.root(c, code, &c.each, b.not(counted))
	if counted.isConst() && counted.k == 0 && v.Sum != "" {
		return b.constant(0, isInt) // nobody counts
	}
	n := &node{kind: isInt, level: atHousehold, args: []*node{b.lift(x, atMember)}}
	switch {
	case v.Sum != "":
		n.op, n.value, n.ends = oSumAll, x.value.members(policy.MaxMembers), x.ends.members(policy.MaxMembers)
		if !n.value.finite() {
			n.value, n.fault = anyInt, true // it may leave 64 bits: added up with care
		}
		if !counted.isConst() {
			n.op, n.args = oSum, append(n.args, b.lift(counted, atMember))
		}
		n = b.add(n)
		b.note(&c.own, n, nil)
		return b.strip(n)
	case v.Count != "":
		n.op, n.value, n.ends = oCount, span{0, policy.MaxMembers}, span{0, policy.MaxMembers}
	default:
		n.op, n.kind = oAny, isBool
	}
	n.args[0] = b.lift(b.and(counted, x), atMember)
	return b.add(n)
}

func (b *builder) ruleSide(c *itemCode) {
	for k := range c.low.Item.Rules {
		r := &c.low.Item.Rules[k]
		if !r.InForce(b.day) {
			continue
		}
		c.ruleIDs = append(c.ruleIDs, r.ID)
		if r.Item == "" {
			c.rules = append(c.rules, b.root(c, c.low.Rules[k], &c.own, nil))
			continue
		}
		unless := b.bool(false)
		if c.low.Unless[k] != nil {
			unless = b.root(c, c.low.Unless[k], &c.own, nil)
		}
		sub := b.bool(false)
		if b.pack.Item(r.Item).Valid(b.day) {
			holds := b.item(r.Item).holds
			b.note(&c.own, holds, unless)
			sub = b.strip(holds)
		} else { // asking an item that is not in force is an error
			b.note(&c.own, b.fails(), unless)
		}
		c.rules = append(c.rules, b.or(unless, sub))
	}
	if len(c.rules) == 0 {
		b.note(&c.own, b.fails(), nil) // nobody is granted by silence
	}
}

// fails is an error everywhere.
func (b *builder) fails() *node {
	return b.add(&node{op: oMissing, kind: isBool, level: atPlace, k: -1, fault: true})
}

// root is a whole expression: a parameter without a value is a fault whatever the expression says. Its fault marks go to
// the list, except where skip holds, because there it is not asked; the node returned has none.
func (b *builder) root(c *itemCode, code *policy.Code, list *[]*node, skip *node) *node {
	n := b.expr(c, code.Root, nil)
	b.note(list, b.missing(code.Params), skip)
	b.note(list, n, skip)
	return b.strip(n)
}

func (b *builder) note(list *[]*node, n, skip *node) {
	if n == nil || !n.fault || skip != nil && skip.isConst() && skip.k == 1 {
		return
	}
	if skip != nil && !skip.isConst() {
		n = b.on(&node{op: oGuard, kind: isBool, args: []*node{n, skip}, fault: true})
	}
	if !slices.Contains(*list, n) {
		*list = append(*list, n)
	}
}

// faults gathers the item's fault marks on its own rows.
func (b *builder) faults(c *itemCode) *node {
	all := slices.Clone(c.own)
	if len(c.each) > 0 {
		n := b.on(&node{op: oFaults, kind: isBool, args: c.each, fault: true})
		n = b.add(&node{op: oAnyFault, kind: isBool, level: atHousehold, args: []*node{b.lift(n, atMember)}, fault: true})
		all = append(all, n)
	}
	if len(all) == 0 {
		return nil
	}
	return b.on(&node{op: oFaults, kind: isBool, args: all, fault: true})
}

// missing marks the places where one of the parameters has no value.
func (b *builder) missing(ids []string) *node {
	var n *node
	for _, id := range ids {
		k := slices.Index(b.params, id)
		if !slices.ContainsFunc(b.areas, func(a policy.Area) bool { return a.Values[k].Missing }) {
			continue
		}
		if n == nil {
			n = &node{op: oMissing, kind: isBool, level: atPlace, fault: true}
		}
		n.set = append(n.set, int64(k))
	}
	if n == nil {
		return nil
	}
	return b.add(n)
}

func (b *builder) defined(n *node) *node {
	if n.isConst() {
		return b.bool(true)
	}
	return b.on(&node{op: oDefined, kind: isBool, args: []*node{n}})
}

// statusFaults: a status fact that is not given is worked out whether or not the rule that names it is in force.
func (b *builder) statusFaults(c *itemCode) {
	for _, key := range c.low.HouseholdFacts {
		b.note(&c.own, b.statusOf(policy.OfHousehold, key), nil)
	}
	for _, key := range c.low.MemberFacts {
		b.note(&c.each, b.statusOf(policy.OfMember, key), nil)
	}
}

func (b *builder) statusOf(of, key string) *node {
	if f := b.pack.Fact(of, key); f != nil && f.OutcomeOf != "" {
		return b.fact(f)
	}
	return nil
}

// fact is a column, or what the item comes out as that a status fact asks.
func (b *builder) fact(f *policy.Fact) *node {
	col := b.column(f)
	if f.OutcomeOf == "" || !b.pack.Item(f.OutcomeOf).Valid(b.day) {
		return col
	}
	holds := b.lift(b.item(f.OutcomeOf).holds, col.level)
	if b.derive {
		return holds
	}
	return b.add(&node{op: oStatus, kind: isBool, level: col.level, fact: f, args: []*node{holds}, fault: holds.fault})
}

func (b *builder) variable(c *itemCode, n *policy.Node) *node {
	kind, key, _ := strings.Cut(n.Name, ".")
	switch kind {
	case "date":
		return b.constant(int64(b.day), isDay)
	case "h":
		return b.strip(b.fact(b.pack.Fact(policy.OfHousehold, key)))
	case "m", "a":
		if v := c.members[key]; v != nil {
			return v
		}
		return b.strip(b.fact(b.pack.Fact(policy.OfMember, key)))
	case "v":
		return c.values[key]
	}
	return b.param(key)
}

// param is a parameter: a number where it is the same everywhere, else a row for each place.
func (b *builder) param(id string) *node {
	k := slices.Index(b.params, id)
	var lo, hi int64 = edge, -edge
	for _, a := range b.areas {
		v := a.Values[k]
		if v.Missing {
			v.Urban, v.Rural = 0, 0
		}
		lo, hi = min(lo, v.Urban, v.Rural), max(hi, v.Urban, v.Rural)
	}
	n := &node{op: oParam, kind: isInt, level: atPlace, k: int64(k), value: span{lo, hi}, ends: span{lo, hi}}
	if b.pack.ParameterType(id) == policy.ParamBool {
		n.kind = isBool
	}
	if lo == hi {
		return b.constant(lo, n.kind)
	}
	return b.add(n)
}
