package benefit

import (
	"context"
	"crypto/subtle"
	"encoding/binary"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Approval is what an approver sends.
type Approval struct {
	ID      uuid.UUID
	Version int // of the list that was looked at
	// ProblemsSeen says that the approver has looked at lines whose money may not arrive: a dead payee, no account.
	ProblemsSeen bool
}

// Approve makes a draft final: another person than its maker, on the version looked at, its totals counted again, a
// digest taken over its lines. After that the database refuses every change.
func (s *Service) Approve(ctx context.Context, actor access.Actor, in Approval) (Payroll, error) {
	if err := access.Check(actor, "payroll.approve", access.Listing); err != nil {
		return Payroll{}, err
	}
	var p Payroll
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) (err error) {
		if p, err = read(ctx, tx, actor, "payroll.approve", in.ID, "for update"); err != nil {
			return err
		}
		if err := approvable(p, actor, in); err != nil {
			return err
		}
		sum, stops, err := sumLines(ctx, tx, p.ID)
		if err != nil {
			return err
		}
		if sum.Households != p.Households || sum.People != p.People || sum.Total != p.Total {
			return errs.New(errs.Conflict, "payroll_totals", "发放册的合计与明细不一致，不能审定；请资金发放人员重新生成。")
		}
		if stops > 0 && !in.ProblemsSeen {
			return errs.New(errs.Conflict, "payroll_problems", "本册有 %d 户的领取人已登记死亡或没有银行账号；请核对问题行，处理后重新生成，或确认已逐户核对后再审定。", stops)
		}
		before := figures(p)
		if err := tx.QueryRow(ctx, `update payroll p set state = 'approved', approved_at = $2, approved_by = $3, approved_by_name = $4, digest = $5, version = version + 1
			where p.id = $1 returning `+payrollColumns, p.ID, s.clock.Now(), actor.Staff, actor.Name, sum.Digest).Scan(p.targets()...); err != nil {
			return err
		}
		after := figures(p)
		after["digest"] = p.Digest
		return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "payroll.approve", ObjectKind: "payroll", ObjectID: p.Number, Root: p.ID,
			Division: p.Division, Before: before, After: after})
	})
	return p, err
}

func approvable(p Payroll, actor access.Actor, in Approval) error {
	switch {
	case p.State == Approved:
		return errs.New(errs.Conflict, "payroll_approved", "这份发放册已由%s审定，无需重复办理。", p.ApprovedByName)
	case p.MadeBy == actor.Staff:
		return errs.Denied("发放册由您本人生成，按制审分离要求，应由另一位人员审定。")
	case p.Version != in.Version:
		return errs.New(errs.Conflict, "stale_version", "发放册在您查看后重新生成过，请刷新核对最新内容后再审定。")
	case p.Households == 0:
		return errs.New(errs.Conflict, "payroll_empty", "发放册没有任何发放对象，不能审定。")
	}
	return nil
}

// sumLines counts a list's lines and takes their digest. stops counts the lines whose money may not arrive.
func sumLines(ctx context.Context, tx pgx.Tx, id uuid.UUID) (sum Payroll, stops int, err error) {
	rows, err := tx.Query(ctx, `select seq, entitlement_id, household_id, division, payee_name, id_sealed, account_sealed, bank_name, member_count, amount_fen,
		account_sealed is null or position($2 in problem) > 0 from payroll_line where payroll_id = $1 order by seq`, id, PayeeDead)
	if err != nil {
		return sum, 0, err
	}
	h := sm3.New()
	var seq, members, amount int64
	var entitlement, household uuid.UUID
	var division int64
	var name, bank string
	var idSealed, account []byte
	var stop bool
	_, err = pgx.ForEachRow(rows, []any{&seq, &entitlement, &household, &division, &name, &idSealed, &account, &bank, &members, &amount, &stop}, func() error {
		for _, n := range []int64{seq, division, members, amount} {
			h.Write(binary.BigEndian.AppendUint64(nil, uint64(n)))
		}
		for _, b := range [][]byte{entitlement[:], household[:], []byte(name), idSealed, account, []byte(bank)} {
			h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(b)))) // lengths keep neighbouring fields apart
			h.Write(b)
		}
		sum.Households++
		sum.People += int(members)
		t, err := sum.Total.Add(moneyOf(amount))
		sum.Total = t
		if stop {
			stops++
		}
		return err
	})
	sum.Digest = h.Sum(nil)
	return sum, stops, err
}

// Intact tells whether the lines of an approved list are still those that were approved.
func (s *Service) Intact(ctx context.Context, actor access.Actor, id uuid.UUID) (bool, error) {
	if err := access.Check(actor, "payroll.list", access.Listing); err != nil {
		return false, err
	}
	var ok bool
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		p, err := read(ctx, tx, actor, "payroll.list", id, "")
		if err != nil || p.State != Approved {
			return err
		}
		sum, _, err := sumLines(ctx, tx, id)
		ok = subtle.ConstantTimeCompare(sum.Digest, p.Digest) == 1 && sum.Total == p.Total
		return err
	})
	return ok, err
}
