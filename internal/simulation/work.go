package simulation

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/population"
)

// RunArgs is the job of one simulation.
type RunArgs struct {
	ID        uuid.UUID `json:"id" river:"unique"`
	Draft     uuid.UUID `json:"draft,omitempty"`
	DraftSeen int       `json:"draft_seen,omitempty"` // version of the draft
}

// Kind names the job.
func (RunArgs) Kind() string { return "simulation.run" }

// InsertOpts gives a run few tries: a fault that stays is told to who asked.
func (RunArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: 3, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

type runWorker struct {
	river.WorkerDefaults[RunArgs]
	service *Service
}

// Timeout is far above any province.
func (w *runWorker) Timeout(*river.Job[RunArgs]) time.Duration { return 30 * time.Minute }

// Work does a run; one that has ended meanwhile is left alone.
func (w *runWorker) Work(ctx context.Context, j *river.Job[RunArgs]) error {
	return w.service.do(ctx, j.Args, j.Attempt >= j.MaxAttempts)
}

// Workers adds this package's worker to the program's.
func Workers(to *river.Workers, s *Service) { river.AddWorker(to, &runWorker{service: s}) }

var system = access.System("政策测算")

func (s *Service) do(ctx context.Context, args RunArgs, last bool) error {
	id := args.ID
	run, err := s.Get(ctx, system, id)
	if err != nil || run.EndedAt != nil {
		return err
	}
	s.warm.running.Lock() // one at a time: two populations in memory are one too many
	defer s.warm.running.Unlock()
	if going, err := s.set(ctx, id, `state = 'running', started_at = coalesce(started_at, $2)`, s.now()); err != nil || !going {
		return err
	}
	result, err := s.watched(ctx, run, args)
	switch {
	case errors.Is(err, errStopped):
		return nil
	case err != nil && (last || errs.As(err) != nil):
		text := "测算没有完成，请稍后再试；仍不行请联系管理员。"
		if e := errs.As(err); e != nil && e.Kind != errs.Internal {
			text = e.Message
		}
		_, failed := s.set(ctx, id, `state = 'failed', failure = $2, ended_at = $3`, text, s.now())
		return errors.Join(failed, err)
	case err != nil:
		return err
	}
	text, err := json.Marshal(result)
	if err != nil {
		return err
	}
	_, err = s.set(ctx, id, `state = 'done', result = $2, progress = households, ended_at = $3`, text, s.now())
	return err
}

// set changes a run that has not ended; false where it has.
func (s *Service) set(ctx context.Context, id uuid.UUID, what string, args ...any) (going bool, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `update simulation_run set `+what+` where id = $1 and state in ('queued', 'running')`, append([]any{id}, args...)...)
		going = err == nil && tag.RowsAffected() == 1
		return err
	})
	return going, err
}

var errStopped = errors.New("simulation: stopped by who asked")

// watched works a run out while its progress is written and its state is read, both twice a second.
func (s *Service) watched(ctx context.Context, run Simulation, args RunArgs) (*SimulationResult, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var total, done atomic.Int64
	var watch sync.WaitGroup
	watch.Go(func() {
		tick := time.NewTicker(500 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				going, err := s.set(ctx, run.ID, `households = $2, progress = $3`, total.Load(), done.Load())
				if err == nil && !going {
					stop(errStopped)
				}
			}
		}
	})
	result, err := s.work(ctx, run, args, &total, &done)
	cause := context.Cause(ctx)
	stop(nil)
	watch.Wait()
	if errors.Is(cause, errStopped) {
		return nil, errStopped
	}
	if err == nil {
		_, err = s.set(context.WithoutCancel(ctx), run.ID, `households = $2, progress = $2`, total.Load())
	}
	return result, err
}

// work loads the families of the place, or takes those that are still warm, and runs both policies over them.
func (s *Service) work(ctx context.Context, run Simulation, args RunArgs, total, done *atomic.Int64) (*SimulationResult, error) {
	in := Request{Place: run.Place, Day: run.Day, Changes: run.Changes, Changed: run.Changed, Draft: args.Draft, draftSeen: args.DraftSeen}
	base, changed, err := s.packs(ctx, system, &in)
	if err != nil {
		return nil, err
	}
	pop, err := s.load(ctx, base, run.Place, run.Day, nil)
	if err != nil {
		return nil, err
	}
	if pop.Households() == 0 {
		return nil, errs.Bad("place", "%s还没有家庭经济状况数据，无法测算。案件确认后会逐户形成。", s.places.Name(run.Place))
	}
	total.Store(int64(pop.Households()))
	o := Options{Threshold: K, Name: s.places.FullName, Baseline: &s.warm.before, Progress: func(n int) { done.Store(int64(n)) }}
	if run.Changed == "" {
		o.Changes = run.Changes
	}
	out, err := Run(ctx, pop, base, changed, run.Day, o)
	if err != nil {
		return nil, err
	}
	if in.draftTitle != "" {
		out.Draft = fmt.Sprintf("草稿“%s”第 %d 稿", in.draftTitle, in.draftSeen)
	}
	for _, l := range pop.Lost {
		if out.Lost == nil {
			out.Lost = map[string]int64{}
		}
		out.Lost[l.Key] += l.Count
	}
	return out, nil
}

// Preview tells what a change does to the families of the actor's own range, before it is decided on. Errors: a role that may not
// simulate.
func (s *Service) Preview(ctx context.Context, actor access.Actor, pack, changed *policy.Pack, day calendar.Date) (*SimulationResult, error) {
	if err := access.Check(actor, "simulation.run", access.At(actor.Division)); err != nil {
		return nil, err
	}
	s.warm.running.Lock()
	defer s.warm.running.Unlock()
	pop, err := s.load(ctx, pack, actor.Division, day, nil)
	if err != nil {
		return nil, err
	}
	return Run(ctx, pop, pack, changed, day, Options{Threshold: K, Name: s.places.FullName, Baseline: &s.warm.before})
}

// cache keeps the population of the last scope: a second question about the same place answers at once.
type cache struct {
	running sync.Mutex
	key     string
	at      time.Time
	pop     *population.Population
	before  Baseline // of pop
}

// keep is how long a population answers for the register.
const keep = 10 * time.Minute

func (s *Service) load(ctx context.Context, pack *policy.Pack, place int64, day calendar.Date, done func(int)) (*population.Population, error) {
	lo, hi := division.Range(place)
	key := pack.Digest + " " + day.String() + " " + strconv.FormatInt(place, 10)
	if s.warm.pop != nil && s.warm.key == key && s.now().Sub(s.warm.at) < keep {
		return s.warm.pop, nil
	}
	s.warm.pop = nil
	s.warm.before.forget()
	pop, err := population.Load(ctx, s.db, system, pack, population.Scope{Lo: lo, Hi: hi, Day: day, Progress: done})
	if err != nil {
		return nil, err
	}
	s.warm.pop, s.warm.key, s.warm.at = pop, key, s.now()
	return pop, nil
}
