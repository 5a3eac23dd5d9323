package policy

import "zhongfu/internal/calendar"

// Outcomes of an evaluation.
const (
	Eligible      = "eligible"
	Ineligible    = "ineligible"
	NeedsEvidence = "needs_evidence"
)

// Result is a decision of the policy with everything that explains it.
type Result struct {
	Item       string          `json:"item"`
	ItemName   string          `json:"item_name"`
	Date       calendar.Date   `json:"date"`
	Division   int64           `json:"division"`
	Person     string          `json:"person,omitempty"`
	Outcome    string          `json:"outcome"`
	AmountFen  *int64          `json:"amount_fen"` // per month; 0 when ineligible, null while unknown or where the item pays nothing
	Values     []ValueResult   `json:"values"`
	Rules      []RuleResult    `json:"rules"`
	Missing    []Missing       `json:"missing"` // the evidence that would settle it; empty once it is settled
	Members    []MemberResult  `json:"members"`
	Parameters []ParameterUsed `json:"parameters"`
	Pack       PackRef         `json:"pack"`
}

// ValueResult is one figure; Value is nil while unknown.
type ValueResult struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Unit  string `json:"unit"`
	Value any    `json:"value"`
	Text  string `json:"text"` // as a letter writes it: 617.50 元, 未知
}

// RuleResult is one rule's result; Passed is nil while evidence is missing.
type RuleResult struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Passed  *bool         `json:"passed"`
	Text    string        `json:"text"`
	Reason  string        `json:"reason"` // why it fails, or what is missing; empty when it passes
	Clause  Clause        `json:"clause"`
	Values  []ValueResult `json:"values"`
	Missing []Missing     `json:"missing,omitempty"`
}

// Missing is one fact that nobody has answered. Member is empty for a fact of the household.
type Missing struct {
	Member string `json:"member,omitempty"`
	Name   string `json:"name,omitempty"` // of the member, where the input gives it
	Fact   string `json:"fact"`
	Label  string `json:"label"`
}

// MemberResult says whether a member counts, and why not.
type MemberResult struct {
	ID        string        `json:"id"`
	Counted   *bool         `json:"counted"` // nil while unknown
	Exclusion string        `json:"exclusion,omitempty"`
	Reason    string        `json:"reason,omitempty"`
	Clause    *Clause       `json:"clause,omitempty"`
	Values    []ValueResult `json:"values"`
}

// PackRef names the exact policy text that decided.
type PackRef struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Digest  string `json:"digest"` // SHA-256 over all files of the pack and its parents
}

// Rule returns the result of the rule with the id, or nil.
func (r *Result) Rule(id string) *RuleResult {
	for i := range r.Rules {
		if r.Rules[i].ID == id {
			return &r.Rules[i]
		}
	}
	return nil
}

// Value returns the figure with the id, or nil.
func (r *Result) Value(id string) *ValueResult {
	for i := range r.Values {
		if r.Values[i].ID == id {
			return &r.Values[i]
		}
	}
	return nil
}
