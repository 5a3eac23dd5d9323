package policy

import (
	"strings"

	"zhongfu/internal/calendar"

	"cel.dev/cel-go/cel"
)

// itemCode is what an item compiles to. Orders are topological: a value comes after those it names.
type itemCode struct {
	exclusions   []*expr
	memberValues []*expr
	memberOrder  []int
	values       []*expr
	valueOrder   []int
	rules        []*expr // nil where the rule asks another item
	unless       []*expr // nil where the rule has none
	amount       *expr
	household    []string // fact keys used
	member       []string
}

func (p *Pack) buildItems(raw *rawPack, ps *problems) {
	written := map[string]Item{}
	for _, it := range raw.items {
		if _, dup := written[it.ID]; dup || !identifier(it.ID) {
			ps.add(it.At, "项目 %q 的 id 应是小写标识符且不重复。", it.ID)
		}
		written[it.ID] = it
	}
	if _, err := sharedBase(); err != nil {
		ps.add(Pos{}, "CEL 环境不能建立：%v。", err)
		return
	}
	for _, w := range raw.items {
		if w.Fragment {
			continue
		}
		it := expand(written, w, ps)
		p.checkItem(&it, ps)
		sound := len(ps.list)
		p.compileItem(&it, ps)
		if it.code != nil && len(ps.list) == sound && !ps.unproved {
			p.checkConstant(&it, ps)
		}
		p.items[it.ID] = &it
		p.itemOrder = append(p.itemOrder, it.ID)
	}
	p.checkStatusFacts(ps)
	for _, id := range p.itemOrder {
		p.checkItemCycle(p.items[id], nil, ps)
	}
}

// itemEnvs are the names that the expressions of one item may use: those about one member and those about the whole.
type itemEnvs struct {
	member, house           *environment
	memberNames, houseNames []string
}

func (p *Pack) itemEnvs(it *Item) (*itemEnvs, error) {
	var shared, member, house []named
	declare := func(names *[]named, name string, t *cel.Type) {
		if t != nil {
			*names = append(*names, named{name, t})
		}
	}
	for _, f := range p.facts {
		if f.Of == OfHousehold {
			declare(&shared, "h."+f.Key, f.celType())
			continue
		}
		declare(&member, "m."+f.Key, f.celType())
		if it.Unit == UnitPerson {
			declare(&house, "a."+f.Key, f.celType())
		}
	}
	for _, id := range p.parameterOrder {
		t := cel.IntType
		if p.parameters[id].Type == ParamBool {
			t = cel.BoolType
		}
		declare(&shared, "p."+id, t)
	}
	for i := range it.MemberValues {
		v := &it.MemberValues[i]
		declare(&member, "m."+v.ID, unitType(v.Unit))
		if it.Unit == UnitPerson {
			declare(&house, "a."+v.ID, unitType(v.Unit))
		}
	}
	for i := range it.Values {
		declare(&house, "v."+it.Values[i].ID, unitType(it.Values[i].Unit))
	}
	member, house = append(member, shared...), append(house, shared...)
	memberEnv, err := environmentOf(member)
	if err != nil {
		return nil, err
	}
	houseEnv, err := environmentOf(house)
	if err != nil {
		return nil, err
	}
	return &itemEnvs{memberEnv, houseEnv, namesOf(member), namesOf(house)}, nil
}

func namesOf(list []named) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = n.name
	}
	return out
}

// of tells in which environment and to which type the text of a value compiles.
func (e *itemEnvs) of(v *Value) (env *environment, names []string, want *cel.Type, text string) {
	switch {
	case v.Sum != "":
		return e.member, e.memberNames, cel.IntType, v.Sum
	case v.Count != "":
		return e.member, e.memberNames, cel.BoolType, v.Count
	case v.Any != "":
		return e.member, e.memberNames, cel.BoolType, v.Any
	}
	return e.house, e.houseNames, unitOr(v.Unit), v.Expr
}

func (p *Pack) compileItem(it *Item, ps *problems) {
	envs, err := p.itemEnvs(it)
	if err != nil {
		ps.add(it.At, "项目 %s 的名称有冲突：%v。", it.ID, err)
		return
	}
	memberEnv, houseEnv, memberNames, houseNames := envs.member, envs.house, envs.memberNames, envs.houseNames
	c := &itemCode{}
	for _, x := range it.Exclusions {
		c.exclusions = append(c.exclusions, compile(memberEnv, x.When, cel.BoolType, x.ExprAt.or(x.At), "成员排除 "+x.ID, memberNames, ps))
	}
	for _, v := range it.MemberValues {
		if v.Expr == "" {
			ps.add(v.At, "成员数值 %s 只能用 expr。", v.ID)
			c.memberValues = append(c.memberValues, nil)
			continue
		}
		c.memberValues = append(c.memberValues, compile(memberEnv, v.Expr, unitOr(v.Unit), v.ExprAt.or(v.At), "成员数值 "+v.ID, memberNames, ps))
	}
	for _, v := range it.Values {
		env, names, want, text := envs.of(&v)
		c.values = append(c.values, compile(env, text, want, v.ExprAt.or(v.At), "数值 "+v.ID, names, ps))
	}
	for _, r := range it.Rules {
		c.unless = append(c.unless, nil)
		if r.Unless != "" {
			c.unless[len(c.unless)-1] = compile(houseEnv, r.Unless, cel.BoolType, r.UnlessAt.or(r.At), "规则 "+r.ID+" 的 unless", houseNames, ps)
		}
		if r.Item != "" {
			c.rules = append(c.rules, nil)
			continue
		}
		c.rules = append(c.rules, compile(houseEnv, r.When, cel.BoolType, r.ExprAt.or(r.At), "规则 "+r.ID, houseNames, ps))
	}
	if it.Amount != nil {
		c.amount = compile(houseEnv, it.Amount.Expr, cel.IntType, it.Amount.ExprAt.or(it.Amount.At), "金额", houseNames, ps)
	}
	c.memberOrder = sorted(it.MemberValues, c.memberValues, "m.", ps)
	c.valueOrder = sorted(it.Values, c.values, "v.", ps)
	c.collect(p)
	it.code = c
	checkInForce(it, ps)
	if !ps.unproved {
		p.checkUnits(it, ps)
	}
}

func unitOr(unit string) *cel.Type {
	if t := unitType(unit); t != nil {
		return t
	}
	return cel.IntType
}

// sorted orders values so that each stands after those it names; a ring is a fault.
func sorted(values []Value, exprs []*expr, prefix string, ps *problems) []int {
	index := map[string]int{}
	for i, v := range values {
		index[prefix+v.ID] = i
	}
	var order []int
	state := make([]int, len(values)) // 1 open, 2 done
	var visit func(i int)
	visit = func(i int) {
		if state[i] != 0 || exprs[i] == nil {
			return
		}
		state[i] = 1
		for _, r := range exprs[i].refs {
			j, ok := index[r]
			if !ok {
				continue
			}
			if state[j] == 1 {
				ps.add(values[i].At, "数值 %s 和 %s 互相引用，算不出来。请拆开。", values[i].ID, values[j].ID)
				continue
			}
			visit(j)
		}
		state[i] = 2
		order = append(order, i)
	}
	for i := range values {
		visit(i)
	}
	return order
}

// collect notes which facts the item uses, so that an evaluation prepares no more.
func (c *itemCode) collect(p *Pack) {
	used := map[string]bool{}
	for _, list := range [][]*expr{c.exclusions, c.memberValues, c.values, c.rules, c.unless, {c.amount}} {
		for _, e := range list {
			if e != nil {
				for _, r := range e.refs {
					used[r] = true
				}
			}
		}
	}
	for _, name := range sortedKeys(used) {
		kind, key, _ := strings.Cut(name, ".")
		switch kind {
		case "h":
			c.household = append(c.household, key)
		case "m", "a":
			if p.memberFacts[key] != nil && (len(c.member) == 0 || !contains(c.member, key)) {
				c.member = append(c.member, key)
			}
		}
	}
}

// checkInForce refuses a rule or value that may be asked on a day when a value it names does not exist.
func checkInForce(it *Item, ps *problems) {
	for i, x := range it.code.rules {
		r := &it.Rules[i]
		checkNamed(it, x, r.From, r.Until, r.At, "规则 "+r.ID, ps)
		checkNamed(it, it.code.unless[i], r.From, r.Until, r.At, "规则 "+r.ID, ps)
	}
	for i, x := range it.code.values {
		v := &it.Values[i]
		checkNamed(it, x, v.From, v.Until, v.At, "数值 "+v.ID, ps)
	}
	if it.Amount != nil {
		checkNamed(it, it.code.amount, nil, nil, it.Amount.At, "金额", ps)
	}
}

func checkNamed(it *Item, x *expr, from, until *calendar.Date, at Pos, what string, ps *problems) {
	if x == nil {
		return
	}
	for _, v := range it.Values {
		if !contains(x.refs, "v."+v.ID) {
			continue
		}
		if v.From != nil && (from == nil || *from < *v.From) || v.Until != nil && (until == nil || *until > *v.Until) {
			ps.add(at, "%s在数值 %s 不存在的日期也生效。请把两者的 from、until 对齐。", what, v.ID)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
