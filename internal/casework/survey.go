package casework

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Survey records the home survey (入户调查, 57号 art 16): who visited, when, what they saw, and that both sides signed.
// Photographs are attachments of the case. Errors: Conflict with fewer surveyors than the pack asks for or without the
// family's signature; Invalid for a visit before acceptance or after today.
func (s *Service) Survey(ctx context.Context, actor access.Actor, id uuid.UUID, in SurveyInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.survey", step: stepSurvey, version: in.Version, whole: true}, func(w *work) error {
		n, err := distinct("surveyors", in.Surveyors)
		if err != nil {
			return err
		}
		if err := w.visitDay(in.VisitedOn); err != nil {
			return err
		}
		if in.FamilySigned && strings.TrimSpace(in.FamilySigner) == "" {
			return errs.Bad("family_signer", "请填写签字的家庭成员姓名。")
		}
		if err := w.st.checkFacts(in.Facts, func(i int) string { return fmt.Sprintf("facts[%d].facts", i) }); err != nil {
			return err
		}
		if err := w.addFacts(flatten(in.Facts, surveyed, "入户调查（"+in.VisitedOn.String()+"）")); err != nil {
			return err
		}
		data := map[string]any{"visited_on": in.VisitedOn.String(), "surveyors": people(in.Surveyors), "family_signer": in.FamilySigner,
			"family_signed": in.FamilySigned, "situation": in.Situation}
		if err := w.leave(actSurveyed, in.Situation, data, proof{surveyors: n, signed: in.FamilySigned}); err != nil {
			return err
		}
		w.paper(stepSurvey, "survey_form")
		w.text = "入户调查已录入。"
		return w.event("surveyed", "完成入户调查（"+in.VisitedOn.Chinese()+"）", map[string]any{"surveyors": people(in.Surveyors)})
	})
}

// visitDay asks that a visit took place between the acceptance and today.
func (w *work) visitDay(on calendar.Date) error {
	if on > w.today {
		return errs.Bad("visited_on", "入户日期不能晚于今天，请核对。")
	}
	if accepted := day(w.st.AcceptedAt); accepted != nil && on < *accepted {
		return errs.Bad("visited_on", "入户日期不能早于受理日期（%s），请核对。", accepted.Chinese())
	}
	return nil
}

// distinct counts different people; the same person named twice is refused.
func distinct(field string, list []Surveyor) (int, error) {
	seen := map[string]bool{}
	for i, p := range list {
		key := strings.TrimSpace(p.Name) + "|" + strings.TrimSpace(p.Office)
		if p.StaffID != nil {
			key = p.StaffID.String()
		}
		if seen[key] {
			return 0, errs.Bad(fmt.Sprintf("%s[%d].name", field, i), "调查人不能是同一人，请填写另一名调查人。")
		}
		seen[key] = true
	}
	return len(seen), nil
}

func people(list []Surveyor) []map[string]any {
	out := make([]map[string]any, len(list))
	for i, p := range list {
		out[i] = map[string]any{"name": p.Name, "office": p.Office}
	}
	return out
}
