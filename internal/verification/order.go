package verification

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// Purposes for which people may be asked about.
const (
	ForAssistance = "social_assistance"   // 社会救助
	ForExtended   = "extended_assistance" // 其他部门的专项救助（GD-2024 十二 拓展应用）
	ForCharity    = "charity"             // 慈善帮扶
)

// Kinds of order.
const (
	KindCase   = "case"
	KindBatch  = "batch"
	KindClient = "client"
)

// Priorities: the lower goes first.
const (
	Urgent = iota
	OfCase
	OfClient
	OfBatch
)

// OrderInput places an order.
type OrderInput struct {
	ID       uuid.UUID      `json:"id" doc:"made by the client, so that a second submit orders nothing twice"`
	Kind     string         `json:"kind" enum:"case,batch,client"`
	Title    string         `json:"title" minLength:"1" maxLength:"100"`
	Place    int64          `json:"place" doc:"12-digit code; the actor's own place or one below it"`
	Purpose  string         `json:"purpose" enum:"social_assistance,extended_assistance,charity"`
	Client   string         `json:"client,omitempty" maxLength:"60" doc:"the department or charity that asks"`
	CaseID   *uuid.UUID     `json:"case_id,omitempty"`
	Classes  []string       `json:"classes" maxItems:"100" doc:"data classes; empty: all that are in the catalogue"`
	People   []uuid.UUID    `json:"people,omitempty" maxItems:"500" doc:"who is asked about; not for batches"`
	Batch    BatchSelection `json:"batch,omitzero"`
	Priority int            `json:"priority" minimum:"0" maximum:"3"`
	Due      calendar.Date  `json:"due,omitzero" doc:"last day; by default as many working days as the kind has"`
}

// BatchSelection says who a batch is about: everybody on these categories in the place on this day.
type BatchSelection struct {
	Categories []string `json:"categories,omitempty" maxItems:"20"`
}

// Working days by default. 57号 art 17 lets the county begin within three; how long sources take has no legal source.
var workingDays = map[string]int{KindCase: 10, KindBatch: 30, KindClient: 15}

// Order takes an order in and lets a job put the people into it; the same order again is the same order. Errors: a class that
// is not in the catalogue, people outside the actor's range, a missing client, each with its field.
func (s *Service) Order(ctx context.Context, actor access.Actor, in OrderInput) (Order, error) {
	if in.Place == 0 {
		in.Place = actor.Division
	}
	err := access.Check(actor, "verification.order", access.At(in.Place))
	if err == nil {
		err = s.checkOrder(&in)
	}
	if err == nil {
		err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return s.order(ctx, tx, actor, in) })
	}
	if err != nil {
		return Order{}, s.refused(ctx, actor, audit.Event{Action: "verification.order", ObjectKind: "verification_order", ObjectID: in.ID.String(), Root: in.ID,
			Division: s.placeOr(in.Place, actor), After: map[string]any{"kind": in.Kind, "title": in.Title, "purpose": in.Purpose, "client": in.Client,
				"classes": in.Classes, "people": someOf(in.People)}}, err)
	}
	return s.Get(ctx, actor, in.ID)
}

// placeOr is the place, or the actor's where there is no such place.
func (s *Service) placeOr(place int64, actor access.Actor) int64 {
	if _, ok := s.places.Get(place); ok {
		return place
	}
	return actor.Division
}

// someOf keeps an event short: the first twenty.
func someOf(people []uuid.UUID) []uuid.UUID { return people[:min(len(people), 20)] }

// OrderIn is Order within the transaction of what causes it: a case that comes to its verification.
func (s *Service) OrderIn(ctx context.Context, tx pgx.Tx, actor access.Actor, in OrderInput) error {
	if err := s.checkOrder(&in); err != nil {
		return err
	}
	return s.order(ctx, tx, actor, in)
}

func (s *Service) order(ctx context.Context, tx pgx.Tx, actor access.Actor, in OrderInput) error {
	now := s.now()
	var before int
	if err := tx.QueryRow(ctx, `select count(*) from verification_order where id = $1`, in.ID).Scan(&before); err != nil || before > 0 {
		return err
	}
	if err := s.peopleInScope(ctx, tx, in.People); err != nil {
		return err
	}
	if in.Kind == KindClient {
		if err := s.withinQuota(ctx, tx, &in); err != nil {
			return err
		}
	}
	number, err := takeNumber(ctx, tx, "verification", "HD", in.Place, now)
	if err != nil {
		return err
	}
	selection, err := json.Marshal(map[string]any{"people": in.People, "categories": in.Batch.Categories})
	if err != nil {
		return err
	}
	tag, err := tx.Exec(ctx, `insert into verification_order (id, number, division, kind, title, purpose, client, case_id, classes, selection, priority, due,
  state, by_id, by_name, office, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'preparing', $13, $14, $15, $16) on conflict (id) do nothing`,
		in.ID, number, in.Place, in.Kind, in.Title, in.Purpose, in.Client, in.CaseID, in.Classes, selection, in.Priority, in.Due, nullID(actor.Staff), actor.Name,
		actor.Division, now)
	if err != nil || tag.RowsAffected() == 0 {
		return err
	}
	event := audit.Event{Action: "verification.order", ObjectKind: "verification_order", ObjectID: number, Root: in.ID, Division: in.Place,
		After: map[string]any{"kind": in.Kind, "title": in.Title, "purpose": in.Purpose, "client": in.Client, "classes": in.Classes, "people": len(in.People),
			"categories": in.Batch.Categories, "due": in.Due.String()}}
	if err := audit.Write(ctx, tx, now, actor, event); err != nil {
		return err
	}
	return s.jobs.Insert(ctx, tx, PrepareArgs{OrderID: in.ID})
}

func (s *Service) checkOrder(in *OrderInput) error {
	var c errs.Collector
	if in.ID == uuid.Nil {
		c.Add("id", "缺少委托的编号，请刷新页面后重试。")
	}
	if _, ok := s.places.Get(in.Place); !ok {
		c.Add("place", "没有这个行政区划，请从列表中选择。")
	}
	if in.Title = strings.TrimSpace(in.Title); in.Title == "" {
		c.Add("title", "请写明核对事项的名称。")
	}
	if len(in.Classes) == 0 {
		for _, src := range s.catalogue.Sources() {
			for i := range src.Classes {
				in.Classes = append(in.Classes, src.Classes[i].ID)
			}
		}
	}
	slices.Sort(in.Classes)
	in.Classes = slices.Compact(in.Classes)
	for _, id := range in.Classes {
		if class, _ := s.catalogue.Class(id); class == nil {
			c.Add("classes", "共享目录里没有数据项 %s，请从目录中选择。", id)
		}
	}
	switch in.Kind {
	case KindBatch:
		if len(in.Batch.Categories) == 0 {
			c.Add("batch.categories", "请选择要复核的救助类别。")
		}
		if in.Purpose != ForAssistance {
			c.Add("purpose", "批量复核只用于社会救助。")
		}
	case KindCase, KindClient:
		if len(in.People) == 0 {
			c.Add("people", "请至少选择一名被核对人。")
		}
		if in.Kind == KindClient && strings.TrimSpace(in.Client) == "" {
			c.Add("client", "请写明委托单位。")
		}
		if in.Kind == KindCase && in.CaseID == nil {
			c.Add("case_id", "请指明案件。")
		}
		if in.Kind == KindCase && in.Purpose != ForAssistance {
			c.Add("purpose", "案件的核对只用于社会救助。")
		}
		if in.Kind == KindClient && in.Purpose == ForAssistance {
			c.Add("purpose", "委托单位只能为专项社会救助或慈善帮扶委托核对。")
		}
	default:
		c.Add("kind", "没有这种核对委托。")
	}
	if in.Due == 0 {
		in.Due = calendar.DueWorking(s.today(), workingDays[in.Kind])
	}
	if in.Due < s.today() {
		c.Add("due", "截止日期 %s 已经过去，请改为今天或以后的日期。", in.Due)
	}
	return c.Err()
}

// peopleInScope refuses people whom the actor does not see: row-level security hides them.
func (s *Service) peopleInScope(ctx context.Context, tx pgx.Tx, people []uuid.UUID) error {
	if len(people) == 0 {
		return nil
	}
	var seen int
	if err := tx.QueryRow(ctx, `select count(distinct id) from person where id = any($1)`, people).Scan(&seen); err != nil {
		return err
	}
	distinct := map[uuid.UUID]bool{}
	for _, id := range people {
		distinct[id] = true
	}
	if seen != len(distinct) {
		return errs.Bad("people", "有 %d 名被核对人不在您的管辖范围内，或档案中没有。请核对后重新选择。", len(distinct)-seen)
	}
	return nil
}

// takeNumber takes the next number of a series of the place's county and year: HD-440104-2026-000123.
func takeNumber(ctx context.Context, tx pgx.Tx, series, prefix string, place int64, now time.Time) (string, error) {
	year, _, _ := calendar.DateOf(now).Civil()
	county := division.At(place, division.County)
	if county == 0 {
		county = place
	}
	var n int64
	err := tx.QueryRow(ctx, `insert into numbering (series, year, last) values ($1, $2, 1)
on conflict (series, year) do update set last = numbering.last + 1 returning last`, fmt.Sprintf("%s:%06d", series, county/1e6), year).Scan(&n)
	return fmt.Sprintf("%s-%06d-%d-%06d", prefix, county/1e6, year, n), err
}

func nullID(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}
