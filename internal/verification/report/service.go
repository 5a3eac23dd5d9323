package report

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
	"zhongfu/internal/verification"
)

// Cases is what this package needs of casework.
type Cases interface {
	// Checked is a case, CheckedHouseholds the newest confirmed decisions of households: what declared and found are compared on.
	Checked(ctx context.Context, tx pgx.Tx, caseID uuid.UUID) (*casework.Checked, error)
	CheckedHouseholds(ctx context.Context, tx pgx.Tx, households []uuid.UUID) (map[uuid.UUID]*casework.Checked, error)
	// Reported takes a report into the open case; write runs in the same transaction, before anything of the case is written.
	Reported(ctx context.Context, actor access.Actor, caseID uuid.UUID, in *casework.Reported, write func(ctx context.Context, tx pgx.Tx) error) (casework.CaseState, error)
}

// Orders places orders; *verification.Service is one.
type Orders interface {
	OrderIn(ctx context.Context, tx pgx.Tx, actor access.Actor, in verification.OrderInput) error
	Get(ctx context.Context, actor access.Actor, id uuid.UUID) (verification.Order, error)
}

// Catalogue is what this package needs of the catalogue of sources; *exchange.Catalogue is one.
type Catalogue interface {
	Sources() []*exchange.Source
	Class(id string) (*exchange.Class, *exchange.Source)
	Applies(class string, person exchange.PersonFacts, day calendar.Date) bool
	Fact(of, key string) *policy.Fact
	Combine(day calendar.Date, people []exchange.Person, given []exchange.Given) (exchange.Combined, error)
}

// Jobs takes what must follow, in the transaction that causes it.
type Jobs interface {
	Insert(ctx context.Context, tx pgx.Tx, args river.JobArgs) error
}

// Settings of an installation. The zero value is safe.
type Settings struct {
	Chromium string // the program that makes PDFs; empty: there are none, the print page stays
	Style    []byte // of the print page, for the PDF
}

// Service compares and reports. It is safe for concurrent use.
type Service struct {
	db        *postgres.DB
	keys      *seal.Keyring
	clock     clock.Clock
	places    *division.Index
	catalogue Catalogue
	cases     Cases
	orders    Orders
	jobs      Jobs
	settings  Settings
}

// New makes the service.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, places *division.Index, catalogue Catalogue, cases Cases, orders Orders, jobs Jobs, settings Settings) *Service {
	return &Service{db: db, keys: keys, clock: c, places: places, catalogue: catalogue, cases: cases, orders: orders, jobs: jobs, settings: settings}
}

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

func (s *Service) today() calendar.Date { return clock.Today(s.clock) }

// The system's own hand in what follows an answer.
var system = access.System("核对报告")

// Fields of sealed values: answers are verification's.
const (
	fieldRecords   = "answer.records"
	fieldContent   = "verification.content"
	fieldPDF       = "verification.pdf"
	fieldObjection = "verification.objection"
)
