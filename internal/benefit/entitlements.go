package benefit

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/money"
)

// Entitlement is what a household is due each month, the account masked.
type Entitlement struct {
	ID           uuid.UUID      `json:"id"`
	HouseholdID  uuid.UUID      `json:"household_id"`
	CaseID       uuid.UUID      `json:"case_id"`
	Item         string         `json:"item"`
	ItemName     string         `json:"item_name"`
	PayeeID      uuid.UUID      `json:"payee_id"`
	PayeeName    string         `json:"payee_name"`
	BankName     string         `json:"bank_name"`
	Account      string         `json:"account_masked" doc:"empty when none is registered"`
	MemberCount  int            `json:"member_count"`
	AmountFen    money.Fen      `json:"amount_fen" doc:"a month"`
	FirstMonth   calendar.Date  `json:"first_month"`
	EndMonth     *calendar.Date `json:"end_month,omitempty" doc:"the first month that is no longer paid"`
	EndedReason  string         `json:"ended_reason,omitempty"`
	OpenedAt     time.Time      `json:"opened_at"`
	Division     string         `json:"division"`
	DivisionName string         `json:"division_name"`
}

const entitlementColumns = `id, household_id, case_id, item, payee_id, payee_name, bank_name, account_sealed, member_count, amount_fen, first_month, end_month,
	ended_reason, opened_at, division`

func (s *Service) collect(rows pgx.Rows) ([]Entitlement, error) {
	out := []Entitlement{}
	for rows.Next() {
		var e Entitlement
		var account []byte
		var code int64
		if err := rows.Scan(&e.ID, &e.HouseholdID, &e.CaseID, &e.Item, &e.PayeeID, &e.PayeeName, &e.BankName, &account, &e.MemberCount, &e.AmountFen,
			&e.FirstMonth, &e.EndMonth, &e.EndedReason, &e.OpenedAt, &code); err != nil {
			rows.Close()
			return nil, err
		}
		clear, err := s.keys.Open(accountField, account)
		if err != nil {
			rows.Close()
			return nil, err
		}
		e.Account, e.ItemName = idnum.MaskAccount(clear), ItemName(e.Item)
		e.Division, e.DivisionName = codeText(code), s.divisions.ShortName(code, division.City)
		out = append(out, e)
	}
	return out, rows.Err()
}

// OfHousehold lists a household's entitlements, the newest first.
func (s *Service) OfHousehold(ctx context.Context, actor access.Actor, household uuid.UUID) ([]Entitlement, error) {
	if err := access.Check(actor, "entitlement.read", access.Listing); err != nil {
		return nil, err
	}
	var out []Entitlement
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, "select "+entitlementColumns+" from entitlement where household_id = $1 and division between $2 and $3 order by first_month desc, id desc",
			household, actor.Lo, actor.Hi)
		if err != nil {
			return err
		}
		out, err = s.collect(rows)
		return err
	})
	return out, err
}

// EntitlementQuery filters the list of entitlements; zero values mean no filter.
type EntitlementQuery struct {
	Division int64 // only below it
	Item     string
	Month    *calendar.Date // in force in the month
	NoBank   bool           // only those without an account
	After    uuid.UUID
	Limit    int
}

// Entitlements lists those in the actor's range in the order in which they were opened, and the key of the next page.
func (s *Service) Entitlements(ctx context.Context, actor access.Actor, q EntitlementQuery) ([]Entitlement, uuid.UUID, error) {
	if err := access.Check(actor, "entitlement.read", access.Listing); err != nil {
		return nil, uuid.Nil, err
	}
	lo, hi := actor.Lo, actor.Hi
	if q.Division != 0 {
		l, h := division.Range(q.Division)
		if !division.Valid(q.Division) || h < lo || l > hi {
			return nil, uuid.Nil, errs.Bad("division", "该区划不在您的管辖范围内，请重新选择。")
		}
		lo, hi = max(lo, l), min(hi, h)
	}
	var out []Entitlement
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, "select "+entitlementColumns+` from entitlement where division between $1 and $2 and id > $3 and ($4 = '' or item = $4)
			and ($5::date is null or (first_month <= $5 and (end_month is null or end_month > $5))) and (not $6 or account_sealed is null)
			order by id limit $7`, lo, hi, q.After, q.Item, q.Month, q.NoBank, q.Limit+1)
		if err != nil {
			return err
		}
		out, err = s.collect(rows)
		return err
	})
	if err != nil || len(out) <= q.Limit {
		return out, uuid.Nil, err
	}
	out = out[:q.Limit]
	return out, out[q.Limit-1].ID, nil
}
