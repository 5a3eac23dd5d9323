package mutate

import (
	"path"
	"strings"

	"zhongfu/internal/policy"
)

// Wanted is the share of mutants, in percent, that the cases of a pack must notice.
const Wanted = 95

// Survivor is a mutant that no case noticed.
type Survivor struct {
	At       policy.Pos `json:"at"`
	Where    string     `json:"where"` // "rule income"
	Kind     Kind       `json:"kind"`
	Original string     `json:"original"`
	Mutant   string     `json:"mutant"`
	Hint     string     `json:"hint"` // in Chinese: what case would catch it
}

// Item is the count for the texts written in one item or fragment of one pack.
type Item struct {
	Pack    string `json:"pack"`
	Item    string `json:"item"`
	Mutants int    `json:"mutants"`
	Caught  int    `json:"caught"`
}

// Report is what Run found.
type Report struct {
	Mutants   int        `json:"mutants"`
	Caught    int        `json:"caught"`
	Items     []Item     `json:"items"`
	Survivors []Survivor `json:"survivors"`
}

// Score in percent; nothing to try counts as all noticed.
func Score(caught, mutants int) float64 {
	if mutants == 0 {
		return 100
	}
	return 100 * float64(caught) / float64(mutants)
}

// Good tells whether enough mutants were noticed.
func (r *Report) Good() bool { return r.Caught*100 >= r.Mutants*Wanted }

func (r *Report) add(g *group, tried int, survivors []Survivor) {
	caught := tried - len(survivors)
	r.Mutants += tried
	r.Caught += caught
	r.Survivors = append(r.Survivors, survivors...)
	for i := range r.Items {
		if it := &r.Items[i]; it.Pack == g.pack && it.Item == g.item {
			it.Mutants += tried
			it.Caught += caught
			return
		}
	}
	r.Items = append(r.Items, Item{g.pack, g.item, tried, caught})
}

// written tells in which pack and item file a text stands.
func written(at policy.Pos) (pack, item string) {
	pack, _, _ = strings.Cut(at.File, "/")
	return pack, strings.TrimSuffix(path.Base(at.File), ".yaml")
}
