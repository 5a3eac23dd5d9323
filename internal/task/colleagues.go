package task

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
)

// Colleague is somebody who holds the actor's duty at the actor's office, to whom a task can be handed.
type Colleague struct {
	ID   uuid.UUID `json:"id" format:"uuid"`
	Name string    `json:"name"`
}

// Colleagues lists the others of the actor's role and office, by name: whom Assign accepts, and nothing else about them.
func (s *Service) Colleagues(ctx context.Context, actor access.Actor) ([]Colleague, error) {
	if err := access.Check(actor, "task.claim", access.Listing); err != nil {
		return nil, err
	}
	out := []Colleague{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select s.id, s.name from staff_assignment a join staff s on s.id = a.staff_id
		  where a.division = $1 and a.role = $2 and a.until is null and s.status = 'active' and s.id <> $3 order by s.name, s.id limit 200`,
			actor.Division, string(actor.Role), actor.Staff)
		if err != nil {
			return err
		}
		out, err = pgx.AppendRows(out[:0], rows, pgx.RowToStructByPos[Colleague])
		return err
	})
	return out, err
}
