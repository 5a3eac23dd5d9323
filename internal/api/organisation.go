package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
)

// OrganisationView is an office.
type OrganisationView struct {
	ID           uuid.UUID `json:"id"`
	Name         string    `json:"name"`
	Kind         string    `json:"kind"`
	Department   string    `json:"department" doc:"the kind in words"`
	Level        int       `json:"level"`
	Division     string    `json:"division"`
	DivisionName string    `json:"division_name"`
	Phone        string    `json:"phone"`
	Address      string    `json:"address"`
	Active       bool      `json:"active"`
}

// OrganisationPage is a page of offices.
type OrganisationPage struct {
	Items []OrganisationView `json:"items"`
	Next  string             `json:"next,omitempty"`
}

// OrganisationBody is what an administrator fills in; place and kind stay as they were created.
type OrganisationBody struct {
	Name    string `json:"name" minLength:"2" maxLength:"60"`
	Phone   string `json:"phone,omitempty" maxLength:"40" doc:"public telephone"`
	Address string `json:"address,omitempty" maxLength:"100"`
}

// OrganisationCreated is the id of a new office.
type OrganisationCreated struct {
	ID uuid.UUID `json:"id"`
}

// RegisterOrganisation serves the administration of offices.
func RegisterOrganisation(r *Router, svc *identity.Service, places *division.Index) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/organisations", ID: "list-organisations", Summary: "Offices in the actor's range", Tag: "staff", Action: "staff.list"},
		func(ctx context.Context, actor access.Actor, in *struct {
			Q        string `query:"q" maxLength:"60" doc:"part of the name"`
			Division string `query:"division" pattern:"^([0-9]{12})?$"`
			Kind     string `query:"kind" maxLength:"40"`
			Cursor   string `query:"cursor" maxLength:"200"`
			Limit    int    `query:"limit" minimum:"1" maximum:"100" default:"50"`
		}) (OrganisationPage, error) {
			list, next, err := svc.ListOrganisations(ctx, actor, identity.OrganisationSearch{Text: in.Q, Division: codeOf(in.Division),
				Kind: identity.OrganisationKind(in.Kind), Cursor: in.Cursor, Limit: in.Limit})
			out := OrganisationPage{Items: make([]OrganisationView, len(list)), Next: next}
			for i, o := range list {
				out.Items[i] = OrganisationView{o.ID, o.Name, string(o.Kind), o.Kind.Label(), int(o.Level), codeText12(o.Division), places.FullName(o.Division), o.Phone, o.Address, o.Active}
			}
			return out, err
		})
	Handle(r, Endpoint{Method: "POST", Path: "/api/organisations", ID: "create-organisation", Summary: "Add an office", Tag: "staff", Action: "organisation.manage", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct {
			Body struct {
				OrganisationBody
				Division string `json:"division" pattern:"^[0-9]{12}$"`
				Kind     string `json:"kind" enum:"civil_affairs,township,village_committee,verification_centre,finance,department,audit"`
			}
		}) (OrganisationCreated, error) {
			b := in.Body
			id, err := svc.CreateOrganisation(ctx, actor, identity.Organisation{Division: codeOf(b.Division), Kind: identity.OrganisationKind(b.Kind), Name: b.Name, Phone: b.Phone, Address: b.Address})
			return OrganisationCreated{id}, err
		})
	HandleEmpty(r, Endpoint{Method: "PUT", Path: "/api/organisations/{id}", ID: "update-organisation", Summary: "Change an office, or close it", Tag: "staff", Action: "organisation.manage"},
		func(ctx context.Context, actor access.Actor, in *struct {
			ID   uuid.UUID `path:"id" format:"uuid"`
			Body struct {
				OrganisationBody
				Active bool `json:"active"`
			}
		}) error {
			b := in.Body
			return svc.UpdateOrganisation(ctx, actor, identity.Organisation{ID: in.ID, Name: b.Name, Phone: b.Phone, Address: b.Address, Active: b.Active})
		})
}
