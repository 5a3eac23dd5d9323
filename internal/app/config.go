package app

import (
	"context"
	"path/filepath"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/clock"
	"zhongfu/internal/postgres"
)

// Config is everything that the program is told from outside. Its zero value with a DatabaseURL and a KeyFile is a safe
// production setting.
type Config struct {
	DatabaseURL string // owner's connection: migrations run as the owner, everything else as zhongfu_app
	KeyFile     string // sealing keys; made when absent and MakeKeys is set
	MakeKeys    bool
	Demo        bool // demo accounts may sign in with published passwords and without a second factor
	TrustProxy  bool // believe X-Forwarded-For's last hop
	MaxConns    int32
	MetricsKey  string // bearer token for /metrics from other machines; empty means this machine only
	Version     string
	Clock       clock.Clock
	Pack        string // policy pack in force
	Workers     bool   // run the background jobs in this process

	Tracer pgx.QueryTracer // observer of the statements in place of OpenTelemetry's; the benchmarks record with one
}

func (c Config) open(ctx context.Context) (*postgres.DB, error) {
	if c.Tracer != nil {
		return postgres.OpenTraced(ctx, c.DatabaseURL, c.MaxConns, c.Tracer)
	}
	return postgres.Open(ctx, c.DatabaseURL, c.MaxConns)
}

// KeyFileIn returns where the key file lies in a data folder.
func KeyFileIn(data string) string { return filepath.Join(data, "keys.json") }
