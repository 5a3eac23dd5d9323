package api

import (
	"context"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/verification"
)

// maxScan is how large a request with a scan may be: ten megabytes in base64.
const maxScan = 15 << 20

// SignAuthorisation is an authorisation as it was signed at the counter.
type SignAuthorisation struct {
	ID             uuid.UUID     `json:"id" doc:"made by the client, so that a second submit signs nothing twice"`
	Purpose        string        `json:"purpose" enum:"social_assistance,extended_assistance,charity,liveness"`
	Classes        []string      `json:"classes,omitempty" maxItems:"100" doc:"data classes; empty: all of the catalogue"`
	SignedHow      string        `json:"signed_how" enum:"paper,screen"`
	SignedBy       string        `json:"signed_by" minLength:"1" maxLength:"50"`
	Guardian       bool          `json:"guardian,omitempty" doc:"signed for a minor or somebody without capacity"`
	Relation       string        `json:"guardian_relation,omitempty" maxLength:"30"`
	GuardianReason string        `json:"guardian_reason,omitempty" maxLength:"200"`
	SignedOn       calendar.Date `json:"signed_on"`
	ValidUntil     calendar.Date `json:"valid_until,omitzero" doc:"last day; absent: until it is withdrawn"`
	Scan           []byte        `json:"scan,omitempty" doc:"the scanned paper, JPEG, PNG, WebP or PDF"`
	Signature      []byte        `json:"signature,omitempty" doc:"PNG as drawn on the screen"`
}

func (b *SignAuthorisation) input(person uuid.UUID) verification.AuthorisationInput {
	return verification.AuthorisationInput{ID: b.ID, PersonID: person, Purpose: b.Purpose, Classes: b.Classes, SignedHow: b.SignedHow, SignedBy: b.SignedBy, Guardian: b.Guardian,
		Relation: b.Relation, GuardianReason: b.GuardianReason, SignedOn: b.SignedOn, ValidUntil: b.ValidUntil, Scan: b.Scan, Signature: b.Signature}
}

// AuthorisationTextBody is what a person would sign.
type AuthorisationTextBody struct {
	Text string `json:"text"`
}

// WithdrawAuthorisation says why an authorisation ends.
type WithdrawAuthorisation struct {
	Reason string `json:"reason" minLength:"2" maxLength:"200"`
}

// PersonAuthorisations are those of one person.
type PersonAuthorisations struct {
	Authorisations []verification.Authorisation `json:"authorisations"`
}

// PersonQueries are the queries about one person (谁查过我).
type PersonQueries struct {
	Queries []verification.AskedAbout `json:"queries"`
}

type authorisationPath struct {
	ID            uuid.UUID `path:"id" doc:"id of the person"`
	Authorisation uuid.UUID `path:"authorisation"`
}

type authorisationImagePath struct {
	ID            uuid.UUID `path:"id" doc:"id of the person"`
	Authorisation uuid.UUID `path:"authorisation"`
	Kind          string    `path:"kind" enum:"signature,scan"`
}

type withdrawIn struct {
	ID            uuid.UUID `path:"id" doc:"id of the person"`
	Authorisation uuid.UUID `path:"authorisation"`
	Body          WithdrawAuthorisation
}

func registerAuthorisations(r *Router, svc *verification.Service) {
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/authorisations/search", ID: "find-authorisations", Summary: "Authorisations of people in the own range, the newest first", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *struct {
			Body verification.AuthorisationFilter
		}) (verification.AuthorisationPage, error) {
			return svc.AuthorisationsAt(ctx, actor, in.Body)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/people/{id}/authorisations", ID: "list-person-authorisations", Summary: "Authorisations of one person", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *personPath) (PersonAuthorisations, error) {
			list, err := svc.Authorisations(ctx, actor, in.ID)
			return PersonAuthorisations{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/people/{id}/authorisations", ID: "sign-authorisation", Summary: "Take down an authorisation signed on paper or on screen", Tag: "verification", Action: "verification.authorise", Idempotent: true, MaxBody: maxScan},
		func(ctx context.Context, actor access.Actor, in *personAct[SignAuthorisation]) (verification.Authorisation, error) {
			return svc.Authorise(ctx, actor, in.Body.input(in.ID))
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/people/{id}/authorisations/text", ID: "read-authorisation-text", Summary: "What a person would sign", Tag: "verification", Action: "verification.authorise"},
		func(ctx context.Context, actor access.Actor, in *personAct[SignAuthorisation]) (AuthorisationTextBody, error) {
			text, err := svc.AuthorisationText(ctx, actor, in.Body.input(in.ID))
			return AuthorisationTextBody{text}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/people/{id}/authorisations/{authorisation}", ID: "get-authorisation", Summary: "An authorisation with the text that was signed", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *authorisationPath) (verification.AuthorisationDetail, error) {
			return svc.AuthorisationOf(ctx, actor, in.ID, in.Authorisation)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/people/{id}/authorisations/{authorisation}/images/{kind}", ID: "open-authorisation-image", Summary: "The signature or the scan of an authorisation", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *authorisationImagePath) (*File, error) {
			mime, content, err := svc.AuthorisationImage(ctx, actor, in.ID, in.Authorisation, in.Kind)
			if err != nil {
				return nil, err
			}
			return &File{ContentType: mime, Disposition: disposition("inline", in.Kind), CacheRule: "no-store", Body: content}, nil
		})
	HandleEmpty(r, Endpoint{Method: http.MethodPost, Path: "/api/people/{id}/authorisations/{authorisation}/withdraw", ID: "withdraw-authorisation", Summary: "End an authorisation at once", Tag: "verification", Action: "verification.withdraw", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *withdrawIn) error {
			return svc.Withdraw(ctx, actor, in.ID, in.Authorisation, in.Body.Reason)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/people/{id}/queries", ID: "list-person-queries", Summary: "Who asked about a person (谁查过我)", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *personPath) (PersonQueries, error) {
			list, err := svc.WhoAsked(ctx, actor, in.ID)
			return PersonQueries{list}, err
		})
}
