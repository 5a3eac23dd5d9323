package columnar

import (
	"fmt"
	"slices"
	"strings"

	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// survey finds the items that the program's items ask, and the parameters and texts that they name.
func (prog *Program) survey() error {
	todo, seen := slices.Clone(prog.items), map[string]bool{}
	texts := map[string]bool{}
	for i := range prog.facts {
		f := &prog.facts[i]
		if len(f.Options) > 256 {
			return errs.Bad("fact", "枚举事实 %s 有 %d 个选项，批量测算最多 256 个。", f.Key, len(f.Options))
		}
		for _, o := range f.Options {
			texts[o.Code] = true
		}
	}
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		if seen[id] {
			continue
		}
		seen[id] = true
		low := prog.pack.Lowered(id)
		if len(low.Item.Rules) > maxRules {
			return errs.Bad("item", "项目 %s 有 %d 条规则，批量测算最多 %d 条。", id, len(low.Item.Rules), maxRules)
		}
		for _, r := range low.Item.Rules {
			if r.Item != "" {
				todo = append(todo, r.Item)
			}
		}
		for _, of := range []string{policy.OfHousehold, policy.OfMember} {
			keys := low.HouseholdFacts
			if of == policy.OfMember {
				keys = low.MemberFacts
			}
			for _, key := range keys {
				if f := prog.pack.Fact(of, key); f != nil && f.OutcomeOf != "" {
					todo = append(todo, f.OutcomeOf)
				}
			}
		}
		for _, list := range [][]*policy.Code{low.Exclusions, low.MemberValues, low.Values, low.Rules, low.Unless, {low.Amount}} {
			for _, c := range list {
				if c == nil {
					continue
				}
				prog.params = append(prog.params, c.Params...)
				gatherTexts(c.Root, texts)
			}
		}
	}
	slices.Sort(prog.params)
	prog.params = slices.Compact(prog.params)
	var list []string
	for s := range texts {
		list = append(list, s)
	}
	slices.Sort(list)
	prog.texts = map[string]int64{}
	for i, s := range list {
		prog.texts[s] = int64(i)
	}
	return nil
}

func gatherTexts(n *policy.Node, texts map[string]bool) {
	if n.Op == policy.OpConst && n.Kind == policy.KindText {
		texts[n.Text] = true
	}
	for _, a := range n.Args {
		gatherTexts(a, texts)
	}
}

// catalogue tells populations that were checked against the same facts.
func catalogue(facts []policy.Fact) string {
	var b strings.Builder
	for _, f := range facts {
		lo, hi, _ := f.Span()
		fmt.Fprintf(&b, "%s.%s %s %d %d %d;", f.Of, f.Key, f.Type, lo, hi, len(f.Options))
	}
	return b.String()
}

// result makes the step that writes an item's rows.
func (b *builder) result(c *itemCode) *node {
	n := &node{op: oItem, kind: isBool, level: c.level, out: c}
	for _, r := range c.rules {
		n.args = append(n.args, b.lift(r, c.level))
	}
	if c.amount != nil {
		n.args = append(n.args, b.lift(c.amount, c.level))
	}
	if c.fault != nil {
		n.args = append(n.args, b.lift(c.fault, c.level))
	}
	return n
}

// valueNamed finds item.value.
func (b *builder) valueNamed(name string) (*valueCode, error) {
	id, key, _ := strings.Cut(name, ".")
	if it := b.pack.Item(id); it == nil || !it.Valid(b.day) {
		return nil, errs.Bad("values", "数值 %s 的项目不存在，或在 %s 没有生效。应写作 项目.数值。", name, b.day)
	}
	c := b.item(id)
	n := c.values[key]
	if n == nil || n.kind == isText || n.kind == isDay {
		return nil, errs.Bad("values", "项目 %s 在 %s 没有名为 %s 的整数或是否数值。", id, b.day, key)
	}
	return &valueCode{name: name, item: c, node: n, level: c.level}, nil
}
