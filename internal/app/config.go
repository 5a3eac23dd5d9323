package app

import (
	"context"
	"path/filepath"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/clock"
	"zhongfu/internal/exchange"
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
	Exchange    Exchange

	keys exchange.Keys // read from Exchange.Keys

	Tracer pgx.QueryTracer // observer of the statements in place of OpenTelemetry's; the benchmarks record with one
}

// Exchange says how departments are reached (docs/exchange.md). The zero value knows the catalogue of the program and reaches
// nobody: what is asked of a source is silent and named.
type Exchange struct {
	Catalogue string // folder of further sources
	Endpoints string // file of addresses
	Keys      string // file of the secrets shared with the sources
	Drop      string // folder of the file sources
	Callback  string // our own address as sources reach it: https://…/api/exchange/callback
}

func (c Config) with(keys exchange.Keys) Config {
	c.keys = keys
	return c
}

func (c Config) open(ctx context.Context) (*postgres.DB, error) {
	if c.Tracer != nil {
		return postgres.OpenTraced(ctx, c.DatabaseURL, c.MaxConns, c.Tracer)
	}
	return postgres.Open(ctx, c.DatabaseURL, c.MaxConns)
}

// KeyFileIn returns where the key file lies in a data folder.
func KeyFileIn(data string) string { return filepath.Join(data, "keys.json") }
