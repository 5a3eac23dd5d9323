package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"zhongfu/policies"
)

// refused loads the guangdong pack with one text replaced and demands a fault at file and line that says want.
func refused(t *testing.T, file, from, to, want string, line int) {
	t.Helper()
	err := built(t, changed(t, file, from, to))
	var le *LoadError
	if !errors.As(err, &le) {
		t.Fatalf("loaded, or another error: %v", err)
	}
	for _, p := range le.Problems {
		if strings.Contains(p.Message, want) && p.At.Line > 0 && strings.HasSuffix(p.At.File, ".yaml") && (line == 0 || p.At.Line == line) {
			return
		}
	}
	t.Errorf("no problem with file and line %d says %q:\n%v", line, want, err)
}

// built is what Load does before it runs the worked cases, which would only take time here.
func built(t *testing.T, fsys fs.FS) error {
	t.Helper()
	ps := &problems{}
	parent, ok := readPack(fsys, "national", ps)
	child, ok2 := readPack(fsys, "guangdong", ps)
	if !ok || !ok2 {
		t.Fatal("no packs")
	}
	whole := layer(parent, child, ps)
	if err := ps.err("guangdong"); err != nil {
		return err
	}
	if build(parent, ps); len(ps.list) == 0 {
		build(whole, ps)
	}
	return ps.err("guangdong")
}

// item is a whole item of its own with the given rules.
func item(rules string) string {
	return `id: test
name: 试
summary: 试
kind: basic
theme: living
department: 民政部门
intake: desk
unit: household
from: 2024-01-01
clause: MZF57 第一条
apply: {who: a, where: b, text: c, clause: MZF57 第四条}
procedure: dibao
values:
  - {id: size, label: 人数, unit: persons, count: "true"}
  - {id: income, label: 收入, unit: fen_per_month, sum: m.income_wage}
` + rules
}

func ruled(when string) string {
	return item("rules:\n  - id: one_rule\n    name: 规则\n    when: " + when + "\n    text: a\n    reason: b\n    clause: MZF57 第一条\n")
}

// No predicate is ever dropped in silence: whatever an author loses or misspells, the pack does not load.
func TestNothingFallsBackToEveryone(t *testing.T) {
	const file = "guangdong/items/test.yaml"
	for _, c := range []struct{ name, text, want string }{
		{"no rules key", item(""), "等于人人符合"},
		{"empty rules", item("rules: []\n"), "等于人人符合"},
		{"null rules", item("rules:\n"), "等于人人符合"},
		{"rule without when", item("rules:\n  - {id: r, name: a, text: a, reason: b, clause: MZF57 第一条}\n"), "应恰好写 when 或 item 之一"},
		{"empty when", ruled(`""`), "应恰好写 when 或 item 之一"},
		{"null when", ruled("null"), "应恰好写 when 或 item 之一"},
		{"blank when", ruled(`"  "`), "表达式是空的"},
		{"unquoted ! read as a YAML tag", ruled("!h.non_residential"), "以 ! 开头的表达式要加引号"},
		{"true", ruled(`"true"`), "恒成立"},
		{"true, unquoted", ruled("true"), "恒成立"},
		{"not false", ruled(`"!false"`), "恒成立"},
		{"by ranges: never negative", ruled("h.vehicles >= 0"), "恒成立"},
		{"by ranges: above the catalogue's limit", ruled("h.dwellings <= 100"), "恒成立"},
		{"by ranges of a value", ruled("v.size < 51"), "恒成立"},
		{"by ranges: nobody", ruled("h.vehicles < 0"), "恒不成立"},
		{"either way", ruled("v.income < p.dibao_standard || v.income >= p.dibao_standard"), "恒成立"},
		{"a or not a", ruled(`"h.non_residential || !h.non_residential"`), "恒成立"},
		{"a choice that comes out alike", ruled(`"h.non_residential ? h.vehicles >= 0 : true"`), "恒成立"},
		{"a and not a", ruled(`"h.non_residential && !h.non_residential"`), "恒不成立"},
		{"misspelt fact", ruled("h.vehicle == 0"), "是否想写 h.vehicles"},
		{"misspelt key", strings.Replace(ruled("h.vehicles == 0"), "when:", "whem:", 1), "没有这个字段"},
		{"misspelt list", strings.Replace(ruled("h.vehicles == 0"), "rules:", "rule:", 1), "没有这个字段"},
		{"no rule before 2026", strings.Replace(ruled("h.vehicles == 0"), "    text: a\n", "    from: 2026-01-01\n    text: a\n", 1), "没有一条规则有效"},
		{"no rule after 2026", strings.Replace(ruled("h.vehicles == 0"), "    text: a\n", "    until: 2026-01-01\n    text: a\n", 1), "从 2026-01-01 起没有一条规则有效"},
		{"item that is always excused", item("rules:\n  - {id: r, name: a, item: dibao, unless: \"true\", text: a, reason: b, clause: MZF57 第一条}\n"), "永远不问"},
		{"everybody is excluded", item("exclusions:\n  - {id: x, name: a, when: m.missing || !m.missing, reason: b, clause: MZF57 第七条}\nrules:\n  - {id: r, name: a, when: v.size > 0, text: a, reason: b, clause: MZF57 第一条}\n"), "排除在外"},
		{"option that does not exist", item("values:\n  - {id: n, label: a, unit: count, count: 'm.work_ability == \"ful\"'}\nrules:\n  - {id: r, name: a, when: v.n > 0, text: a, reason: b, clause: MZF57 第一条}\n"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.name == "option that does not exist" { // values stands once in the frame
				c.text = strings.Replace(strings.Replace(c.text, "values:\n  - {id: n", "  - {id: n", 1), "rules:", "rules:", 1)
				c.want = `是否想写 full`
			}
			refused(t, file, "", c.text, c.want, 0)
		})
	}
}

// What a child pack takes away, it takes away knowingly.
func TestMergeAndRemoveNeverLoseARule(t *testing.T) {
	const dibao = "guangdong/items/dibao.yaml"
	for _, c := range []struct{ name, file, from, to, want string }{
		{"all rules removed", dibao, "id: dibao\n", "id: dibao\nremove: [income, has_members, financial_assets, dwellings, non_residential, vehicles, business, wage_gate, composite]\n", "等于人人符合"},
		{"all rules but a late one removed", dibao, "id: dibao\n", "id: dibao\nremove: [income, has_members, financial_assets, dwellings, non_residential, vehicles, business]\n", "没有一条规则有效"},
		{"misspelt remove", dibao, "id: dibao\n", "id: dibao\nremove: [incom]\n", "remove 里的 incom"},
		{"override without a condition", dibao, "id: dibao\n", "id: dibao\nrules:\n  - {id: income, name: a, text: a, reason: b, clause: MZF57 第一条}\n", "应恰好写 when 或 item 之一"},
		{"override with an empty condition", dibao, "id: dibao\n", "id: dibao\nrules:\n  - {id: income, name: a, when: '', text: a, reason: b, clause: MZF57 第一条}\n", "应恰好写 when 或 item 之一"},
		{"override that always holds", dibao, "id: dibao\n", "id: dibao\nrules:\n  - {id: income, name: a, when: v.income_total >= 0, text: a, reason: b, clause: MZF57 第一条}\n", "恒成立"},
		{"include that drops the parent's", dibao, "id: dibao\n", "id: dibao\ninclude: other\n", "丢掉了上级的片段 household_means"},
		{"include of nothing", "national/items/expenditure_hardship.yaml", "include: household_means", "include: household_mean", "是否想写 household_means"},
		{"fragment made an item", "guangdong/items/dibao.yaml", "id: dibao\n", "id: dibao\nfragment: true\ninclude: household_means\n", "一处是片段"},
		{"same rule twice under two ids", "guangdong/items/household_means.yaml", "  - id: composite\n", "  - {id: wage_gate_2, name: b, from: 2026-03-01, when: v.income_total <= v.size * p.minimum_wage, text: a, reason: b, clause: GDMEANS2026 收入门槛}\n  - id: composite\n", "说的是同一件事"},
		{"two versions at a time", "guangdong/items/household_means.yaml", "  - id: composite\n", "  - {id: wage_gate_2, name: 家庭月人均收入不超过当地月最低工资, from: 2026-03-01, when: v.income_total < v.size * p.minimum_wage, text: a, reason: b, clause: GDMEANS2026 收入门槛}\n  - id: composite\n", "说的是同一件事"},
		{"empty amount", "national/items/dibao.yaml", "  expr: v.size * p.dibao_standard - v.income_total\n", "  expr: ''\n", "一分不发"},
		{"amount of nothing", "national/items/dibao.yaml", "  expr: v.size * p.dibao_standard - v.income_total\n", "  expr: 0 - v.income_total\n", "恒为零或负数"},
		{"amount in no money", "national/items/dibao.yaml", "  unit: fen_per_month\n  expr", "  unit: text\n  expr", "unit \"text\" 不是"},
		{"excludes nothing", "national/items/dibao.yaml", "{item: tekun,", "{item: tekum,", "是否想写 tekun"},
		{"external and yet here", "national/items/dibao.yaml", "{item: tekun,", "{item: tekun, external: true,", "就在本政策包里"},
		{"derives nothing", dibao, "derives:\n", "derives:\n  - {name: 特困, item: tekum, clause: GD2024 （一）}\n", "是否想写 tekun"},
		{"review without a period", "national/items/dibao.yaml", "months: 12", "months: 0", "几个月一次"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			refused(t, c.file, c.from, c.to, c.want, 0)
		})
	}
}

// An opening question that leads nowhere, or settles what it cannot, is refused.
func TestOpeningQuestionsAreChecked(t *testing.T) {
	const member, gates = "national/facts/member.yaml", "national/facts/gates.yaml"
	for _, c := range []struct{ name, file, from, to, want string }{
		{"misspelt", member, "behind: has_schooling", "behind: has_school", "是否想写 has_schooling"},
		{"no such choice", member, "otherwise: none", "otherwise: nothing", "应是它的一个选项"},
		{"no choice at all", member, "    otherwise: none\n", "", "应是它的一个选项"},
		{"nothing behind", gates, "gates:\n", "gates:\n  - {key: idle, of: member, section: 家庭, question: 谁？}\n", "后面没有任何事实"},
		{"named like a fact", gates, "key: has_wage", "key: employed", "不与事实"},
		{"twice", gates, "key: has_wage", "key: has_business", "已写在"},
		{"a day", "national/facts/hardship.yaml", "    question: 低保或特困供养是哪一天停的？\n", "    question: 低保或特困供养是哪一天停的？\n    behind: left_support\n", "没有“没有”这个值"},
		{"a number", "national/facts/medical.yaml", "    behind: emergency_treatment\n", "    behind: emergency_treatment\n    otherwise: 1\n", "otherwise"},
		{"in a circle", "national/facts/household.yaml", "    together: property\n  - key: work_vehicles\n", "    behind: work_vehicles\n    together: property\n  - key: work_vehicles\n", "又排在自己后面"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			refused(t, c.file, c.from, c.to, c.want, 0)
		})
	}
}

func TestUnitsAreKeptApart(t *testing.T) {
	const file = "guangdong/items/test.yaml"
	for _, c := range []struct{ when, want string }{
		{"v.income < p.marginal_ratio", "不能比较或相加"},                                                 // an amount with a ratio
		{"v.income < v.size * p.dibao_standard * p.marginal_ratio", "不能比较或相加"},                     // one is missing
		{"v.income * one < v.size * p.dibao_standard", "不能比较或相加"},                                  // the ratio is missing
		{"v.size < p.marginal_ratio", "不能比较或相加"},                                                   // people with a ratio
		{"h.financial_assets < p.dibao_standard", "不能比较或相加"},                                       // a stock with an amount a month
		{"h.financial_assets + v.income < p.dibao_standard", "不能比较或相加"},                            // summed across units
		{"v.size <= p.asset_months", "不能比较或相加"},                                                    // people with months
		{"h.dwellings < h.vehicles", "不能比较或相加"},                                                    // dwellings with vehicles
		{"(h.non_residential ? v.income : v.size) > 0", "不能比较或相加"},                                 // two results that differ
		{"min(v.income, v.size) > 0", "不能比较或相加"},                                                   // the smaller of unlike things
		{"v.income * p.dibao_standard > 0 && h.vehicles == 0", "得不出有意义的数"},                         // money times money
		{"div_round(v.size, p.dibao_standard) > 0", "得不出有意义的数"},                                    // people per yuan
		{"v.income * one < v.size * p.dibao_standard * p.marginal_ratio", ""},                      // as it should be
		{"h.financial_assets <= p.asset_months * p.dibao_standard * v.size", ""},                   // months of an amount a month
		{"v.income * 12 < v.size * p.disposable_income", ""},                                       // twelve months are a year
		{"div_round(p.dibao_standard * p.marginal_ratio + one * 50, one) > v.income", ""},          // rounded half up
		{"v.income * 100 < p.dibao_standard * p.hardship_percent", ""},                             // percent
		{"div_round(v.income * one, p.dibao_standard) <= p.marginal_ratio && h.dwellings < 2", ""}, // a ratio made of amounts
	} {
		t.Run(c.when, func(t *testing.T) {
			t.Parallel()
			if c.want != "" {
				refused(t, file, "", ruled("'"+c.when+"'"), c.want, 19)
				return
			}
			err := built(t, changed(t, file, "", ruled("'"+c.when+"'")))
			if err != nil {
				t.Errorf("only the cases are missing, yet: %v", err)
			}
		})
	}
	t.Run("ratio with an id", func(t *testing.T) {
		facts := "facts:\n  - {key: home, label: 户籍地, of: household, type: division, section: 家庭, sensitivity: public, asked: true}\n"
		fsys := changed(t, file, "", ruled("h.home > p.marginal_ratio"))
		fsys["guangdong/facts/home.yaml"] = changed(t, "guangdong/facts/home.yaml", "", facts)["guangdong/facts/home.yaml"]
		err := built(t, fsys)
		if err == nil || !strings.Contains(err.Error(), "区划代码") {
			t.Errorf("an id was compared with a ratio: %v", err)
		}
	})
	t.Run("percent called a count", func(t *testing.T) {
		refused(t, "national/items/medical_inpatient.yaml", "label: 救助比例（百分数）\n    unit: percent", "label: 救助比例（百分数）\n    unit: count", "算出来却是百分数", 0)
	})
	t.Run("count compared with a percent", func(t *testing.T) {
		one := strings.Replace(ruled("v.n < p.hardship_percent"), "rules:\n", "  - {id: n, label: a, unit: count, expr: h.vehicles}\nrules:\n", 1)
		refused(t, file, "", one, "不要写作 count", 20)
	})
	t.Run("unit of a value", func(t *testing.T) {
		refused(t, "national/items/household_means.yaml", "label: 人均金融资产上限\n    unit: fen", "label: 人均金融资产上限\n    unit: fen_per_month", "unit 写的是 fen_per_month", 0)
	})
}

// A fault inside a text of several lines is told at its own line.
func TestFaultsInBlocksAreToldAtTheirLine(t *testing.T) {
	const file = "guangdong/items/test.yaml"
	block := "|-\n      h.vehicles == 0\n        && h.dwellings <= 1\n        && h.dweling == 0"
	refused(t, file, "", ruled(block), "是否想写 h.dwellings", 22)
	refused(t, file, "", ruled(strings.Replace(block, "h.dweling == 0", "v.income < v.size", 1)), "不能比较或相加", 22)
	refused(t, file, "", ruled("h.dweling == 0"), "是否想写 h.dwellings", 19)
}

func TestDearExpressionsAreRefused(t *testing.T) {
	dear := "h.dwellings" + strings.Repeat(" + h.dwellings", 6000) + " < 7"
	start := time.Now()
	err := built(t, changed(t, "guangdong/items/test.yaml", "", ruled("'"+dear+"'")))
	if err == nil || time.Since(start) > 20*time.Second {
		t.Fatalf("%v after %s", err, time.Since(start))
	}
	list := make([]string, 3000)
	for i := range list {
		list[i] = fmt.Sprint(i)
	}
	refused(t, "guangdong/items/test.yaml", "", ruled("'h.dwellings in ["+strings.Join(list, ", ")+"] && ("+strings.Repeat("h.dwellings in [1,2,3,4,5,6,7,8,9] && ", 600)+"h.vehicles == 0)'"), "太费", 19)
}

// An evaluation is stopped at the limit even where the estimate would have let it through.
func TestEvaluationCostIsLimited(t *testing.T) {
	base, err := baseEnv()
	if err != nil {
		t.Fatal(err)
	}
	text := "date == date" + strings.Repeat(" && date == date", 5000)
	ast, iss := base.Compile(text)
	if iss.Err() != nil {
		t.Fatal(iss.Err())
	}
	prog, err := base.Program(ast, programOptions...)
	if err != nil {
		t.Fatal(err)
	}
	s := newScope(nil)
	s.set("date", midnight(householdOf(1).Date))
	if _, _, err := s.eval(&expr{ast: ast, prog: prog}); err == nil || !strings.Contains(err.Error(), "cost") {
		t.Errorf("5000 comparisons were not stopped: %v", err)
	}
}

func TestWarningsDoNotKeepAPackOut(t *testing.T) {
	fsys := changed(t, "guangdong/parameters/unused.yaml", "", "parameters:\n  - {id: nobody, label: 没人用, type: money, unit: fen, values: [{divisions: all, from: 2021-07-01, value: 1, status: sample, source: SAMPLE}]}\n")
	fsys["guangdong/facts/unused.yaml"] = changed(t, "guangdong/facts/unused.yaml", "", "facts:\n  - {key: idle, label: 没人问, of: member, type: bool, section: 其他, sensitivity: public}\n")["guangdong/facts/unused.yaml"]
	p, err := Load(fsys, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(p.Warnings())
	for _, want := range []string{"guangdong/parameters/unused.yaml:2: 参数 nobody", "guangdong/facts/unused.yaml:2: 事实 idle"} {
		if !strings.Contains(text, want) {
			t.Errorf("no warning %q in %s", want, text)
		}
	}
	if strings.Contains(text, "national/") {
		t.Errorf("the parent's warnings are repeated: %s", text)
	}
	if clean, err := Load(policies.FS, "guangdong"); err != nil || strings.Contains(fmt.Sprint(clean.Warnings()), "nobody") {
		t.Errorf("%v %v", err, clean.Warnings())
	}
}
