package bench

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/app"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/exchange"
	"zhongfu/internal/verification"
)

// VerifyBench is the section on asking departments.
type VerifyBench struct {
	Sources, Lanes      int
	Growth              []VerifyGrowth
	Messages, Questions int     // of the two arms beside it
	Plain, Ceiling      float64 // questions a second
	Program             float64 // of the largest order
	Cancel              VerifyCancel
}

// VerifyCancel is the end of an order as large as the largest, before anything of it was asked.
type VerifyCancel struct {
	Lines       int
	Told, Ended time.Duration // until the officer has an answer, and until the last line has ended
}

// VerifyGrowth is one order.
type VerifyGrowth struct {
	People, Answers int
	Households      int
	Prepare, Answer time.Duration
	Summary         time.Duration // until it stands of each household what was found
	RSS, Heap       int64         // KiB, greatest of samples while answers came
}

// Departments says where a simulator is to find what it needs.
type Departments struct {
	Folder string // keys, drop folder
	Seed   uint64
	AsOf   string
}

const (
	verifyName = "verify"
	lanes      = 2 // messages to one source at a time
)

// Kinds of identity that mark the people of each order.
var verifyKinds = []string{"orphan", "temporary", "other"}

// verifyRun is the section under way.
type verifyRun struct {
	*run
	url     string
	folder  string
	owner   *pgx.Conn
	app     *app.App
	sim     string
	keys    exchange.Keys
	sources []*exchange.Source
	stop    []func()
	out     VerifyBench
	orders  []uuid.UUID
}

func (r *run) verifyBench(ctx context.Context) (*VerifyBench, error) {
	if r.o.Simulator == nil {
		return nil, errors.New("bench: there is no department simulator")
	}
	v := &verifyRun{run: r}
	defer func() {
		for i := len(v.stop) - 1; i >= 0; i-- {
			v.stop[i]()
		}
	}()
	for _, step := range []func(context.Context) error{v.load, v.start, v.grow, v.plain, v.ceiling, v.cancel} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return &v.out, nil
}

func (v *verifyRun) sizes() [3]int { return [3]int{v.o.Verify / 100, v.o.Verify / 10, v.o.Verify} }

// load makes a register on which everybody has signed, with an identity for each order.
func (v *verifyRun) load(ctx context.Context) (err error) {
	if err := v.o.Server.create(ctx, verifyName); err != nil {
		return err
	}
	if v.url, err = v.o.Server.url(verifyName); err != nil {
		return err
	}
	if v.folder, err = os.MkdirTemp("", "zhongfu-bench-"); err != nil {
		return err
	}
	v.stop = append(v.stop, func() { _ = os.RemoveAll(v.folder) })
	a, err := app.New(ctx, app.Config{DatabaseURL: v.url, KeyFile: v.o.KeyFile, MakeKeys: true, Demo: true})
	if err != nil {
		return err
	}
	defer a.Close()
	all := 0
	for _, n := range v.sizes() {
		all += n
	}
	l := &demo.Loader{DB: a.DB, Owner: v.url, Keys: a.Keys, Places: a.Places, Packs: a.DecidingPacks(), Clock: clock.System{}}
	if _, err := l.Bulk(ctx, demo.BulkOptions{Seed: v.o.Seed, People: all + all/50 + 20, Progress: v.progress}); err != nil {
		return err
	}
	if v.owner, err = pgx.Connect(ctx, v.url); err != nil {
		return err
	}
	v.stop = append(v.stop, func() { _ = v.owner.Close(context.WithoutCancel(ctx)) })
	if _, err := v.owner.Exec(ctx, `insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, signed_on, valid_from, created_at)
select id, gen_random_uuid(), division, 'SQ-' || id, 'social_assistance', '{*}', 'paper', name, current_date - 30, current_date - 30, now() from person`); err != nil {
		return err
	}
	from := 0
	for i, n := range v.sizes() {
		if _, err := v.owner.Exec(ctx, `insert into category (person_id, id, household_id, division, kind, since, created_at)
select head, gen_random_uuid(), household_id, division, $1, current_date - 30, now() from (
  select household_id, (array_agg(person_id))[1] as head, min(division) as division, sum(count(*)) over (order by household_id) as until from person_household where household_id is not null group by household_id) h
where until > $2 and until <= $3`, verifyKinds[i], from, from+n); err != nil {
			return err
		}
		from += n
	}
	for _, q := range []string{aside, `create trigger bench_aside before insert on river_job for each row execute function bench_aside()`, `vacuum (analyze)`} {
		if _, err := v.owner.Exec(ctx, q); err != nil {
			return err
		}
	}
	return nil
}

// aside lets the summary that follows an order wait where nobody works: it is not what is measured here.
const aside = `create function bench_aside() returns trigger language plpgsql as $$
begin
  if new.kind = 'verification.answered' then new.queue := 'bench-aside'; end if;
  return new;
end $$`

// start starts the simulator as a program of its own and the platform in this one, with its jobs.
func (v *verifyRun) start(ctx context.Context) error {
	var stop func()
	var err error
	if v.sim, stop, err = v.o.Simulator(ctx, Departments{Folder: v.folder, Seed: v.o.Seed, AsOf: clock.Today(clock.System{}).AddDays(-60).String()}); err != nil {
		return err
	}
	v.stop = append(v.stop, stop)
	keyFile := filepath.Join(v.folder, "exchange-keys.json")
	if v.keys, err = exchange.OpenKeys(keyFile, false); err != nil {
		return err
	}
	base, err := app.OpenCatalogue("", "")
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("sources:\n")
	for _, src := range base.Sources() {
		if src.Transport.Kind != exchange.HTTP || len(v.sources) == 11 {
			fmt.Fprintf(&b, "  - {source: %s, disabled: true}\n", src.ID)
			continue
		}
		v.sources = append(v.sources, src)
		fmt.Fprintf(&b, "  - {source: %s, url: %q, service: {status: sample, answer_within: 60s, concurrency: %d, batch: %d, attempts: 5, backoff: 1s, backoff_max: 5s, breaker_after: 50, breaker_for: 1s}}\n",
			src.ID, v.sim+"/sources/"+src.ID, lanes, src.Service.Batch)
	}
	endpoints := filepath.Join(v.folder, "endpoints.yml")
	if err := os.WriteFile(endpoints, []byte(b.String()), 0o600); err != nil {
		return err
	}
	if v.app, err = app.New(ctx, app.Config{DatabaseURL: v.url, KeyFile: v.o.KeyFile, Workers: true, Exchange: app.Exchange{Endpoints: endpoints, Keys: keyFile}}); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	serving, end := context.WithCancel(ctx)
	over := make(chan struct{})
	go func() {
		defer close(over)
		_ = v.app.Serve(serving, listener)
	}()
	v.stop = append(v.stop, func() {
		end()
		<-over
		v.app.Close()
	})
	v.out.Sources, v.out.Lanes = len(v.sources), lanes
	return nil
}

// grow orders a batch of each size, lets its people be put in while the sources are paused, and then lets them be asked.
func (v *verifyRun) grow(ctx context.Context) error {
	actor := supervisor
	var classes []string
	for _, src := range v.sources {
		classes = append(classes, src.Classes[0].ID)
	}
	for i := range v.sizes() {
		if err := v.pause(ctx, true); err != nil {
			return err
		}
		in := verification.OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: verification.KindBatch, Title: "测量", Place: actor.Division, Purpose: verification.ForAssistance, Classes: classes,
			Batch: verification.BatchSelection{Categories: []string{verifyKinds[i]}}, Priority: verification.OfBatch}
		g := VerifyGrowth{}
		start := time.Now()
		if _, err := v.app.Services.Verification.Order(ctx, actor, in); err != nil {
			return err
		}
		if err := v.await(ctx, in.ID, "preparing"); err != nil {
			return err
		}
		g.Prepare = time.Since(start)
		if _, err := v.owner.Exec(ctx, `analyze verification_item, inquiry, verification_subject, answer`); err != nil {
			return err
		}
		watch := watchMemory()
		start = time.Now()
		if err := v.pause(ctx, false); err != nil {
			return err
		}
		if err := v.await(ctx, in.ID, "running"); err != nil {
			return err
		}
		g.Answer = time.Since(start)
		g.RSS, g.Heap = watch()
		if err := v.owner.QueryRow(ctx, `select people, (select count(*) from verification_item where order_id = o.id and state = 'answered') from verification_order o where id = $1`, in.ID).Scan(&g.People, &g.Answers); err != nil {
			return err
		}
		if want := g.People * len(classes); g.Answers != want {
			return fmt.Errorf("bench: %d of %d questions were answered", g.Answers, want)
		}
		start = time.Now()
		if err := v.app.Services.Report.Summarise(ctx, in.ID); err != nil {
			return err
		}
		g.Summary = time.Since(start)
		if err := v.profile("verify-summary", func() error { return v.app.Services.Report.Summarise(ctx, in.ID) }); err != nil {
			return err
		}
		if err := v.owner.QueryRow(ctx, `select count(*) from verification_household where order_id = $1`, in.ID).Scan(&g.Households); err != nil {
			return err
		}
		v.orders = append(v.orders, in.ID)
		v.out.Growth = append(v.out.Growth, g)
		v.out.Program = float64(g.Answers) / g.Answer.Seconds()
		v.say("  %d 人 × %d 来源：%.0f 答复/秒，准备 %.1f 秒，内存 %s", g.People, len(classes), v.out.Program, g.Prepare.Seconds(), memory(g.RSS))
		v.say("    %d 户汇总 %.1f 秒", g.Households, g.Summary.Seconds())
	}
	return v.pause(ctx, true)
}

func (v *verifyRun) pause(ctx context.Context, paused bool) error {
	for _, src := range v.sources {
		if _, err := v.owner.Exec(ctx, `insert into exchange_source (source, paused) values ($1, $2) on conflict (source) do update set paused = $2`, src.ID, paused); err != nil {
			return err
		}
	}
	return nil
}

// await waits until an order has left a state.
func (v *verifyRun) await(ctx context.Context, id uuid.UUID, state string) error {
	for {
		var now string
		if err := v.owner.QueryRow(ctx, `select state from verification_order where id = $1`, id).Scan(&now); err != nil || now != state {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// watchMemory samples this process until it is asked for the greatest it saw.
func watchMemory() func() (rss, heap int64) {
	runtime.GC()
	var most, held atomic.Int64
	over, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most.Store(max(most.Load(), nowKB()))
			held.Store(max(held.Load(), int64(m.HeapAlloc/1024)))
			select {
			case <-over:
				return
			case <-time.After(200 * time.Millisecond):
			}
		}
	}()
	return func() (int64, int64) {
		close(over)
		<-done
		return most.Load(), held.Load()
	}
}

// nowKB is what this process holds in memory now.
func nowKB() int64 {
	for line := range strings.Lines(readFile("/proc/self/status")) {
		if v, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(v), " kB"), 10, 64)
			return kb
		}
	}
	return 0
}
