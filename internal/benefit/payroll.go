package benefit

import (
	"context"
	"encoding/hex"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/money"
)

// Payroll is one monthly list (月发放册) of a county and a benefit.
type Payroll struct {
	ID             uuid.UUID
	Division       int64
	Item           string
	Month          calendar.Date
	Number         string
	State          string // draft or approved
	Households     int
	People         int
	Total          money.Fen
	Problems       int
	MadeAt         time.Time
	MadeBy         uuid.UUID
	MadeByName     string
	ApprovedAt     *time.Time
	ApprovedByName string
	Digest         []byte // SM3 over the lines, once approved
	Version        int
}

// States of a payroll.
const (
	Draft    = "draft"
	Approved = "approved"
)

const payrollColumns = `p.id, p.division, p.item, p.month, p.number, p.state, p.households, p.people, p.total_fen, p.problems, p.made_at, p.made_by,
	p.made_by_name, p.approved_at, p.approved_by_name, p.digest, p.version`

func (p *Payroll) targets() []any {
	return []any{&p.ID, &p.Division, &p.Item, &p.Month, &p.Number, &p.State, &p.Households, &p.People, &p.Total, &p.Problems, &p.MadeAt, &p.MadeBy,
		&p.MadeByName, &p.ApprovedAt, &p.ApprovedByName, &p.Digest, &p.Version}
}

// read reads a payroll under the actor's scope and checks the action where it lies.
func read(ctx context.Context, tx pgx.Tx, actor access.Actor, action access.Action, id uuid.UUID, lock string) (Payroll, error) {
	var p Payroll
	err := tx.QueryRow(ctx, "select "+payrollColumns+" from payroll p where p.id = $1 "+lock, id).Scan(p.targets()...)
	if errors.Is(err, pgx.ErrNoRows) {
		return p, errs.Missing("该发放册")
	}
	if err != nil {
		return p, err
	}
	return p, access.Check(actor, action, access.At(p.Division))
}

// Get returns one payroll with its totals by town.
func (s *Service) Get(ctx context.Context, actor access.Actor, id uuid.UUID) (Payroll, []TownTotal, error) {
	if err := access.Check(actor, "payroll.list", access.Listing); err != nil {
		return Payroll{}, nil, err
	}
	var p Payroll
	var towns []TownTotal
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		if p, err = read(ctx, tx, actor, "payroll.list", id, ""); err != nil {
			return err
		}
		towns, err = s.byTown(ctx, tx, id)
		return err
	})
	return p, towns, err
}

// TownTotal is one town's part of a list.
type TownTotal struct {
	Division   string    `json:"division"`
	Name       string    `json:"name"`
	Households int       `json:"households"`
	People     int       `json:"people"`
	AmountFen  money.Fen `json:"amount_fen"`
	Problems   int       `json:"problems"`
}

func (s *Service) byTown(ctx context.Context, tx pgx.Tx, id uuid.UUID) ([]TownTotal, error) {
	rows, err := tx.Query(ctx, `select division - division % 1000, count(*), sum(member_count), sum(amount_fen)::bigint, count(*) filter (where problem <> '')
		from payroll_line where payroll_id = $1 group by 1 order by 1`, id)
	if err != nil {
		return nil, err
	}
	out := []TownTotal{}
	var code int64
	var t TownTotal
	_, err = pgx.ForEachRow(rows, []any{&code, &t.Households, &t.People, &t.AmountFen, &t.Problems}, func() error {
		t.Division, t.Name = codeText(code), s.divisions.Name(code)
		out = append(out, t)
		return nil
	})
	return out, err
}

// PayrollQuery filters the list of payrolls; zero values mean no filter.
type PayrollQuery struct {
	Month calendar.Date // with HasMonth
	Item  string
	State string

	HasMonth bool
	After    *PayrollKey
	Limit    int
}

// PayrollKey is where a page ended.
type PayrollKey struct {
	Month calendar.Date `json:"m"`
	ID    uuid.UUID     `json:"i"`
}

// List returns the payrolls in the actor's range, the newest month first, and the key of the next page.
func (s *Service) List(ctx context.Context, actor access.Actor, q PayrollQuery) ([]Payroll, *PayrollKey, error) {
	if err := access.Check(actor, "payroll.list", access.Listing); err != nil {
		return nil, nil, err
	}
	after := PayrollKey{Month: calendar.NewDate(9999, 1, 1), ID: uuid.Max}
	if q.After != nil {
		after = *q.After
	}
	var month *calendar.Date
	if q.HasMonth {
		month = &q.Month
	}
	out := []Payroll{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, "select "+payrollColumns+` from payroll p where p.division between $1 and $2 and (p.month, p.id) < ($3, $4)
			and ($5::date is null or p.month = $5) and ($6 = '' or p.item = $6) and ($7 = '' or p.state = $7)
			order by p.month desc, p.id desc limit $8`, actor.Lo, actor.Hi, after.Month, after.ID, month, q.Item, q.State, q.Limit+1)
		if err != nil {
			return err
		}
		var p Payroll
		_, err = pgx.ForEachRow(rows, p.targets(), func() error {
			out = append(out, p)
			p.Digest, p.ApprovedAt = nil, nil
			return nil
		})
		return err
	})
	if err != nil || len(out) <= q.Limit {
		return out, nil, err
	}
	out = out[:q.Limit]
	last := out[q.Limit-1]
	return out, &PayrollKey{Month: last.Month, ID: last.ID}, nil
}

func hexText(b []byte) string { return hex.EncodeToString(b) }
