package exchange

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestSignatureIsOfOneMessageOnly(t *testing.T) {
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	k := Key{ID: "a-1", Secret: []byte("0123456789abcdef0123456789abcdef")}
	s, err := k.NewSignature("POST /query", []byte("body"), now)
	if err != nil {
		t.Fatal(err)
	}
	change := func(f func(*Signature)) Signature { c := s; f(&c); return c }
	other := Key{ID: "a-1", Secret: []byte("another secret of thirty-two byte")}
	for name, c := range map[string]struct {
		key  Key
		what string
		body string
		s    Signature
		at   time.Time
		want error
	}{
		"as signed":     {k, "POST /query", "body", s, now, nil},
		"a while later": {k, "POST /query", "body", s, now.Add(4 * time.Minute), nil},
		"too late":      {k, "POST /query", "body", s, now.Add(6 * time.Minute), ErrStale},
		"future":        {k, "POST /query", "body", s, now.Add(-6 * time.Minute), ErrStale},
		"altered":       {k, "POST /query", "bodY", s, now, ErrForged},
		"other place":   {k, "POST /callback", "body", s, now, ErrForged},
		"other secret":  {other, "POST /query", "body", s, now, ErrForged},
		"other key":     {Key{ID: "b-1", Secret: k.Secret}, "POST /query", "body", s, now, ErrKey},
		"other nonce":   {k, "POST /query", "body", change(func(c *Signature) { c.Nonce = "00000000000000000000000000000000" }), now, ErrForged},
		"other time":    {k, "POST /query", "body", change(func(c *Signature) { c.Time = "1" }), now, ErrForged},
		"unsigned":      {k, "POST /query", "body", Signature{}, now, ErrUnsigned},
		"no hex":        {k, "POST /query", "body", change(func(c *Signature) { c.Sign = "zz" }), now, ErrForged},
		"no key":        {Key{}, "POST /query", "body", change(func(c *Signature) { c.Key = "" }), now, ErrKey},
	} {
		if got := c.key.Verify(c.what, []byte(c.body), c.s, c.at); !errors.Is(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestKeysAreMadeOnceAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "exchange-keys.json")
	a, err := OpenKeys(path, true, "tax", "bank")
	if err != nil || len(a) != 2 {
		t.Fatal(a, err)
	}
	b, err := OpenKeys(path, true, "tax", "school")
	if err != nil || len(b) != 3 || string(b["tax"].Secret) != string(a["tax"].Secret) {
		t.Fatal("a secret changed", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Error("the file is open to others")
	}
	if err := os.WriteFile(path, []byte(`{"tax":{"key":"tax-1","secret":"c2hvcnQ="}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenKeys(path, false); err == nil {
		t.Error("a short secret is taken")
	}
}
