package transport

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

// Liveness speaks with the provider of 活体认证. It asks once: whether to ask again is the caller's to decide. It is safe for
// concurrent use.
type Liveness struct {
	http *HTTP
	to   *exchange.Source
}

// NewLiveness makes the way to the provider.
func NewLiveness(h *HTTP, to *exchange.Source) *Liveness { return &Liveness{h, to} }

// Start opens a session and returns the address that the person opens. The error is an *exchange.Fault.
func (l *Liveness) Start(ctx context.Context, in exchange.LivenessStart) (string, error) {
	body, err := json.Marshal(in)
	if err != nil {
		return "", err
	}
	raw, err := l.ask(ctx, http.MethodPost, "/start", body)
	if err != nil {
		return "", err
	}
	url, err := exchange.ParseLivenessStarted(raw, in.Session)
	if err != nil {
		return "", &exchange.Fault{Kind: exchange.BadAnswer, Detail: err.Error(), Cause: err}
	}
	return url, nil
}

// Result asks how a session stands. The error is an *exchange.Fault; its status is 404 where the provider knows no such session.
func (l *Liveness) Result(ctx context.Context, session uuid.UUID) (exchange.LivenessResult, error) {
	raw, err := l.ask(ctx, http.MethodGet, "/result?session="+session.String(), nil)
	if err != nil {
		return exchange.LivenessResult{}, err
	}
	r, err := exchange.ParseLivenessResult(raw)
	if err == nil && r.Session != session {
		err = &exchange.Misfit{What: "答复的不是所问的认证。"}
	}
	if err != nil {
		return exchange.LivenessResult{}, &exchange.Fault{Kind: exchange.BadAnswer, Detail: err.Error(), Cause: err}
	}
	return r, nil
}

func (l *Liveness) ask(ctx context.Context, method, path string, body []byte) ([]byte, error) {
	res, raw, nonce, fault := l.http.signed(ctx, l.to, method, path, method+" /liveness"+path, body, max(l.to.Service.AnswerWithin, time.Second))
	if fault != nil {
		return nil, fault
	}
	if res.StatusCode != http.StatusOK {
		return nil, bad("答复的状态码 %d 不是 200。", res.StatusCode)
	}
	if err := l.http.keys[l.to.ID].Verify("ANSWER "+nonce, raw, signature(res.Header), l.http.clock.Now()); err != nil {
		return nil, &exchange.Fault{Kind: exchange.Forged, Detail: "答复的签名没有通过验证。", Cause: err}
	}
	return raw, nil
}
