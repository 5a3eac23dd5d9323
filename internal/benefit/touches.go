package benefit

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/registry"
)

// TouchesOfHousehold tells what benefits a household was given and what approved lists paid it.
func (s *Service) TouchesOfHousehold(ctx context.Context, tx pgx.Tx, household uuid.UUID) ([]registry.Touch, error) {
	return touches(ctx, tx, "e.household_id = $1", household)
}

// TouchesOfPerson tells the same of the entitlements that are paid to a person. Both run in the reader's transaction: its scope
// decides what comes back (registry.Touches).
func (s *Service) TouchesOfPerson(ctx context.Context, tx pgx.Tx, person uuid.UUID) ([]registry.Touch, error) {
	return touches(ctx, tx, "e.payee_id = $1", person)
}

// paymentsShown is how many payments a file shows, the newest first.
const paymentsShown = 36

func touches(ctx context.Context, tx pgx.Tx, which string, id uuid.UUID) ([]registry.Touch, error) {
	out := []registry.Touch{}
	rows, err := tx.Query(ctx, `select e.opened_at, e.item, e.amount_fen, e.member_count, e.first_month::text, coalesce(e.end_month::text, ''), e.case_id
		from entitlement e where `+which+` order by e.opened_at desc`, id)
	if err != nil {
		return nil, err
	}
	var at time.Time
	var item, first, end string
	var amount int64
	var members int
	var caseID uuid.UUID
	if _, err = pgx.ForEachRow(rows, []any{&at, &item, &amount, &members, &first, &end, &caseID}, func() error {
		text := fmt.Sprintf("每月 %s 元，%d 人，自 %s 起", moneyOf(amount).Yuan(), members, first[:7])
		if end != "" {
			text += fmt.Sprintf("，%s 起停发", end[:7])
		}
		out = append(out, registry.Touch{At: at, Kind: "entitlement", Title: "开通" + ItemName(item), Text: text, Link: "/cases/" + caseID.String()})
		return nil
	}); err != nil {
		return nil, err
	}
	rows, err = tx.Query(ctx, `select q.approved_at, q.item, l.amount_fen, q.month::text, q.id from entitlement e
		join payroll_line l on l.household_id = e.household_id and l.entitlement_id = e.id join payroll q on q.id = l.payroll_id and q.state = 'approved'
		where `+which+` order by q.month desc limit `+fmt.Sprint(paymentsShown), id)
	if err != nil {
		return nil, err
	}
	var list uuid.UUID
	_, err = pgx.ForEachRow(rows, []any{&at, &item, &amount, &first, &list}, func() error {
		out = append(out, registry.Touch{At: at, Kind: "payment", Title: "列入" + first[:7] + ItemName(item) + "发放册", Text: moneyOf(amount).Yuan() + " 元", Link: "/payrolls/" + list.String()})
		return nil
	})
	return out, err
}
