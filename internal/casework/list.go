package casework

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
)

// List returns a page of cases in the actor's range, newest first.
func (s *Service) List(ctx context.Context, actor access.Actor, f CaseFilter) (CaseListPage, error) {
	page := CaseListPage{Items: []CaseSummary{}}
	if err := access.Check(actor, "case.list", access.Listing); err != nil {
		return page, err
	}
	if f.Limit <= 0 || f.Limit > 100 {
		f.Limit = 20
	}
	query, args, err := s.listQuery(actor, f)
	if err != nil {
		return page, err
	}
	today := s.today()
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		page.Items = page.Items[:0]
		rows, err := tx.Query(ctx, query, args...)
		if err != nil {
			return err
		}
		var c CaseSummary
		var place, handedIn int64
		var pack string
		var steps []string
		_, err = pgx.ForEachRow(rows, []any{&c.ID, &c.Number, &c.Item, &place, &handedIn, &c.ApplicantName, &c.MemberCount, &c.Status, &c.SubmittedAt,
			&c.Due, &c.AmountFen, &pack, &steps, &c.StepDue}, func() error {
			row := c
			row.Division, row.DivisionName, row.Forwarded = code12(place), s.places.ShortName(place, division.County), handedIn != place
			row.StatusName = statusNames[c.Status]
			s.named(&row, pack, steps)
			row.LeftDays, row.Colour = task.Colour(today, c.StepDue)
			page.Items = append(page.Items, row)
			return nil
		})
		return err
	})
	if err != nil {
		return CaseListPage{Items: []CaseSummary{}}, err
	}
	if len(page.Items) > f.Limit {
		page.Items = page.Items[:f.Limit]
		last := page.Items[f.Limit-1]
		page.Next = listCursor(last.SubmittedAt, last.ID)
	}
	return page, nil
}

// named fills the names of item and steps from the pack.
func (s *Service) named(row *CaseSummary, packName string, steps []string) {
	row.Steps, row.StepNames, row.ItemName = []string{}, []string{}, row.Item
	pack, err := s.packNamed(packName)
	if err != nil {
		row.Steps = steps
		return
	}
	row.ItemName = itemName(pack, row.Item)
	for _, id := range steps {
		row.Steps = append(row.Steps, id)
		row.StepNames = append(row.StepNames, stepNameIn(pack, id))
	}
}

// The open steps come beside each row; the planner does the lookup only for the rows of the page.
const listColumns = `select c.id, c.number, c.item, c.division, c.handed_in_division, c.applicant_name, c.member_count, c.status, c.submitted_at, c.due,
  c.amount_fen, c.pack, coalesce(o.steps, '{}'), o.due
from cases c left join lateral (select array_agg(s.step order by s.opened_at, s.step) as steps, min(s.due) as due
  from case_step s where s.case_id = c.id and s.state = 'open') o on true
where true`

func (s *Service) listQuery(actor access.Actor, f CaseFilter) (string, []any, error) {
	var q strings.Builder
	var args []any
	arg := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	q.WriteString(listColumns)
	if f.Number != "" {
		// Operators that PostgreSQL holds leakproof: below row-level security LIKE may not use the index.
		from := strings.ToUpper(strings.TrimSpace(f.Number))
		q.WriteString(" and c.number ~>=~ " + arg(from) + " and c.number ~<~ " + arg(from+"\U0010FFFF"))
	}
	if f.Status != "" {
		q.WriteString(" and c.status = " + arg(f.Status))
	}
	if f.Item != "" {
		q.WriteString(" and c.item = " + arg(f.Item))
	}
	lo, hi := actor.Lo, actor.Hi
	if f.Division != 0 {
		lo, hi = division.Range(f.Division)
	}
	if f.Forwarded {
		q.WriteString(" and c.handed_in_division <> c.division")
	} else {
		// The range stands in the statement too, so that the index on it is used; the row policy stays the wall.
		q.WriteString(" and c.division between " + arg(lo) + " and " + arg(hi))
	}
	today := s.today()
	within := func(cond string) {
		q.WriteString(" and c.status = 'open' and exists (select from case_step s where s.case_id = c.id and s.state = 'open' and " + cond + ")")
	}
	if f.Step != "" {
		within("s.step = " + arg(f.Step))
	}
	switch f.Due {
	case task.Late:
		within("s.due < " + arg(today))
	case task.Soon:
		within("s.due between " + arg(today) + " and " + arg(task.SoonLimit(today)))
	case task.OK:
		within("s.due > " + arg(task.SoonLimit(today)))
	}
	if f.Cursor != "" {
		at, id, err := readListCursor(f.Cursor)
		if err != nil {
			return "", nil, err
		}
		q.WriteString(" and (c.submitted_at, c.id) < (" + arg(at) + ", " + arg(id) + ")")
	}
	q.WriteString(" order by c.submitted_at desc, c.id desc limit " + arg(f.Limit+1))
	return q.String(), args, nil
}

func listCursor(at time.Time, id uuid.UUID) string {
	return base64.RawURLEncoding.EncodeToString([]byte(at.UTC().Format(time.RFC3339Nano) + "|" + id.String()))
}

func readListCursor(c string) (time.Time, uuid.UUID, error) {
	if raw, err := base64.RawURLEncoding.DecodeString(c); err == nil {
		if at, id, ok := strings.Cut(string(raw), "|"); ok {
			t, err1 := time.Parse(time.RFC3339Nano, at)
			u, err2 := uuid.Parse(id)
			if err1 == nil && err2 == nil {
				return t.In(calendar.Zone), u, nil
			}
		}
	}
	return time.Time{}, uuid.Nil, errs.Bad("cursor", "翻页位置无效，请从第一页重新打开列表。")
}
