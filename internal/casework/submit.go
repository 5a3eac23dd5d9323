package casework

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Submit takes in an application (57号 art 4-6; 一证一书 and 异地受理, GD-2019 六). The same request key is one case, however
// often it is sent. People and household enter the register in the same transaction; a window elsewhere in the province
// hands the case to the town of the register. Errors: Invalid with the fields; Conflict where the household has the same
// item open.
func (s *Service) Submit(ctx context.Context, actor access.Actor, in SubmitInput) (CaseState, error) {
	if err := access.Check(actor, "case.submit", access.Listing); err != nil {
		return CaseState{}, err
	}
	p, err := s.prepare(actor, in)
	if err != nil {
		return CaseState{}, err
	}
	scope := actor
	if p.forwarded {
		// The act crosses the actor's range by law; it was checked above and is audited under the actor's own name.
		scope = access.System("异地受理")
	}
	var out CaseState
	err = s.db.InTx(ctx, scope, func(tx pgx.Tx) error {
		var err error
		out, err = s.submit(ctx, tx, actor, p)
		return err
	})
	var again *submittedBefore
	if errors.As(err, &again) {
		return s.submittedBefore(ctx, scope, again.id)
	}
	if err != nil {
		return CaseState{}, s.register.NoteElsewhere(ctx, actor, err)
	}
	return out, nil
}

// submission is an application that has been found right as far as it can be without the database.
type submission struct {
	SubmitInput
	place     int64
	forwarded bool
	pack      *policy.Pack
	item      *policy.Item
	proc      *policy.Procedure
	start     *policy.Step
	urban     bool
	head      int // index of the head in Members
}

// prepare checks where, what and whose facts.
func (s *Service) prepare(actor access.Actor, in SubmitInput) (*submission, error) {
	p := &submission{SubmitInput: in, place: parseCode(in.Division)}
	d, ok := s.places.Get(p.place)
	if !ok || d.Placeholder || d.Level < division.Town {
		return nil, errs.Bad("division", "请选择户籍所在的村（社区）。")
	}
	var err error
	if p.pack, err = s.packFor(p.place); err != nil {
		return nil, err
	}
	if p.item = p.pack.Item(in.Item); p.item == nil || p.item.Apply == nil {
		return nil, errs.Bad("item", "没有编号为“%s”的可申请事项，请从列表中选择。", in.Item)
	}
	if !p.item.Valid(s.today()) {
		return nil, errs.Bad("item", "“%s”现在没有生效，不能申请。", p.item.Name)
	}
	if p.forwarded = !actor.Sees(p.place); p.forwarded {
		if err := s.mayForward(actor, p); err != nil {
			return nil, err
		}
	}
	if p.proc, err = s.procedureFor(p.pack, in.Item, p.place, s.today()); err != nil {
		return nil, err
	}
	if p.start = p.proc.Step(p.proc.Start); p.start == nil {
		return nil, errs.New(errs.Unavailable, "procedure_broken", "政策包里的流程 %s 没有起点，请联系管理员。", p.proc.ID)
	}
	p.urban = s.urban(in, p.place)
	return p, p.check(s.today())
}

// mayForward proves that a window elsewhere may take the application in: a town window of the same province, and an item
// whose pack allows it.
func (s *Service) mayForward(actor access.Actor, p *submission) error {
	if actor.Level != access.Town {
		return errs.Bad("division", "户籍地不在您的辖区，请由申请人到就近的镇街窗口提交。")
	}
	if p.item.Apply.Where != "any_town_in_province" || division.At(actor.Division, division.Province) != division.At(p.place, division.Province) {
		return errs.Bad("division", "“%s”只能向户籍地的镇街申请（%s），本窗口不能代收。", p.item.Name, s.places.FullName(division.At(p.place, division.Town)))
	}
	return nil
}

// urban is what the form says, or what the kind of community suggests.
func (s *Service) urban(in SubmitInput, place int64) bool {
	if in.Urban != nil {
		return *in.Urban
	}
	if v, ok := in.Facts["urban"].(bool); ok {
		return v
	}
	town, _ := s.places.Get(division.At(place, division.Town))
	return town.UrbanHint()
}

// submittedBefore answers a submit that was taken before.
func (s *Service) submittedBefore(ctx context.Context, scope access.Actor, id uuid.UUID) (CaseState, error) {
	var out CaseState
	err := s.db.InRead(ctx, scope, func(tx pgx.Tx) error {
		st, err := s.load(ctx, tx, id, false, false)
		if err != nil {
			return err
		}
		out = st.answer("这份申请已经提交过，没有重复受理。")
		out.Again = true
		return nil
	})
	return out, err
}

// submittedBefore is the way out of a transaction that finds its request key taken.
type submittedBefore struct{ id uuid.UUID }

func (e *submittedBefore) Error() string { return "submitted before as " + e.id.String() }

// check proves roles, relations, authorisations and facts of the members; all faults are told at once.
func (p *submission) check(today calendar.Date) error {
	var c errs.Collector
	p.head = -1
	for i := range p.Members {
		m := &p.Members[i]
		field := memberField(i)
		if m.Role == "" {
			m.Role = "member"
			if i == 0 {
				m.Role = "applicant"
			}
		}
		if (m.Role == "applicant") != (i == 0) {
			c.Add(field+"role", "申请人应是第一名成员，且只有一名，请调整。")
		}
		if (m.Relation == "02" || m.Relation == "01") && m.Role != "supporter" {
			if p.head >= 0 {
				c.Add(field+"relation", "户主只能有一名，请核对与户主关系。")
			}
			p.head = i
		}
		if a := m.Authorisation; a != nil && a.SignedOn > today {
			c.Add(field+"authorisation.signed_on", "签署日期不能晚于今天，请核对。")
		}
		checkEntry(&c, p.pack, false, m.Facts, field+"facts")
	}
	if p.head < 0 {
		c.Add("members", "请标明户主（与户主关系选“户主”）。")
	}
	if p.Members[0].Authorisation == nil {
		c.Add("members[0].authorisation", "申请须有身份证明和一份核对授权书（一证一书），请申请人签署授权书。")
	}
	checkEntry(&c, p.pack, true, p.Facts, "facts")
	for i, r := range p.Relatives {
		if r.Member < 0 || r.Member >= len(p.Members) {
			c.Add(relativeField(i)+"member", "请选择是哪一名成员的近亲属。")
		}
	}
	return c.Err()
}
