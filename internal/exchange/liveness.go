package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/policy"
)

// Liveness is the key of the provider of 活体认证 among endpoints, keys and callbacks (docs/exchange.md).
const Liveness = "liveness"

// LivenessStart asks the provider to await one person. The session is ours; the same again is the same session.
type LivenessStart struct {
	Version  int       `json:"version"`
	Session  uuid.UUID `json:"session"`
	IDNumber string    `json:"id_number"`
	Name     string    `json:"name"`
	Callback string    `json:"callback,omitempty"`
}

// LivenessState is how a session stands.
type LivenessState string

// The states. Silent means that nobody came.
const (
	LivenessPending LivenessState = "pending"
	LivenessPassed  LivenessState = "passed"
	LivenessFailed  LivenessState = "failed"
	LivenessSilent  LivenessState = "silent"
)

// LivenessResult is what the provider says of a session. No picture travels.
type LivenessResult struct {
	Version  int           `json:"version"`
	Session  uuid.UUID     `json:"session"`
	IDNumber string        `json:"id_number"` // repeated, so that a mix-up shows
	State    LivenessState `json:"state"`
	Score    json.Number   `json:"score,omitempty"` // 0 … 1; passed and failed
	At       *time.Time    `json:"at,omitempty"`    // when it ended
}

// ParseLivenessResult reads a result strictly. The error is a *Misfit.
func ParseLivenessResult(raw []byte) (LivenessResult, error) {
	var r LivenessResult
	if err := strict(raw, &r); err != nil {
		return LivenessResult{}, err
	}
	bad := func(format string, args ...any) (LivenessResult, error) {
		return LivenessResult{}, &Misfit{What: fmt.Sprintf(format, args...)}
	}
	ended, scored := r.State != LivenessPending, r.State == LivenessPassed || r.State == LivenessFailed
	switch r.State {
	case LivenessPending, LivenessPassed, LivenessFailed, LivenessSilent:
	default:
		return bad("state 应为 pending、passed、failed 或 silent。")
	}
	switch {
	case r.Version != Version:
		return bad("version 应为 %d。", Version)
	case r.Session == uuid.Nil || r.IDNumber == "":
		return bad("缺少 session 或 id_number。")
	case ended != (r.At != nil && !r.At.IsZero()):
		return bad("结束的认证要有 at，没有结束的不能有。")
	case !scored && r.Score != "":
		return bad("没有做过认证的不能有 score。")
	}
	if scored {
		if f, err := r.Score.Float64(); err != nil || !(f >= 0 && f <= 1) {
			return bad("score 应为 0 到 1 的数。")
		}
	}
	return r, nil
}

// ParseLivenessStarted reads the answer to a start and returns the address that the person opens.
func ParseLivenessStarted(raw []byte, session uuid.UUID) (url string, err error) {
	var r struct {
		Version int       `json:"version"`
		Session uuid.UUID `json:"session"`
		URL     string    `json:"url"`
	}
	if err := strict(raw, &r); err != nil {
		return "", err
	}
	if r.Version != Version || r.Session != session || !webAddress(r.URL) {
		return "", &Misfit{What: "回执应有 version、所问的 session 和 http(s) 地址 url。"}
	}
	return r.URL, nil
}

// strict reads one JSON object without unknown fields and nothing behind it.
func strict(raw []byte, into any) error {
	if len(raw) > 64<<10 {
		return &Misfit{What: "消息超过 64 KiB。"}
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return &Misfit{What: "消息不是有效的 JSON，或有不认识的字段、类型不对。"}
	}
	if _, err := d.Token(); err != io.EOF {
		return &Misfit{What: "JSON 后面还有别的内容。"}
	}
	return nil
}

// Liveness is where the provider is, as a source with a way and no classes; nil where the installation has none or has switched
// it off.
func (e Endpoints) Liveness() (*Source, error) {
	p, ok := e[Liveness]
	if !ok || p.Disabled || p.URL == "" {
		return nil, nil
	}
	s := &Source{ID: Liveness, Name: "活体认证", Transport: Transport{Kind: Callback}, Service: Service{AnswerWithin: 20 * time.Second, Concurrency: 4}}
	l := &loader{}
	l.endpoint(s, p)
	if len(l.problems) > 0 {
		return nil, &LoadError{append([]policy.Problem{}, l.problems...)}
	}
	return s, nil
}

func webAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil && len(text) <= 2000
}
