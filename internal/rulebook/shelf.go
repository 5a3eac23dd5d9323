package rulebook

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/policy"
)

// shelf is one whole set of what is in force: per pack its versions by first day.
type shelf struct {
	stamp string
	names []string // the deciding one last
	packs map[string][]*held
}

// held is one activated version with the changed standards, loaded when first asked for.
type held struct {
	from   calendar.Date
	digest string // of the version as written
	load   func() (*policy.Pack, error)
}

// on returns what holds on the day, nil for an unknown pack.
func (s *shelf) on(name string, day calendar.Date) *held {
	list := s.packs[name]
	if len(list) == 0 {
		return nil
	}
	best := list[0]
	for _, h := range list[1:] {
		if h.from <= day {
			best = h
		}
	}
	return best
}

type activated struct {
	pack, digest string
	from         calendar.Date
}

// approvedChange is a change of standards as it counts for the packs.
type approvedChange struct {
	Pack       string
	From       calendar.Date
	Until      *calendar.Date
	Document   string
	Title      string
	Article    string
	Note       string
	Lines      []Line
	ApprovedAt time.Time
}

// build reads the store and loads what is in force today or waits for its day; older versions wait until somebody asks.
func (l *Library) build(ctx context.Context) (*shelf, error) {
	s := &shelf{packs: map[string][]*held{}}
	var acts []activated
	var changes []approvedChange
	err := l.db.InRead(ctx, system, func(tx pgx.Tx) (err error) {
		if err = tx.QueryRow(ctx, selectStamp).Scan(&s.stamp); err != nil {
			return err
		}
		if acts, err = readActivated(ctx, tx); err != nil {
			return err
		}
		changes, err = readApproved(ctx, tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, a := range acts {
		h := &held{from: a.from, digest: a.digest}
		h.load = once(func() (*policy.Pack, error) { return l.form(context.WithoutCancel(ctx), a.digest, changes) })
		s.packs[a.pack] = append(s.packs[a.pack], h)
	}
	today := clock.Today(l.clock)
	for name, list := range s.packs {
		s.names = append(s.names, name)
		now := s.on(name, today)
		for _, h := range list {
			if h != now && h.from <= today {
				continue
			}
			if _, err := h.load(); err != nil {
				return nil, fmt.Errorf("政策包 %s 的版本 %s（%s 起）不能加载，请用能加载它的程序，或批准启用另一个版本：%w", name, h.digest[:12], h.from, err)
			}
		}
	}
	slices.SortFunc(s.names, func(a, b string) int {
		if o := boolOrder(a == l.deciding, b == l.deciding); o != 0 {
			return o
		}
		return strings.Compare(a, b)
	})
	return s, nil
}

// once keeps what load returns; a failure is not kept, the next call tries again.
func once(load func() (*policy.Pack, error)) func() (*policy.Pack, error) {
	var mu sync.Mutex
	var kept *policy.Pack
	return func() (*policy.Pack, error) {
		mu.Lock()
		defer mu.Unlock()
		if kept != nil {
			return kept, nil
		}
		p, err := load()
		if err == nil {
			kept = p
		}
		return p, err
	}
}

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func readActivated(ctx context.Context, tx pgx.Tx) ([]activated, error) {
	rows, err := tx.Query(ctx, `select pack, digest, active_from from pack_activation where state = 'approved' order by pack, active_from, approved_at, id`)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (a activated, err error) {
		err = r.Scan(&a.pack, &a.digest, &a.from)
		return a, err
	})
}

func readApproved(ctx context.Context, tx pgx.Tx) ([]approvedChange, error) {
	rows, err := tx.Query(ctx, `select pack, active_from, until, document, title, article, note, lines, approved_at from standard_change
		where state = 'approved' order by active_from, approved_at, id`)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (c approvedChange, err error) {
		err = r.Scan(&c.Pack, &c.From, &c.Until, &c.Document, &c.Title, &c.Article, &c.Note, &c.Lines, &c.ApprovedAt)
		return c, err
	})
}
