package simulation

import (
	"slices"
	"strings"

	"zhongfu/internal/policy"
)

// SampleValue is a value that no document gives (示例值), or the province's floor where the place's own is not known (省定底线), as
// a run has used it.
type SampleValue struct {
	Parameter string   `json:"parameter" doc:"empty: how an item's amount is rounded"`
	Label     string   `json:"label"`
	Status    string   `json:"status" enum:"floor,sample"`
	Places    int      `json:"places" doc:"counties of the run where it stands"`
	Items     []string `json:"items" doc:"names of the items that use it"`
}

// marks names what each item takes from samples and floors in the counties of the run. A value that is tried out is no
// sample: it is the question.
func (w *run) marks(counties []int64, out *SimulationResult) {
	type key struct{ id, status string }
	found := map[key]*SampleValue{}
	var order []key
	for i := range w.items {
		line := &out.Items[i]
		line.Samples, line.Floors = []string{}, []string{}
		note := func(k key, label string, places int) {
			v := found[k]
			if v == nil {
				v = &SampleValue{Parameter: k.id, Label: label, Status: k.status}
				if k.id != "" && k.id[0] == '/' {
					v.Parameter = ""
				}
				found[k], order = v, append(order, k)
			}
			v.Places = max(v.Places, places)
			if !slices.Contains(v.Items, line.Name) {
				v.Items = append(v.Items, line.Name)
			}
			list := &line.Samples
			if k.status == policy.Floor {
				list = &line.Floors
			}
			if !slices.Contains(*list, label) {
				*list = append(*list, label)
			}
		}
		for _, s := range []*side{w.a, w.b} {
			it := s.pack.Item(w.items[i].id)
			if it == nil || !it.Valid(w.day) {
				continue
			}
			if it.Amount != nil && it.Amount.Rounding.Status == policy.Sample && it.Amount.Rounding.Rule != "fen" {
				note(key{"/" + it.ID, policy.Sample}, it.Name+"的进位办法", len(counties))
			}
			for _, id := range parametersOf(s.pack, it.ID, map[string]bool{}) {
				label, places := s.standing(id, counties)
				for status, n := range places {
					if n > 0 {
						note(key{id, status}, label, n)
					}
				}
			}
		}
	}
	out.Samples = []SampleValue{}
	for _, k := range order {
		out.Samples = append(out.Samples, *found[k])
	}
	slices.SortStableFunc(out.Samples, func(a, b SampleValue) int { // samples before floors
		return map[bool]int{true: 1, false: 0}[a.Status == policy.Floor] - map[bool]int{true: 1, false: 0}[b.Status == policy.Floor]
	})
}

// standing counts the counties in which a parameter is a sample or a floor on the day.
func (s *side) standing(id string, counties []int64) (label string, places map[string]int) {
	places = map[string]int{}
	for _, county := range counties {
		u, err := s.pack.Parameter(id, county*1_000_000, s.day, nil)
		if err != nil || u.Status == policy.Official || s.tried[u.Source.ID] {
			continue
		}
		label = u.Label
		places[u.Status]++
	}
	return label, places
}

// parametersOf lists the parameters that an item names, directly or through the items that it asks.
func parametersOf(p *policy.Pack, id string, seen map[string]bool) []string {
	if seen[id] || p.Item(id) == nil {
		return nil
	}
	seen[id] = true
	low := p.Lowered(id)
	var out []string
	for _, list := range [][]*policy.Code{low.Exclusions, low.MemberValues, low.Values, low.Rules, low.Unless, {low.Amount}} {
		for _, c := range list {
			if c != nil {
				out = append(out, c.Params...)
			}
		}
	}
	for _, other := range asked(p, low) {
		out = append(out, parametersOf(p, other, seen)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// SampleWords are the marks as screens and papers write them.
var SampleWords = map[string]string{policy.Sample: "示例值", policy.Floor: "省定底线"}

// Marks names what an item takes from samples and floors, or is empty.
func (l *ItemLine) Marks() string {
	var parts []string
	if len(l.Samples) > 0 {
		parts = append(parts, SampleWords[policy.Sample]+"："+strings.Join(l.Samples, "、"))
	}
	if len(l.Floors) > 0 {
		parts = append(parts, SampleWords[policy.Floor]+"："+strings.Join(l.Floors, "、"))
	}
	return strings.Join(parts, "；")
}
