package transport

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/clock"
	"zhongfu/internal/exchange"
)

// HTTP asks sources over HTTP. It is safe for concurrent use.
type HTTP struct {
	keys    exchange.Keys
	clock   clock.Clock
	mu      sync.Mutex
	clients map[string]*http.Client // by source
}

// NewHTTP makes the carrier of the transports http and callback.
func NewHTTP(keys exchange.Keys, c clock.Clock) *HTTP {
	return &HTTP{keys: keys, clock: c, clients: map[string]*http.Client{}}
}

// acceptWithin is how long a callback source may take to say that it has the message.
const acceptWithin = 30 * time.Second

// Send posts the message and reads the answer; see exchange.Carrier.
func (h *HTTP) Send(ctx context.Context, to *exchange.Source, q exchange.Query) (*exchange.Reply, []byte, error) {
	body, err := json.Marshal(q)
	if err != nil {
		return nil, nil, err
	}
	wait := to.Service.AnswerWithin
	if to.Transport.Kind == exchange.Callback || wait <= 0 {
		wait = acceptWithin
	}
	res, raw, nonce, fault := h.exchange(ctx, to, http.MethodPost, "/query", body, wait)
	if fault != nil {
		return nil, nil, fault
	}
	if to.Transport.Kind == exchange.Callback {
		return nil, nil, accepted(res.StatusCode, raw, q.Message)
	}
	if res.StatusCode != http.StatusOK {
		return nil, nil, bad("答复的状态码 %d 不是 200。", res.StatusCode)
	}
	key := h.keys[to.ID]
	if err := key.Verify("ANSWER "+nonce, raw, signature(res.Header), h.clock.Now()); err != nil {
		return nil, nil, &exchange.Fault{Kind: exchange.Forged, Detail: "答复的签名没有通过验证。", Cause: err}
	}
	reply, err := exchange.ParseReply(raw)
	if err != nil {
		return nil, raw, &exchange.Fault{Kind: exchange.BadAnswer, Detail: err.Error(), Cause: err}
	}
	if reply.Message != q.Message || reply.Source != to.ID {
		return nil, raw, bad("答复的不是所问的消息。")
	}
	return &reply, raw, nil
}

func accepted(status int, raw []byte, message uuid.UUID) error {
	var ack struct {
		Message uuid.UUID `json:"message"`
	}
	if status != http.StatusAccepted || json.Unmarshal(raw, &ack) != nil || ack.Message != message {
		return bad("收件回执应为 202 和所收消息的编号，得到状态码 %d。", status)
	}
	return exchange.ErrLater
}

// Health asks GET /health and returns the difference of the source's clock where its answer tells it.
func (h *HTTP) Health(ctx context.Context, to *exchange.Source) (skew time.Duration, err error) {
	res, _, _, fault := h.exchange(ctx, to, http.MethodGet, "/health", nil, 10*time.Second)
	if fault != nil {
		return 0, fault
	}
	if res.StatusCode != http.StatusOK {
		return 0, bad("健康检查的状态码 %d 不是 200。", res.StatusCode)
	}
	if at, err := http.ParseTime(res.Header.Get("Date")); err == nil {
		skew = at.Sub(h.clock.Now()).Round(time.Second)
	}
	return skew, nil
}

// exchange sends one signed request and reads what comes back, however long it may be made to look.
func (h *HTTP) exchange(ctx context.Context, to *exchange.Source, method, path string, body []byte, wait time.Duration) (*http.Response, []byte, string, *exchange.Fault) {
	return h.signed(ctx, to, method, path, method+" "+path, body, wait)
}

// signed is exchange with what the signature is for said apart.
func (h *HTTP) signed(ctx context.Context, to *exchange.Source, method, path, what string, body []byte, wait time.Duration) (*http.Response, []byte, string, *exchange.Fault) {
	key, ok := h.keys[to.ID]
	if !ok || to.Transport.URL == "" {
		return nil, nil, "", &exchange.Fault{Kind: exchange.Refused, Detail: "本系统没有配置这个来源的地址或密钥。"}
	}
	client, err := h.client(to)
	if err != nil {
		return nil, nil, "", &exchange.Fault{Kind: exchange.Refused, Detail: "证书或密钥文件不能使用。", Cause: err}
	}
	sign, err := key.NewSignature(what, body, h.clock.Now())
	if err != nil {
		return nil, nil, "", &exchange.Fault{Kind: exchange.Down, Detail: "签名失败。", Cause: err}
	}
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, to.Transport.URL+path, bytes.NewReader(body))
	if err != nil {
		return nil, nil, "", &exchange.Fault{Kind: exchange.Refused, Detail: "来源的地址不是有效的网址。", Cause: err}
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set(exchange.HeaderKey, sign.Key)
	req.Header.Set(exchange.HeaderTime, sign.Time)
	req.Header.Set(exchange.HeaderNonce, sign.Nonce)
	req.Header.Set(exchange.HeaderSign, sign.Sign)
	res, err := client.Do(req)
	if err != nil {
		return nil, nil, "", unreached(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(res.Body, exchange.MaxMessage+1))
	if err != nil {
		return nil, nil, "", unreached(err)
	}
	if f := refusal(res); f != nil {
		return nil, nil, "", f
	}
	if len(raw) > exchange.MaxMessage {
		return nil, nil, "", bad("答复超过 %d MiB。", exchange.MaxMessage>>20)
	}
	return res, raw, sign.Nonce, nil
}

func refusal(res *http.Response) *exchange.Fault {
	switch code := res.StatusCode; {
	case code == http.StatusTooManyRequests:
		return &exchange.Fault{Kind: exchange.Busy, Detail: "对方繁忙，请求过多。", RetryAfter: retryAfter(res.Header), Status: code}
	case code >= 500:
		return &exchange.Fault{Kind: exchange.Down, Detail: fmt.Sprintf("对方系统出错（%d）。", code), RetryAfter: retryAfter(res.Header), Status: code}
	case code >= 400:
		return &exchange.Fault{Kind: exchange.Refused, Detail: fmt.Sprintf("对方拒绝了请求（%d）。", code), Status: code}
	case code >= 300:
		return &exchange.Fault{Kind: exchange.Refused, Detail: fmt.Sprintf("对方把请求转向别处（%d）；查询不会跟随转向，请核对地址。", code)}
	}
	return nil
}

// retryAfter reads seconds, at most a day.
func retryAfter(h http.Header) time.Duration {
	n, err := strconv.Atoi(h.Get("Retry-After"))
	if err != nil || n < 0 {
		return 0
	}
	return min(time.Duration(n)*time.Second, 24*time.Hour)
}

func unreached(err error) *exchange.Fault {
	var timeout net.Error
	if errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout() {
		return &exchange.Fault{Kind: exchange.Slow, Detail: "在约定的时间内没有答复。", Cause: err}
	}
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	if errors.As(err, &unknown) || errors.As(err, &name) {
		return &exchange.Fault{Kind: exchange.Forged, Detail: "对方的证书没有通过验证。", Cause: err}
	}
	return &exchange.Fault{Kind: exchange.Down, Detail: "连不上对方系统。", Cause: err}
}

func bad(format string, args ...any) *exchange.Fault {
	return &exchange.Fault{Kind: exchange.BadAnswer, Detail: fmt.Sprintf(format, args...)}
}

func signature(h http.Header) exchange.Signature {
	return exchange.Signature{Key: h.Get(exchange.HeaderKey), Time: h.Get(exchange.HeaderTime), Nonce: h.Get(exchange.HeaderNonce), Sign: h.Get(exchange.HeaderSign)}
}

// client keeps one pool of connections a source.
func (h *HTTP) client(to *exchange.Source) (*http.Client, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if c := h.clients[to.ID]; c != nil {
		return c, nil
	}
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	t := &to.Transport
	if t.CAFile != "" {
		pem, err := os.ReadFile(t.CAFile)
		if err != nil {
			return nil, err
		}
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(pem) {
			return nil, errors.New("transport: no certificate in the CA file")
		}
	}
	if t.CertificateFile != "" || t.TLS {
		pair, err := tls.LoadX509KeyPair(t.CertificateFile, t.KeyFile)
		if err != nil {
			return nil, err
		}
		config.Certificates = []tls.Certificate{pair}
	}
	c := &http.Client{
		Transport:     &http.Transport{TLSClientConfig: config, MaxIdleConnsPerHost: max(2, to.Service.Concurrency), IdleConnTimeout: time.Minute, ForceAttemptHTTP2: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	h.clients[to.ID] = c
	return c, nil
}
