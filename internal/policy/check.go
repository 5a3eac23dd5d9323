package policy

import "strings"

// checkItem checks what does not need compiling: kinds, units, clauses, placeholders, doubled ids.
func (p *Pack) checkItem(it *Item, ps *problems) {
	what := "项目 " + it.ID
	switch it.Kind {
	case "basic", "special", "emergency", "service", "charity", "other":
	default:
		ps.add(it.At, "%s的 kind 是 %q，应为 basic、special、emergency、service、charity 或 other。", what, it.Kind)
	}
	if it.Unit != UnitHousehold && it.Unit != UnitPerson {
		ps.add(it.At, "%s的 unit 是 %q，应为 household 或 person。", what, it.Unit)
	}
	if it.Name == "" || it.From == nil || it.Summary == "" || it.Department == "" {
		ps.add(it.At, "%s缺少 name、summary（一句话说明）、department（负责部门）或 from（生效日）。", what)
	}
	if Themes[it.Theme] == "" {
		ps.add(it.At, "%s的 theme %q 不存在%s。可用：%s。", what, it.Theme, suggestion(it.Theme, sortedKeys(Themes)), strings.Join(sortedKeys(Themes), "、"))
	}
	switch it.Intake {
	case "casework", "desk", "automatic":
	default:
		ps.add(it.At, "%s的 intake 是 %q，应为 casework、desk 或 automatic。", what, it.Intake)
	}
	if it.Clause == nil {
		it.Clause = &Clause{}
	}
	p.cite(it.Clause, it.At, what, ps)
	if it.Apply == nil {
		ps.add(it.At, "%s没有写 apply：谁可以申请、在哪里申请。", what)
	} else {
		p.cite(&it.Apply.Clause, it.At, what+"的申请", ps)
	}
	for i := range it.Materials {
		p.cite(&it.Materials[i].Clause, it.Materials[i].At, "材料 "+it.Materials[i].ID, ps)
	}
	for i := range it.Forms {
		p.cite(&it.Forms[i].Clause, it.Forms[i].At, "文书 "+it.Forms[i].ID, ps)
	}
	p.checkAsksFor(it, ps)
	if len(it.Rules) == 0 {
		ps.add(it.At, "%s一条规则也没有，等于人人符合，拒绝加载。", what)
	}
	ids := map[string]bool{}
	once := func(id string, at Pos) {
		if !identifier(id) || ids[id] {
			ps.add(at, "%s里的 id %q 应是小写标识符且不重复。", what, id)
		}
		ids[id] = true
	}
	for i := range it.Exclusions {
		x := &it.Exclusions[i]
		once(x.ID, x.At)
		p.cite(&x.Clause, x.At, "成员排除 "+x.ID, ps)
		if x.Reason == "" || x.Name == "" {
			ps.add(x.At, "成员排除 %s 缺少 name 或 reason。", x.ID)
		}
	}
	for _, v := range it.MemberValues {
		once(v.ID, v.At)
		p.checkValue(v, ps)
		if p.memberFacts[v.ID] != nil {
			ps.add(v.At, "成员数值 %s 与同名事实冲突。请换一个 id。", v.ID)
		}
	}
	for _, v := range it.Values {
		once(v.ID, v.At)
		p.checkValue(v, ps)
	}
	rules := map[string]bool{}
	for i := range it.Rules {
		r := &it.Rules[i]
		if !identifier(r.ID) || rules[r.ID] {
			ps.add(r.At, "%s里的规则 id %q 应是小写标识符且不重复；不同日期的版本用不同的 id。", what, r.ID)
		}
		rules[r.ID] = true
		p.checkRule(it, r, ps)
	}
	if it.Amount != nil {
		p.cite(&it.Amount.Clause, it.Amount.At, "金额", ps)
		if _, ok := roundings[it.Amount.Rounding.Rule]; !ok {
			ps.add(it.Amount.At, "金额的取整规则 %q 不存在%s。可用：fen、jiao_up、jiao_half_up、yuan_up、yuan_half_up、yuan_down。",
				it.Amount.Rounding.Rule, suggestion(it.Amount.Rounding.Rule, sortedKeys(roundings)))
		}
		if s := it.Amount.Rounding.Status; s != Official && s != Sample {
			ps.add(it.Amount.At, "取整规则的 status 是 %q，应为 official 或 sample。", s)
		}
	}
	if !ps.unproved {
		p.checkEveryone(it, ps)
	}
	for i := range it.Reverification {
		if it.Reverification[i].Months <= 0 {
			ps.add(it.At, "%s的复核“%s”没有写几个月一次。请写 months。", what, it.Reverification[i].Who)
		}
		p.cite(&it.Reverification[i].Clause, it.At, "复核", ps)
	}
	for i := range it.Derives {
		p.cite(&it.Derives[i].Clause, it.At, "免申即享 "+it.Derives[i].Name, ps)
	}
	for i := range it.Excludes {
		p.cite(&it.Excludes[i].Clause, it.At, "互斥 "+it.Excludes[i].Item, ps)
	}
}

func (p *Pack) checkValue(v Value, ps *problems) {
	n := 0
	for _, s := range []string{v.Expr, v.Sum, v.Count, v.Any} {
		if s != "" {
			n++
		}
	}
	if n != 1 {
		ps.add(v.At, "数值 %s 应恰好写 expr、sum、count、any 之一。", v.ID)
	}
	if v.Label == "" || unitType(v.Unit) == nil {
		ps.add(v.At, "数值 %s 缺少 label，或 unit %q 不在 fen、fen_per_month、fen_per_year、fen_once、kwh_per_month、persons、count、months、years、days、points、ratio、percent、bool、text 之中。", v.ID, v.Unit)
	}
	if v.Any != "" && v.Unit != "bool" || (v.Sum != "" || v.Count != "") && (v.Unit == "bool" || v.Unit == "text") {
		ps.add(v.At, "数值 %s 的 unit %q 与算法不合：any 得 bool，sum 和 count 得数。", v.ID, v.Unit)
	}
	if v.Over != "" && v.Over != "all" && v.Over != "counted" {
		ps.add(v.At, "数值 %s 的 over 是 %q，应为 counted 或 all。", v.ID, v.Over)
	}
}

func (p *Pack) checkRule(it *Item, r *Rule, ps *problems) {
	p.cite(&r.Clause, r.At, "规则 "+r.ID, ps)
	if (r.When == "") == (r.Item == "") {
		ps.add(r.At, "规则 %s 应恰好写 when 或 item 之一。", r.ID)
	}
	if r.Unless != "" && r.Item == "" {
		ps.add(r.At, "规则 %s 的 unless 只能与 item 同用；其他规则请写进 when。", r.ID)
	}
	if r.Name == "" || r.Text == "" || r.Reason == "" {
		ps.add(r.At, "规则 %s 缺少 name、text 或 reason（不符合时给申请人看的理由）。", r.ID)
	}
	if r.From != nil && r.Until != nil && *r.Until <= *r.From {
		ps.add(r.At, "规则 %s 的 until 应晚于 from。", r.ID)
	}
	for _, id := range placeholders(r.Text + r.Reason) {
		known := p.parameters[id] != nil || p.householdFacts[id] != nil || it.Unit == UnitPerson && p.memberFacts[id] != nil
		for _, v := range append(it.Values, it.MemberValues...) {
			known = known || v.ID == id
		}
		if !known {
			ps.add(r.At, "规则 %s 的文字里没有名为 {%s} 的数值、参数或事实。", r.ID, id)
		}
	}
}

// checkItemLinks checks what an item names elsewhere.
func (p *Pack) checkItemLinks(it *Item, ps *problems) {
	if p.procedures[it.Procedure] == nil {
		ps.add(it.At, "项目 %s 的 procedure %q 不存在%s。", it.ID, it.Procedure, suggestion(it.Procedure, p.procedureOrder))
	}
	for name, id := range it.Variants {
		if p.procedures[id] == nil {
			ps.add(it.At, "项目 %s 的流程变体 %s 指向不存在的 %q。", it.ID, name, id)
		}
	}
	for _, x := range it.Excludes {
		if x.External == (p.items[x.Item] == nil) {
			continue
		}
		if x.External {
			ps.add(x.At.or(it.At), "项目 %s 互斥的 %s 就在本政策包里，不要写 external: true。", it.ID, x.Item)
			continue
		}
		ps.add(x.At.or(it.At), "项目 %s 互斥的项目 %s 不存在%s。确实由别的系统管理的，请写 external: true。", it.ID, x.Item, suggestion(x.Item, p.itemOrder))
	}
	for _, d := range it.Derives {
		if d.Item != "" && p.items[d.Item] == nil {
			ps.add(it.At, "项目 %s 派生的项目 %s 不存在%s。", it.ID, d.Item, suggestion(d.Item, p.itemOrder))
		}
	}
}

// checkItemCycle refuses rules that ask items in a ring.
func (p *Pack) checkItemCycle(it *Item, above []string, ps *problems) {
	if contains(above, it.ID) {
		ps.add(it.At, "项目 %s 的规则绕回到自己。请去掉一处 item 引用。", it.ID)
		return
	}
	for _, r := range it.Rules {
		if r.Item == "" {
			continue
		}
		sub := p.items[r.Item]
		if sub == nil {
			ps.add(r.At, "规则 %s 引用的项目 %s 不存在%s。", r.ID, r.Item, suggestion(r.Item, p.itemOrder))
			continue
		}
		if it.Unit == UnitHousehold && sub.Unit == UnitPerson {
			ps.add(r.At, "规则 %s 按户，却引用按人的项目 %s；不知道问的是哪一名成员。", r.ID, r.Item)
		}
		p.checkItemCycle(sub, append(above, it.ID), ps)
	}
	for _, f := range p.statusFacts(it) {
		if sub := p.items[f.OutcomeOf]; sub != nil {
			p.checkItemCycle(sub, append(above, it.ID), ps)
		}
	}
}

// statusFacts are the facts that an item uses and that other items answer.
func (p *Pack) statusFacts(it *Item) []*Fact {
	var out []*Fact
	for _, key := range it.code.household {
		if f := p.householdFacts[key]; f != nil && f.OutcomeOf != "" {
			out = append(out, f)
		}
	}
	for _, key := range it.code.member {
		if f := p.memberFacts[key]; f != nil && f.OutcomeOf != "" {
			out = append(out, f)
		}
	}
	return out
}

// checkStatusFacts refuses a status fact that no item answers, or that asks a household's item about one person.
func (p *Pack) checkStatusFacts(ps *problems) {
	for _, f := range p.facts {
		if f.OutcomeOf == "" {
			continue
		}
		it := p.items[f.OutcomeOf]
		switch {
		case f.Type != Bool:
			ps.add(f.At, "事实 %s 有 outcome_of，类型应为 bool。", f.Key)
		case it == nil:
			ps.add(f.At, "事实 %s 的 outcome_of 项目 %s 不存在%s。", f.Key, f.OutcomeOf, suggestion(f.OutcomeOf, p.itemOrder))
		case (it.Unit == UnitHousehold) != (f.Of == OfHousehold):
			ps.add(f.At, "事实 %s 属于 %s，而项目 %s 按 %s 认定；两者应一致。", f.Key, f.Of, it.ID, it.Unit)
		}
	}
}
