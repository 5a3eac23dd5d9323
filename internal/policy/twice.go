package policy

// checkTwice refuses an id written twice in one pack: layering would let the second silently replace the first.
func (raw *rawPack) checkTwice(ps *problems) {
	seen := map[string]Pos{}
	once := func(what, id string, at Pos) {
		if first, dup := seen[what+" "+id]; dup {
			ps.add(at, "%s %s 已写在 %s:%d。请删去一处或换一个 id。", what, id, first.File, first.Line)
			return
		}
		seen[what+" "+id] = at
	}
	for _, d := range raw.documents {
		once("来源", d.ID, d.At)
	}
	for _, f := range raw.facts {
		once("事实", f.Of+"."+f.Key, f.At)
	}
	for _, g := range raw.gates {
		once("开场问题", g.Key, g.At)
	}
	for _, q := range raw.parameters {
		once("参数", q.ID, q.At)
	}
	for _, q := range raw.procedures {
		once("流程", q.ID, q.At)
	}
	for _, it := range raw.items {
		once("项目", it.ID, it.At)
		for _, x := range it.Exclusions {
			once(it.ID+" 的成员排除", x.ID, x.At)
		}
		for _, v := range it.MemberValues {
			once(it.ID+" 的成员数值", v.ID, v.At)
		}
		for _, v := range it.Values {
			once(it.ID+" 的数值", v.ID, v.At)
		}
		for _, r := range it.Rules {
			once(it.ID+" 的规则", r.ID, r.At)
		}
		for _, m := range it.Materials {
			once(it.ID+" 的材料", m.ID, m.At)
		}
	}
}
