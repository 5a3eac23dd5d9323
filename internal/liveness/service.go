package liveness

import (
	"context"
	"encoding/binary"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
	"zhongfu/internal/throttle"
)

// Jobs takes what must follow, in the transaction that causes it.
type Jobs interface {
	Insert(ctx context.Context, tx pgx.Tx, args river.JobArgs) error
}

// Provider is who looks whether somebody is alive (docs/exchange.md). Errors are *exchange.Fault.
type Provider interface {
	// Start opens a session, or finds it, and returns the address that the person opens.
	Start(ctx context.Context, in exchange.LivenessStart) (string, error)
	Result(ctx context.Context, session uuid.UUID) (exchange.LivenessResult, error)
}

// Settings of an installation.
type Settings struct {
	Provider Provider // nil: none; everybody is then visited when the invitation is over
	Callback string   // our own address as the provider reaches it; empty: results are fetched only
}

// Service runs campaigns. It is safe for concurrent use.
type Service struct {
	db       *postgres.DB
	keys     *seal.Keyring
	clock    clock.Clock
	places   *division.Index
	library  policy.Library
	jobs     Jobs
	settings Settings
	doubts   *throttle.Limiter // of audit entries about messages that are not believed
	rest     rest
}

// New makes the service.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, places *division.Index, library policy.Library, jobs Jobs, settings Settings) *Service {
	return &Service{db: db, keys: keys, clock: c, places: places, library: library, jobs: jobs, settings: settings, doubts: throttle.New(200, 5*time.Second)}
}

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

func (s *Service) today() calendar.Date { return clock.Today(s.clock) }

// The system's own hand.
var system = access.System("活体认证")

const (
	fieldID  = "person.id"
	fieldURL = "liveness.url"
)

// seedOf is what a campaign is drawn with: a keyed hash of its id, so that nobody can choose who is drawn and an inspection can
// draw again.
func (s *Service) seedOf(id uuid.UUID) int64 {
	sum := s.keys.Sign([]byte("liveness seed " + id.String()))
	return int64(binary.BigEndian.Uint64(sum) >> 1)
}
