package liveness

import (
	"context"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
)

// LivenessDecisionInput says what the town does about what a visit found.
type LivenessDecisionInput struct {
	Decision string `json:"decision" enum:"change,keep,other" doc:"change: the change or end of the benefit is being handled as a case; keep: checked, stays as it is"`
	Note     string `json:"note" maxLength:"500"`
}

// Decide closes the town's duty about somebody who was dead, moved or not found. It records a person's decision and carries nothing
// out: a benefit changes by its own procedure. The same decision again changes nothing.
func (s *Service) Decide(ctx context.Context, actor access.Actor, id, person uuid.UUID, in LivenessDecisionInput) error {
	note := strings.TrimSpace(in.Note)
	return s.change(ctx, actor, "liveness.decide", id, person, func(tx pgx.Tx, p *someone) error {
		if p.decision != "" {
			if p.decision == in.Decision {
				return nil
			}
			return errs.New(errs.Conflict, "decided", "这项核查结果已由别人处理，没有重复处理。请刷新页面。")
		}
		if p.stands != "moved" && p.stands != "dead" && p.stands != "not_found" {
			return errs.New(errs.Conflict, "nothing_to_decide", "这名人员没有需要处理的核查结果。")
		}
		if note == "" {
			return errs.Bad("note", "请写明处理情况，例如已发起停发、变更，或核实后保留的理由。")
		}
		now := s.now()
		b := &pgx.Batch{}
		b.Queue(`update liveness_person set decision = $3, decision_note = $4, decided_by = $5, decided_at = $6 where campaign_id = $1 and person_id = $2`,
			id, person, in.Decision, note, actor.Name, now)
		task.QueueCloseAll(b, now, *p.result)
		if err := audit.Queue(b, now, actor, audit.Event{Action: "liveness.decide", ObjectKind: "person", ObjectID: person.String(), Root: person, Division: p.place,
			After: map[string]any{"campaign": p.number, "found": p.stands, "decision": in.Decision}}); err != nil {
			return err
		}
		if err := tx.SendBatch(ctx, b).Close(); err != nil {
			return err
		}
		return s.jobs.Insert(ctx, tx, WorkArgs{})
	})
}
