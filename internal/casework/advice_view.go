package casework

import (
	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// CaseAdvice is what every item of the pack says on the real facts of a case.
type CaseAdvice struct {
	Date  calendar.Date  `json:"date" format:"date"`
	Pack  policy.PackRef `json:"pack"`
	Items []AdviceItem   `json:"items" doc:"what may be had first, then what is open, held, refused"`
}

// AdviceItem is one item for the household or one of its members.
type AdviceItem struct {
	Item      string              `json:"item"`
	Name      string              `json:"name"`
	Kind      string              `json:"kind"`
	Intake    string              `json:"intake"`
	PersonID  *uuid.UUID          `json:"person_id,omitempty" format:"uuid" doc:"absent: the household"`
	Person    string              `json:"person,omitempty" doc:"name"`
	Standing  string              `json:"standing" enum:"eligible,open,held,refused"`
	AmountFen *int64              `json:"amount_fen,omitempty"`
	Unit      string              `json:"unit,omitempty"`
	Rules     []policy.RuleResult `json:"rules"`
	Lacking   []LackingFact       `json:"lacking" doc:"evidence that would settle it, and who can supply it"`
	Notes     []string            `json:"notes" doc:"what may not meet, what it follows from"`
	Sample    bool                `json:"sample" doc:"rests on an example value"`
}

// LackingFact is a fact that nobody has answered.
type LackingFact struct {
	Label    string `json:"label"`
	Person   string `json:"person,omitempty"`
	Supplier string `json:"supplier" doc:"who can supply it, or who was asked already"`
}

// AdviceDetail explains one item of a case: every figure with its sources, and what would have to be different.
type AdviceDetail struct {
	Figures    []policy.Figure        `json:"figures"`
	Sources    []FigureSource         `json:"sources" doc:"of each fact that a figure is made of"`
	Parameters []policy.ParameterUsed `json:"parameters"`
	Difference *Difference            `json:"difference,omitempty" doc:"only where it is refused"`
	Movements  []string               `json:"movements" doc:"how the amount answers to income and spending"`
}

// FigureSource says who said a fact and when.
type FigureSource struct {
	Fact     string `json:"fact"`
	Member   string `json:"member,omitempty"`
	Text     string `json:"text"`
	Kind     string `json:"kind" enum:"declared,verified,surveyed,adopted,identity,register,"`
	KindName string `json:"kind_name"`
	Source   string `json:"source,omitempty"`
	ByName   string `json:"by_name,omitempty"`
	At       string `json:"at,omitempty" doc:"day"`
	Note     string `json:"note,omitempty"`
}

// Difference is what would have to be different, in sentences.
type Difference struct {
	Alone    []string         `json:"alone" doc:"each alone would be enough"`
	Rules    []RuleDifference `json:"rules"`
	Together bool             `json:"together" doc:"the first way of every condition together would be enough"`
}

// RuleDifference is one failed condition and the ways to meet it.
type RuleDifference struct {
	Rule   string        `json:"rule"`
	Reason string        `json:"reason"`
	Clause policy.Clause `json:"clause"`
	Ways   []string      `json:"ways" doc:"empty: no single fact that people can change would meet it"`
}

// PrecheckInput is an application as far as it is written.
type PrecheckInput struct {
	Item     string           `json:"item" minLength:"1" maxLength:"60"`
	Division string           `json:"division" pattern:"^[0-9]{12}$" patternDescription:"12 位区划代码"`
	Urban    *bool            `json:"urban,omitempty"`
	Members  []PrecheckMember `json:"members" minItems:"1" maxItems:"50" doc:"the applicant first"`
	Facts    Facts            `json:"facts,omitempty"`
}

// PrecheckMember is a member without identity.
type PrecheckMember struct {
	Name     string         `json:"name,omitempty" maxLength:"50"`
	Relation string         `json:"relation,omitempty" maxLength:"4"`
	Role     string         `json:"role,omitempty" enum:"applicant,member,supporter,"`
	Birth    *calendar.Date `json:"birth,omitempty" format:"date"`
	Sex      int            `json:"sex,omitempty" minimum:"0" maximum:"9"`
	Facts    Facts          `json:"facts,omitempty"`
}

// Precheck is what the policy says of an application before it is handed in. It binds nobody: whoever applies is heard.
type Precheck struct {
	Result  policy.Result `json:"result"`
	Instead []AdviceItem  `json:"instead" doc:"other items that may be applied for on the same facts"`
}
