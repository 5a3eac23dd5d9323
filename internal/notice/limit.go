package notice

import (
	"net/netip"
	"sync"
	"time"
)

// The bucket of one address: objections one after the other, then one per refill.
const (
	bucketSize = 5
	refill     = 10 * time.Minute
	bucketsMax = 50_000
)

// Limits that the database keeps over a day, across restarts and program instances. A village shares few addresses, so
// the first is generous.
const (
	perAddressDay = 20
	perNoticeDay  = 3
)

// perNotice is how many objections one notice takes online in all; a flood from many addresses ends there, and the
// township's telephone remains.
const perNotice = 100

// network is what counts as one address: an IPv4 address, or the /64 that one subscriber of IPv6 is given.
func network(remote string) string {
	a, err := netip.ParseAddr(remote)
	if err != nil || a.Unmap().Is4() {
		return remote
	}
	p, err := a.WithZone("").Prefix(64)
	if err != nil {
		return remote
	}
	return p.String()
}

type bucket struct {
	tokens float64
	at     time.Time
}

// limiter is a token bucket per address, in memory.
type limiter struct {
	mu      sync.Mutex
	buckets map[string]bucket
}

func newLimiter() *limiter { return &limiter{buckets: map[string]bucket{}} }

// take takes one token of key at the instant now, or tells that none is left.
func (l *limiter) take(key string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.buckets[key]
	if !ok {
		if len(l.buckets) >= bucketsMax {
			l.sweep(now)
		}
		b = bucket{tokens: bucketSize, at: now}
	}
	if d := now.Sub(b.at); d > 0 {
		b.tokens, b.at = min(bucketSize, b.tokens+d.Seconds()/refill.Seconds()), now
	}
	left := b.tokens >= 1
	if left {
		b.tokens--
	}
	l.buckets[key] = b
	return left
}

// sweep forgets addresses whose bucket is full again; when all are busy, everything: the limits of the database hold.
func (l *limiter) sweep(now time.Time) {
	for k, b := range l.buckets {
		if now.Sub(b.at) >= bucketSize*refill {
			delete(l.buckets, k)
		}
	}
	if len(l.buckets) >= bucketsMax {
		clear(l.buckets)
	}
}
