package policylist

import (
	"fmt"
	"sort"
	"strings"

	"zhongfu/internal/policy"
)

// MapBegin and MapEnd stand round the part of docs/policy-map.md that Map writes.
const (
	MapBegin = "<!-- packs: written by zhongfu policy map, do not edit -->"
	MapEnd   = "<!-- end of packs -->"
)

// mapRow is an item or parameter over all packs.
type mapRow struct {
	id, name                string
	clauses, files, shownBy set
}

// set keeps strings in the order in which they came, each once.
type set struct {
	list []string
	has  map[string]bool
}

func (s *set) add(v string) {
	if s.has == nil {
		s.has = map[string]bool{}
	}
	if v != "" && !s.has[v] {
		s.has[v] = true
		s.list = append(s.list, v)
	}
}

// Map prints, as Markdown, every item and every parameter of the packs with the clauses it stands on, the files that write it and
// the worked cases or tests that show it.
func Map(packs []*policy.Pack) string {
	items, params := map[string]*mapRow{}, map[string]*mapRow{}
	row := func(m map[string]*mapRow, id, name string) *mapRow {
		if m[id] == nil {
			m[id] = &mapRow{id: id, name: name}
		}
		return m[id]
	}
	cases := map[string]map[string]int{} // item → file of cases → how many
	for _, p := range packs {
		for _, c := range p.Cases() {
			if cases[c.Item] == nil {
				cases[c.Item] = map[string]int{}
			}
			cases[c.Item][c.At.File]++
		}
	}
	for _, p := range packs {
		for _, c := range Citations(p) {
			switch {
			case c.Item != "":
				r := row(items, c.Item, c.ItemName)
				r.clauses.add(strings.TrimSpace(c.Clause.ID + " " + c.Clause.Article))
				r.files.add("`" + c.At.File + "`")
			case c.What == "parameter":
				r := row(params, c.Owner, c.Name)
				r.clauses.add(strings.TrimSpace(c.Clause.ID + " " + c.Clause.Article))
				r.files.add("`" + c.At.File + "`")
			}
		}
		for _, it := range p.Items() {
			for _, file := range sortedFiles(cases[it.ID]) {
				items[it.ID].shownBy.add(fmt.Sprintf("`%s` (%d)", file, cases[it.ID][file]))
			}
			for _, id := range parametersOf(p, it) {
				if r := params[id]; r != nil && len(cases[it.ID]) > 0 {
					r.shownBy.add("cases of " + it.ID)
				}
			}
		}
		for _, id := range timed(p) {
			if r := params[id]; r != nil {
				r.shownBy.add("`policy.TestPacksLoad` (days and settings of procedures)")
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n### Items (%d)\n\n| Item | Clauses | Written in | Worked cases |\n|---|---|---|---|\n", MapBegin, len(items))
	writeRows(&b, items)
	fmt.Fprintf(&b, "\n### Parameters (%d)\n\n| Parameter | Sources of its values | Written in | Shown by |\n|---|---|---|---|\n", len(params))
	writeRows(&b, params)
	b.WriteString("\n" + MapEnd + "\n")
	return b.String()
}

func writeRows(b *strings.Builder, rows map[string]*mapRow) {
	ids := make([]string, 0, len(rows))
	for id := range rows {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		r := rows[id]
		shown := strings.Join(r.shownBy.list, ", ")
		if shown == "" {
			shown = "—"
		}
		name := strings.NewReplacer("|", "／", "`", "").Replace(r.name)
		fmt.Fprintf(b, "| %s %s | %s | %s | %s |\n", id, name, byDocument(r.clauses.list), strings.Join(r.files.list, ", "), shown)
	}
}

// byDocument writes each document once with its articles.
func byDocument(clauses []string) string {
	articles := map[string][]string{}
	var order []string
	for _, c := range clauses {
		doc, article, _ := strings.Cut(c, " ")
		if _, ok := articles[doc]; !ok {
			order = append(order, doc)
		}
		articles[doc] = append(articles[doc], article)
	}
	var out []string
	for _, doc := range order {
		out = append(out, strings.TrimSpace(doc+" "+strings.Join(articles[doc], "、")))
	}
	return strings.Join(out, "; ")
}

// timed are the parameters that procedures name.
func timed(p *policy.Pack) []string {
	var s set
	deadline := func(d *policy.Deadline) {
		if d != nil {
			s.add(d.Parameter)
		}
	}
	for _, q := range p.Procedures() {
		for i := range q.Totals {
			deadline(&q.Totals[i].Deadline)
		}
		for i := range q.Groups {
			deadline(&q.Groups[i].Deadline)
		}
		for _, step := range q.Steps {
			deadline(step.StartsWithin)
			deadline(step.Deadline)
		}
		for _, id := range q.Settings {
			s.add(id)
		}
	}
	sort.Strings(s.list)
	return s.list
}

func sortedFiles(m map[string]int) []string {
	out := make([]string, 0, len(m))
	for f := range m {
		out = append(out, f)
	}
	sort.Strings(out)
	return out
}
