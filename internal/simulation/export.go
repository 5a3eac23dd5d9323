package simulation

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/money"
	"zhongfu/internal/sheet"
)

// Export returns the result by place, area, type and item as a workbook. It holds what the screen shows and nothing more.
func (s *Service) Export(ctx context.Context, actor access.Actor, id uuid.UUID) (name string, data []byte, err error) {
	run, err := s.Get(ctx, actor, id)
	if err != nil {
		return "", nil, err
	}
	if run.Result == nil {
		return "", nil, errs.New(errs.Conflict, "simulation_not_done", "测算还没有完成，不能导出；请等进度走完。")
	}
	notes := []string{"政策测算，仅供研究；不是任何一户的认定结论。", "测算日期 " + run.Day.String() + "，范围 " + run.PlaceName}
	if run.Result.Threshold > 0 {
		notes = append(notes, "变动少于 3 户的行不显示（隐去）。")
	}
	b := sheet.New("测算", run.Title, notes, []sheet.Column{{Head: "分类", Width: 10}, {Head: "名称", Width: 28}, {Head: "户数", Width: 10}, {Head: "新进入户", Width: 10},
		{Head: "退出户", Width: 10}, {Head: "增加户", Width: 10}, {Head: "减少户", Width: 10}, {Head: "原每年金额（元）", Width: 18}, {Head: "新每年金额（元）", Width: 18}}, true)
	row := func(kind string, g *SimulationGroup) {
		if g.Withheld {
			b.Row(kind, g.Name, "隐去", "隐去", "隐去", "隐去", "隐去", "隐去", "隐去")
			return
		}
		b.Row(kind, g.Name, int(g.Households), int(g.Enters), int(g.Leaves), int(g.Gains), int(g.Loses), money.Fen(g.YearBefore), money.Fen(g.YearAfter))
	}
	r := run.Result
	for _, part := range []struct {
		kind string
		rows []SimulationGroup
	}{{"城乡", r.Areas}, {"家庭类型", r.Types}, {"市", r.Cities}, {"县", r.Counties}} {
		for i := range part.rows {
			row(part.kind, &part.rows[i])
		}
	}
	for _, it := range r.Items {
		kind := map[string]string{"none": "事项", "month": "事项（按月）", "year": "事项（按年）", "once": "事项（一次）"}[it.Rhythm]
		b.Row(kind, it.Name, int(it.Before), int(it.Enters), int(it.Leaves), int(it.Gains), int(it.Loses), money.Fen(it.FenBefore), money.Fen(it.FenAfter))
	}
	t := r.Total
	b.Total("合计", "全部家庭", int(t.Households), int(t.Enters), int(t.Leaves), int(t.Gains), int(t.Loses), money.Fen(t.YearBefore), money.Fen(t.YearAfter))
	data, err = b.Bytes()
	return "测算-" + run.Day.String() + ".xlsx", data, err
}
