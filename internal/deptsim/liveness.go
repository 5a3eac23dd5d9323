package deptsim

import (
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"sync"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// Shares in a hundred of people who do not pass; decided by the resident number. The faults Failed and Silent of the source
// "liveness" set other ones.
const (
	shareFailed = 3
	shareSilent = 7
)

// silentAfter is when a session ends in which nothing happens, unless Options say otherwise; maxSessions are kept at a time.
const (
	silentAfter = 10 * time.Minute
	maxSessions = 200_000
)

// liveness is the provider of 活体认证.
type liveness struct {
	src      *source
	mu       sync.Mutex
	sessions map[uuid.UUID]*session
	order    []uuid.UUID
}

type session struct {
	start   livenessStart
	began   time.Time
	due     time.Time
	state   string // at the end
	score   string
	pressed bool // on the page, by a person
}

type livenessStart struct {
	Version  int       `json:"version"`
	Session  uuid.UUID `json:"session"`
	IDNumber string    `json:"id_number"`
	Name     string    `json:"name"`
	Callback string    `json:"callback,omitempty"`
}

type livenessResult struct {
	Version  int         `json:"version"`
	Session  uuid.UUID   `json:"session"`
	IDNumber string      `json:"id_number"`
	State    string      `json:"state"`
	Score    json.Number `json:"score,omitempty"`
	At       *time.Time  `json:"at,omitempty"`
}

func newLiveness(src *source) *liveness {
	src.Transport.Kind = exchange.Callback
	return &liveness{src: src, sessions: map[uuid.UUID]*session{}}
}

func (l *liveness) get(id uuid.UUID) *session {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sessions[id]
}

// put keeps a session unless it is there already, and lets the oldest go.
func (l *liveness) put(s *session) *session {
	l.mu.Lock()
	defer l.mu.Unlock()
	if old, ok := l.sessions[s.start.Session]; ok {
		return old
	}
	l.sessions[s.start.Session] = s
	if l.order = append(l.order, s.start.Session); len(l.order) > maxSessions {
		delete(l.sessions, l.order[0])
		l.order = append([]uuid.UUID(nil), l.order[1:]...)
	}
	return s
}

// livenessStart opens a session: POST /liveness/start.
func (s *Sim) livenessStart(w http.ResponseWriter, r *http.Request) {
	src := s.live.src
	body, sig, err := s.receive(r, src, "POST /liveness/start")
	if err != nil {
		src.refuse(w, err)
		return
	}
	var in livenessStart
	if err := json.Unmarshal(body, &in); err != nil || in.Version != exchange.Version || in.Session == uuid.Nil || in.IDNumber == "" || in.Name == "" {
		src.refuse(w, &refusal{http.StatusUnprocessableEntity, "refused", "应有 version、session、id_number、name"})
		return
	}
	ids := []uuid.UUID{in.Session}
	o := &occasion{sim: s, src: src, ids: ids, key: fmt.Sprintf("%s %d", in.IDNumber, src.book.asked(ids))}
	defer o.record()
	if rate, hit := o.happens(Slow); hit && !s.sleep(r.Context(), o.delay(Slow, rate)) {
		return
	}
	if s.fails(w, r, o) {
		return
	}
	one := s.live.put(s.decide(o, in))
	s.livenessReply(w, o, sig, map[string]any{"version": exchange.Version, "session": in.Session, "url": s.url + "/liveness/page/" + in.Session.String()})
	if in.Callback == "" {
		return
	}
	if _, never := o.happens(Never); never || one.state == "silent" {
		return
	}
	e := envelope{body: s.resultOf(one, true)}
	_, e.forged = o.happens(Forged)
	_, twice := o.happens(Twice)
	o.record()
	s.inTime(one.due.Sub(one.began), func(ctx context.Context) {
		s.deliver(ctx, src, in.Callback, e, twice, false)
	})
}

// decide says what becomes of a session.
func (s *Sim) decide(o *occasion, in livenessStart) *session {
	now := s.o.Clock.Now()
	one := &session{start: in, began: now, state: "passed"}
	delay := s.answering(o)
	if rate, hit := o.happens(Late); hit {
		delay += o.delay(Late, rate)
	}
	d := newDraw(s.switches.seed, "liveness", in.IDNumber)
	roll, score := d.unit()*100, 0.86+0.139*d.unit()
	silent, failed := float64(shareSilent), float64(shareFailed)
	if r := s.switches.rate(LivenessKey, Silent); r.Rate > 0 {
		silent = r.Rate * 100
	}
	if r := s.switches.rate(LivenessKey, Failed); r.Rate > 0 {
		failed = r.Rate * 100
	}
	switch {
	case roll < silent:
		one.state = "silent"
		if delay = s.o.SilentAfter; s.o.Instant {
			delay = 0
		}
	case roll < silent+failed:
		one.state, score = "failed", 0.2+0.4*d.unit()
	}
	one.score = fmt.Sprintf("%.3f", score)
	one.due = now.Add(delay)
	return one
}

// resultOf is what is known of a session now, or at its end.
func (s *Sim) resultOf(one *session, ended bool) []byte {
	s.live.mu.Lock()
	defer s.live.mu.Unlock()
	out := livenessResult{Version: exchange.Version, Session: one.start.Session, IDNumber: one.start.IDNumber, State: "pending"}
	if ended || one.pressed || !s.o.Clock.Now().Before(one.due) {
		out.State = one.state
		at := one.due.In(calendar.Zone).Truncate(time.Second)
		out.At = &at
		if one.state != "silent" {
			out.Score = json.Number(one.score)
		}
	}
	body, err := json.Marshal(out)
	if err != nil {
		panic(err) // plain values only
	}
	return body
}

func (s *Sim) livenessReply(w http.ResponseWriter, o *occasion, sig exchange.Signature, v any) {
	body, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain values only
	}
	if _, hit := o.happens(WrongShape); hit {
		body = body[:len(body)/2]
	}
	e := envelope{body: body}
	_, e.forged = o.happens(Forged)
	signed, err := s.sign(o.src, "ANSWER "+sig.Nonce, e)
	if err != nil {
		o.src.refuse(w, err)
		return
	}
	o.record()
	s.reply(w, http.StatusOK, signed, body)
}

// livenessResult tells how a session ended: GET /liveness/result?session=.
func (s *Sim) livenessResult(w http.ResponseWriter, r *http.Request) {
	src := s.live.src
	text := r.URL.Query().Get("session")
	_, sig, err := s.receive(r, src, "GET /liveness/result?session="+text)
	if err != nil {
		src.refuse(w, err)
		return
	}
	id, err := uuid.Parse(text)
	one := s.live.get(id)
	if err != nil || one == nil {
		src.refuse(w, &refusal{http.StatusNotFound, "no_session", "没有这次认证"})
		return
	}
	o := &occasion{sim: s, src: src, key: "result " + sig.Nonce}
	defer o.record()
	if rate, hit := o.happens(Slow); hit && !s.sleep(r.Context(), o.delay(Slow, rate)) {
		return
	}
	if s.fails(w, r, o) {
		return
	}
	s.livenessReply(w, o, sig, json.RawMessage(s.resultOf(one, false)))
}

var livenessHTML = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>活体认证（模拟）</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:28em;margin:3em auto;padding:0 1em}button{font:inherit;padding:.6em 1.4em;margin-right:1em}</style></head>
<body><h1>活体认证（模拟）</h1>
{{if .Done}}<p>已完成，可以关闭本页。</p>{{else}}<p>{{.Name}}，这里在真实服务中会打开摄像头。本页是模拟器，不采集任何图像。</p>
<form method="post"><button name="state" value="passed">通过</button><button name="state" value="failed">不通过</button></form>{{end}}
</body></html>`))

// livenessPage is what the person sees; a press of a button decides instead of the draw.
func (s *Sim) livenessPage(w http.ResponseWriter, r *http.Request) { s.page(w, r, false) }

func (s *Sim) livenessPress(w http.ResponseWriter, r *http.Request) { s.page(w, r, true) }

func (s *Sim) page(w http.ResponseWriter, r *http.Request, press bool) {
	id, err := uuid.Parse(r.PathValue("session"))
	one := s.live.get(id)
	if err != nil || one == nil {
		http.NotFound(w, r)
		return
	}
	s.live.mu.Lock()
	if state := r.PostFormValue("state"); press && !one.pressed && (state == "passed" || state == "failed") {
		one.state, one.score, one.pressed, one.due = state, map[string]string{"passed": "0.970", "failed": "0.310"}[state], true, s.o.Clock.Now()
	}
	done := one.pressed
	s.live.mu.Unlock()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := livenessHTML.Execute(w, map[string]any{"Done": done, "Name": one.start.Name}); err != nil {
		s.o.Log.Debug("deptsim: page", "error", err)
	}
}
