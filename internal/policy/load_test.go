package policy

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"zhongfu/policies"
)

var loadOnce = sync.OnceValues(func() (*Pack, error) { return Load(policies.FS, "guangdong") })

func guangdong(t testing.TB) *Pack {
	t.Helper()
	p, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPacksLoad(t *testing.T) {
	total := 0
	for _, name := range []string{"national", "guangdong", "shandong"} {
		p, err := Load(policies.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		total += len(p.Cases())
		for _, c := range p.Cases() {
			if r := p.RunCase(c); len(r.Faults) > 0 {
				t.Errorf("%s: %v", c.ID, r.Faults)
			}
		}
		for _, id := range []string{"dibao", "dibao_single", "dibao_marginal"} {
			if p.Item(id) == nil || p.ProcedureFor(id, "") == nil || p.ProcedureFor(id, "delegated") == nil {
				t.Errorf("%s lacks item %s or its procedures", name, id)
			}
		}
	}
	if total < 40 {
		t.Errorf("only %d worked cases", total)
	}
}

func TestSchemaFileIsCurrent(t *testing.T) {
	want, err := guangdong(t).Schema()
	if err != nil {
		t.Fatal(err)
	}
	got, err := fs.ReadFile(policies.FS, "household.schema.json")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("policies/household.schema.json is not what `zhongfu policy schema` prints (%v)", err)
	}
}

func TestSourceShowsEveryFile(t *testing.T) {
	p := guangdong(t)
	for _, it := range p.Items() {
		for _, r := range it.Rules {
			text, err := p.Source(r.At.File)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(text, "\n")
			if r.At.Line > len(lines) || !strings.Contains(lines[r.At.Line-1], "id: "+r.ID) {
				t.Errorf("%s:%d does not begin rule %s", r.At.File, r.At.Line, r.ID)
			}
		}
	}
	if _, err := p.Source("../secret"); err == nil {
		t.Error("a path outside the pack was given out")
	}
}

func TestDigestFollowsText(t *testing.T) {
	a, err := Load(policies.FS, "national")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Load(changed(t, "national/pack.yaml", `"2026.1"`, `"2026.2"`), "national")
	if err != nil {
		t.Fatal(err)
	}
	if a.Digest == b.Digest || guangdong(t).Digest == a.Digest {
		t.Error("two different texts have one digest")
	}
}

// changed is the embedded packs with one text replaced in one file.
func changed(t testing.TB, file, from, to string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(policies.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(policies.FS, name)
		out[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if from == "" {
		out[file] = &fstest.MapFile{Data: []byte(to)}
		return out
	}
	text := string(out[file].Data)
	if !strings.Contains(text, from) {
		t.Fatalf("%s does not hold %q", file, from)
	}
	out[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, from, to, 1))}
	return out
}

func TestBrokenPacksAreRefused(t *testing.T) {
	const (
		items  = "guangdong/items/household_means.yaml"
		std    = "guangdong/parameters/dibao_standard.yaml"
		flow   = "national/procedures/dibao.yaml"
		nmeans = "national/items/household_means.yaml"
	)
	for _, c := range []struct{ name, file, from, to, want string }{
		{"unknown fact", items, "when: h.vehicles == 0", "when: h.vehicle == 0", "h.vehicle 的事实、数值或参数，是否想写 h.vehicles"},
		{"unknown parameter", items, "<= p.dwellings_max\n", "<= p.dwelling_max\n", "是否想写 p.dwellings_max"},
		{"type mismatch", items, "when: h.vehicles == 0", `when: h.vehicles == "0"`, "类型不合"},
		{"not a condition", items, "when: h.vehicles == 0", "when: h.vehicles", "结果类型应为 bool"},
		{"bad CEL", items, "when: h.vehicles == 0", "when: h.vehicles ==", "写法有误"},
		{"unknown key", items, "    until: 2026-01-01\n    when: h.vehicles", "    untill: 2026-01-01\n    when: h.vehicles", "没有这个字段"},
		{"broken YAML", items, "rules:", "rules: [", "YAML"},
		{"rule without clause", "national/items/dibao.yaml", "    clause: MZF57 第十三条\n", "", "规则 income没有条款"},
		{"clause without article", "national/items/dibao.yaml", "    clause: MZF57 第十三条\n", "    clause: MZF57\n", "没有写第几条"},
		{"unknown document", "national/items/dibao.yaml", "clause: MZF57 第十三条", "clause: MZF58 第十三条", "是否想写 MZF57"},
		{"no rules", "guangdong/items/empty.yaml", "", "id: empty\nname: 空\nkind: basic\nunit: household\nfrom: 2024-01-01\nclause: GD2024 （一）\napply: {who: a, where: b, text: c, clause: GD2024 （一）}\nprocedure: dibao\n", "人人符合"},
		{"placeholder", items, "机动车辆 {vehicles}（", "机动车辆 {vehicle}（", "没有名为 {vehicle}"},
		{"overlapping dates", std, `{divisions: "4401", from: 2024-01-01`, `{divisions: "4401", from: 2023-06-01`, "重叠"},
		{"empty range", std, "from: 2023-01-01, until: 2024-01-01, value: 1238", "from: 2024-01-01, until: 2024-01-01, value: 1238", "until 应晚于 from"},
		{"bad division", std, `divisions: "4404", from: 2024`, `divisions: "440", from: 2024`, "区划"},
		{"bad money", std, "value: 1282", "value: 12.825", "小数"},
		{"bad status", std, "value: 1282, status: official", "value: 1282, status: officiel", "status"},
		{"sample dressed as official", "guangdong/parameters/means.yaml", "value: 2300, status: sample", "value: 2300, status: official", "请改为 sample"},
		{"unknown fallback", std, "fallback: dibao_floor", "fallback: dibao_flor", "是否想写 dibao_floor"},
		{"unreachable step", flow, "      - {action: appraise, name: 有异议，组织民主评议, to: appraisal, guards: [objection_raised]}\n", "", "步骤 appraisal 从起点走不到"},
		{"endless step", flow, "      - {action: deliver_confirmed, name: 送达确认通知书, to: confirmed}\n      - {action: deliver_refused, name: 送达不予确认告知书, to: refused, guards: [reasons_written]}\n", "      - {action: again, name: 再送, to: letter}\n", "走不到任何终态"},
		{"exit into nowhere", flow, "to: notice,", "to: notise,", "是否想写 notice"},
		{"unknown role", flow, "role: county_approver", "role: county_aprover", "是否想写 county_approver"},
		{"unknown guard", flow, "guards: [objection_raised]}", "guards: [objection_raise]}", "是否想写 objection_raised"},
		{"deadlines past the total", "national/parameters/deadlines.yaml", "label: 初审意见时限\n    type: days\n    unit: days\n    values: [{divisions: all, from: 2021-07-01, value: 3,", "label: 初审意见时限\n    type: days\n    unit: days\n    values: [{divisions: all, from: 2021-07-01, value: 8,", "超过总时限 30"},
		{"county deadlines past ten days", "national/parameters/deadlines.yaml", "label: 确认时限\n    type: days\n    unit: days\n    values: [{divisions: all, from: 2021-07-01, value: 3,", "label: 确认时限\n    type: days\n    unit: days\n    values: [{divisions: all, from: 2021-07-01, value: 4,", "合并时限 县级提出意见"},
		{"make and check", flow, "  - {steps: [survey, confirm], clause: MZF57 第二条}\n", "", "同一个人可以既做 survey"},
		{"step without deadline", flow, "    deadline: {parameter: confirm_days, calendar: working, since: step_start, clause: MZF57 第二十条}\n", "", "没有 deadline"},
		{"rule never failing in a case", "national/cases/dibao.yaml", "  - {id: n_vehicle, name: 有机动车辆, household: {vehicles: 1}, members: [{}], expect: {outcome: ineligible, failed: [vehicles]}}\n", "", "没有一个案例是“不符合”"},
		{"case that fails", "guangdong/cases/dibao_income.yaml", "amount_fen: 265800", "amount_fen: 265801", "金额（分）应为 265801，得到 265800"},
		{"values in a ring", nmeans, "expr: m.income_wage + m.income_business", "expr: m.income + m.income_business", "互相引用"},
		{"value missing on some days", items, "    from: 2026-01-01\n    when: v.composite_score", "    from: 2025-01-01\n    when: v.composite_score", "不存在的日期"},
		{"rounding", "national/items/dibao.yaml", "rule: fen", "rule: fun", "是否想写 fen"},
		{"procedure of an item", "national/items/dibao.yaml", "procedure: dibao", "procedure: dibo", "是否想写 dibao"},
		{"same id twice", items, "  - id: composite\n", "  - id: wage_gate\n", "已写在"},
		{"fact type", "national/facts/household.yaml", "type: money", "type: monny", "类型"},
		{"parent of itself", "national/pack.yaml", "division: all", "division: all\nparent: guangdong", "指回自己"},
		{"stray file", "guangdong/rules/x.yaml", "", "a: 1\n", "没有 rules 这一类文件"},
		{"alias", "guangdong/facts/x.yaml", "", "facts: &a []\nother: *a\n", "别名"},
		{"nesting", "guangdong/facts/x.yaml", "", strings.Repeat("[", 100), "嵌套太深"},
		{"nested lists", "guangdong/facts/x.yaml", "", strings.Repeat("- ", 100) + "a", "嵌套太深"},
		{"huge", "guangdong/facts/x.yaml", "", strings.Repeat("# ......\n", 60_000), "512 KB"},
		{"maze", "guangdong/procedures/maze.yaml", "", maze(), "超过总时限"},
		{"name and folder", "guangdong/pack.yaml", "name: guangdong", "name: gd", "应与文件夹"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Load(changed(t, c.file, c.from, c.to), "guangdong")
			var le *LoadError
			if !errors.As(err, &le) {
				t.Fatalf("loaded, or another error: %v", err)
			}
			found := false
			for _, p := range le.Problems {
				if strings.Contains(p.Message, c.want) && (p.At.Line > 0 && strings.HasSuffix(p.At.File, ".yaml")) {
					found = true
				}
			}
			if !found {
				t.Errorf("no problem with file and line says %q:\n%v", c.want, err)
			}
		})
	}
}

// maze is a procedure in which every step leads to every other.
func maze() string {
	var b strings.Builder
	b.WriteString("id: maze\nname: 迷宫\nclause: MZF57 第二条\nstart: s0\nends: [{code: done, label: 完}]\n")
	b.WriteString("totals: [{id: normal, name: 总时限, deadline: {parameter: total_days, calendar: working, since: acceptance, clause: MZF57 第二十二条}}]\nsteps:\n")
	for i := range 20 {
		fmt.Fprintf(&b, "  - {id: s%d, name: 步, actor: {role: auditor, level: city}, clock: counted, clause: MZF57 第二条, deadline: {parameter: confirm_days, calendar: working, since: step_start, clause: MZF57 第二条}, exits: [{action: go, name: 走, to: [done", i)
		for j := range 20 {
			fmt.Fprintf(&b, ", s%d", j)
		}
		b.WriteString("]}]}\n")
	}
	return b.String()
}
