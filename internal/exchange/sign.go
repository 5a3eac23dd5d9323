package exchange

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/emmansun/gmsm/sm3"
)

// Headers that carry a signature.
const (
	HeaderKey   = "X-Zf-Key"
	HeaderTime  = "X-Zf-Time"  // seconds since 1970
	HeaderNonce = "X-Zf-Nonce" // 32 hexadecimal digits, used once
	HeaderSign  = "X-Zf-Sign"  // HMAC-SM3 in hexadecimal
)

// Skew is how far the clocks of two parties may be apart.
const Skew = 5 * time.Minute

// Key is a secret shared with one source.
type Key struct {
	ID     string
	Secret []byte
}

// Signature is what travels beside a message.
type Signature struct{ Key, Time, Nonce, Sign string }

// NewSignature signs a body. What says what it is: "POST /query" for a request, "ANSWER <nonce of the request>" for the
// answer to it, so that a signature is good for one place only.
func (k Key) NewSignature(what string, body []byte, now time.Time) (Signature, error) {
	var nonce [16]byte
	if _, err := rand.Read(nonce[:]); err != nil {
		return Signature{}, err
	}
	s := Signature{Key: k.ID, Time: strconv.FormatInt(now.Unix(), 10), Nonce: hex.EncodeToString(nonce[:])}
	s.Sign = hex.EncodeToString(k.mac(what, s, body))
	return s, nil
}

func (k Key) mac(what string, s Signature, body []byte) []byte {
	digest := sm3.Sum(body)
	m := hmac.New(sm3.New, k.Secret)
	fmt.Fprintf(m, "%s\n%s\n%s\n%s\n%s", what, s.Key, s.Time, s.Nonce, hex.EncodeToString(digest[:]))
	return m.Sum(nil)
}

// The reasons for which a message is not believed. Each is told to nobody but the log and the audit trail.
var (
	ErrUnsigned = errors.New("exchange: no signature")
	ErrKey      = errors.New("exchange: signed with an unknown key")
	ErrForged   = errors.New("exchange: the signature does not fit the message")
	ErrStale    = errors.New("exchange: the signature is too old or from the future")
	ErrReplayed = errors.New("exchange: the message came before")
)

// Verify tells whether the signature is this key's, of this body and of now. That the nonce is new is the caller's to know.
func (k Key) Verify(what string, body []byte, s Signature, now time.Time) error {
	if s.Sign == "" || s.Nonce == "" || s.Time == "" {
		return ErrUnsigned
	}
	if s.Key != k.ID || len(k.Secret) == 0 {
		return ErrKey
	}
	sign, err := hex.DecodeString(s.Sign)
	if err != nil || len(s.Nonce) != 32 || strings.Trim(s.Nonce, "0123456789abcdef") != "" || subtle.ConstantTimeCompare(sign, k.mac(what, s, body)) != 1 {
		return ErrForged
	}
	at, err := strconv.ParseInt(s.Time, 10, 64)
	if err != nil {
		return ErrForged
	}
	if d := now.Sub(time.Unix(at, 0)); d > Skew || d < -Skew {
		return ErrStale
	}
	return nil
}
