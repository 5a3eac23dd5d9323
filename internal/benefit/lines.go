package benefit

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/money"
)

func moneyOf(fen int64) money.Fen { return money.Fen(fen) }

// PayrollLine is one household on a list, identity and account masked.
type PayrollLine struct {
	Seq          int       `json:"seq"`
	HouseholdID  uuid.UUID `json:"household_id"`
	PayeeName    string    `json:"payee_name"`
	IDMasked     string    `json:"id_masked"`
	BankName     string    `json:"bank_name"`
	Account      string    `json:"account_masked"`
	MemberCount  int       `json:"member_count"`
	AmountFen    money.Fen `json:"amount_fen"`
	Division     string    `json:"division"`
	DivisionName string    `json:"division_name" doc:"town and village"`
	Problem      string    `json:"problem,omitempty"`
}

// LineQuery filters the lines of a list.
type LineQuery struct {
	Payroll  uuid.UUID
	Town     int64 // 0: all
	Problems bool  // only lines with a problem
	After    int   // seq of the last line of the page before
	Limit    int
}

// Lines returns a page of a list's lines in their printed order, and whether more follow.
func (s *Service) Lines(ctx context.Context, actor access.Actor, q LineQuery) ([]PayrollLine, bool, error) {
	if err := access.Check(actor, "payroll.list", access.Listing); err != nil {
		return nil, false, err
	}
	lo, hi := int64(0), int64(999999999999)
	if q.Town != 0 {
		if division.LevelOf(q.Town) < division.Town {
			return nil, false, errs.Bad("town", "请选择乡镇（街道）或村（社区）。")
		}
		lo, hi = division.Range(q.Town)
	}
	out := []PayrollLine{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		if _, err := read(ctx, tx, actor, "payroll.list", q.Payroll, ""); err != nil {
			return err
		}
		return s.eachLine(ctx, tx, `where payroll_id = $1 and seq > $2 and division between $3 and $4 and (not $5 or problem <> '') order by seq limit $6`,
			[]any{q.Payroll, q.After, lo, hi, q.Problems, q.Limit + 1}, func(l lineRow) error {
				out = append(out, PayrollLine{Seq: l.seq, HouseholdID: l.household, PayeeName: l.name, IDMasked: idnum.MaskResident(l.id), BankName: l.bank,
					Account: idnum.MaskAccount(l.account), MemberCount: l.members, AmountFen: l.amount, Division: codeText(l.division),
					DivisionName: s.divisions.ShortName(l.division, division.County), Problem: l.problem})
				return nil
			})
	})
	if err != nil || len(out) <= q.Limit {
		return out, false, err
	}
	return out[:q.Limit], true, nil
}

type lineRow struct {
	seq, members      int
	household         uuid.UUID
	division          int64
	name, bank        string
	id, account       string // in clear: masked or printed by the caller, never logged
	amount            money.Fen
	problem           string
	idSealed, accSeal []byte
}

// eachLine opens the sealed fields row by row, so that a whole county never stands in memory twice.
func (s *Service) eachLine(ctx context.Context, tx pgx.Tx, where string, args []any, fn func(lineRow) error) error {
	rows, err := tx.Query(ctx, `select seq, household_id, division, payee_name, id_sealed, account_sealed, bank_name, member_count, amount_fen, problem
		from payroll_line `+where, args...)
	if err != nil {
		return err
	}
	var l lineRow
	_, err = pgx.ForEachRow(rows, []any{&l.seq, &l.household, &l.division, &l.name, &l.idSealed, &l.accSeal, &l.bank, &l.members, &l.amount, &l.problem}, func() error {
		var err error
		if l.id, err = s.keys.Open(idField, l.idSealed); err != nil {
			return err
		}
		if l.account, err = s.keys.Open(accountField, l.accSeal); err != nil {
			return err
		}
		return fn(l)
	})
	return err
}
