package verification

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
)

// Jobs takes what must follow, in the transaction that causes it.
type Jobs interface {
	Insert(ctx context.Context, tx pgx.Tx, args river.JobArgs) error
}

// Catalogue is what this package needs of the catalogue of sources.
type Catalogue interface {
	Sources() []*exchange.Source
	Source(id string) *exchange.Source
	Class(id string) (*exchange.Class, *exchange.Source)
	// CheckRecords gives the records of an answer the types of the class, or says what does not fit.
	CheckRecords(class string, a exchange.Answer) ([]map[string]any, error)
}

// Settings of an installation. The zero value is safe.
type Settings struct {
	Callback string // our own address as sources reach it: https://…/api/exchange/callback; callback sources need it
	KeepRaw  int    // days that raw answers are kept; 0 = 90
}

// Service takes orders and works them out. It is safe for concurrent use.
type Service struct {
	db        *postgres.DB
	keys      *seal.Keyring
	clock     clock.Clock
	places    *division.Index
	catalogue Catalogue
	carriers  map[exchange.Kind]exchange.Carrier
	jobs      Jobs
	settings  Settings
	process   uuid.UUID // whose hold of a source is ours
	touched   touched
}

// New makes the service. carriers say how each transport goes; a kind without one is left to people (desk).
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, places *division.Index, catalogue Catalogue, carriers map[exchange.Kind]exchange.Carrier, jobs Jobs, settings Settings) *Service {
	if settings.KeepRaw == 0 {
		settings.KeepRaw = 90
	}
	return &Service{db: db, keys: keys, clock: c, places: places, catalogue: catalogue, carriers: carriers, jobs: jobs, settings: settings, process: uuid.New()}
}

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

func (s *Service) today() calendar.Date { return clock.Today(s.clock) }

// The system's own hand in what the engine does.
var system = access.System("核对引擎")

const (
	fieldRecords = "answer.records"
	fieldRaw     = "exchange.raw"
	fieldText    = "authorisation.text"
	fieldID      = "person.id"
)
