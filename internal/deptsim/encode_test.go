package deptsim

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
)

// What is written by hand reads as the types of the protocol, whatever stands in the texts.
func TestReplyIsWhatTheTypesRead(t *testing.T) {
	c := strange("c")
	at := testToday.Time().Add(10 * time.Hour)
	q := exchange.Question{ID: uuid.New(), Class: "c", IDNumber: "440104198001010010"}
	odd := "引号\" 反斜\\ 换行\n制表\t <b>&\u2028 尾"
	answers := []answered{
		{question: q, class: &c, idNumber: q.IDNumber, asOf: testToday, answer: answer{status: exchange.Found, note: odd,
			rows: [][]any{{odd, "a", "12.30", int64(3), "2026-01-02", true}, {"乙", "b", "0.00", nil, "2026-01-03", false}}}},
		{question: q, class: &c, idNumber: "X", asOf: testToday, answer: answer{status: exchange.None}},
	}
	message := uuid.New()
	var got exchange.Reply
	if err := json.Unmarshal(encodeReply(message, "来源", at, answers), &got); err != nil {
		t.Fatal(err)
	}
	want := exchange.Reply{Version: exchange.Version, Message: message, Source: "来源", AnsweredAt: at, Answers: []exchange.Answer{
		{ID: q.ID, Class: "c", IDNumber: q.IDNumber, Status: exchange.Found, AsOf: testToday, Note: odd, Records: []map[string]any{
			{"label": odd, "kind": "a", "amount": "12.30", "pieces": 3.0, "since": "2026-01-02", "active": true},
			{"label": "乙", "kind": "b", "amount": "0.00", "since": "2026-01-03", "active": false}}},
		{ID: q.ID, Class: "c", IDNumber: "X", Status: exchange.None, AsOf: testToday},
	}}
	if !got.AnsweredAt.Equal(at) {
		t.Errorf("answered at %s, want %s", got.AnsweredAt, at)
	}
	got.AnsweredAt = at
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
