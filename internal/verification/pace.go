package verification

import (
	"context"
	"sync"
	"time"
)

// pace lets so many messages a second leave, evenly. Zero is as fast as they come.
type pace struct {
	mu    sync.Mutex
	every time.Duration
	next  time.Time
	timer func() time.Time
}

func newPace(perSecond float64) *pace {
	p := &pace{timer: monotonic}
	if perSecond > 0 {
		p.every = time.Duration(float64(time.Second) / perSecond)
	}
	return p
}

// monotonic measures durations only; business times come from the injected clock.
var start = time.Unix(0, 0)

func monotonic() time.Time { return start.Add(time.Since(start)) }

// wait returns when the next message may leave; false where ctx ends first.
func (p *pace) wait(ctx context.Context) bool {
	if p.every == 0 {
		return ctx.Err() == nil
	}
	p.mu.Lock()
	now := p.timer()
	if p.next.Before(now) {
		p.next = now
	}
	until := p.next.Sub(now)
	p.next = p.next.Add(p.every)
	p.mu.Unlock()
	if until <= 0 {
		return ctx.Err() == nil
	}
	t := time.NewTimer(until)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}
