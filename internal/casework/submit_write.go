package casework

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/policy"
	"zhongfu/internal/registry"
	"zhongfu/internal/task"
)

func memberField(i int) string   { return fmt.Sprintf("members[%d].", i) }
func relativeField(i int) string { return fmt.Sprintf("relatives[%d].", i) }

// parseCode reads a 12-digit code; anything else is 0, which no division has.
func parseCode(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || len(s) != 12 {
		return 0
	}
	return n
}

// submit writes a checked application: three round trips besides those of the register.
func (s *Service) submit(ctx context.Context, tx pgx.Tx, actor access.Actor, p *submission) (CaseState, error) {
	now := s.now()
	id, err := uuid.NewV7()
	if err != nil {
		return CaseState{}, err
	}
	running, err := s.takeNumber(ctx, tx, p, id, now)
	if err != nil {
		return CaseState{}, err
	}
	home, members, err := s.enrol(ctx, tx, actor, p)
	if err != nil {
		return CaseState{}, err
	}
	place := home.Division
	if division.At(place, division.Town) != division.At(p.place, division.Town) {
		return CaseState{}, errs.New(errs.Conflict, "household_elsewhere", "该家庭的档案在%s，请按该地提交申请，或先办理迁移。", s.places.FullName(place))
	}
	handedIn := place
	if p.forwarded {
		handedIn = actor.Division
	}
	n := 0
	for _, m := range p.Members {
		if m.Role != "supporter" {
			n++
		}
	}
	proxy := ""
	if p.Proxy != nil {
		proxy = p.Proxy.Name + "（" + p.Proxy.Relation + "）"
	}
	st := &state{pack: p.pack, proc: p.proc, caseRow: caseRow{ID: id, Number: caseNumber(place, now, running), Division: place, HandedIn: handedIn,
		HouseholdID: home.ID, ApplicantID: members[0].ID, ApplicantName: members[0].Name, MemberCount: n, Item: p.Item, Pack: p.pack.Name,
		PackVersion: p.pack.Version, Digest: p.pack.Digest, Procedure: p.proc.ID, Status: StatusOpen, Urban: p.urban, Proxy: proxy,
		RelativeDeclared: len(p.Relatives) > 0, Pledged: p.Pledge, CountyVisit: visitUndrawn, SubmittedAt: now, Version: 1}}
	w := &work{s: s, actor: actor, now: now, today: calendar.DateOf(now), st: st, b: &pgx.Batch{}}
	if err := w.writeSubmission(p, members); err != nil {
		return CaseState{}, err
	}
	return w.state(), tx.SendBatch(ctx, w.b).Close()
}

// takeNumber claims the request key and the next number of the county's year, and throws the draft away.
func (s *Service) takeNumber(ctx context.Context, tx pgx.Tx, p *submission, id uuid.UUID, now time.Time) (int64, error) {
	b := &pgx.Batch{}
	b.Queue(`insert into case_request (request_key, case_id) values ($1, $2) on conflict do nothing`, p.RequestKey, id)
	b.Queue(`select case_id from case_request where request_key = $1`, p.RequestKey)
	b.Queue(`insert into numbering (series, year, last) values ($1, $2, 1)
	  on conflict (series, year) do update set last = numbering.last + 1 returning last`, "case-"+countyPart(p.place), calendarYear(now))
	res := tx.SendBatch(ctx, b)
	defer res.Close()
	if _, err := res.Exec(); err != nil {
		return 0, err
	}
	var holder uuid.UUID
	if err := res.QueryRow().Scan(&holder); err != nil {
		return 0, err
	}
	if holder != id {
		return 0, &submittedBefore{holder}
	}
	var n int64
	err := res.QueryRow().Scan(&n)
	return n, err
}

func calendarYear(t time.Time) int {
	y, _, _ := calendar.DateOf(t).Civil()
	return y
}

// countyPart is the six digits that a case number names: the county's, or the city's where towns hang on it directly.
func countyPart(place int64) string {
	county := division.At(place, division.County)
	if division.IsPlaceholder(county) {
		county = division.At(place, division.City)
	}
	return fmt.Sprintf("%06d", county/1e6)
}

// provinceLetters begin the case numbers; a province without letters here uses its two digits.
var provinceLetters = map[int64]string{44: "GD", 37: "SD"}

// caseNumber is GD-440104-2026-000123.
func caseNumber(place int64, now time.Time, n int64) string {
	province := place / 1e10
	letters := provinceLetters[province]
	if letters == "" {
		letters = strconv.FormatInt(province, 10)
	}
	return fmt.Sprintf("%s-%s-%d-%06d", letters, countyPart(place), calendarYear(now), n)
}

// enrol lets the register know the people: the household with its head first, supporters apart. The result is in the
// order of the form.
func (s *Service) enrol(ctx context.Context, tx pgx.Tx, actor access.Actor, p *submission) (registry.HouseholdRef, []registry.PersonRef, error) {
	out := make([]registry.PersonRef, len(p.Members))
	order := []int{p.head}
	in := registry.HouseholdInput{Division: p.place, Urban: p.urban, Address: p.Address, Head: personInput(p, p.head)}
	for i, m := range p.Members {
		if i != p.head && m.Role != "supporter" {
			order = append(order, i)
			in.Members = append(in.Members, registry.MemberInput{PersonInput: personInput(p, i), Relation: m.Relation})
		}
	}
	in.Path = func(i int) string { return memberField(order[i]) }
	home, err := s.register.EnsureHousehold(ctx, tx, actor, in)
	if err != nil {
		return home, nil, err
	}
	for i, ref := range home.People {
		out[order[i]] = ref
	}
	for i, m := range p.Members {
		if m.Role != "supporter" {
			continue
		}
		if out[i], err = s.register.EnsureSupporter(ctx, tx, actor, personInput(p, i)); err != nil {
			return home, nil, under(memberField(i), err)
		}
	}
	return home, out, nil
}

// under puts a prefix before the field names of an error.
func under(prefix string, err error) error {
	e := errs.As(err)
	if e == nil {
		return err
	}
	for i := range e.Fields {
		e.Fields[i].Name = prefix + e.Fields[i].Name
	}
	return err
}

func personInput(p *submission, i int) registry.PersonInput {
	m := p.Members[i]
	return registry.PersonInput{IDNumber: m.IDNumber, Name: m.Name, Division: p.place,
		Contact: registry.Contact{Phone: m.Phone, Account: m.Account, Address: p.Address},
		Facts:   registry.Facts{BankName: m.BankName, Register: parseCode(m.RegisterDivision), Residence: parseCode(m.ResidenceDivision)}}
}

const insertCase = `insert into cases (id, number, division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack,
  pack_version, pack_digest, procedure, status, urban, by_proxy, relative_declared, pledged, submitted_at, of_person)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14, $15, $16, $17, $18, $19)`

const insertMembers = `insert into case_member (case_id, person_id, division, name, id_masked, relation, sex, birth, role, seq)
select $1, u.person, $2, u.name, u.masked, u.relation, u.sex, u.birth, u.role, u.seq
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::date[], $9::text[], $10::smallint[])
  as u(person, name, masked, relation, sex, birth, role, seq)`

// writeSubmission gathers the rows of the new case into one batch.
func (w *work) writeSubmission(p *submission, members []registry.PersonRef) error {
	c := &w.st.caseRow
	w.b.Queue(insertCase, c.ID, c.Number, c.Division, c.HandedIn, c.HouseholdID, c.ApplicantID, c.ApplicantName, c.MemberCount, c.Item, c.Pack,
		c.PackVersion, c.Digest, c.Procedure, c.Urban, c.Proxy, c.RelativeDeclared, c.Pledged, c.SubmittedAt, p.person(c.ApplicantID))
	w.queueMembers(p, members)
	facts := flatten([]MemberFacts{{Facts: p.Facts}}, declared, "申请表")
	for i, m := range p.Members {
		facts = append(facts, flatten([]MemberFacts{{PersonID: &members[i].ID, Facts: m.Facts}}, declared, "申请表")...)
		if m.Authorisation != nil {
			queueAuthorisation(w.b, c, i+1, AuthorisationInput{PersonID: members[i].ID, MemberAuthorisation: *m.Authorisation})
		}
	}
	if err := w.queueFacts(facts); err != nil {
		return err
	}
	for _, r := range p.Relatives {
		if err := w.queueRelative(members[r.Member].ID, r); err != nil {
			return err
		}
	}
	if p.DraftID != nil {
		w.b.Queue(`delete from draft where staff_id = $1 and id = $2`, w.actor.Staff, *p.DraftID)
	}
	row, err := w.st.begin(p.start, w.now)
	if err != nil {
		return err
	}
	w.b.Queue(insertStep, c.ID, row.ID, c.Division, row.Step, row.Round, row.OpenedAt, row.StartBy, row.Due)
	if err := task.QueueOpen(w.b, w.now, w.st.duty(p.start, row)); err != nil {
		return err
	}
	return w.noteSubmission(p)
}

// person is the applicant where the item is recognised by person, nil where it is the household's.
func (p *submission) person(applicant uuid.UUID) *uuid.UUID {
	if p.item.Unit == policy.UnitPerson {
		return &applicant
	}
	return nil
}

func (w *work) queueMembers(p *submission, members []registry.PersonRef) {
	n := len(members)
	ids, names, masked, relations := make([]uuid.UUID, n), make([]string, n), make([]string, n), make([]string, n)
	sexes, births, roles, seqs := make([]int16, n), make([]calendar.Date, n), make([]string, n), make([]int16, n)
	for i, m := range members {
		f := p.Members[i]
		ids[i], names[i], masked[i], relations[i] = m.ID, m.Name, idnum.MaskResident(f.IDNumber), f.Relation
		sexes[i], births[i], roles[i], seqs[i] = int16(m.Sex), m.Birth, f.Role, int16(i+1)
	}
	w.b.Queue(insertMembers, w.st.ID, w.st.Division, ids, names, masked, relations, sexes, births, roles, seqs)
}

// noteSubmission writes the first line of the timeline and the audit event.
func (w *work) noteSubmission(p *submission) error {
	c := &w.st.caseRow
	text := "提交申请"
	w.text = "已提交，编号 " + c.Number + "，等待受理。"
	if p.forwarded {
		town := w.s.places.FullName(division.At(c.Division, division.Town))
		text = "异地受理：由" + w.s.places.FullName(w.actor.Division) + "代收，转户籍地" + town
		w.text = "已代收并转交" + town + "，编号 " + c.Number + "。"
	}
	if c.Proxy != "" {
		text += "；代办人：" + c.Proxy
	}
	if err := w.event("submitted", text, map[string]any{"forwarded": p.forwarded}); err != nil {
		return err
	}
	after := map[string]any{"number": c.Number, "item": c.Item, "members": c.MemberCount, "forwarded": p.forwarded, "procedure": c.Procedure}
	return audit.Queue(w.b, w.now, w.actor, audit.Event{Action: "case.submit", ObjectKind: "case", ObjectID: c.Number, Root: c.ID, Division: c.Division, After: after})
}
