package exchange

import (
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
)

// Version of the messages of docs/exchange.md.
const Version = 1

// Query is one message to a source: some questions, each about one person and one class.
type Query struct {
	Version   int        `json:"version"`
	Message   uuid.UUID  `json:"message"`
	Source    string     `json:"source"`
	AskedAt   time.Time  `json:"asked_at"`
	Purpose   string     `json:"purpose"`
	Callback  string     `json:"callback,omitempty"`
	Questions []Question `json:"questions"`
}

// Question is one question. Its id stays the same when it is asked again; the message's does not.
type Question struct {
	ID            uuid.UUID     `json:"question"`
	Class         string        `json:"class"`
	IDNumber      string        `json:"id_number"`
	Name          string        `json:"name"`
	Authorisation string        `json:"authorisation"`
	From          calendar.Date `json:"from,omitzero"` // history asked for
}

// Reply is a source's message: answers to some or all questions of the query that it names.
type Reply struct {
	Version    int       `json:"version"`
	Message    uuid.UUID `json:"message"`
	Source     string    `json:"source"`
	AnsweredAt time.Time `json:"answered_at"`
	Answers    []Answer  `json:"answers"`
}

// Status is what a source says about one person.
type Status string

// The statuses. None is a known zero; Unknown is not.
const (
	Found   Status = "found"   // there are records
	None    Status = "none"    // the source has looked and there is nothing
	Unknown Status = "unknown" // the source cannot tell
)

// Answer answers one question. Records are as the department wrote them; Catalogue.Check gives them their types.
type Answer struct {
	ID       uuid.UUID        `json:"question"`
	Class    string           `json:"class"`
	IDNumber string           `json:"id_number"` // repeated by the source, so that a mix-up shows
	Status   Status           `json:"status"`
	AsOf     calendar.Date    `json:"as_of"` // the day that the data are of
	Records  []map[string]any `json:"records,omitempty"`
	Note     string           `json:"note,omitempty"`
}
