package report

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/task"
)

// RecheckInput is what the town found (57号 art 18).
type RecheckInput struct {
	ReportID uuid.UUID        `json:"report_id" doc:"of the new version; made by the client"`
	Findings string           `json:"findings" maxLength:"2000"`
	Items    []RecheckedInput `json:"items" maxItems:"50" doc:"one for each disputed item"`
}

// RecheckedInput is the result for one item.
type RecheckedInput struct {
	PersonID *uuid.UUID `json:"person_id,omitempty"`
	Fact     string     `json:"fact" maxLength:"60"`
	Upheld   bool       `json:"upheld"`
	Value    any        `json:"value,omitempty" doc:"what holds instead, as case files store it"`
	Why      string     `json:"why" maxLength:"500"`
}

// Recheck closes an objection with the town's result. Whoever registered it does not decide it. Where an item is upheld the next
// version of the report is issued with the source's and the corrected value side by side, and the case takes it in. Errors name
// the field.
func (s *Service) Recheck(ctx context.Context, actor access.Actor, objectionID uuid.UUID, in RecheckInput) (Report, error) {
	if err := access.Check(actor, "verification.recheck", access.Listing); err != nil {
		return Report{}, err
	}
	var o ReportObjection
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		list, err := s.objections(ctx, tx, `o.id = $1`, objectionID)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return errs.Missing("这件异议")
		}
		o = list[0]
		return nil
	})
	if err != nil {
		return Report{}, err
	}
	if err := access.Check(actor, "verification.recheck", access.At(o.place)); err != nil {
		return Report{}, err
	}
	if o.State != "open" {
		if o.NewReportID != nil && *o.NewReportID == in.ReportID {
			return s.find(ctx, actor, in.ReportID)
		}
		return Report{}, errs.New(errs.Conflict, "already_rechecked", "这件异议已经办结（%s），不能重复复查。", o.StateName)
	}
	if o.byID != nil && *o.byID == actor.Staff {
		return Report{}, errs.New(errs.Forbidden, "same_person", "这件异议是您登记的，请由其他人员复查。")
	}
	e := &edition{in: IssueInput{ID: in.ReportID}, why: Objection, order: order{ID: o.orderID}}
	if e.fixed, err = s.corrections(ctx, actor, &o, &in); err != nil {
		return Report{}, err
	}
	state := "rejected"
	if n := len(e.fixed); n == len(o.Items) {
		state = "upheld"
	} else if n > 0 {
		state = "partly"
	}
	if len(e.fixed) == 0 {
		err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return s.close(ctx, tx, actor, &o, &in, state, nil) })
		if err != nil {
			return Report{}, err
		}
		return s.find(ctx, actor, o.ReportID)
	}
	e.also = func(ctx context.Context, tx pgx.Tx) error {
		return s.close(ctx, tx, actor, &o, &in, state, &in.ReportID)
	}
	if err := s.prepare(ctx, e, uuid.Nil); err != nil {
		return Report{}, err
	}
	return s.write(ctx, actor, e)
}

// corrections checks the result item by item.
func (s *Service) corrections(ctx context.Context, actor access.Actor, o *ReportObjection, in *RecheckInput) ([]ReportCorrection, error) {
	r, err := s.find(ctx, actor, o.ReportID)
	if err != nil {
		return nil, err
	}
	var pack *policy.Pack
	if err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		check, err := s.cases.Checked(ctx, tx, o.caseID)
		if err == nil {
			pack = check.Pack
		}
		return err
	}); err != nil {
		return nil, err
	}
	var c errs.Collector
	if in.ReportID == uuid.Nil {
		c.Add("report_id", "缺少新版报告的编号，请刷新页面后重试。")
	}
	if in.Findings = strings.TrimSpace(in.Findings); in.Findings == "" {
		c.Add("findings", "请写明复查了什么、查明的情况。")
	}
	var out []ReportCorrection
	for i := range o.Items {
		it := &o.Items[i]
		k := -1
		for j, f := range in.Items {
			if f.Fact == it.Fact && samePerson(f.PersonID, it.PersonID) {
				k = j
			}
		}
		if k < 0 {
			c.Add("items", "请写明%s%s的复查结果。", it.Person, it.Label)
			continue
		}
		f := &in.Items[k]
		field := fmt.Sprintf("items[%d]", k)
		if f.Why = strings.TrimSpace(f.Why); f.Why == "" {
			c.Add(field+".why", "请写明%s成立或不成立的理由。", it.Label)
		}
		it.Why, it.Corrected = f.Why, ""
		if !f.Upheld {
			continue
		}
		of := policy.OfHousehold
		if it.PersonID != nil {
			of = policy.OfMember
		}
		def := pack.Fact(of, it.Fact)
		line := r.Content.line(it.PersonID, it.Fact)
		if def == nil || line == nil || f.Value == nil {
			c.Add(field+".value", "请填写复查后的%s。", it.Label)
			continue
		}
		value, err := def.Value(f.Value)
		if err != nil {
			c.Add(field+".value", "%s%s", it.Label, err)
			continue
		}
		it.Corrected = valueText(def, value)
		source := line.Found.Text
		out = append(out, ReportCorrection{PersonID: it.PersonID, Person: it.Person, Fact: it.Fact, Label: it.Label, Source: source, Value: value, Text: it.Corrected,
			Why: f.Why, Proofs: len(o.Proofs), ByName: actor.Name, At: s.now()})
	}
	return out, c.Err()
}

func (s *Service) close(ctx context.Context, tx pgx.Tx, actor access.Actor, o *ReportObjection, in *RecheckInput, state string, report *uuid.UUID) error {
	now := s.now()
	text, err := json.Marshal(disputed{Text: o.Text, Items: o.Items, Findings: in.Findings})
	if err != nil {
		return err
	}
	tag, err := tx.Exec(ctx, `update verification_objection set state = $3, found_sealed = $4, rechecked_at = $5, rechecked_by_id = $6, rechecked_by = $7, new_report_id = $8
where order_id = $1 and id = $2 and state = 'open'`, o.orderID, o.ID, state, s.keys.SealBytes(fieldObjection, text), now, nilID(actor.Staff), actor.Name, report)
	if err != nil {
		return err
	}
	if tag.RowsAffected() == 0 {
		return errs.New(errs.Conflict, "already_rechecked", "这件异议刚刚已由他人办结，请刷新页面。")
	}
	b := &pgx.Batch{}
	task.QueueCloseKind(b, now, o.caseID, taskObjection)
	if err := audit.Queue(b, now, actor, audit.Event{Action: "verification.recheck", ObjectKind: "verification_objection", ObjectID: o.ID.String(), Root: o.orderID, Division: o.place,
		After: map[string]any{"result": state, "items": len(o.Items)}}); err != nil {
		return err
	}
	return tx.SendBatch(ctx, b).Close()
}
