package benefit

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/sheet"
)

// File is something to take away.
type File struct {
	Name    string
	MIME    string
	Content []byte
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// columns of the list as it is handed to the paying bank and kept by finance.
var columns = []sheet.Column{{Head: "序号", Width: 7}, {Head: "户主", Width: 12}, {Head: "身份证号", Width: 22}, {Head: "开户行", Width: 24}, {Head: "账号", Width: 24},
	{Head: "人数", Width: 7}, {Head: "金额（元）", Width: 14}, {Head: "乡镇（街道）", Width: 18}, {Head: "村（社区）", Width: 22}, {Head: "备注", Width: 22}}

// Excel returns the list as a workbook with identity and account numbers in clear. Taking it away is audited.
func (s *Service) Excel(ctx context.Context, actor access.Actor, id uuid.UUID) (File, error) {
	var file File
	err := s.export(ctx, actor, id, "导出Excel", func(tx pgx.Tx, p Payroll) error {
		b := sheet.New("发放册", s.title(p), []string{s.subtitle(p)}, columns, true)
		if err := s.eachLine(ctx, tx, "where payroll_id = $1 order by seq", []any{id}, func(l lineRow) error {
			b.Row(l.seq, l.name, l.id, l.bank, l.account, l.members, l.amount, s.divisions.Name(division.At(l.division, division.Town)), s.divisions.Name(l.division), l.problem)
			return nil
		}); err != nil {
			return err
		}
		b.Total("合计", fmt.Sprintf("%d户", p.Households), "", "", "", p.People, p.Total, p.Total.Chinese(), "", "")
		content, err := b.Bytes()
		file = File{Name: s.title(p) + ".xlsx", MIME: xlsx, Content: content}
		return err
	})
	return file, err
}

// export checks, audits and runs fn over one list in one transaction: a file never leaves without its trace.
func (s *Service) export(ctx context.Context, actor access.Actor, id uuid.UUID, purpose string, fn func(pgx.Tx, Payroll) error) error {
	if err := access.Check(actor, "payroll.export", access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		p, err := read(ctx, tx, actor, "payroll.export", id, "for share")
		if err != nil {
			return err
		}
		if err := fn(tx, p); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "payroll.export", ObjectKind: "payroll", ObjectID: p.Number, Root: p.ID,
			Division: p.Division, After: figures(p), Purpose: purpose})
	})
}

// title names county, month and benefit: 越秀区2026年12月最低生活保障金发放册.
func (s *Service) title(p Payroll) string {
	return s.county(p.Division) + MonthChinese(p.Month) + ItemName(p.Item) + "发放册"
}

// county is the name on the list; a placeholder county is hidden behind its city.
func (s *Service) county(code int64) string {
	if division.IsPlaceholder(code) {
		code = division.ParentOf(code)
	}
	return s.divisions.Name(code)
}

func (s *Service) subtitle(p Payroll) string {
	state := "草稿，未经审定，不得据以发放"
	if p.State == Approved {
		state = fmt.Sprintf("审定人：%s　审定日期：%s　摘要：%x", p.ApprovedByName, calendar.DateOf(*p.ApprovedAt).Chinese(), p.Digest[:8])
	}
	return fmt.Sprintf("编号：%s　制表人：%s　制表日期：%s　%s", p.Number, p.MadeByName, calendar.DateOf(p.MadeAt).Chinese(), state)
}
