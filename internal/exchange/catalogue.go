package exchange

import (
	"slices"
	"strings"

	"zhongfu/internal/policy"
)

// Catalogue is every source with its data classes, checked whole. It does not change after Load and may be used by many at
// once; With makes another one.
type Catalogue struct {
	sources []*Source
	byID    map[string]*Source
	classes map[string]placed
	code    map[string]*classCode // by class
	facts   map[string]policy.Fact
}

type placed struct {
	class  *Class
	source *Source
}

// Sources lists the sources by id, those switched off included.
func (c *Catalogue) Sources() []*Source { return slices.Clone(c.sources) }

// Source returns the source with the id, or nil.
func (c *Catalogue) Source(id string) *Source { return c.byID[id] }

// Class returns a class with its source, or nil twice.
func (c *Catalogue) Class(id string) (*Class, *Source) {
	p := c.classes[id]
	return p.class, p.source
}

// Classes lists the classes of all sources, in the order of the sources.
func (c *Catalogue) Classes() []*Class {
	var out []*Class
	for _, s := range c.sources {
		for i := range s.Classes {
			out = append(out, &s.Classes[i])
		}
	}
	return out
}

// ClassesFor lists the classes that feed any of the facts, each once. A fact is written with whose it is
// ("household.vehicles") or by its key alone.
func (c *Catalogue) ClassesFor(facts ...string) []*Class {
	want := map[string]bool{}
	for _, f := range facts {
		want[f] = true
	}
	var out []*Class
	for _, class := range c.Classes() {
		for _, m := range class.Facts {
			if want[m.Fact] || want[m.Of+"."+m.Fact] {
				out = append(out, class)
				break
			}
		}
	}
	return out
}

// FactsOf lists the facts that the classes feed, as "of.key", sorted.
func (c *Catalogue) FactsOf(classes ...string) []string {
	seen := map[string]bool{}
	for _, id := range classes {
		if class := c.classes[id].class; class != nil {
			for _, m := range class.Facts {
				seen[m.Of+"."+m.Fact] = true
			}
		}
	}
	out := make([]string, 0, len(seen))
	for f := range seen {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}

// Fact returns the fact of the policy catalogue that a mapping feeds, or nil.
func (c *Catalogue) Fact(of, key string) *policy.Fact {
	f, ok := c.facts[of+"."+key]
	if !ok {
		return nil
	}
	return &f
}

// LoadError is every fault found in a catalogue; such a catalogue does not load.
type LoadError struct{ Problems []policy.Problem }

func (e *LoadError) Error() string {
	lines := []string{"来源目录有错误，拒绝加载："}
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}
