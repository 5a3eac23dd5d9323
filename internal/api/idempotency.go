package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
)

const (
	idempotencyHeader = "Idempotency-Key"
	idempotencyField  = "idempotency.body"
	// A first attempt that has not answered for this long died with its program; the second may take over. What it did
	// is guarded by the domain's own keys.
	abandonedAfter = time.Minute
)

// Memory remembers answers to requests that carry an idempotency key, for a day, so that a form sent twice is done once
// and answered twice. Only endpoints marked Idempotent take part.
type Memory struct {
	DB    *postgres.DB
	Keys  *seal.Keyring
	Clock clock.Clock
}

// Wrap stands between the keeper and the routes.
func (m *Memory) Wrap(r *Router, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		header := req.Header.Get(idempotencyHeader)
		if header == "" || !unsafe(req.Method) {
			next.ServeHTTP(w, req)
			return
		}
		actor, err := access.From(req.Context())
		e, known := r.find(req)
		if err != nil || !known || !e.Idempotent {
			next.ServeHTTP(w, req)
			return
		}
		key, err := uuid.Parse(header)
		if err != nil {
			writeProblem(w, req, errs.Bad(idempotencyHeader, "重复提交标识应为 UUID 格式。"))
			return
		}
		m.once(w, req, next, actor, e, key)
	})
}

func (m *Memory) once(w http.ResponseWriter, req *http.Request, next http.Handler, actor access.Actor, e Endpoint, key uuid.UUID) {
	limit := e.MaxBody
	if limit == 0 {
		limit = 1 << 20
	}
	body, err := io.ReadAll(io.LimitReader(req.Body, limit+1))
	if err != nil {
		writeProblem(w, req, errs.New(errs.Invalid, "body_unreadable", "提交的内容没有收全，请检查网络后重试。").Because(err))
		return
	}
	sum := sm3.Sum(append([]byte(req.Method+" "+req.URL.Path+"\n"), body...))
	ctx := req.Context()
	answered, err := m.begin(ctx, actor, e.ID, key, sum[:])
	if err != nil {
		writeProblem(w, req, err)
		return
	}
	if answered != nil {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Idempotency-Replayed", "true")
		w.WriteHeader(answered.status)
		_, _ = w.Write(answered.body)
		return
	}
	req.Body = io.NopCloser(bytes.NewReader(body))
	tee := &teeWriter{ResponseWriter: w, status: http.StatusOK}
	next.ServeHTTP(tee, req)
	_ = m.end(context.WithoutCancel(ctx), actor, e.ID, key, tee)
}

type answer struct {
	status int
	body   []byte
}

// begin takes the key, or returns the answer that was given under it.
func (m *Memory) begin(ctx context.Context, actor access.Actor, op string, key uuid.UUID, digest []byte) (*answer, error) {
	var found *answer
	now := m.Clock.Now()
	err := m.DB.InTx(ctx, access.System("idempotency"), func(tx pgx.Tx) error {
		found = nil
		tag, err := tx.Exec(ctx, `insert into idempotency (key, staff_id, operation, digest, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
			key, actor.Staff, op, digest, now)
		if err != nil || tag.RowsAffected() == 1 {
			return err
		}
		var (
			before []byte
			status *int16
			sealed []byte
			since  time.Time
		)
		err = tx.QueryRow(ctx, `select digest, status, body, created_at from idempotency where staff_id = $1 and operation = $2 and key = $3 for update`,
			actor.Staff, op, key).Scan(&before, &status, &sealed, &since)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.New(errs.Conflict, "in_progress", "同一份提交正在处理，请稍候。")
		}
		if err != nil {
			return err
		}
		switch {
		case !bytes.Equal(before, digest):
			return errs.New(errs.Conflict, "key_reused", "内容已修改，但提交标识相同；请刷新页面后重新提交。")
		case status != nil:
			body, err := m.Keys.OpenBytes(idempotencyField, sealed)
			if err != nil {
				return err
			}
			found = &answer{int(*status), body}
			return nil
		case now.Sub(since) < abandonedAfter:
			return errs.New(errs.Conflict, "in_progress", "同一份提交正在处理，请稍候。")
		}
		_, err = tx.Exec(ctx, `update idempotency set created_at = $4 where staff_id = $1 and operation = $2 and key = $3`, actor.Staff, op, key, now)
		return err
	})
	return found, err
}

// end keeps the answer of what was done. Whatever was refused or failed has changed nothing: it frees the key, so that the form can be
// sent again once it is put right.
func (m *Memory) end(ctx context.Context, actor access.Actor, op string, key uuid.UUID, t *teeWriter) error {
	return m.DB.InTx(ctx, access.System("idempotency"), func(tx pgx.Tx) error {
		if t.status >= http.StatusBadRequest || t.tooLong {
			_, err := tx.Exec(ctx, `delete from idempotency where staff_id = $1 and operation = $2 and key = $3`, actor.Staff, op, key)
			return err
		}
		_, err := tx.Exec(ctx, `update idempotency set status = $4, body = $5 where staff_id = $1 and operation = $2 and key = $3`,
			actor.Staff, op, key, t.status, m.Keys.SealBytes(idempotencyField, t.copy.Bytes()))
		return err
	})
}

// Forget drops answers older than a day; a job calls it.
func (m *Memory) Forget(ctx context.Context) error {
	return m.DB.InTx(ctx, access.System("idempotency"), func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "delete from idempotency where created_at < $1", m.Clock.Now().Add(-24*time.Hour))
		return err
	})
}

type teeWriter struct {
	http.ResponseWriter
	status  int
	copy    bytes.Buffer
	tooLong bool
}

func (t *teeWriter) WriteHeader(code int) {
	t.status = code
	t.ResponseWriter.WriteHeader(code)
}

func (t *teeWriter) Write(b []byte) (int, error) {
	if t.copy.Len()+len(b) > 1<<20 {
		t.tooLong = true
	} else {
		t.copy.Write(b)
	}
	return t.ResponseWriter.Write(b)
}
