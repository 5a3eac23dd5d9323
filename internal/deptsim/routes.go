package deptsim

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"zhongfu/internal/exchange"
)

// maxBody is the largest message of docs/exchange.md.
const maxBody = 8 << 20

func (s *Sim) routes() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("POST /sources/{source}/query", s.query)
	m.HandleFunc("GET /sources/{source}/health", s.health)
	m.HandleFunc("POST /liveness/start", s.livenessStart)
	m.HandleFunc("GET /liveness/result", s.livenessResult)
	m.HandleFunc("GET /liveness/health", s.health)
	m.HandleFunc("GET /liveness/page/{session}", s.livenessPage)
	m.HandleFunc("POST /liveness/page/{session}", s.livenessPress)
	s.adminRoutes(m)
	return m
}

// fault is a refusal with its HTTP status; the reason is counted.
type refusal struct {
	status int
	reason string // a word, for the books
	say    string
}

func (r *refusal) Error() string { return r.say }

var (
	errUnknownKey = &refusal{http.StatusForbidden, "signature", "签名不能核实"}
	errForged     = &refusal{http.StatusForbidden, "forged", "签名不能核实"}
	errStale      = &refusal{http.StatusForbidden, "stale", "签名时间不在允许范围内"}
	errReplayed   = &refusal{http.StatusForbidden, "replayed", "报文重复"}
	errTLS        = &refusal{http.StatusForbidden, "no_certificate", "本接口要求双向 TLS"}
)

func (src *source) refuse(w http.ResponseWriter, err error) {
	r := &refusal{http.StatusBadRequest, "malformed", err.Error()}
	errors.As(err, &r)
	src.book.note(func(c *Counts) { c.Refused[r.reason]++ })
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": r.say})
}

func signatureOf(h http.Header) exchange.Signature {
	return exchange.Signature{Key: h.Get(exchange.HeaderKey), Time: h.Get(exchange.HeaderTime), Nonce: h.Get(exchange.HeaderNonce), Sign: h.Get(exchange.HeaderSign)}
}

func setSignature(h http.Header, s exchange.Signature) {
	h.Set(exchange.HeaderKey, s.Key)
	h.Set(exchange.HeaderTime, s.Time)
	h.Set(exchange.HeaderNonce, s.Nonce)
	h.Set(exchange.HeaderSign, s.Sign)
}

// believe checks a signature as a department does: the key, the message, the time and that it is new.
func (src *source) believe(what string, body []byte, sig exchange.Signature, now time.Time) error {
	switch err := src.key.Verify(what, body, sig, now); {
	case err == nil:
	case errors.Is(err, exchange.ErrForged):
		return errForged
	case errors.Is(err, exchange.ErrStale):
		return errStale
	default:
		return errUnknownKey
	}
	if !src.nonces.fresh(sig.Nonce, now) {
		return errReplayed
	}
	return nil
}

// receive reads a signed request. The caller answers with what comes back.
func (s *Sim) receive(r *http.Request, src *source, what string) ([]byte, exchange.Signature, error) {
	if src.Transport.TLS && s.o.TLS != nil && (r.TLS == nil || len(r.TLS.VerifiedChains) == 0) {
		return nil, exchange.Signature{}, errTLS
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return nil, exchange.Signature{}, &refusal{http.StatusBadRequest, "unread", "报文没有收完"}
	}
	if len(body) > maxBody {
		return nil, exchange.Signature{}, &refusal{http.StatusRequestEntityTooLarge, "too_large", "报文超过 8 MiB"}
	}
	sig := signatureOf(r.Header)
	return body, sig, src.believe(what, body, sig, s.o.Clock.Now())
}

// reply sends a signed answer.
func (s *Sim) reply(w http.ResponseWriter, status int, sig exchange.Signature, body []byte) {
	setSignature(w.Header(), sig)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if _, err := w.Write(body); err != nil {
		s.o.Log.Debug("deptsim: the answer was not taken", "error", err)
	}
}

// health answers a probe.
func (s *Sim) health(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("source")
	if strings.HasPrefix(r.URL.Path, "/liveness/") {
		id = LivenessKey
	}
	src, ok := s.sources[id]
	if !ok || src.Transport.Kind == exchange.File || src.Transport.Kind == exchange.Desk {
		http.NotFound(w, r)
		return
	}
	_, sig, err := s.receive(r, src, "GET /health")
	if err != nil {
		src.refuse(w, err)
		return
	}
	body, err := json.Marshal(map[string]any{"version": exchange.Version, "source": src.ID, "status": "ok", "time": s.o.Clock.Now()})
	if err != nil {
		src.refuse(w, err)
		return
	}
	signed, err := src.key.NewSignature("ANSWER "+sig.Nonce, body, s.o.Clock.Now())
	if err != nil {
		src.refuse(w, err)
		return
	}
	s.reply(w, http.StatusOK, signed, body)
}
