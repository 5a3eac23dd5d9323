package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"zhongfu/internal/calendar"
)

// ParameterChange is a new value of one parameter for some places from a day on: a standard raised by a new document, or
// a value that a simulation tries out.
type ParameterChange struct {
	Parameter string         `json:"parameter"`
	Divisions []string       `json:"divisions"` // prefixes of 2, 4, 6, 9 or 12 digits; "all" = everywhere
	From      calendar.Date  `json:"from"`
	Until     *calendar.Date `json:"until,omitempty"` // first day after; nil = open
	Value     string         `json:"value,omitempty"` // as a pack writes it: yuan, decimals, true; or Urban and Rural together
	Urban     string         `json:"urban,omitempty"`
	Rural     string         `json:"rural,omitempty"`
	Status    string         `json:"status"` // official, floor or sample
	// Document and Article name what orders the change. Empty: a trial, marked as sample.
	Document string `json:"document,omitempty"` // 文号
	Title    string `json:"title,omitempty"`
	Article  string `json:"article,omitempty"`
	Note     string `json:"note,omitempty"`
}

// TrialNumber stands in place of a document's number where a value is only tried out.
const TrialNumber = "试算"

// WithParameters returns the pack with some values changed; p itself stays as it is. A change holds over the pack's own
// value for the same place, never over that of a smaller place. Errors: a *LoadError naming every fault, among them
// numbers of days, which a new version of the pack must change because its procedures were proved with them.
func (p *Pack) WithParameters(changes []ParameterChange) (*Pack, error) {
	ps := &problems{}
	text, err := json.Marshal(changes)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(append([]byte(p.Digest+"\x00"), text...))
	out := *p
	out.Digest = hex.EncodeToString(sum[:])
	out.parameters, out.documents = maps.Clone(p.parameters), maps.Clone(p.documents)
	out.documentOrder = slices.Clone(p.documentOrder)
	for i := range changes {
		out.change(&changes[i], i, ps)
	}
	if err := ps.err(p.Name); err != nil {
		return nil, err
	}
	return &out, nil
}

func (p *Pack) change(c *ParameterChange, i int, ps *problems) {
	at := Pos{File: "changes", Line: i + 1}
	old := p.parameters[c.Parameter]
	if old == nil {
		ps.add(at, "没有参数 %q%s。", c.Parameter, suggestion(c.Parameter, p.parameterOrder))
		return
	}
	if old.Type == ParamDays {
		ps.add(at, "%s是流程的时限，改它要发布新的政策包版本，重新检查总时限。", old.Label)
		return
	}
	d := Document{ID: fmt.Sprintf("CHANGE%d", len(p.documentOrder)), Number: c.Document, Title: c.Title, Reading: "regulation"}
	if d.Number == "" {
		d.Number, d.Title, d.Reading = TrialNumber, "试算用的数值", "sample"
	}
	p.documents[d.ID] = &d
	p.documentOrder = append(p.documentOrder, d.ID)
	from := c.From
	v := ParameterValue{Divisions: c.Divisions, From: &from, Until: c.Until, Value: Literal(c.Value), Urban: Literal(c.Urban),
		Rural: Literal(c.Rural), Status: c.Status, Source: Clause{ID: d.ID, Article: c.Article}, Note: c.Note, At: at}
	q := *old
	q.rows = nil
	p.parameterRows(&q, &v, ps)
	q.rows = append(q.rows, old.rows...)
	q.Values = append([]ParameterValue{v}, old.Values...)
	p.parameters[c.Parameter] = &q
}
