package casework

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/task"
)

// escalateSlice is how many late duties one transaction looks at.
const escalateSlice = 500

// Escalate lifts late duties to the level above and writes it into the timeline of the case and the audit trail. It may
// run as often as it likes: a duty is lifted to a level once. It returns how many were lifted.
func (s *Service) Escalate(ctx context.Context) (int, error) {
	actor := access.System("逾期督办")
	lifted := 0
	var after *task.Cursor
	for {
		var next *task.Cursor
		n := 0
		err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
			climbed, more, err := task.Escalate(ctx, tx, s.now(), after, escalateSlice)
			if err != nil {
				return err
			}
			next, n = more, len(climbed)
			return s.noteEscalated(ctx, tx, actor, climbed)
		})
		if err != nil {
			return lifted, err
		}
		lifted += n
		if next == nil {
			return lifted, nil
		}
		after = next
	}
}

func (s *Service) noteEscalated(ctx context.Context, tx pgx.Tx, actor access.Actor, climbed []task.Climbed) error {
	if len(climbed) == 0 {
		return nil
	}
	now := s.now()
	b := &pgx.Batch{}
	for _, c := range climbed {
		if err := audit.Queue(b, now, actor, audit.Event{Action: "task.overdue", ObjectKind: "task", ObjectID: c.ID.String(), Root: c.Root, Division: c.Division,
			After: map[string]any{"step": c.Step, "due": c.Due, "to_level": int(c.To)}}); err != nil {
			return err
		}
		if c.Kind != taskStep && c.Kind != taskVisit && c.Kind != taskObjection {
			continue // a duty of another business has its own timeline
		}
		id, err := uuid.NewV7()
		if err != nil {
			return err
		}
		text := fmt.Sprintf("“%s”逾期（应于%s前办结），已上报%s督办", c.Title, c.Due.Chinese(), levelNames[c.To])
		b.Queue(insertEvent, c.Root, id, c.Division, now, nil, actor.Name, string(actor.Role), "escalated", c.Step, text, []byte(fmt.Sprintf(`{"to_level": %d, "due": %q}`, c.To, c.Due)))
	}
	return tx.SendBatch(ctx, b).Close()
}
