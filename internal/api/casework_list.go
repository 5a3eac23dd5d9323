package api

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

type caseID struct {
	ID uuid.UUID `path:"id" format:"uuid" doc:"id of the case"`
}

type caseListQuery struct {
	Number    string `query:"number" maxLength:"40" doc:"a case number or its beginning"`
	Status    string `query:"status" enum:"open,confirmed,refused,withdrawn,terminated,"`
	Step      string `query:"step" maxLength:"40" doc:"an open step"`
	Item      string `query:"item" maxLength:"60"`
	Division  string `query:"division" pattern:"^([0-9]{12})?$" doc:"only inside this division"`
	Due       string `query:"due" enum:"late,soon,ok," doc:"by the earliest open step"`
	Forwarded bool   `query:"forwarded" doc:"only 异地受理"`
	Cursor    string `query:"cursor" maxLength:"200"`
	Limit     int    `query:"limit" minimum:"1" maximum:"100" default:"20"`
}

// RegisterCaseLists serves what is read: lists, the case page, the home page and the catalogue of what may be applied for.
func RegisterCaseLists(r *Router, svc *casework.Service) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/cases", ID: "list-cases", Summary: "Cases in the actor's range, newest first", Tag: "casework", Action: "case.list"},
		func(ctx context.Context, actor access.Actor, in *caseListQuery) (casework.CaseListPage, error) {
			return svc.List(ctx, actor, casework.CaseFilter{Number: in.Number, Status: in.Status, Step: in.Step, Item: in.Item, Division: codeOf(in.Division),
				Due: in.Due, Forwarded: in.Forwarded, Cursor: in.Cursor, Limit: in.Limit})
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/cases/{id}", ID: "get-case", Summary: "Everything the case page shows", Tag: "casework", Action: "case.read"},
		func(ctx context.Context, actor access.Actor, in *caseID) (casework.CasePage, error) {
			return svc.Page(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/cases/{id}/advice", ID: "case-advice", Summary: "Every item of the pack on the facts of the case", Tag: "casework", Action: "case.read"},
		func(ctx context.Context, actor access.Actor, in *caseID) (casework.CaseAdvice, error) {
			return svc.Advice(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/cases/{id}/advice/{item}", ID: "case-advice-detail", Summary: "Every figure of an item with its source, and what would have to be different", Tag: "casework", Action: "case.read"},
		func(ctx context.Context, actor access.Actor, in *struct {
			ID     uuid.UUID `path:"id" format:"uuid" doc:"id of the case"`
			Item   string    `path:"item" maxLength:"60"`
			Person uuid.UUID `query:"person" doc:"the applicant, for items that persons have"`
		}) (casework.AdviceDetail, error) {
			return svc.AdviceDetail(ctx, actor, in.ID, in.Item, in.Person)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/home", ID: "home", Summary: "Numbers for the home page of the actor's role", Tag: "casework", Action: "home.read"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (casework.HomeNumbers, error) {
			return svc.Home(ctx, actor)
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/items", ID: "list-items", Summary: "What may be applied for at a place today, with the form's facts", Tag: "casework", Action: "case.list"},
		func(ctx context.Context, actor access.Actor, in *struct {
			Division string `query:"division" pattern:"^([0-9]{12})?$" doc:"absent: the actor's own"`
		}) (casework.ItemForms, error) {
			return svc.Items(ctx, actor, codeOf(in.Division))
		})
}

// code reads a 12-digit division code that the schema has already checked; "" is 0.
func code(s string) int64 { return codeOf(s) }
