package exchange

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
)

// Control is the file that comes last and says that the other is whole.
type Control struct {
	Version    int       `json:"version"`
	Message    uuid.UUID `json:"message"`
	Source     string    `json:"source"`
	File       string    `json:"file"`
	Rows       int       `json:"rows"`
	SM3        string    `json:"sm3"`
	AskedAt    string    `json:"asked_at,omitempty"`
	AnsweredAt string    `json:"answered_at,omitempty"`
	Key        string    `json:"key"`
	Time       string    `json:"time"`
	Nonce      string    `json:"nonce"`
	Sign       string    `json:"sign"`
}

// FileAge is how long a signed file may lie in the drop folder.
const FileAge = 72 * time.Hour

// NewControl signs a file of questions.
func NewControl(k Key, source string, message uuid.UUID, format string, rows int, data []byte, now time.Time) ([]byte, error) {
	name := message.String() + "." + format
	s, err := k.NewSignature("FILE "+name, data, now)
	if err != nil {
		return nil, err
	}
	digest := sm3.Sum(data)
	return json.Marshal(Control{Version: Version, Message: message, Source: source, File: name, Rows: rows, SM3: hex.EncodeToString(digest[:]),
		AskedAt: now.Format(time.RFC3339), Key: s.Key, Time: s.Time, Nonce: s.Nonce, Sign: s.Sign})
}

// ParseControl reads a control file strictly. name is the file's own, without folder.
func ParseControl(name string, raw []byte) (Control, string, error) {
	var c Control
	if len(raw) > 64<<10 {
		return c, "", &Misfit{What: "控制文件太大。"}
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return c, "", &Misfit{What: "控制文件不是有效的 JSON。"}
	}
	if _, err := d.Token(); err != io.EOF {
		return c, "", &Misfit{What: "控制文件后面还有别的内容。"}
	}
	for _, format := range []string{"csv", "xlsx"} {
		if c.Version == Version && c.Message != uuid.Nil && name == c.Message.String()+".ctl" && c.File == c.Message.String()+"."+format {
			return c, format, nil
		}
	}
	return c, "", &Misfit{What: "控制文件、数据文件与 message 的名称不一致，或 version 不对。"}
}

// Verify tells whether the control file is the key's, of these bytes and not too old. That its nonce is new is the caller's to know.
func (c *Control) Verify(k Key, data []byte, now time.Time) error {
	at, err := strconv.ParseInt(c.Time, 10, 64)
	if err != nil {
		return ErrForged
	}
	signed := time.Unix(at, 0)
	if err := k.Verify("FILE "+c.File, data, Signature{Key: c.Key, Time: c.Time, Nonce: c.Nonce, Sign: c.Sign}, signed); err != nil {
		return err
	}
	if now.Sub(signed) > FileAge || signed.Sub(now) > Skew {
		return ErrStale
	}
	digest := sm3.Sum(data)
	if c.SM3 != hex.EncodeToString(digest[:]) {
		return errors.Join(ErrForged, errors.New("exchange: the digest does not fit the file"))
	}
	return nil
}
