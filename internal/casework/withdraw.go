package casework

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Withdraw ends the case at the family's wish, before a decision.
func (s *Service) Withdraw(ctx context.Context, actor access.Actor, id uuid.UUID, in ReasonInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.withdraw", version: in.Version}, func(w *work) error {
		if err := w.stop(actWithdraw, in.Reason, proof{reason: in.Reason}); err != nil {
			return err
		}
		w.text = "已按申请人意愿撤回。"
		return w.event("withdrawn", "申请人撤回："+in.Reason, nil)
	})
}

// Terminate ends the procedure where the family does not cooperate after a written reminder (57号 art 29), or has not
// brought what was missing within its days.
func (s *Service) Terminate(ctx context.Context, actor access.Actor, id uuid.UUID, in TerminateInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.terminate", version: in.Version}, func(w *work) error {
		told := in.NotifiedOn
		if told != nil && (*told > w.today || *told < *day(&w.st.SubmittedAt)) {
			return errs.Bad("notified_on", "书面告知日期应在提交申请之后、今天以前，请核对。")
		}
		if s := w.st.open(stepSupplement); s != nil {
			if s.Due != nil && w.today <= *s.Due {
				return refuse("still_waiting", "补正期限到%s，期限内不能终止。", s.Due.Chinese())
			}
			told = day(&s.OpenedAt) // the supplement notice was the written word
		}
		if err := w.stop(actTerminate, in.Reason, proof{reason: in.Reason, notified: told}); err != nil {
			return err
		}
		w.text = "已终止办理，请书面告知申请人。"
		return w.event("terminated", "终止办理："+in.Reason, nil)
	})
}

// stop leaves the case from whichever open step allows it.
func (w *work) stop(action, reason string, p proof) error {
	if strings.TrimSpace(reason) == "" {
		return errs.Bad("reason", "请写明理由。")
	}
	for _, s := range w.st.openSteps() {
		if exitOf(w.st.proc.Step(s.Step), action) != nil {
			w.step = s
			return w.leave(action, reason, nil, p)
		}
	}
	if w.st.outcome != nil {
		return refuse("already_decided", "案件已作出决定，不能再撤回或终止；请送达决定。")
	}
	return refuse("wrong_step", "案件当前的步骤不能这样办理；请先办完当前步骤，或退回上一步。")
}
