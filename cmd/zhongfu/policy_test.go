package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhongfu/internal/policy"
	"zhongfu/policies"
)

const household = `{"household":{"urban":true,"financial_assets":0,"dwellings":1,"non_residential":false,"vehicles":0,"business_registration":false},
"members":[{"id":"1","relation":"02","birth":"1980-01-01","imprisoned":false,"missing":false,"clergy_away_years":0,
"income_wage":61750,"income_business":0,"income_property":0,"income_transfer":0,"income_other":0,"rigid_spending":0,"employment_cost":0}]}`

func runPolicy(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = policyCommand(args, strings.NewReader(stdin), &out, &err)
	return code, out.String(), err.String()
}

func TestPolicyEval(t *testing.T) {
	file := filepath.Join(t.TempDir(), "household.json")
	if err := os.WriteFile(file, []byte(household), 0o600); err != nil {
		t.Fatal(err)
	}
	flags := []string{"--pack", "guangdong", "--item=dibao", "--date", "2025-03-01", "--division", "440106012000"}
	for name, args := range map[string][]string{
		"flags first": append(append([]string{"eval"}, flags...), file),
		"file first":  append([]string{"eval", file}, flags...),
		"stdin":       append([]string{"eval", "-"}, flags...),
	} {
		code, out, errText := runPolicy(household, args...)
		var r struct {
			Outcome   string `json:"outcome"`
			AmountFen int64  `json:"amount_fen"`
			Rules     []struct {
				Clause struct{ Document, Article string }
			}
		}
		if code != 0 || json.Unmarshal([]byte(out), &r) != nil {
			t.Fatalf("%s: exit %d, %s%s", name, code, out, errText)
		}
		if r.Outcome != "eligible" || r.AmountFen != 128200-61750 || len(r.Rules) == 0 || r.Rules[0].Clause.Document == "" {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestPolicyBadInputIsSaidAndExits2(t *testing.T) {
	flags := []string{"--pack", "guangdong", "--item", "dibao", "--date", "2025-03-01", "--division", "440106012000"}
	with := func(more ...string) []string { return append(append([]string{"eval"}, flags...), more...) }
	replaced := func(name, value string) []string {
		args := with("-")
		for i, a := range args {
			if a == name {
				args[i+1] = value
			}
		}
		return args
	}
	for _, c := range []struct {
		name  string
		args  []string
		stdin string
		want  string
	}{
		{"no command", nil, "", "用法"},
		{"unknown command", []string{"evil"}, "", "没有子命令"},
		{"unknown flag", with("--colour", "red", "-"), household, "没有选项 --colour"},
		{"flag without value", []string{"eval", "-", "--pack"}, household, "后面缺少值"},
		{"flag twice", with("--pack", "national", "-"), household, "写了两次"},
		{"no file", with(), "", "恰好一个"},
		{"two files", with("a", "b"), "", "恰好一个"},
		{"file not there", with("/nowhere/household.json"), "", "文件不存在"},
		{"no pack", []string{"eval", "-", "--item", "dibao"}, household, "缺少 --pack"},
		{"unknown pack", replaced("--pack", "guandong"), household, "没有名为 guandong"},
		{"unknown item", replaced("--item", "dibo"), household, "是否想写 dibao"},
		{"no such day", replaced("--date", "2025-02-30"), household, "不是存在的日期"},
		{"bad division", replaced("--division", "440106"), household, "12 位"},
		{"other province", replaced("--division", "370106000000"), household, "不在政策包"},
		{"no JSON", with("-"), "{", "没有写完整"},
		{"wrong type", with("-"), `{"members":[{"id":"1","income_wage":"many"}]}`, "members[0].income_wage"},
		{"one version for diff", []string{"diff", "guangdong"}, "", "旧、新"},
		{"unknown version", []string{"diff", "guangdong", "guandong"}, "", "既不是政策包的名字"},
		{"version without folder", []string{"diff", "guangdong@", "guangdong"}, "", "不完整"},
		{"folder not there", []string{"diff", "guangdong@/nowhere", "guangdong"}, "", "不存在"},
		{"pack not in the folder", []string{"diff", "guangdong", "guangdong@."}, "", "没有名为 guangdong"},
		{"diff with an unknown flag", []string{"diff", "--item", "dibao", "national", "guangdong"}, "", "没有选项 --item"},
		{"mutate an unknown pack", []string{"mutate", "--pack", "guandong"}, "", "没有名为 guandong"},
		{"mutate an unknown item", []string{"mutate", "--item", "dibo"}, "", "--item"},
		{"switch with another value", []string{"mutate", "--json=maybe"}, "", "不带值"},
		{"schema of an unknown file", []string{"schema", "--for", "item"}, "", "是否想写 items"},
		{"schema out without all", []string{"schema", "--for", "items", "--out", "."}, "", "--out 只与"},
		{"schema into nowhere", []string{"schema", "--for", "all", "--out", "/nowhere"}, "", "写不出"},
		{"file for check", []string{"check", "x"}, "", "不需要文件参数"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errText := runPolicy(c.stdin, c.args...)
			if code != 2 || out != "" || !strings.Contains(errText, c.want) {
				t.Errorf("exit %d, stdout %q, stderr %q", code, out, errText)
			}
		})
	}
}

func TestPolicyCheckAndTest(t *testing.T) {
	if code, out, errText := runPolicy("", "check"); code != 0 || strings.Count(out, "检查通过") < 2 {
		t.Errorf("check: exit %d, %s%s", code, out, errText)
	}
	code, out, errText := runPolicy("", "test", "--pack", "guangdong")
	if code != 0 || strings.Count(out, "通过  guangdong/") < 40 || strings.Contains(out, "失败") {
		t.Errorf("test: exit %d, %s%s", code, out, errText)
	}
	if code, out, _ := runPolicy("", "schema"); code != 0 || !json.Valid([]byte(out)) {
		t.Errorf("schema: exit %d", code)
	}
}

func TestPolicyDiffOfTwoFolders(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, policies.FS); err != nil {
		t.Fatal(err)
	}
	if code, out, errText := runPolicy("", "diff", "guangdong", filepath.Join(dir, "guangdong")); code != 0 || !strings.Contains(out, "没有不同") {
		t.Errorf("the same: exit %d, %s%s", code, out, errText)
	}
	file := filepath.Join(dir, "guangdong", "items", "dibao.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), "id: dibao\n", "id: dibao\nname: 低保\n", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, errText := runPolicy("", "diff", "guangdong", "guangdong@"+dir); code != 0 || !strings.Contains(out, "最低生活保障 → 低保") {
		t.Errorf("changed: exit %d, %s%s", code, out, errText)
	}
	code, out, _ := runPolicy("", "diff", "--json", "guangdong", "guangdong@"+dir)
	var changes []policy.Change
	if code != 0 || json.Unmarshal([]byte(out), &changes) != nil || len(changes) != 1 || changes[0].After != "低保" {
		t.Errorf("JSON: exit %d, %s", code, out)
	}
}

func TestPolicyMutate(t *testing.T) {
	code, out, errText := runPolicy("", "mutate", "--pack", "national", "--item", "dibao", "--json")
	var r struct{ Mutants, Caught int }
	if json.Unmarshal([]byte(out), &r) != nil || r.Mutants < 10 || code != 0 && r.Caught*100 >= r.Mutants*95 {
		t.Errorf("exit %d, %s%s", code, out, errText)
	}
	if _, out, _ := runPolicy("", "mutate", "--item", "dibao", "--survivors"); !strings.Contains(out, "national/dibao") || !strings.Contains(out, "合计") {
		t.Error(out)
	}
}

func TestPolicyCheckOfABrokenFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "mine"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "mine", "pack.yaml"), []byte("name: mine\ntitle: 试\nversion: \"1\"\ndivision: \"4x\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, _, errText := runPolicy("", "check", "--dir", dir)
	if code != 1 || !strings.Contains(errText, "mine/pack.yaml:1:") {
		t.Errorf("exit %d, %s", code, errText)
	}
	if code, _, errText := runPolicy("", "check", "--dir", t.TempDir()); code != 2 || !strings.Contains(errText, "没有任何政策包") {
		t.Errorf("empty folder: exit %d, %s", code, errText)
	}
}
