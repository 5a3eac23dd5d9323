package seal

import (
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"os"
	"path/filepath"
	"sync"

	"github.com/emmansun/gmsm/sm3"
	"github.com/emmansun/gmsm/sm4"
)

const keyBytes = 16

// ErrSealed is returned for a value that was not sealed by this keyring or was changed since.
var ErrSealed = errors.New("seal: value cannot be opened: wrong key or changed data")

// Keyring holds the keys of one installation: sealing keys by number (the newest seals, all open), one index key and
// one signing key.
type Keyring struct {
	newest byte
	aeads  map[byte]cipher.AEAD
	index  sync.Pool // hash.Hash keyed with the index key
	sign   []byte
}

type keyFile struct {
	Seal  map[string]string `json:"seal"`  // key number 1..255 → base64 of 16 bytes
	Index string            `json:"index"` // base64 of 32 bytes; changing it means re-indexing
	Sign  string            `json:"sign"`  // base64 of 32 bytes; signs audit checkpoints
}

// Generate makes a new random key file's content.
func Generate() ([]byte, error) {
	b := make([]byte, keyBytes+64)
	if _, err := rand.Read(b); err != nil {
		return nil, err
	}
	enc := base64.StdEncoding.EncodeToString
	return json.MarshalIndent(keyFile{
		Seal:  map[string]string{"1": enc(b[:keyBytes])},
		Index: enc(b[keyBytes : keyBytes+32]),
		Sign:  enc(b[keyBytes+32:]),
	}, "", "  ")
}

// Parse reads a key file.
func Parse(data []byte) (*Keyring, error) {
	var f keyFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("seal: key file is not valid JSON: %w", err)
	}
	k := &Keyring{aeads: map[byte]cipher.AEAD{}}
	for num, enc := range f.Seal {
		var n int
		if _, err := fmt.Sscanf(num, "%d", &n); err != nil || n < 1 || n > 255 {
			return nil, fmt.Errorf("seal: key number %q is not between 1 and 255", num)
		}
		raw, err := base64.StdEncoding.DecodeString(enc)
		if err != nil || len(raw) != keyBytes {
			return nil, fmt.Errorf("seal: key %d is not base64 of %d bytes", n, keyBytes)
		}
		block, err := sm4.NewCipher(raw)
		if err != nil {
			return nil, err
		}
		aead, err := cipher.NewGCM(block)
		if err != nil {
			return nil, err
		}
		k.aeads[byte(n)] = aead
		k.newest = max(k.newest, byte(n))
	}
	index, err1 := base64.StdEncoding.DecodeString(f.Index)
	sign, err2 := base64.StdEncoding.DecodeString(f.Sign)
	if len(k.aeads) == 0 || err1 != nil || err2 != nil || len(index) < 32 || len(sign) < 32 {
		return nil, errors.New("seal: key file needs at least one sealing key, an index key and a signing key of 32 bytes each")
	}
	k.sign = sign
	k.index.New = func() any { return hmac.New(sm3.New, index) }
	return k, nil
}

// Open reads the key file at path, making it (mode 0600) when it does not exist and create is set.
func Open(path string, create bool) (*Keyring, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) && create {
		if data, err = Generate(); err != nil {
			return nil, err
		}
		if err = os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, err
		}
		if err = os.WriteFile(path, data, 0o600); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, fmt.Errorf("seal: key file: %w", err)
	}
	return Parse(data)
}

// ForTest returns a fixed keyring; it is only for tests and generators.
func ForTest() *Keyring {
	enc := base64.StdEncoding.EncodeToString
	raw := make([]byte, 80)
	for i := range raw {
		raw[i] = byte(i*7 + 3)
	}
	data, _ := json.Marshal(keyFile{Seal: map[string]string{"1": enc(raw[:16])}, Index: enc(raw[16:48]), Sign: enc(raw[48:80])})
	k, err := Parse(data)
	if err != nil {
		panic(err)
	}
	return k
}

// Seal closes a text. The empty text stays nil: absent is stored as NULL. field binds the value to its column, so that
// a sealed phone number pasted into the account column does not open.
func (k *Keyring) Seal(field, text string) []byte {
	if text == "" {
		return nil
	}
	return k.SealBytes(field, []byte(text))
}

// SealBytes closes any bytes; layout: key number, 12-byte nonce, ciphertext with tag.
func (k *Keyring) SealBytes(field string, plain []byte) []byte {
	aead := k.aeads[k.newest]
	out := make([]byte, 1+aead.NonceSize(), 1+aead.NonceSize()+len(plain)+aead.Overhead())
	out[0] = k.newest
	if _, err := rand.Read(out[1:]); err != nil {
		panic("seal: no randomness: " + err.Error()) // the kernel's source does not fail; going on would be worse
	}
	return aead.Seal(out, out[1:1+aead.NonceSize()], plain, []byte(field))
}

// Open opens a sealed text; nil opens to "".
func (k *Keyring) Open(field string, sealed []byte) (string, error) {
	if sealed == nil {
		return "", nil
	}
	b, err := k.OpenBytes(field, sealed)
	return string(b), err
}

// OpenBytes opens what SealBytes closed, or answers ErrSealed.
func (k *Keyring) OpenBytes(field string, sealed []byte) ([]byte, error) {
	if len(sealed) < 1 {
		return nil, ErrSealed
	}
	aead, ok := k.aeads[sealed[0]]
	if !ok || len(sealed) < 1+aead.NonceSize()+aead.Overhead() {
		return nil, ErrSealed
	}
	out, err := aead.Open(nil, sealed[1:1+aead.NonceSize()], sealed[1+aead.NonceSize():], []byte(field))
	if err != nil {
		return nil, ErrSealed
	}
	return out, nil
}

// Blind returns the 16-byte blind index of a normalised value within a field: equal values have equal indexes, and
// without the key nothing else can be told. The empty value has none (nil).
func (k *Keyring) Blind(field, normalised string) []byte {
	if normalised == "" {
		return nil
	}
	h := k.index.Get().(hash.Hash)
	defer k.index.Put(h)
	h.Reset()
	h.Write([]byte(field))
	h.Write([]byte{0})
	h.Write([]byte(normalised))
	return h.Sum(nil)[:16]
}

// Sign returns the HMAC-SM3 of a message under the signing key.
func (k *Keyring) Sign(message []byte) []byte {
	h := hmac.New(sm3.New, k.sign)
	h.Write(message)
	return h.Sum(nil)
}

// Verify tells whether mac signs message, in constant time.
func (k *Keyring) Verify(message, mac []byte) bool { return hmac.Equal(k.Sign(message), mac) }
