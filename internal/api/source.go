package api

import (
	"context"
	"net/http"

	"zhongfu/internal/access"
	"zhongfu/internal/exchange"
	"zhongfu/internal/verification"
)

// SourceCatalogue is the catalogue of what departments share.
type SourceCatalogue struct {
	Sources []exchange.SourceEntry `json:"sources"`
}

// SourcesHealth is how each source does.
type SourcesHealth struct {
	Sources []verification.SourceHealth `json:"sources"`
}

// SourceFaults are the faults of one source by kind.
type SourceFaults struct {
	Faults []verification.SourceFault `json:"faults"`
}

// PauseSource stops or resumes the questions to a source.
type PauseSource struct {
	Paused bool   `json:"paused"`
	Reason string `json:"reason" maxLength:"400" doc:"why; 1 to 200 characters"`
}

type sourceDays struct {
	Days int `query:"days" minimum:"1" maximum:"90" default:"14"`
}

type sourceFaultsIn struct {
	Source string `path:"source" maxLength:"60"`
	Days   int    `query:"days" minimum:"1" maximum:"90" default:"14"`
}

type pauseSourceIn struct {
	Source string `path:"source" maxLength:"60"`
	Body   PauseSource
}

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// RegisterSource registers the catalogue of sources and how they do.
func RegisterSource(r *Router, c *exchange.Catalogue, s *verification.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/sources/catalogue", ID: "source-catalogue", Summary: "What departments share: sources, data classes, fields, legal basis", Tag: "verification", Action: "verification.catalogue"},
		func(_ context.Context, actor access.Actor, _ *struct{}) (SourceCatalogue, error) {
			list, err := c.Entries(actor)
			return SourceCatalogue{list}, err
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/sources/catalogue/export", ID: "export-source-catalogue", Summary: "The catalogue as an Excel workbook", Tag: "verification", Action: "verification.catalogue"},
		func(_ context.Context, actor access.Actor, _ *struct{}) (*File, error) {
			data, err := c.Export(actor)
			if err != nil {
				return nil, err
			}
			return &File{ContentType: workbook, Disposition: disposition("attachment", "信息共享目录.xlsx"), CacheRule: "no-store", Body: data}, nil
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/sources", ID: "source-health", Summary: "How each source does now and did by day", Tag: "verification", Action: "verification.health"},
		func(ctx context.Context, actor access.Actor, in *sourceDays) (SourcesHealth, error) {
			list, err := s.Health(ctx, actor, in.Days)
			return SourcesHealth{list}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/sources/{source}/faults", ID: "source-faults", Summary: "Faults of a source by kind with the latest message", Tag: "verification", Action: "verification.health"},
		func(ctx context.Context, actor access.Actor, in *sourceFaultsIn) (SourceFaults, error) {
			list, err := s.Faults(ctx, actor, in.Source, in.Days)
			return SourceFaults{list}, err
		})
	HandleEmpty(r, Endpoint{Method: http.MethodPost, Path: "/api/sources/{source}/pause", ID: "pause-source", Summary: "Stop or resume the questions to a source, with the reason", Tag: "verification", Action: "verification.source"},
		func(ctx context.Context, actor access.Actor, in *pauseSourceIn) error {
			return s.Pause(ctx, actor, in.Source, in.Body.Paused, in.Body.Reason)
		})
}
