package api

import (
	"context"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/rulebook"
)

// StandardBoard are the parameters at a place.
type StandardBoard struct {
	Standards []rulebook.Standard `json:"standards"`
}

// StandardChanges are changes of standards.
type StandardChanges struct {
	Changes []rulebook.StandardChange `json:"changes"`
}

// ProposeStandards is a change of standards by one document.
type ProposeStandards struct {
	ID         uuid.UUID       `json:"id"`
	ActiveFrom calendar.Date   `json:"active_from"`
	Document   string          `json:"document" maxLength:"80" doc:"文号"`
	Title      string          `json:"title" maxLength:"200"`
	Article    string          `json:"article,omitempty" maxLength:"60"`
	Note       string          `json:"note,omitempty" maxLength:"500"`
	Lines      []rulebook.Line `json:"lines" minItems:"1" maxItems:"40"`
}

// ApproveStandards approves a change after whom it touches was shown.
type ApproveStandards struct {
	PeopleSeen int `json:"people_seen" minimum:"0" doc:"the number of people that the preview showed"`
}

// EnterPrices is a month's rises.
type EnterPrices struct {
	ID       uuid.UUID `json:"id"`
	Month    string    `json:"month" pattern:"^[0-9]{4}-[0-9]{2}$" doc:"2026-10"`
	Rise     string    `json:"rise" maxLength:"10" doc:"per cent on the year: 3.5"`
	Food     string    `json:"food" maxLength:"10"`
	Document string    `json:"document" maxLength:"80"`
	Title    string    `json:"title" maxLength:"200"`
	Note     string    `json:"note,omitempty" maxLength:"400"`
}

type changeListIn struct {
	Kind     string `query:"kind" enum:"standard,cpi"`
	State    string `query:"state" enum:"proposed,approved,refused,withdrawn"`
	Division string `query:"division" pattern:"^([0-9]{12})?$"`
}

type approveStandardIn struct {
	ID   uuid.UUID `path:"id"`
	Body ApproveStandards
}

type placeIn struct {
	Division string `query:"division" pattern:"^([0-9]{12})?$" doc:"empty: the actor's own"`
}

type linkageIn struct {
	Division string `query:"division" pattern:"^([0-9]{12})?$" doc:"empty: the actor's own"`
	Month    string `query:"month" required:"true" pattern:"^[0-9]{4}-[0-9]{2}$"`
}

func (p ProposeStandards) input() rulebook.ChangeInput {
	return rulebook.ChangeInput{ID: p.ID, ActiveFrom: p.ActiveFrom, Document: p.Document, Title: p.Title, Article: p.Article, Note: p.Note, Lines: p.Lines}
}

func monthOf(text string) (calendar.Date, error) {
	d, err := calendar.ParseDate(text + "-01")
	if err != nil {
		return 0, errs.Bad("month", "月份应写成 2026-12 这样的形式。")
	}
	return d, nil
}

func registerStandards(r *Router, svc *rulebook.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/standards", ID: "list-standards", Summary: "Standards at a place with their history", Tag: "standards", Action: "policy.read"},
		func(_ context.Context, actor access.Actor, in *placeIn) (StandardBoard, error) {
			list, err := svc.Standards(actor, code(in.Division))
			return StandardBoard{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/standard-changes", ID: "list-standard-changes", Summary: "Changes of standards, waiting ones first", Tag: "standards", Action: "policy.read"},
		func(ctx context.Context, actor access.Actor, in *changeListIn) (StandardChanges, error) {
			list, err := svc.Changes(ctx, actor, rulebook.ChangeQuery{Kind: in.Kind, State: in.State, Division: code(in.Division)})
			return StandardChanges{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/standard-changes/preview", ID: "preview-standards", Summary: "Whom a change would touch, before it is proposed", Tag: "standards", Action: "standard.propose"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body ProposeStandards }) (rulebook.Touched, error) {
			return svc.PreviewChange(ctx, actor, in.Body.input())
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/standard-changes", ID: "propose-standards", Summary: "Propose new standards by a document", Tag: "standards", Action: "standard.propose", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body ProposeStandards }) (rulebook.StandardChange, error) {
			return svc.ProposeChange(ctx, actor, in.Body.input())
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/standard-changes/{id}/preview", ID: "preview-proposed-standards", Summary: "Whom a proposed change touches", Tag: "standards", Action: "standard.propose"},
		func(ctx context.Context, actor access.Actor, in *draftPath) (rulebook.Touched, error) {
			return svc.PreviewProposed(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/standard-changes/{id}/approve", ID: "approve-standards", Summary: "Let a change wait for its day", Tag: "standards", Action: "standard.approve", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *approveStandardIn) (rulebook.StandardChange, error) {
			return svc.ApproveChange(ctx, actor, in.ID, in.Body.PeopleSeen)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/standard-changes/{id}/end", ID: "end-standards", Summary: "Refuse a change, take it back, or withdraw one that waits", Tag: "standards", Action: "standard.propose", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *endIn) (rulebook.StandardChange, error) {
			return svc.EndChange(ctx, actor, in.ID, in.Body.Reason)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/price-rises", ID: "enter-price-rises", Summary: "Enter a month's price rises", Tag: "standards", Action: "cpi.enter", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body EnterPrices }) (rulebook.StandardChange, error) {
			b := in.Body
			month, err := monthOf(b.Month)
			if err != nil {
				return rulebook.StandardChange{}, err
			}
			return svc.EnterPrices(ctx, actor, rulebook.PriceInput{ID: b.ID, Month: month, Rise: b.Rise, Food: b.Food, Document: b.Document, Title: b.Title, Note: b.Note})
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/price-linkage", ID: "price-linkage", Summary: "Whether a month's prices trigger the linkage, for whom and how much", Tag: "standards", Action: "cpi.enter"},
		func(ctx context.Context, actor access.Actor, in *linkageIn) (rulebook.Linkage, error) {
			month, err := monthOf(in.Month)
			if err != nil {
				return rulebook.Linkage{}, err
			}
			return svc.LinkageOf(ctx, actor, code(in.Division), month)
		})
}
