package identity_test

import (
	"testing"

	"zhongfu/internal/identity"
)

// BenchmarkProductionHash is the price of one try at a password.
func BenchmarkProductionHash(b *testing.B) {
	h := identity.Production()
	for b.Loop() {
		h.Hash("Wt7-kz9Q-mm3x")
	}
}
