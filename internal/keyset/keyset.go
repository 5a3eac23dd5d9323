// Package keyset writes the places where pages of lists end as texts that clients hand back for the next page. A place is a
// struct of plain values or one such value: what the list is ordered by.
package keyset

import (
	"encoding/base64"
	"encoding/json"

	"zhongfu/internal/errs"
)

// Write is the text of a place.
func Write(place any) string {
	raw, err := json.Marshal(place)
	if err != nil {
		panic(err) // plain values only
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

// Read reads what Write wrote into place, a pointer; an empty text is the first page and leaves it as it is. A text that is none
// is an error at the field.
func Read(text, field string, place any) error {
	if text == "" {
		return nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || json.Unmarshal(raw, place) != nil {
		return errs.Bad(field, "翻页位置已失效，请从第一页重新查看。")
	}
	return nil
}
