package bench

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"
)

// recorder observes the statements of the program and writes them into the recording that travels in the request's
// context. Requests without one leave no trace.
type recorder struct{}

type recordingKey struct{}

// recording is what one request did in the database, in order.
type recording struct {
	mu    sync.Mutex
	steps []*statement
}

// statement is one round trip: a query, a command, or a batch of them.
type statement struct {
	sql   string
	args  []any
	rows  bool // rows came back
	batch []*statement
}

func (s *statement) own(sql string, args []any) {
	s.sql, s.args = sql, slices.Clone(args)
}

func (r *recording) add(s *statement) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.steps = append(r.steps, s)
}

type statementKey struct{}

func (recorder) TraceQueryStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryStartData) context.Context {
	r, ok := ctx.Value(recordingKey{}).(*recording)
	if !ok {
		return ctx
	}
	s := &statement{}
	s.own(d.SQL, d.Args)
	r.add(s)
	return context.WithValue(ctx, statementKey{}, s)
}

func (recorder) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryEndData) {
	if s, ok := ctx.Value(statementKey{}).(*statement); ok {
		s.rows = d.CommandTag.Select() || returns(s.sql)
	}
}

func (recorder) TraceBatchStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceBatchStartData) context.Context {
	r, ok := ctx.Value(recordingKey{}).(*recording)
	if !ok {
		return ctx
	}
	s := &statement{batch: []*statement{}}
	for _, q := range d.Batch.QueuedQueries {
		one := &statement{}
		one.own(q.SQL, q.Arguments)
		s.batch = append(s.batch, one)
	}
	r.add(s)
	return ctx
}

func (recorder) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}
func (recorder) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData)     {}

// returns tells whether a command hands rows back.
func returns(sql string) bool { return strings.Contains(strings.ToLower(sql), "returning ") }

// roundTrips counts the statements and the times that the network was crossed.
func (r *recording) roundTrips() (trips, statements int) {
	for _, s := range r.steps {
		trips++
		statements += max(1, len(s.batch))
	}
	return trips, statements
}
