package task

import (
	"fmt"
	"time"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/postgres"
)

// soonDays is how many working days before its day a duty turns amber. It is a matter of display, not of law.
const soonDays = 2

// Service reads inboxes and moves duties between the people of an office.
type Service struct {
	db     *postgres.DB
	clock  clock.Clock
	places *division.Index
}

// New makes the service.
func New(db *postgres.DB, c clock.Clock, places *division.Index) *Service {
	return &Service{db: db, clock: c, places: places}
}

func (s *Service) now() time.Time { return s.clock.Now().Truncate(time.Microsecond) }

// Colour tells how a day stands to today: working days left (negative when past) and the colour.
func Colour(today calendar.Date, due *calendar.Date) (left *int, colour string) {
	if due == nil {
		return nil, None
	}
	n := calendar.WorkingDaysBetween(today, *due)
	switch {
	case *due < today:
		// Past its day on a day of rest already counts as one: there is nothing left to use.
		n = min(n, -1)
		return &n, Late
	case *due <= SoonLimit(today):
		return &n, Soon
	}
	return &n, OK
}

// SoonLimit is the last day that still counts as soon.
func SoonLimit(today calendar.Date) calendar.Date { return calendar.AddWorkingDays(today, soonDays) }

func code12(code int64) string { return fmt.Sprintf("%012d", code) }
