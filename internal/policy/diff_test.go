package policy

import (
	"strings"
	"testing"

	"zhongfu/policies"
)

func TestDiffTellsInPlainChinese(t *testing.T) {
	const (
		std   = "guangdong/parameters/dibao_standard.yaml"
		dibao = "national/items/dibao.yaml"
		means = "guangdong/items/household_means.yaml"
		flow  = "national/procedures/dibao.yaml"
	)
	old := guangdong(t)
	for _, c := range []struct{ name, file, from, to, kind, want string }{
		{"standard raised", std, "value: 1282, status: official, source: GDCITY 广州2024年}", "until: 2027-01-01, value: 1282, status: official, source: GDCITY 广州2024年}\n      - {divisions: \"4401\", from: 2027-01-01, value: 1350, status: official, source: GDCITY 广州2027年}", ChangedParameter,
			"最低生活保障标准 广州市 2027-01-01 起：1,282.00 元 → 1,350.00 元（+5.3 %）"},
		{"rural floor", std, "until: 2024-01-01, urban: 857, rural: 600", "until: 2024-01-01, urban: 857, rural: 570", ChangedParameter,
			"省定最低生活保障最低标准 广东省 2023-01-01 起至 2024-01-01 前 农村：600.00 元 → 570.00 元（-5.0 %）"},
		{"own standard of a city that had the floor", std, "- {divisions: \"4413\"", "- {divisions: \"4402\", from: 2026-01-01, value: 900, status: official, source: GDCITY 韶关2026年}\n      - {divisions: \"4413\"", ChangedParameter,
			"最低生活保障标准 韶关市 2026-01-01 起 农村：645.00 元 → 900.00 元（+39.5 %）"},
		{"standing of a value", "guangdong/parameters/means.yaml", `{divisions: "44", from: 2026-01-01, value: 24, status: sample, source: SAMPLE`, `{divisions: "44", from: 2026-01-01, value: 24, status: official, source: GDMEANS 财产限额`, ChangedParameter,
			"人均金融资产上限（低保标准的月数） 广东省 2026-01-01 起 的依据：示例，"},
		{"condition", dibao, "when: v.income_total < v.size", "when: v.income_total <= v.size", ChangedRule,
			"“最低生活保障”的规则“家庭月人均收入低于低保标准”的条件：`v.income_total < v.size * p.dibao_standard` → `v.income_total <= v.size * p.dibao_standard`"},
		{"days of a rule", means, "    until: 2026-01-01\n    when: h.vehicles == 0", "    until: 2026-07-01\n    when: h.vehicles == 0", ChangedRule,
			"有效期：至 2026-01-01 前 → 至 2026-07-01 前"},
		{"material", dibao, "  - {id: disability_certificate, name: 残疾人证, required: false, when: 成员持有的, clause: MZF57 第十条}\n", "", ChangedMaterial,
			"取消“最低生活保障”的材料：残疾人证（成员持有的）"},
		{"deadline", "national/parameters/deadlines.yaml", "label: 确认时限\n    type: days\n    unit: days\n    values: [{divisions: all, from: 2021-07-01, value: 3,", "label: 确认时限\n    type: days\n    unit: days\n    values: [{divisions: all, from: 2021-07-01, value: 2,", ChangedDeadline,
			"3 个工作日"},
		{"guard of an exit", flow, ", guards: [objection_raised]}", "}", ChangedProcedure, "公示期内有人提出异议"},
		{"fact", "national/facts/household.yaml", "label: 住房套数", "label: 住房", ChangedFact, "住房套数（h.dwellings）"},
		{"document", "national/sources.yaml", "id: MZF57\n", "id: MZF57\n    note: 改\n", "", ""},
		{"case", "guangdong/cases/dibao_income.yaml", "name: 一人户没有收入，得足额标准", "name: 一人户", ChangedCase, "案例“一人户”"},
		{"case gone", "guangdong/cases/dibao_income.yaml", "  - id: one_fen_over\n    name: 比标准多一分，不符合\n    members: [{income_wage: 128201}]\n    expect: {outcome: ineligible, failed: [income]}\n", "", ChangedCase, "取消案例：比标准多一分，不符合"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			new := uncased(t, c.file, c.from, c.to)
			changes := Diff(old, new)
			if c.want == "" {
				for _, ch := range changes {
					if ch.Kind != ChangedDocument {
						t.Errorf("unexpected %s", ch.Text)
					}
				}
				return
			}
			found := false
			for _, ch := range changes {
				if ch.Text == "" || ch.What == "" || ChangeKindNames[ch.Kind] == "" || ch.Before == ch.After && ch.Kind != ChangedCase {
					t.Errorf("incomplete: %+v", ch)
				}
				found = found || ch.Kind == c.kind && strings.Contains(ch.Text, c.want)
			}
			if !found {
				t.Errorf("nothing of kind %s says %q:\n%+v", c.kind, c.want, changes)
			}
			if len(Diff(new, new)) != 0 {
				t.Error("a pack differs from itself")
			}
		})
	}
}

// uncased builds the guangdong pack with one text replaced, without running its cases: what changes may make some fail.
func uncased(t *testing.T, file, from, to string) *Pack {
	t.Helper()
	fsys := changed(t, file, from, to)
	ps := &problems{}
	parent, _ := readPack(fsys, "national", ps)
	child, _ := readPack(fsys, "guangdong", ps)
	p := build(layer(parent, child, ps), ps)
	if err := ps.err("guangdong"); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDiffOfTheSamePackIsEmpty(t *testing.T) {
	a, err := Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	if got := Diff(a, guangdong(t)); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

// Between a province and its parent everything that the province adds or takes away is told.
func TestDiffOfParentAndChild(t *testing.T) {
	n, err := Load(policies.FS, "national")
	if err != nil {
		t.Fatal(err)
	}
	there, back := Diff(n, guangdong(t)), Diff(guangdong(t), n)
	if len(there) == 0 || len(back) == 0 {
		t.Fatal("no difference")
	}
	kinds := map[string]bool{}
	for _, c := range there {
		kinds[c.Kind] = true
	}
	for _, k := range []string{ChangedParameter, ChangedRule, ChangedValue, ChangedItem, ChangedReview, ChangedDocument, ChangedCase} {
		if !kinds[k] {
			t.Errorf("nothing of kind %s", k)
		}
	}
}
