package policylist

import (
	"regexp"
	"slices"

	"zhongfu/internal/policy"
)

var variable = regexp.MustCompile(`\b([vmap])\.([a-z_][a-z_0-9]*)`)

// items are the items in force on the day.
func (st stand) items() []*policy.Item {
	var out []*policy.Item
	for _, it := range st.pack.Items() {
		if it.Valid(st.day) {
			out = append(out, it)
		}
	}
	return out
}

// parametersOf lists the parameters that decide an item, in the order of the pack: those its rules, values and amount name, and
// those of the items its rules ask.
func parametersOf(p *policy.Pack, it *policy.Item) []string {
	seen := map[string]bool{}
	collect(p, it, seen, map[string]bool{})
	var out []string
	for _, def := range p.ParameterDefinitions() {
		if seen[def.ID] {
			out = append(out, def.ID)
		}
	}
	return out
}

// collect follows the names from rules and amount through the values; a value that nothing names adds nothing.
func collect(p *policy.Pack, it *policy.Item, params, visited map[string]bool) {
	if it == nil || visited["item "+it.ID] {
		return
	}
	visited["item "+it.ID] = true
	var follow func(text string)
	follow = func(text string) {
		for _, m := range variable.FindAllStringSubmatch(text, -1) {
			if m[1] == "p" {
				params[m[2]] = true
				continue
			}
			key := it.ID + " " + m[1] + "." + m[2]
			if visited[key] {
				continue
			}
			visited[key] = true
			for _, v := range slices.Concat(it.Values, it.MemberValues) {
				if v.ID == m[2] {
					follow(v.Expr + " " + v.Sum + " " + v.Count + " " + v.Any)
				}
			}
		}
	}
	for _, x := range it.Exclusions {
		follow(x.When)
	}
	for _, r := range it.Rules {
		follow(r.When + " " + r.Unless)
		if r.Item != "" {
			collect(p, p.Item(r.Item), params, visited)
		}
	}
	if it.Amount != nil {
		follow(it.Amount.Expr)
	}
}
