package task

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
)

// Climbed is a late duty that has just gone up to the office of a higher level.
type Climbed struct {
	Root, ID uuid.UUID
	Kind     string
	Step     string
	Division int64
	Title    string
	Due      calendar.Date
	From     access.Level // the level that has the duty
	To       access.Level // the level that now sees it
	ToPlace  int64        // the division of that level
}

const selectLate = `
select root_id, id, kind, step, division, office_level, title, due, opened_at, escalated_level
from task
where closed_at is null and due < $1 and (due, id) > ($2, $3) and coalesce(escalated_level, 9) > 1
order by due, id limit $4 for update skip locked`

// Escalate lifts late duties to the level above: one level when the day has passed, and one more each time the duty's
// whole allowance has passed again, up to the province. A duty is lifted to a level once, so running it twice changes
// nothing. It works through one slice per call and returns where to go on; next is nil at the end.
func Escalate(ctx context.Context, tx pgx.Tx, now time.Time, after *Cursor, limit int) (climbed []Climbed, next *Cursor, err error) {
	today := calendar.DateOf(now)
	from := Cursor{Due: calendar.NewDate(1900, 1, 1)}
	if after != nil {
		from = *after
	}
	rows, err := tx.Query(ctx, selectLate, today, from.Due, from.ID, limit)
	if err != nil {
		return nil, nil, err
	}
	var c Climbed
	var level int16
	var was *int16
	var opened time.Time
	seen := 0
	_, err = pgx.ForEachRow(rows, []any{&c.Root, &c.ID, &c.Kind, &c.Step, &c.Division, &level, &c.Title, &c.Due, &opened, &was}, func() error {
		seen++
		from = Cursor{Due: c.Due, ID: c.ID}
		to := Height(access.Level(level), calendar.DateOf(opened), c.Due, today)
		if to >= access.Level(level) || was != nil && access.Level(*was) <= to {
			return nil
		}
		up := c
		up.From, up.To = access.Level(level), to
		up.ToPlace = division.At(c.Division, division.Level(to))
		climbed = append(climbed, up)
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	if seen == limit {
		next = &from
	}
	if len(climbed) == 0 {
		return nil, next, nil
	}
	return climbed, next, lift(ctx, tx, now, climbed)
}

// Cursor is where Escalate goes on.
type Cursor struct {
	Due calendar.Date
	ID  uuid.UUID
}

// Height is the level that a duty has climbed to by today: its own while it is in time, one above when it is late, one
// more for every further allowance (working days from opening to its day) that has gone by.
func Height(level access.Level, opened, due, today calendar.Date) access.Level {
	if today <= due {
		return level
	}
	allowance := max(1, calendar.WorkingDaysBetween(opened, due))
	climbs := 1 + max(0, calendar.WorkingDaysBetween(due, today)-1)/allowance
	return max(access.Province, level-access.Level(min(climbs, 5)))
}

func lift(ctx context.Context, tx pgx.Tx, now time.Time, climbed []Climbed) error {
	n := len(climbed)
	roots, ids := make([]uuid.UUID, n), make([]uuid.UUID, n)
	levels, los := make([]int16, n), make([]int64, n)
	for i, c := range climbed {
		roots[i], ids[i], levels[i] = c.Root, c.ID, int16(c.To)
		los[i], _ = division.Range(c.ToPlace)
	}
	_, err := tx.Exec(ctx, `update task t set escalated_at = $5, escalated_level = u.level, escalated_lo = u.lo
	  from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::bigint[]) as u(root, id, level, lo)
	  where t.root_id = u.root and t.id = u.id`, roots, ids, levels, los, now)
	return err
}
