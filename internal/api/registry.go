package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/codes"
	"zhongfu/internal/registry"
)

// RegistrySearchBody is a search; it travels in a body because ID numbers, phones and names never stand in an address.
type RegistrySearchBody struct {
	Query    string `json:"query" maxLength:"100" doc:"ID number, mobile number, 人员编号, 家庭编号, or the beginning of a name; empty lists everybody"`
	Division string `json:"division,omitempty" pattern:"^([0-9]{12})?$" doc:"only inside this division"`
	Cursor   string `json:"cursor,omitempty" maxLength:"1000" doc:"next of the page before"`
	Limit    int    `json:"limit,omitempty" minimum:"1" maximum:"100" doc:"20 when absent"`
}

// CodeTables are the code tables that forms choose from.
type CodeTables struct {
	Tables []*codes.Table `json:"tables"`
}

// RegisterRegistry serves the register of people and households and the code tables.
func RegisterRegistry(r *Router, svc *registry.Service) {
	Handle(r, Endpoint{Method: "POST", Path: "/api/registry/search", ID: "search-registry", Summary: "Find people by ID number, phone, number or name",
		Tag: "registry", Action: "registry.search"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body RegistrySearchBody }) (registry.SearchPage, error) {
			at, err := optionalDivision("division", in.Body.Division)
			if err != nil {
				return registry.SearchPage{}, err
			}
			return svc.Search(ctx, actor, registry.SearchInput{Query: in.Body.Query, Division: at, Cursor: in.Body.Cursor, Limit: in.Body.Limit})
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/codes", ID: "list-codes", Summary: "Code tables with their Chinese labels", Tag: "registry", Action: "division.read"},
		func(context.Context, access.Actor, *struct{}) (CodeTables, error) {
			return CodeTables{codes.Tables()}, nil
		})
	registerPeople(r, svc)
	registerHouseholds(r, svc)
}

// optionalDivision reads a division code that may be left out.
func optionalDivision(field, code string) (int64, error) {
	if code == "" {
		return 0, nil
	}
	return registry.ParseDivision(field, code)
}

type personPath struct {
	ID uuid.UUID `path:"id" format:"uuid" doc:"id of the person"`
}

type householdPath struct {
	ID uuid.UUID `path:"id" format:"uuid" doc:"id of the household"`
}
