package policy

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
)

// SiteKind says what a text of an item decides.
type SiteKind string

// Kinds of sites. SiteItem is a rule that asks another item; SiteRounding is the name of a rounding rule.
const (
	SiteExclusion   SiteKind = "exclusion"
	SiteMemberValue SiteKind = "member_value"
	SiteValue       SiteKind = "value"
	SiteRule        SiteKind = "rule"
	SiteItem        SiteKind = "item"
	SiteUnless      SiteKind = "unless"
	SiteAmount      SiteKind = "amount"
	SiteRounding    SiteKind = "rounding"
)

// Site is one deciding text of one item, for tools that ask what would come out if it read otherwise.
type Site struct {
	Item string   // the item that is decided
	Kind SiteKind // what the text decides
	ID   string   // of the exclusion, value or rule
	At   Pos      // where the text begins; a fragment's is the same in every item that includes it
	Text string   // as written; of a rule that asks an item, that item's id

	index int
	x     *expr // nil for SiteItem and SiteRounding
	bool  bool  // compiles to bool, not to int or string
	env   func() (*itemEnvs, error)
	scope func() *staticScope
}

// Sites lists the deciding texts of all items of the pack, inherited and included ones too.
func (p *Pack) Sites() []Site {
	var out []Site
	for _, id := range p.itemOrder {
		out = append(out, p.sites(p.items[id])...)
	}
	return out
}

func (p *Pack) sites(it *Item) []Site {
	env := sync.OnceValues(func() (*itemEnvs, error) { return p.itemEnvs(it) })
	scope := sync.OnceValue(func() *staticScope { return p.static(it, true) })
	var out []Site
	add := func(kind SiteKind, id string, at Pos, i int, text string, x *expr) {
		out = append(out, Site{Item: it.ID, Kind: kind, ID: id, At: at, Text: text, index: i, x: x, env: env, scope: scope,
			bool: kind == SiteItem || x != nil && x.ast.OutputType().IsExactType(cel.BoolType)})
	}
	for i, x := range it.Exclusions {
		add(SiteExclusion, x.ID, x.ExprAt.or(x.At), i, x.When, it.code.exclusions[i])
	}
	for i, v := range it.MemberValues {
		add(SiteMemberValue, v.ID, v.ExprAt.or(v.At), i, v.Expr, it.code.memberValues[i])
	}
	for i, v := range it.Values {
		add(SiteValue, v.ID, v.ExprAt.or(v.At), i, v.Expr+v.Sum+v.Count+v.Any, it.code.values[i])
	}
	for i, r := range it.Rules {
		if r.Item != "" {
			add(SiteItem, r.ID, r.ExprAt.or(r.At), i, r.Item, nil)
		} else {
			add(SiteRule, r.ID, r.ExprAt.or(r.At), i, r.When, it.code.rules[i])
		}
		if r.Unless != "" {
			add(SiteUnless, r.ID, r.UnlessAt.or(r.At), i, r.Unless, it.code.unless[i])
		}
	}
	if a := it.Amount; a != nil {
		add(SiteAmount, "amount", a.ExprAt.or(a.At), 0, a.Expr, it.code.amount)
		add(SiteRounding, "rounding", a.At, 0, a.Rounding.Rule, it.code.amount)
	}
	return out
}

// AST is the checked tree of the text, nil where the text is no expression.
func (s *Site) AST() *ast.AST {
	if s.x == nil {
		return nil
	}
	return s.x.ast.NativeRep()
}

// Bool tells whether the text decides yes or no.
func (s *Site) Bool() bool { return s.bool }

// Range bounds a whole-number part of the tree over everything the catalogue and the parameters allow.
func (s *Site) Range(e ast.Expr) (lo, hi int64) {
	r := s.scope().ranges(s.x, e).num
	return r.lo, r.hi
}

// Step is a number that every value of a whole-number part is a multiple of (amounts in whole yuan: 100); 0 means that
// the part is always zero.
func (s *Site) Step(e ast.Expr) int64 { return s.scope().step(s.x, e) }

// Try is another text for a site, checked and compiled.
type Try struct {
	text string
	x    *expr
}

// Try compiles another text for the site. The error says why it may not stand there.
func (s *Site) Try(text string) (Try, error) {
	if s.Kind == SiteRounding {
		if _, ok := roundings[text]; !ok {
			return Try{}, fmt.Errorf("没有取整规则 %s", text)
		}
		return Try{text: text}, nil
	}
	envs, err := s.env()
	if err != nil {
		return Try{}, err
	}
	env, want := envs.house, cel.BoolType
	switch {
	case s.Kind == SiteExclusion, s.Kind == SiteMemberValue, s.Kind == SiteValue && s.inMember():
		env = envs.member
	}
	if s.x != nil {
		want = s.x.ast.OutputType()
	}
	ps := &problems{}
	x := compile(env.forgetful(), text, want, s.At, s.ID, nil, ps)
	if x == nil {
		return Try{}, ps.err(s.Item)
	}
	return Try{text, x}, nil
}

func (s *Site) inMember() bool {
	v := &s.scope().item.Values[s.index]
	return v.Expr == ""
}

// With returns the pack with the text tried at some of its sites; p itself stays as it is.
func (p *Pack) With(t Try, sites ...Site) *Pack {
	out := *p
	out.items = maps.Clone(p.items)
	for i := range sites {
		s := &sites[i]
		it := *out.items[s.Item]
		code := *it.code
		it.code = &code
		switch s.Kind {
		case SiteExclusion:
			code.exclusions = replaced(code.exclusions, s.index, t.x)
		case SiteMemberValue:
			code.memberValues = replaced(code.memberValues, s.index, t.x)
		case SiteValue:
			code.values = replaced(code.values, s.index, t.x)
		case SiteRule, SiteItem:
			it.Rules = slices.Clone(it.Rules)
			it.Rules[s.index].Item, it.Rules[s.index].When = "", t.text
			code.rules, code.unless = replaced(code.rules, s.index, t.x), replaced(code.unless, s.index, nil)
		case SiteUnless:
			code.unless = replaced(code.unless, s.index, t.x)
		case SiteAmount:
			code.amount = t.x
		case SiteRounding:
			a := *it.Amount
			a.Rounding.Rule = t.text
			it.Amount = &a
		}
		out.items[s.Item] = &it
	}
	return &out
}

func replaced(list []*expr, i int, x *expr) []*expr {
	out := slices.Clone(list)
	out[i] = x
	return out
}

// Asks lists the items whose outcome the item asks, by a rule or by a status fact.
func (p *Pack) Asks(item string) []string {
	it := p.items[item]
	if it == nil {
		return nil
	}
	var out []string
	for _, r := range it.Rules {
		if r.Item != "" {
			out = append(out, r.Item)
		}
	}
	for _, f := range p.statusFacts(it) {
		out = append(out, f.OutcomeOf)
	}
	return out
}

// RoundingRules names the rounding rules, sorted.
func RoundingRules() []string { return sortedKeys(roundings) }

func (s Site) String() string { return strings.Join([]string{s.Item, string(s.Kind), s.ID}, " ") }
