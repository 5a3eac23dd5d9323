package identity

import (
	"runtime"

	"github.com/google/uuid"

	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
)

// Config is what differs between installations.
type Config struct {
	Demo         bool    // demonstration: demo accounts may sign in, without one-time code where they are exempt
	DemoPassword string  // the password that demo accounts were loaded with, shown on the sign-in page
	Hasher       *Hasher // nil: Production
	Issuer       string  // name in the authenticator app; empty: 众扶
}

// Service is the package's use cases.
type Service struct {
	db        *postgres.DB
	key       *seal.Keyring
	divisions *division.Index
	clock     clock.Clock
	cfg       Config
	hasher    *Hasher
	decoy     string        // hash of nothing anybody knows: unknown logins are checked against it
	hashing   chan struct{} // bounds the memory that hashing takes at one time
	resolved  *resolvedCache
}

// New makes the service.
func New(db *postgres.DB, key *seal.Keyring, divisions *division.Index, c clock.Clock, cfg Config) *Service {
	if cfg.Hasher == nil {
		cfg.Hasher = Production()
	}
	if cfg.Issuer == "" {
		cfg.Issuer = "众扶"
	}
	return &Service{
		db: db, key: key, divisions: divisions, clock: c, cfg: cfg, hasher: cfg.Hasher,
		decoy: cfg.Hasher.Hash(newToken()), hashing: make(chan struct{}, max(2, runtime.NumCPU())), resolved: newResolvedCache(),
	}
}

// Demo tells whether this is a demonstration.
func (s *Service) Demo() bool { return s.cfg.Demo }

func newID() uuid.UUID { return uuid.Must(uuid.NewV7()) }
