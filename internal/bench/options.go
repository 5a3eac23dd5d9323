package bench

import (
	"context"
	"io"
	"time"
)

// Options say what is measured and on what.
type Options struct {
	Server  Server // where databases are made
	KeyFile string // sealing keys of the measured database; made when absent
	Seed    uint64
	People  int
	Cases   int
	Clients int
	Seconds float64 // for each arm of each operation
	Turns   int     // how often the arms of a comparison take turns; 0 = five times
	Profile string  // folder for one CPU profile of the program for each operation; empty = none
	Keep    bool    // keep the database for the next run
	Only    string  // one operation alone, by its id, "policy" or "verify"; empty = everything
	// Households is the size of the population of the policy section; 0 = leave the section out.
	Households int
	// Verify is how many people the largest order of the section on asking departments has; 0 = leave the section out.
	Verify int
	// Simulator starts the department simulator without waiting times and returns its address.
	Simulator func(ctx context.Context, d Departments) (url string, stop func(), err error)
	Progress  io.Writer
	Command   string // as typed, for the report
	Version   string
	Shared    string // shared_buffers and the like that the server was started with, for the report
}

// turns is how often the arms of a comparison take turns.
func (o Options) turns() int {
	if o.Turns > 0 {
		return o.Turns
	}
	return 5
}

func (o Options) slice() time.Duration {
	return time.Duration(o.Seconds / float64(o.turns()) * float64(time.Second))
}

// open is how many of the cases are still open: one in ten.
func (o Options) open() int { return o.Cases / 10 }
