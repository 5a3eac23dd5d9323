package api

import (
	"context"
	"net/http"

	"zhongfu/internal/access"
	"zhongfu/internal/selfcheck"
)

// maxAnswers is how large a household's answers may be: twelve people with every fact need a tenth of it.
const maxAnswers = 64 << 10

// RegisterSelfcheck serves the public self-check. It is stateless: answers come with each request and nothing is kept, so a
// repeated or forged request changes nothing and needs no token.
func RegisterSelfcheck(r *Router, svc *selfcheck.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/public/check", ID: "begin-check",
		Summary: "What the first screens of the self-check need", Tag: "public", Action: "public.check"},
		func(ctx context.Context, actor access.Actor, in *PublicDivision) (selfcheck.Start, error) {
			return svc.Begin(ctx, actor, in.code())
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/public/check", ID: "check-household",
		Summary: "What a household could apply for on its answers so far, and what to ask next; nothing is stored", Tag: "public", Action: "public.check", MaxBody: maxAnswers},
		func(ctx context.Context, actor access.Actor, in *struct{ Body selfcheck.Answers }) (selfcheck.Reply, error) {
			return svc.Check(ctx, actor, in.Body)
		})
}
