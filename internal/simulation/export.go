package simulation

import (
	"context"
	"strconv"
	"strings"

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
		notes = append(notes, "背后不足 3 户的数不显示（隐去）；为免由合计反推，同表另有几行一并隐去。")
	}
	b := sheet.New("测算", run.Title, notes, []sheet.Column{{Head: "分类", Width: 10}, {Head: "名称", Width: 28}, {Head: "户数", Width: 10}, {Head: "新进入户", Width: 10},
		{Head: "退出户", Width: 10}, {Head: "增加户", Width: 10}, {Head: "减少户", Width: 10}, {Head: "原每年金额（元）", Width: 18}, {Head: "新每年金额（元）", Width: 18}, {Head: "示例值", Width: 40}}, true)
	row := func(kind string, g *SimulationGroup) {
		if g.Withheld {
			b.Row(kind, g.Name, hidden, hidden, hidden, hidden, hidden, hidden, hidden, "")
			return
		}
		b.Row(kind, g.Name, int(g.Households), int(g.Enters), int(g.Leaves), int(g.Gains), int(g.Loses), money.Fen(g.YearBefore), money.Fen(g.YearAfter), "")
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
		if it.Withheld {
			b.Row(kind, it.Name, hidden, hidden, hidden, hidden, hidden, hidden, hidden, it.Marks())
			continue
		}
		b.Row(kind, it.Name, int(it.Before), int(it.Enters), int(it.Leaves), int(it.Gains), int(it.Loses), money.Fen(it.FenBefore), money.Fen(it.FenAfter), it.Marks())
	}
	for _, it := range r.Items {
		if it.Held != nil {
			b.Row("与登记比较", it.Name+"：现在享受", int(*it.Held), "", "", "", "", "", "", "")
			b.Row("与登记比较", it.Name+"：符合而未享受", int(*it.Uncovered), "", "", "", "", "", "", "")
			b.Row("与登记比较", it.Name+"：享受而不符合", int(*it.Undue), "", "", "", "", "", "", "")
		}
	}
	measures(b, r)
	for _, c := range r.Evidence.Classes {
		b.Row("先补什么", c.Class, int(c.Households), "", "", "", "", "", "", "")
		for _, f := range c.Facts {
			b.Row("先补什么", c.Class+"："+f.Label, int(f.Households), "", "", "", "", "", "", f.Source)
		}
	}
	for _, v := range r.Samples {
		b.Row(SampleWords[v.Status], v.Label, "", "", "", "", "", "", "", "用于："+strings.Join(v.Items, "、"))
	}
	t := r.Total
	show := func(kind string, v any) any {
		if t.Hides(kind) {
			return hidden
		}
		return v
	}
	b.Total("合计", "全部家庭", int(t.Households), show("moves", int(t.Enters)), show("moves", int(t.Leaves)), show("changes", int(t.Gains)), show("changes", int(t.Loses)),
		show("money", money.Fen(t.YearBefore)), show("money", money.Fen(t.YearAfter)), "")
	data, err = b.Bytes()
	return "测算-" + run.Day.String() + ".xlsx", data, err
}

const hidden = "隐去"

// measures writes poverty and inequality before and after into the money columns' places as text.
func measures(b *sheet.Book, r *SimulationResult) {
	for _, m := range []struct {
		name string
		of   func(Inequality) string
	}{
		{"低于低保标准的户", func(q Inequality) string { return strconv.FormatInt(q.Poor, 10) }},
		{"贫困发生率 P0", func(q Inequality) string { return ratio(q.P0) }},
		{"贫困深度 P1", func(q Inequality) string { return ratio(q.P1) }},
		{"贫困强度 P2", func(q Inequality) string { return ratio(q.P2) }},
		{"基尼系数", func(q Inequality) string { return ratio(q.Gini) }},
	} {
		if r.Before.Withheld {
			b.Row("收入和贫困", m.name, "", "", "", "", "", hidden, hidden, "")
			continue
		}
		b.Row("收入和贫困", m.name, int(r.Before.Households), "", "", "", "", m.of(r.Before), m.of(r.After), "")
	}
	if !r.Before.Withheld {
		b.Row("收入和贫困", "差额合计，每月（元）", int(r.Before.Households), "", "", "", "", money.Fen(r.Before.GapFen), money.Fen(r.After.GapFen), "")
	}
}

func ratio(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }
