package policylist

import "zhongfu/internal/policy"

// Kinds of things that cite a clause, with the names by which a reader knows them.
var citing = map[string]string{
	"item": "事项", "apply": "申请", "material": "材料", "form": "文书", "exclusion": "不计入的成员", "rule": "条件", "amount": "金额",
	"reverification": "复核", "derive": "免申即享", "exclude": "不能同时享受", "procedure": "流程", "step": "步骤", "deadline": "时限",
	"incompatible": "不相容职责", "parameter": "数值",
}

// ClauseCitation is one place in a pack that stands on a clause.
type ClauseCitation struct {
	What     string        `json:"what"`      // a key of citing
	WhatName string        `json:"what_name"` // its name
	Owner    string        `json:"owner"`     // id of the item, procedure or parameter
	ID       string        `json:"id"`        // of the rule, step … within the owner
	Name     string        `json:"name"`
	Item     string        `json:"item,omitempty"` // the item, where the owner is one
	ItemName string        `json:"item_name,omitempty"`
	Clause   policy.Clause `json:"-"`
	At       policy.Pos    `json:"-"`
}

// Citations lists everything in a pack, its parents' text included, that cites a clause.
func Citations(p *policy.Pack) []ClauseCitation {
	var out []ClauseCitation
	for _, it := range p.Items() {
		out = append(out, itemCitations(it)...)
	}
	for _, proc := range p.Procedures() {
		out = append(out, procedureCitations(proc)...)
	}
	for _, par := range p.ParameterDefinitions() {
		for _, v := range par.Values {
			at := v.At
			if at.File == "" {
				at = par.At
			}
			out = append(out, cited("parameter", par.ID, par.ID, par.Label, v.Source, at))
		}
	}
	return out
}

func cited(what, owner, id, name string, c policy.Clause, at policy.Pos) ClauseCitation {
	return ClauseCitation{What: what, WhatName: citing[what], Owner: owner, ID: id, Name: name, Clause: c, At: at}
}

func itemCitations(it *policy.Item) []ClauseCitation {
	var out []ClauseCitation
	add := func(what, id, name string, c policy.Clause, at policy.Pos) {
		if at.File == "" {
			at = it.At
		}
		x := cited(what, it.ID, id, name, c, at)
		x.Item, x.ItemName = it.ID, it.Name
		out = append(out, x)
	}
	if it.Clause != nil {
		add("item", it.ID, it.Name, *it.Clause, it.At)
	}
	if it.Apply != nil {
		add("apply", "apply", it.Apply.Who, it.Apply.Clause, it.At)
	}
	for _, m := range it.Materials {
		add("material", m.ID, m.Name, m.Clause, m.At)
	}
	for _, f := range it.Forms {
		add("form", f.ID, f.Name, f.Clause, f.At)
	}
	for _, x := range it.Exclusions {
		add("exclusion", x.ID, x.Name, x.Clause, x.At)
	}
	for _, r := range it.Rules {
		add("rule", r.ID, r.Name, r.Clause, r.At)
	}
	if it.Amount != nil {
		add("amount", "amount", it.Amount.Label, it.Amount.Clause, it.Amount.At)
	}
	for _, r := range it.Reverification {
		add("reverification", r.What, checkNames[r.What]+"："+r.Who, r.Clause, it.At)
	}
	for _, d := range it.Derives {
		add("derive", d.Item, d.Name, d.Clause, it.At)
	}
	for _, x := range it.Excludes {
		add("exclude", x.Item, x.Name, x.Clause, it.At)
	}
	return out
}

func procedureCitations(p *policy.Procedure) []ClauseCitation {
	out := []ClauseCitation{cited("procedure", p.ID, p.ID, p.Name, p.Clause, p.At)}
	deadline := func(id, name string, d *policy.Deadline, at policy.Pos) {
		if d != nil {
			out = append(out, cited("deadline", p.ID, id, name, d.Clause, at))
		}
	}
	for i := range p.Totals {
		deadline(p.Totals[i].ID, p.Name+p.Totals[i].Name, &p.Totals[i].Deadline, p.Totals[i].At)
	}
	for i := range p.Groups {
		deadline(p.Groups[i].ID, p.Name+p.Groups[i].Name, &p.Groups[i].Deadline, p.Groups[i].At)
	}
	for _, in := range p.Incompatible {
		id := ""
		if len(in.Steps) == 2 {
			id = in.Steps[0] + "/" + in.Steps[1]
		}
		out = append(out, cited("incompatible", p.ID, id, p.Name, in.Clause, in.At))
	}
	for _, s := range p.Steps {
		out = append(out, cited("step", p.ID, s.ID, p.Name+"："+s.Name, s.Clause, s.At))
		deadline(s.ID, p.Name+"："+s.Name, s.StartsWithin, s.At)
		deadline(s.ID, p.Name+"："+s.Name, s.Deadline, s.At)
	}
	return out
}
