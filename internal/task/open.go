package task

import (
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
)

// Duty is a new task for an office: the role at the level above (or at) the place where its subject lies.
type Duty struct {
	Root     uuid.UUID // what it belongs to
	Kind     string
	Step     string
	Division int64 // where the subject lies
	Level    access.Level
	Role     access.Role
	Title    string // 初审
	Subject  string // GD-440104-2026-000123 李建国
	Link     string
	Due      calendar.Date // last day
}

// Office is the division of the office that has the duty.
func (d Duty) Office() int64 { return division.At(d.Division, division.Level(d.Level)) }

const insertTask = `
insert into task (root_id, id, kind, step, division, office_division, office_level, role, title, subject, link, opened_at, due)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`

// QueueOpen adds the opening of a duty to a batch of the transaction that causes it.
func QueueOpen(b *pgx.Batch, now time.Time, d Duty) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	b.Queue(insertTask, d.Root, id, d.Kind, d.Step, d.Division, d.Office(), int16(d.Level), string(d.Role), d.Title, d.Subject, d.Link, now, d.Due)
	return nil
}

// QueueClose closes the open duties of a root that belong to a step.
func QueueClose(b *pgx.Batch, now time.Time, root uuid.UUID, step string) {
	b.Queue(`update task set closed_at = $3 where root_id = $1 and step = $2 and closed_at is null`, root, step, now)
}

// QueueCloseKind closes the open duties of a root of one kind.
func QueueCloseKind(b *pgx.Batch, now time.Time, root uuid.UUID, kind string) {
	b.Queue(`update task set closed_at = $3 where root_id = $1 and kind = $2 and closed_at is null`, root, kind, now)
}

// QueueCloseAll closes every open duty of a root.
func QueueCloseAll(b *pgx.Batch, now time.Time, root uuid.UUID) {
	b.Queue(`update task set closed_at = $2 where root_id = $1 and closed_at is null`, root, now)
}

// QueueDue moves the day of the open duties of a step, as when a notice starts to run. What had climbed comes down again
// if the new day lies ahead.
func QueueDue(b *pgx.Batch, root uuid.UUID, step string, due calendar.Date, today calendar.Date) {
	b.Queue(`update task set due = $3,
	  escalated_at = case when $3 >= $4::date then null else escalated_at end,
	  escalated_level = case when $3 >= $4::date then null else escalated_level end,
	  escalated_lo = case when $3 >= $4::date then null else escalated_lo end
	where root_id = $1 and step = $2 and closed_at is null`, root, step, due, today)
}
