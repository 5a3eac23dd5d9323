package verification

import (
	"encoding/base64"
	"encoding/json"

	"zhongfu/internal/errs"
)

// cursorAt writes where a page ended; place is a struct of plain values.
func cursorAt(place any) string {
	raw, err := json.Marshal(place)
	if err != nil {
		panic(err) // plain values only
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

// readCursor reads what cursorAt wrote. A text that is none is an error at the field.
func readCursor(text, field string, place any) error {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || json.Unmarshal(raw, place) != nil {
		return errs.Bad(field, "翻页位置已失效，请从第一页重新查看。")
	}
	return nil
}
