package notice

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/money"
)

// Posting is a notice to be hung.
type Posting struct {
	CaseID      uuid.UUID
	Division    int64 // the village
	Item        string
	Name        string
	MemberCount int
	AmountFen   money.Fen
	PostedOn    calendar.Date
	LastDay     calendar.Date // inclusive
}

// Post hangs a notice inside the caller's transaction and returns its id. Whoever posts has checked the right to do so.
func Post(ctx context.Context, tx pgx.Tx, p Posting) (uuid.UUID, error) {
	if p.LastDay < p.PostedOn {
		return uuid.Nil, errs.Bad("last_day", "公示截止日不能早于张贴日。")
	}
	id, err := uuid.NewV7()
	if err != nil {
		return uuid.Nil, err
	}
	_, err = tx.Exec(ctx, `insert into notice (case_id, id, division, item, name, member_count, amount_fen, posted_on, last_day)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, p.CaseID, id, p.Division, p.Item, p.Name, p.MemberCount, p.AmountFen, p.PostedOn, p.LastDay)
	return id, err
}
