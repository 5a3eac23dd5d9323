package audit

import (
	"fmt"
	"time"

	"github.com/google/uuid"
)

// FaultKind says in which way the trail was tampered with.
type FaultKind string

// The ways that Verify tells apart.
const (
	EventChanged    FaultKind = "event_changed"    // the event's row is not what was sealed
	EventMissing    FaultKind = "event_missing"    // sealed or queued, but the row is gone
	EventInserted   FaultKind = "event_inserted"   // a row that is neither sealed nor waiting to be
	SealChanged     FaultKind = "seal_changed"     // the link's own hash was altered, the event is as sealed
	SealMissing     FaultKind = "seal_missing"     // numbers are missing inside the chain
	SignatureBroken FaultKind = "signature_broken" // a signed head does not bear our signature
	Rewritten       FaultKind = "rewritten"        // the chain at a signed head differs from what was signed
	Unsigned        FaultKind = "unsigned"         // links after the last signed head
	Truncated       FaultKind = "truncated"        // a head was signed beyond the chain's end
)

var faultLabels = map[FaultKind]string{
	EventChanged: "记录被改动", EventMissing: "记录缺失", EventInserted: "记录系事后插入", SealChanged: "链节散列值被改动",
	SealMissing: "链节缺失", SignatureBroken: "链头签名无效", Rewritten: "链与已签名的链头不一致", Unsigned: "链尾没有签名", Truncated: "链尾被截断",
}

// Label is the kind's name on screens.
func (k FaultKind) Label() string { return faultLabels[k] }

// Fault is one finding. Event and At are zero where only the link's number is known.
type Fault struct {
	Kind  FaultKind
	N     int64 // number in the chain; 0 when the event never was in it
	Event uuid.UUID
	At    time.Time
	Text  string // Chinese sentence
}

// maxFaults bounds a report: who rewrites the chain makes every row a finding.
const maxFaults = 1000

// Verification is the result of recomputing the chain.
type Verification struct {
	Events    int64     // rows in the trail
	Sealed    int64     // links in the chain
	Waiting   int64     // rows waiting to be sealed
	Head      Head      // the newest signed head that was found good; N is 0 when there is none
	CheckedTo time.Time // the newest sealed event's time; zero for an empty chain
	Faults    []Fault   // at most 1000
	More      int64     // findings beyond these
}

// Sound tells whether nothing was found.
func (v *Verification) Sound() bool { return len(v.Faults) == 0 }

func (v *Verification) add(kind FaultKind, n int64, event uuid.UUID, at time.Time, format string, args ...any) {
	if len(v.Faults) >= maxFaults {
		v.More++
		return
	}
	v.Faults = append(v.Faults, Fault{Kind: kind, N: n, Event: event, At: at, Text: fmt.Sprintf(format, args...)})
}
