package faultrun

import (
	"io"
	"time"

	"zhongfu/internal/deptsim"
)

// Options size a run.
type Options struct {
	Program  []string // the platform: its path and arguments before the command
	Env      []string // for the platform, beside this program's
	Folder   string   // for everything the run needs; PostgreSQL's own account must be able to reach it
	Database string   // owner's connection to an empty database; empty starts an own server
	Bin      []string // folders of PostgreSQL's programs
	Orders   int
	Kills    int  // of the platform, with -9
	Restart  bool // of the own server, at once and without a shutdown
	Prepared bool // kill only when all people are in their orders: a small run has no time for the minute until they are found
	Hours    bool // one source opens only after a minute or two
	Rate     float64
	Seed     uint64
	Limit    time.Duration // for all orders to end
	Say      io.Writer
}

// What the run agrees on with the departments in place of the catalogue's service: short times, so that hours fit into minutes.
// The rules are the same.
const (
	attempts = 6
	directly = `{status: sample, answer_within: 2s, concurrency: 4, batch: 20, attempts: 6, backoff: 300ms, backoff_max: 3s, breaker_after: 6, breaker_for: 2s}`
	later    = `{status: sample, answer_within: 8s, concurrency: 3, batch: 20, attempts: 6, backoff: 300ms, backoff_max: 3s, breaker_after: 6, breaker_for: 2s}`
)

// plan has every fault of a source at some rate.
func plan(rate float64) deptsim.Plan {
	on := func(share float64, from, to time.Duration) deptsim.Rate {
		return deptsim.Rate{Rate: share * rate, From: from, To: to}
	}
	return deptsim.Plan{"*": {
		deptsim.Slow: on(.05, time.Second, 3*time.Second), deptsim.Down: on(.05, 0, 0), deptsim.HTTP5xx: on(.05, 0, 0), deptsim.Busy: on(.04, time.Second, 2*time.Second),
		deptsim.Never: on(.03, 0, 0), deptsim.Late: on(.05, 3*time.Second, 10*time.Second), deptsim.Twice: on(.08, 0, 0), deptsim.WrongShape: on(.06, 0, 0),
		deptsim.Half: on(.08, 0, 0), deptsim.Stale: on(.05, 0, 0), deptsim.WrongPerson: on(.06, 0, 0), deptsim.Forged: on(.05, 0, 0), deptsim.Replayed: on(.06, 0, 0),
	}}
}
