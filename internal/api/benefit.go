package api

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/errs"
	"zhongfu/internal/money"
)

// PayrollSummary is one monthly payment list.
type PayrollSummary struct {
	ID             uuid.UUID  `json:"id"`
	Number         string     `json:"number"`
	Division       string     `json:"division" doc:"12-digit code of the county"`
	Item           string     `json:"item"`
	ItemName       string     `json:"item_name"`
	Month          string     `json:"month" doc:"2026-12"`
	State          string     `json:"state" enum:"draft,approved"`
	Households     int        `json:"households"`
	People         int        `json:"people"`
	TotalFen       money.Fen  `json:"total_fen"`
	TotalChinese   string     `json:"total_chinese" doc:"the total in 大写"`
	Problems       int        `json:"problems" doc:"lines that a person has to look at"`
	MadeAt         time.Time  `json:"made_at"`
	MadeByName     string     `json:"made_by_name"`
	ApprovedAt     *time.Time `json:"approved_at,omitempty"`
	ApprovedByName string     `json:"approved_by_name,omitempty"`
	Digest         string     `json:"digest,omitempty" doc:"SM3 over the lines, once approved"`
	Version        int        `json:"version"`
}

// PayrollDetail is a list with its totals by town.
type PayrollDetail struct {
	PayrollSummary
	Towns []benefit.TownTotal `json:"towns"`
}

// PayrollPage is a page of lists.
type PayrollPage struct {
	Payrolls []PayrollSummary `json:"payrolls"`
	Items    []PayrollItem    `json:"items" doc:"benefits that lists can be made for"`
	Next     string           `json:"next,omitempty"`
}

// PayrollItem is a benefit paid monthly.
type PayrollItem struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// PayrollLinePage is a page of lines.
type PayrollLinePage struct {
	Lines []benefit.PayrollLine `json:"lines"`
	Next  string                `json:"next,omitempty"`
}

// EntitlementPage is a page of entitlements.
type EntitlementPage struct {
	Entitlements []benefit.Entitlement `json:"entitlements"`
	Next         string                `json:"next,omitempty"`
}

type payrollPath struct {
	ID uuid.UUID `path:"id"`
}

type payrollListIn struct {
	Month  string `query:"month" pattern:"^[0-9]{4}-[0-9]{2}$"`
	Item   string `query:"item" maxLength:"40"`
	State  string `query:"state" enum:"draft,approved"`
	Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"50"`
	Cursor string `query:"cursor" maxLength:"300"`
}

// MakePayroll asks for the list of a month.
type MakePayroll struct {
	Item  string `json:"item" minLength:"1" maxLength:"40"`
	Month string `json:"month" pattern:"^[0-9]{4}-[0-9]{2}$" doc:"2026-12"`
}

type payrollMakeIn struct{ Body MakePayroll }

type payrollLinesIn struct {
	ID       uuid.UUID `path:"id"`
	Town     string    `query:"town" pattern:"^[0-9]{12}$"`
	Problems bool      `query:"problems" doc:"only lines with a problem"`
	Limit    int       `query:"limit" minimum:"1" maximum:"100" default:"100"`
	Cursor   string    `query:"cursor" maxLength:"300"`
}

// ApprovePayroll makes a list final.
type ApprovePayroll struct {
	Version      int  `json:"version" minimum:"1" doc:"of the list that was looked at"`
	ProblemsSeen bool `json:"problems_seen,omitempty" doc:"lines of dead payees or without account have been looked at"`
}

type payrollApproveIn struct {
	ID   uuid.UUID `path:"id"`
	Body ApprovePayroll
}

type householdEntitlementsIn struct {
	ID uuid.UUID `path:"id"`
}

type entitlementListIn struct {
	Division  string `query:"division" pattern:"^[0-9]{12}$"`
	Item      string `query:"item" maxLength:"40"`
	Month     string `query:"month" pattern:"^[0-9]{4}-[0-9]{2}$" doc:"in force in the month"`
	NoAccount bool   `query:"no_account" doc:"only those without a bank account"`
	Limit     int    `query:"limit" minimum:"1" maximum:"100" default:"50"`
	Cursor    string `query:"cursor" maxLength:"300"`
}

// RegisterBenefit registers entitlements and monthly payment lists.
func RegisterBenefit(r *Router, svc *benefit.Service) {
	registerPayrolls(r, svc)
	registerPayrollFiles(r, svc)
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/households/{id}/entitlements", ID: "household-entitlements",
		Summary: "A household's entitlements", Tag: "benefits", Action: "entitlement.read"},
		func(ctx context.Context, actor access.Actor, in *householdEntitlementsIn) (EntitlementPage, error) {
			list, err := svc.OfHousehold(ctx, actor, in.ID)
			return EntitlementPage{Entitlements: list}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/entitlements", ID: "list-entitlements", Summary: "Entitlements in the actor's range", Tag: "benefits", Action: "entitlement.read"},
		func(ctx context.Context, actor access.Actor, in *entitlementListIn) (EntitlementPage, error) {
			q := benefit.EntitlementQuery{Division: code(in.Division), Item: in.Item, NoBank: in.NoAccount, Limit: in.Limit}
			if in.Month != "" {
				m, err := benefit.ParseMonth("month", in.Month)
				if err != nil {
					return EntitlementPage{}, err
				}
				q.Month = &m
			}
			if err := openCursor(in.Cursor, &q.After); err != nil {
				return EntitlementPage{}, err
			}
			list, next, err := svc.Entitlements(ctx, actor, q)
			out := EntitlementPage{Entitlements: list}
			if next != uuid.Nil {
				out.Next = makeCursor(next)
			}
			return out, err
		})
}

func registerPayrolls(r *Router, svc *benefit.Service) {
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/payrolls", ID: "list-payrolls", Summary: "Monthly payment lists", Tag: "benefits", Action: "payroll.list"},
		func(ctx context.Context, actor access.Actor, in *payrollListIn) (PayrollPage, error) {
			q := benefit.PayrollQuery{Item: in.Item, State: in.State, Limit: in.Limit}
			if in.Month != "" {
				m, err := benefit.ParseMonth("month", in.Month)
				if err != nil {
					return PayrollPage{}, err
				}
				q.Month, q.HasMonth = m, true
			}
			if in.Cursor != "" {
				q.After = &benefit.PayrollKey{}
				if err := openCursor(in.Cursor, q.After); err != nil {
					return PayrollPage{}, err
				}
			}
			list, next, err := svc.List(ctx, actor, q)
			out := PayrollPage{Payrolls: make([]PayrollSummary, len(list)), Items: make([]PayrollItem, len(benefit.Items))}
			for i, p := range list {
				out.Payrolls[i] = payrollSummary(p)
			}
			for i, item := range benefit.Items {
				out.Items[i] = PayrollItem(item)
			}
			if next != nil {
				out.Next = makeCursor(next)
			}
			return out, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/payrolls", ID: "make-payroll", Summary: "Make the list of a month, or make it anew while it is a draft",
		Tag: "benefits", Action: "payroll.make", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *payrollMakeIn) (PayrollSummary, error) {
			month, err := benefit.ParseMonth("month", in.Body.Month)
			if err != nil {
				return PayrollSummary{}, err
			}
			p, err := svc.Make(ctx, actor, in.Body.Item, month)
			return payrollSummary(p), err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/payrolls/{id}", ID: "get-payroll", Summary: "One payment list with totals by town", Tag: "benefits", Action: "payroll.list"},
		func(ctx context.Context, actor access.Actor, in *payrollPath) (PayrollDetail, error) {
			p, towns, err := svc.Get(ctx, actor, in.ID)
			return PayrollDetail{payrollSummary(p), towns}, err
		})
	Handle(r, Endpoint{Method: http.MethodGet, Path: "/api/payrolls/{id}/lines", ID: "list-payroll-lines", Summary: "Lines of a payment list", Tag: "benefits", Action: "payroll.list"},
		func(ctx context.Context, actor access.Actor, in *payrollLinesIn) (PayrollLinePage, error) {
			q := benefit.LineQuery{Payroll: in.ID, Town: code(in.Town), Problems: in.Problems, Limit: in.Limit}
			if err := openCursor(in.Cursor, &q.After); err != nil {
				return PayrollLinePage{}, err
			}
			lines, more, err := svc.Lines(ctx, actor, q)
			out := PayrollLinePage{Lines: lines}
			if more {
				out.Next = makeCursor(lines[len(lines)-1].Seq)
			}
			return out, err
		})
	Handle(r, Endpoint{Method: http.MethodPost, Path: "/api/payrolls/{id}/approve", ID: "approve-payroll", Summary: "Make a payment list final", Tag: "benefits", Action: "payroll.approve", Idempotent: true},
		func(ctx context.Context, actor access.Actor, in *payrollApproveIn) (PayrollSummary, error) {
			p, err := svc.Approve(ctx, actor, benefit.Approval{ID: in.ID, Version: in.Body.Version, ProblemsSeen: in.Body.ProblemsSeen})
			return payrollSummary(p), err
		})
}

func registerPayrollFiles(r *Router, svc *benefit.Service) {
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/payrolls/{id}/excel", ID: "payroll-excel", Summary: "A payment list as an Excel workbook", Tag: "benefits", Action: "payroll.export"},
		func(ctx context.Context, actor access.Actor, in *payrollPath) (*File, error) {
			f, err := svc.Excel(ctx, actor, in.ID)
			if err != nil {
				return nil, err
			}
			return &File{ContentType: f.MIME, Disposition: disposition("attachment", f.Name), CacheRule: "no-store", Body: f.Content}, nil
		})
	HandleOut(r, Endpoint{Method: http.MethodGet, Path: "/api/payrolls/{id}/print", ID: "payroll-print", Summary: "A payment list as a print page", Tag: "benefits", Action: "payroll.export"},
		func(ctx context.Context, actor access.Actor, in *payrollPath) (*PrintPage, error) {
			html, err := svc.Print(ctx, actor, in.ID)
			return printPage(html), err
		})
}

func payrollSummary(p benefit.Payroll) PayrollSummary {
	return PayrollSummary{ID: p.ID, Number: p.Number, Division: fmt.Sprintf("%012d", p.Division), Item: p.Item, ItemName: benefit.ItemName(p.Item),
		Month: benefit.MonthText(p.Month), State: p.State, Households: p.Households, People: p.People, TotalFen: p.Total, TotalChinese: p.Total.Chinese(),
		Problems: p.Problems, MadeAt: p.MadeAt, MadeByName: p.MadeByName, ApprovedAt: p.ApprovedAt, ApprovedByName: p.ApprovedByName,
		Digest: hex.EncodeToString(p.Digest), Version: p.Version}
}

// makeCursor and openCursor carry the key of the next page opaquely.
func makeCursor(key any) string {
	b, _ := json.Marshal(key) // keys are plain values of our own
	return base64.RawURLEncoding.EncodeToString(b)
}

func openCursor(s string, key any) error {
	if s == "" {
		return nil
	}
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(b, key)
	}
	if err != nil {
		return errs.Bad("cursor", "翻页标记无效，请从第一页重新打开。").Because(err)
	}
	return nil
}
