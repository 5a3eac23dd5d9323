package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
)

// Event is one thing done. Before and After are rendered as JSON; personal data in them must already be masked.
type Event struct {
	Action     access.Action
	ObjectKind string    // person, household, case, staff, payroll …
	ObjectID   string    // readable number or id of the object
	Root       uuid.UUID // the person, household or case that the object belongs to; zero when none
	Division   int64     // where the object lies: decides which auditor sees the event
	Before     any       // nil when nothing was there
	After      any       // nil when nothing is left
	Purpose    string    // why, where the actor was asked (revealing masked data)
}

// One statement, one round trip: the event and its place in the queue of the sealing job. No RETURNING: the actor may
// append where it cannot read.
const insertEvent = `
with event as (
  insert into audit_event (at, id, actor_id, actor_name, role, division, action, object_kind, object_id, root_id, before, after, purpose, remote)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
)
insert into audit_unsealed (id, at) values ($2, $1)`

// Write appends an event inside tx. at is the injected clock's instant, kept to the microsecond.
func Write(ctx context.Context, tx pgx.Tx, at time.Time, a access.Actor, e Event) error {
	args, err := arguments(at, a, e)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, insertEvent, args...)
	return err
}

// Queue adds the event to a batch that the caller sends, to spare a round trip.
func Queue(b *pgx.Batch, at time.Time, a access.Actor, e Event) error {
	args, err := arguments(at, a, e)
	if err != nil {
		return err
	}
	b.Queue(insertEvent, args...)
	return nil
}

func arguments(at time.Time, a access.Actor, e Event) ([]any, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	before, err := render(e.Before)
	if err != nil {
		return nil, err
	}
	after, err := render(e.After)
	if err != nil {
		return nil, err
	}
	return []any{at.Truncate(time.Microsecond), id, nullable(a.Staff), a.Name, string(a.Role), e.Division, string(e.Action),
		e.ObjectKind, e.ObjectID, nullable(e.Root), before, after, e.Purpose, a.Remote}, nil
}

func render(v any) (any, error) {
	if v == nil {
		return nil, nil
	}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("audit: value cannot be rendered: %w", err)
	}
	return b, nil
}

func nullable(id uuid.UUID) any {
	if id == uuid.Nil {
		return nil
	}
	return id
}
