// Package clock injects the time, so that a test can stand in the middle of a public notice and a demo can be set
// round today. Nothing else in internal/ calls time.Now for a business date.
package clock

import (
	"sync"
	"time"

	"zhongfu/internal/calendar"
)

// Clock tells the time.
type Clock interface{ Now() time.Time }

// System is the wall clock in China's zone.
type System struct{}

func (System) Now() time.Time { return time.Now().In(calendar.Zone) }

// Shifted is the wall clock moved by a constant; a demonstration uses it to look at a case some days later.
type Shifted struct{ By time.Duration }

func (s Shifted) Now() time.Time { return System{}.Now().Add(s.By) }

// Fake stands still until it is moved. It is safe for concurrent use.
type Fake struct {
	mu sync.Mutex
	t  time.Time
}

// NewFake starts a fake clock at t.
func NewFake(t time.Time) *Fake { return &Fake{t: t.In(calendar.Zone)} }

func (f *Fake) Now() time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.t
}

// Set moves the clock to t.
func (f *Fake) Set(t time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.t = t.In(calendar.Zone)
}

// Advance moves the clock on by d.
func (f *Fake) Advance(d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.t = f.t.Add(d)
}

// Today returns the day that c stands on in China.
func Today(c Clock) calendar.Date { return calendar.DateOf(c.Now()) }
