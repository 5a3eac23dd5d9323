package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/crypto/argon2"
)

const (
	saltBytes = 16
	hashBytes = 32
)

// Hasher makes and checks Argon2id hashes. The cost stands in each hash, so it can be raised later: old hashes still
// verify and are renewed at the next sign-in.
type Hasher struct {
	time, memory uint32 // passes, KiB
	threads      uint8
	derived      atomic.Int64 // how many derivations were done: tests hold sign-in to constant work with it
}

// Production takes 46 MiB and two passes a try: twice the least cost that OWASP names for one lane, and still quick enough
// for a county that signs in at half past eight on a small machine.
func Production() *Hasher { return &Hasher{time: 2, memory: 46 << 10, threads: 1} }

// Cheap is for tests and for loading demo accounts, whose passwords are public anyway.
func Cheap() *Hasher { return &Hasher{time: 1, memory: 64, threads: 1} }

// Hash derives a hash in the PHC string form.
func (h *Hasher) Hash(password string) string {
	salt := make([]byte, saltBytes)
	_, _ = rand.Read(salt) // never fails on supported systems
	h.derived.Add(1)
	sum := argon2.IDKey([]byte(password), salt, h.time, h.memory, h.threads, hashBytes)
	enc := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, h.memory, h.time, h.threads, enc(salt), enc(sum))
}

// Verify tells whether password made the hash. A hash that cannot be read verifies nothing.
func (h *Hasher) Verify(hash, password string) bool {
	p, err := parseHash(hash)
	if err != nil {
		return false
	}
	h.derived.Add(1)
	sum := argon2.IDKey([]byte(password), p.salt, p.time, p.memory, p.threads, uint32(len(p.sum)))
	return subtle.ConstantTimeCompare(sum, p.sum) == 1
}

// stale tells whether the hash was made at another cost than today's.
func (h *Hasher) stale(hash string) bool {
	p, err := parseHash(hash)
	return err != nil || p.time != h.time || p.memory != h.memory || p.threads != h.threads
}

type parsedHash struct {
	time, memory uint32
	threads      uint8
	salt, sum    []byte
}

func parseHash(s string) (parsedHash, error) {
	var p parsedHash
	var version int
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" {
		return p, fmt.Errorf("identity: not an argon2id hash")
	}
	if _, err := fmt.Sscanf(parts[2], "v=%d", &version); err != nil || version != argon2.Version {
		return p, fmt.Errorf("identity: argon2 version %q", parts[2])
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &p.memory, &p.time, &p.threads); err != nil {
		return p, fmt.Errorf("identity: argon2 cost %q", parts[3])
	}
	const tooMuch = 1 << 20 // 1 GiB: a tampered row must not take the machine down
	if p.time < 1 || p.time > 64 || p.memory < 8 || p.memory > tooMuch || p.threads < 1 {
		return p, fmt.Errorf("identity: argon2 cost %q out of range", parts[3])
	}
	var err error
	if p.salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil || len(p.salt) < 8 {
		return p, fmt.Errorf("identity: argon2 salt")
	}
	if p.sum, err = base64.RawStdEncoding.DecodeString(parts[5]); err != nil || len(p.sum) < 16 || len(p.sum) > 64 {
		return p, fmt.Errorf("identity: argon2 hash")
	}
	return p, nil
}

// verifyPassword waits for a place among the few derivations that may run at once.
func (s *Service) verifyPassword(ctx context.Context, hash, password string) (bool, error) {
	select {
	case s.hashing <- struct{}{}:
		defer func() { <-s.hashing }()
		return s.hasher.Verify(hash, password), nil
	case <-ctx.Done():
		return false, ctx.Err()
	}
}

func (s *Service) hashPassword(ctx context.Context, password string) (string, error) {
	select {
	case s.hashing <- struct{}{}:
		defer func() { <-s.hashing }()
		return s.hasher.Hash(password), nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
