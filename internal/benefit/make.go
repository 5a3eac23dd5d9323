package benefit

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// Problems that a line can be flagged with. The first two stop the money from arriving where it should.
const (
	PayeeDead     = "领取人已登记死亡"
	NoAccount     = "未登记银行账号"
	MovedAway     = "家庭已迁出本县"
	AmountChanged = "金额与上月不同"
)

// Make makes the list of a month for the actor's county, or makes it anew while it is a draft: set-based, each household
// once, everything flagged that a person has to look at.
func (s *Service) Make(ctx context.Context, actor access.Actor, item string, month calendar.Date) (Payroll, error) {
	if err := access.Check(actor, "payroll.make", access.At(actor.Division)); err != nil {
		return Payroll{}, err
	}
	county := actor.Division
	if division.LevelOf(county) != division.County {
		return Payroll{}, errs.Denied("月发放册由县级民政部门生成，请用县级岗位办理。")
	}
	if err := s.checkMonth(item, month); err != nil {
		return Payroll{}, err
	}
	// Payees may be registered outside the county: what the register says of them is looked up without the actor's scope,
	// the lines are written under it.
	if err := s.follow(ctx, county, item); err != nil {
		return Payroll{}, err
	}
	known, err := s.flags(ctx, county, item, month)
	if err != nil {
		return Payroll{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Payroll{}, err
	}
	var p Payroll
	err = s.db.InTx(ctx, actor, func(tx pgx.Tx) (err error) {
		p, err = s.make(ctx, tx, actor, Payroll{ID: id, Division: county, Item: item, Month: month}, known)
		return err
	})
	return p, err
}

func (s *Service) checkMonth(item string, month calendar.Date) error {
	if !slices.ContainsFunc(Items, func(i Item) bool { return i.ID == item }) {
		return errs.Bad("item", "没有这个按月发放的待遇，请从列表中选择。")
	}
	if month != month.MonthStart() {
		return errs.Bad("month", "月份应从1日开始。")
	}
	if latest := clock.Today(s.clock).MonthStart().AddMonths(1); month > latest {
		return errs.Bad("month", "最早只能提前一个月生成，%s的发放册请到时再生成。", MonthChinese(month))
	}
	return nil
}

// follow takes over what the register has learned since the entitlements were opened: accounts of those opened without one,
// and moves inside the county.
func (s *Service) follow(ctx context.Context, county int64, item string) error {
	lo, hi := division.Range(county)
	return s.db.InTx(ctx, access.System("月发放册"), func(tx pgx.Tx) error {
		var b pgx.Batch
		b.Queue(`update entitlement e set account_sealed = p.account_sealed, bank_name = p.bank_name
			from person p where p.id = e.payee_id and e.county = $1 and e.item = $2 and e.account_sealed is null and p.account_sealed is not null`, county, item)
		b.Queue(`update entitlement e set division = h.division from household h
			where h.id = e.household_id and e.county = $1 and e.item = $2 and h.division <> e.division and h.division between $3 and $4`, county, item, lo, hi)
		return tx.SendBatch(ctx, &b).Close()
	})
}

// flagged are the entitlements that the register knows something about which stops or questions a payment.
type flagged struct{ dead, moved []uuid.UUID }

func (s *Service) flags(ctx context.Context, county int64, item string, month calendar.Date) (f flagged, err error) {
	lo, hi := division.Range(county)
	err = s.db.InRead(ctx, access.System("月发放册"), func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select e.id, p.death_date is not null, h.division not between $4 and $5 from entitlement e
			join person p on p.id = e.payee_id join household h on h.id = e.household_id
			where e.county = $1 and e.item = $2 and e.first_month <= $3 and (e.end_month is null or e.end_month > $3)
			and (p.death_date is not null or h.division not between $4 and $5)`, county, item, month, lo, hi)
		if err != nil {
			return err
		}
		f = flagged{}
		var id uuid.UUID
		var dead, moved bool
		_, err = pgx.ForEachRow(rows, []any{&id, &dead, &moved}, func() error {
			if dead {
				f.dead = append(f.dead, id)
			}
			if moved {
				f.moved = append(f.moved, id)
			}
			return nil
		})
		return err
	})
	return f, err
}

func (s *Service) make(ctx context.Context, tx pgx.Tx, actor access.Actor, p Payroll, known flagged) (Payroll, error) {
	now := s.clock.Now()
	number := fmt.Sprintf("%s-%s-%s", codeText(p.Division)[:6], p.Item, MonthText(p.Month))
	if _, err := tx.Exec(ctx, `insert into payroll (id, division, item, month, number, state, households, people, total_fen, made_at, made_by, made_by_name, version)
		values ($1, $2, $3, $4, $5, 'draft', 0, 0, 0, $6, $7, $8, 0) on conflict (division, item, month) do nothing`,
		p.ID, p.Division, p.Item, p.Month, number, now, actor.Staff, actor.Name); err != nil {
		return p, err
	}
	var before Payroll
	if err := tx.QueryRow(ctx, "select "+payrollColumns+` from payroll p where p.division = $1 and p.item = $2 and p.month = $3 for update`,
		p.Division, p.Item, p.Month).Scan(before.targets()...); err != nil {
		return p, err
	}
	if before.State == Approved {
		return p, errs.New(errs.Conflict, "payroll_approved", "%s的%s发放册已审定，不能重新生成；如有差错，请在下月发放册中补发或扣回。", MonthChinese(p.Month), ItemName(p.Item))
	}
	p.ID = before.ID
	if _, err := tx.Exec(ctx, `delete from payroll_line where payroll_id = $1`, p.ID); err != nil {
		return p, err
	}
	if _, err := tx.Exec(ctx, insertLines, p.ID, p.Division, p.Item, p.Month, known.dead, PayeeDead, NoAccount, AmountChanged, p.Month.AddMonths(-1),
		known.moved, MovedAway); err != nil {
		return p, err
	}
	if err := tx.QueryRow(ctx, "update payroll p set "+sums+`, made_at = $2, made_by = $3, made_by_name = $4, version = version + 1
		from (select `+totals+` from payroll_line where payroll_id = $1) t where p.id = $1 returning `+payrollColumns, p.ID, now, actor.Staff, actor.Name).
		Scan(p.targets()...); err != nil {
		return p, err
	}
	e := audit.Event{Action: "payroll.make", ObjectKind: "payroll", ObjectID: p.Number, Root: p.ID, Division: p.Division, After: figures(p)}
	if before.Version > 0 {
		e.Before = figures(before)
	}
	return p, audit.Write(ctx, tx, now, actor, e)
}

func figures(p Payroll) map[string]any {
	return map[string]any{"households": p.Households, "people": p.People, "total_fen": p.Total, "problems": p.Problems, "version": p.Version}
}

const (
	sums   = `households = t.households, people = t.people, total_fen = t.total, problems = t.problems`
	totals = `count(*)::int households, coalesce(sum(member_count), 0)::int people, coalesce(sum(amount_fen), 0)::bigint total,
		(count(*) filter (where problem <> ''))::int problems`
)

// insertLines takes every entitlement of the county that is in force in the month. Should two of one household meet, the one
// that began later holds; the key on (payroll, household) stands behind it. $1 payroll, $2 county, $3 item, $4 month,
// $5 entitlements of dead payees, $6…$8 what to call the problems, $9 the month before,
// $10 entitlements of households that moved away, $11 what to call that.
const insertLines = `
insert into payroll_line (payroll_id, seq, entitlement_id, household_id, division, payee_name, id_sealed, account_sealed, bank_name, member_count, amount_fen, problem)
select $1, row_number() over (order by e.division, e.payee_name, e.id), e.id, e.household_id, e.division, e.payee_name, e.id_sealed, e.account_sealed,
	e.bank_name, e.member_count, e.amount_fen,
	concat_ws('；', case when e.id = any($5::uuid[]) then $6::text end, case when e.account_sealed is null then $7::text end,
		case when e.id = any($10::uuid[]) then $11::text end,
		case when last.amount_fen <> e.amount_fen then $8::text end)
from (
	select distinct on (household_id) * from entitlement
	where county = $2 and item = $3 and first_month <= $4 and (end_month is null or end_month > $4)
	order by household_id, first_month desc, id desc
) e
left join lateral (
	select l.amount_fen from payroll_line l join payroll q on q.id = l.payroll_id
	where l.household_id = e.household_id and q.division = $2 and q.item = $3 and q.month = $9 and q.state = 'approved' limit 1
) last on true`
