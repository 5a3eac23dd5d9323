package deptsim

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// answered is one answer on its way, with what faults have made of it.
type answered struct {
	question exchange.Question
	class    *exchange.Class
	idNumber string // whom it says it is about
	asOf     calendar.Date
	answer
	flaw flaw
}

// flaw is a wrong shape of one answer.
type flaw int8

const (
	whole flaw = iota
	missingField
	wrongType
	unknownField
	unknownStatus
	flaws
)

// encodeReply writes a reply as docs/exchange.md has it. It is written by hand because measuring asks for a simulator that is
// faster than what it measures; TestReplyIsWhatTheTypesRead holds it to exchange.Reply.
func encodeReply(message uuid.UUID, source string, at time.Time, answers []answered) []byte {
	b := make([]byte, 0, 256+300*len(answers))
	b = append(b, `{"version":1,"message":"`...)
	b = append(b, message.String()...)
	b = append(b, `","source":`...)
	b = appendText(b, source)
	b = append(b, `,"answered_at":"`...)
	b = at.In(calendar.Zone).AppendFormat(b, time.RFC3339)
	b = append(b, `","answers":[`...)
	for i := range answers {
		if i > 0 {
			b = append(b, ',')
		}
		b = answers[i].append(b)
	}
	return append(b, "]}"...)
}

func (a *answered) append(b []byte) []byte {
	b = append(b, `{"question":"`...)
	b = append(b, a.question.ID.String()...)
	b = append(b, `","class":`...)
	b = appendText(b, a.question.Class)
	b = append(b, `,"id_number":`...)
	b = appendText(b, a.idNumber)
	b = append(b, `,"status":`...)
	status := string(a.status)
	if a.flaw == unknownStatus {
		status = "maybe"
	}
	b = appendText(b, status)
	b = append(b, `,"as_of":"`...)
	b = append(b, a.asOf.String()...)
	b = append(b, '"')
	if len(a.rows) > 0 {
		b = append(b, `,"records":[`...)
		for i, r := range a.rows {
			if i > 0 {
				b = append(b, ',')
			}
			f := whole
			if i == len(a.rows)-1 {
				f = a.flaw
			}
			b = appendRecord(b, a.class, r, f)
		}
		b = append(b, ']')
	}
	if a.note != "" {
		b = append(b, `,"note":`...)
		b = appendText(b, a.note)
	}
	return append(b, '}')
}

func appendRecord(b []byte, c *exchange.Class, r []any, f flaw) []byte {
	b = append(b, '{')
	first := true
	key := func(k string) {
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(appendText(b, k), ':')
	}
	for i, v := range r {
		if v == nil {
			continue
		}
		switch {
		case f == missingField && c.Fields[i].Required:
			f = whole
			continue
		case f == wrongType:
			f = whole
			key(c.Fields[i].Key)
			b = append(b, `["`+string(c.Fields[i].Type)+`"]`...)
			continue
		}
		key(c.Fields[i].Key)
		b = appendValue(b, v)
	}
	if f == unknownField {
		key("internal_remark")
		b = append(b, `"x"`...)
	}
	return append(b, '}')
}

func appendValue(b []byte, v any) []byte {
	switch x := v.(type) {
	case int64:
		return strconv.AppendInt(b, x, 10)
	case bool:
		return strconv.AppendBool(b, x)
	case string:
		return appendText(b, x)
	}
	panic("deptsim: a value that no field type has")
}

// appendText writes a JSON string.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] == '"' || s[i] == '\\' || s[i] == 0x7f {
			raw, err := json.Marshal(s)
			if err != nil {
				panic(err) // a string always has a form
			}
			return append(b, raw...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// canHave tells whether a flaw can be shown in an answer.
func (a *answered) canHave(f flaw) bool {
	switch f {
	case missingField:
		for i := range a.class.Fields {
			if a.class.Fields[i].Required && len(a.rows) > 0 && a.rows[len(a.rows)-1][i] != nil {
				return true
			}
		}
		return false
	case wrongType:
		if len(a.rows) == 0 {
			return false
		}
		for _, v := range a.rows[len(a.rows)-1] {
			if v != nil {
				return true
			}
		}
		return false
	case unknownField:
		return len(a.rows) > 0
	}
	return true
}
