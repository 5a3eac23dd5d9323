package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/identity"
)

// NewSessions lets the keeper ask package identity who stands behind a cookie.
func NewSessions(svc *identity.Service) Sessions { return sessions{svc} }

type sessions struct{ svc *identity.Service }

func (s sessions) Resolve(ctx context.Context, token, remote string) (Session, error) {
	is, err := s.svc.Resolve(ctx, token, remote)
	if err != nil {
		return Session{}, err
	}
	return Session{Actor: is.Actor, Full: is.Full(), CSRFOK: is.CSRFOK}, nil
}

// SessionRequest is what the cookie and the connection say.
type SessionRequest struct {
	Token     string `cookie:"zf_session" hidden:"true"`
	UserAgent string `header:"User-Agent" hidden:"true"`
	secure    bool
}

// Resolve notes whether the browser came by TLS: the cookie must then never travel without.
func (q *SessionRequest) Resolve(c huma.Context) []error {
	q.secure = c.TLS() != nil || c.Header("X-Forwarded-Proto") == "https"
	return nil
}

func (q *SessionRequest) cookie(token string) http.Cookie {
	c := http.Cookie{Name: cookieName, Value: token, Path: "/", HttpOnly: true, Secure: q.secure, SameSite: http.SameSiteStrictMode}
	if token == "" {
		c.MaxAge = -1
	}
	return c
}

// SignInProgress says what comes next and carries the token that unsafe requests must send as X-CSRF-Token.
type SignInProgress struct {
	State   identity.State `json:"state" enum:"signed_in,totp_required,totp_setup,password_change"`
	CSRF    string         `json:"csrf"`
	TOTPURI string         `json:"totp_uri,omitempty" doc:"otpauth address for the authenticator app; only with totp_setup"`
}

type progressReply struct {
	SetCookie http.Cookie `header:"Set-Cookie"`
	Body      SignInProgress
}

func (q *SessionRequest) progress(p identity.Progress, err error) (*progressReply, error) {
	if err != nil {
		return nil, err
	}
	return &progressReply{q.cookie(p.Token), SignInProgress{State: p.State, CSRF: identity.CSRF(p.Token), TOTPURI: p.TOTPURI}}, nil
}

// RegisterSession serves sign-in and everything about one's own session.
func RegisterSession(r *Router, svc *identity.Service, places *division.Index) {
	registerSignIn(r, svc)
	registerOwnSession(r, svc, places)
	Handle(r, Endpoint{Method: "GET", Path: "/api/demo/accounts", ID: "list-demo-accounts", Summary: "Accounts of a demonstration; absent elsewhere",
		Tag: "session", Action: "public.sign_in"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) ([]DemoAccountView, error) {
			list, err := svc.DemoAccounts(ctx, actor)
			out := make([]DemoAccountView, len(list))
			for i, a := range list {
				out[i] = DemoAccountView{Login: a.Login, Name: a.Name, Role: string(a.Role), RoleLabel: a.Role.Label(), DivisionName: places.FullName(a.Division), Password: a.Password}
			}
			return out, err
		})
}

// DemoAccountView is an account that anybody may try in a demonstration.
type DemoAccountView struct {
	Login        string `json:"login"`
	Name         string `json:"name"`
	Role         string `json:"role"`
	RoleLabel    string `json:"role_label"`
	DivisionName string `json:"division_name"`
	Password     string `json:"password" doc:"empty when somebody has changed it"`
}

func registerSignIn(r *Router, svc *identity.Service) {
	HandleOut(r, Endpoint{Method: "POST", Path: "/api/session", ID: "sign-in", Summary: "Sign in with login and password", Tag: "session", Action: "public.sign_in", MaxBody: 4096},
		func(ctx context.Context, actor access.Actor, in *struct {
			SessionRequest
			Body struct {
				Login    string `json:"login" minLength:"1" maxLength:"64"`
				Password string `json:"password" minLength:"1" maxLength:"200"`
			}
		}) (*progressReply, error) {
			who := access.Public(remote(ctx))
			return in.progress(svc.SignIn(ctx, who, identity.Credentials{Login: in.Body.Login, Password: in.Body.Password, Remote: remote(ctx), UserAgent: in.UserAgent}))
		})
	HandleOut(r, Endpoint{Method: "POST", Path: "/api/session/totp", ID: "confirm-code", Summary: "Give the one-time code, or confirm a new authenticator", Tag: "session",
		Action: "session.own", Partial: true, MaxBody: 4096},
		func(ctx context.Context, actor access.Actor, in *struct {
			SessionRequest
			Body struct {
				Code string `json:"code" pattern:"^ *[0-9]{6} *$" patternDescription:"6 位数字"`
			}
		}) (*progressReply, error) {
			return in.progress(svc.ConfirmCode(ctx, actor, in.Body.Code))
		})
	HandleOut(r, Endpoint{Method: "PUT", Path: "/api/session/password", ID: "change-password", Summary: "Change one's own password; other sessions end", Tag: "session",
		Action: "session.own", Partial: true, MaxBody: 4096},
		func(ctx context.Context, actor access.Actor, in *struct {
			SessionRequest
			Body struct {
				Old string `json:"old" minLength:"1" maxLength:"200"`
				New string `json:"new" minLength:"1" maxLength:"200"`
			}
		}) (*progressReply, error) {
			is, err := svc.Resolve(ctx, in.Token, actor.Remote)
			if err != nil {
				return nil, err
			}
			return in.progress(svc.ChangePassword(ctx, is, in.Body.Old, in.Body.New))
		})
	HandleOut(r, Endpoint{Method: "DELETE", Path: "/api/session", ID: "sign-out", Summary: "Sign out", Tag: "session", Action: "session.own", Partial: true, Status: http.StatusNoContent},
		func(ctx context.Context, actor access.Actor, in *struct{ SessionRequest }) (*struct {
			SetCookie http.Cookie `header:"Set-Cookie"`
		}, error) {
			out := struct {
				SetCookie http.Cookie `header:"Set-Cookie"`
			}{in.cookie("")}
			return &out, svc.SignOut(ctx, actor)
		})
}

// SessionView is who is signed in and what they may do.
type SessionView struct {
	Staff       SessionStaff  `json:"staff"`
	Current     SessionDuty   `json:"current"`
	Assignments []SessionDuty `json:"assignments"`
	Actions     []string      `json:"actions"`
	CSRF        string        `json:"csrf"`
	Demo        bool          `json:"demo"`
	Now         time.Time     `json:"now"`
}

// SessionStaff is the person.
type SessionStaff struct {
	ID    uuid.UUID `json:"id"`
	Login string    `json:"login"`
	Name  string    `json:"name"`
}

// SessionDuty is a duty that one may work in.
type SessionDuty struct {
	AssignmentID uuid.UUID `json:"assignment_id"`
	Role         string    `json:"role"`
	RoleLabel    string    `json:"role_label"`
	Level        int       `json:"level"`
	Division     string    `json:"division"`
	DivisionName string    `json:"division_name" doc:"full name"`
	Organisation string    `json:"organisation"`
}

func sessionView(svc *identity.Service, places *division.Index, self identity.Self, token string) SessionView {
	duty := func(d identity.Duty) SessionDuty {
		return SessionDuty{AssignmentID: d.ID, Role: string(d.Role), RoleLabel: d.Role.Label(), Level: int(d.Level), Division: codeText12(d.Division),
			DivisionName: places.FullName(d.Division), Organisation: self.Actor.OrgName}
	}
	out := SessionView{Staff: SessionStaff{self.Actor.Staff, self.Login, self.Actor.Name}, Current: duty(self.Current), CSRF: identity.CSRF(token), Demo: svc.Demo(), Now: self.Now}
	for _, d := range self.Duties {
		out.Assignments = append(out.Assignments, duty(d))
	}
	for _, a := range self.Actions {
		out.Actions = append(out.Actions, string(a))
	}
	return out
}

// OpenSessionView is one of one's own sign-ins.
type OpenSessionView struct {
	ID         uuid.UUID `json:"id"`
	CreatedAt  time.Time `json:"created_at"`
	LastSeenAt time.Time `json:"last_seen_at"`
	ExpiresAt  time.Time `json:"expires_at"`
	Remote     string    `json:"remote"`
	UserAgent  string    `json:"user_agent"`
	Current    bool      `json:"current"`
}

func registerOwnSession(r *Router, svc *identity.Service, places *division.Index) {
	Handle(r, Endpoint{Method: "GET", Path: "/api/session", ID: "get-session", Summary: "Who is signed in, in which duty, and what it allows", Tag: "session", Action: "session.own"},
		func(ctx context.Context, actor access.Actor, in *SessionRequest) (SessionView, error) {
			self, err := svc.Whoami(ctx, actor)
			return sessionView(svc, places, self, in.Token), err
		})
	HandleOut(r, Endpoint{Method: "PUT", Path: "/api/session/assignment", ID: "switch-duty", Summary: "Go on working in another of one's duties", Tag: "session", Action: "session.own"},
		func(ctx context.Context, actor access.Actor, in *struct {
			SessionRequest
			Body struct {
				AssignmentID uuid.UUID `json:"assignment_id" format:"uuid"`
			}
		}) (*progressReply, error) {
			is, err := svc.Resolve(ctx, in.Token, actor.Remote)
			if err != nil {
				return nil, err
			}
			return in.progress(svc.SwitchDuty(ctx, is, in.Body.AssignmentID))
		})
	Handle(r, Endpoint{Method: "GET", Path: "/api/sessions", ID: "list-sessions", Summary: "One's own open sessions", Tag: "session", Action: "session.own"},
		func(ctx context.Context, actor access.Actor, _ *struct{}) ([]OpenSessionView, error) {
			list, err := svc.Sessions(ctx, actor)
			out := make([]OpenSessionView, len(list))
			for i, s := range list {
				out[i] = OpenSessionView{s.ID, s.CreatedAt, s.LastSeenAt, s.Expires, s.Remote, s.UserAgent, s.Current}
			}
			return out, err
		})
	HandleEmpty(r, Endpoint{Method: "DELETE", Path: "/api/sessions/{id}", ID: "end-session", Summary: "End one of one's own sessions", Tag: "session", Action: "session.own"},
		func(ctx context.Context, actor access.Actor, in *struct {
			ID uuid.UUID `path:"id" format:"uuid"`
		}) error {
			return svc.EndSession(ctx, actor, in.ID)
		})
}
