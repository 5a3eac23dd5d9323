package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"zhongfu/internal/app"
	"zhongfu/internal/demo/account"
)

// poolSize is how many database connections either arm may hold: the program's own default.
const poolSize = 16

// stage is where the arms stand: the program on its clone, the baseline on the same clone for reads and on a second one
// for writes.
type stage struct {
	app       *app.App // measured
	recording *app.App // the same program on the same database, observed
	owner     *pgxpool.Pool
	reads     *raw
	writes    *raw
	addresses [3]string // program, raw reads, raw writes
	clients   [2]*http.Client
	sessions  map[string]session
	close     []func()
}

// session is a signed-in person.
type session struct{ cookie, csrf string }

func (r *run) openStage(ctx context.Context) (*stage, error) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	s := &stage{sessions: map[string]session{}, clients: [2]*http.Client{newClient(r.o.Clients), newClient(r.o.Clients)}}
	program, err := r.o.Server.url(programName)
	if err != nil {
		return nil, err
	}
	other, err := r.o.Server.url(rawName)
	if err != nil {
		return nil, err
	}
	cfg := app.Config{DatabaseURL: program, KeyFile: r.o.KeyFile, Demo: true, MaxConns: poolSize, Version: r.o.Version}
	if s.app, err = app.New(ctx, cfg); err != nil {
		return nil, err
	}
	s.close = append(s.close, s.app.Close)
	cfg.Tracer = recorder{}
	if s.recording, err = app.New(ctx, cfg); err != nil {
		return s, err
	}
	s.close = append(s.close, s.recording.Close)
	if s.owner, err = pgxpool.New(ctx, program); err != nil {
		return s, err
	}
	s.close = append(s.close, s.owner.Close)
	s.reads, s.writes = &raw{}, &raw{}
	if s.reads.pool, err = openRaw(ctx, program, poolSize); err != nil {
		return s, err
	}
	s.close = append(s.close, s.reads.pool.Close)
	if s.writes.pool, err = openRaw(ctx, other, poolSize); err != nil {
		return s, err
	}
	s.close = append(s.close, s.writes.pool.Close)
	for i, h := range []http.Handler{s.app.Handler(), s.reads, s.writes} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return s, err
		}
		server := &http.Server{Handler: h}
		go func() { _ = server.Serve(l) }()
		s.close = append(s.close, func() { _ = server.Close() })
		s.addresses[i] = "http://" + l.Addr().String()
	}
	return s, nil
}

func (s *stage) end() {
	for i := len(s.close) - 1; i >= 0; i-- {
		s.close[i]()
	}
}

// request is one request to the program.
type request struct {
	method, path string
	body         []byte
	login        string
	key          string // Idempotency-Key, as the screens send it with every act
}

// as dresses a request with its session.
func (s *stage) as(ctx context.Context, q *request, base string) (*http.Request, error) {
	who, err := s.signIn(ctx, q.login)
	if err != nil {
		return nil, err
	}
	return q.dressed(ctx, base+q.path, who)
}

func (q *request) dressed(ctx context.Context, url string, who session) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, q.method, url, bytes.NewReader(q.body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Cookie", who.cookie)
	if q.method != http.MethodGet {
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("X-CSRF-Token", who.csrf)
	}
	if q.key != "" {
		req.Header.Set("Idempotency-Key", q.key)
	}
	return req, nil
}

// signIn signs a person in once, through the program.
func (s *stage) signIn(ctx context.Context, login string) (session, error) {
	if who, ok := s.sessions[login]; ok {
		return who, nil
	}
	body, err := json.Marshal(map[string]string{"login": login, "password": account.Password})
	if err != nil {
		return session{}, err
	}
	req := httptest.NewRequestWithContext(ctx, http.MethodPost, "/api/session", bytes.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.app.Handler().ServeHTTP(w, req)
	var told struct{ State, CSRF string }
	if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil || w.Code != http.StatusOK || told.State != "signed_in" {
		return session{}, fmt.Errorf("bench: %s cannot sign in: %d %s", login, w.Code, w.Body)
	}
	cookie, _, _ := strings.Cut(w.Header().Get("Set-Cookie"), ";")
	who := session{cookie, told.CSRF}
	s.sessions[login] = who
	return who, nil
}

// ask sends a request into a program without a network in between.
func (s *stage) ask(ctx context.Context, a *app.App, q *request) (*httptest.ResponseRecorder, error) {
	req, err := s.as(ctx, q, "http://bench")
	if err != nil {
		return nil, err
	}
	req.RemoteAddr = "127.0.0.1:1" // not part of an outgoing request
	w := httptest.NewRecorder()
	a.Handler().ServeHTTP(w, req)
	if w.Code >= 300 {
		return w, fmt.Errorf("bench: %s %s as %s: %d %s", q.method, q.path, q.login, w.Code, w.Body)
	}
	return w, nil
}

// record runs a request in the observed program and returns what the baseline has to do.
func (s *stage) record(ctx context.Context, q *request) (plan, error) {
	rec := &recording{}
	w, err := s.ask(context.WithValue(ctx, recordingKey{}, rec), s.recording, q)
	if err != nil {
		return plan{}, err
	}
	rec.steps = withoutSession(rec.steps)
	if len(rec.steps) == 0 {
		return plan{}, errors.New("bench: " + q.path + " asked the database nothing")
	}
	return plan{rec.steps, w.Body.Bytes()}, nil
}

// withoutSession drops the question who is asking, which the program keeps the answer of for some seconds, so that nearly
// every request goes without it, and what a connection is greeted with when it is new.
func withoutSession(steps []*statement) []*statement {
	out := steps[:0]
	for _, s := range steps {
		if strings.Contains(s.sql, "resolve_session(") || strings.HasPrefix(s.sql, "update session set last_seen_at") || strings.HasPrefix(s.sql, "set role ") {
			continue
		}
		out = append(out, s)
	}
	return out
}

// query reads rows of the program's database as its owner.
func query[T any](ctx context.Context, s *stage, sql string, args ...any) ([]T, error) {
	rows, err := s.owner.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[T])
}
