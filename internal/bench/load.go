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
	base     string
	requests []*request
	who      []session // of each request
	numbered bool      // the baseline knows its plans by number
	once     bool
	during   time.Duration
}

// drive lets the clients work and returns how long each answer took.
func drive(ctx context.Context, clients int, j job) (sample, error) {
	transport := &http.Transport{MaxIdleConnsPerHost: clients, MaxConnsPerHost: clients, DisableCompression: true}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
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
				d, err := j.send(ctx, client, i%len(j.requests))
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

// send sends request i and reads the whole answer.
func (j *job) send(ctx context.Context, client *http.Client, i int) (time.Duration, error) {
	q := j.requests[i]
	url := j.base + q.path
	if j.numbered {
		url = j.base + "/" + strconv.Itoa(i)
	}
	req, err := q.dressed(ctx, url, j.who[i])
	if err != nil {
		return 0, err
	}
	start := time.Now()
	res, err := client.Do(req)
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
