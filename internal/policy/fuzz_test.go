package policy

import (
	"io/fs"
	"maps"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"zhongfu/policies"
)

// parentOnce is the parent pack as read, which the fuzzer never changes.
type parentOnce struct{ raw *rawPack }

var national = sync.OnceValue(func() *parentOnce {
	raw, _ := readPack(policies.FS, "national", &problems{})
	return &parentOnce{raw}
})

// layered tells whether the child pack builds over the parent; it must never panic.
func (n *parentOnce) layered(fsys fs.FS) bool {
	ps := &problems{}
	child, ok := readPack(fsys, "guangdong", ps)
	if !ok || len(ps.list) > 0 {
		return false
	}
	whole := layer(n.raw, child, ps)
	if len(ps.list) == 0 {
		build(whole, ps)
	}
	return len(ps.list) == 0
}

// No text of any file of a pack makes the loader panic or hang, and whatever loads can be evaluated.
func FuzzLoad(f *testing.F) {
	files := []string{"guangdong/items/expenditure_hardship.yaml", "guangdong/items/tekun.yaml", "guangdong/items/electricity.yaml", "guangdong/items/unsupported_child.yaml",
		"guangdong/facts/status.yaml", "guangdong/parameters/basic.yaml", "guangdong/cases/tekun.yaml", "guangdong/procedures/tekun.yaml",
		"guangdong/pack.yaml", "guangdong/sources.yaml", "guangdong/items/dibao.yaml", "guangdong/items/household_means.yaml",
		"guangdong/parameters/means.yaml", "guangdong/cases/dibao_marginal.yaml", "guangdong/procedures/x.yaml", "guangdong/facts/x.yaml"}
	p := guangdong(f)
	packs := changed(f, "guangdong/facts/none.yaml", "", "facts: []\n")
	for i, name := range files {
		text, err := p.Source(name)
		if err != nil {
			text = p.sources[strings.Replace(name, "guangdong", "national", 1)]
		}
		if text == "" {
			text = p.sources["national/procedures/dibao.yaml"]
		}
		f.Add(uint8(i), text)
	}
	f.Add(uint8(2), "id: dibao\nrules:\n  - id: income\n    when: v.size / 0 > 1\n    name: a\n    text: b\n    reason: c\n    clause: MZF57 第一条\n")
	f.Add(uint8(1), "id: tekun\nrules:\n  - {id: r, name: a, item: dibao, unless: a.holds_tekun, text: b, reason: c, clause: MZF57 第一条}\nexcludes:\n  - {item: x, external: true, name: y, clause: MZF57 第一条}\nasks_for: [birth]\n")
	f.Add(uint8(4), "facts:\n  - {key: holds_tekun, label: a, of: member, type: bool, section: b, sensitivity: secret, outcome_of: tekun, question: c}\n")
	f.Add(uint8(0), "a: *x\n---\n- &x [*x]\n")
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		name := files[int(which)%len(files)]
		alone := &rawPack{head: packFile{Name: "guangdong"}, files: map[string]string{}}
		if ps := (&problems{}); name != "guangdong/pack.yaml" {
			if alone.readFile(name, []byte(text), ps); len(ps.list) > 0 {
				return // the file by itself is refused; most texts end here
			}
		}
		fsys := maps.Clone(packs)
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		if !national().layered(fsys) { // without the parent's cases, which no text here can change
			return
		}
		p, err := Load(fsys, "guangdong")
		if err != nil {
			if _, ok := err.(*LoadError); !ok {
				t.Fatalf("not a LoadError: %v", err)
			}
			return
		}
		for _, it := range p.Items() {
			_, _ = p.Evaluate(it.ID, householdOf(1))
		}
		_ = Diff(p, p)
		_ = p.Warnings()
	})
}

// No JSON makes the evaluator panic; what is accepted comes out with one of the three outcomes.
func FuzzEvaluateJSON(f *testing.F) {
	p := guangdong(f)
	f.Add(`{"household":{"urban":true},"members":[{"id":"a","relation":"02","birth":"1980-01-01","income_wage":1}]}`)
	f.Add(`{"date":"2026-01-01","division":440106012000,"person":"a","members":[{"id":"a"}]}`)
	f.Add(`{"members":[{"id":"a","income_wage":1000000000000,"rigid_spending":1000000000000}]}`)
	f.Add(`[{}]`)
	f.Fuzz(func(t *testing.T, text string) {
		in, err := p.DecodeInput(strings.NewReader(text))
		if err != nil {
			return
		}
		if in.Date == 0 {
			in.Date = householdOf(0).Date
		}
		if in.Division == 0 {
			in.Division = 440106012000
		}
		for _, it := range p.Items() {
			r, err := p.Evaluate(it.ID, in)
			if err != nil {
				continue
			}
			switch r.Outcome {
			case Eligible, Ineligible:
				if len(r.Missing) > 0 {
					t.Fatalf("%s, yet missing %v", r.Outcome, r.Missing)
				}
			case NeedsEvidence:
				if len(r.Missing) == 0 {
					t.Fatal("needs evidence, but none is named")
				}
			default:
				t.Fatalf("outcome %q", r.Outcome)
			}
		}
	})
}
