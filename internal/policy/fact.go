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
