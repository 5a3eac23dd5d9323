package policylist

import (
	"fmt"

	"zhongfu/internal/policy"
)

// PolicyRoadView is the road of an application as the applicant sees it.
type PolicyRoadView struct {
	Name   string           `json:"name"`
	Totals []LimitText      `json:"totals"`
	Steps  []PolicyStepView `json:"steps"`
}

// PolicyStepView is one step of it.
type PolicyStepView struct {
	Name   string     `json:"name"`
	Who    string     `json:"who" doc:"level and office"`
	Days   *LimitText `json:"days,omitempty"`
	Clause ClauseLink `json:"clause"`
}

// LimitText is a limit in words.
type LimitText struct {
	Name   string     `json:"name"`
	Text   string     `json:"text"`
	Status string     `json:"status" enum:"official,floor,sample"`
	Clause ClauseLink `json:"clause"`
}

// Events from which limits run.
var sinceNames = map[string]string{"step_start": "这一步开始", "acceptance": "受理", "decision": "作出决定", "submission": "提交申请"}

// Setting by which a place's road is the variant where the town confirms (57号 art 2; SD-2019 二（二）1).
const delegated = "delegated"

// procedure is the item's road at the place: the delegated variant where the town may confirm. nil where it has none.
func (s *Service) procedure(st stand, it *policy.Item) *PolicyRoadView {
	p := st.pack.ProcedureFor(it.ID, "")
	if v := st.pack.ProcedureFor(it.ID, delegated); v != nil && s.handedDown(st, v) {
		p = v
	}
	if p == nil {
		return nil
	}
	out := &PolicyRoadView{Name: p.Name, Totals: []LimitText{}, Steps: []PolicyStepView{}}
	for i := range p.Totals {
		t := &p.Totals[i]
		out.Totals = append(out.Totals, s.time(st, t.Name, &t.Deadline))
	}
	for i := range p.Steps {
		step := &p.Steps[i]
		v := PolicyStepView{Name: step.Name, Who: policy.LevelNames[step.Actor.Level] + policy.RoleNames[step.Actor.Role], Clause: s.texts.Link(st.pack, step.Clause)}
		if step.Deadline != nil {
			t := s.time(st, step.Name, step.Deadline)
			v.Days = &t
		}
		out.Steps = append(out.Steps, v)
	}
	return out
}

func (s *Service) handedDown(st stand, p *policy.Procedure) bool {
	place := st.place
	if place == 0 {
		place = seat(st.pack)
	}
	u, err := st.pack.Parameter(p.Settings[delegated], place, st.day, nil)
	yes, _ := u.Value.(bool)
	return err == nil && yes
}

// time writes a limit by the value that its parameter has at the place and day.
func (s *Service) time(st stand, name string, d *policy.Deadline) LimitText {
	place := st.place
	if place == 0 {
		place = seat(st.pack)
	}
	days, status := int64(d.Days), d.Status
	if u, err := st.pack.Parameter(d.Parameter, place, st.day, nil); err == nil {
		if n, ok := u.Value.(int64); ok {
			days, status = n, u.Status
		}
	}
	kind := "个工作日"
	if d.Calendar == "natural" {
		kind = "天"
	}
	since := sinceNames[d.Since]
	if since == "" {
		since = d.Since
	}
	return LimitText{Name: name, Text: fmt.Sprintf("%s起 %d %s内", since, days, kind), Status: status, Clause: s.texts.Link(st.pack, d.Clause)}
}
