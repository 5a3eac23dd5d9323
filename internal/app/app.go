package app

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/api"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/rulebook"
	"zhongfu/internal/seal"
	"zhongfu/migrations"
	"zhongfu/policies"
)

// App is the running program.
type App struct {
	cfg      Config
	DB       *postgres.DB
	Keys     *seal.Keyring
	Places   *division.Index
	Library  *rulebook.Library // the packs, in the versions in force
	Services Services
	// Catalogue of the sources as this installation has them.
	Catalogue    *exchange.Catalogue
	exchangeKeys exchange.Keys
	memory       *api.Memory
	handler      http.Handler
	jobs         *jobs
}

// New brings the schema up to date, loads divisions, policies and sources, and wires everything. A broken policy pack or
// catalogue, an unreachable database or a missing key file is an error that says so in one line.
func New(ctx context.Context, cfg Config) (*App, error) {
	if cfg.Clock == nil {
		cfg.Clock = clock.System{}
	}
	if cfg.Pack == "" {
		cfg.Pack = "guangdong"
	}
	a := &App{cfg: cfg}
	carried, err := loadPacks(cfg.Pack)
	if err != nil {
		return nil, err
	}
	if err := a.openExchange(); err != nil {
		return nil, err
	}
	if a.Keys, err = seal.Open(cfg.KeyFile, cfg.MakeKeys); err != nil {
		return nil, fmt.Errorf("密钥文件 %s 无法使用：%w", cfg.KeyFile, err)
	}
	if err := Prepare(ctx, cfg.DatabaseURL); err != nil {
		return nil, err
	}
	rows, err := division.Parse()
	if err != nil {
		return nil, err
	}
	if a.Places, err = division.New(rows); err != nil {
		return nil, err
	}
	if a.DB, err = cfg.open(ctx); err != nil {
		return nil, err
	}
	if a.Library, err = rulebook.Open(ctx, a.DB, cfg.Clock, carried, cfg.Pack); err == nil {
		err = a.wire()
	}
	if err != nil {
		a.DB.Close()
		return nil, err
	}
	return a, nil
}

// Prepare migrates the database and loads the divisions, as the owner.
func Prepare(ctx context.Context, url string) error {
	if _, err := postgres.Migrate(ctx, url, migrations.FS); err != nil {
		return fmt.Errorf("数据库无法使用：%w", err)
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error { return division.Load(ctx, tx) })
}

// packNames are the packs that the program carries.
var packNames = []string{"national", "guangdong", "shandong"}

// loadPacks loads them, the deciding one last, so that start-up is the same each time.
func loadPacks(deciding string) (policy.Shelf, error) {
	names := slices.Clone(packNames)
	slices.SortStableFunc(names, func(x, y string) int { return cmp.Compare(b2i(x == deciding), b2i(y == deciding)) })
	var packs policy.Shelf
	for _, name := range names {
		p, err := policy.Load(policies.FS, name)
		if err != nil {
			return nil, fmt.Errorf("政策包 %s 有错，程序不能启动：%w", name, err)
		}
		packs = append(packs, p)
	}
	return packs, nil
}

// Pack is the deciding policy pack as it is in force today, nil where it is not loaded.
func (a *App) Pack() *policy.Pack {
	p, _ := a.Library.Named(a.cfg.Pack, clock.Today(a.cfg.Clock))
	return p
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Handler serves everything: API, papers, metrics, front end.
func (a *App) Handler() http.Handler { return a.handler }

// Close stops what New started.
func (a *App) Close() { a.DB.Close() }

// Serve answers on listener and runs the background jobs until ctx ends, then finishes what was begun: requests within
// ten seconds, jobs within twenty.
func (a *App) Serve(ctx context.Context, listener net.Listener) error {
	if a.cfg.Workers {
		if err := a.jobs.start(ctx, a.Services.Verification.Begin()); err != nil {
			return fmt.Errorf("后台任务无法启动：%w", err)
		}
	}
	server := &http.Server{
		Handler: a.handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute, WriteTimeout: 5 * time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn),
	}
	watch, stop := context.WithCancel(ctx)
	defer stop()
	go a.Library.Watch(watch, 3*time.Second)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	err := server.Shutdown(grace)
	if a.cfg.Workers {
		a.Services.Verification.Stop()
		a.jobs.stop()
	}
	return err
}
