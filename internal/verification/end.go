package verification

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// ended is questions that end together for one reason.
type ended struct {
	persons, inquiries []uuid.UUID
	reason             string
}

func (e *ended) add(person, inquiry uuid.UUID) {
	e.persons, e.inquiries = append(e.persons, person), append(e.inquiries, inquiry)
}

func (e *ended) len() int { return len(e.persons) }

const endInquiries = `update inquiry q set state = $1, ended_at = $2, reason = $3
from unnest($4::uuid[], $5::uuid[]) as u(person, inquiry) where q.person_id = u.person and q.id = u.inquiry and q.state in ('waiting', 'asked')`

const endItems = `update verification_item i set state = $1, ended_at = $2, reason = $3
from unnest($4::uuid[], $5::uuid[]) as u(person, inquiry) where i.person_id = u.person and i.inquiry_id = u.inquiry and i.state = 'waiting'
returning i.order_id`

// end closes questions and what waited for them, in whichever orders.
func (s *Service) end(ctx context.Context, tx pgx.Tx, state string, e *ended, now time.Time) error {
	if e.len() == 0 {
		return nil
	}
	if _, err := tx.Exec(ctx, endInquiries, state, now, e.reason, e.persons, e.inquiries); err != nil {
		return err
	}
	rows, err := tx.Query(ctx, endItems, state, now, e.reason, e.persons, e.inquiries)
	if err != nil {
		return err
	}
	var order uuid.UUID
	noted, _ := ctx.Value(touchedKey{}).(touched)
	_, err = pgx.ForEachRow(rows, []any{&order}, func() error {
		if noted != nil {
			noted[order] = true
		}
		return nil
	})
	return err
}
