package casework

import (
	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/task"
)

// clockOf fills how much of the total is used and left; a decision stops it.
func (st *state) clockOf(h *CaseHeader, today calendar.Date) {
	if st.AcceptedAt == nil {
		return
	}
	until := today
	if stop := st.decidedAt; stop != nil {
		until = calendar.DateOf(*stop)
	} else if st.ClosedAt != nil {
		until = calendar.DateOf(*st.ClosedAt)
	}
	h.UsedDays = calendar.WorkingDaysBetween(calendar.DateOf(*st.AcceptedAt), until)
	if st.Status == StatusOpen && st.decidedAt == nil {
		h.LeftDays, h.Colour = task.Colour(today, st.Due)
	}
}

// steps shows the road: what was done, in order, what is open, and what is still to come on the straight way.
func (p *pager) steps() {
	st, today := p.st, p.s.today()
	seen := map[string]bool{}
	for i := range st.steps {
		s := &st.steps[i]
		seen[s.Step] = true
		v := p.stepView(s.Step)
		v.ID, v.State, v.Round, v.OpenedAt, v.StartBy, v.Due, v.ClosedAt = &s.ID, s.State, s.Round, &s.OpenedAt, s.StartBy, s.Due, s.ClosedAt
		v.DoneBy, v.Comment, v.Data = s.DoneByName, s.Comment, s.Data
		if s.State == "open" {
			v.LeftDays, v.Colour = task.Colour(today, s.Due)
			v.Holder = p.holders[s.Step]
		}
		if def := st.proc.Step(s.Step); def != nil && s.Exit != nil {
			v.Exit = *s.Exit
			if e := exitOf(def, *s.Exit); e != nil {
				v.ExitName = e.Name
			}
		}
		p.out.Steps = append(p.out.Steps, v)
	}
	if st.Status != StatusOpen {
		return
	}
	for _, id := range st.ahead() {
		if !seen[id] {
			v := p.stepView(id)
			v.State = "coming"
			p.out.Steps = append(p.out.Steps, v)
		}
	}
}

func (p *pager) stepView(id string) CaseStepView {
	v := CaseStepView{Step: id, Name: id, Colour: "none"}
	def := p.st.proc.Step(id)
	if def == nil {
		return v
	}
	office := p.st.office(def)
	v.Name, v.Parallel, v.Role, v.RoleName = def.Name, def.ParallelWith, def.Actor.Role, access.Role(def.Actor.Role).Label()
	v.Office, v.OfficeName, v.Clause = code12(office), p.s.places.Name(office), def.Clause.String()
	return v
}

// ahead walks the first exit of every step from the open ones: the way a case goes where nothing is wrong.
func (st *state) ahead() []string {
	var out []string
	seen := map[string]bool{}
	var walk func(id string)
	walk = func(id string) {
		def := st.proc.Step(id)
		if def == nil || seen[id] {
			return
		}
		seen[id] = true
		out = append(out, id)
		if len(def.Exits) > 0 {
			for _, to := range def.Exits[0].To {
				walk(to)
			}
		}
	}
	for _, s := range st.openSteps() {
		walk(s.Step)
	}
	// A decision that can only be delivered one way hides the other end; steps already open are not "to come".
	var coming []string
	for _, id := range out {
		if st.open(id) == nil {
			coming = append(coming, id)
		}
	}
	return coming
}

func (p *pager) members() {
	today := p.s.today()
	signed := map[uuid.UUID]bool{}
	for _, a := range p.out.Authorisations {
		signed[a.PersonID] = a.WithdrawnAt == nil
	}
	for _, m := range p.st.members {
		p.out.Members = append(p.out.Members, CaseMemberView{PersonID: m.PersonID, Name: m.Name, IDMasked: m.IDMasked, Relation: m.Relation, Role: m.Role,
			Sex: int(m.Sex), Birth: m.Birth, Age: m.Birth.Age(today), Authorised: signed[m.PersonID]})
	}
}

// facts renders the sources side by side.
func (p *pager) facts() {
	for _, s := range p.st.sides() {
		of := policy.OfHousehold
		row := FactRow{PersonID: s.person, Key: s.key, Label: s.key}
		if s.person != nil {
			of = policy.OfMember
			if m := p.st.member(*s.person); m != nil {
				row.MemberName = m.Name
			}
		}
		def := p.st.pack.Fact(of, s.key)
		if def != nil {
			row.Label, row.Section, row.Type, row.Unit = def.Label, def.Section, def.Type, def.Unit
		}
		cell := func(kind string) *FactCell {
			f := s.of[kind]
			if f == nil {
				return nil
			}
			return &FactCell{Value: f.Value, Text: factText(def, f.Value), Source: f.Source, Note: f.Note, At: f.At, ByName: f.ByName}
		}
		row.Declared, row.Verified, row.Surveyed, row.Adopted = cell(declared), cell(verified), cell(surveyed), cell(adopted)
		row.Best, row.BestKind = s.current()
		row.Differs, row.Unexplained = s.differs(), s.unexplained()
		p.out.Facts = append(p.out.Facts, row)
	}
}

// actDef is an act as the page offers it.
type actDef struct {
	act, name string
	action    access.Action
	step      string // "" = any
	own       bool   // only the step's own actor
}

var actDefs = []actDef{
	{"accept", "受理", "case.accept", stepAccept, true},
	{"supplement", "一次性告知补正", "case.supplement", stepAccept, true},
	{"supplemented", "登记补正材料", "case.supplement", stepSupplement, true},
	{"verification", "出具核对报告", "case.verify", stepVerification, true},
	{"survey", "登记入户调查", "case.survey", stepSurvey, true},
	{"first-opinion", "提出初审意见", "case.first_opinion", stepFirstOpinion, true},
	{"post-notice", "张贴公示", "case.notice", stepNotice, true},
	{"objections", "登记异议", "case.objection", "", false},
	{"objection-handle", "处理异议", "case.objection", "", false},
	{"appraisal", "登记民主评议", "case.appraisal", stepAppraisal, true},
	{"county-visit", "登记县级入户", "case.county_visit", "", false},
	{"review", "提出审核意见", "case.review", stepReview, true},
	{"confirm", "作出决定", "case.confirm", stepConfirm, true},
	{"letter", "登记送达", "case.letter", stepLetter, true},
	{"withdraw", "办理撤回", "case.withdraw", "", false},
	{"terminate", "终止办理", "case.terminate", "", false},
	{"extend", "延长期限", "case.extend", "", false},
}

// acts lists what the reader may do now; what is in the way is said, not hidden.
func (p *pager) acts(res *policy.Result) {
	st := p.st
	if st.Status != StatusOpen {
		return
	}
	w := &work{s: p.s, actor: p.actor, now: p.s.now(), today: p.s.today(), st: st, result: res}
	for _, d := range actDefs {
		if access.Check(p.actor, d.action, access.At(st.Division)) != nil {
			continue
		}
		v := ActView{Act: d.act, Name: d.name, Step: d.step}
		if d.step != "" {
			def := st.proc.Step(d.step)
			w.step = st.open(d.step)
			if def == nil || w.step == nil || string(p.actor.Role) != def.Actor.Role || p.actor.Level != levelOf[def.Actor.Level] {
				continue
			}
			v.Blocked = message(w.apart(d.step))
		}
		if !p.offer(w, d, &v) {
			continue
		}
		p.out.Acts = append(p.out.Acts, v)
	}
}

// offer tells whether an act makes sense now, and what blocks it.
func (p *pager) offer(w *work, d actDef, v *ActView) bool {
	st := p.st
	block := func(err error) {
		if v.Blocked == "" {
			v.Blocked = message(err)
		}
	}
	switch d.act {
	case "supplement":
		return st.last(stepSupplement) == nil
	case "accept":
		for _, g := range []string{"materials_complete", "relatives_declared"} {
			block(w.guard(g, proof{}))
		}
	case "post-notice":
		return w.step.StartedAt == nil
	case "objections":
		return st.noticeID != nil && w.today <= *st.noticeLastDay
	case "objection-handle":
		return st.openObjections > 0
	case "county-visit":
		return st.CountyVisit == visitDrawn || st.CountyVisit == visitRelative
	case "first-opinion":
		if v.AgreeBlocked = message(w.policyEligible(proof{})); v.AgreeBlocked == "" {
			v.AgreeBlocked = message(w.explained())
		}
	case "confirm", "review":
		if v.AgreeBlocked = message(w.guard("county_visited", proof{})); v.AgreeBlocked == "" {
			v.AgreeBlocked = message(w.ready())
		}
	case "withdraw", "terminate":
		for _, s := range st.openSteps() {
			if exitOf(st.proc.Step(s.Step), d.act) != nil {
				return true
			}
		}
		return false
	case "extend":
		return st.AcceptedAt != nil && !st.Extended && st.outcome == nil && st.proc.Total("special") != nil
	}
	return true
}

// message is what a refusal says, "" for none.
func message(err error) string {
	if err == nil {
		return ""
	}
	if e := errs.As(err); e != nil {
		return e.Message
	}
	return "暂时不能办理。"
}
