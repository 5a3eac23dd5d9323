package casework

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Appraise records a democratic appraisal (民主评议, 57号 art 19): only after an objection; it upholds the first opinion or
// sends the case to a new survey.
func (s *Service) Appraise(ctx context.Context, actor access.Actor, id uuid.UUID, in AppraisalInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.appraisal", step: stepAppraisal, version: in.Version, whole: true}, func(w *work) error {
		if in.HeldOn > w.today || in.HeldOn < *day(&w.step.OpenedAt) {
			return errs.Bad("held_on", "评议日期应在提出评议之后、今天以前，请核对。")
		}
		if in.For+in.Against+in.Abstained != in.Participants {
			return errs.Bad("participants", "赞成、反对、弃权人数之和应等于参加人数（%d 人），请核对。", in.Participants)
		}
		if strings.TrimSpace(in.Chair) == strings.TrimSpace(in.Recorder) {
			return errs.Bad("recorder", "主持人和记录人不能是同一人。")
		}
		data := map[string]any{"held_on": in.HeldOn.String(), "chair": in.Chair, "recorder": in.Recorder, "participants": in.Participants,
			"for": in.For, "against": in.Against, "abstained": in.Abstained, "conclusion": in.Conclusion, "record": in.Record}
		action, text := actUphold, "民主评议：维持初审意见"
		if in.Conclusion == "resurvey" {
			action, text = actResurvey, "民主评议：需要重新调查"
		}
		if err := w.leave(action, in.Record, data, proof{appraised: true}); err != nil {
			return err
		}
		if action == actResurvey {
			w.endNotice()
		}
		w.paper(stepAppraisal, "appraisal_record")
		w.text = text + "。"
		return w.event("appraised", text, data)
	})
}
