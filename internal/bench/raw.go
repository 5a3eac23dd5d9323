package bench

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"

	"zhongfu/internal/postgres"
)

// plan is a recorded request as the baseline runs it: the statements, and an answer of the same length.
type plan struct {
	steps []*statement
	body  []byte
}

// raw is the baseline: what somebody would write who needs these statements and this answer and nothing else. No session,
// no rights, no rules, no opening of sealed fields, no rendering.
type raw struct {
	pool  *pgxpool.Pool
	plans atomic.Pointer[[]plan]
}

// openRaw connects as the program does: same role, same number of connections, same zone, same
// short way for ids.
func openRaw(ctx context.Context, url string, conns int32) (*pgxpool.Pool, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	cfg.MaxConns = conns
	cfg.ConnConfig.RuntimeParams["timezone"] = "Asia/Shanghai"
	cfg.AfterConnect = func(ctx context.Context, c *pgx.Conn) error {
		postgres.RegisterTypes(c.TypeMap())
		_, err := c.Exec(ctx, "set role "+postgres.AppRole)
		return err
	}
	return pgxpool.NewWithConfig(ctx, cfg)
}

// ServeHTTP runs the plan whose number the path names.
func (h *raw) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	plans := *h.plans.Load()
	i, err := strconv.Atoi(r.URL.Path[1:])
	if err != nil || i < 0 || i >= len(plans) {
		http.NotFound(w, r)
		return
	}
	_, _ = io.Copy(io.Discard, r.Body)
	if err := h.replay(r.Context(), plans[i].steps); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(plans[i].body)
}

func (h *raw) replay(ctx context.Context, steps []*statement) error {
	conn, err := h.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	for _, s := range steps {
		if err := s.run(ctx, conn.Conn()); err != nil {
			_, _ = conn.Exec(context.WithoutCancel(ctx), "rollback")
			return err
		}
	}
	return nil
}

func (s *statement) run(ctx context.Context, c *pgx.Conn) error {
	switch {
	case s.batch != nil:
		b := &pgx.Batch{}
		for _, q := range s.batch {
			b.Queue(q.sql, q.arguments()...)
		}
		res := c.SendBatch(ctx, b)
		for range s.batch {
			rows, err := res.Query()
			if err == nil {
				err = drain(rows)
			}
			if err != nil {
				_ = res.Close()
				return err
			}
		}
		return res.Close()
	case s.rows:
		rows, err := c.Query(ctx, s.sql, s.arguments()...)
		if err != nil {
			return err
		}
		return drain(rows)
	}
	_, err := c.Exec(ctx, s.sql, s.arguments()...)
	return err
}

// arguments are the recorded ones; an audit event gets an id and an instant of its own, because it is written anew each
// time that a search is run again.
func (s *statement) arguments() []any {
	if !strings.Contains(s.sql, "insert into audit_event") {
		return s.args
	}
	id, _ := uuid.NewV7()
	args := append([]any{time.Now().Truncate(time.Microsecond), id}, s.args[2:]...)
	return args
}

// drain reads every row into variables of the columns' own types.
func drain(rows pgx.Rows) error {
	var into []any
	for rows.Next() {
		if into == nil {
			into = variables(rows.FieldDescriptions())
		}
		if err := rows.Scan(into...); err != nil {
			rows.Close()
			return err
		}
	}
	rows.Close()
	return rows.Err()
}

// variables are what a hand-written handler would scan into; JSON stays as it came.
func variables(fields []pgconn.FieldDescription) []any {
	out := make([]any, len(fields))
	for i, f := range fields {
		switch f.DataTypeOID {
		case pgtype.TextOID, pgtype.VarcharOID:
			out[i] = new(*string)
		case pgtype.Int8OID, pgtype.Int4OID, pgtype.Int2OID:
			out[i] = new(*int64)
		case pgtype.BoolOID:
			out[i] = new(*bool)
		case pgtype.UUIDOID:
			out[i] = new(*uuid.UUID)
		case pgtype.TimestamptzOID, pgtype.DateOID:
			out[i] = new(*time.Time)
		case pgtype.ByteaOID, pgtype.JSONBOID, pgtype.JSONOID:
			out[i] = new([]byte)
		default:
			out[i] = new(pgtype.UndecodedBytes) // the bytes as they came
		}
	}
	return out
}
