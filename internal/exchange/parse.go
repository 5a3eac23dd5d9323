package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/google/uuid"
)

// ParseReply reads a source's message strictly: one JSON object, no unknown or doubled meaning, within the limits of
// docs/exchange.md. Records are left as written; CheckAnswer gives them their types. The error is a *Misfit.
func ParseReply(raw []byte) (Reply, error) {
	bad := func(format string, args ...any) (Reply, error) {
		return Reply{}, &Misfit{What: fmt.Sprintf(format, args...)}
	}
	if len(raw) > MaxMessage {
		return bad("消息超过 %d MiB。", MaxMessage>>20)
	}
	if depth(raw) > 6 {
		return bad("消息的 JSON 嵌套太深。")
	}
	var r Reply
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return bad("消息不是有效的 JSON，或有不认识的字段、类型不对。")
	}
	if _, err := d.Token(); err != io.EOF {
		return bad("JSON 后面还有别的内容。")
	}
	if err := r.check(); err != nil {
		return Reply{}, err
	}
	return r, nil
}

// check holds what every reply must have, however it came.
func (r *Reply) check() error {
	bad := func(format string, args ...any) error { return &Misfit{What: fmt.Sprintf(format, args...)} }
	switch {
	case r.Version != Version:
		return bad("version 应为 %d。", Version)
	case r.Message == uuid.Nil:
		return bad("缺少 message（所答消息的编号）。")
	case r.Source == "":
		return bad("缺少 source。")
	case r.AnsweredAt.IsZero():
		return bad("缺少 answered_at。")
	case len(r.Answers) > MaxAnswers:
		return bad("有 %d 条答复，上限 %d 条。", len(r.Answers), MaxAnswers)
	}
	seen := map[uuid.UUID]bool{}
	for i := range r.Answers {
		a := &r.Answers[i]
		switch {
		case a.ID == uuid.Nil || a.Class == "" || a.IDNumber == "":
			return bad("第 %d 条答复缺少 question、class 或 id_number。", i+1)
		case seen[a.ID]:
			return bad("第 %d 条答复的 question 在同一消息里答了两次。", i+1)
		case len(a.Records) > MaxRecords:
			return bad("第 %d 条答复有 %d 条记录，上限 %d 条。", i+1, len(a.Records), MaxRecords)
		}
		seen[a.ID] = true
	}
	return nil
}

// depth is how deep brackets nest, those in texts left out.
func depth(raw []byte) int {
	most, now, text := 0, 0, false
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case text && c == '\\':
			i++
		case c == '"':
			text = !text
		case text:
		case c == '{' || c == '[':
			now++
			most = max(most, now)
		case c == '}' || c == ']':
			now--
		}
	}
	return most
}
