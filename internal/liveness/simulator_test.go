package liveness

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/deptsim"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/exchange/transport"
)

// Against the simulator over signed HTTP, with every fault it knows, two programs at work and the callback taken: everybody ends as
// the number says, once, under the own session.
func TestEveryFaultOfTheSimulator(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	key := exchange.Key{ID: "liveness-1", Secret: make([]byte, 32)}
	if _, err := rand.Read(key.Secret); err != nil {
		t.Fatal(err)
	}
	keys := exchange.Keys{exchange.Liveness: key}
	people, err := deptsim.NewPeople(2026, division.Default(), calendar.NewDate(2026, 9, 27), f.Clock)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	doubts := 0
	back := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		out, err := f.s.Called(ctx, key, exchange.Signature{Key: r.Header.Get(exchange.HeaderKey), Time: r.Header.Get(exchange.HeaderTime),
			Nonce: r.Header.Get(exchange.HeaderNonce), Sign: r.Header.Get(exchange.HeaderSign)}, raw)
		if errs.Is(err, errs.Forbidden) {
			mu.Lock()
			doubts++
			mu.Unlock()
			w.WriteHeader(http.StatusForbidden)
			return
		}
		if err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		_ = json.NewEncoder(w).Encode(out)
	}))
	defer back.Close()
	sim, err := deptsim.Start(t.Context(), deptsim.Options{Keys: keys, People: people, Instant: true, Clock: f.Clock, Faults: deptsim.Plan{exchange.Liveness: {
		deptsim.Down: {Rate: 0.1}, deptsim.HTTP5xx: {Rate: 0.1}, deptsim.Busy: {Rate: 0.05}, deptsim.WrongShape: {Rate: 0.1}, deptsim.Forged: {Rate: 0.15}, deptsim.Twice: {Rate: 0.3},
		deptsim.Failed: {Rate: 0.2}, deptsim.Silent: {Rate: 0.2}}}})
	if err != nil {
		t.Fatal(err)
	}
	defer sim.Close()
	to, err := exchange.Endpoints{exchange.Liveness: {URL: sim.LivenessURL()}}.Liveness()
	if err != nil {
		t.Fatal(err)
	}
	settings := Settings{Provider: transport.NewLiveness(transport.NewHTTP(keys, f.Clock), to), Callback: back.URL}
	f.s = f.process(settings)
	other := f.process(settings)
	for range 60 {
		f.person(who{})
	}
	id := f.begin(ruleOf("dibao"))
	for round := 0; round < 40; round++ {
		f.Clock.Advance(10 * time.Minute)
		var group sync.WaitGroup
		for _, s := range []*Service{f.s, other} {
			group.Go(func() {
				if err := s.work(ctx); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if n := f.get(officer, id).Counts; n.Waiting+n.Invited == 0 {
			break
		}
	}
	n := f.get(officer, id).Counts
	if n.Waiting+n.Invited > 0 || n.Passed == 0 || n.Failed == 0 || n.Silent == 0 || n.Passed+n.Visiting != 60 || n.Unreached > 0 {
		t.Errorf("%+v", n)
	}
	if f.Count(`select count(*) from liveness_session`) != 60 || f.Count(`select count(*) from liveness_proof`) != n.Passed {
		t.Error("a session or a proof too many")
	}
	if f.Count(`select count(*) from task where kind = 'liveness_visit'`) != n.Visiting {
		t.Error("not one visit each")
	}
	// What the simulator says of a session is what stands here, for the person of the session.
	f.Tx(func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select s.id, s.person_id, s.state, l.state from liveness_session s join liveness_person l on l.person_id = s.person_id`)
		if err != nil {
			return err
		}
		sim.ClearFaults()
		var session, person uuid.UUID
		var state, stands string
		_, err = pgx.ForEachRow(rows, []any{&session, &person, &state, &stands}, func() error {
			r, err := settings.Provider.Result(ctx, session)
			if err != nil {
				return err
			}
			if r.IDNumber != f.numbers[person] || string(r.State) != state || (state == "passed") != (stands == "passed") {
				return fmt.Errorf("%s: the simulator says %s, the session %s, the person %s", session, r.State, state, stands)
			}
			return nil
		})
		return err
	})
	if mu.Lock(); doubts == 0 {
		t.Error("no forged callback came")
	}
	mu.Unlock()
}
