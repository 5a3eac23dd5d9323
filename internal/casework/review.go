package casework

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
)

// Review gives the county reviewer's opinion (审核, 57号 art 20): propose to confirm, propose to refuse, or back to the
// township for a new survey.
func (s *Service) Review(ctx context.Context, actor access.Actor, id uuid.UUID, in ReviewInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.review", step: stepReview, version: in.Version, whole: true}, func(w *work) error {
		if in.Outcome == "return" {
			return w.sendBack(stepReview, actReturn, in.Opinion)
		}
		action, text := actProposeYes, "县级审核：建议确认"
		if in.Outcome == "refuse" {
			action, text = actProposeRefuse, "县级审核：建议不予确认"
		} else if err := w.ready(); err != nil {
			return err
		}
		if err := w.leave(action, in.Opinion, map[string]any{"outcome": in.Outcome}, proof{reason: in.Opinion}); err != nil {
			return err
		}
		w.text = text + "，已报确认。"
		return w.event("reviewed", text+"。"+in.Opinion, nil)
	})
}

// ready proves what every confirmation needs, whichever way the case came: differences explained, the policy's yes, and
// each guard that some way of the procedure asks for before the decision.
func (w *work) ready() error {
	if err := w.explained(); err != nil {
		return err
	}
	for _, name := range []string{"policy_eligible", "no_open_objection", "notice_elapsed"} {
		if w.st.demands(name) {
			if err := w.guard(name, proof{}); err != nil {
				return err
			}
		}
	}
	return nil
}

// explained asks that every difference between sources has been decided by name.
func (w *work) explained() error {
	for _, s := range w.st.sides() {
		if s.unexplained() {
			return refuse("differences_open", "%s各来源不一致且没有采信结论，不能同意；须在初审时采信其中一个来源。", w.st.factName(s))
		}
	}
	return nil
}
