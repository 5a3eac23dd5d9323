package casework

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Accept accepts an application (受理, 57号 art 10): from here the total runs, verification and home survey start side by
// side. Errors: Conflict while an authorisation or the pledge is missing.
func (s *Service) Accept(ctx context.Context, actor access.Actor, id uuid.UUID, in AcceptInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.accept", step: stepAccept, version: in.Version, whole: true}, func(w *work) error {
		if err := w.sign(in.Authorisations, in.Pledge, in.Relatives); err != nil {
			return err
		}
		w.st.AcceptedAt = &w.now
		w.st.Due = w.st.totalDue()
		if err := w.leave(actAccept, in.Comment, nil, proof{}); err != nil {
			return err
		}
		w.paper(stepAccept, "acceptance_notice")
		w.text = fmt.Sprintf("已受理，应在%s前办结；信息核对和入户调查已同时交办。", w.st.Due.Chinese())
		return w.event("accepted", "受理申请", map[string]any{"due": w.st.Due.String()})
	})
}

// sign takes in what was signed at the window: authorisations, the pledge, and near relatives named in it.
func (w *work) sign(list []AuthorisationInput, pledge bool, relatives []RelativeInput) error {
	w.st.Pledged = w.st.Pledged || pledge
	var c errs.Collector
	for i, a := range list {
		field := fmt.Sprintf("authorisations[%d]", i)
		if w.st.member(a.PersonID) == nil {
			c.Add(field+".person_id", "这名人员不是本案的成员，请从成员中选择。")
		}
		if a.SignedOn > w.today {
			c.Add(field+".signed_on", "签署日期不能晚于今天，请核对。")
		}
	}
	for i, r := range relatives {
		if r.Member < 0 || r.Member >= len(w.st.members) {
			c.Add(relativeField(i)+"member", "请选择是哪一名成员的近亲属。")
		}
	}
	if err := c.Err(); err != nil {
		return err
	}
	for _, r := range relatives {
		w.st.RelativeDeclared = true
		if err := w.queueRelative(w.st.members[r.Member].PersonID, r); err != nil {
			return err
		}
	}
	for _, a := range list {
		queueAuthorisation(w.b, &w.st.caseRow, w.st.seq(a.PersonID), a)
	}
	w.recount(list)
	return nil
}

// queueRelative records a disclosed near relative (近亲属备案, 57号 art 11); the county will have to visit.
func (w *work) queueRelative(person uuid.UUID, r RelativeInput) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	w.b.Queue(`insert into relative_disclosure (case_id, id, division, person_id, staff_name, office, relation, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
		w.st.ID, id, w.st.Division, person, r.StaffName, r.Office, r.Relation, w.now)
	return nil
}

// recount tells how many members are still without authorisation once the list is written.
func (w *work) recount(list []AuthorisationInput) {
	if len(list) == 0 {
		return
	}
	signed := map[uuid.UUID]bool{}
	for _, id := range w.st.authorised {
		signed[id] = true
	}
	for _, a := range list {
		signed[a.PersonID] = true
	}
	w.st.unauthorised = 0
	for _, m := range w.st.members {
		if !signed[m.PersonID] {
			w.st.unauthorised++
		}
	}
}

// seq is the place of a member in the case, from 1.
func (st *state) seq(person uuid.UUID) int {
	for i, m := range st.members {
		if m.PersonID == person {
			return i + 1
		}
	}
	return 0
}

// A new signature replaces an older one; the number stays that of the case and the member.
const insertAuthorisation = `insert into case_authorisation (case_id, person_id, division, number, signed_by, guardian, signed_on)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (case_id, person_id) do update set signed_by = excluded.signed_by, guardian = excluded.guardian, signed_on = excluded.signed_on, withdrawn_at = null`

func queueAuthorisation(b *pgx.Batch, c *caseRow, seq int, a AuthorisationInput) {
	b.Queue(insertAuthorisation, c.ID, a.PersonID, c.Division, authorisationNumber(c.Number, seq), a.SignedBy, a.Guardian, a.SignedOn)
}

// authorisationNumber is the case's number with the member's place: SQ-440104-2026-000123-02.
func authorisationNumber(caseNumber string, seq int) string {
	return fmt.Sprintf("SQ%s-%02d", caseNumber[2:], seq)
}
