package deptsim

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"zhongfu/internal/exchange"
)

// A later answer is tried so often, the waits doubling from the first to the longest: a platform that is down for two minutes
// misses nothing.
const (
	callbackAttempts = 12
	callbackFirst    = 500 * time.Millisecond
	callbackLongest  = 20 * time.Second
)

// deliver sends an answer to the callback address until it is taken or refused for good.
func (s *Sim) deliver(ctx context.Context, src *source, to string, e envelope, twice, replay bool) {
	select {
	case s.sending <- struct{}{}:
		defer func() { <-s.sending }()
	case <-ctx.Done():
		return
	}
	sig, taken := s.send(ctx, src, to, e)
	if twice {
		s.send(ctx, src, to, e)
	}
	if replay {
		if old, ok := src.past.oldest(); ok {
			s.attempt(ctx, src, old.to, old.sig, old.body)
		}
	}
	if taken && !e.forged && s.switches.rate(src.ID, Replayed).Rate > 0 {
		src.past.keep(message{to: to, sig: sig, body: e.body})
	}
}

// send tries until the platform has said yes or no. Each attempt is signed anew.
func (s *Sim) send(ctx context.Context, src *source, to string, e envelope) (exchange.Signature, bool) {
	wait := callbackFirst
	for range callbackAttempts {
		sig, err := s.sign(src, "POST /callback "+src.ID, e)
		if err != nil {
			return sig, false
		}
		switch status := s.attempt(ctx, src, to, sig, e.body); {
		case status == http.StatusOK:
			return sig, true
		case status >= 400 && status < 500 && status != http.StatusTooManyRequests && status != http.StatusRequestTimeout:
			return sig, false
		}
		if !s.sleep(ctx, wait) {
			return sig, false
		}
		wait = min(2*wait, callbackLongest)
	}
	src.book.note(func(c *Counts) { c.CallbacksLost++ })
	return exchange.Signature{}, false
}

// attempt posts once and returns the status, or 0 where nobody answered.
func (s *Sim) attempt(ctx context.Context, src *source, to string, sig exchange.Signature, body []byte) int {
	src.book.note(func(c *Counts) { c.CallbacksSent++ })
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(body))
	if err != nil {
		return http.StatusBadRequest
	}
	req.Header.Set("Content-Type", "application/json")
	setSignature(req.Header, sig)
	res, err := s.client.Do(req)
	if err != nil {
		return 0
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 1<<16))
	_ = res.Body.Close()
	src.book.note(func(c *Counts) {
		if res.StatusCode == http.StatusOK {
			c.CallbacksTaken++
		} else {
			c.CallbacksDenied[res.StatusCode]++
		}
	})
	return res.StatusCode
}

// message is one that was sent, for sending it again as it was.
type message struct {
	to   string
	name string // of a file
	sig  exchange.Signature
	body []byte
}

// past keeps the last few messages of a source while replaying is switched on.
type past struct {
	mu   sync.Mutex
	last []message
}

func (p *past) keep(m message) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last = append(p.last, m); len(p.last) > 4 {
		p.last = append([]message(nil), p.last[1:]...)
	}
}

func (p *past) oldest() (message, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.last) == 0 {
		return message{}, false
	}
	return p.last[0], true
}

func (p *past) any() bool {
	_, ok := p.oldest()
	return ok
}
