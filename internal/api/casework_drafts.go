package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

type DraftPath struct {
	ID uuid.UUID `path:"id" format:"uuid"`
}

// RegisterDrafts serves the forms that a person has not yet submitted; each sees only their own.
func RegisterDrafts(r *Router, svc *casework.Service) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/drafts", ID: "list-drafts", Summary: "The actor's own drafts, newest first", Tag: "casework", Action: "case.draft"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (casework.DraftList, error) {
			return svc.Drafts(ctx, actor)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/drafts/{id}", ID: "get-draft", Summary: "A draft with its content", Tag: "casework", Action: "case.draft"},
		func(ctx context.Context, actor access.Actor, in *DraftPath) (casework.DraftView, error) {
			return svc.Draft(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: "PUT", Path: "/api/drafts/{id}", ID: "save-draft", Summary: "Save a draft; the client makes the id", Tag: "casework", Action: "case.draft"},
		func(ctx context.Context, actor access.Actor, in *struct {
			DraftPath
			Body casework.DraftInput
		}) (casework.DraftSummary, error) {
			return svc.SaveDraft(ctx, actor, in.ID, in.Body)
		})
	HandleEmpty(r, Endpoint{Method: "DELETE", Path: "/api/drafts/{id}", ID: "delete-draft", Summary: "Throw a draft away", Tag: "casework", Action: "case.draft"},
		func(ctx context.Context, actor access.Actor, in *DraftPath) error {
			return svc.DeleteDraft(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: "POST", Path: "/api/drafts/precheck", ID: "precheck-application", Summary: "What the policy says of an application before it is handed in; nothing is stored", Tag: "casework", Action: "case.draft"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body casework.PrecheckInput }) (casework.Precheck, error) {
			return svc.Precheck(ctx, actor, in.Body)
		})
}
