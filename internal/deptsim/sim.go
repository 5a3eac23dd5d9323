package deptsim

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"zhongfu/internal/clock"
	"zhongfu/internal/exchange"
)

// LivenessKey is the name of the liveness provider among the keys and the sources of the counts.
const LivenessKey = "liveness"

// Options say what to play.
type Options struct {
	Addr        string            // to listen on; "" = a free port of the loopback
	Sources     []exchange.Source // of the catalogue
	Keys        exchange.Keys     // shared with the platform; LivenessKey for 活体认证. A source without a key is refused everything
	People      *People
	Drop        string           // folder of the file sources; "" = nobody looks for files
	Poll        time.Duration    // how often; 0 = 2 s
	Answering   [2]time.Duration // callback and file: an answer takes from … to; zero = 1 s to 4 s
	SilentAfter time.Duration    // a liveness session in which nothing happens ends after this; 0 = 10 min
	Instant     bool             // no waiting anywhere but where a fault says so
	Seed        uint64           // of the faults
	Faults      Plan
	Admin       string      // token of /faults and /stats; "" = a new one
	StatsFile   string      // where POST /stats/dump writes; "" = nowhere
	TLS         *tls.Config // sources that ask for mutual TLS are served over it alone; nil = over plain HTTP like the others
	TLSAddr     string
	Clock       clock.Clock // nil = the system's
	Log         *slog.Logger
	Questions   int64 // lines of the books at most; 0 = 4 million
	// Heard hears each message that was believed and understood, before it is answered: for tests that keep their own books.
	Heard func(q *exchange.Query)
}

// Sim is a simulator that runs.
type Sim struct {
	o        Options
	sources  map[string]*source
	order    []string // ids of the sources
	switches switches
	live     *liveness
	client   *http.Client
	http     []*http.Server
	url      string
	tlsURL   string
	pending  atomic.Int64 // answers that wait to be sent
	sending  chan struct{}
	wg       sync.WaitGroup
	ctx      context.Context
	stop     context.CancelFunc
}

// source is one department.
type source struct {
	exchange.Source
	key     exchange.Key
	classes map[string]*exchange.Class
	nonces  nonces
	book    *book
	past    past
}

// Start plays until the context ends or Close is called.
func Start(ctx context.Context, o Options) (*Sim, error) {
	s, err := prepare(o)
	if err != nil {
		return nil, err
	}
	s.ctx, s.stop = context.WithCancel(ctx)
	if err := s.listen(); err != nil {
		s.stop()
		return nil, err
	}
	for _, id := range s.order {
		if src := s.sources[id]; src.Transport.Kind == exchange.File && s.o.Drop != "" {
			s.wg.Go(func() { s.watch(src) })
		}
	}
	context.AfterFunc(s.ctx, s.shut)
	return s, nil
}

func prepare(o Options) (*Sim, error) {
	if o.People == nil {
		return nil, errors.New("deptsim: no people")
	}
	if o.Clock == nil {
		o.Clock = clock.System{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Addr == "" {
		o.Addr = "127.0.0.1:0"
	}
	if o.Poll == 0 {
		o.Poll = 2 * time.Second
	}
	switch {
	case o.Instant:
		o.Answering = [2]time.Duration{}
	case o.Answering[1] == 0:
		o.Answering = [2]time.Duration{time.Second, 4 * time.Second}
	}
	if o.SilentAfter == 0 {
		o.SilentAfter = silentAfter
	}
	if o.Admin == "" {
		var raw [16]byte
		if _, err := rand.Read(raw[:]); err != nil {
			return nil, err
		}
		o.Admin = hex.EncodeToString(raw[:])
	}
	if o.Questions == 0 {
		o.Questions = maxQuestions
	}
	kept := &atomic.Int64{}
	s := &Sim{o: o, sources: map[string]*source{}, sending: make(chan struct{}, 16)}
	for _, in := range o.Sources {
		src := &source{Source: in, key: o.Keys[in.ID], classes: map[string]*exchange.Class{}, book: newBook(kept, o.Questions)}
		for i := range src.Classes {
			src.classes[src.Classes[i].ID] = &src.Classes[i]
		}
		if _, twice := s.sources[in.ID]; twice || in.ID == LivenessKey {
			return nil, fmt.Errorf("deptsim: source %s stands twice", in.ID)
		}
		s.sources[in.ID] = src
		s.order = append(s.order, in.ID)
	}
	s.live = newLiveness(&source{Source: exchange.Source{ID: LivenessKey}, key: o.Keys[LivenessKey], book: newBook(kept, o.Questions)})
	s.sources[LivenessKey] = s.live.src
	s.order = append(s.order, LivenessKey)
	slices.Sort(s.order)
	plan := Plan{}.Merge(o.Faults)
	if err := plan.check(s.knows); err != nil {
		return nil, err
	}
	s.switches.seed = o.Seed
	s.switches.plan.Store(&plan)
	s.client = &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 16, IdleConnTimeout: time.Minute}}
	return s, nil
}

func (s *Sim) knows(source string) bool { return s.sources[source] != nil }

// SetFaults puts faults on top of those that are on; a rate of 0 switches one off.
func (s *Sim) SetFaults(p Plan) error {
	if err := p.check(s.knows); err != nil {
		return err
	}
	for {
		old := s.switches.plan.Load()
		merged := old.Merge(p)
		if s.switches.plan.CompareAndSwap(old, &merged) {
			return nil
		}
	}
}

// ClearFaults switches all faults off.
func (s *Sim) ClearFaults() { s.switches.plan.Store(&Plan{}) }

// URL is the simulator's address; a source's is URL()/sources/<id>, the liveness provider's URL()/liveness.
func (s *Sim) URL() string { return s.url }

// SourceURL is the base address of a source.
func (s *Sim) SourceURL(id string) string {
	if src := s.sources[id]; src != nil && src.Transport.TLS && s.tlsURL != "" {
		return s.tlsURL + "/sources/" + id
	}
	return s.url + "/sources/" + id
}

// LivenessURL is the base address of the liveness provider.
func (s *Sim) LivenessURL() string { return s.url + "/liveness" }

// Admin is the token of /faults and /stats.
func (s *Sim) Admin() string { return s.o.Admin }

func (s *Sim) listen() error {
	l, err := net.Listen("tcp", s.o.Addr)
	if err != nil {
		return fmt.Errorf("deptsim: %w", err)
	}
	s.url = "http://" + l.Addr().String()
	s.serve(l)
	if s.o.TLS == nil {
		return nil
	}
	addr := s.o.TLSAddr
	if addr == "" {
		addr = "127.0.0.1:0"
	}
	t, err := tls.Listen("tcp", addr, s.o.TLS)
	if err != nil {
		return errors.Join(fmt.Errorf("deptsim: %w", err), l.Close())
	}
	s.tlsURL = "https://" + t.Addr().String()
	s.serve(t)
	return nil
}

func (s *Sim) serve(l net.Listener) {
	srv := &http.Server{Handler: s.routes(), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, BaseContext: func(net.Listener) context.Context { return s.ctx },
		ErrorLog: slog.NewLogLogger(s.o.Log.Handler(), slog.LevelDebug)}
	s.http = append(s.http, srv)
	s.wg.Go(func() {
		if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			s.o.Log.Error("deptsim stopped", "error", err)
		}
	})
}

// shut ends all connections: a department that goes does not wait.
func (s *Sim) shut() {
	for _, srv := range s.http {
		_ = srv.Close()
	}
	s.client.CloseIdleConnections()
}

// Close stops everything and waits for it. Answers that have not been sent are lost.
func (s *Sim) Close() {
	s.stop()
	s.shut()
	s.wg.Wait()
}

// sleep waits on the machine's time, whatever the clock says; false when the simulator or the caller has gone.
func (s *Sim) sleep(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
