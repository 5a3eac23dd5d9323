package exchange

import (
	"strconv"
	"strings"

	"zhongfu/internal/access"
	"zhongfu/internal/sheet"
)

var sensitivityText = map[string]string{"public": "一般", "sensitive": "敏感", "secret": "核心"}

var kindText = map[Kind]string{HTTP: "接口，当场答复", Callback: "接口，稍后回传", File: "文件交换", Desk: "部门人员答复"}

var typeText = map[string]string{"text": "文字", "code": "代码", "money": "金额（元）", "count": "整数", "date": "日期", "flag": "是否"}

// Export writes the catalogue as a workbook (信息共享目录), a line a field. What has no legal source says so.
func (c *Catalogue) Export(actor access.Actor) ([]byte, error) {
	list, err := c.Entries(actor)
	if err != nil {
		return nil, err
	}
	b := sheet.New("信息共享目录", "家庭经济状况核对信息共享目录", []string{"标“示例值”的数值没有公开的规定，正式使用前由主管部门与各部门商定。"},
		[]sheet.Column{{Head: "部门", Width: 12}, {Head: "提供单位", Width: 24}, {Head: "依据", Width: 40}, {Head: "方式", Width: 16}, {Head: "服务时间", Width: 20}, {Head: "答复时限", Width: 14},
			{Head: "每条费用（元）", Width: 14}, {Head: "数据项", Width: 20}, {Head: "数据责任单位", Width: 22}, {Head: "敏感程度", Width: 10}, {Head: "有效天数", Width: 12}, {Head: "追溯月数", Width: 12},
			{Head: "字段", Width: 20}, {Head: "字段代号", Width: 18}, {Head: "类型", Width: 12}, {Head: "必填", Width: 6}, {Head: "取值", Width: 40}, {Head: "形成的政策事实", Width: 40}}, true)
	for _, s := range list {
		for _, cl := range s.Classes {
			facts := make([]string, len(cl.Facts))
			for i, f := range cl.Facts {
				facts[i] = f.Label
			}
			for _, f := range cl.Fields {
				values := make([]string, len(f.Options))
				for i, o := range f.Options {
					values[i] = o.Code + " " + o.Label
				}
				required := ""
				if f.Required {
					required = "是"
				}
				b.Row(s.Name, s.Department, basisText(append(append([]BasisEntry{}, s.Basis...), cl.Basis...)), kindText[Kind(s.Kind)], marked(s.Hours, s.Sample), marked(s.Answer, s.Sample),
					marked(s.Cost.Decimal(), s.CostSample), marked(cl.Name, cl.Sample), cl.Owner, sensitivityText[f.Sensitivity], marked(strconv.Itoa(cl.FreshDays), cl.FreshSample), marked(strconv.Itoa(cl.LookBack), cl.LookSample),
					f.Name, f.Key, typeText[f.Type], required, strings.Join(values, "；"), strings.Join(facts, "；"))
			}
		}
	}
	return b.Bytes()
}

func marked(text string, sample bool) string {
	if sample {
		return text + "（示例值）"
	}
	return text
}

func basisText(list []BasisEntry) string {
	out := make([]string, len(list))
	for i, b := range list {
		out[i] = b.Number + b.Clause
	}
	return strings.Join(out, "；")
}
