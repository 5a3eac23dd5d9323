package verification

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// Client is a department or charity that may have people verified for one purpose (GD-2024 十二 拓展应用).
type Client struct {
	Place      int64          `json:"place"`
	PlaceName  string         `json:"place_name"`
	Name       string         `json:"name"`
	Purpose    string         `json:"purpose" enum:"extended_assistance,charity"`
	Classes    []string       `json:"classes"`
	Quota      int            `json:"quota" doc:"people a calendar month"`
	Used       int            `json:"used" doc:"people this month"`
	Orders     int            `json:"orders" doc:"orders this month"`
	Basis      string         `json:"basis"`
	ValidUntil *calendar.Date `json:"valid_until"`
	Ended      bool           `json:"ended" doc:"its last day has passed"`
	ByName     string         `json:"by_name"`
	UpdatedAt  time.Time      `json:"updated_at"`
}

// ClientInput registers a client or changes one: place, name and purpose say which.
type ClientInput struct {
	Place      int64
	Name       string
	Purpose    string
	Classes    []string
	Quota      int
	Basis      string
	ValidUntil calendar.Date // last day; 0: without end
}

const clientColumns = `c.division, c.name, c.purpose, c.classes, c.quota, c.basis, c.valid_until, c.by_name, c.updated_at`

// Clients lists who may have people verified in the actor's range: those of the places below, and those of the places above,
// which serve it too. What they have used is counted over their whole range: the quota is one.
func (s *Service) Clients(ctx context.Context, actor access.Actor) ([]Client, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	out := []Client{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+clientColumns+` from verification_client c order by c.name, c.purpose, c.division`)
		if err != nil {
			return err
		}
		list, err := pgx.CollectRows(rows, s.scanClient)
		out = append(out, list...)
		if err != nil {
			return err
		}
		for i := range out {
			c := &out[i]
			if c.Used, c.Orders, err = s.used(ctx, tx, c.Place, c.Name, c.Purpose); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func (s *Service) scanClient(r pgx.CollectableRow) (c Client, err error) {
	err = r.Scan(&c.Place, &c.Name, &c.Purpose, &c.Classes, &c.Quota, &c.Basis, &c.ValidUntil, &c.ByName, &c.UpdatedAt)
	c.PlaceName = s.places.Name(c.Place)
	c.Ended = c.ValidUntil != nil && *c.ValidUntil < s.today()
	return c, err
}

// used counts the people whom a client has had verified in the present calendar month.
func (s *Service) used(ctx context.Context, tx pgx.Tx, place int64, name, purpose string) (people, orders int, err error) {
	y, m, _ := s.today().Civil()
	lo, hi := division.Range(place)
	err = tx.QueryRow(ctx, `select people, orders from verification_client_used($1, $2, $3, $4, $5)`, name, purpose, lo, hi, calendar.NewDate(y, m, 1).Time()).Scan(&people, &orders)
	return people, orders, err
}

// PutClient registers a client at a place of the actor's range, or changes what it may do. Orders that run are not touched.
func (s *Service) PutClient(ctx context.Context, actor access.Actor, in ClientInput) (Client, error) {
	if in.Place == 0 {
		in.Place = actor.Division
	}
	if err := access.Check(actor, "verification.client", access.At(in.Place)); err != nil {
		return Client{}, err
	}
	if err := s.checkClient(&in); err != nil {
		return Client{}, err
	}
	var out Client
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		now := s.now()
		var before any
		rows, err := tx.Query(ctx, `select `+clientColumns+` from verification_client c where c.division = $1 and c.name = $2 and c.purpose = $3 for update`, in.Place, in.Name, in.Purpose)
		if err != nil {
			return err
		}
		old, err := pgx.CollectExactlyOneRow(rows, s.scanClient)
		switch {
		case err == nil:
			before = clientTrace(&old)
		case !errors.Is(err, pgx.ErrNoRows):
			return err
		}
		rows, err = tx.Query(ctx, `insert into verification_client as c (division, name, purpose, classes, quota, basis, valid_until, by_name, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
on conflict on constraint verification_client_pkey do update set classes = $4, quota = $5, basis = $6, valid_until = $7, by_name = $8, updated_at = $9
returning `+clientColumns, in.Place, in.Name, in.Purpose, in.Classes, in.Quota, in.Basis, nullDate(in.ValidUntil), actor.Name, now)
		if err != nil {
			return err
		}
		if out, err = pgx.CollectExactlyOneRow(rows, s.scanClient); err != nil {
			return err
		}
		if out.Used, out.Orders, err = s.used(ctx, tx, out.Place, out.Name, out.Purpose); err != nil {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.client", ObjectKind: "verification_client", ObjectID: in.Name, Division: in.Place,
			Before: before, After: clientTrace(&out)})
	})
	return out, err
}

func clientTrace(c *Client) map[string]any {
	return map[string]any{"purpose": c.Purpose, "classes": c.Classes, "quota": c.Quota, "basis": c.Basis, "valid_until": c.ValidUntil}
}

func (s *Service) checkClient(in *ClientInput) error {
	var c errs.Collector
	if _, ok := s.places.Get(in.Place); !ok {
		c.Add("place", "没有这个行政区划，请从列表中选择。")
	}
	if in.Name = strings.TrimSpace(in.Name); in.Name == "" {
		c.Add("name", "请填写委托单位的全称。")
	}
	if in.Purpose != ForExtended && in.Purpose != ForCharity {
		c.Add("purpose", "委托单位的用途只能是专项社会救助或慈善帮扶。")
	}
	if in.Basis = strings.TrimSpace(in.Basis); in.Basis == "" {
		c.Add("basis", "请写明依据，例如协议或文件的文号。")
	}
	if in.Quota < 0 || in.Quota > 10_000_000 {
		c.Add("quota", "每月限额应为 0 至 1000 万人。")
	}
	slices.Sort(in.Classes)
	in.Classes = slices.Compact(in.Classes)
	if len(in.Classes) == 0 {
		c.Add("classes", "请至少选择一个数据项。")
	}
	for _, id := range in.Classes {
		if class, _ := s.catalogue.Class(id); class == nil {
			c.Add("classes", "共享目录里没有数据项 %s，请从目录中选择。", id)
		}
	}
	return c.Err()
}

// over are a place and the places above it.
func over(place int64) []int64 { return append(division.Ancestors(place), place) }
