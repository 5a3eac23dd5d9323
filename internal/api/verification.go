package api

import (
	"context"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/verification"
)

// PlaceOrder is a batch or an order of another department or a charity; orders of cases arise with the case.
type PlaceOrder struct {
	ID         uuid.UUID     `json:"id" doc:"made by the client, so that a second submit orders nothing twice"`
	Kind       string        `json:"kind" enum:"batch,client"`
	Title      string        `json:"title" minLength:"1" maxLength:"100"`
	Place      string        `json:"place,omitempty" pattern:"^([0-9]{12})?$" doc:"empty: the actor's own"`
	Purpose    string        `json:"purpose" enum:"social_assistance,extended_assistance,charity"`
	Client     string        `json:"client,omitempty" maxLength:"60" doc:"of an order of another department or a charity"`
	Classes    []string      `json:"classes,omitempty" maxItems:"100" doc:"data classes; empty: all of the catalogue"`
	People     []uuid.UUID   `json:"people,omitempty" maxItems:"500" doc:"not for batches"`
	Categories []string      `json:"categories,omitempty" maxItems:"20" doc:"of a batch"`
	Due        calendar.Date `json:"due,omitzero" doc:"last day; absent: as many working days as the kind has"`
}

// BatchChoice says whom a batch would be about.
type BatchChoice struct {
	Place      string   `json:"place,omitempty" pattern:"^([0-9]{12})?$" doc:"empty: the actor's own"`
	Categories []string `json:"categories" maxItems:"20"`
	Classes    []string `json:"classes,omitempty" maxItems:"100"`
	After      string   `json:"after,omitempty" maxLength:"60" doc:"cursor of the last page of people"`
	Limit      int      `json:"limit,omitempty" minimum:"0" maximum:"100"`
}

// FindPeople is a list of people of an order: ID numbers travel in a body.
type FindPeople struct {
	Numbers []string    `json:"numbers,omitempty" maxItems:"500" doc:"ID numbers, as a department hands them over"`
	IDs     []uuid.UUID `json:"ids,omitempty" maxItems:"500"`
	Purpose string      `json:"purpose" enum:"social_assistance,extended_assistance,charity"`
	Classes []string    `json:"classes,omitempty" maxItems:"100"`
}

// CancelOrder says why an order is stopped.
type CancelOrder struct {
	Reason string `json:"reason" minLength:"2" maxLength:"200"`
}

// AskAgain asks a source again about what it left unanswered.
type AskAgain struct {
	Source   string     `json:"source" minLength:"1" maxLength:"60"`
	PersonID *uuid.UUID `json:"person_id,omitempty" doc:"only about this person of the order"`
}

// Reminders are places that are due for a new verification.
type Reminders struct {
	Reminders []verification.Reminder `json:"reminders"`
}

// AskedClasses are the data classes that may be named.
type AskedClasses struct {
	Classes []verification.AskedClass `json:"classes"`
}

type orderPath struct {
	ID uuid.UUID `path:"id"`
}

type orderPeopleIn struct {
	ID uuid.UUID `path:"id"`
	verification.SubjectFilter
}

type cancelOrderIn struct {
	ID   uuid.UUID `path:"id"`
	Body CancelOrder
}

type askAgainIn struct {
	ID   uuid.UUID `path:"id"`
	Body AskAgain
}

func (b *BatchChoice) input() verification.BatchInput {
	return verification.BatchInput{Place: code(b.Place), Categories: b.Categories, Classes: b.Classes}
}

// RegisterVerification registers orders, clients, authorisations and 谁查过我.
func RegisterVerification(r *Router, svc *verification.Service) {
	registerOrders(r, svc)
	registerClients(r, svc)
	registerAuthorisations(r, svc)
	registerSelfService(r, svc)
}

func registerOrders(r *Router, svc *verification.Service) {
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/orders/search", ID: "find-verification-orders", Summary: "Orders of the own range, the newest first", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body verification.OrderFilter }) (verification.OrderPage, error) {
			return svc.Orders(ctx, actor, in.Body)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/orders", ID: "place-verification-order", Summary: "Order a batch, or for another department or a charity", Tag: "verification", Action: "verification.order", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body PlaceOrder }) (verification.Order, error) {
			b := in.Body
			if b.Kind == verification.KindCase {
				return verification.Order{}, errs.Bad("kind", "案件的核对随案件自动发起，请从案件办理。")
			}
			priority := verification.OfBatch
			if b.Kind == verification.KindClient {
				priority = verification.OfClient
			}
			return svc.Order(ctx, actor, verification.OrderInput{ID: b.ID, Kind: b.Kind, Title: b.Title, Place: code(b.Place), Purpose: b.Purpose, Client: b.Client,
				Classes: b.Classes, People: b.People, Batch: verification.BatchSelection{Categories: b.Categories}, Priority: priority, Due: b.Due})
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/orders/{id}", ID: "get-verification-order", Summary: "An order with how far each source is", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *orderPath) (verification.Order, error) {
			return svc.Get(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/orders/{id}/people", ID: "list-order-people", Summary: "People of an order with what is asked about each", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *orderPeopleIn) (verification.SubjectPage, error) {
			return svc.Subjects(ctx, actor, in.ID, in.SubjectFilter)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/orders/{id}/progress", ID: "get-order-progress", Summary: "How fast an order goes and when it may end", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, in *orderPath) (verification.OrderProgress, error) {
			return svc.Progress(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/orders/{id}/cancel", ID: "cancel-verification-order", Summary: "Stop an order", Tag: "verification", Action: "verification.order", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *cancelOrderIn) (verification.Order, error) {
			return svc.Cancel(ctx, actor, in.ID, in.Body.Reason)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/orders/{id}/ask-again", ID: "ask-source-again", Summary: "Ask one source again about what it left unanswered", Tag: "verification", Action: "verification.order", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *askAgainIn) (verification.Order, error) {
			return svc.Reask(ctx, actor, in.ID, in.Body.Source, in.Body.PersonID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/batches/preview", ID: "preview-batch", Summary: "Whom a batch would touch, and who has no authorisation in force", Tag: "verification", Action: "verification.order"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body BatchChoice }) (verification.BatchPreview, error) {
			return svc.PreviewBatch(ctx, actor, in.Body.input())
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/batches/left-out", ID: "list-batch-left-out", Summary: "People of a batch about whom not everything may be asked", Tag: "verification", Action: "verification.order"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body BatchChoice }) (verification.LeftOutPage, error) {
			return svc.BatchWithout(ctx, actor, in.Body.input(), in.Body.After, in.Body.Limit)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/batches/due", ID: "list-batches-due", Summary: "Towns that are due for their periodic verification", Tag: "verification", Action: "verification.read"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (Reminders, error) {
			list, err := svc.Reminders(ctx, actor)
			return Reminders{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/verification/classes", ID: "list-verification-classes", Summary: "Data classes that an order or an authorisation may name", Tag: "verification", Action: "verification.read"},
		func(_ context.Context, actor access.Actor, _ *struct{}) (AskedClasses, error) {
			list, err := svc.Classes(actor)
			return AskedClasses{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/verification/people", ID: "find-order-people", Summary: "People of an order by ID number, with what may be asked about each", Tag: "verification", Action: "verification.order"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body FindPeople }) (verification.ResolvedPeople, error) {
			return svc.ResolvePeople(ctx, actor, in.Body.Numbers, in.Body.IDs, in.Body.Purpose, in.Body.Classes)
		})
}
