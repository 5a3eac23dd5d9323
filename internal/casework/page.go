package casework

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

const (
	selectAuthorisations = `select a.person_id, m.name, a.number, a.signed_by, a.guardian, a.signed_on, a.withdrawn_at
from case_authorisation a join case_member m on m.case_id = a.case_id and m.person_id = a.person_id where a.case_id = $1 order by m.seq`
	selectRelatives = `select r.person_id, m.name, r.staff_name, r.office, r.relation
from relative_disclosure r join case_member m on m.case_id = r.case_id and m.person_id = r.person_id where r.case_id = $1 order by r.id`
	selectNotices     = `select id, posted_on, last_day, ended_at, amount_fen, objections from notice where case_id = $1 order by id`
	selectObjections  = `select id, name, contact_sealed, text, channel, at, handled_at, handled_by, coalesce(outcome, ''), answer from objection where case_id = $1 order by id`
	selectDecision    = `select outcome, amount_fen, reason, decided_at, by_name, result from case_decision where case_id = $1`
	selectEvents      = `select id, at, actor_name, role, kind, step, text, data from case_event where case_id = $1 order by at desc, id desc limit 500`
	selectPapers      = `select id, kind, number, issued_at, by_name from paper where case_id = $1 order by id`
	selectAttachments = `select id, kind, name, mime, size, by_name, at from attachment where case_id = $1 and removed_at is null order by id`
	selectHolders     = `select step, assignee_name from task where root_id = $1 and closed_at is null and assignee is not null and kind = '` + taskStep + `'`
)

// Page returns everything that the case page shows, in two round trips. What lies outside the reader's range is not in
// it: a window that handed a case in elsewhere sees its head and nothing more.
func (s *Service) Page(ctx context.Context, actor access.Actor, id uuid.UUID) (CasePage, error) {
	if err := access.Check(actor, "case.read", access.Listing); err != nil {
		return CasePage{}, err
	}
	p := &pager{s: s, actor: actor, st: &state{}}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error { return p.read(ctx, tx, id) })
	if err != nil {
		return CasePage{}, err
	}
	return p.render(), nil
}

// pager reads and renders one page.
type pager struct {
	s       *Service
	actor   access.Actor
	st      *state
	out     CasePage
	holders map[string]string
}

func (p *pager) read(ctx context.Context, tx pgx.Tx, id uuid.UUID) error {
	*p.st, p.out, p.holders = state{}, emptyPage(), map[string]string{}
	b := &pgx.Batch{}
	for _, q := range []string{selectCase, selectSteps, selectStanding, selectMembers, selectFacts, selectAuthorisations, selectRelatives, selectNotices,
		selectObjections, selectDecision, selectEvents, selectPapers, selectAttachments, selectHolders} {
		b.Queue(q, id)
	}
	res := tx.SendBatch(ctx, b)
	defer res.Close()
	if err := p.st.caseRow.scan(res.QueryRow()); err != nil {
		if err == pgx.ErrNoRows {
			return errs.Missing("该案件")
		}
		return err
	}
	rows, err := res.Query()
	if err != nil {
		return err
	}
	if p.st.steps, err = scanSteps(rows); err != nil {
		return err
	}
	if err := p.st.standing.scan(res.QueryRow()); err != nil {
		return err
	}
	if err := p.st.readWhole(res); err != nil {
		return err
	}
	if err := p.readParts(res); err != nil {
		return err
	}
	return p.s.bind(p.st)
}

func emptyPage() CasePage {
	return CasePage{Steps: []CaseStepView{}, Members: []CaseMemberView{}, Facts: []FactRow{}, Authorisations: []AuthorisationView{}, Relatives: []RelativeView{},
		Notices: []NoticeView{}, Objections: []ObjectionView{}, Events: []CaseEventView{}, Papers: []CasePaperRef{}, Attachments: []CaseAttachmentRef{}, Acts: []ActView{}}
}

// here tells whether the reader's range holds the case itself, not only the window that handed it in.
func (p *pager) here() bool { return p.actor.IsSystem() || p.actor.Sees(p.st.Division) }

func (p *pager) render() CasePage {
	p.out.Case = p.header()
	if !p.here() {
		return p.out
	}
	p.steps()
	p.members()
	p.facts()
	if p.out.Decision != nil {
		p.acts(nil) // what was decided on stands; the policy of today is not asked about a case of yesterday
		return p.out
	}
	res, err := p.st.evaluate(p.s.today())
	if err != nil {
		p.out.ResultProblem = "暂时不能得出政策结论。"
		if e := errs.As(err); e != nil {
			p.out.ResultProblem = e.Message
		}
	} else {
		p.out.Result = res
	}
	p.acts(res)
	return p.out
}

func (p *pager) header() CaseHeader {
	c, s, today := &p.st.caseRow, p.s, p.s.today()
	h := CaseHeader{ID: c.ID, Number: c.Number, Item: c.Item, ItemName: itemName(p.st.pack, c.Item), Division: code12(c.Division), DivisionName: s.places.FullName(c.Division),
		HandedInDivision: code12(c.HandedIn), HandedInName: s.places.FullName(c.HandedIn), Forwarded: c.HandedIn != c.Division, HouseholdID: c.HouseholdID,
		ApplicantID: c.ApplicantID, ApplicantName: c.ApplicantName, MemberCount: c.MemberCount, Status: c.Status, StatusName: statusNames[c.Status], Urban: c.Urban,
		Proxy: c.Proxy, RelativeDeclared: c.RelativeDeclared, CountyVisit: c.CountyVisit, Extended: c.Extended, SubmittedAt: c.SubmittedAt, AcceptedAt: c.AcceptedAt,
		ClosedAt: c.ClosedAt, Due: c.Due, AmountFen: c.AmountFen, Version: c.Version, Pack: policy.PackRef{Name: c.Pack, Version: c.PackVersion, Digest: c.Digest},
		PackChanged: p.st.pack.Digest != c.Digest, Colour: "none"}
	if t := p.st.total(); t != nil {
		h.TotalDays = t.Deadline.Days
	}
	p.st.clockOf(&h, today)
	return h
}

func itemName(pack *policy.Pack, id string) string {
	if it := pack.Item(id); it != nil {
		return it.Name
	}
	return id
}
