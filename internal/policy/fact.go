package policy

import "sort"

// FactType says what values a fact takes and how a form asks for it.
type FactType string

const (
	Money        FactType = "money"         // fen, int64
	MoneyMonthly FactType = "money_monthly" // fen per month, mean of the window the pack names
	Int          FactType = "int"
	Bool         FactType = "bool"
	DateFact     FactType = "date" // 2006-01-02
	Enum         FactType = "enum" // a code of Options
	Decimal      FactType = "decimal"
	DivisionFact FactType = "division" // 12-digit code
)

// Of tells whose fact it is.
const (
	OfHousehold = "household"
	OfMember    = "member"
)

// Option is one code of an enum fact with its label.
type Option struct {
	Code  string `yaml:"code" json:"code"`
	Label string `yaml:"label" json:"label"`
}

// Fact is one entry of the catalogue: the key by which casework stores it, and all that a form needs to ask for it.
type Fact struct {
	Key         string   `yaml:"key" json:"key"`
	Label       string   `yaml:"label" json:"label"`
	Help        string   `yaml:"help" json:"help,omitempty"`
	Of          string   `yaml:"of" json:"of"` // household or member
	Type        FactType `yaml:"type" json:"type"`
	Unit        string   `yaml:"unit" json:"unit,omitempty"` // Chinese unit for display of ints: 套, 年
	Options     []Option `yaml:"options" json:"options,omitempty"`
	Section     string   `yaml:"section" json:"section"`         // 成员, 收入, 财产, 支出 …
	Sensitivity string   `yaml:"sensitivity" json:"sensitivity"` // public, sensitive, secret
	Asked       bool     `yaml:"asked" json:"asked"`             // asked in a normal application
	// Question asks a person in difficulty for the fact, in plain words; a fact without one is never asked of the public.
	Question string `yaml:"question" json:"question,omitempty"`
	// OutcomeOf names the item whose recognition the fact states (is on dibao, is tekun). Where the fact is not given, it is
	// what the item comes out as on the same facts: true when eligible, false when not, unknown while evidence is missing.
	OutcomeOf string `yaml:"outcome_of" json:"outcome_of,omitempty"`
	// Together names the screen that asks this fact beside others of the same name: rare circumstances are ticked in one
	// list instead of being asked one by one.
	Together string `yaml:"together" json:"together,omitempty"`
	// Behind names gates, or facts of the same person or the household told by yes and no or by a number: the fact is asked
	// of the public only where one of them is answered with yes (more than nothing). A status fact (OutcomeOf) counts as yes
	// as soon as its item comes out so. Otherwise is the fact's value where all are answered with no; empty: no, nothing.
	Behind    Strings `yaml:"behind" json:"behind,omitempty"`
	Otherwise Literal `yaml:"otherwise" json:"otherwise,omitempty"`
	// SuppliedBy names the departments that can answer for the fact in a verification (信息核对).
	SuppliedBy string `yaml:"supplied_by" json:"supplied_by,omitempty"`
	// Asker is what holds of whoever asks for themselves (nobody at a screen is missing), or of a family that asks at its own
	// place; they are not asked it.
	Asker *bool `yaml:"asker" json:"asker,omitempty"`
	// MayChange says whether a person can bring about another value (earn less, sell a car), so that "what would have to be
	// different" may name it. Absent: as the section says (see Changeable).
	MayChange *bool  `yaml:"may_change" json:"may_change,omitempty"`
	Min       *int64 `yaml:"min" json:"min,omitempty"`
	Max       *int64 `yaml:"max" json:"max,omitempty"`
	At        Pos    `yaml:"-" json:"-"`
}

// Label of the option with the code, or the code itself.
func (f *Fact) optionLabel(code string) string {
	for _, o := range f.Options {
		if o.Code == code {
			return o.Label
		}
	}
	return code
}

// changeableSections hold what people do: money that comes, goes or lies somewhere. Birth, kinship, health, death or
// imprisonment are never proposed to anybody.
var changeableSections = map[string]bool{"收入": true, "支出": true, "财产": true}

// Changeable tells whether another value of the fact may be proposed to a person.
func (f *Fact) Changeable() bool {
	switch {
	case f.OutcomeOf != "" || f.Type == DateFact || f.Type == DivisionFact || f.Type == Decimal:
		return false
	case f.MayChange != nil:
		return *f.MayChange
	}
	return changeableSections[f.Section]
}

func (f *Fact) prefix() string {
	if f.Of == OfMember {
		return "m."
	}
	return "h."
}

// Facts returns the catalogue in the order of the pack, the parent's facts first.
func (p *Pack) Facts() []Fact {
	out := make([]Fact, len(p.facts))
	for i, f := range p.facts {
		out[i] = *f
	}
	return out
}

// Fact returns the fact of a household or a member with the key, or nil.
func (p *Pack) Fact(of, key string) *Fact {
	if of == OfMember {
		return p.memberFacts[key]
	}
	return p.householdFacts[key]
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
