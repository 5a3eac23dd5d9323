package identity

import (
	"sync"
	"time"

	"github.com/google/uuid"
)

const (
	cacheFor  = 5 * time.Second
	cacheSize = 20_000
)

// resolvedCache keeps answered tokens for a few seconds, keyed by the token's hash.
type resolvedCache struct {
	mu   sync.RWMutex
	rows map[string]cached
	gen  uint64 // grows with each drop: an answer read before a drop is not kept after it
}

type cached struct {
	row   resolvedRow
	until time.Time
}

func newResolvedCache() *resolvedCache { return &resolvedCache{rows: map[string]cached{}} }

func (c *resolvedCache) get(hash []byte, now time.Time) (resolvedRow, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	e, ok := c.rows[string(hash)]
	return e.row, ok && now.Before(e.until)
}

func (c *resolvedCache) generation() uint64 {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.gen
}

func (c *resolvedCache) put(hash []byte, row resolvedRow, now time.Time, generation uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gen != generation {
		return
	}
	if len(c.rows) >= cacheSize {
		clear(c.rows) // simpler than counting ages, and costs one query for each session
	}
	c.rows[string(hash)] = cached{row, now.Add(cacheFor)}
}

func (c *resolvedCache) drop(staff uuid.UUID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gen++
	for k, e := range c.rows {
		if e.row.actor.Staff == staff {
			delete(c.rows, k)
		}
	}
}
