package policy

import "zhongfu/internal/calendar"

// Units of an item.
const (
	UnitHousehold = "household"
	UnitPerson    = "person"
)

// Item is one benefit or category that a household or a person may hold.
type Item struct {
	ID       string  `yaml:"id" json:"id"`
	Fragment bool    `yaml:"fragment" json:"-"` // only included by others, never evaluated itself
	Include  Strings `yaml:"include" json:"include,omitempty"`
	Name     string  `yaml:"name" json:"name"`
	Summary  string  `yaml:"summary" json:"summary"` // one plain sentence for a person in difficulty: who gets what
	Kind     string  `yaml:"kind" json:"kind"`       // basic, special, emergency, service, charity, other
	Theme    string  `yaml:"theme" json:"theme"`     // what the help is about; one of Themes
	// Department is the office that answers for the item (民政, 医保, 教育 …), as people call it.
	Department string `yaml:"department" json:"department"`
	// Intake says how help begins: casework (an application worked through here), desk (the window refers it to the
	// department) or automatic (免申即享: it follows from another recognition).
	Intake    string         `yaml:"intake" json:"intake"`
	Unit      string         `yaml:"unit" json:"unit"` // household or person
	From      *calendar.Date `yaml:"from" json:"from,omitempty"`
	Until     *calendar.Date `yaml:"until" json:"until,omitempty"`
	Clause    *Clause        `yaml:"clause" json:"clause"`
	Apply     *Apply         `yaml:"apply" json:"apply,omitempty"`
	Materials []Material     `yaml:"materials" json:"materials"`
	// AsksFor are the facts that the application form asks; empty: those that the catalogue asks in a normal application.
	AsksFor Strings `yaml:"asks_for" json:"asks_for,omitempty"`

	Exclusions   []Exclusion `yaml:"exclusions" json:"exclusions"`
	MemberValues []Value     `yaml:"member_values" json:"member_values"`
	Values       []Value     `yaml:"values" json:"values"`
	Rules        []Rule      `yaml:"rules" json:"rules"`
	Forms        []Form      `yaml:"forms" json:"forms,omitempty"` // printed forms (文书)
	Remove       Strings     `yaml:"remove" json:"-"`              // ids of inherited rules, values or exclusions to drop

	Amount         *Amount           `yaml:"amount" json:"amount,omitempty"`
	Procedure      string            `yaml:"procedure" json:"procedure"`
	Variants       map[string]string `yaml:"variants" json:"variants,omitempty"` // delegated → procedure id
	Reverification []Reverification  `yaml:"reverification" json:"reverification,omitempty"`
	Derives        []Derived         `yaml:"derives" json:"derives,omitempty"`
	Excludes       []Excluded        `yaml:"excludes" json:"excludes,omitempty"`
	At             Pos               `yaml:"-" json:"at"`

	code    *itemCode
	dropped map[string]bool // ids of Remove that did take something away
}

// Apply says who may apply and where.
type Apply struct {
	Who    string `yaml:"who" json:"who"`
	Where  string `yaml:"where" json:"where"` // register_town, any_town_in_province
	Text   string `yaml:"text" json:"text"`
	Clause Clause `yaml:"clause" json:"clause"`
}

// Material is a paper that an applicant may be asked for.
type Material struct {
	ID       string `yaml:"id" json:"id"`
	Name     string `yaml:"name" json:"name"`
	Required bool   `yaml:"required" json:"required"`
	When     string `yaml:"when" json:"when,omitempty"` // in words
	Clause   Clause `yaml:"clause" json:"clause"`
	At       Pos    `yaml:"-" json:"-"`
}

// Form is a printed form that the item's procedure uses.
type Form struct {
	ID     string `yaml:"id" json:"id"`
	Name   string `yaml:"name" json:"name"`
	Clause Clause `yaml:"clause" json:"clause"`
	At     Pos    `yaml:"-" json:"-"`
}

// Themes are what help can be about, with their names.
var Themes = map[string]string{
	"living": "基本生活", "medical": "医疗", "education": "教育", "housing": "住房", "employment": "就业", "disaster": "受灾",
	"emergency": "急难", "legal": "法律", "disability": "残疾人", "children": "儿童", "other": "其他",
}

// Exclusion takes a member out of the household's count when its CEL holds for the member.
type Exclusion struct {
	ID     string `yaml:"id" json:"id"`
	Name   string `yaml:"name" json:"name"`
	When   string `yaml:"when" json:"when"`
	Reason string `yaml:"reason" json:"reason"`
	Clause Clause `yaml:"clause" json:"clause"`
	At     Pos    `yaml:"-" json:"at"`
	ExprAt Pos    `yaml:"-" json:"-" at:"when"` // where the CEL text begins
	Origin string `yaml:"-" json:"origin"`
}

// Value is a named figure. Exactly one of Expr, Sum, Count, Any is set; the last three run over the counted members
// (or all of them, where Over is "all").
type Value struct {
	ID     string `yaml:"id" json:"id"`
	Label  string `yaml:"label" json:"label"`
	Unit   string `yaml:"unit" json:"unit"` // fen, fen_per_month, persons, count, months, points, bool, text
	Expr   string `yaml:"expr" json:"expr,omitempty"`
	Sum    string `yaml:"sum" json:"sum,omitempty"`
	Count  string `yaml:"count" json:"count,omitempty"`
	Any    string `yaml:"any" json:"any,omitempty"`
	Over   string `yaml:"over" json:"over,omitempty"`
	Hidden bool   `yaml:"hidden" json:"hidden,omitempty"` // a step of the calculation, not shown
	// From and Until are the days on which the value exists; a rule that names it must not be in force outside them.
	From   *calendar.Date `yaml:"from" json:"from,omitempty"`
	Until  *calendar.Date `yaml:"until" json:"until,omitempty"`
	At     Pos            `yaml:"-" json:"at"`
	ExprAt Pos            `yaml:"-" json:"-" at:"expr sum count any"` // where the CEL text begins
	Origin string         `yaml:"-" json:"origin"`
}

// Rule must hold for the item to be granted. It is either CEL (When) or the result of another item (Item).
type Rule struct {
	ID     string         `yaml:"id" json:"id"`
	Name   string         `yaml:"name" json:"name"`
	When   string         `yaml:"when" json:"when,omitempty"`
	Item   string         `yaml:"item" json:"item,omitempty"`
	Unless string         `yaml:"unless" json:"unless,omitempty"` // with Item: the other item need not be asked where this holds
	Text   string         `yaml:"text" json:"text"`               // what the rule says, with {placeholders}
	Reason string         `yaml:"reason" json:"reason"`           // why it fails, with {placeholders}
	Clause Clause         `yaml:"clause" json:"clause"`
	From   *calendar.Date `yaml:"from" json:"from,omitempty"`
	Until  *calendar.Date `yaml:"until" json:"until,omitempty"`
	At     Pos            `yaml:"-" json:"at"`
	Origin string         `yaml:"-" json:"origin"` // the pack that wrote it
	// ExprAt and UnlessAt are where the CEL texts begin.
	ExprAt   Pos `yaml:"-" json:"-" at:"when item"`
	UnlessAt Pos `yaml:"-" json:"-" at:"unless"`
}

// Amount is the monthly amount in fen and how it is rounded.
type Amount struct {
	Expr     string   `yaml:"expr" json:"expr"`
	Label    string   `yaml:"label" json:"label"`
	Unit     string   `yaml:"unit" json:"unit"`
	Rounding Rounding `yaml:"rounding" json:"rounding"`
	Clause   Clause   `yaml:"clause" json:"clause"`
	At       Pos      `yaml:"-" json:"at"`
	ExprAt   Pos      `yaml:"-" json:"-" at:"expr"` // where the CEL text begins
}

// Reverification is one periodic check of those on the benefit.
type Reverification struct {
	What   string `yaml:"what" json:"what"` // check (核对), visit (入户)
	Who    string `yaml:"who" json:"who"`
	Months int    `yaml:"months" json:"months"`
	Clause Clause `yaml:"clause" json:"clause"`
}

// Derived is help that follows without a new application (免申即享).
type Derived struct {
	Name   string `yaml:"name" json:"name"`
	Item   string `yaml:"item" json:"item,omitempty"`
	Clause Clause `yaml:"clause" json:"clause"`
}

// Excluded is an item that may not meet this one on the same person.
type Excluded struct {
	Item     string `yaml:"item" json:"item"`
	Name     string `yaml:"name" json:"name"`
	External bool   `yaml:"external" json:"external,omitempty"` // kept in another system, no item of the pack
	Clause   Clause `yaml:"clause" json:"clause"`
	At       Pos    `yaml:"-" json:"-"`
}

func inForce(from, until *calendar.Date, day calendar.Date) bool {
	return (from == nil || day >= *from) && (until == nil || day < *until)
}
