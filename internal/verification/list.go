package verification

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/keyset"
)

// OrderFilter narrows the list of orders. It travels in a body: titles name applicants, and a name in an address would stand in logs.
type OrderFilter struct {
	State  string `json:"state,omitempty" enum:"preparing,running,answered,cancelled,failed," doc:"empty: all"`
	Kind   string `json:"kind,omitempty" enum:"case,batch,client,"`
	Text   string `json:"q,omitempty" maxLength:"60" doc:"number or part of the title"`
	After  string `json:"after,omitempty" maxLength:"200" doc:"cursor of the last page"`
	Limit  int    `json:"limit,omitempty" minimum:"1" maximum:"100" default:"30"`
	CaseID string `json:"case_id,omitempty" maxLength:"36" doc:"orders of one case"`
	Person string `json:"person,omitempty" maxLength:"36" doc:"orders about one person"`
	Place  string `json:"place,omitempty" pattern:"^([0-9]{12})?$" doc:"only inside this division"`
	Client string `json:"client,omitempty" maxLength:"60" doc:"only of this client"`
	Due    string `json:"due,omitempty" enum:"late,week," doc:"late: past the last day and not ended; week: to end within seven days"`
}

// OrderPage is one page of orders, the newest first.
type OrderPage struct {
	Orders []Order `json:"orders"`
	Next   string  `json:"next,omitempty"`
}

type orderCursor struct {
	At time.Time `json:"a"`
	ID uuid.UUID `json:"i"`
}

// Orders lists what the actor may see.
func (s *Service) Orders(ctx context.Context, actor access.Actor, f OrderFilter) (OrderPage, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return OrderPage{}, err
	}
	where, args := []string{"division between $1 and $2"}, []any{actor.Lo, actor.Hi}
	add := func(clause string, v ...any) {
		for i := range v {
			args = append(args, v[i])
			clause = strings.Replace(clause, "?", fmt.Sprintf("$%d", len(args)), 1)
		}
		where = append(where, clause)
	}
	if f.State != "" {
		add("state = ?", f.State)
	}
	if f.Kind != "" {
		add("kind = ?", f.Kind)
	}
	if text := strings.TrimSpace(f.Text); text != "" {
		add("(number = ? or position(lower(?) in lower(title)) > 0 or client = ?)", text, text, text)
	}
	if err := s.narrow(f, add); err != nil {
		return OrderPage{}, err
	}
	if f.CaseID != "" {
		id, err := uuid.Parse(f.CaseID)
		if err != nil {
			return OrderPage{}, errs.Bad("case_id", "案件编号不对，请从案件页面进入。")
		}
		add("case_id = ?", id)
	}
	if f.After != "" {
		var c orderCursor
		if err := keyset.Read(f.After, "after", &c); err != nil {
			return OrderPage{}, err
		}
		add("(created_at, id) < (?, ?)", c.At, c.ID)
	}
	limit := f.Limit
	if limit <= 0 || limit > 100 {
		limit = 30
	}
	page := OrderPage{Orders: []Order{}}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+orderColumns+` from verification_order where `+strings.Join(where, " and ")+fmt.Sprintf(` order by created_at desc, id desc limit %d`, limit+1), args...)
		if err != nil {
			return err
		}
		list, err := pgx.CollectRows(rows, s.scanOrder)
		if err != nil {
			return err
		}
		if len(list) > limit {
			last := list[limit-1]
			page.Next, list = keyset.Write(orderCursor{last.CreatedAt, last.ID}), list[:limit]
		}
		page.Orders = append(page.Orders, list...)
		return nil
	})
	return page, err
}

// narrow adds the filters that need more than a comparison.
func (s *Service) narrow(f OrderFilter, add func(clause string, v ...any)) error {
	if f.Person != "" {
		id, err := uuid.Parse(f.Person)
		if err != nil {
			return errs.Bad("person", "人员编号不对，请从档案中选择。")
		}
		add("id in (select order_id from verification_item where person_id = ?)", id)
	}
	if f.Place != "" {
		place, err := strconv.ParseInt(f.Place, 10, 64)
		if _, ok := s.places.Get(place); err != nil || !ok {
			return errs.Bad("place", "没有这个行政区划，请从列表中选择。")
		}
		lo, hi := division.Range(place)
		add("division between ? and ?", lo, hi)
	}
	if f.Client != "" {
		add("client = ?", f.Client)
	}
	switch f.Due {
	case "late":
		add("state in ('preparing', 'running') and due < ?", s.today())
	case "week":
		add("state in ('preparing', 'running') and due between ? and ?", s.today(), s.today().AddDays(7))
	}
	return nil
}
