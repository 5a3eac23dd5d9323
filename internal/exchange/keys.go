package exchange

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Keys are the secrets shared with the sources, by source. They come from a file outside the repository and the database
// and are never logged.
type Keys map[string]Key

type keysFile map[string]struct {
	Key    string `json:"key"`
	Secret string `json:"secret"` // base64 of at least 32 bytes
}

// OpenKeys reads the key file. With make, secrets that are missing for the sources named are added (mode 0600): the
// demonstration and its simulator share the file.
func OpenKeys(path string, make bool, sources ...string) (Keys, error) {
	file := keysFile{}
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("exchange: key file: %w", err)
	default:
		if err := json.Unmarshal(raw, &file); err != nil {
			return nil, fmt.Errorf("exchange: key file %s is not valid JSON", path)
		}
	}
	if make {
		if err := file.add(path, sources); err != nil {
			return nil, err
		}
	}
	out := Keys{}
	for source, k := range file {
		secret, err := base64.StdEncoding.DecodeString(k.Secret)
		if err != nil || len(secret) < 32 || k.Key == "" {
			return nil, fmt.Errorf("exchange: key file %s: the secret of %s must be base64 of at least 32 bytes, with a key name", path, source)
		}
		out[source] = Key{ID: k.Key, Secret: secret}
	}
	return out, nil
}

// add writes the file whole to a new name first, so that a kill leaves the old one.
func (f keysFile) add(path string, sources []string) error {
	changed := false
	for _, s := range sources {
		if _, ok := f[s]; ok {
			continue
		}
		secret := [32]byte{}
		if _, err := rand.Read(secret[:]); err != nil {
			return err
		}
		k := f[s]
		k.Key, k.Secret = s+"-1", base64.StdEncoding.EncodeToString(secret[:])
		f[s], changed = k, true
	}
	if !changed {
		return nil
	}
	raw, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", raw, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
