package faultrun

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/app"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/deptsim"
	"zhongfu/internal/exchange"
	"zhongfu/internal/postgres/local"
)

// world is what a run stands on.
type world struct {
	o       Options
	server  *local.Server // nil: the database is somebody else's
	url     string
	app     *app.App // places the orders and reads the books; runs no jobs
	people  *deptsim.People
	sim     *deptsim.Sim
	program *program
	tried   []family

	mu    sync.Mutex
	heard map[uuid.UUID]heard // what the simulator understood, and the clerks read

	desks      *desks
	opens      time.Time // of closedFirst; zero: always open
	firstHeard time.Time // when closedFirst understood its first message
}

// heard is a question as the department knows it.
type heard struct {
	source string
	exchange.Question
}

// family is a case whose people are asked about.
type family struct {
	caseID   uuid.UUID
	division int64
	people   []uuid.UUID
}

func (w *world) say(format string, args ...any) {
	if w.o.Say != nil {
		fmt.Fprintf(w.o.Say, "%s  %s\n", time.Now().Format("15:04:05"), fmt.Sprintf(format, args...))
	}
}

// settings of the own server: nothing that would lose a commit.
var settings = []string{"shared_buffers=256MB", "work_mem=16MB", "max_wal_size=2GB", "random_page_cost=1.1", "jit=off"}

func (w *world) startServer(ctx context.Context) (err error) {
	w.server, err = local.Start(ctx, local.Config{Data: filepath.Join(w.o.Folder, "postgres"), Bin: w.o.Bin, Settings: settings})
	return err
}

// crash stops PostgreSQL without a shutdown and starts it again.
func (w *world) crash(ctx context.Context) error {
	file := filepath.Join(w.server.Dir(), "postmaster.pid")
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	pid, err := strconv.Atoi(strings.SplitN(string(raw), "\n", 2)[0])
	if err != nil {
		return err
	}
	if err := syscall.Kill(pid, syscall.SIGQUIT); err != nil {
		return err
	}
	for range 600 {
		if syscall.Kill(pid, 0) != nil {
			return w.startServer(ctx)
		}
		time.Sleep(50 * time.Millisecond)
	}
	return errors.New("faultrun: PostgreSQL did not end")
}

func newWorld(ctx context.Context, o Options) (*world, error) {
	w := &world{o: o, url: o.Database, heard: map[uuid.UUID]heard{}}
	if w.url == "" {
		if err := w.startServer(ctx); err != nil {
			return w, err
		}
		if err := w.server.EnsureDatabase(ctx, "zhongfu"); err != nil {
			return w, err
		}
		w.url = w.server.URL("zhongfu")
	}
	var err error
	if w.app, err = app.New(ctx, app.Config{DatabaseURL: w.url, KeyFile: app.KeyFileIn(o.Folder), MakeKeys: true, Demo: true}); err != nil {
		return w, err
	}
	l := &demo.Loader{DB: w.app.DB, Owner: w.url, Keys: w.app.Keys, Places: w.app.Places, Packs: w.app.DecidingPacks(), Clock: clock.System{}}
	loaded, err := l.Bulk(ctx, demo.BulkOptions{Seed: o.Seed, People: 9 * o.Orders, Cases: o.Orders*5/4 + 20, Open: o.Orders / 5, Confirm: 20})
	if err != nil {
		return w, err
	}
	w.say("登记册：%d 户 %d 人，%d 件案件", loaded.Households, loaded.People, loaded.Cases)
	if err := w.chooseFamilies(ctx); err != nil {
		return w, err
	}
	if err := w.startDepartments(ctx); err != nil {
		return w, err
	}
	if err := w.openDesks(ctx); err != nil {
		return w, err
	}
	w.program, err = w.startProgram(ctx)
	return w, err
}

func (w *world) chooseFamilies(ctx context.Context) error {
	err := w.app.DB.InRead(ctx, system, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select c.id, c.division, array_agg(m.person_id order by m.seq) from cases c join case_member m on m.case_id = c.id
group by c.id having bool_and(exists (select from authorisation a where a.person_id = m.person_id and a.case_id = c.id)) order by md5(c.id::text) limit $1`, w.o.Orders)
		if err != nil {
			return err
		}
		w.tried, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (f family, err error) { return f, r.Scan(&f.caseID, &f.division, &f.people) })
		return err
	})
	if err == nil && len(w.tried) < w.o.Orders {
		err = fmt.Errorf("faultrun: %d cases with authorisations, %d are needed", len(w.tried), w.o.Orders)
	}
	return err
}

// startDepartments starts the simulator with its faults on, and writes down how the platform reaches it.
func (w *world) startDepartments(ctx context.Context) error {
	var sources []exchange.Source
	var names []string
	for _, src := range w.app.Catalogue.Sources() {
		s := *src
		s.Service.Batch = 20
		sources, names = append(sources, s), append(names, s.ID)
	}
	keys, err := exchange.OpenKeys(w.file("exchange-keys.json"), true, names...)
	if err != nil {
		return err
	}
	if w.people, err = deptsim.NewPeople(w.o.Seed, w.app.Places, clock.Today(clock.System{}).AddDays(-60), clock.System{}); err != nil {
		return err
	}
	w.sim, err = deptsim.Start(ctx, deptsim.Options{Sources: sources, Keys: keys, People: w.people, Drop: w.file("drop"), Poll: 300 * time.Millisecond,
		Answering: [2]time.Duration{200 * time.Millisecond, 1500 * time.Millisecond}, Seed: w.o.Seed, Faults: plan(w.o.Rate), Heard: w.hear})
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("sources:\n")
	for _, s := range sources {
		service := directly
		if s.ID == closedFirst && w.o.Hours {
			w.opens, service = opening(time.Now())
		}
		switch s.Transport.Kind {
		case exchange.Desk:
			fmt.Fprintf(&b, "  - {source: %s, service: %s}\n", s.ID, atDesk)
		case exchange.HTTP:
			fmt.Fprintf(&b, "  - {source: %s, url: %q, service: %s}\n", s.ID, w.sim.SourceURL(s.ID), service)
		case exchange.Callback:
			fmt.Fprintf(&b, "  - {source: %s, url: %q, service: %s}\n", s.ID, w.sim.SourceURL(s.ID), later)
		case exchange.File:
			fmt.Fprintf(&b, "  - {source: %s, service: %s}\n", s.ID, later)
		}
	}
	return os.WriteFile(w.file("endpoints.yml"), []byte(b.String()), 0o600)
}

// hear keeps the department's own book of whom each question was about.
func (w *world) hear(q *exchange.Query) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if q.Source == closedFirst && w.firstHeard.IsZero() {
		w.firstHeard = time.Now()
	}
	for _, one := range q.Questions {
		w.heard[one.ID] = heard{q.Source, one}
	}
}

func (w *world) file(name string) string { return filepath.Join(w.o.Folder, name) }

func (w *world) close() {
	if w.desks != nil {
		w.desks.close()
	}
	if w.program != nil {
		w.program.kill()
	}
	if w.sim != nil {
		w.sim.Close()
	}
	if w.app != nil {
		w.app.Close()
	}
	if w.server != nil {
		_ = w.server.Kill()
	}
}

var system = access.System("故障试验")

// freeAddress is a port that was free a moment ago.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}
