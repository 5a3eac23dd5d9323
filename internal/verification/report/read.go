package report

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// ReportRow is a report in a list.
type ReportRow struct {
	ID             uuid.UUID  `json:"id"`
	OrderID        uuid.UUID  `json:"order_id"`
	HouseholdID    uuid.UUID  `json:"household_id"`
	CaseID         *uuid.UUID `json:"case_id,omitempty"`
	Number         string     `json:"number"`
	Version        int        `json:"version"`
	Why            string     `json:"why" enum:"first,answers,objection"`
	WhyName        string     `json:"why_name"`
	Name           string     `json:"name"`
	Conclusion     string     `json:"conclusion" enum:"fits,exceeds,open,listed"`
	ConclusionName string     `json:"conclusion_name"`
	Differs        int        `json:"differs"`
	Over           int        `json:"over"`
	Silent         int        `json:"silent"`
	Digest         string     `json:"digest" doc:"SM3 of what was issued"`
	IssuedAt       time.Time  `json:"issued_at"`
	ByName         string     `json:"by_name"`
	Newest         bool       `json:"newest" doc:"no later version"`
}

// Report is one report with its versions.
type Report struct {
	ReportRow
	Content    ReportContent     `json:"content"`
	Versions   []ReportRow       `json:"versions"`
	Objections []ReportObjection `json:"objections"`
	PDF        string            `json:"pdf" enum:"ready,coming,none" doc:"none: this installation makes no PDF; print the page"`
	PDFDigest  string            `json:"pdf_digest,omitempty"`
	MayObject  bool              `json:"may_object"`
	Late       bool              `json:"late" doc:"the days to object are over"`
	Place      int64             `json:"-"`
}

const reportColumns = `r.id, r.order_id, r.household_id, r.case_id, r.number, r.version, r.why, r.name, r.conclusion, r.differs, r.over, r.silent, r.digest, r.issued_at, r.by_name,
  not exists (select from verification_report n where n.order_id = r.order_id and n.household_id = r.household_id and n.version > r.version)`

func scanRow(row pgx.CollectableRow) (r ReportRow, err error) {
	var digest []byte
	err = row.Scan(&r.ID, &r.OrderID, &r.HouseholdID, &r.CaseID, &r.Number, &r.Version, &r.Why, &r.Name, &r.Conclusion, &r.Differs, &r.Over, &r.Silent, &digest, &r.IssuedAt, &r.ByName, &r.Newest)
	r.WhyName, r.ConclusionName, r.Digest = whyNames[r.Why], conclusionNames[r.Conclusion], hex.EncodeToString(digest)
	return r, err
}

func rowsOf(ctx context.Context, tx pgx.Tx, where string, args ...any) ([]ReportRow, error) {
	rows, err := tx.Query(ctx, `select `+reportColumns+` from verification_report r where `+where, args...)
	if err != nil {
		return nil, err
	}
	list, err := pgx.CollectRows(rows, scanRow)
	return append([]ReportRow{}, list...), err
}

// Get returns a report with its versions and objections. Looking at what sources know about people is audited.
func (s *Service) Get(ctx context.Context, actor access.Actor, id uuid.UUID) (Report, error) {
	r, err := s.find(ctx, actor, id)
	if err != nil {
		return Report{}, err
	}
	return r, s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.read", ObjectKind: "verification_report", ObjectID: r.Number, Root: r.OrderID, Division: r.Place,
			After: map[string]any{"version": r.Version}, Purpose: "查看核对报告"})
	})
}

func (s *Service) find(ctx context.Context, actor access.Actor, id uuid.UUID) (Report, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return Report{}, err
	}
	r := Report{PDF: "none"}
	if s.settings.Chromium != "" {
		r.PDF = "coming"
	}
	var sealed, pdf []byte
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		list, err := rowsOf(ctx, tx, `r.id = $1`, id)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return errs.Missing("这份核对报告")
		}
		r.ReportRow = list[0]
		if err := tx.QueryRow(ctx, `select division, content_sealed from verification_report where order_id = $1 and id = $2`, r.OrderID, id).Scan(&r.Place, &sealed); err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, `select digest from verification_report_file where order_id = $1 and report_id = $2`, r.OrderID, id).Scan(&pdf); err != nil && !errors.Is(err, pgx.ErrNoRows) {
			return err
		}
		if r.Versions, err = rowsOf(ctx, tx, `r.order_id = $1 and r.household_id = $2 order by r.version desc`, r.OrderID, r.HouseholdID); err != nil {
			return err
		}
		r.Objections, err = s.objections(ctx, tx, `o.order_id = $1 and o.report_id in (select id from verification_report where order_id = $1 and household_id = $2)`, r.OrderID, r.HouseholdID)
		return err
	})
	if err != nil {
		return Report{}, err
	}
	if err := access.Check(actor, "verification.read", access.At(r.Place)); err != nil {
		return Report{}, err
	}
	c, err := s.open(sealed)
	if err != nil {
		return Report{}, err
	}
	r.Content = *c
	if pdf != nil {
		r.PDF, r.PDFDigest = "ready", hex.EncodeToString(pdf)
	}
	r.Late = r.Content.Review.Until != 0 && s.today() > r.Content.Review.Until
	r.MayObject = r.Newest && r.CaseID != nil && !s.openObjection(r.Objections) && access.Check(actor, "verification.objection", access.At(r.Place)) == nil
	return r, nil
}

// OfOrder lists the reports of an order, the newest version of each household first.
func (s *Service) OfOrder(ctx context.Context, actor access.Actor, orderID uuid.UUID) ([]ReportRow, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	var out []ReportRow
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		if _, err = readOrder(ctx, tx, orderID, ""); err != nil {
			return err
		}
		out, err = rowsOf(ctx, tx, `r.order_id = $1 order by r.number, r.version desc limit 500`, orderID)
		return err
	})
	return out, err
}

func (s *Service) open(sealed []byte) (*ReportContent, error) {
	text, err := s.keys.OpenBytes(fieldContent, sealed)
	if err != nil {
		return nil, err
	}
	c := &ReportContent{}
	return c, json.Unmarshal(text, c)
}

func (s *Service) openObjection(list []ReportObjection) bool {
	for _, o := range list {
		if o.State == "open" {
			return true
		}
	}
	return false
}

// dueWorking is so many working days from today.
func (s *Service) dueWorking(days int) calendar.Date {
	return calendar.DueWorking(s.today(), max(days, 1))
}
