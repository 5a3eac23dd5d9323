package identity

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/identity/identitydb"
)

// Duty is a role held at a place.
type Duty struct {
	ID       uuid.UUID // zero for one that is not stored yet
	Role     access.Role
	Division int64
	Level    access.Level
}

// Self is who is signed in and what may be chosen.
type Self struct {
	Login   string
	Actor   access.Actor
	Current Duty
	Duties  []Duty
	Actions []access.Action
	Now     time.Time
}

// Whoami tells a person about the own session.
func (s *Service) Whoami(ctx context.Context, actor access.Actor) (Self, error) {
	if err := access.Check(actor, "session.own", access.Listing); err != nil {
		return Self{}, err
	}
	out := Self{Actor: actor, Actions: access.Actions(actor), Now: s.clock.Now()}
	err := s.db.InRead(ctx, access.System("session"), func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		p, err := q.StaffByID(ctx, actor.Staff)
		if err != nil {
			return err
		}
		out.Login = p.Login
		out.Duties, err = activeDuties(ctx, q, actor.Staff)
		return err
	})
	if err != nil {
		return Self{}, err
	}
	for _, d := range out.Duties {
		if d.Role == actor.Role && d.Division == actor.Division {
			out.Current = d
		}
	}
	return out, nil
}

func activeDuties(ctx context.Context, q *identitydb.Queries, staff uuid.UUID) ([]Duty, error) {
	rows, err := q.ActiveAssignments(ctx, staff)
	if err != nil {
		return nil, err
	}
	out := make([]Duty, len(rows))
	for i, r := range rows {
		out[i] = Duty{ID: r.ID, Role: access.Role(r.Role), Division: r.Division, Level: access.Level(r.Level)}
	}
	return out, nil
}
