package simulation

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
)

// Jobs takes what must follow, in the transaction that causes it.
type Jobs interface {
	Insert(ctx context.Context, tx pgx.Tx, args river.JobArgs) error
}

// Service starts, follows and stops simulations on the register. It is safe for concurrent use.
type Service struct {
	db      *postgres.DB
	clock   clock.Clock
	places  *division.Index
	library policy.Library
	jobs    Jobs
	drafts  Drafts
	warm    cache
}

// Drafts reads a pack that is being drafted; package rulebook provides it.
type Drafts interface {
	Trial(ctx context.Context, actor access.Actor, draft uuid.UUID) (DraftPack, error)
}

// DraftPack is a draft as it would hold if it came into force now.
type DraftPack struct {
	Pack    *policy.Pack
	Title   string
	Version int // of the draft that was read
}

// ReadDrafts connects who reads drafts. Without it no draft can be compared with.
func (s *Service) ReadDrafts(d Drafts) { s.drafts = d }

// NewService makes the service.
func NewService(db *postgres.DB, c clock.Clock, places *division.Index, library policy.Library, jobs Jobs) *Service {
	return &Service{db: db, clock: c, places: places, library: library, jobs: jobs}
}

// Request asks what changed values would do to the families of a place on a day.
type Request struct {
	ID      uuid.UUID                `json:"id" doc:"made by the client, so that a second submit starts nothing twice"`
	Place   int64                    `json:"place" doc:"12-digit code; the actor's own place or one below it"`
	Day     calendar.Date            `json:"day"`
	Title   string                   `json:"title" minLength:"1" maxLength:"80"`
	Changes []policy.ParameterChange `json:"changes" maxItems:"20"`
	Changed string                   `json:"changed,omitempty" pattern:"^([0-9a-f]{64})?$" doc:"an archived version to compare with, instead of or under the changes"`
	Draft   uuid.UUID                `json:"draft,omitempty" doc:"a draft to compare with, in place of a version"`

	draftSeen  int // version of the draft that was read at the start; 0 = not yet
	draftTitle string
}

// Simulation is one run as screens show it.
type Simulation struct {
	ID         uuid.UUID                `json:"id"`
	Place      int64                    `json:"place"`
	PlaceName  string                   `json:"place_name"`
	Pack       string                   `json:"pack"`
	Day        calendar.Date            `json:"day"`
	Title      string                   `json:"title"`
	Changes    []policy.ParameterChange `json:"changes"`
	Changed    string                   `json:"changed,omitempty"`
	State      string                   `json:"state" enum:"queued,running,done,failed,cancelled"`
	Households int64                    `json:"households" doc:"to be looked at; 0 before they are counted"`
	Progress   int64                    `json:"progress" doc:"households looked at"`
	Failure    string                   `json:"failure,omitempty"`
	ByName     string                   `json:"by_name"`
	CreatedAt  time.Time                `json:"created_at"`
	EndedAt    *time.Time               `json:"ended_at"`
	Result     *SimulationResult        `json:"result,omitempty"`
}

const columns = `id, division, pack, day, title, changes, changed, state, households, progress, failure, by_name, created_at, ended_at`

// Start takes a request in and lets a job do it; the same request again is the same run. Errors: a place outside the actor's
// range, changes that the pack does not know, each with its field.
func (s *Service) Start(ctx context.Context, actor access.Actor, in Request) (Simulation, error) {
	if in.Place == 0 {
		in.Place = actor.Division
	}
	if err := access.Check(actor, "simulation.run", access.At(in.Place)); err != nil {
		return Simulation{}, err
	}
	if _, ok := s.places.Get(in.Place); !ok {
		return Simulation{}, errs.Bad("place", "没有这个行政区划，请从列表中选择。")
	}
	switch {
	case len(in.Changes) == 0 && in.Changed == "" && in.Draft == uuid.Nil:
		return Simulation{}, errs.Bad("changes", "没有写要试算的变化。请至少加一项参数，或选一份草稿、一个政策包版本。")
	case in.Changed != "" && in.Draft != uuid.Nil:
		return Simulation{}, errs.Bad("draft", "草稿和归档版本只能选一个。请去掉其中一个。")
	}
	base, _, err := s.packs(ctx, actor, &in)
	if err != nil {
		return Simulation{}, err
	}
	changes, err := json.Marshal(append([]policy.ParameterChange{}, in.Changes...))
	if err != nil {
		return Simulation{}, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `insert into simulation_run (id, division, pack, day, title, changes, base, changed, state, by_id, by_name, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10, $11) on conflict (id) do nothing`,
			in.ID, in.Place, base.Name, in.Day, in.Title, changes, base.Digest, in.Changed, actor.Staff, actor.Name, s.now())
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		return s.jobs.Insert(ctx, tx, RunArgs{ID: in.ID, Draft: in.Draft, DraftSeen: in.draftSeen})
	})
	if err != nil {
		return Simulation{}, err
	}
	return s.Get(ctx, actor, in.ID)
}

// packs are the version in force at the place on the day, and the one to compare with.
func (s *Service) packs(ctx context.Context, actor access.Actor, in *Request) (base, changed *policy.Pack, err error) {
	if base, err = s.library.At(in.Place, in.Day); err != nil {
		return nil, nil, err
	}
	changed = base
	switch {
	case in.Draft != uuid.Nil:
		if changed, err = s.draft(ctx, actor, in); err != nil {
			return nil, nil, err
		}
		in.Changed = changed.Digest
		if changed.Name != base.Name {
			return nil, nil, errs.Bad("draft", "这份草稿属于政策包 %s，这里用的是 %s。请选同一个政策包的草稿，或换一个范围。", changed.Title, base.Title)
		}
	case in.Changed != "":
		if changed, err = s.library.ByDigest(ctx, in.Changed); err != nil {
			return nil, nil, err
		}
		if changed.Name != base.Name {
			return nil, nil, errs.Bad("changed", "版本 %s 属于政策包 %s，这里用的是 %s。请选同一个政策包的版本。", in.Changed[:12], changed.Title, base.Title)
		}
	}
	if len(in.Changes) > 0 {
		if changed, err = changed.WithParameters(in.Changes); err != nil {
			return nil, nil, errs.Bad("changes", "%s", err.Error()).Because(err)
		}
	}
	return base, changed, nil
}

// draft reads the draft to compare with. One that was edited since the run was asked for is refused: whoever asked has not seen it.
func (s *Service) draft(ctx context.Context, actor access.Actor, in *Request) (*policy.Pack, error) {
	if s.drafts == nil {
		return nil, errs.Bad("draft", "这里不能用草稿测算。请先申请启用草稿，再选归档的版本。")
	}
	d, err := s.drafts.Trial(ctx, actor, in.Draft)
	if err != nil {
		return nil, err
	}
	if in.draftSeen != 0 && in.draftSeen != d.Version {
		return nil, errs.New(errs.Conflict, "stale_draft", "草稿“%s”在测算开始以后又改过，没有算。请重新发起测算。", d.Title)
	}
	in.draftSeen, in.draftTitle = d.Version, d.Title
	return d.Pack, nil
}

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

// Get returns a run with its result, where it has one.
func (s *Service) Get(ctx context.Context, actor access.Actor, id uuid.UUID) (Simulation, error) {
	if err := access.Check(actor, "simulation.read", access.Listing); err != nil {
		return Simulation{}, err
	}
	var out Simulation
	var result []byte
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+columns+`, result from simulation_run where id = $1`, id)
		if err != nil {
			return err
		}
		out, err = pgx.CollectExactlyOneRow(rows, func(r pgx.CollectableRow) (Simulation, error) { return s.scan(r, &result) })
		return err
	})
	if err != nil {
		if err == pgx.ErrNoRows {
			return Simulation{}, errs.Missing("该测算")
		}
		return Simulation{}, err
	}
	if result != nil {
		out.Result = &SimulationResult{}
		if err := json.Unmarshal(result, out.Result); err != nil {
			return Simulation{}, err
		}
	}
	return out, nil
}

func (s *Service) scan(r pgx.CollectableRow, result *[]byte) (m Simulation, err error) {
	var changes []byte
	to := []any{&m.ID, &m.Place, &m.Pack, &m.Day, &m.Title, &changes, &m.Changed, &m.State, &m.Households, &m.Progress, &m.Failure, &m.ByName, &m.CreatedAt, &m.EndedAt}
	if result != nil {
		to = append(to, result)
	}
	if err = r.Scan(to...); err != nil {
		return m, err
	}
	m.PlaceName = s.places.Name(m.Place)
	return m, json.Unmarshal(changes, &m.Changes)
}

// List returns the newest runs of the actor's range, without their results.
func (s *Service) List(ctx context.Context, actor access.Actor) ([]Simulation, error) {
	if err := access.Check(actor, "simulation.read", access.Listing); err != nil {
		return nil, err
	}
	out := []Simulation{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+columns+` from simulation_run order by created_at desc, id desc limit 50`)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (Simulation, error) { return s.scan(r, nil) })
		return err
	})
	return out, err
}

// Cancel stops a run that waits or goes on; one that has ended stays as it is.
func (s *Service) Cancel(ctx context.Context, actor access.Actor, id uuid.UUID) (Simulation, error) {
	run, err := s.Get(ctx, actor, id)
	if err != nil {
		return run, err
	}
	if err := access.Check(actor, "simulation.run", access.At(run.Place)); err != nil {
		return run, err
	}
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `update simulation_run set state = 'cancelled', ended_at = $2 where id = $1 and state in ('queued', 'running')`, id, s.now())
		return err
	})
	if err != nil {
		return run, err
	}
	return s.Get(ctx, actor, id)
}
