package deptsim

import (
	"sync"
	"time"

	"zhongfu/internal/exchange"
)

// nonces remembers what was used, for as long as a signature can be believed: two generations, each of the length of time in
// which a signature may be off either way, so that memory goes with the traffic of twenty minutes at most.
type nonces struct {
	mu       sync.Mutex
	now, old map[string]struct{}
	turned   time.Time
}

// fresh tells whether a nonce is new and remembers it.
func (n *nonces) fresh(nonce string, at time.Time) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.now == nil || at.Sub(n.turned) > 2*exchange.Skew {
		n.now, n.old, n.turned = map[string]struct{}{}, n.now, at
	}
	_, used := n.now[nonce]
	_, before := n.old[nonce]
	if used || before {
		return false
	}
	n.now[nonce] = struct{}{}
	return true
}
