package report

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/keyset"
	"zhongfu/internal/task"
)

// FindingFilter narrows the households of an order.
type FindingFilter struct {
	Only  string `query:"only" enum:"differs,over,moved,silent,unhandled," doc:"empty: all"`
	After string `query:"after" maxLength:"60" doc:"cursor of the last page"`
	Limit int    `query:"limit" minimum:"1" maximum:"100" default:"30"`
}

// HouseholdFinding is what an order found about a household.
type HouseholdFinding struct {
	HouseholdID    uuid.UUID  `json:"household_id"`
	Name           string     `json:"name"`
	PlaceName      string     `json:"place_name"`
	People         int        `json:"people"`
	Item           string     `json:"item,omitempty"`
	Conclusion     string     `json:"conclusion" enum:"fits,exceeds,open,listed"`
	ConclusionName string     `json:"conclusion_name"`
	Differs        int        `json:"differs"`
	Over           int        `json:"over"`
	Moved          int        `json:"moved"`
	Silent         int        `json:"silent" doc:"sources without a usable answer"`
	ComputedAt     time.Time  `json:"computed_at"`
	HandledAt      *time.Time `json:"handled_at"`
	HandledBy      string     `json:"handled_by,omitempty"`
	HandledText    string     `json:"handled_text,omitempty"`
	ReportID       *uuid.UUID `json:"report_id,omitempty" doc:"newest report"`
}

// FindingCounts counts the households of an order.
type FindingCounts struct {
	All       int `json:"all"`
	Differs   int `json:"differs"`
	Over      int `json:"over"`
	Moved     int `json:"moved"`
	Silent    int `json:"silent"`
	Unhandled int `json:"unhandled"`
}

// FindingPage is one page of them.
type FindingPage struct {
	Counts     FindingCounts      `json:"counts"`
	Households []HouseholdFinding `json:"households"`
	Next       string             `json:"next,omitempty"`
}

// What each filter keeps.
var only = map[string]string{"": "true", "differs": "h.differs > 0", "over": "h.over > 0", "moved": "h.moved > 0", "silent": "h.silent > 0",
	"unhandled": "(h.differs > 0 or h.moved > 0 or h.conclusion = 'exceeds') and h.handled_at is null"}

const findingColumns = `h.household_id, h.name, h.division, h.people, h.item, h.conclusion, h.differs, h.over, h.moved, h.silent, h.computed_at, h.handled_at, h.handled_by, h.handled_text,
  (select r.id from verification_report r where r.order_id = h.order_id and r.household_id = h.household_id order by r.version desc limit 1)`

// Households lists what an answered order found, household by household, as far as the actor sees them.
func (s *Service) Households(ctx context.Context, actor access.Actor, orderID uuid.UUID, f FindingFilter) (FindingPage, error) {
	page := FindingPage{Households: []HouseholdFinding{}}
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return page, err
	}
	where, ok := only[f.Only]
	if !ok {
		return page, errs.Bad("only", "没有这种筛选，请从列表中选择。")
	}
	after := uuid.Nil
	if err := keyset.Read(f.After, "after", &after); err != nil {
		return page, err
	}
	limit := f.Limit
	if limit <= 0 || limit > 100 {
		limit = 30
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		c := &page.Counts
		if err := tx.QueryRow(ctx, `select count(*), count(*) filter (where differs > 0), count(*) filter (where over > 0), count(*) filter (where moved > 0),
  count(*) filter (where silent > 0), count(*) filter (where `+only["unhandled"]+`) from verification_household h where order_id = $1`, orderID).
			Scan(&c.All, &c.Differs, &c.Over, &c.Moved, &c.Silent, &c.Unhandled); err != nil {
			return err
		}
		rows, err := tx.Query(ctx, `select `+findingColumns+` from verification_household h where h.order_id = $1 and h.household_id > $2 and `+where+
			fmt.Sprintf(` order by h.household_id limit %d`, limit+1), orderID, after)
		if err != nil {
			return err
		}
		list, err := pgx.CollectRows(rows, s.scanFinding)
		if err != nil {
			return err
		}
		if len(list) > limit {
			last := list[limit-1].HouseholdID
			page.Next, list = keyset.Write(last), list[:limit]
		}
		page.Households = append([]HouseholdFinding{}, list...)
		return nil
	})
	return page, err
}

func (s *Service) scanFinding(r pgx.CollectableRow) (h HouseholdFinding, err error) {
	var place int64
	err = r.Scan(&h.HouseholdID, &h.Name, &place, &h.People, &h.Item, &h.Conclusion, &h.Differs, &h.Over, &h.Moved, &h.Silent, &h.ComputedAt, &h.HandledAt, &h.HandledBy, &h.HandledText, &h.ReportID)
	h.PlaceName, h.ConclusionName = s.places.Name(place), conclusionNames[h.Conclusion]
	return h, err
}

// FindingDetail is one household of an order with the comparison as it stands; nothing has been issued by it.
type FindingDetail struct {
	HouseholdFinding
	Content   ReportContent `json:"content"`
	MayHandle bool          `json:"may_handle"`
	MayIssue  bool          `json:"may_issue"`
}

// Household returns one household of an order. Looking is audited.
func (s *Service) Household(ctx context.Context, actor access.Actor, orderID, household uuid.UUID) (FindingDetail, error) {
	var out FindingDetail
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return out, err
	}
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		var sealed []byte
		var place int64
		var number string
		err := tx.QueryRow(ctx, `select h.content_sealed, h.division, o.number from verification_household h join verification_order o on o.id = h.order_id
where h.order_id = $1 and h.household_id = $2`, orderID, household).Scan(&sealed, &place, &number)
		if errors.Is(err, pgx.ErrNoRows) {
			// A town sees the households of a county's batch that live in it, though not the order itself.
			err = tx.QueryRow(ctx, `select content_sealed, division from verification_household where order_id = $1 and household_id = $2`, orderID, household).Scan(&sealed, &place)
		}
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这份委托中的这户家庭")
		}
		if err != nil {
			return err
		}
		if err := access.Check(actor, "verification.read", access.At(place)); err != nil {
			return err
		}
		rows, err := tx.Query(ctx, `select `+findingColumns+` from verification_household h where h.order_id = $1 and h.household_id = $2`, orderID, household)
		if err != nil {
			return err
		}
		if out.HouseholdFinding, err = pgx.CollectExactlyOneRow(rows, s.scanFinding); err != nil {
			return err
		}
		c, err := s.open(sealed)
		if err != nil {
			return err
		}
		out.Content = *c
		out.MayHandle = out.HandledAt == nil && access.Check(actor, "verification.handle", access.At(place)) == nil
		out.MayIssue = c.Kind != "case" && number != "" && access.Check(actor, "case.verify", access.At(place)) == nil
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.read", ObjectKind: "verification_household", ObjectID: c.Order, Root: household, Division: place, Purpose: "查看核对结果"})
	})
	return out, err
}

// HandleFindingInput tells what the town found out about a household that differs.
type HandleFindingInput struct {
	Text string `json:"text" maxLength:"1000"`
}

// Handle closes the town's duty to look at a household that differs. The same again changes nothing.
func (s *Service) Handle(ctx context.Context, actor access.Actor, orderID, household uuid.UUID, in HandleFindingInput) (FindingDetail, error) {
	if err := access.Check(actor, "verification.handle", access.Listing); err != nil {
		return FindingDetail{}, err
	}
	text := strings.TrimSpace(in.Text)
	if text == "" {
		return FindingDetail{}, errs.Bad("text", "请写明核实的情况和处理办法，例如：已通知申报变更、差异属实拟调整、差异已查清不影响待遇。")
	}
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		now := s.now()
		var place int64
		err := tx.QueryRow(ctx, `select division from verification_household where order_id = $1 and household_id = $2 for update`, orderID, household).Scan(&place)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这份委托中的这户家庭")
		}
		if err != nil {
			return err
		}
		if err := access.Check(actor, "verification.handle", access.At(place)); err != nil {
			return err
		}
		tag, err := tx.Exec(ctx, `update verification_household set handled_at = $3, handled_by = $4, handled_text = $5 where order_id = $1 and household_id = $2 and handled_at is null`,
			orderID, household, now, actor.Name, text)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		b := &pgx.Batch{}
		task.QueueCloseKind(b, now, household, taskDiffers)
		if err := audit.Queue(b, now, actor, audit.Event{Action: "verification.handle", ObjectKind: "verification_household", ObjectID: household.String(), Root: household, Division: place,
			After: map[string]any{"text": text}}); err != nil {
			return err
		}
		return tx.SendBatch(ctx, b).Close()
	})
	if err != nil {
		return FindingDetail{}, err
	}
	return s.Household(ctx, actor, orderID, household)
}
