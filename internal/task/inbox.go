package task

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
)

// Boxes of an inbox.
const (
	Mine      = "mine"
	Office    = "office"
	Unclaimed = "unclaimed"
	Escalated = "escalated"
)

const selectTask = `select t.root_id, t.id, t.kind, t.step, t.division, t.title, t.subject, t.link, t.role, t.assignee,
  t.assignee_name, t.opened_at, t.due, t.escalated_at,
  t.escalated_level is not distinct from $1 and t.escalated_lo is not distinct from $2
from task t where t.closed_at is null`

// Inbox returns a page of open duties by their day. Errors: Forbidden for escalated without that duty.
func (s *Service) Inbox(ctx context.Context, actor access.Actor, f Filter) (TaskPage, error) {
	if err := access.Check(actor, "task.list", access.Listing); err != nil {
		return TaskPage{}, err
	}
	if f.Box == Escalated {
		if err := access.Check(actor, "task.overdue", access.Listing); err != nil {
			return TaskPage{}, err
		}
	}
	if f.Limit <= 0 || f.Limit > 100 {
		f.Limit = 20
	}
	today := clock.Today(s.clock)
	query, args, err := inboxQuery(actor, f, today)
	if err != nil {
		return TaskPage{}, err
	}
	page := TaskPage{Items: []TaskRow{}}
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		page.Items = page.Items[:0]
		rows, err := tx.Query(ctx, query, args...)
		if err != nil {
			return err
		}
		var t TaskRow
		var place int64
		_, err = pgx.ForEachRow(rows, []any{&t.RootID, &t.ID, &t.Kind, &t.Step, &place, &t.Title, &t.Subject, &t.Link, &t.Role, &t.Assignee,
			&t.AssigneeName, &t.OpenedAt, &t.Due, &t.EscalatedAt, &t.EscalatedHere}, func() error {
			row := t
			row.Division, row.DivisionName = code12(place), s.places.ShortName(place, 3)
			row.Mine = t.Assignee != nil && *t.Assignee == actor.Staff
			row.LeftDays, row.Colour = Colour(today, t.Due)
			page.Items = append(page.Items, row)
			return nil
		})
		return err
	})
	if err != nil {
		return TaskPage{}, err
	}
	if len(page.Items) > f.Limit {
		page.Items = page.Items[:f.Limit]
		last := page.Items[f.Limit-1]
		page.Next = cursorOf(*last.Due, last.ID)
	}
	return page, nil
}

func inboxQuery(actor access.Actor, f Filter, today calendar.Date) (string, []any, error) {
	args := []any{int16(actor.Level), actor.Lo}
	arg := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	var q strings.Builder
	q.WriteString(selectTask)
	office := func() {
		q.WriteString(" and t.office_division = " + arg(actor.Division) + " and t.role = " + arg(string(actor.Role)))
	}
	switch f.Box {
	case Mine:
		q.WriteString(" and t.assignee = " + arg(actor.Staff))
		office()
	case Unclaimed:
		office()
		q.WriteString(" and t.assignee is null")
	case Escalated:
		q.WriteString(" and t.escalated_level = $1 and t.escalated_lo = $2 and t.escalated_at is not null")
	default:
		office()
	}
	switch f.Colour {
	case Late:
		q.WriteString(" and t.due < " + arg(today))
	case Soon:
		q.WriteString(" and t.due between " + arg(today) + " and " + arg(SoonLimit(today)))
	case OK:
		q.WriteString(" and t.due > " + arg(SoonLimit(today)))
	}
	if f.Step != "" {
		q.WriteString(" and t.step = " + arg(f.Step))
	}
	if f.Cursor != "" {
		due, id, err := readCursor(f.Cursor)
		if err != nil {
			return "", nil, err
		}
		q.WriteString(" and (t.due, t.id) > (" + arg(due) + ", " + arg(id) + ")")
	}
	q.WriteString(" order by t.due, t.id limit " + arg(f.Limit+1))
	return q.String(), args, nil
}

func cursorOf(due calendar.Date, id uuid.UUID) string {
	return base64.RawURLEncoding.EncodeToString([]byte(due.String() + "|" + id.String()))
}

func readCursor(c string) (calendar.Date, uuid.UUID, error) {
	raw, err := base64.RawURLEncoding.DecodeString(c)
	if err == nil {
		day, id, ok := strings.Cut(string(raw), "|")
		if ok {
			d, err1 := calendar.ParseDate(day)
			u, err2 := uuid.Parse(id)
			if err1 == nil && err2 == nil {
				return d, u, nil
			}
		}
	}
	return 0, uuid.Nil, errs.Bad("cursor", "翻页位置无效，请从第一页重新打开列表。")
}

// Count returns the numbers on the tabs in one statement.
func (s *Service) Count(ctx context.Context, actor access.Actor) (TaskCounts, error) {
	var c TaskCounts
	if err := access.Check(actor, "task.list", access.Listing); err != nil {
		return c, err
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		var err error
		c, err = CountIn(ctx, tx, actor, clock.Today(s.clock))
		return err
	})
	return c, err
}

// CountQuery counts an actor's open duties; arguments come from CountArgs. It is exported so that a home page can send
// it in its own batch.
const CountQuery = `
select count(*) filter (where mine), count(*) filter (where office), count(*) filter (where office and assignee is null),
  count(*) filter (where office and due between $5 and $6), count(*) filter (where office and due < $5), count(*) filter (where up)
from (
  select true as office, assignee is not distinct from $3 as mine, false as up, assignee, due
  from task where closed_at is null and office_division = $1 and role = $2
  union all
  select false, false, true, assignee, due
  from task where closed_at is null and escalated_at is not null and escalated_level = $4 and escalated_lo = $7 and $8
) t`

// CountArgs are the arguments of CountQuery.
func CountArgs(actor access.Actor, today calendar.Date) []any {
	overdue := access.Check(actor, "task.overdue", access.Listing) == nil
	return []any{actor.Division, string(actor.Role), actor.Staff, int16(actor.Level), today, SoonLimit(today), actor.Lo, overdue}
}

// ScanCounts reads the answer of CountQuery.
func ScanCounts(row pgx.Row) (TaskCounts, error) {
	var c TaskCounts
	err := row.Scan(&c.Mine, &c.Office, &c.Unclaimed, &c.Soon, &c.Late, &c.Escalated)
	return c, err
}

// CountIn counts inside a transaction.
func CountIn(ctx context.Context, tx pgx.Tx, actor access.Actor, today calendar.Date) (TaskCounts, error) {
	return ScanCounts(tx.QueryRow(ctx, CountQuery, CountArgs(actor, today)...))
}
