package notice

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/money"
)

// PublicBenefit is one household on the standing list of its village.
type PublicBenefit struct {
	Name        string    `json:"name"`
	MemberCount int       `json:"member_count"`
	AmountFen   money.Fen `json:"amount_fen" doc:"a month"`
}

// PublicBenefits is the standing list of a village (长期公示).
type PublicBenefits struct {
	Division string          `json:"division"`
	Name     string          `json:"name"`
	Month    calendar.Date   `json:"month" doc:"first day of the month that the list holds for"`
	Office   *Office         `json:"office,omitempty"`
	Benefits []PublicBenefit `json:"benefits"`
	Next     string          `json:"next,omitempty"`
}

const benefitsPage = 100

// Benefits lists who in a village is on a published benefit this month, a page at a time. after is the previous page's
// Next, "" for the first.
func (s *Service) Benefits(ctx context.Context, actor access.Actor, code int64, after string) (PublicBenefits, error) {
	if err := access.Check(actor, "public.notice", access.Listing); err != nil {
		return PublicBenefits{}, err
	}
	d, err := s.placeOf(code)
	if err != nil {
		return PublicBenefits{}, err
	}
	if d.Level != division.Village {
		return PublicBenefits{}, errs.Bad("division", "长期公示按村（社区）查看，请选择到村（社区）。")
	}
	from := uuid.Nil
	if after != "" {
		if from, err = uuid.Parse(after); err != nil {
			return PublicBenefits{}, errs.Bad("cursor", "翻页标记无效，请从第一页重新打开。")
		}
	}
	today := clock.Today(s.clock)
	out := PublicBenefits{Division: text(code), Name: s.divisions.FullName(code), Month: today.MonthStart(), Benefits: []PublicBenefit{}}
	err = s.db.InRead(ctx, reader(), func(tx pgx.Tx) (err error) {
		if out.Office, err = officeOf(ctx, tx, code); err != nil {
			return err
		}
		rows, err := tx.Query(ctx, `select e.id, e.payee_name, e.member_count, e.amount_fen from entitlement e join person p on p.id = e.payee_id
			where e.division = $1 and e.id > $2 and e.item = any($3) and e.first_month <= $4 and (e.end_month is null or e.end_month > $4)
			and p.birth <= $5 order by e.id limit $6`,
			code, from, publicItems, out.Month, today.AddMonths(-12*adult), benefitsPage+1)
		if err != nil {
			return err
		}
		var b PublicBenefit
		var id, last uuid.UUID
		_, err = pgx.ForEachRow(rows, []any{&id, &b.Name, &b.MemberCount, &b.AmountFen}, func() error {
			if len(out.Benefits) == benefitsPage {
				out.Next = last.String()
				return nil
			}
			out.Benefits, last = append(out.Benefits, b), id
			return nil
		})
		return err
	})
	return out, err
}
