package policy

import "maps"

// mergeItem lays child over parent: lists by id (same id replaces, a new id is appended, Remove drops), single fields
// where the child writes them.
func mergeItem(parent, child Item) Item {
	out := parent
	out.ID, out.Fragment, out.At = child.ID, child.Fragment, child.At
	if out.At.File == "" {
		out.At = parent.At
	}
	pick(&out.Name, child.Name)
	pick(&out.Summary, child.Summary)
	pick(&out.Kind, child.Kind)
	pick(&out.Theme, child.Theme)
	pick(&out.Department, child.Department)
	pick(&out.Intake, child.Intake)
	pick(&out.Unit, child.Unit)
	pick(&out.Procedure, child.Procedure)
	pick(&out.From, child.From)
	pick(&out.Until, child.Until)
	pick(&out.Clause, child.Clause)
	pick(&out.Apply, child.Apply)
	pick(&out.Amount, child.Amount)
	if len(child.Include) > 0 {
		out.Include = child.Include
	}
	if len(child.AsksFor) > 0 {
		out.AsksFor = child.AsksFor
	}
	if child.Variants != nil {
		out.Variants = child.Variants
	}
	out.Materials = mergeList(parent.Materials, child.Materials, child.Remove, func(m Material) string { return m.ID })
	out.Forms = mergeList(parent.Forms, child.Forms, child.Remove, func(f Form) string { return f.ID })
	out.Exclusions = mergeList(parent.Exclusions, child.Exclusions, child.Remove, func(e Exclusion) string { return e.ID })
	out.MemberValues = mergeList(parent.MemberValues, child.MemberValues, child.Remove, func(v Value) string { return v.ID })
	out.Values = mergeList(parent.Values, child.Values, child.Remove, func(v Value) string { return v.ID })
	out.Rules = mergeList(parent.Rules, child.Rules, child.Remove, func(r Rule) string { return r.ID })
	out.Derives = mergeList(parent.Derives, child.Derives, child.Remove, func(d Derived) string { return d.Name })
	out.Excludes = mergeList(parent.Excludes, child.Excludes, child.Remove, func(e Excluded) string { return e.Item })
	out.Reverification = mergeList(parent.Reverification, child.Reverification, nil, func(r Reverification) string { return r.What + r.Who })
	out.Remove = append(append(Strings{}, parent.Remove...), child.Remove...)
	out.dropped = map[string]bool{}
	maps.Copy(out.dropped, parent.dropped)
	maps.Copy(out.dropped, child.dropped)
	for _, id := range child.Remove {
		out.dropped[id] = out.dropped[id] || parent.holds(id)
	}
	return out
}

// holds tells whether one of the lists that Remove works on has the id.
func (it *Item) holds(id string) bool {
	has := func(n int, at func(i int) string) bool {
		for i := range n {
			if at(i) == id {
				return true
			}
		}
		return false
	}
	return has(len(it.Rules), func(i int) string { return it.Rules[i].ID }) ||
		has(len(it.Values), func(i int) string { return it.Values[i].ID }) ||
		has(len(it.MemberValues), func(i int) string { return it.MemberValues[i].ID }) ||
		has(len(it.Exclusions), func(i int) string { return it.Exclusions[i].ID }) ||
		has(len(it.Materials), func(i int) string { return it.Materials[i].ID }) ||
		has(len(it.Forms), func(i int) string { return it.Forms[i].ID }) ||
		has(len(it.Derives), func(i int) string { return it.Derives[i].Name }) ||
		has(len(it.Excludes), func(i int) string { return it.Excludes[i].Item })
}

func pick[T comparable](to *T, v T) {
	var zero T
	if v != zero {
		*to = v
	}
}

func mergeList[T any](parent, child []T, remove Strings, id func(T) string) []T {
	out := []T{} // never nil: the viewer expects lists
	at := map[string]int{}
	gone := map[string]bool{}
	for _, r := range remove {
		gone[r] = true
	}
	for _, e := range parent {
		if !gone[id(e)] {
			at[id(e)] = len(out)
			out = append(out, e)
		}
	}
	for _, e := range child {
		if i, ok := at[id(e)]; ok {
			out[i] = e
			continue
		}
		at[id(e)] = len(out)
		out = append(out, e)
	}
	return out
}

// expand resolves the includes of an item: the fragments in their order, the item's own text on top.
func expand(items map[string]Item, it Item, ps *problems) Item {
	var base Item
	for _, id := range it.Include {
		f, ok := items[id]
		if !ok || !f.Fragment {
			ps.add(it.At, "include 的片段 %s 不存在%s。请在 items/ 里写一个 fragment: true 的同名文件。", id, suggestion(id, sortedKeys(items)))
			continue
		}
		if len(f.Include) > 0 {
			ps.add(f.At, "片段 %s 不能再 include 别的片段。请直接写在项目里。", id)
		}
		base = mergeItem(base, f)
	}
	include := it.Include
	out := mergeItem(base, it)
	out.Include = include
	for _, id := range out.Remove {
		if !out.dropped[id] {
			ps.add(it.At, "项目 %s 的 remove 里的 %s 在上级和片段里都没有%s。要去掉的东西没有去掉，请改正。", it.ID, id, suggestion(id, base.ids()))
		}
	}
	return out
}

// ids of the rules, exclusions and values, for suggestions.
func (it *Item) ids() []string {
	var out []string
	for _, r := range it.Rules {
		out = append(out, r.ID)
	}
	for _, x := range it.Exclusions {
		out = append(out, x.ID)
	}
	for _, v := range append(append([]Value{}, it.MemberValues...), it.Values...) {
		out = append(out, v.ID)
	}
	return out
}
