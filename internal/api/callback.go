package api

import (
	"context"
	"net/http"

	"zhongfu/internal/access"
	"zhongfu/internal/exchange"
	"zhongfu/internal/liveness"
	"zhongfu/internal/verification"
)

// Called is what became of a message that a source brought.
type Called struct {
	Taken    int      `json:"taken" doc:"answers that now stand"`
	Again    int      `json:"again" doc:"answers that were there before"`
	Rejected []string `json:"rejected" doc:"why others were not taken, without personal data"`
}

// RegisterCallback registers the address that sources answer to (docs/exchange.md). It asks for no session: a message is
// believed by its signature alone.
func RegisterCallback(r *Router, s *verification.Service, live *liveness.Service, keys exchange.Keys) {
	type input struct {
		Source  string `path:"source" maxLength:"60"`
		Key     string `header:"X-Zf-Key" maxLength:"200"`
		Time    string `header:"X-Zf-Time" maxLength:"20"`
		Nonce   string `header:"X-Zf-Nonce" maxLength:"64"`
		Sign    string `header:"X-Zf-Sign" maxLength:"200"`
		RawBody []byte `contentType:"application/json"`
	}
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/exchange/callback/{source}", ID: "answer-query", Tag: "verification", Action: "public.answer",
		Summary: "Bring the answers to a query; for sources, signed", MaxBody: exchange.MaxMessage, Raw: true},
		func(ctx context.Context, _ access.Actor, in *input) (Called, error) {
			sign := exchange.Signature{Key: in.Key, Time: in.Time, Nonce: in.Nonce, Sign: in.Sign}
			if in.Source == exchange.Liveness {
				done, err := live.Called(ctx, keys[in.Source], sign, in.RawBody)
				return Called{done.Taken, done.Again, append([]string{}, done.Rejected...)}, err
			}
			done, err := s.Called(ctx, in.Source, keys[in.Source], sign, in.RawBody, exchange.ParseReply)
			if err != nil {
				return Called{}, err
			}
			out := Called{done.Taken, done.Again, done.Rejected}
			if out.Rejected == nil {
				out.Rejected = []string{}
			}
			return out, nil
		})
}
