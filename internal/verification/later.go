package verification

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/exchange"
)

const askLater = `update inquiry q set state = 'waiting', message_id = null, next_at = u.next_at
from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as u(person, inquiry, next_at)
where q.person_id = u.person and q.id = u.inquiry and q.state = 'asked'`

// later puts questions back, each after the source's back-off for its attempt, and gives up those that were asked as often as
// the source allows: what waited for them is silent, which is unknown and not zero.
func (s *Service) later(ctx context.Context, tx pgx.Tx, src *exchange.Source, of []*asked, now time.Time, reason string, wait time.Duration) error {
	if len(of) == 0 {
		return nil
	}
	silent := ended{reason: reason}
	var persons, inquiries []uuid.UUID
	var next []time.Time
	for _, q := range of {
		if q.attempt >= max(1, src.Service.Attempts) {
			silent.add(q.person, q.inquiry)
			continue
		}
		persons, inquiries, next = append(persons, q.person), append(inquiries, q.inquiry), append(next, now.Add(max(wait, backoff(src, q.attempt))))
	}
	if len(persons) > 0 {
		if _, err := tx.Exec(ctx, askLater, persons, inquiries, next); err != nil {
			return err
		}
	}
	return s.end(ctx, tx, "silent", &silent, now)
}

// backoff doubles with each attempt, spread by a fifth so that questions that failed together do not come back together.
func backoff(src *exchange.Source, attempt int) time.Duration {
	d := max(src.Service.Backoff, time.Millisecond)
	for range min(attempt-1, 20) {
		d *= 2
	}
	if top := src.Service.BackoffMax; top > 0 && d > top {
		d = top
	}
	return d + time.Duration(rand.Float64()*0.2*float64(d))
}

// failed ends a message that brought nothing, and puts its questions back. A refusal is not asked again in this form.
func (s *Service) failed(ctx context.Context, src *exchange.Source, id uuid.UUID, f *exchange.Fault) error {
	ctx, orders := touching(ctx)
	err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		now := s.now()
		var state string
		var sentAt time.Time
		err := tx.QueryRow(ctx, lockMessage, id, src.ID).Scan(&state, &sentAt)
		if errors.Is(err, pgx.ErrNoRows) || err == nil && state != "sent" && state != "accepted" {
			return nil
		}
		if err != nil {
			return err
		}
		of, err := askedBy(ctx, tx, id)
		if err != nil {
			return err
		}
		waiting := s.unanswered(of, nil)
		reason := faultReason[f.Kind]
		if f.Kind == exchange.Refused {
			gone := ended{reason: reason}
			for _, q := range waiting {
				gone.add(q.person, q.inquiry)
			}
			err = s.end(ctx, tx, "silent", &gone, now)
		} else {
			err = s.later(ctx, tx, src, waiting, now, reason, f.RetryAfter)
		}
		if err != nil {
			return err
		}
		if err := s.closeMessage(ctx, tx, id, "failed", 0, reason+"："+f.Detail, nil, now); err != nil {
			return err
		}
		asked := len(of)
		if src.Transport.Kind == exchange.Desk { // each answer of a desk was counted when it came
			asked = len(waiting)
		}
		if err := countFailed(ctx, tx, src.ID, sentAt, now, asked); err != nil {
			return err
		}
		if f.Kind == exchange.Forged {
			if err := auditDistrust(ctx, tx, now, src.ID, f.Detail); err != nil {
				return err
			}
		}
		return s.stumble(ctx, tx, src, f, now)
	})
	if err == nil {
		err = s.settle(ctx, orders.ids())
	}
	return err
}

// What officers and reports read.
var faultReason = map[exchange.FaultKind]string{
	exchange.Down: "来源无法连接", exchange.Slow: "来源没有按时答复", exchange.Busy: "来源繁忙", exchange.Refused: "来源不受理",
	exchange.BadAnswer: "来源的答复不合格式", exchange.Forged: "来源的答复签名不符",
}

// closeMessage ends a message. What a desk had answered of one whose day has passed goes on counting.
func (s *Service) closeMessage(ctx context.Context, tx pgx.Tx, id uuid.UUID, state string, answers int, fault string, raw []byte, now time.Time) error {
	var sealed, digest []byte
	var size *int
	if raw != nil {
		sealed = s.keys.SealBytes(fieldRaw, raw)
		sum := sm3.Sum(raw)
		n := len(raw)
		digest, size = sum[:], &n
	}
	_, err := tx.Exec(ctx, `update exchange_message set state = $2, answers = answers + $3, fault = left($4, 500), ended_at = $5, raw_sealed = $6, raw_digest = $7, raw_size = $8, purge_on = $9
where id = $1`, id, state, answers, fault, now, sealed, digest, size, s.today().AddDays(s.settings.KeepRaw))
	return err
}
