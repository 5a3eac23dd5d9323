package rulebook

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
)

// Library is the policy.Library of the running program over the store. It is safe for concurrent use: readers see one whole
// set of packs, and Refresh swaps it in one step.
type Library struct {
	db       *postgres.DB
	clock    clock.Clock
	deciding string
	now      atomic.Pointer[shelf]
	refresh  sync.Mutex // one refresh at a time

	mu       sync.Mutex // guards versions and editions
	versions map[string]version
	editions map[string]*policy.Pack
}

// version is a pack as its text says, and when that text was archived.
type version struct {
	pack *policy.Pack
	at   time.Time
}

// Open archives the packs that the program carries and takes up what the store says is in force. deciding names the pack that
// All lists last. A version in force that this program cannot load is an error: nothing falls back to another.
func Open(ctx context.Context, db *postgres.DB, c clock.Clock, carried []*policy.Pack, deciding string) (*Library, error) {
	l := &Library{db: db, clock: c, deciding: deciding, versions: map[string]version{}, editions: map[string]*policy.Pack{}}
	for _, p := range carried {
		if err := l.archiveCarried(ctx, p); err != nil {
			return nil, fmt.Errorf("政策包 %s 不能存入版本库：%w", p.Name, err)
		}
	}
	return l, l.Refresh(ctx)
}

// Archive is a library that only finds versions by their digest; it reads nothing until it is asked and changes nothing. What is
// in force it does not know.
func Archive(db *postgres.DB, c clock.Clock) *Library {
	l := &Library{db: db, clock: c, versions: map[string]version{}, editions: map[string]*policy.Pack{}}
	l.now.Store(&shelf{packs: map[string][]*held{}})
	return l
}

// Watch looks every few seconds whether another program has changed what is in force, until ctx ends. A look that fails keeps
// what holds and is logged.
func (l *Library) Watch(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			if err := l.Refresh(ctx); err != nil && ctx.Err() == nil {
				slog.Error("policy versions cannot be read; the ones loaded stay in force", "error", err)
			}
		}
	}
}

// Refresh takes up what the store says now. It changes nothing unless all of it can be loaded.
func (l *Library) Refresh(ctx context.Context) error {
	l.refresh.Lock()
	defer l.refresh.Unlock()
	var stamp string
	err := l.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, selectStamp).Scan(&stamp)
	})
	if err != nil {
		return err
	}
	if s := l.now.Load(); s != nil && s.stamp == stamp {
		return nil
	}
	s, err := l.build(ctx)
	if err != nil {
		return err
	}
	l.now.Store(s)
	return nil
}

// selectStamp changes with every approval and every end of an approved change.
const selectStamp = `select concat_ws(' ',
  (select count(*) || '/' || coalesce(max(approved_at)::text, '') from pack_activation where state = 'approved'),
  (select count(*) || '/' || coalesce(max(approved_at)::text, '') from standard_change where state = 'approved'))`

var system = access.System("政策版本")

// At returns the most local pack that serves the place, in the version in force on the day, with the standards changed
// until now.
func (l *Library) At(place int64, day calendar.Date) (*policy.Pack, error) {
	return policy.MostLocal(l.All(day), place)
}

// Named returns the pack in the version in force on the day. Before the first day on record the oldest version holds.
func (l *Library) Named(name string, day calendar.Date) (*policy.Pack, error) {
	h := l.now.Load().on(name, day)
	if h == nil {
		return nil, policy.NotLoaded(name)
	}
	return h.load()
}

// All lists the packs in force on the day, the deciding one last. One that cannot be loaded is left out and logged; those in force
// today were loaded when they were taken up.
func (l *Library) All(day calendar.Date) []*policy.Pack {
	s := l.now.Load()
	var out []*policy.Pack
	for _, name := range s.names {
		p, err := s.on(name, day).load()
		if err != nil {
			slog.Error("a policy version cannot be loaded", "pack", name, "day", day, "error", err)
			continue
		}
		out = append(out, p)
	}
	return out
}

// ByDigest returns exactly the version, with exactly the changed standards, that a decision names; NotFound says what is
// missing.
func (l *Library) ByDigest(ctx context.Context, digest string) (*policy.Pack, error) {
	if v, err := l.version(ctx, digest); err == nil || !isMissing(err) {
		return v.pack, err
	}
	return l.edition(ctx, digest)
}
