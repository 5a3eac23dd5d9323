package exchange

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// Carrier brings a message to a source. It answers with the reply and its bytes as they came; with ErrLater where the source
// has taken the message and answers later (callback, file); with a *Fault otherwise. It asks once: whether to ask again is
// the engine's to decide.
type Carrier interface {
	Send(ctx context.Context, to *Source, q Query) (*Reply, []byte, error)
}

// Taker takes what a source laid down somewhere. Nonce and signature say who it is from; the taker knows what was seen before.
type Taker interface {
	// Fresh remembers a nonce; false where it was seen before.
	Fresh(ctx context.Context, nonce string) (bool, error)
	// Take takes an answer; the same again changes nothing.
	Take(ctx context.Context, r *Reply, raw []byte) error
	// Spoilt says that the source answered a message with what does not fit the catalogue or cannot be read.
	Spoilt(ctx context.Context, message uuid.UUID, f *Fault) error
	// Distrust says that something lay there that the source did not send, or sent before.
	Distrust(ctx context.Context, why string) error
}

// ErrLater says that the source has taken the message and will answer in its own time.
var ErrLater = errors.New("exchange: the answer comes later")

// FaultKind says what went wrong between us and a source.
type FaultKind string

// The kinds of fault. Down, Slow and Busy pass; Refused does not, in this form; BadAnswer and Forged are the source's to mend.
const (
	Down      FaultKind = "down"       // not reached, or an error of theirs (5xx)
	Slow      FaultKind = "slow"       // no answer in the time agreed
	Busy      FaultKind = "busy"       // too many questions (429)
	Refused   FaultKind = "refused"    // they will not answer this message (4xx)
	BadAnswer FaultKind = "bad_answer" // the answer does not fit the catalogue
	Forged    FaultKind = "forged"     // the answer is not signed as agreed
)

// Fault is a failed message.
type Fault struct {
	Kind       FaultKind
	Detail     string        // for officers, in Chinese; holds no personal data
	RetryAfter time.Duration // what the source asked for; 0 = nothing
	Status     int           // of HTTP, where there was an answer; 0 = none
	Cause      error         // for the log
}

// Error names the kind and the detail.
func (f *Fault) Error() string { return fmt.Sprintf("exchange: %s: %s", f.Kind, f.Detail) }

// Unwrap returns the cause.
func (f *Fault) Unwrap() error { return f.Cause }
