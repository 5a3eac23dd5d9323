package casework

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
)

// Jobs takes what must follow, in the transaction that causes it.
type Jobs interface {
	Insert(ctx context.Context, tx pgx.Tx, args river.JobArgs) error
}

// Register makes people and households known inside the transaction of a submit; *registry.Service is one.
type Register interface {
	EnsureHousehold(ctx context.Context, tx pgx.Tx, actor access.Actor, in registry.HouseholdInput) (registry.HouseholdRef, error)
	EnsureSupporter(ctx context.Context, tx pgx.Tx, actor access.Actor, in registry.PersonInput) (registry.PersonRef, error)
	NoteElsewhere(ctx context.Context, actor access.Actor, err error) error
}

// Service carries cases. It is safe for concurrent use.
type Service struct {
	db       *postgres.DB
	keys     *seal.Keyring
	clock    clock.Clock
	places   *division.Index
	packs    policy.Library
	register Register
	jobs     Jobs
}

// New makes the service over a library of packs; the most local one that serves a place decides there, in the version that is in
// force on the day.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, places *division.Index, packs policy.Library, register Register, jobs Jobs) *Service {
	return &Service{db: db, keys: keys, clock: c, places: places, packs: packs, register: register, jobs: jobs}
}

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

func (s *Service) today() calendar.Date { return clock.Today(s.clock) }

// packFor returns the most local pack that serves the division, as it is in force today.
func (s *Service) packFor(place int64) (*policy.Pack, error) { return s.packs.At(place, s.today()) }

// packNamed returns the pack that a case was taken in under, as it is in force today (docs/adr/0011): a case in flight follows
// the policy of the day it is decided on.
func (s *Service) packNamed(name string) (*policy.Pack, error) { return s.packs.Named(name, s.today()) }

func code12(code int64) string { return fmt.Sprintf("%012d", code) }

// delegated tells whether the right to confirm has been handed to the town of a division (57号 art 2; 民政部 2022-10-20),
// as the parameter says that the procedure names.
func (s *Service) delegated(pack *policy.Pack, proc *policy.Procedure, place int64, today calendar.Date) (bool, error) {
	id := proc.Settings["delegated"]
	if id == "" {
		return false, nil
	}
	p, err := pack.Parameter(id, place, today, nil)
	if err != nil {
		return false, err
	}
	yes, _ := p.Value.(bool)
	return yes, nil
}

// procedureFor is the procedure that an item takes at a place: the delegated variant where the town may confirm.
func (s *Service) procedureFor(pack *policy.Pack, item string, place int64, today calendar.Date) (*policy.Procedure, error) {
	if it := pack.Item(item); it == nil || it.Intake != "casework" {
		return nil, errs.Bad("item", "这一事项不在本系统立案办理，请从列表中选择；其他救助由窗口转介给主管部门。")
	}
	if v := pack.ProcedureFor(item, "delegated"); v != nil {
		yes, err := s.delegated(pack, v, place, today)
		if err != nil {
			return nil, err
		}
		if yes {
			return v, nil
		}
	}
	p := pack.ProcedureFor(item, "")
	if p == nil {
		return nil, errs.Bad("item", "这一事项不接受申请，请从列表中选择。")
	}
	return p, nil
}
