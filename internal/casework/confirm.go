package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Confirm decides (确认 / 不予确认, 57号 art 20-21): by the pack's actor, who has done no incompatible step; never before
// the notice has run; with the facts and the policy's result of the day stored beside the decision. A case is decided
// once: the lock on the case, its version and the key of case_decision stand behind each other. The entitlement and the
// letter are enqueued in the same transaction.
func (s *Service) Confirm(ctx context.Context, actor access.Actor, id uuid.UUID, in ConfirmInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.confirm", step: stepConfirm, version: in.Version, whole: true}, func(w *work) error {
		reason := strings.TrimSpace(in.Reason)
		switch in.Outcome {
		case "return":
			return w.sendBack(stepConfirm, actReturn, reason)
		case "refuse":
			return w.refuseCase(reason)
		}
		return w.confirmCase(in.AmountFen, reason)
	})
}

func (w *work) confirmCase(seen *int64, reason string) error {
	if err := w.ready(); err != nil {
		return err
	}
	amount, pays := w.amount(), w.pays()
	switch {
	case seen == nil && pays:
		return errs.Bad("amount_fen", "请核对并带上页面显示的每月金额。")
	case seen != nil && *seen != amount:
		return refuse("amount_changed", "每月金额按现行标准应为 %d.%02d 元，与您看到的不一致；请刷新页面核对后再确认。", amount/100, amount%100)
	}
	if err := w.decide(StatusConfirmed, amount, reason); err != nil {
		return err
	}
	if err := w.leave(actConfirm, reason, map[string]any{"amount_fen": amount}, proof{reason: reason}); err != nil {
		return err
	}
	w.st.AmountFen = &amount
	w.jobs = append(w.jobs, ConfirmedArgs{CaseID: w.st.ID})
	w.paper(stepLetter, "confirmation_letter")
	if !pays {
		w.text = "已确认；请送达通知书。"
		return w.event("confirmed", "确认", nil)
	}
	w.text = fmt.Sprintf("已确认，每月 %d.%02d 元，自下月起发放；请送达通知书。", amount/100, amount%100)
	return w.event("confirmed", fmt.Sprintf("确认，每月 %d.%02d 元", amount/100, amount%100), map[string]any{"amount_fen": amount})
}

func (w *work) refuseCase(reason string) error {
	if reason == "" {
		return errs.Bad("reason", "不予确认须写明认定的事实、依据的条款和理由。")
	}
	if err := w.decide(StatusRefused, 0, reason); err != nil {
		return err
	}
	if err := w.leave(actRefuse, reason, nil, proof{reason: reason}); err != nil {
		return err
	}
	w.paper(stepLetter, "refusal_letter")
	due := "规定期限内"
	if letter := w.st.open(stepLetter); letter != nil && letter.Due != nil {
		due = letter.Due.Chinese() + "前"
	}
	w.text = "已作出不予确认的决定，请在" + due + "书面送达申请人。"
	return w.event("refused", "不予确认："+reason, nil)
}

const insertDecision = `insert into case_decision (case_id, division, outcome, amount_fen, reason, facts, result, decided_at, decided_by, by_name)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

// decide stores the decision with what it stood on: the input that the policy was asked with and all that it answered,
// the pack's version and digest among it.
func (w *work) decide(outcome string, amount int64, reason string) error {
	res, err := w.evaluate()
	if err != nil {
		return err
	}
	facts, err := json.Marshal(w.st.input(w.today))
	if err != nil {
		return err
	}
	result, err := json.Marshal(res)
	if err != nil {
		return err
	}
	w.b.Queue(insertDecision, w.st.ID, w.st.Division, outcome, amount, reason, facts, result, w.now, w.actor.Staff, w.actor.Name)
	w.jobs = append(w.jobs, SheetArgs{CaseID: w.st.ID})
	w.st.outcome, w.st.decidedAt, w.st.decisionReason = &outcome, &w.now, &reason
	return nil
}
