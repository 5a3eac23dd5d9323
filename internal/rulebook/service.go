package rulebook

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
)

// InFlight tells which parts of a pack open cases stand on; package casework provides it.
type InFlight interface {
	Standing(ctx context.Context, pack string) ([]Standing, error)
}

// Standing is a step of a procedure in which cases stand now.
type Standing struct {
	Item, Procedure, Step string
	Cases                 int
}

// Previewer works out on the register who gains and who loses by a change; package simulation provides it.
type Previewer interface {
	Preview(ctx context.Context, actor access.Actor, pack, changed *policy.Pack, day calendar.Date) (ChangeEffect, error)
}

// ChangeEffect is what a change does to the households that were looked at.
type ChangeEffect struct {
	Households  int64 `json:"households" doc:"looked at"`
	Enter       int64 `json:"enter" doc:"households that would newly qualify for an item"`
	Leave       int64 `json:"leave"`
	Gain        int64 `json:"gain" doc:"households that would get more"`
	Lose        int64 `json:"lose"`
	MonthlyFen  int64 `json:"monthly_fen" doc:"spending per month before"`
	ChangedFen  int64 `json:"changed_fen" doc:"spending per month after"`
	Withheld    bool  `json:"withheld,omitempty" doc:"too few households change to be shown; the counts are empty"`
	NotAnswered int64 `json:"not_answered,omitempty" doc:"households whose facts do not suffice"`
}

// Service does drafts, activations, standards and price rises over the library. It is safe for concurrent use.
type Service struct {
	db       *postgres.DB
	clock    clock.Clock
	places   *division.Index
	library  *Library
	inFlight InFlight
	preview  Previewer
	queue    Queue
	checking sync.Mutex // a check runs all worked cases: one at a time
}

// New makes the service.
func New(db *postgres.DB, c clock.Clock, places *division.Index, l *Library) *Service {
	return &Service{db: db, clock: c, places: places, library: l}
}

// Ask connects who knows the open cases.
func (s *Service) Ask(f InFlight) { s.inFlight = f }

// PreviewWith connects who works out effects. Without it a preview tells how many people hold what depends on the change.
func (s *Service) PreviewWith(p Previewer) { s.preview = p }

func (s *Service) today() calendar.Date { return clock.Today(s.clock) }

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

// pack is the pack in force that an actor's office works with.
func (s *Service) pack(actor access.Actor, name string) (*policy.Pack, error) {
	p, err := s.library.Named(name, s.today())
	if err != nil {
		return nil, errs.Missing("该政策包").Because(err)
	}
	if !actor.IsSystem() && !p.Serves(actor.Division) {
		return nil, errs.Missing("该政策包")
	}
	return p, nil
}

// rangeOf is the codes under a prefix that a pack writes: 2, 4, 6, 9 or 12 digits.
func rangeOf(prefix string) (code, lo, hi int64, ok bool) {
	switch len(prefix) {
	case 2, 4, 6, 9, 12:
	default:
		return 0, 0, 0, false
	}
	if strings.Trim(prefix, "0123456789") != "" {
		return 0, 0, 0, false
	}
	if _, err := fmt.Sscan(prefix+strings.Repeat("0", 12-len(prefix)), &lo); err != nil {
		return 0, 0, 0, false
	}
	hi = lo
	for i, width := len(prefix), int64(1); i < 12; i, width = i+1, width*10 {
		hi += 9 * width
	}
	return lo, lo, hi, true
}

// prefixOf writes a division as packs do.
func prefixOf(code int64) string {
	text := fmt.Sprintf("%012d", code)
	for _, n := range []int{2, 4, 6, 9} {
		if strings.Trim(text[n:], "0") == "" {
			return text[:n]
		}
	}
	return text
}

func (s *Service) placeName(prefix string) string {
	if code, _, _, ok := rangeOf(prefix); ok {
		return s.places.FullName(code)
	}
	return "全部地区"
}

func newID() (uuid.UUID, error) { return uuid.NewV7() }

func nullable(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}
