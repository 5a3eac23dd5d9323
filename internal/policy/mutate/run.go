package mutate

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"zhongfu/internal/policy"

	"golang.org/x/sync/errgroup"
)

// Options say what is tried.
type Options struct {
	Pack    string // only texts written in this pack; empty: all
	Item    string // only texts written in the file of this item or fragment; empty: all
	Workers int    // 0: one per processor
	// Progress is told how many texts have been tried, one call at a time; may be nil.
	Progress func(done, of int)
}

// group is a text in all items and packs in which it stands.
type group struct {
	pack, item string // where it is written
	places     []*place
}

// place is a group's part in one pack, with the cases that can notice a change.
type place struct {
	pack  *policy.Pack
	sites []policy.Site
	cases []*policy.Case
}

// Run tries every mutant of the packs and counts those that a worked case notices. The packs are loaded ones, so all
// their cases pass as they stand. It ends early with the context's error.
func Run(ctx context.Context, packs []*policy.Pack, o Options) (*Report, error) {
	groups := collect(packs, o)
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	var mu sync.Mutex
	r, done := &Report{}, 0
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(o.Workers)
	for _, gr := range groups {
		g.Go(func() error {
			survivors, n := gr.run(ctx)
			mu.Lock()
			defer mu.Unlock()
			r.add(gr, n, survivors)
			if done++; o.Progress != nil && ctx.Err() == nil {
				o.Progress(done, len(groups))
			}
			return ctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	r.sort()
	return r, nil
}

func collect(packs []*policy.Pack, o Options) []*group {
	type key struct {
		at   policy.Pos
		kind policy.SiteKind
		id   string
	}
	index := map[key]*group{}
	var out []*group
	for _, p := range packs {
		users := usersOf(p)
		for _, s := range p.Sites() {
			pack, item := written(s.At)
			if o.Pack != "" && pack != o.Pack || o.Item != "" && item != o.Item {
				continue
			}
			k := key{s.At, s.Kind, s.ID}
			g := index[k]
			if g == nil {
				g = &group{pack: pack, item: item}
				index[k] = g
				out = append(out, g)
			}
			if n := len(g.places); n == 0 || g.places[n-1].pack != p {
				g.places = append(g.places, &place{pack: p})
			}
			pl := g.places[len(g.places)-1]
			pl.sites = append(pl.sites, s)
			for _, c := range p.Cases() {
				if users[s.Item][c.Item] && !slices.Contains(pl.cases, c) {
					pl.cases = append(pl.cases, c)
				}
			}
		}
	}
	return out
}

// usersOf tells for each item which items' outcomes may follow from it: itself and all that ask it, over any number of
// steps.
func usersOf(p *policy.Pack) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	var mark func(user, item string)
	mark = func(user, item string) {
		if out[item] == nil {
			out[item] = map[string]bool{}
		}
		if out[item][user] {
			return
		}
		out[item][user] = true
		for _, next := range p.Asks(item) {
			mark(user, next)
		}
	}
	for _, it := range p.Items() {
		mark(it.ID, it.ID)
	}
	return out
}

// run tries the mutants of one text and returns those that nothing noticed.
func (g *group) run(ctx context.Context) (out []Survivor, tried int) {
	first := &g.places[0].sites[0]
	for _, m := range mutants(first) {
		if ctx.Err() != nil {
			return out, tried
		}
		t, err := first.Try(m.text)
		if err != nil {
			continue // does not stand where it is written: no mistake that could be loaded
		}
		tried++
		if !g.caught(t) {
			out = append(out, Survivor{At: first.At, Where: string(first.Kind) + " " + first.ID, Kind: m.kind, Original: first.Text, Mutant: m.text, Hint: m.hint})
		}
	}
	return out, tried
}

// caught tells whether a case comes out otherwise. The case that noticed goes to the front: it is likely to notice the
// next mutant of the same text too.
func (g *group) caught(t policy.Try) bool {
	for _, pl := range g.places {
		changed := pl.pack.With(t, pl.sites...)
		for i, c := range pl.cases {
			if len(changed.RunCase(c).Faults) > 0 {
				copy(pl.cases[1:i+1], pl.cases[:i])
				pl.cases[0] = c
				return true
			}
		}
	}
	return false
}

func (r *Report) sort() {
	slices.SortFunc(r.Items, func(a, b Item) int { return cmp.Or(cmp.Compare(a.Pack, b.Pack), cmp.Compare(a.Item, b.Item)) })
	slices.SortFunc(r.Survivors, func(a, b Survivor) int {
		return cmp.Or(cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.Where, b.Where), cmp.Compare(a.Mutant, b.Mutant))
	})
}
