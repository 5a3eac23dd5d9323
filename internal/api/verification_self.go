package api

import (
	"context"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/verification"
)

// MakeLink asks for a link by which one person does one thing once without signing in.
type MakeLink struct {
	ID         uuid.UUID     `json:"id" doc:"made by the client"`
	Task       string        `json:"task" enum:"authorise,withdraw,asked"`
	Purpose    string        `json:"purpose,omitempty" enum:"social_assistance,extended_assistance,charity,liveness," doc:"of what is signed"`
	Classes    []string      `json:"classes,omitempty" maxItems:"100" doc:"of what is signed; empty: all of the catalogue"`
	ValidUntil calendar.Date `json:"valid_until,omitzero" doc:"of what is signed; absent: until it is withdrawn"`
	Guardian   bool          `json:"guardian,omitempty"`
	Signer     string        `json:"signer,omitempty" maxLength:"50" doc:"the guardian"`
	Relation   string        `json:"guardian_relation,omitempty" maxLength:"30"`
	Reason     string        `json:"guardian_reason,omitempty" maxLength:"200"`
	Tail       string        `json:"tail,omitempty" maxLength:"6" doc:"last six characters of the guardian's ID number"`
}

// SelfLinks are the links of one person.
type SelfLinks struct {
	Links []verification.SelfLink `json:"links"`
}

// OpenSelf opens a link. The code travels in bodies and behind the # of an address, never in what a server logs.
type OpenSelf struct {
	Code string `json:"code" minLength:"1" maxLength:"20"`
	Tail string `json:"tail" minLength:"1" maxLength:"10" doc:"last six characters of the ID number"`
}

// SignSelf signs what a link is for.
type SignSelf struct {
	OpenSelf
	ID        uuid.UUID `json:"id" doc:"made by the client, so that a second submit signs nothing twice"`
	Signature []byte    `json:"signature" doc:"PNG as drawn"`
}

// WithdrawSelf ends an authorisation of the link's person.
type WithdrawSelf struct {
	OpenSelf
	Authorisation uuid.UUID `json:"authorisation"`
}

type linkPath struct {
	ID   uuid.UUID `path:"id" doc:"id of the person"`
	Link uuid.UUID `path:"link"`
}

// maxSigned is how large a signature may come: 300 KiB in base64.
const maxSigned = 512 << 10

func registerSelfService(r *Router, svc *verification.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/people/{id}/links", ID: "list-self-service-links", Summary: "Self-service links of a person", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *personPath) (SelfLinks, error) {
			list, err := svc.Links(ctx, actor, in.ID)
			return SelfLinks{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/people/{id}/links", ID: "make-self-service-link", Summary: "Make a link for one person and one task; its code is told once", Tag: "verification", Action: "verification.authorise", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *personAct[MakeLink]) (verification.SelfLink, error) {
			b := in.Body
			return svc.Invite(ctx, actor, verification.LinkInput{ID: b.ID, PersonID: in.ID, Task: b.Task, Purpose: b.Purpose, Classes: b.Classes, ValidUntil: b.ValidUntil,
				Guardian: b.Guardian, Signer: b.Signer, Relation: b.Relation, Reason: b.Reason, Tail: b.Tail})
		})
	HandleEmpty(r, Endpoint{Method: http.MethodPost, Path: "/api/people/{id}/links/{link}/revoke", ID: "revoke-self-service-link", Summary: "End a link that was not used", Tag: "verification", Action: "verification.authorise"},
		func(ctx context.Context, actor access.Actor, in *linkPath) error {
			return svc.Revoke(ctx, actor, in.ID, in.Link)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/public/self-service/open", ID: "open-self-service", Summary: "What a link is for, shown to whom it was made for", Tag: "public", Action: "public.authorise", MaxBody: 4096},
		func(ctx context.Context, _ access.Actor, in *struct{ Body OpenSelf }) (verification.SelfPage, error) {
			return svc.OpenLink(ctx, access.Public(remote(ctx)), in.Body.Code, in.Body.Tail)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/public/self-service/sign", ID: "sign-self-service", Summary: "Sign what a link is for", Tag: "public", Action: "public.authorise", MaxBody: maxSigned},
		func(ctx context.Context, _ access.Actor, in *struct{ Body SignSelf }) (verification.SelfReceipt, error) {
			return svc.SignLink(ctx, access.Public(remote(ctx)), in.Body.Code, in.Body.Tail, in.Body.ID, in.Body.Signature)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/public/self-service/withdraw", ID: "withdraw-self-service", Summary: "End an authorisation of one's own", Tag: "public", Action: "public.authorise", MaxBody: 4096},
		func(ctx context.Context, _ access.Actor, in *struct{ Body WithdrawSelf }) (verification.SelfReceipt, error) {
			return svc.WithdrawByLink(ctx, access.Public(remote(ctx)), in.Body.Code, in.Body.Tail, in.Body.Authorisation)
		})
}
