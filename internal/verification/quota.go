package verification

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// withinQuota holds an order of another department or a charity against what it was allowed: purpose, data classes and people
// a calendar month (GD-2024 十二), whichever of its places orders. Two orders at once cannot both take the last of it.
func (s *Service) withinQuota(ctx context.Context, tx pgx.Tx, in *OrderInput) error {
	places := append(division.Ancestors(in.Place), in.Place)
	var at int64
	var classes []string
	var quota int
	var until *calendar.Date
	err := tx.QueryRow(ctx, `select division, classes, quota, valid_until from verification_client where division = any($1) and name = $2 and purpose = $3
order by division desc limit 1 for share`, places, in.Client, in.Purpose).Scan(&at, &classes, &quota, &until)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return errs.Bad("client", "%s 没有登记为可以为此用途委托核对的单位。请先由市或省登记用途、数据项和限额。", in.Client)
	case err != nil:
		return err
	case until != nil && *until < s.today():
		return errs.Bad("client", "%s 的委托资格已于 %s 到期，请先续期。", in.Client, *until)
	}
	var outside []string
	for _, id := range in.Classes {
		if !slices.Contains(classes, id) {
			class, _ := s.catalogue.Class(id)
			outside = append(outside, class.Name)
		}
	}
	if len(outside) > 0 {
		return errs.Bad("classes", "%s 不得查询：%s。请去掉这些数据项。", in.Client, strings.Join(outside, "、"))
	}
	// Orders of one client come one after another: the advisory lock ends with the transaction.
	if _, err := tx.Exec(ctx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, "verification_client "+in.Client+in.Purpose); err != nil {
		return err
	}
	used, _, err := s.used(ctx, tx, at, in.Client, in.Purpose)
	if err != nil {
		return err
	}
	if used+len(in.People) > quota {
		return errs.Bad("people", "%s 本月限额 %d 人，已用 %d 人，这次 %d 人超出限额。请减少人数或下月再办。", in.Client, quota, used, len(in.People))
	}
	return nil
}
