package policy

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Pack is one loaded, checked and compiled set of written policies, its parents' included.
type Pack struct {
	Name     string
	Title    string
	Version  string
	Division string // prefix of the place it serves, or "all"
	Parent   string
	Digest   string

	documents      map[string]*Document
	documentOrder  []string
	facts          []*Fact
	gates          []*Gate
	householdFacts map[string]*Fact
	memberFacts    map[string]*Fact
	parameters     map[string]*Parameter
	parameterOrder []string
	items          map[string]*Item
	itemOrder      []string
	procedures     map[string]*Procedure
	procedureOrder []string
	cases          []*Case
	sources        map[string]string // path → text, as written
	raw            *rawPack
	covered        map[coverKey]bool
	warnings       []Problem
}

// Warnings lists what the author of the pack should look at though it does not keep the pack out: parameters and facts
// that nothing uses, units that are too general. Those about a parent pack are the parent's.
func (p *Pack) Warnings() []Problem { return p.warnings }

// Items lists the items in the order of the pack.
func (p *Pack) Items() []*Item {
	var out []*Item
	for _, id := range p.itemOrder {
		out = append(out, p.items[id])
	}
	return out
}

// Item returns the item with the id, or nil. The result is shared: do not change it.
func (p *Pack) Item(id string) *Item { return p.items[id] }

// Procedure returns the procedure with the id, or nil. The result is shared: do not change it.
func (p *Pack) Procedure(id string) *Procedure { return p.procedures[id] }

// Procedures lists the procedures in the order of the pack.
func (p *Pack) Procedures() []*Procedure {
	var out []*Procedure
	for _, id := range p.procedureOrder {
		out = append(out, p.procedures[id])
	}
	return out
}

// Documents lists the sources that the pack cites.
func (p *Pack) Documents() []Document {
	var out []Document
	for _, id := range p.documentOrder {
		out = append(out, *p.documents[id])
	}
	return out
}

// Cases lists the worked cases of the pack itself, without its parents'.
func (p *Pack) Cases() []*Case { return p.cases }

// Source returns the text of a file of the pack or of a parent, by the path that Pos and Sources give.
func (p *Pack) Source(path string) (string, error) {
	text, ok := p.sources[path]
	if !ok {
		return "", errs.Missing("政策包文件 " + path)
	}
	return text, nil
}

// Sources lists the paths of all files of the pack and its parents.
func (p *Pack) Sources() []string { return sortedKeys(p.sources) }

// Serves tells whether the pack's place holds the division.
func (p *Pack) Serves(division int64) bool {
	lo, hi, ok := divisionRange(p.Division)
	return ok && division >= lo && division <= hi
}

// ProcedureFor returns the procedure of an item, or of its variant (for example "delegated") where that is not "".
func (p *Pack) ProcedureFor(item, variant string) *Procedure {
	it := p.items[item]
	if it == nil {
		return nil
	}
	if variant == "" {
		return p.procedures[it.Procedure]
	}
	return p.procedures[it.Variants[variant]]
}

// Valid tells whether the item is in force on the day.
func (it *Item) Valid(day calendar.Date) bool { return inForce(it.From, it.Until, day) }

func (p *Pack) ref() PackRef { return PackRef{Name: p.Name, Version: p.Version, Digest: p.Digest} }
