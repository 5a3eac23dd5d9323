package codes

import "strings"

// Entry is one code of a table.
type Entry struct {
	Code  string `json:"code"`
	Label string `json:"label" doc:"Chinese, as screens and papers show it"`
	Group bool   `json:"group,omitempty" doc:"a heading of the standard that finer codes stand under; still valid by itself"`
}

// Table is one code table.
type Table struct {
	Name     string  `json:"name" doc:"key of the table: sex, marital, health …"`
	Title    string  `json:"title" doc:"Chinese name of the table"`
	Standard string  `json:"standard" doc:"national standard, or 自定 for a table of our own"`
	Entries  []Entry `json:"entries"`
	at       map[string]int
}

// table builds a table from lines "code label", "code label *" for a heading.
func table(name, title, standard, lines string) *Table {
	t := &Table{Name: name, Title: title, Standard: standard, at: map[string]int{}}
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if _, twice := t.at[f[0]]; twice || len(f) < 2 {
			panic("codes: table " + name + ": bad line " + line) // the tables are constants, read by every test
		}
		t.at[f[0]] = len(t.Entries)
		t.Entries = append(t.Entries, Entry{Code: f[0], Label: f[1], Group: len(f) > 2})
	}
	return t
}

// Valid tells whether the table holds the code. The empty code (not asked) is not valid.
func (t *Table) Valid(code string) bool { _, ok := t.at[code]; return ok }

// Label returns the Chinese label of a code, or "" for one the table does not hold.
func (t *Table) Label(code string) string {
	if i, ok := t.at[code]; ok {
		return t.Entries[i].Label
	}
	return ""
}

// Tables lists every table in the order screens show them.
func Tables() []*Table {
	return []*Table{Sex, Marital, Health, Relation, Ethnicity, Education, Schooling, WorkAbility,
		DisabilityType, DisabilityGrade, PovertyCause, Category}
}
