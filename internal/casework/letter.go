package casework

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

var deliveryNames = map[string]string{"in_person": "当面送达", "post": "邮寄送达", "online": "网上送达", "left_at_home": "留置送达"}

// Deliver records that the letter has reached the family (57号 art 21) and closes the case with its decision.
func (s *Service) Deliver(ctx context.Context, actor access.Actor, id uuid.UUID, in LetterInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.letter", step: stepLetter, version: in.Version}, func(w *work) error {
		if w.st.outcome == nil {
			return refuse("not_decided", "案件还没有作出决定，没有可以送达的文书。")
		}
		if in.DeliveredOn > w.today || in.DeliveredOn < *day(w.st.decidedAt) {
			return errs.Bad("delivered_on", "送达日期应在决定之日（%s）至今天之间，请核对。", day(w.st.decidedAt).Chinese())
		}
		action := actDeliverYes
		if *w.st.outcome == StatusRefused {
			action = actDeliverNo
		}
		data := map[string]any{"delivered_on": in.DeliveredOn.String(), "method": in.Method, "receiver": in.Receiver}
		if err := w.leave(action, deliveryNames[in.Method], data, proof{reason: *w.st.decisionReason}); err != nil {
			return err
		}
		w.text = "已送达，案件办结。"
		return w.event("delivered", deliveryNames[in.Method]+"（"+in.DeliveredOn.Chinese()+"，"+in.Receiver+"）", data)
	})
}
