package report

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
)

// DisputeInput registers what the applicant disputes (57号 art 18).
type DisputeInput struct {
	ID     uuid.UUID       `json:"id" doc:"made by the client, so that a second submit registers nothing twice"`
	Name   string          `json:"name" maxLength:"50" doc:"who objects: the applicant or a member"`
	Text   string          `json:"text" maxLength:"2000" doc:"what is disputed and why"`
	Items  []DisputedInput `json:"items" maxItems:"50"`
	Proofs []uuid.UUID     `json:"proofs" maxItems:"50" doc:"materials of the case"`
}

// DisputedInput is one item that is disputed.
type DisputedInput struct {
	PersonID *uuid.UUID `json:"person_id,omitempty" doc:"absent: the household"`
	Fact     string     `json:"fact" maxLength:"60"`
	Claim    string     `json:"claim" maxLength:"200" doc:"what the applicant says it is, in words"`
}

// ReportObjection is an objection as screens show it.
type ReportObjection struct {
	ID          uuid.UUID      `json:"id"`
	ReportID    uuid.UUID      `json:"report_id"`
	State       string         `json:"state" enum:"open,upheld,partly,rejected"`
	StateName   string         `json:"state_name"`
	Name        string         `json:"name"`
	Text        string         `json:"text"`
	Items       []DisputedItem `json:"items"`
	Proofs      []ProofRef     `json:"proofs"`
	Due         calendar.Date  `json:"due"`
	At          time.Time      `json:"at"`
	ByName      string         `json:"by_name"`
	RecheckedAt *time.Time     `json:"rechecked_at"`
	RecheckedBy string         `json:"rechecked_by,omitempty"`
	Findings    string         `json:"findings,omitempty"`
	NewReportID *uuid.UUID     `json:"new_report_id,omitempty"`
	byID        *uuid.UUID
	orderID     uuid.UUID
	caseID      uuid.UUID
	place       int64
}

// DisputedItem is one item with what became of it.
type DisputedItem struct {
	PersonID  *uuid.UUID `json:"person_id,omitempty"`
	Person    string     `json:"person,omitempty"`
	Fact      string     `json:"fact"`
	Label     string     `json:"label"`
	Source    string     `json:"source" doc:"what the report says"`
	Claim     string     `json:"claim"`
	Corrected string     `json:"corrected,omitempty" doc:"what holds after the re-check; empty: the source's value stays"`
	Why       string     `json:"why,omitempty"`
}

// ProofRef is a material of the case that proves it.
type ProofRef struct {
	ID   uuid.UUID `json:"id"`
	Name string    `json:"name"`
}

var stateNames = map[string]string{"open": "待复查", "upheld": "成立", "partly": "部分成立", "rejected": "不成立"}

// disputed is what is kept sealed of an objection.
type disputed struct {
	Text     string         `json:"text"`
	Items    []DisputedItem `json:"items"`
	Findings string         `json:"findings,omitempty"`
}

// Object registers an objection to the newest version of a case's report. Errors name the field: no text, no item of the report, no
// proof among the case's materials, days over.
func (s *Service) Object(ctx context.Context, actor access.Actor, reportID uuid.UUID, in DisputeInput) (Report, error) {
	if err := access.Check(actor, "verification.objection", access.Listing); err != nil {
		return Report{}, err
	}
	r, err := s.find(ctx, actor, reportID)
	if err != nil {
		return Report{}, err
	}
	if err := access.Check(actor, "verification.objection", access.At(r.Place)); err != nil {
		return Report{}, err
	}
	for _, o := range r.Objections {
		if o.ID == in.ID {
			return r, nil
		}
	}
	items, err := s.checkObjection(&r, &in)
	if err != nil {
		return Report{}, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return s.object(ctx, tx, actor, &r, &in, items) })
	if err != nil {
		return Report{}, err
	}
	return s.find(ctx, actor, reportID)
}

func (s *Service) checkObjection(r *Report, in *DisputeInput) ([]DisputedItem, error) {
	switch {
	case r.CaseID == nil:
		return nil, errs.New(errs.Conflict, "no_case", "只能对案件的核对报告登记异议。")
	case !r.Newest:
		return nil, errs.New(errs.Conflict, "old_version", "这份报告已有新版，请在最新的一版上登记异议。")
	case s.openObjection(r.Objections):
		return nil, errs.New(errs.Conflict, "objection_open", "这份报告已有一件异议正在复查，请先办结。")
	case r.Late:
		return nil, errs.New(errs.Conflict, "too_late", "异议期限到 %s 为止，已经过期；当事人有新证据的，可以在公示期间提出异议。", r.Content.Review.Until.Chinese())
	}
	var c errs.Collector
	if in.ID == uuid.Nil {
		c.Add("id", "缺少异议的编号，请刷新页面后重试。")
	}
	if in.Name = strings.TrimSpace(in.Name); in.Name == "" {
		c.Add("name", "请填写提出异议的人。")
	}
	if in.Text = strings.TrimSpace(in.Text); in.Text == "" {
		c.Add("text", "请写明对哪些结果有异议、理由是什么。")
	}
	if len(in.Items) == 0 {
		c.Add("items", "请至少选择一项有异议的核对结果。")
	}
	if len(in.Proofs) == 0 {
		c.Add("proofs", "请先上传证明材料再登记异议（57 号文第十八条：申请人提供相关证明材料）。")
	}
	var out []DisputedItem
	for i, d := range in.Items {
		l := r.Content.line(d.PersonID, d.Fact)
		if l == nil {
			c.Add(fmt.Sprintf("items[%d].fact", i), "报告中没有这一项，请从报告的明细中选择。")
			continue
		}
		if d.Claim = strings.TrimSpace(d.Claim); d.Claim == "" {
			c.Add(fmt.Sprintf("items[%d].claim", i), "请填写当事人所说的%s。", l.Label)
		}
		out = append(out, DisputedItem{PersonID: d.PersonID, Person: l.Person, Fact: l.Fact, Label: l.Label, Source: l.text(), Claim: d.Claim})
	}
	return out, c.Err()
}

func (c *ReportContent) line(person *uuid.UUID, fact string) *ReportLine {
	for i := range c.Lines {
		if l := &c.Lines[i]; l.Fact == fact && samePerson(l.PersonID, person) {
			return l
		}
	}
	return nil
}

const taskObjection = "verification_objection"

func (s *Service) object(ctx context.Context, tx pgx.Tx, actor access.Actor, r *Report, in *DisputeInput, items []DisputedItem) error {
	now := s.now()
	var known int
	if err := tx.QueryRow(ctx, `select count(*) from attachment where case_id = $1 and id = any($2) and removed_at is null`, r.CaseID, in.Proofs).Scan(&known); err != nil {
		return err
	}
	if known != len(in.Proofs) {
		return errs.Bad("proofs", "有 %d 份证明不在本案的材料中，请重新上传后选择。", len(in.Proofs)-known)
	}
	check, err := s.cases.Checked(ctx, tx, *r.CaseID)
	if err != nil {
		return err
	}
	if check.Status != "open" || check.Decided {
		return errs.New(errs.Conflict, "decided", "本案已作出决定或已办结，不能再登记核对异议；不服决定的，按决定书写明的途径办理。")
	}
	text, err := json.Marshal(disputed{Text: in.Text, Items: items})
	if err != nil {
		return err
	}
	due := s.dueWorking(term(check.Pack, "verification_recheck_days", check.Division, s.today()).N)
	tag, err := tx.Exec(ctx, `insert into verification_objection (order_id, id, report_id, division, case_id, state, name, content_sealed, proofs, due, at, by_id, by_name)
values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, $10, $11, $12) on conflict on constraint verification_objection_pkey do nothing`,
		r.OrderID, in.ID, r.ID, check.Division, r.CaseID, in.Name, s.keys.SealBytes(fieldObjection, text), in.Proofs, due, now, nilID(actor.Staff), actor.Name)
	if err != nil || tag.RowsAffected() == 0 {
		return err
	}
	b := &pgx.Batch{}
	if err := task.QueueOpen(b, now, task.Duty{Root: *r.CaseID, Kind: taskObjection, Division: check.Division, Level: access.Town, Role: access.TownHead, Title: "复查核对异议",
		Subject: check.Number + " " + check.Applicant, Link: "/verification/reports/" + r.ID.String(), Due: due}); err != nil {
		return err
	}
	if err := audit.Queue(b, now, actor, audit.Event{Action: "verification.objection", ObjectKind: "verification_report", ObjectID: r.Number, Root: r.OrderID, Division: check.Division,
		After: map[string]any{"version": r.Version, "items": len(items), "proofs": len(in.Proofs), "due": due.String()}}); err != nil {
		return err
	}
	return tx.SendBatch(ctx, b).Close()
}

const selectObjections = `select o.id, o.report_id, o.state, o.name, o.content_sealed, o.found_sealed, o.due, o.at, o.by_name, o.by_id, o.rechecked_at, o.rechecked_by, o.new_report_id,
  o.order_id, o.case_id, o.division,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.id), '[]') from attachment a where a.case_id = o.case_id and a.id = any(o.proofs))
from verification_objection o where `

func (s *Service) objections(ctx context.Context, tx pgx.Tx, where string, args ...any) ([]ReportObjection, error) {
	rows, err := tx.Query(ctx, selectObjections+where+` order by o.at`, args...)
	if err != nil {
		return nil, err
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (o ReportObjection, err error) {
		var content, found, proofs []byte
		if err = row.Scan(&o.ID, &o.ReportID, &o.State, &o.Name, &content, &found, &o.Due, &o.At, &o.ByName, &o.byID, &o.RecheckedAt, &o.RecheckedBy, &o.NewReportID,
			&o.orderID, &o.caseID, &o.place, &proofs); err != nil {
			return o, err
		}
		o.StateName = stateNames[o.State]
		if err = json.Unmarshal(proofs, &o.Proofs); err != nil {
			return o, err
		}
		if found != nil {
			content = found
		}
		text, err := s.keys.OpenBytes(fieldObjection, content)
		if err != nil {
			return o, err
		}
		var d disputed
		err = json.Unmarshal(text, &d)
		o.Text, o.Items, o.Findings = d.Text, d.Items, d.Findings
		return o, err
	})
	return append([]ReportObjection{}, list...), err
}
