package bench

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// job is what the clients of a slice do: requests in turn, until the time is over or, when each may be sent once only,
// until all are sent.
type job struct {
	client   *http.Client
	base     string
	first    int // number of the first request, for the baseline
	requests []*request
	who      []session // of each request
	numbered bool      // the baseline knows its plans by number
	once     bool
	during   time.Duration
}

// newClient keeps a connection open for each of the clients.
func newClient(clients int) *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients, MaxConnsPerHost: clients, DisableCompression: true}}
}

// part is a share of a job: of its time, or of its requests where each may be sent once only.
func (j job) part(k, of int) job {
	if !j.once {
		j.during /= time.Duration(of)
		return j
	}
	from, to := k*len(j.requests)/of, (k+1)*len(j.requests)/of
	j.requests, j.who, j.first = j.requests[from:to], j.who[from:to], from
	return j
}

// drive lets the clients work and returns how long each answer took.
func drive(ctx context.Context, clients int, j job) (sample, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	took := make([][]time.Duration, clients)
	var wg sync.WaitGroup
	start := time.Now()
	for c := range clients {
		wg.Go(func() {
			for ctx.Err() == nil && (j.once || time.Since(start) < j.during) {
				i := int(next.Add(1) - 1)
				if j.once && i >= len(j.requests) {
					return
				}
				d, err := j.send(ctx, i%len(j.requests))
				if err != nil {
					stop(err)
					return
				}
				took[c] = append(took[c], d)
			}
		})
	}
	wg.Wait()
	s := sample{wall: time.Since(start)}
	for _, t := range took {
		s.took = append(s.took, t...)
	}
	s.sort()
	return s, context.Cause(ctx)
}

// shares is how often the arms change places within a turn: often, because the pace of a machine changes within seconds.
const shares = 4

// turn lets both arms do their job, in alternating shares; first says who begins.
func turn(ctx context.Context, clients int, arms [2]job, first int) (got [2]sample, err error) {
	for k := range shares {
		for n := range arms {
			arm := (first + k + n) % 2
			s, err := drive(ctx, clients, arms[arm].part(k, shares))
			if err != nil {
				return got, err
			}
			got[arm].took = append(got[arm].took, s.took...)
			got[arm].wall += s.wall
		}
	}
	for arm := range got {
		got[arm].sort()
	}
	return got, nil
}

// send sends request i and reads the whole answer.
func (j *job) send(ctx context.Context, i int) (time.Duration, error) {
	q := j.requests[i]
	url := j.base + q.path
	if j.numbered {
		url = j.base + "/" + strconv.Itoa(j.first+i)
	}
	req, err := q.dressed(ctx, url, j.who[i])
	if err != nil {
		return 0, err
	}
	start := time.Now()
	res, err := j.client.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	if res.StatusCode >= 300 {
		told, _ := io.ReadAll(res.Body)
		return 0, fmt.Errorf("bench: %s %s: %d %s", q.method, url, res.StatusCode, told)
	}
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		return 0, err
	}
	return time.Since(start), nil
}
