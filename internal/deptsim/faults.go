package deptsim

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// Fault is a way in which a department fails.
type Fault string

// The faults. In a message at most one of Down, HTTP5xx, Busy and Never happens, in this order; an answer that is on its way
// has at most one of WrongShape, Half, Stale and WrongPerson, and its envelope at most one of Forged and Replayed. Slow, Late
// and Twice come on top. Failed and Silent are the liveness provider's.
const (
	Slow        Fault = "slow"         // the exchange takes from … to
	Down        Fault = "down"         // the connection breaks without an answer; a file is not fetched this time
	HTTP5xx     Fault = "http_5xx"     // 500, 502, 503 or 504
	Busy        Fault = "busy"         // 429, with Retry-After of from … to
	Never       Fault = "never"        // the question is taken and no answer comes
	Late        Fault = "late"         // the later answer comes from … to after it was due
	Twice       Fault = "twice"        // the later answer comes again with the same body
	WrongShape  Fault = "wrong_shape"  // not JSON, cut short, a field missing, of another type or unknown
	Half        Fault = "half"         // some questions get no answer
	Stale       Fault = "stale"        // data of long ago, said so in as_of
	WrongPerson Fault = "wrong_person" // somebody else's number, or the answers of two people changed round
	Forged      Fault = "forged"       // the signature does not fit
	Replayed    Fault = "replayed"     // an old message in place of the answer, or after it where the answer comes later
	Failed      Fault = "failed"       // liveness: the face does not fit
	Silent      Fault = "silent"       // liveness: the person does nothing
)

// Faults are all of them, in the order of their bits in the books.
var Faults = []Fault{Slow, Down, HTTP5xx, Busy, Never, Late, Twice, WrongShape, Half, Stale, WrongPerson, Forged, Replayed, Failed, Silent}

func (f Fault) bit() uint16 { return 1 << slices.Index(Faults, f) }

// Rate switches a fault. From and To bound a delay, or the seconds of Retry-After.
type Rate struct {
	Rate     float64
	From, To time.Duration
}

var usual = map[Fault]Rate{
	Slow: {From: 2 * time.Second, To: 8 * time.Second}, Late: {From: 20 * time.Second, To: 90 * time.Second},
	Busy: {From: time.Second, To: 5 * time.Second},
}

// UnmarshalJSON reads 0.1 or {"rate": 0.1, "from": "2s", "to": "8s"}.
func (r *Rate) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &r.Rate); err == nil {
		return nil
	}
	var long struct {
		Rate     float64
		From, To string
	}
	if err := json.Unmarshal(b, &long); err != nil {
		return errors.New(`a fault is a rate such as 0.1 or {"rate": 0.1, "from": "2s", "to": "8s"}`)
	}
	r.Rate = long.Rate
	for _, d := range []struct {
		in  string
		out *time.Duration
	}{{long.From, &r.From}, {long.To, &r.To}} {
		if d.in == "" {
			continue
		}
		var err error
		if *d.out, err = time.ParseDuration(d.in); err != nil {
			return fmt.Errorf("%q is no duration such as 1.5s", d.in)
		}
	}
	return nil
}

// MarshalJSON writes what UnmarshalJSON reads.
func (r Rate) MarshalJSON() ([]byte, error) {
	if r.From == 0 && r.To == 0 {
		return json.Marshal(r.Rate)
	}
	return json.Marshal(map[string]any{"rate": r.Rate, "from": r.From.String(), "to": r.To.String()})
}

// Plan says which faults are on, by source; "*" stands for every source that does not have its own rate of the fault.
type Plan map[string]map[Fault]Rate

// ParsePlan reads "*.slow=0.1,tax.down=1".
func ParsePlan(s string) (Plan, error) {
	out := Plan{}
	for _, part := range strings.Split(s, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		name, rate, ok := strings.Cut(part, "=")
		source, fault, named := strings.Cut(name, ".")
		n, err := strconv.ParseFloat(rate, 64)
		if !ok || !named || err != nil {
			return nil, fmt.Errorf("deptsim: %q is no fault such as tax.slow=0.1", part)
		}
		if out[source] == nil {
			out[source] = map[Fault]Rate{}
		}
		out[source][Fault(fault)] = Rate{Rate: n}
	}
	return out, nil
}

// ReadPlan reads a plan in JSON, as POST /faults takes it. Whether its names exist is checked where it is put in force.
func ReadPlan(raw []byte) (Plan, error) {
	p := Plan{}
	if err := json.Unmarshal(raw, &p); err != nil {
		return nil, err
	}
	return p, nil
}

// check finds faults and sources that do not exist, and sets the usual bounds where none are given.
func (p Plan) check(known func(source string) bool) error {
	for source, faults := range p {
		if source != "*" && !known(source) {
			return fmt.Errorf("deptsim: there is no source %q", source)
		}
		for f, r := range faults {
			switch {
			case !slices.Contains(Faults, f):
				return fmt.Errorf("deptsim: there is no fault %q", f)
			case r.Rate < 0 || r.Rate > 1 || r.Rate != r.Rate:
				return fmt.Errorf("deptsim: %s.%s: a rate is from 0 to 1", source, f)
			case r.From < 0 || r.To < 0 || r.To != 0 && r.To < r.From:
				return fmt.Errorf("deptsim: %s.%s: from is not before to", source, f)
			}
			if r.From == 0 && r.To == 0 {
				r.From, r.To = usual[f].From, usual[f].To
			}
			r.To = max(r.From, r.To)
			faults[f] = r
		}
	}
	return nil
}

// Merge returns the plan with another on top of it. It changes neither.
func (p Plan) Merge(with Plan) Plan {
	out := Plan{}
	for _, from := range []Plan{p, with} {
		for source, faults := range from {
			for f, r := range faults {
				if out[source] == nil {
					out[source] = map[Fault]Rate{}
				}
				if out[source][f] = r; r.Rate == 0 && source == "*" {
					delete(out[source], f)
				}
			}
		}
	}
	return out
}

// switches holds the plan in force.
type switches struct {
	seed uint64
	plan atomic.Pointer[Plan]
}

func (s *switches) rate(source string, f Fault) Rate {
	plan := *s.plan.Load()
	if r, ok := plan[source][f]; ok {
		return r
	}
	return plan["*"][f]
}

// occasion is one message, or one attempt of it: what faults are drawn for. Its key is made of what was asked and how often,
// so that the same run meets the same faults though ids differ.
type occasion struct {
	sim  *Sim
	src  *source
	key  string
	ids  []uuid.UUID // what was asked
	hit  uint16      // faults that happened
	meet []chance
}

type chance struct {
	fault Fault
	hit   bool
}

// happens draws a fault and notes it.
func (o *occasion) happens(f Fault) (Rate, bool) {
	r := o.sim.switches.rate(o.src.ID, f)
	if r.Rate == 0 {
		return r, false
	}
	d := newDraw(o.sim.switches.seed, string(f), o.src.ID, o.key)
	hit := d.unit() < r.Rate
	o.meet = append(o.meet, chance{f, hit})
	if hit {
		o.hit |= f.bit()
	}
	return r, hit
}

// undo takes back a fault that could not be shown.
func (o *occasion) undo(f Fault) {
	o.hit &^= f.bit()
	o.meet = slices.DeleteFunc(o.meet, func(c chance) bool { return c.fault == f })
}

// delay draws a time between a fault's bounds.
func (o *occasion) delay(f Fault, r Rate) time.Duration {
	d := newDraw(o.sim.switches.seed, "delay", string(f), o.src.ID, o.key)
	return r.From + time.Duration(d.unit()*float64(r.To-r.From))
}

// record notes in the books what was drawn so far: before anything leaves, so that who compares them with what came finds it
// there.
func (o *occasion) record() { o.src.book.met(o) }

func (o *occasion) draw(subject string) draw {
	return newDraw(o.sim.switches.seed, subject, o.src.ID, o.key)
}
