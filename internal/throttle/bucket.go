package throttle

import (
	"net/netip"
	"sync"
	"time"
)

// most is how many addresses are remembered.
const most = 50_000

// Network is what counts as one address: an IPv4 address, or the /64 that one subscriber of IPv6 is given.
func Network(remote string) string {
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

// Limiter is a token bucket per key, in memory: size tokens at once, then one per refill. It is safe for concurrent use.
type Limiter struct {
	size    float64
	refill  time.Duration
	mu      sync.Mutex
	buckets map[string]bucket
}

// New makes a limiter whose buckets are full.
func New(size int, refill time.Duration) *Limiter {
	return &Limiter{size: float64(size), refill: refill, buckets: map[string]bucket{}}
}

// Take takes one token of key at the instant now, or tells that none is left.
func (l *Limiter) Take(key string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.buckets[key]
	if !ok {
		if len(l.buckets) >= most {
			l.sweep(now)
		}
		b = bucket{tokens: l.size, at: now}
	}
	if d := now.Sub(b.at); d > 0 {
		b.tokens, b.at = min(l.size, b.tokens+d.Seconds()/l.refill.Seconds()), now
	}
	left := b.tokens >= 1
	if left {
		b.tokens--
	}
	l.buckets[key] = b
	return left
}

// sweep forgets addresses whose bucket is full again; when all are busy, everything.
func (l *Limiter) sweep(now time.Time) {
	for k, b := range l.buckets {
		if now.Sub(b.at) >= time.Duration(l.size)*l.refill {
			delete(l.buckets, k)
		}
	}
	if len(l.buckets) >= most {
		clear(l.buckets)
	}
}
