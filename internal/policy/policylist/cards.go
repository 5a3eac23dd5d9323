package policylist

import (
	"slices"
	"sort"

	"zhongfu/internal/access"
	"zhongfu/internal/policy"
)

// Query narrows the list. Text is any words: each, or what the documents call it, must occur in the item's name, summary, theme, kind,
// department, conditions or the documents and clauses it stands on.
type Query struct {
	Where
	Text, Theme, Kind, Department string
}

// PolicyCard is one item in the list.
type PolicyCard struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Summary    string `json:"summary"`
	Kind       string `json:"kind"`
	KindName   string `json:"kind_name"`
	Theme      string `json:"theme"`
	ThemeName  string `json:"theme_name"`
	Department string `json:"department"`
	Intake     string `json:"intake" enum:"casework,desk,automatic"`
	IntakeName string `json:"intake_name"`
	Sample     bool   `json:"sample" doc:"some figure that decides it is an example without a source"`
}

// FilterChoice is one value of a filter with the number of items that it leaves.
type FilterChoice struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Items int    `json:"items"`
}

// PolicyList is what the list page shows. The choices count the whole list, not what the query leaves.
type PolicyList struct {
	Stand       PolicyStand    `json:"stand"`
	Items       []PolicyCard   `json:"items"`
	Total       int            `json:"total" doc:"items of the place before the query"`
	Themes      []FilterChoice `json:"themes"`
	Kinds       []FilterChoice `json:"kinds"`
	Departments []FilterChoice `json:"departments"`
}

// List lists the help of a place.
func (s *Service) List(actor access.Actor, q Query) (PolicyList, error) {
	if err := access.Check(actor, Action, access.Listing); err != nil {
		return PolicyList{}, err
	}
	st, err := s.stand(q.Where)
	if err != nil {
		return PolicyList{}, err
	}
	out := PolicyList{Stand: s.view(st), Items: []PolicyCard{}}
	themes, kinds, departments := map[string]int{}, map[string]int{}, map[string]int{}
	type hit struct {
		card PolicyCard
		rank int
	}
	var hits []hit
	for _, it := range st.items() {
		out.Total++
		themes[it.Theme]++
		kinds[it.Kind]++
		departments[it.Department]++
		if q.Theme != "" && it.Theme != q.Theme || q.Kind != "" && it.Kind != q.Kind || q.Department != "" && it.Department != q.Department {
			continue
		}
		if rank, ok := matches(it, q.Text); ok {
			hits = append(hits, hit{s.card(st, it), rank})
		}
	}
	sort.SliceStable(hits, func(i, j int) bool {
		a, b := hits[i], hits[j]
		if a.rank != b.rank {
			return a.rank < b.rank
		}
		return slices.Index(kindOrder, a.card.Kind) < slices.Index(kindOrder, b.card.Kind)
	})
	for _, h := range hits {
		out.Items = append(out.Items, h.card)
	}
	out.Themes = choices(themeOrder, policy.Themes, themes)
	out.Kinds = choices(kindOrder, kindNames, kinds)
	var names []string
	for d := range departments {
		names = append(names, d)
	}
	sort.Slice(names, func(i, j int) bool {
		if departments[names[i]] != departments[names[j]] {
			return departments[names[i]] > departments[names[j]]
		}
		return names[i] < names[j]
	})
	out.Departments = choices(names, nil, departments)
	return out, nil
}

func choices(order []string, names map[string]string, counts map[string]int) []FilterChoice {
	out := []FilterChoice{}
	for _, id := range order {
		if counts[id] == 0 {
			continue
		}
		name := id
		if names != nil {
			name = names[id]
		}
		out = append(out, FilterChoice{id, name, counts[id]})
	}
	return out
}

func (s *Service) card(st stand, it *policy.Item) PolicyCard {
	return PolicyCard{ID: it.ID, Name: it.Name, Summary: it.Summary, Kind: it.Kind, KindName: kindNames[it.Kind], Theme: it.Theme,
		ThemeName: policy.Themes[it.Theme], Department: it.Department, Intake: it.Intake, IntakeName: intakeNames[it.Intake], Sample: s.sampled(st, it)}
}

// sampled tells whether a figure that decides the item is an example, at the place or, where none was chosen, anywhere in the pack.
func (s *Service) sampled(st stand, it *policy.Item) bool {
	used := parametersOf(st.pack, it)
	for _, def := range st.pack.ParameterDefinitions() {
		if !slices.Contains(used, def.ID) {
			continue
		}
		if st.place != 0 {
			if v := s.value(st, def.ID, st.place, st.day); v != nil && v.Status == policy.Sample && v.Text != unknown {
				return true
			}
			continue
		}
		for _, v := range def.Values {
			if v.Status == policy.Sample && !v.Unknown && (v.Until == nil || st.day < *v.Until) && (v.From == nil || st.day >= *v.From) {
				return true
			}
		}
	}
	return false
}
