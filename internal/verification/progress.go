package verification

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// OrderProgress is how far an order is and how fast it goes.
type OrderProgress struct {
	Total       int64          `json:"total" doc:"things asked so far"`
	Ended       int64          `json:"ended"`
	StartedAt   *time.Time     `json:"started_at"`
	PerMinute   float64        `json:"per_minute" doc:"ended a minute over the last ten minutes; 0 where nothing ended"`
	ExpectedEnd *time.Time     `json:"expected_end" doc:"at that pace; absent where nothing ended lately or only people are left to answer"`
	ByPeople    int64          `json:"by_people" doc:"of what waits, what people of a department answer"`
	Steps       []ProgressStep `json:"steps" doc:"what ended in each stretch of time since the start, in order"`
	StepSeconds int            `json:"step_seconds"`
}

// ProgressStep is one stretch of time of an order.
type ProgressStep struct {
	From     time.Time `json:"from"`
	Answered int64     `json:"answered"`
	Other    int64     `json:"other" doc:"silent, refused or cancelled"`
}

// lately is over how long the pace is measured.
const lately = 10 * time.Minute

// Progress tells how far an order is. The pace counts what ended in the last ten minutes, and what was answered at once from
// fresh answers only while the order is that young.
func (s *Service) Progress(ctx context.Context, actor access.Actor, id uuid.UUID) (OrderProgress, error) {
	p := OrderProgress{Steps: []ProgressStep{}}
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return p, err
	}
	now := s.now()
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		var createdAt time.Time
		var endedAt *time.Time
		var people int64
		err := tx.QueryRow(ctx, `select created_at, started_at, ended_at, people from verification_order where id = $1`, id).Scan(&createdAt, &p.StartedAt, &endedAt, &people)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这份核对委托")
		}
		if err != nil {
			return err
		}
		until := now
		if endedAt != nil {
			until = *endedAt
		}
		var recent int64
		count, step := countLines, stepOf(until.Sub(createdAt))
		if people > few {
			count, step = tallyLines, max(step, time.Minute)
		}
		if err := tx.QueryRow(ctx, count, id, now.Add(-lately), s.desks()).Scan(&p.Total, &p.Ended, &recent, &p.ByPeople); err != nil {
			return err
		}
		span := min(lately, now.Sub(createdAt))
		if endedAt == nil && span > 0 {
			p.PerMinute = float64(recent) / max(span.Minutes(), 1.0/60)
		}
		if left := p.Total - p.Ended - p.ByPeople; left > 0 && p.PerMinute > 0 {
			end := now.Add(time.Duration(float64(left) / p.PerMinute * float64(time.Minute)))
			p.ExpectedEnd = &end
		}
		p.StepSeconds = int(step.Seconds())
		p.Steps, err = steps(ctx, tx, id, people, createdAt, step)
		return err
	})
	return p, err
}

const countLines = `select count(*), count(*) filter (where state <> 'waiting'), count(*) filter (where ended_at > $2),
  count(*) filter (where state = 'waiting' and source = any($3)) from verification_item where order_id = $1`

// What the tally counts by the minute is taken from the minute in which the ten minutes begin.
const tallyLines = `select coalesce(sum(n) filter (where state = 'added'), 0)::bigint, coalesce(sum(n) filter (where state <> 'added'), 0)::bigint,
  coalesce(sum(n) filter (where state <> 'added' and minute >= date_trunc('minute', $2::timestamptz)), 0)::bigint,
  coalesce(sum(case state when 'added' then n else -n end) filter (where source = any($3)), 0)::bigint from verification_tally where order_id = $1`

const stepLines = `select date_bin(make_interval(secs => $3), ended_at, $2) as at, count(*) filter (where state = 'answered'), count(*) filter (where state <> 'answered')
from verification_item where order_id = $1 and ended_at is not null group by at order by at limit 200`

const stepTally = `select date_bin(make_interval(secs => $3), minute, date_trunc('minute', $2::timestamptz)) as at, coalesce(sum(n) filter (where state = 'answered'), 0)::bigint,
  coalesce(sum(n) filter (where state <> 'answered'), 0)::bigint from verification_tally where order_id = $1 and state <> 'added' group by at order by at limit 200`

func steps(ctx context.Context, tx pgx.Tx, id uuid.UUID, people int64, from time.Time, step time.Duration) ([]ProgressStep, error) {
	query := stepLines
	if people > few {
		query = stepTally
	}
	rows, err := tx.Query(ctx, query, id, from, step.Seconds())
	if err != nil {
		return nil, err
	}
	out := []ProgressStep{}
	var one ProgressStep
	_, err = pgx.ForEachRow(rows, []any{&one.From, &one.Answered, &one.Other}, func() error { out = append(out, one); return nil })
	return out, err
}

// stepOf is a round stretch of which about forty make the time that an order has taken.
func stepOf(took time.Duration) time.Duration {
	for _, d := range []time.Duration{time.Second, 5 * time.Second, 15 * time.Second, time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 6 * time.Hour} {
		if took <= 40*d {
			return d
		}
	}
	return 24 * time.Hour
}

// desks are the sources whose answers people give.
func (s *Service) desks() []string {
	out := []string{}
	for _, src := range s.catalogue.Sources() {
		if src.Transport.Kind == exchange.Desk {
			out = append(out, src.ID)
		}
	}
	return out
}
