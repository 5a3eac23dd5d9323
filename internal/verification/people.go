package verification

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/keyset"
)

// SubjectFilter narrows the people of an order.
type SubjectFilter struct {
	State  string `query:"state" enum:"waiting,answered,silent,refused,cancelled," doc:"people of whom something is in that state"`
	Source string `query:"source" maxLength:"60" doc:"only what this source is asked"`
	After  string `query:"after" maxLength:"60" doc:"cursor of the last page"`
	Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"20"`
}

// SubjectPage is one page of the people of an order, with what is asked about each.
type SubjectPage struct {
	People []Subject `json:"people"`
	Next   string    `json:"next,omitempty"`
}

// Subject is one person of an order.
type Subject struct {
	PersonID    uuid.UUID   `json:"person_id"`
	Name        string      `json:"name"`
	IDMask      string      `json:"id_mask"`
	Role        string      `json:"role" enum:"member,supporter"`
	PlaceName   string      `json:"place_name"`
	HouseholdID *uuid.UUID  `json:"household_id,omitempty"`
	Items       []AskedItem `json:"items"`
}

// AskedItem is one thing asked about one person.
type AskedItem struct {
	Class         string     `json:"class"`
	Source        string     `json:"source"`
	State         string     `json:"state" enum:"waiting,answered,silent,refused,cancelled"`
	Reused        bool       `json:"reused" doc:"answered by what was fresh already"`
	Reason        string     `json:"reason,omitempty" doc:"why there is no answer"`
	Authorisation string     `json:"authorisation,omitempty" doc:"number"`
	Asked         int        `json:"asked" doc:"how often the question left"`
	EndedAt       *time.Time `json:"ended_at"`
}

// The states as a plan must know them to use the index of what is open.
var inState = map[string]string{"waiting": " and i.state = 'waiting'", "answered": " and i.state = 'answered'", "silent": " and i.state = 'silent'", "refused": " and i.state = 'refused'",
	"cancelled": " and i.state = 'cancelled'"}

// Subjects lists the people of an order with the state of everything that is asked about them, by person. What it answers is
// within the reader's range: people who moved out of it are not shown.
func (s *Service) Subjects(ctx context.Context, actor access.Actor, id uuid.UUID, f SubjectFilter) (SubjectPage, error) {
	page := SubjectPage{People: []Subject{}}
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return page, err
	}
	limit := f.Limit
	if limit <= 0 || limit > 100 {
		limit = 20
	}
	var after uuid.UUID
	if err := keyset.Read(f.After, "after", &after); err != nil {
		return page, err
	}
	from, args := "verification_subject s", []any{id, after}
	where := []string{"s.order_id = $1", "s.person_id > $2"}
	if f.State != "" || f.Source != "" {
		args = append(args, f.Source)
		of := ""
		if classes := s.classesOf(f.Source); f.Source != "" && classes != nil { // by the key's last column: what a source is asked about few of many is found without reading the lines
			args = append(args, classes)
			of = ` and i.class = any($4)`
		}
		where = append(where, `exists (select from verification_item i where i.order_id = s.order_id and i.person_id = s.person_id`+of+` and ($3 = '' or i.source = $3)`+inState[f.State]+`)`)
	}
	if open := inState[f.State]; open != "" && f.State != "answered" {
		// Few people have something open when an order is long about many: they are found by it, and not by going through all.
		from = `(select distinct i.order_id, i.person_id from verification_item i where i.order_id = $1 and i.person_id > $2 and ($3 = '' or i.source = $3)` + open +
			fmt.Sprintf(` order by i.order_id, i.person_id limit %d) o join verification_subject s on s.order_id = o.order_id and s.person_id = o.person_id`, limit+1)
		where, args = where[:2], args[:3]
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		var seen bool
		if err := tx.QueryRow(ctx, `select exists (select from verification_order where id = $1)`, id).Scan(&seen); err != nil {
			return err
		}
		if !seen {
			return errs.Missing("这份核对委托")
		}
		rows, err := tx.Query(ctx, `select s.person_id, s.name, s.id_masked, s.role, s.division, s.household_id from `+from+`
where `+strings.Join(where, " and ")+fmt.Sprintf(` order by s.person_id limit %d`, limit+1), args...)
		if err != nil {
			return err
		}
		people, err := pgx.CollectRows(rows, func(r pgx.CollectableRow) (p Subject, err error) {
			var place int64
			err = r.Scan(&p.PersonID, &p.Name, &p.IDMask, &p.Role, &place, &p.HouseholdID)
			p.PlaceName, p.Items = s.places.Name(place), []AskedItem{}
			return p, err
		})
		if err != nil {
			return err
		}
		if len(people) > limit {
			people = people[:limit]
			page.Next = keyset.Write(people[limit-1].PersonID)
		}
		page.People = append(page.People, people...)
		return s.addItems(ctx, tx, id, f.Source, page.People)
	})
	return page, err
}

// classesOf are the data classes of a source; nil where the catalogue no longer has it.
func (s *Service) classesOf(source string) []string {
	src := s.catalogue.Source(source)
	if src == nil {
		return nil
	}
	out := make([]string, len(src.Classes))
	for i := range src.Classes {
		out[i] = src.Classes[i].ID
	}
	return out
}

func (s *Service) addItems(ctx context.Context, tx pgx.Tx, id uuid.UUID, source string, people []Subject) error {
	if len(people) == 0 {
		return nil
	}
	at, ids := map[uuid.UUID]int{}, make([]uuid.UUID, len(people))
	for i := range people {
		at[people[i].PersonID], ids[i] = i, people[i].PersonID
	}
	rows, err := tx.Query(ctx, `select i.person_id, i.class, i.source, i.state, i.reused, i.reason, coalesce(a.number, ''), coalesce(q.attempts, 0), i.ended_at
from verification_item i left join authorisation a on a.person_id = i.person_id and a.id = i.authorisation_id
left join inquiry q on q.person_id = i.person_id and q.id = i.inquiry_id
where i.order_id = $1 and i.person_id = any($2) and ($3 = '' or i.source = $3) order by i.source, i.class`, id, ids, source)
	if err != nil {
		return err
	}
	var person uuid.UUID
	var it AskedItem
	_, err = pgx.ForEachRow(rows, []any{&person, &it.Class, &it.Source, &it.State, &it.Reused, &it.Reason, &it.Authorisation, &it.Asked, &it.EndedAt}, func() error {
		p := &people[at[person]]
		p.Items = append(p.Items, it)
		return nil
	})
	return err
}
