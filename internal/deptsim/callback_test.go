package deptsim

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

// platform takes callbacks as docs/exchange.md says.
type platform struct {
	*httptest.Server
	mu      sync.Mutex
	s       *stage
	busy    int // so many callbacks are answered with 503 first
	got     map[uuid.UUID]int
	bodies  map[uuid.UUID]string
	nonces  map[string]bool
	refused map[string]int
	arrived chan struct{}
}

func listen(t *testing.T, s *stage) *platform {
	p := &platform{s: s, got: map[uuid.UUID]int{}, bodies: map[uuid.UUID]string{}, nonces: map[string]bool{}, refused: map[string]int{}, arrived: make(chan struct{}, 1000)}
	p.Server = httptest.NewServer(http.HandlerFunc(p.take))
	t.Cleanup(p.Close)
	return p
}

func (p *platform) take(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer func() { p.arrived <- struct{}{} }()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(400)
		return
	}
	if p.busy > 0 {
		p.busy--
		w.WriteHeader(503)
		return
	}
	sig := signatureOf(r.Header)
	if err := p.s.o.Keys["later"].Verify("POST /callback later", body, sig, p.s.now.Now()); err != nil {
		p.refused[err.Error()]++
		w.WriteHeader(403)
		return
	}
	if p.nonces[sig.Nonce] {
		p.refused[exchange.ErrReplayed.Error()]++
		w.WriteHeader(403)
		return
	}
	p.nonces[sig.Nonce] = true
	reply := p.s.read(body)
	if old, ok := p.bodies[reply.Message]; ok && old != string(body) {
		p.refused["another body"]++
	}
	p.bodies[reply.Message] = string(body)
	p.got[reply.Message]++
}

func (p *platform) ask(from, n int) exchange.Query {
	p.s.t.Helper()
	q, _ := p.s.ask("later", "strange_later", from, n)
	q.Callback = p.URL + "/api/exchange/callback/later"
	res, raw, _ := p.s.post("later", p.s.encode(q))
	if res == nil || res.StatusCode != http.StatusAccepted || string(raw) != `{"message":"`+q.Message.String()+`"}` {
		p.s.t.Fatalf("not taken: %s", raw)
	}
	return q
}

func (p *platform) await(t *testing.T, n int) {
	t.Helper()
	for range n {
		select {
		case <-p.arrived:
		case <-time.After(10 * time.Second):
			t.Fatal("no callback came")
		}
	}
}

func TestCallbackComesLaterAndIsTriedAgain(t *testing.T) {
	s := start(t, nil)
	p := listen(t, s)
	p.busy = 1
	q := p.ask(0, 5)
	p.await(t, 2)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.got[q.Message] != 1 || len(p.refused) > 0 {
		t.Errorf("got %v, refused %v", p.got, p.refused)
	}
	c := s.Stats()["later"]
	if c.CallbacksSent != 2 || c.CallbacksDenied[503] != 1 {
		t.Errorf("%+v", c)
	}
}

func TestCallbackFaults(t *testing.T) {
	const n = 200
	for _, f := range []Fault{Twice, Never, Forged, Replayed} {
		t.Run(string(f), func(t *testing.T) {
			s := start(t, func(o *Options) { o.Faults = Plan{"later": {f: Rate{Rate: 0.3}}} })
			p := listen(t, s)
			for i := range n {
				p.ask(i, 2)
			}
			applied := 0
			arrive := func() int {
				applied = int(s.Stats()["later"].Faults[f].Applied)
				switch f {
				case Twice, Replayed:
					return n + applied
				case Never:
					return n - applied
				}
				return n
			}
			p.await(t, arrive())
			select {
			case <-p.arrived:
				t.Error("one callback too many")
			case <-time.After(50 * time.Millisecond):
			}
			p.mu.Lock()
			defer p.mu.Unlock()
			twice := 0
			for _, k := range p.got {
				if k == 2 {
					twice++
				}
			}
			if !near(applied, n, 0.3) {
				t.Errorf("%d of %d", applied, n)
			}
			want := map[Fault][3]int{Twice: {n, applied, 0}, Never: {n - applied, 0, 0}, Forged: {n - applied, 0, applied}, Replayed: {n, 0, applied}}[f]
			refused := 0
			for reason, k := range p.refused {
				if f == Forged && reason != exchange.ErrForged.Error() || f == Replayed && reason != exchange.ErrReplayed.Error() {
					t.Errorf("refused: %s", reason)
				}
				refused += k
			}
			if got := [3]int{len(p.got), twice, refused}; got != want {
				t.Errorf("messages, twice, refused: %v, want %v", got, want)
			}
		})
	}
}

func TestLateCallbackIsLate(t *testing.T) {
	s := start(t, func(o *Options) {
		o.Faults = Plan{"later": {Late: Rate{Rate: 1, From: 80 * time.Millisecond, To: 100 * time.Millisecond}}}
	})
	p := listen(t, s)
	began := time.Now()
	p.ask(0, 1)
	p.await(t, 1)
	if took := time.Since(began); took < 80*time.Millisecond {
		t.Errorf("late took %s", took)
	}
}

func TestCallbackAddressIsNeeded(t *testing.T) {
	s := start(t, nil)
	q, _ := s.ask("later", "strange_later", 0, 1)
	for _, to := range []string{"", "file:///etc/passwd"} {
		q.Message, q.Callback = uuid.New(), to
		if res, _, _ := s.post("later", s.encode(q)); res == nil || res.StatusCode != 400 {
			t.Errorf("%q is taken", to)
		}
	}
}

// Stopping does not wait for answers that nobody takes.
func TestCloseDoesNotWait(t *testing.T) {
	s := start(t, nil)
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	q, _ := s.ask("later", "strange_later", 0, 1)
	q.Callback = gone.URL
	s.post("later", s.encode(q))
	done := make(chan error, 1)
	go func() { s.Close(); done <- nil }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal(errors.New("still waiting"))
	}
}
