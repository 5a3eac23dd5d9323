package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

const (
	cookieName = "zf_session"
	csrfHeader = "X-CSRF-Token"
)

// Session is what a request's cookie stands for.
type Session struct {
	Actor  access.Actor
	Full   bool                    // sign-in is finished
	CSRFOK func(token string) bool // compares with the session's token in constant time
}

// Sessions resolves the cookie's token; package identity provides it.
type Sessions interface {
	Resolve(ctx context.Context, token, remote string) (Session, error)
}

// Keeper stands before every API request: who is it, is the request really theirs.
type Keeper struct{ Sessions Sessions }

type guestKey struct{}

type guest struct {
	session Session
	signed  bool
	err     error
}

// admit lets the request through to its handler or says why not.
func admit(ctx context.Context, e Endpoint) (access.Actor, error) {
	g, _ := ctx.Value(guestKey{}).(guest)
	rule, _ := access.Lookup(e.Action)
	if rule.Public {
		if g.signed && g.err == nil && g.session.Full {
			return g.session.Actor, nil
		}
		return access.Public(remote(ctx)), nil
	}
	if g.err != nil {
		return access.Actor{}, g.err
	}
	if !g.signed || (!g.session.Full && !e.Partial) {
		return access.Actor{}, errs.New(errs.Unauthenticated, "not_signed_in", "您还没有登录，或登录已过期，请重新登录。")
	}
	return g.session.Actor, access.Check(g.session.Actor, e.Action, access.Listing)
}

type admittedKey struct{}

// admitted is who was let through, and to what.
type admitted struct {
	actor access.Actor
	path  string
}

// guard stands before the body is read: who may not do the action learns nothing about what the endpoint expects.
func (r *Router) guard(e Endpoint) func(huma.Context, func(huma.Context)) {
	return func(c huma.Context, next func(huma.Context)) {
		path := c.URL().Path
		actor, err := admit(c.Context(), e)
		if err != nil {
			r.refused(c.Context(), actor, e, path, err)
			p := problemOf(c.Context(), err)
			c.SetHeader("Content-Type", "application/problem+json; charset=utf-8")
			c.SetStatus(p.Status)
			_ = json.NewEncoder(c.BodyWriter()).Encode(p)
			return
		}
		next(huma.WithContext(c, context.WithValue(audit.Watch(c.Context()), admittedKey{}, admitted{actor, path})))
	}
}

// Wrap resolves the session and refuses forged requests before any handler sees them.
func (k *Keeper) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		var g guest
		if c, err := r.Cookie(cookieName); err == nil && c.Value != "" {
			g.session, g.err = k.Sessions.Resolve(ctx, c.Value, remote(ctx))
			g.signed = g.err == nil
			if errs.Is(g.err, errs.Unauthenticated) {
				g = guest{} // an expired cookie is as good as none: public pages must still open
			}
		}
		if unsafe(r.Method) {
			if !sameOrigin(r) || (g.signed && !signingIn(r) && !g.session.CSRFOK(r.Header.Get(csrfHeader))) {
				writeProblem(w, r, errs.New(errs.Forbidden, "forged_request", "请求校验未通过，请刷新页面后重试。"))
				return
			}
		}
		if g.signed {
			ctx = access.WithActor(ctx, g.session.Actor)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, guestKey{}, g)))
	})
}

// signingIn is the one request that replaces the session: a page reloaded in the middle of a sign-in has lost its token.
func signingIn(r *http.Request) bool {
	return r.Method == http.MethodPost && r.URL.Path == "/api/session"
}

func unsafe(method string) bool {
	return method != http.MethodGet && method != http.MethodHead && method != http.MethodOptions
}

// sameOrigin believes the browser's own word: Sec-Fetch-Site where it is sent, Origin otherwise. Programs send neither.
func sameOrigin(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return true
	case "cross-site", "same-site":
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	_, host, ok := strings.Cut(origin, "://")
	return ok && host == r.Host
}
