package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

func registerCaseSteps(r *Router, svc *casework.Service) {
	registerAct(r, "survey", "case.survey", "Record the home survey (入户调查)", svc.Survey)
	registerAct(r, "first-opinion", "case.first_opinion", "Give the first opinion (初审)", svc.FirstOpinion)
	registerAct(r, "post-notice", "case.notice", "The notice hangs (公示)", svc.PostNotice)
	registerAct(r, "objections", "case.objection", "Take down an objection (异议)", svc.Object)
	Handle(r, Endpoint{Method: "POST", Path: "/api/cases/{id}/objections/{oid}/handle", ID: "handle-objection", Summary: "Answer an objection",
		Tag: "casework", Action: "case.objection", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct {
			ID   uuid.UUID `path:"id" format:"uuid"`
			OID  uuid.UUID `path:"oid" format:"uuid"`
			Body casework.HandleObjectionInput
		}) (casework.CaseState, error) {
			return svc.HandleObjection(ctx, actor, in.ID, in.OID, in.Body)
		})
	registerAct(r, "appraisal", "case.appraisal", "Record a democratic appraisal (民主评议)", svc.Appraise)
}

func registerCaseDecision(r *Router, svc *casework.Service) {
	registerAct(r, "county-visit", "case.county_visit", "Record the county's own visit", svc.CountyVisit)
	registerAct(r, "review", "case.review", "Give the county reviewer's opinion (审核)", svc.Review)
	registerAct(r, "confirm", "case.confirm", "Confirm, refuse or return (确认)", svc.Confirm)
	registerAct(r, "letter", "case.letter", "Record the delivery of the decision (送达)", svc.Deliver)
	Handle(r, Endpoint{Method: "POST", Path: "/api/cases/{id}/evaluate", ID: "evaluate-case", Summary: "Ask the policy on the best facts, with what-if values",
		Tag: "casework", Action: "case.read"},
		func(ctx context.Context, actor access.Actor, in *act[casework.EvaluateInput]) (casework.Evaluation, error) {
			return svc.Evaluate(ctx, actor, in.ID, in.Body)
		})
}
