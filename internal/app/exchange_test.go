package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/deptsim"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/verification"
)

// open is a time of a working day at which every source of the catalogue is open.
func open() clock.Clock {
	return clock.Shifted{By: time.Date(2026, 11, 26, 16, 45, 0, 0, calendar.Zone).Sub(time.Now())}
}

// running is the program with the department simulator beside it.
type running struct {
	*testing.T
	app   *App
	sim   *deptsim.Sim
	keys  exchange.Keys
	url   string
	clock clock.Clock
	actor access.Actor
	end   func() time.Duration
}

func run(t *testing.T) *running {
	t.Helper()
	r := &running{T: t, clock: open(), actor: access.Actor{Staff: uuid.New(), Name: "陈核", Role: access.VerificationOfficer, Level: access.County,
		Division: 440104000000, Lo: 440104000000, Hi: 440104999999}}
	_, owner := testdb.NewWithOwner(t)
	folder := t.TempDir()
	drop, keys, endpoints := filepath.Join(folder, "drop"), filepath.Join(folder, "keys.json"), filepath.Join(folder, "endpoints.yml")
	sources, err := deptsim.ReadSources(os.DirFS("../../catalogue"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range sources {
		names = append(names, s.ID)
	}
	if r.keys, err = exchange.OpenKeys(keys, true, names...); err != nil {
		t.Fatal(err)
	}
	people, err := deptsim.NewPeople(2026, division.Default(), calendar.NewDate(2026, 9, 27), r.clock)
	if err != nil {
		t.Fatal(err)
	}
	if r.sim, err = deptsim.Start(t.Context(), deptsim.Options{Sources: sources, Keys: r.keys, People: people, Drop: drop, Poll: 50 * time.Millisecond, Instant: true, Clock: r.clock}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.sim.Close)
	var where strings.Builder
	where.WriteString("sources:\n")
	for _, s := range sources {
		if k := s.Transport.Kind; k == exchange.HTTP || k == exchange.Callback {
			fmt.Fprintf(&where, "  - {source: %s, url: %q, disabled: %v}\n", s.ID, r.sim.SourceURL(s.ID), s.ID == "transport")
		}
	}
	if err := os.WriteFile(endpoints, []byte(where.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r.url = "http://" + listener.Addr().String()
	if r.app, err = New(t.Context(), Config{DatabaseURL: owner, KeyFile: filepath.Join(folder, "seal.json"), MakeKeys: true, Clock: r.clock, Workers: true,
		Exchange: Exchange{Endpoints: endpoints, Keys: keys, Drop: drop, Callback: r.url + "/api/exchange/callback"}}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.app.Close)
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan error, 1)
	go func() { over <- r.app.Serve(ctx, listener) }()
	ended := false
	r.end = func() time.Duration {
		if ended {
			return 0
		}
		ended = true
		since := time.Now()
		stop()
		if err := <-over; err != nil && !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
		return time.Since(since)
	}
	t.Cleanup(func() { r.end() })
	return r
}

// person is somebody with an authorisation for everything.
func (r *running) person(n int) uuid.UUID {
	r.Helper()
	id, number := uuid.Must(uuid.NewV7()), fmt.Sprintf("44010419800101%04d", n)
	now := r.clock.Now()
	r.exec(`insert into person (id, division, name, sex, birth, id_sealed, id_blind, register_division, residence_division, created_at, updated_at)
values ($1, 440104003001, $2, 1, '1980-01-01', $3, $4, 440104003001, 440104003001, $5, $5)`, id, fmt.Sprintf("甲%d", n), r.app.Keys.Seal("person.id", number), r.app.Keys.Blind("person.id", number), now)
	r.exec(`insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, signed_on, valid_from, created_at)
values ($1, $2, 440104003001, $3, 'social_assistance', '{*}', 'paper', '甲', '2026-11-01', '2026-11-01', $4)`, id, uuid.New(), "SQ-"+id.String(), now)
	return id
}

func (r *running) exec(sql string, args ...any) {
	r.Helper()
	if err := r.app.DB.InTx(context.Background(), access.System("test"), func(tx pgx.Tx) error {
		_, err := tx.Exec(context.Background(), sql, args...)
		return err
	}); err != nil {
		r.Fatal(err)
	}
}

func (r *running) count(sql string, args ...any) (n int) {
	r.Helper()
	if err := r.app.DB.InRead(context.Background(), access.System("test"), func(tx pgx.Tx) error {
		return tx.QueryRow(context.Background(), sql, args...).Scan(&n)
	}); err != nil {
		r.Fatal(err)
	}
	return n
}

// until waits for something to come true.
func (r *running) until(what string, ok func() bool) {
	r.Helper()
	for end := time.Now().Add(20 * time.Second); !ok(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			var state string
			_ = r.app.DB.InRead(context.Background(), access.System("test"), func(tx pgx.Tx) error {
				return tx.QueryRow(context.Background(), `select string_agg(t, E'\n') from (select concat_ws(' ', source, state, fault, count(*)) t from exchange_message group by source, state, fault
union all select concat_ws(' ', source, state, reason, count(*)) from verification_item group by source, state, reason order by 1) x`).Scan(&state)
			})
			r.Fatalf("waited in vain: %s\n%s", what, state)
		}
	}
}

// The whole program asks every source of the catalogue, over every transport, and stops at once when it is told to.
func TestSourcesAreAskedByTheProgram(t *testing.T) {
	r := run(t)
	people := []uuid.UUID{r.person(1), r.person(2)}
	in := verification.OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: verification.KindCase, Title: "低保申请核对", Purpose: verification.ForAssistance,
		CaseID: new(uuid.UUID), People: people, Priority: verification.OfCase}
	if _, err := r.app.Services.Verification.Order(t.Context(), r.actor, in); err != nil {
		t.Fatal(err)
	}
	desk, asked := []string{}, map[string]int{} // a class for some people only (Hong Kong and Macao) is not asked about others
	for _, src := range r.app.Catalogue.Sources() {
		if src.Transport.Kind == exchange.Desk {
			desk = append(desk, src.ID)
		}
		for _, class := range src.Classes {
			if class.OnlyFor == "" {
				asked[src.ID] += len(people)
			}
		}
	}
	r.until("only the desks have not answered", func() bool {
		return r.count(`select count(*) from verification_item where order_id = $1`, in.ID) > 0 &&
			r.count(`select count(*) from verification_item where order_id = $1 and state = 'waiting' and source <> all($2)`, in.ID, desk) == 0
	})
	for _, src := range r.app.Catalogue.Sources() {
		want := "answered"
		switch {
		case src.Disabled:
			want = "silent"
		case src.Transport.Kind == exchange.Desk:
			want = "waiting"
		}
		if n := r.count(`select count(*) from verification_item where order_id = $1 and source = $2 and state = $3`, in.ID, src.ID, want); n < asked[src.ID] {
			t.Errorf("%s: %d of %d are %s", src.ID, n, asked[src.ID], want)
		}
		if n := r.count(`select count(*) from verification_item where order_id = $1 and source = $2 and state <> $3`, in.ID, src.ID, want); n != 0 {
			t.Errorf("%s: %d are not %s", src.ID, n, want)
		}
	}
	if n := r.count(`select count(*) from verification_item where source = 'transport' and reason = '来源已停用'`); n == 0 {
		t.Error("a source that is switched off is not named")
	}
	if _, err := r.app.Services.Verification.Reask(t.Context(), r.actor, in.ID, "transport", nil); err == nil || !strings.Contains(err.Error(), "来源已停用") {
		t.Errorf("a source that is switched off is asked again: %v", err)
	}
	if took := r.end(); took > 5*time.Second {
		t.Errorf("the program took %s to stop", took)
	}
	if n := r.count(`select count(*) from river_job where kind = 'verification.pump' and state <> 'completed'`); n != 0 {
		t.Errorf("%d pumps did not end with the program", n)
	}
}

// A message to the callback address is believed once, whole, in time, with the right key; everything else is audited.
func TestCallbackAddress(t *testing.T) {
	r := run(t)
	if err := r.sim.SetFaults(deptsim.Plan{"central_bank": {deptsim.Never: {Rate: 1}}}); err != nil {
		t.Fatal(err)
	}
	person := r.person(1)
	in := verification.OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: verification.KindCase, Title: "低保申请核对", Purpose: verification.ForAssistance,
		CaseID: new(uuid.UUID), People: []uuid.UUID{person}, Priority: verification.OfCase, Classes: []string{r.app.Catalogue.Source("central_bank").Classes[0].ID}}
	if _, err := r.app.Services.Verification.Order(t.Context(), r.actor, in); err != nil {
		t.Fatal(err)
	}
	r.until("the message is taken", func() bool { return r.count(`select count(*) from exchange_message where state = 'accepted'`) == 1 })
	var message, question uuid.UUID
	if err := r.app.DB.InRead(t.Context(), access.System("test"), func(tx pgx.Tx) error {
		return tx.QueryRow(t.Context(), `select message_id, inquiry_id from inquiry_ask`).Scan(&message, &question)
	}); err != nil {
		t.Fatal(err)
	}
	body, _ := json.Marshal(exchange.Reply{Version: 1, Message: message, Source: "central_bank", AnsweredAt: r.clock.Now(), Answers: []exchange.Answer{
		{ID: question, Class: in.Classes[0], IDNumber: "440104198001010001", Status: exchange.None, AsOf: calendar.DateOf(r.clock.Now())}}})
	key, evil := r.keys["central_bank"], exchange.Key{ID: r.keys["central_bank"].ID, Secret: bytes.Repeat([]byte{1}, 32)}
	sign := func(k exchange.Key, what string, at time.Time) exchange.Signature {
		s, err := k.NewSignature(what, body, at)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	const what = "POST /callback central_bank"
	good, now := sign(key, what, r.clock.Now()), r.clock.Now()
	for _, c := range []struct {
		name   string
		source string
		sign   exchange.Signature
		body   []byte
		want   int
	}{
		{"unsigned", "central_bank", exchange.Signature{}, body, 403},
		{"forged", "central_bank", sign(evil, what, now), body, 403},
		{"of another place", "central_bank", sign(key, "ANSWER x", now), body, 403},
		{"of yesterday", "central_bank", sign(key, what, now.Add(-24*time.Hour)), body, 403},
		{"altered", "central_bank", good, bytes.Replace(body, []byte("none"), []byte("gone"), 1), 403},
		{"another source", "tax", good, body, 403},
		{"no source", "nobody", good, body, 403},
		{"good", "central_bank", good, body, 200},
		{"replayed", "central_bank", good, body, 403},
		{"again, signed anew", "central_bank", sign(key, what, now), body, 200},
		{"too big", "central_bank", good, make([]byte, exchange.MaxMessage+1), 413},
	} {
		req, _ := http.NewRequest(http.MethodPost, r.url+"/api/exchange/callback/"+c.source, bytes.NewReader(c.body))
		for name, v := range map[string]string{exchange.HeaderKey: c.sign.Key, exchange.HeaderTime: c.sign.Time, exchange.HeaderNonce: c.sign.Nonce, exchange.HeaderSign: c.sign.Sign} {
			req.Header.Set(name, v)
		}
		req.Header.Set("Content-Type", "application/json")
		before := r.count(`select count(*) from audit_event where action = 'verification.ask' and object_kind = 'exchange_source'`)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		said, _ := io.ReadAll(res.Body)
		_ = res.Body.Close()
		audited := r.count(`select count(*) from audit_event where action = 'verification.ask' and object_kind = 'exchange_source'`) - before
		if res.StatusCode != c.want || (c.want == 403) != (audited == 1) {
			t.Errorf("%s: answered with %d, audited %d times: %s", c.name, res.StatusCode, audited, said)
		}
	}
	if n := r.count(`select count(*) from answer where person_id = $1 and status = 'none'`, person); n != 1 {
		t.Errorf("%d answers stand", n)
	}
	if n := r.count(`select count(*) from river_job where kind = 'verification.answered'`); n != 1 {
		t.Errorf("what follows the last answer was put into the queue %d times", n)
	}
}

// A catalogue with a fault keeps the program out, and says where it is.
func TestBrokenCatalogueKeepsTheProgramOut(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "veterans.yaml"), []byte("id: veterans\nnmae: 退役军人\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	endpoints := filepath.Join(folder, "endpoints.yml")
	if err := os.WriteFile(endpoints, []byte("sources:\n  - {source: taxx, url: \"http://x\"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		x    Exchange
		want string
	}{
		"catalogue": {Exchange{Catalogue: folder}, "veterans.yaml"},
		"endpoints": {Exchange{Endpoints: endpoints}, "taxx"},
		"no file":   {Exchange{Endpoints: filepath.Join(folder, "none.yml")}, "none.yml"},
	} {
		_, err := New(t.Context(), Config{DatabaseURL: "postgres://nobody@127.0.0.1:1/x", KeyFile: filepath.Join(folder, "k"), Exchange: c.x})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
