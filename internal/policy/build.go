package policy

// build indexes and checks a layered pack and compiles its items. The result is usable only if ps stays empty.
func build(raw *rawPack, ps *problems) *Pack {
	p := &Pack{
		Name: raw.head.Name, Title: raw.head.Title, Version: raw.head.Version, Division: raw.head.Division,
		Parent: raw.head.Parent, Digest: raw.digest(), sources: raw.files, raw: raw, cases: raw.cases,
		documents: map[string]*Document{}, householdFacts: map[string]*Fact{}, memberFacts: map[string]*Fact{},
		parameters: map[string]*Parameter{}, items: map[string]*Item{}, procedures: map[string]*Procedure{},
		covered: map[coverKey]bool{},
	}
	for i := range raw.documents {
		d := raw.documents[i]
		if p.documents[d.ID] != nil || d.ID == "" || d.Number == "" || d.Title == "" {
			ps.add(d.At, "来源 %q 缺少 id、number 或 title，或与另一条重复。", d.ID)
		}
		switch d.Reading {
		case "regulation", "mirrored", "sample":
		default:
			ps.add(d.At, "来源 %s 的 reading 是 %q，应为 regulation、mirrored 或 sample。", d.ID, d.Reading)
		}
		p.documents[d.ID] = &d
		p.documentOrder = append(p.documentOrder, d.ID)
	}
	p.buildFacts(raw, ps)
	p.buildGates(raw, ps)
	p.buildParameters(raw, ps)
	if len(ps.list) > 0 {
		return p // items would only repeat these faults
	}
	p.buildItems(raw, ps)
	p.buildProcedures(raw, ps)
	for _, it := range p.items {
		p.checkItemLinks(it, ps)
	}
	return p
}

// cite fills a clause with its document's number, or tells that it cites nothing.
func (p *Pack) cite(c *Clause, at Pos, what string, ps *problems) {
	if c.ID == "" {
		ps.add(at, "%s没有条款。请写 clause: 来源代号 第几条，来源代号见 sources.yaml。", what)
		return
	}
	d := p.documents[c.ID]
	if d == nil {
		ps.add(at, "%s引用的来源 %s 不在 sources.yaml%s。", what, c.ID, suggestion(c.ID, p.documentOrder))
		return
	}
	c.Document = d.Number
	if c.Article == "" && d.Reading != "sample" {
		ps.add(at, "%s只写了来源 %s，没有写第几条。", what, c.ID)
	}
}

func (p *Pack) buildFacts(raw *rawPack, ps *problems) {
	for i := range raw.facts {
		f := raw.facts[i]
		index := p.householdFacts
		switch f.Of {
		case OfMember:
			index = p.memberFacts
		case OfHousehold:
		default:
			ps.add(f.At, "事实 %s 的 of 是 %q，应为 household 或 member。", f.Key, f.Of)
		}
		if !identifier(f.Key) || f.Label == "" || f.Section == "" || index[f.Key] != nil {
			ps.add(f.At, "事实 %q 的 key 应是小写标识符且不重复，并写明 label 和 section。", f.Key)
		}
		switch f.Type {
		case Money, MoneyMonthly, Int, Bool, DateFact, Decimal, DivisionFact:
		case Enum:
			if len(f.Options) == 0 {
				ps.add(f.At, "枚举事实 %s 没有 options。", f.Key)
			}
		default:
			ps.add(f.At, "事实 %s 的类型 %q 不存在。可用：money、money_monthly、int、bool、date、enum、decimal、division。", f.Key, f.Type)
		}
		switch f.Sensitivity {
		case "public", "sensitive", "secret":
		default:
			ps.add(f.At, "事实 %s 的 sensitivity 是 %q，应为 public、sensitive 或 secret。", f.Key, f.Sensitivity)
		}
		if lo, hi := f.limits(); lo > hi || lo < -MaxFen || hi > MaxFen {
			ps.add(f.At, "事实 %s 的 min、max 应在 ±%d 之内且 min 不大于 max。", f.Key, int64(MaxFen))
		}
		index[f.Key] = &f
		p.facts = append(p.facts, &f)
	}
}

func identifier(s string) bool {
	for i, c := range s {
		if !(c >= 'a' && c <= 'z' || c == '_' || i > 0 && c >= '0' && c <= '9') {
			return false
		}
	}
	return s != ""
}
