package api

import (
	"context"
	"net/http"
	"strconv"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/liveness"
)

// LivenessStart asks for a campaign, or for what it would be.
type LivenessStart struct {
	ID     uuid.UUID                  `json:"id" doc:"made by the client, so that a second submit starts nothing twice; the draw depends on it"`
	Place  string                     `json:"place,omitempty" pattern:"^([0-9]{12})?$" doc:"empty: the actor's own"`
	Title  string                     `json:"title,omitempty" maxLength:"100"`
	Method string                     `json:"method" enum:"sample,rule"`
	Choice liveness.LivenessSelection `json:"choice"`
	Due    string                     `json:"due,omitempty" pattern:"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$" doc:"last day of the invitations; empty: by the pack"`
}

func (b *LivenessStart) input() (liveness.LivenessInput, error) {
	in := liveness.LivenessInput{ID: b.ID, Title: b.Title, Method: b.Method, Choice: b.Choice}
	var err error
	if b.Place != "" {
		if in.Place, err = strconv.ParseInt(b.Place, 10, 64); err != nil {
			return in, errs.Bad("place", "地区应是 12 位区划代码。").Because(err)
		}
	}
	if b.Due != "" {
		if in.Due, err = calendar.ParseDate(b.Due); err != nil {
			return in, errs.Bad("due", "认证截止日应写成 2026-12-31 的样子。").Because(err)
		}
	}
	return in, nil
}

// LivenessAgainInput says who is invited again.
type LivenessAgainInput struct {
	People []uuid.UUID `json:"people,omitempty" maxItems:"500" doc:"empty: all who may"`
}

// LivenessPath names a campaign in an address.
type LivenessPath struct {
	ID uuid.UUID `path:"id" format:"uuid"`
}

// LivenessPersonPath names somebody of a campaign.
type LivenessPersonPath struct {
	LivenessPath
	Person uuid.UUID `path:"person" format:"uuid"`
}

// RegisterLiveness registers campaigns for proofs of life, their people and visits.
func RegisterLiveness(r *Router, svc *liveness.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/liveness", ID: "list-liveness", Summary: "Campaigns for proofs of life that reach into the own range", Tag: "liveness", Action: "liveness.read"},
		func(ctx context.Context, actor access.Actor, in *struct {
			State  string `query:"state" enum:"preparing,running,ended,cancelled,"`
			Cursor string `query:"cursor" maxLength:"200"`
			Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"20"`
		}) (liveness.LivenessPage, error) {
			return svc.List(ctx, actor, in.State, in.Cursor, in.Limit)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness/preview", ID: "preview-liveness", Summary: "Whom a campaign would take", Tag: "liveness", Action: "liveness.manage"},
		func(ctx context.Context, actor access.Actor, in *struct{ Body LivenessStart }) (liveness.LivenessPreview, error) {
			want, err := in.Body.input()
			if err != nil {
				return liveness.LivenessPreview{}, err
			}
			return svc.Preview(ctx, actor, want)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness", ID: "start-liveness", Summary: "Start a campaign", Tag: "liveness", Action: "liveness.manage", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body LivenessStart }) (liveness.LivenessCampaign, error) {
			want, err := in.Body.input()
			if err != nil {
				return liveness.LivenessCampaign{}, err
			}
			return svc.Start(ctx, actor, want)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/liveness/{id}", ID: "get-liveness", Summary: "A campaign and how far it is", Tag: "liveness", Action: "liveness.read"},
		func(ctx context.Context, actor access.Actor, in *LivenessPath) (liveness.LivenessCampaign, error) {
			return svc.Get(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/liveness/{id}/people", ID: "list-liveness-people", Summary: "People of a campaign in the own range", Tag: "liveness", Action: "liveness.read"},
		func(ctx context.Context, actor access.Actor, in *struct {
			LivenessPath
			Group  string `query:"group" maxLength:"20" doc:"a state, why somebody is visited, or undecided"`
			Cursor string `query:"cursor" maxLength:"200"`
			Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"30"`
		}) (liveness.LivenessRows, error) {
			return svc.People(ctx, actor, in.ID, in.Group, in.Cursor, in.Limit)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness/{id}/cancel", ID: "cancel-liveness", Summary: "Stop a campaign", Tag: "liveness", Action: "liveness.manage"},
		func(ctx context.Context, actor access.Actor, in *struct {
			LivenessPath
			Body liveness.LivenessReasonInput
		}) (liveness.LivenessCampaign, error) {
			return svc.Cancel(ctx, actor, in.ID, in.Body)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness/{id}/invite-again", ID: "invite-liveness-again", Summary: "Invite those who failed or stayed silent a second time", Tag: "liveness", Action: "liveness.manage"},
		func(ctx context.Context, actor access.Actor, in *struct {
			LivenessPath
			Body LivenessAgainInput
		}) (liveness.LivenessAgain, error) {
			return svc.InviteAgain(ctx, actor, in.ID, in.Body.People)
		})
	registerLivenessVisits(r, svc)
}

func registerLivenessVisits(r *Router, svc *liveness.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/liveness/visits", ID: "list-liveness-visits", Summary: "Whom the own village or town is to visit, by day", Tag: "liveness", Action: "liveness.visit"},
		func(ctx context.Context, actor access.Actor, in *struct {
			Box    string `query:"box" enum:"open,invited,done" default:"open"`
			Cursor string `query:"cursor" maxLength:"200"`
			Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"30"`
		}) (liveness.LivenessRows, error) {
			return svc.Visits(ctx, actor, in.Box, in.Cursor, in.Limit)
		})
	HandleEmpty(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness/{id}/people/{person}/visit", ID: "record-liveness-visit", Summary: "Record what a home visit found", Tag: "liveness", Action: "liveness.visit"},
		func(ctx context.Context, actor access.Actor, in *struct {
			LivenessPersonPath
			Body liveness.LivenessVisitInput
		}) error {
			return svc.Visit(ctx, actor, in.ID, in.Person, in.Body)
		})
	HandleEmpty(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness/{id}/people/{person}/by-visit", ID: "visit-instead-of-liveness", Summary: "Visit somebody who cannot use a phone", Tag: "liveness", Action: "liveness.visit"},
		func(ctx context.Context, actor access.Actor, in *struct {
			LivenessPersonPath
			Body liveness.LivenessReasonInput
		}) error {
			return svc.ByVisit(ctx, actor, in.ID, in.Person, in.Body)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness/{id}/people/{person}/link", ID: "get-liveness-link", Summary: "The address of an invitation, to hand to that person; audited", Tag: "liveness", Action: "liveness.visit"},
		func(ctx context.Context, actor access.Actor, in *LivenessPersonPath) (liveness.LivenessLink, error) {
			return svc.Link(ctx, actor, in.ID, in.Person)
		})
	HandleEmpty(r, Endpoint{Method: http.MethodPost, Path: "/api/liveness/{id}/people/{person}/decide", ID: "decide-liveness", Summary: "Say what follows from a visit's result", Tag: "liveness", Action: "liveness.decide"},
		func(ctx context.Context, actor access.Actor, in *struct {
			LivenessPersonPath
			Body liveness.LivenessDecisionInput
		}) error {
			return svc.Decide(ctx, actor, in.ID, in.Person, in.Body)
		})
}
