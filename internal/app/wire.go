package app

import (
	"context"
	"encoding/json"
	"io/fs"
	"net/http"
	"slices"
	"time"

	"github.com/riverqueue/river"

	"zhongfu/internal/api"
	"zhongfu/internal/attachment"
	"zhongfu/internal/audit"
	"zhongfu/internal/benefit"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo/account"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/identity"
	"zhongfu/internal/job"
	"zhongfu/internal/liveness"
	"zhongfu/internal/notice"
	"zhongfu/internal/paper"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/policylist"
	"zhongfu/internal/registry"
	"zhongfu/internal/rulebook"
	"zhongfu/internal/selfcheck"
	"zhongfu/internal/simulation"
	"zhongfu/internal/task"
	"zhongfu/internal/verification"
	"zhongfu/internal/verification/report"
	"zhongfu/policies"
	"zhongfu/web"
)

// Services are the businesses, wired.
type Services struct {
	Identity   *identity.Service
	Audit      *audit.Service
	Registry   *registry.Service
	Task       *task.Service
	Casework   *casework.Service
	Benefit    *benefit.Service
	Paper      *paper.Service
	Notice     *notice.Service
	Attachment *attachment.Service
	Rulebook   *rulebook.Service
	Selfcheck  *selfcheck.Service
	Simulation *simulation.Service

	Verification *verification.Service
	Liveness     *liveness.Service
	Report       *report.Service
	Catalogue    *exchange.Catalogue
}

// wire makes the services from the ground up: the lower never knows the higher.
func (a *App) wire() error {
	queue, err := job.NewQueue(a.DB.Pool())
	if err != nil {
		return err
	}
	c, packs := a.cfg.Clock, a.Library
	s := &a.Services
	s.Identity = identity.New(a.DB, a.Keys, a.Places, c, identity.Config{Demo: a.cfg.Demo, DemoPassword: account.Password})
	s.Audit = audit.New(a.DB, a.Keys, c)
	s.Registry = registry.New(a.DB, a.Keys, c, a.Places)
	s.Task = task.New(a.DB, c, a.Places)
	s.Casework = casework.New(a.DB, a.Keys, c, a.Places, packs, s.Registry, queue)
	s.Benefit = benefit.New(a.DB, a.Keys, c, a.Places, s.Registry)
	s.Paper = paper.New(a.DB, a.Keys, c, a.Places, packs, s.Casework)
	s.Notice = notice.New(a.DB, a.Keys, c, a.Places, s.Casework)
	s.Attachment = attachment.New(a.DB, a.Keys, c)
	s.Selfcheck = selfcheck.New(c, a.Places, packs)
	s.Registry.Show(s.Casework)
	s.Registry.Show(s.Benefit)
	s.Registry.HoldBy(s.Casework)

	s.Rulebook = rulebook.New(a.DB, c, a.Places, a.Library)
	s.Rulebook.ProveWith(queue)
	s.Rulebook.Ask(s.Casework)
	s.Simulation = simulation.NewService(a.DB, c, a.Places, a.Library, queue)
	s.Simulation.ReadDrafts(drafts{s.Rulebook})
	s.Rulebook.PreviewWith(effects{s.Simulation})

	s.Verification, s.Catalogue = a.verification(queue), a.Catalogue
	if s.Liveness, err = a.liveness(queue); err != nil {
		return err
	}
	s.Verification.ReadPolicies(packs)
	s.Report = report.New(a.DB, a.Keys, c, a.Places, a.Catalogue, s.Casework, s.Verification, queue, report.Settings{Chromium: chromium(), Style: paperStyle()})

	a.memory = &api.Memory{DB: a.DB, Keys: a.Keys, Clock: c}
	if a.jobs, err = newJobs(a.DB, a.workers(), periodic(), map[string]river.QueueConfig{s.Verification.Queue(): {MaxWorkers: max(1, carried(a.Catalogue))}}); err != nil {
		return err
	}
	a.handler = a.http()
	return nil
}

// DecidingPacks are the packs in force today, the deciding one last.
func (a *App) DecidingPacks() []*policy.Pack { return a.Library.All(clock.Today(a.cfg.Clock)) }

func (a *App) workers() *river.Workers {
	w := river.NewWorkers()
	audit.Workers(w, a.DB, a.Keys, a.cfg.Clock)
	identity.Workers(w, a.Services.Identity)
	casework.Workers(w, a.Services.Casework)
	benefit.Workers(w, a.Services.Benefit)
	paper.Workers(w, a.Services.Paper)
	simulation.Workers(w, a.Services.Simulation)
	rulebook.Workers(w, a.Services.Rulebook)
	verification.Workers(w, a.Services.Verification)
	liveness.Workers(w, a.Services.Liveness)
	report.Workers(w, a.Services.Report)
	river.AddWorker(w, &forgetWorker{memory: a.memory})
	return w
}

func periodic() []*river.PeriodicJob {
	return slices.Concat(audit.Periodic(), identity.Periodic(), casework.Periodic(), verification.Periodic(), liveness.Periodic(), []*river.PeriodicJob{
		river.NewPeriodicJob(river.PeriodicInterval(time.Hour), func() (river.JobArgs, *river.InsertOpts) { return forgetArgs{}, nil }, nil),
	})
}

// forgetArgs is the hourly job that drops remembered answers after a day.
type forgetArgs struct{}

// Kind names the job.
func (forgetArgs) Kind() string { return "api.forget" }

type forgetWorker struct {
	river.WorkerDefaults[forgetArgs]
	memory *api.Memory
}

// Work drops what is old enough.
func (w *forgetWorker) Work(ctx context.Context, _ *river.Job[forgetArgs]) error {
	return w.memory.Forget(ctx)
}

// Routes registers every endpoint. With zero services it still describes them: `zhongfu openapi` and the tests of the
// access table use that.
func Routes(r *api.Router, s Services, packs api.Packs, cfg Config, places *division.Index) {
	api.RegisterSession(r, s.Identity, places)
	api.RegisterStaff(r, s.Identity, places)
	api.RegisterOrganisation(r, s.Identity, places)
	api.RegisterAudit(r, s.Audit, places)
	api.RegisterDivision(r, places)
	api.RegisterRegistry(r, s.Registry)
	api.RegisterPolicy(r, packs, cfg.Clock)
	api.RegisterRulebook(r, s.Rulebook)
	api.RegisterReplay(r, s.Casework)
	api.RegisterPolicyList(r, policylist.New(packs.Library, places, packs.Clock, policylist.NewTexts(policies.FS)))
	api.RegisterTasks(r, s.Task)
	api.RegisterDrafts(r, s.Casework)
	api.RegisterCaseLists(r, s.Casework)
	api.RegisterCasework(r, s.Casework)
	api.RegisterAttachment(r, s.Attachment)
	api.RegisterPaper(r, s.Paper)
	api.RegisterNotice(r, s.Notice)
	api.RegisterSimulation(r, s.Simulation)
	api.RegisterBenefit(r, s.Benefit)
	api.RegisterSelfcheck(r, s.Selfcheck)
	api.RegisterVerification(r, s.Verification)
	api.RegisterReports(r, s.Report)
	api.RegisterSource(r, s.Catalogue, s.Verification)
	api.RegisterCallback(r, s.Verification, s.Liveness, cfg.keys)
	api.RegisterLiveness(r, s.Liveness)
	api.RegisterDeptDesk(r, s.Verification)
}

// paperAssets are the print pages' style and script.
func paperAssets() fs.FS {
	sub, err := fs.Sub(paper.Assets, "assets")
	if err != nil {
		panic(err) // the folder is embedded at compile time
	}
	return sub
}

// paperStyle is the style of print pages for files that stand alone.
func paperStyle() []byte {
	css, err := fs.ReadFile(paper.Assets, "assets/paper.css")
	if err != nil {
		panic(err) // the folder is embedded at compile time
	}
	return css
}

// OpenAPI returns the API's description without a database.
func OpenAPI(version string) ([]byte, error) {
	packs, err := loadPacks("guangdong")
	if err != nil {
		return nil, err
	}
	r := api.NewRouter(version)
	Routes(r, Services{}, api.Packs{Library: packs, Clock: clock.System{}}, Config{}, nil)
	return json.MarshalIndent(r.OpenAPI(), "", " ")
}

// http puts the layers round the routes.
func (a *App) http() http.Handler {
	r := api.NewRouter(a.cfg.Version)
	r.Refused = a.Services.Audit.Refused
	m := newMetrics(a.DB.Pool(), a.cfg.Version)
	r.Mux.HandleFunc("GET /healthz", a.serveHealth)
	r.Mux.Handle("GET /metrics", m.handler(a.cfg.MetricsKey))
	r.Mux.HandleFunc("/api/", api.NotFound)
	Routes(r, a.Services, api.Packs{Library: a.Library, Clock: a.cfg.Clock}, a.cfg.with(a.exchangeKeys), a.Places)
	r.Mux.HandleFunc("GET /api-reference", reference(r.OpenAPI()))
	r.Mux.Handle("GET /paper-assets/", http.StripPrefix("/paper-assets/", http.FileServerFS(paperAssets())))
	r.Mux.Handle("/", static(web.Files()))

	keeper := &api.Keeper{Sessions: api.NewSessions(a.Services.Identity)}
	var h http.Handler = m.observe(r.Mux)
	h = a.memory.Wrap(r, h)
	h = keeper.Wrap(h)
	h = api.Headers(h)
	return api.Observe(h, a.cfg.TrustProxy)
}
