package policy

import "slices"

// Gate is an opening question of the self-check ("谁在上学？"): no fact of the policy, but what tells whether the facts
// behind it are worth asking. Who says no has the value Otherwise in all facts whose gates are all answered so.
type Gate struct {
	Key      string `yaml:"key" json:"key"`
	Of       string `yaml:"of" json:"of"` // household or member
	Section  string `yaml:"section" json:"section"`
	Question string `yaml:"question" json:"question"`
	Help     string `yaml:"help" json:"help,omitempty"`
	// Together names the screen, as Fact.Together does.
	Together string `yaml:"together" json:"together,omitempty"`
	At       Pos    `yaml:"-" json:"-"`
}

// AsFact is the gate as a question like any other: yes or no.
func (g *Gate) AsFact() *Fact {
	return &Fact{Key: g.Key, Label: g.Question, Help: g.Help, Of: g.Of, Type: Bool, Section: g.Section, Sensitivity: "sensitive",
		Question: g.Question, Together: g.Together, At: g.At}
}

// Gates returns the opening questions in the order of the pack, the parent's first.
func (p *Pack) Gates() []Gate {
	out := make([]Gate, len(p.gates))
	for i, g := range p.gates {
		out[i] = *g
	}
	return out
}

// Gate returns the opening question with the key, or nil.
func (p *Pack) Gate(key string) *Gate {
	for _, g := range p.gates {
		if g.Key == key {
			return g
		}
	}
	return nil
}

// Without is the fact's value for whoever said no to all of Behind; nil where the fact stands behind nothing.
func (f *Fact) Without() any {
	switch {
	case len(f.Behind) == 0 || f.OutcomeOf != "":
		return nil
	case f.Type == Bool:
		return f.Otherwise == "true"
	case f.Type == Enum:
		return string(f.Otherwise)
	}
	lo, _ := f.limits()
	return max(0, lo)
}

// buildGates indexes the opening questions and checks what stands behind what.
func (p *Pack) buildGates(raw *rawPack, ps *problems) {
	for i := range raw.gates {
		g := raw.gates[i]
		if g.Of != OfHousehold && g.Of != OfMember {
			ps.add(g.At, "开场问题 %s 的 of 是 %q，应为 household 或 member。", g.Key, g.Of)
		}
		if !identifier(g.Key) || g.Question == "" || g.Section == "" || p.householdFacts[g.Key] != nil || p.memberFacts[g.Key] != nil || p.Gate(g.Key) != nil {
			ps.add(g.At, "开场问题 %q 的 key 应是小写标识符，不与事实或别的开场问题重名，并写明 question 和 section。", g.Key)
		}
		p.gates = append(p.gates, &g)
	}
	used := map[string]bool{}
	for _, f := range p.facts {
		for _, key := range f.Behind {
			used[key] = true
			if p.Gate(key) == nil && !p.counts(f, key) {
				ps.add(f.At, "事实 %s 的 behind 写了 %s：没有这个开场问题，本人、家庭或成员也没有这样的是非、数量事实%s。", f.Key, key, suggestion(key, p.gateKeys()))
			}
		}
		if p.behindItself(f) {
			ps.add(f.At, "事实 %s 经过 behind 又排在自己后面，永远不会问到。请去掉其中一个 behind。", f.Key)
		}
		p.checkBehind(f, ps)
	}
	for _, g := range p.gates {
		if !used[g.Key] {
			ps.add(g.At, "开场问题 %s 后面没有任何事实，问了也没有用。请在事实里写 behind: %s，或删去。", g.Key, g.Key)
		}
	}
}

// Before is the fact with the key that f may stand behind: of the same person, of the household, or of anybody in it; nil
// where there is none.
func (p *Pack) Before(f *Fact, key string) *Fact {
	if o := p.Fact(f.Of, key); o != nil {
		return o
	}
	if o := p.householdFacts[key]; o != nil {
		return o
	}
	return p.memberFacts[key]
}

// counts tells whether a fact may stand behind another: that must be told by yes and no or by a number.
func (p *Pack) counts(f *Fact, key string) bool {
	o := p.Before(f, key)
	return o != nil && (o.Type == Bool || o.Type == Int || o.Type == Money || o.Type == MoneyMonthly)
}

// behindItself tells whether the way from a fact to what is asked before it leads back to it.
func (p *Pack) behindItself(f *Fact) bool {
	seen := map[*Fact]bool{}
	var leads func(o *Fact) bool
	leads = func(o *Fact) bool {
		if o == nil || seen[o] {
			return false
		}
		seen[o] = true
		return slices.ContainsFunc(o.Behind, func(key string) bool { b := p.Before(o, key); return b == f || leads(b) })
	}
	return leads(f)
}

func (p *Pack) checkBehind(f *Fact, ps *problems) {
	switch {
	case len(f.Behind) == 0:
		if f.Otherwise != "" {
			ps.add(f.At, "事实 %s 写了 otherwise 却没有 behind。", f.Key)
		}
		return
	case f.Question == "":
		ps.add(f.At, "事实 %s 写了 behind 却没有 question，反正不会问公众。", f.Key)
	}
	switch f.Type {
	case Enum:
		if !slices.ContainsFunc(f.Options, func(o Option) bool { return o.Code == string(f.Otherwise) }) {
			ps.add(f.At, "事实 %s 的 otherwise 是 %q，应是它的一个选项：%s。", f.Key, f.Otherwise, f.codes())
		}
	case Bool:
		if f.Otherwise != "" && f.Otherwise != "true" && f.Otherwise != "false" {
			ps.add(f.At, "事实 %s 的 otherwise 应为 true 或 false。", f.Key)
		}
	case Money, MoneyMonthly, Int:
		if f.Otherwise != "" {
			ps.add(f.At, "事实 %s 是数，开场问题答“没有”时就是 0，不要写 otherwise。", f.Key)
		}
	default:
		ps.add(f.At, "事实 %s 的类型 %s 没有“没有”这个值，不能写 behind。", f.Key, f.Type)
	}
}

func (p *Pack) gateKeys() []string {
	var out []string
	for _, g := range p.gates {
		out = append(out, g.Key)
	}
	return out
}
