package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

// RegisterCasework serves the acts of the procedure; lists and drafts stand beside it.
func RegisterCasework(r *Router, svc *casework.Service) {
	registerCaseStart(r, svc)
	registerCaseSteps(r, svc)
	registerCaseDecision(r, svc)
}

// act is the input of an act on a case.
type act[B any] struct {
	ID   uuid.UUID `path:"id" format:"uuid" doc:"id of the case"`
	Body B
}

// registerAct registers POST /api/cases/{id}/<name>.
func registerAct[B any](r *Router, name string, action access.Action, summary string,
	do func(context.Context, access.Actor, uuid.UUID, B) (casework.CaseState, error)) {
	Handle(r, Endpoint{Method: "POST", Path: "/api/cases/{id}/" + name, ID: name + "-case", Summary: summary, Tag: "casework", Action: action, Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *act[B]) (casework.CaseState, error) {
			return do(ctx, actor, in.ID, in.Body)
		})
}

func registerCaseStart(r *Router, svc *casework.Service) {
	Handle(r, Endpoint{Method: "POST", Path: "/api/cases", ID: "submit-case", Summary: "Submit an application; the request key makes it once",
		Tag: "casework", Action: "case.submit", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body casework.SubmitInput }) (casework.CaseState, error) {
			return svc.Submit(ctx, actor, in.Body)
		})
	registerAct(r, "accept", "case.accept", "Accept the application (受理)", svc.Accept)
	registerAct(r, "supplement", "case.supplement", "Tell once what is missing (一次性告知)", svc.Supplement)
	registerAct(r, "supplemented", "case.supplement", "Take in what was missing (补正)", svc.Supplemented)
	registerAct(r, "withdraw", "case.withdraw", "The family withdraws (撤回)", svc.Withdraw)
	registerAct(r, "terminate", "case.terminate", "End for non-cooperation (终止)", svc.Terminate)
	registerAct(r, "extend", "case.extend", "Extend to the special total with a reason", svc.Extend)
}
