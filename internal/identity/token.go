package identity

import (
	"crypto/hmac"
	"crypto/rand"
	"encoding/base64"

	"github.com/emmansun/gmsm/sm3"
)

const tokenBytes = 32

// newToken makes the cookie's value: 32 random bytes.
func newToken() string {
	var b [tokenBytes]byte
	_, _ = rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// tokenHash is all that the database keeps. The token is random, so a plain hash is enough.
func tokenHash(token string) []byte {
	h := sm3.Sum([]byte(token))
	return h[:]
}

// CSRF derives the token against forged requests from the session's: it changes with it, needs no storage, can be read
// again after a page reload, and does not give the session's token away.
func CSRF(token string) string {
	h := hmac.New(sm3.New, []byte(token))
	h.Write([]byte("zhongfu csrf"))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}
