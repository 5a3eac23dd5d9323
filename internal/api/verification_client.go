package api

import (
	"context"
	"net/http"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/verification"
)

// Clients are who else may have people verified.
type Clients struct {
	Clients []verification.Client `json:"clients"`
}

// PutClient registers a client or changes what it may do.
type PutClient struct {
	Place      string        `json:"place,omitempty" pattern:"^([0-9]{12})?$" doc:"empty: the actor's own"`
	Name       string        `json:"name" minLength:"1" maxLength:"60"`
	Purpose    string        `json:"purpose" enum:"extended_assistance,charity"`
	Classes    []string      `json:"classes" minItems:"1" maxItems:"100"`
	Quota      int           `json:"quota" minimum:"0" maximum:"10000000" doc:"people a calendar month"`
	Basis      string        `json:"basis" minLength:"1" maxLength:"200"`
	ValidUntil calendar.Date `json:"valid_until,omitzero" doc:"last day; absent: without end"`
}

func registerClients(r *Router, svc *verification.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/clients", ID: "list-verification-clients", Summary: "Departments and charities that may order, with what they have used this month", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (Clients, error) {
			list, err := svc.Clients(ctx, actor)
			return Clients{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodPut, Path: "/api/verification/clients", ID: "put-verification-client", Summary: "Register a client or change its purposes, data classes and quota", Tag: "verification", Action: "verification.client"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body PutClient }) (verification.Client, error) {
			b := in.Body
			return svc.PutClient(ctx, actor, verification.ClientInput{Place: code(b.Place), Name: b.Name, Purpose: b.Purpose, Classes: b.Classes, Quota: b.Quota, Basis: b.Basis, ValidUntil: b.ValidUntil})
		})
}
