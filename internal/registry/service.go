package registry

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/postgres"
	"zhongfu/internal/registry/registrydb"
	"zhongfu/internal/seal"
)

// Touch is one thing that touched a person or household, as a line of their file.
type Touch struct {
	At    time.Time `json:"at"`
	Kind  string    `json:"kind" doc:"audit, case, payment …"`
	Title string    `json:"title"`
	Text  string    `json:"text"`
	Link  string    `json:"link,omitempty" doc:"path of the page that shows it"`
}

// Touches is what higher floors (casework, benefit …) add to the files. It runs in the reader's transaction, so that
// only what the reader may see comes back.
type Touches interface {
	TouchesOfPerson(ctx context.Context, tx pgx.Tx, person uuid.UUID) ([]Touch, error)
	TouchesOfHousehold(ctx context.Context, tx pgx.Tx, household uuid.UUID) ([]Touch, error)
}

// Hold lets a higher floor keep a household where it is: a non-empty reason (Chinese, with the way out) refuses its move
// to another town, as while a case runs there.
type Hold interface {
	HoldsHousehold(ctx context.Context, tx pgx.Tx, household uuid.UUID) (reason string, err error)
}

// Service keeps the register.
type Service struct {
	db      *postgres.DB
	keys    *seal.Keyring
	clock   clock.Clock
	places  *division.Index
	touches []Touches
	holds   []Hold
}

// New makes the service.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, places *division.Index) *Service {
	return &Service{db: db, keys: keys, clock: c, places: places}
}

// Show adds a source of touches to the files. Only start-up code calls it.
func (s *Service) Show(t Touches) { s.touches = append(s.touches, t) }

// HoldBy adds a reason against moves. Only start-up code calls it.
func (s *Service) HoldBy(h Hold) { s.holds = append(s.holds, h) }

func (s *Service) today() calendar.Date { return clock.Today(s.clock) }

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

// change runs fn in a transaction and, where it failed because a person is registered elsewhere, notes who came to know
// so: otherwise one could try out ID numbers unseen.
func (s *Service) change(ctx context.Context, actor access.Actor, fn func(tx pgx.Tx, q *registrydb.Queries) error) error {
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return fn(tx, registrydb.New(tx)) })
	if err != nil {
		return s.NoteElsewhere(ctx, actor, err)
	}
	return nil
}
