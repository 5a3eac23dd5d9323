package audit

import (
	"encoding/hex"
	"fmt"
	"time"
)

// Signer signs chain heads with a key that is kept outside the database; seal.Keyring is one.
type Signer interface {
	Sign(message []byte) []byte
	Verify(message, mac []byte) bool
}

// Head is the newest link of the chain: what an auditor writes down to compare with later.
type Head struct {
	N    int64
	Hash []byte
	At   time.Time // when it was signed
}

// String is the form that `zhongfu audit verify` prints and takes: number:hash.
func (h Head) String() string { return fmt.Sprintf("%d:%s", h.N, hex.EncodeToString(h.Hash)) }

// ParseHead reads what String printed.
func ParseHead(s string) (Head, error) {
	var h Head
	var enc string
	if _, err := fmt.Sscanf(s, "%d:%s", &h.N, &enc); err != nil {
		return Head{}, fmt.Errorf("链头应写成 序号:散列值，如 1200:9f…（%q 不是）", s)
	}
	raw, err := hex.DecodeString(enc)
	if err != nil || len(raw) != len(genesis) || h.N < 1 {
		return Head{}, fmt.Errorf("链头应写成 序号:散列值，散列值为 64 位十六进制（%q 不是）", s)
	}
	h.Hash = raw
	return h, nil
}

// message is what the signature covers.
func (h Head) message() []byte {
	return fmt.Appendf(nil, "zhongfu audit checkpoint\n%d\n%x\n%d\n", h.N, h.Hash, h.At.UnixMicro())
}
