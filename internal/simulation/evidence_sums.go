package simulation

import (
	"cmp"
	"slices"
)

// Evidence says what to collect first: households for whom some item comes out as needing evidence after the change, and the
// facts that its open rules read and nobody has answered, by the section of the catalogue.
type Evidence struct {
	Households int64           `json:"households" doc:"with at least one item that needs evidence"`
	Withheld   bool            `json:"withheld,omitempty" doc:"too few households to be shown"`
	Classes    []EvidenceClass `json:"classes" doc:"most households first"`
}

// EvidenceClass is a section of the catalogue: income, assets, health …
type EvidenceClass struct {
	Class      string         `json:"class"`
	Households int64          `json:"households" doc:"that lack a fact of this class"`
	Alone      *int64         `json:"alone" doc:"of these, households that lack nothing else; null: withheld"`
	Facts      []EvidenceFact `json:"facts"`
}

// EvidenceFact is one fact that nobody has answered.
type EvidenceFact struct {
	Of         string   `json:"of" enum:"household,member"`
	Fact       string   `json:"fact"`
	Label      string   `json:"label"`
	Source     string   `json:"source,omitempty" doc:"departments that can answer for it in a verification"`
	Households int64    `json:"households"`
	Alone      *int64   `json:"alone" doc:"of these, households that lack nothing else; null: withheld"`
	Items      []string `json:"items" doc:"up to three items that wait for it in most households"`
}

// evidenceTally counts households that lack facts.
type evidenceTally struct {
	open         int64
	facts, alone []int64
	classes      []int64
	classAlone   []int64
	byItem       [][]int64 // item × fact
}

func newEvidence(items, facts, sections int) *evidenceTally {
	t := &evidenceTally{facts: make([]int64, facts), alone: make([]int64, facts), classes: make([]int64, sections), classAlone: make([]int64, sections), byItem: make([][]int64, items)}
	for k := range t.byItem {
		t.byItem[k] = make([]int64, facts)
	}
	return t
}

// put adds a household's missing facts.
func (t *evidenceTally) put(missing *factSet, c *catalogue) {
	t.open++
	alone := missing.size() == 1
	missing.each(func(i int) {
		t.facts[i]++
		if alone {
			t.alone[i]++
		}
	})
	for s := range c.of {
		if missing.meets(&c.of[s]) {
			t.classes[s]++
			if missing.within(&c.of[s]) {
				t.classAlone[s]++
			}
		}
	}
}

func (t *evidenceTally) add(o *evidenceTally) {
	t.open += o.open
	sum(t.facts, o.facts)
	sum(t.alone, o.alone)
	sum(t.classes, o.classes)
	sum(t.classAlone, o.classAlone)
	for k := range t.byItem {
		sum(t.byItem[k], o.byItem[k])
	}
}

func sum(to, by []int64) {
	for i := range by {
		to[i] += by[i]
	}
}

// lacks is what one item's row waits for and nobody has answered.
func (w *waiting) lacks(row int, household, member *factSet) (missing factSet, open bool) {
	if w == nil || w.of[row] == 0 {
		return missing, false
	}
	n := &w.masks[w.of[row]-1]
	for i := range missing {
		missing[i] = n.all[i] & household[i]
		if member != nil {
			missing[i] |= n.one[i] & member[i]
		}
	}
	return missing, true
}

// evidence draws the result up; counts under few are left out or withheld.
func (w *run) evidence(t *evidenceTally, few int64) Evidence {
	out := Evidence{Households: t.open, Classes: []EvidenceClass{}}
	if t.open > 0 && t.open < few {
		return Evidence{Withheld: true, Classes: out.Classes}
	}
	shown := func(n int64) *int64 {
		if n > 0 && n < few {
			return nil
		}
		return &n
	}
	for s, name := range w.catalogue.sections {
		if t.classes[s] == 0 || t.classes[s] < few {
			continue
		}
		class := EvidenceClass{Class: name, Households: t.classes[s], Alone: shown(t.classAlone[s]), Facts: []EvidenceFact{}}
		w.catalogue.of[s].each(func(i int) {
			if t.facts[i] == 0 || t.facts[i] < few {
				return
			}
			f := &w.catalogue.facts[i]
			class.Facts = append(class.Facts, EvidenceFact{Of: f.Of, Fact: f.Key, Label: f.Label, Source: f.SuppliedBy, Households: t.facts[i], Alone: shown(t.alone[i]), Items: w.waitMost(t, i)})
		})
		slices.SortStableFunc(class.Facts, func(a, b EvidenceFact) int { return cmp.Compare(b.Households, a.Households) })
		out.Classes = append(out.Classes, class)
	}
	slices.SortStableFunc(out.Classes, func(a, b EvidenceClass) int { return cmp.Compare(b.Households, a.Households) })
	return out
}

// waitMost are the names of the items that wait for a fact in most households.
func (w *run) waitMost(t *evidenceTally, fact int) []string {
	var ids []int
	for k := range w.items {
		if t.byItem[k][fact] > 0 {
			ids = append(ids, k)
		}
	}
	slices.SortStableFunc(ids, func(a, b int) int { return cmp.Compare(t.byItem[b][fact], t.byItem[a][fact]) })
	names := []string{}
	for _, k := range ids[:min(3, len(ids))] {
		names = append(names, w.items[k].name)
	}
	return names
}
