package api

import (
	"context"
	"net/http"
	"strconv"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/simulation"
)

// Simulations are the newest runs of the actor's range.
type Simulations struct {
	Runs []simulation.Simulation `json:"runs"`
}

// StartSimulation asks what changed values would do.
type StartSimulation struct {
	ID      uuid.UUID                `json:"id" doc:"made by the client, so that a second submit starts nothing twice"`
	Place   string                   `json:"place,omitempty" pattern:"^([0-9]{12})?$" doc:"empty: the actor's own"`
	Day     calendar.Date            `json:"day"`
	Title   string                   `json:"title" minLength:"1" maxLength:"80"`
	Changes []policy.ParameterChange `json:"changes" maxItems:"20"`
	Changed string                   `json:"changed,omitempty" pattern:"^([0-9a-f]{64})?$" doc:"an archived version to compare with"`
	Draft   uuid.UUID                `json:"draft,omitempty" doc:"a draft to compare with, in place of a version"`
}

type simulationPath struct {
	ID uuid.UUID `path:"id"`
}

// RegisterSimulation registers what-if runs over the register.
func RegisterSimulation(r *Router, svc *simulation.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/simulations", ID: "list-simulations", Summary: "The newest simulations of the own range", Tag: "simulation", Action: "simulation.read"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) (Simulations, error) {
			runs, err := svc.List(ctx, actor)
			return Simulations{runs}, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/simulations", ID: "start-simulation", Summary: "Work out what changed standards would do", Tag: "simulation", Action: "simulation.run", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *struct{ Body StartSimulation }) (simulation.Simulation, error) {
			b := in.Body
			req := simulation.Request{ID: b.ID, Day: b.Day, Title: b.Title, Changes: b.Changes, Changed: b.Changed, Draft: b.Draft}
			if b.Place != "" {
				place, err := strconv.ParseInt(b.Place, 10, 64)
				if err != nil {
					return simulation.Simulation{}, errs.Bad("place", "地区应是 12 位区划代码。").Because(err)
				}
				req.Place = place
			}
			return svc.Start(ctx, actor, req)
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/simulations/{id}", ID: "get-simulation", Summary: "A simulation, how far it is, and its result", Tag: "simulation", Action: "simulation.read"},
		func(ctx context.Context, actor access.Actor, in *simulationPath) (simulation.Simulation, error) {
			return svc.Get(ctx, actor, in.ID)
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/simulations/{id}/cancel", ID: "cancel-simulation", Summary: "Stop a simulation", Tag: "simulation", Action: "simulation.run"},
		func(ctx context.Context, actor access.Actor, in *simulationPath) (simulation.Simulation, error) {
			return svc.Cancel(ctx, actor, in.ID)
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/simulations/{id}/export", ID: "export-simulation", Summary: "The result as an Excel workbook", Tag: "simulation", Action: "simulation.read"},
		func(ctx context.Context, actor access.Actor, in *simulationPath) (*File, error) {
			name, data, err := svc.Export(ctx, actor, in.ID)
			if err != nil {
				return nil, err
			}
			return &File{ContentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Disposition: disposition("attachment", name), CacheRule: "no-store", Body: data}, nil
		})
}
