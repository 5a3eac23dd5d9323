package app

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
)

// Health is the answer of GET /healthz: 200 when the program can serve, 503 when not, and what is wrong.
type Health struct {
	Status   string `json:"status"` // ok | degraded
	Version  string `json:"version"`
	Database string `json:"database"`     // ok | unreachable
	Jobs     string `json:"jobs"`         // ok | stalled | off
	Waiting  int64  `json:"jobs_waiting"` // jobs due and not yet taken
	Failed   int64  `json:"jobs_failed"`  // jobs given up after all retries
	Now      string `json:"now"`
}

// stalledAfter is how long a due job may wait before the health check calls the workers stalled.
const stalledAfter = 5 * time.Minute

func (a *App) health(ctx context.Context) (Health, int) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	h := Health{Status: "ok", Version: a.cfg.Version, Database: "ok", Jobs: "ok", Now: a.cfg.Clock.Now().Format(time.RFC3339)}
	var oldest *time.Time
	err := a.DB.Pool().QueryRow(ctx, `select
		count(*) filter (where state = 'available'), count(*) filter (where state = 'discarded'),
		min(scheduled_at) filter (where state = 'available') from river_job where state in ('available', 'discarded')`).Scan(&h.Waiting, &h.Failed, &oldest)
	switch {
	case err != nil:
		h.Status, h.Database, h.Jobs = "degraded", "unreachable", "unknown"
		return h, http.StatusServiceUnavailable
	case !a.cfg.Workers:
		h.Jobs = "off"
	case oldest != nil && time.Since(*oldest) > stalledAfter:
		h.Status, h.Jobs = "degraded", "stalled"
		return h, http.StatusServiceUnavailable
	}
	return h, http.StatusOK
}

func (a *App) serveHealth(w http.ResponseWriter, r *http.Request) {
	h, status := a.health(r.Context())
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(h)
}
