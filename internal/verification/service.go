package verification

import (
	"context"
	"sync"
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
	"zhongfu/internal/throttle"
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
	// Applies tells whether a class is asked about such a person.
	Applies(class string, person exchange.PersonFacts, day calendar.Date) bool
	// CheckRecords gives the records of an answer the types of the class, or says what does not fit.
	CheckRecords(class string, a exchange.Answer) ([]map[string]any, error)
}

// Settings of an installation. The zero value is safe.
type Settings struct {
	Callback string // our own address as sources reach it: https://…/api/exchange/callback; callback sources need it
	KeepRaw  int    // days that raw answers are kept; 0 = 90
	// Unusable says in Chinese why a source cannot be asked, by source: switched off, without an address or a key. What is asked
	// of it is silent at once and named.
	Unusable map[string]string
	Inbox    Inbox // where answers of file sources lie; nil = nowhere
}

// Inbox hands over what file sources have laid down. Each answer is handed to Take as often as a kill makes necessary; what is
// not believed or does not fit is said and never taken.
type Inbox interface {
	Poll(ctx context.Context, from *exchange.Source, to exchange.Taker) (taken, refused int, err error)
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
	process   uuid.UUID     // whose hold of a source is ours
	over      chan struct{} // closed by Stop
	stop      sync.Once
	swept     sweeping
	doubts    *throttle.Limiter // of audit entries about messages that are not believed, by source
	packs     Packs
	guests    *throttle.Limiter // who tries self-service codes, by address

	chunk, list int // how many people are put into an order in one transaction, and looked up at a time
}

// New makes the service. carriers say how each transport goes; a kind without one is left to people (desk).
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, places *division.Index, catalogue Catalogue, carriers map[exchange.Kind]exchange.Carrier, jobs Jobs, settings Settings) *Service {
	if settings.KeepRaw == 0 {
		settings.KeepRaw = 90
	}
	return &Service{db: db, keys: keys, clock: c, places: places, catalogue: catalogue, carriers: carriers, jobs: jobs, settings: settings, process: uuid.New(), over: make(chan struct{}),
		doubts: throttle.New(200, 5*time.Second), guests: throttle.New(guestsAtOnce, guestRefill),
		chunk: chunk, list: list}
}

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

func (s *Service) today() calendar.Date { return clock.Today(s.clock) }

// The system's own hand in what the engine does.
var system = access.System("核对引擎")

const (
	fieldRecords = "answer.records"
	fieldRaw     = "exchange.raw"
	fieldText    = "authorisation.text"
	fieldImage   = "authorisation.image"
	fieldCode    = "self_service.code"
	fieldTail    = "self_service.tail"
	fieldID      = "person.id"
)
