package benefit

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
)

// Sealed fields as package registry names them: an entitlement carries copies of the payee's.
const (
	idField      = "person.id"
	accountField = "person.account"
)

// Categories notes in the register what a person has become by a decision; package registry provides it. Noting the same
// category for the same case again changes nothing.
type Categories interface {
	AddCategory(ctx context.Context, tx pgx.Tx, actor access.Actor, in registry.CategoryInput) (bool, error)
}

// Service does entitlements and payment lists.
type Service struct {
	db         *postgres.DB
	keys       *seal.Keyring
	clock      clock.Clock
	divisions  *division.Index
	categories Categories
}

// New makes the service. categories may be nil where no confirmation will be worked on.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, divisions *division.Index, categories Categories) *Service {
	return &Service{db: db, keys: keys, clock: c, divisions: divisions, categories: categories}
}

// Item is a benefit that is paid monthly.
type Item struct{ ID, Name string }

// Items lists the benefits that payment lists are made for.
var Items = []Item{
	{"dibao", "最低生活保障金"}, {"dibao_single", "最低生活保障金（单人保）"}, {"tekun", "特困人员基本生活费"},
	{"orphan", "孤儿基本生活费"}, {"unsupported_child", "事实无人抚养儿童基本生活补贴"},
}

// ItemName is the benefit's name, or the id of one that this edition does not pay.
func ItemName(id string) string {
	if i := slices.IndexFunc(Items, func(i Item) bool { return i.ID == id }); i >= 0 {
		return Items[i].Name
	}
	return id
}

// ParseMonth reads 2026-12 and returns the month's first day.
func ParseMonth(field, s string) (calendar.Date, error) {
	d, err := calendar.ParseDate(s + "-01")
	if err != nil || len(s) != 7 {
		return 0, errs.Bad(field, "月份应写成 2026-12 这样的形式。")
	}
	return d, nil
}

// MonthText writes a month as 2026-12.
func MonthText(d calendar.Date) string { return d.String()[:7] }

// MonthChinese writes a month as 2026年12月.
func MonthChinese(d calendar.Date) string {
	y, m, _ := d.Civil()
	return strconv.Itoa(y) + "年" + strconv.Itoa(int(m)) + "月"
}

func codeText(code int64) string { return fmt.Sprintf("%012d", code) }
