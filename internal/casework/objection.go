package casework

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
)

// sealContact binds sealed contacts of objectors to their place; the public board uses the same.
const sealContact = "objection.contact"

const taskObjection = "objection"

var channelNames = map[string]string{"online": "网上", "window": "窗口", "letter": "来信", "telephone": "来电"}

// Object takes down an objection brought to the window, by letter or telephone while the notice hangs (57号 art 19).
func (s *Service) Object(ctx context.Context, actor access.Actor, id uuid.UUID, in ObjectionInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.objection"}, func(w *work) error {
		if w.st.noticeID == nil || w.today > *w.st.noticeLastDay {
			return refuse("no_notice", "案件现在没有在公示，不能登记公示异议；公示期外的意见请按信访举报登记。")
		}
		text := strings.TrimSpace(in.Text)
		if len([]rune(text)) < 5 {
			return errs.Bad("text", "请写明异议的内容，至少5个字。")
		}
		oid, err := uuid.NewV7()
		if err != nil {
			return err
		}
		var contact []byte
		if in.Contact != "" {
			contact = s.keys.Seal(sealContact, in.Contact)
		}
		w.b.Queue(`insert into objection (case_id, id, division, notice_id, name, contact_sealed, text, channel, at)
		  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, w.st.ID, oid, w.st.Division, *w.st.noticeID, in.Name, contact, text, in.Channel, w.now)
		w.b.Queue(`update notice set objections = objections + 1 where case_id = $1 and id = $2`, w.st.ID, *w.st.noticeID)
		w.st.openObjections++
		if err := w.objectionDuty(); err != nil {
			return err
		}
		w.text = "已登记异议，请尽快处理；处理前案件不能进入下一步。"
		return w.event("objection", "收到异议（"+channelNames[in.Channel]+"）", map[string]any{"objection_id": oid})
	})
}

// objectionDuty puts the handling into the inbox of the office that posted the notice, unless it is there already.
func (w *work) objectionDuty() error {
	def := w.st.proc.Step(stepNotice)
	if def == nil || w.st.openObjections > 1 {
		return nil
	}
	return task.QueueOpen(w.b, w.now, w.st.objectionDuty(w.today))
}

func (st *state) objectionDuty(today calendar.Date) task.Duty {
	def := st.proc.Step(stepNotice)
	due := today
	if st.noticeLastDay != nil {
		due = *st.noticeLastDay
	}
	return task.Duty{Root: st.ID, Kind: taskObjection, Step: taskObjection, Division: st.Division, Level: levelOf[def.Actor.Level],
		Role: access.Role(def.Actor.Role), Title: "处理异议", Subject: st.subject(), Link: st.link(), Due: max(due, today)}
}

// ObjectionRaised is told by the public board of an objection that it has just kept, in the same transaction: the
// township gets the duty and the timeline a line. It implements the board's sink.
func (s *Service) ObjectionRaised(ctx context.Context, tx pgx.Tx, caseID, noticeID, objectionID uuid.UUID) error {
	st, err := s.load(ctx, tx, caseID, true, false)
	if err != nil {
		return err
	}
	if st.Status != StatusOpen {
		return refuse("case_closed", "该公示对应的事项已办结，仍有意见请直接向镇街或县级民政部门反映。")
	}
	w := &work{s: s, actor: access.Public(""), now: s.now(), st: st, b: &pgx.Batch{}}
	w.today = calendar.DateOf(w.now)
	if err := w.objectionDuty(); err != nil {
		return err
	}
	if err := w.event("objection", "收到异议（网上）", map[string]any{"objection_id": objectionID, "notice_id": noticeID}); err != nil {
		return err
	}
	// Whoever has the case open must look again before the next act.
	w.b.Queue(`update cases set version = version + 1 where id = $1`, caseID)
	return tx.SendBatch(ctx, w.b).Close()
}

// HandleObjection answers an objection: a democratic appraisal, a new home survey, or unfounded with the grounds.
func (s *Service) HandleObjection(ctx context.Context, actor access.Actor, id, objection uuid.UUID, in HandleObjectionInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.objection", version: in.Version, whole: true}, func(w *work) error {
		answer := strings.TrimSpace(in.Answer)
		if answer == "" {
			return errs.Bad("answer", "请写明核实的情况和处理意见。")
		}
		// The guard "for update" is the case's own lock; a second answer finds no open row.
		w.b.Queue(answerObjection, w.st.ID, objection, w.now, actor.Name, in.Outcome, answer).Exec(func(ct pgconn.CommandTag) error {
			if ct.RowsAffected() == 0 {
				return refuse("objection_handled", "这件异议不存在或已经处理过，请刷新页面。")
			}
			return nil
		})
		if w.st.openObjections > 0 {
			w.st.openObjections--
		}
		if w.st.openObjections == 0 {
			task.QueueCloseKind(w.b, w.now, w.st.ID, taskObjection)
		}
		if err := w.follow(in.Outcome, answer); err != nil {
			return err
		}
		return w.event("objection_handled", "处理异议："+outcomeNames[in.Outcome]+"。"+answer, map[string]any{"objection_id": objection, "outcome": in.Outcome})
	})
}

const answerObjection = `update objection set handled_at = $3, handled_by = $4, outcome = $5, answer = $6
where case_id = $1 and id = $2 and handled_at is null`

var outcomeNames = map[string]string{"appraisal": "组织民主评议", "resurvey": "重新调查", "unfounded": "不成立"}

// follow moves the case as the answer says. An appraisal or survey that is under way takes the objection in.
func (w *work) follow(outcome, answer string) error {
	w.text = "异议已处理。"
	if outcome == "unfounded" {
		return nil
	}
	step, action := stepAppraisal, actAppraise
	if outcome == "resurvey" {
		step, action = stepSurvey, actResurvey
	}
	if w.st.open(step) != nil {
		w.text = fmt.Sprintf("异议并入正在办理的“%s”。", w.st.stepName(step))
		return nil
	}
	if w.step = w.st.open(stepNotice); w.step == nil {
		return refuse("notice_over", "公示环节已结束，这里只能作“不成立”处理；确需重新调查的，请由县级退回。")
	}
	if err := w.leave(action, answer, nil, proof{reason: answer}); err != nil {
		return err
	}
	if outcome == "resurvey" {
		w.endNotice() // a new opinion needs a new notice
	}
	w.text = "异议已处理，已转入“" + w.st.stepName(step) + "”。"
	return nil
}
