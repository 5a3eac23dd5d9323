package exchange_test

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"zhongfu/catalogue"
	"zhongfu/internal/exchange"
)

var whole = sync.OnceValues(func() (*exchange.Catalogue, error) { return exchange.Load(catalogue.FS) })

func load(t testing.TB) *exchange.Catalogue {
	t.Helper()
	c, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every source of the requirement's table is there, and each is asked on a clause that is held.
func TestCatalogueHoldsEverySource(t *testing.T) {
	c := load(t)
	names := map[string]string{}
	for _, s := range c.Sources() {
		names[s.ID] = s.Name
	}
	for id, word := range map[string]string{"public_security": "公安", "civil_affairs": "民政", "human_resources": "人社", "health_insurance": "医保", "tax": "税务",
		"natural_resources": "自然资源", "housing": "住建", "housing_fund": "公积金", "market_regulation": "市场监管", "central_bank": "人民银行",
		"insurance_regulator": "银保监", "securities_regulator": "证监", "transport": "交通", "agriculture": "农业农村", "disabled_federation": "残联",
		"education": "教育", "justice": "司法", "hong_kong_macao": "港澳"} {
		if !strings.Contains(names[id], word) {
			t.Errorf("source %s of %s is %q", id, word, names[id])
		}
	}
	if n := len(c.Classes()); n < 30 {
		t.Errorf("%d data classes, at least 30 are wanted", n)
	}
	kinds := map[exchange.Kind]int{}
	for _, s := range c.Sources() {
		kinds[s.Transport.Kind]++
		for _, b := range s.Basis {
			if b.Number == "" || b.Anchor == "" {
				t.Errorf("%s: %s %s leads nowhere", s.ID, b.Document, b.Clause)
			}
		}
		if !s.Service.Sample || !s.CostSample {
			t.Errorf("%s: no document gives service numbers or costs, so they are sample values", s.ID)
		}
		if s.Transport.Kind == exchange.HTTP && s.Configured() {
			t.Errorf("%s has an address in the catalogue; that belongs to the installation", s.ID)
		}
	}
	for _, k := range []exchange.Kind{exchange.HTTP, exchange.Callback, exchange.File, exchange.Desk} {
		if kinds[k] == 0 {
			t.Errorf("no source is reached by %s", k)
		}
	}
}

// Anything said wrong is told with file and line, and keeps the catalogue out.
func TestBrokenCataloguesAreRefused(t *testing.T) {
	good, err := fs.ReadFile(catalogue.FS, "public_security.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ from, to, want string }{
		"fact misspelt":       {"fact: vehicles", "fact: vehicle", `public_security.yaml:\d+: 政策包里没有家庭.*是否想写 vehicles`},
		"fact of another":     {"fact: vehicles\n        of: household", "fact: vehicles\n        of: member", `没有成员.*vehicles`},
		"field misspelt":      {"map(r, r.plate)", "map(r, r.plates)", `没有名为 plates 的字段或变量，是否想写 plate`},
		"wrong type":          {"cel: \"records.exists(r, r.state == 'declared_missing')\"", "cel: \"size(records)\"", `结果类型应为 bool，得到 int`},
		"optional unguarded":  {"cel: \"records.exists(r, r.state == 'declared_missing')\"", "cel: \"records.exists(r, r.relation == 'x')\"", `试算时出错.*has\(r.字段\)`},
		"unknown key":         {"owner: 治安管理（户政）部门", "keeper: x", `public_security.yaml:\d+: 没有这个字段.*catalogue/README.md`},
		"clause that is none": {"GD2019 （五）", "GD2019 （九十）", `依据“GD2019 （九十）”`},
		"document not held":   {"GD2019 （五）", "GD9 （五）", `没有收录 "GD9" 的原文；可用`},
		"no sensitivity":      {"sensitivity: sensitive", "sensitivity: some", `应为 public、sensitive 或 secret`},
		"transport":           {"kind: http", "kind: htp", `"htp" 应为 http、callback、file 或 desk，是否想写 http`},
		"combine missing":     {"combine: distinct", "", `要写 combine`},
		"combine unfit":       {"combine: distinct", "combine: any", `应为 bool|不是是非`},
		"duration":            {"answer_within: 10s", "answer_within: ten", `answer_within "ten"`},
		"hours":               {`from: "00:00"`, `from: "25:00"`, `应写作 08:30`},
		"field type":          {"type: date}", "type: day}", `类型 "day" 不存在`},
		"options missing":     {"name: 户口状态\n        type: code", "name: 户口状态\n        type: text", `类型 code 要有 options`},
		"class twice":         {"id: register_move", "id: vehicle", `数据类 vehicle 已经属于来源 public_security`},
		"status":              {"status: sample", "status: guess", `应为 sample（示例值）或 official`},
		"batch":               {"batch: 50", "batch: 0", `batch 1 至`},
		"moved undated":       {"moved_away: {date: changed_on", "moved_away: {date: plate", `moved_away.date "plate" 应是`},
		"moved amount":        {"names: [kind, plate]}", "names: [kind, plate], amount: plate}", `moved_away.amount "plate" 应是这个数据类的金额字段`},
		"moved limit":         {"names: [kind, plate]}", `names: [kind, plate], at_least: {yuan: "1"}}`, `写了 at_least 就要写 amount`},
		"macro bomb":          {"cel: \"records.exists(r, r.state == 'declared_missing')\"", "cel: \"size(nothing) > 0\"", `没有名为 nothing`},
	} {
		text := strings.Replace(string(good), c.from, c.to, -1)
		if text == string(good) {
			t.Errorf("%s: nothing was changed", name)
			continue
		}
		_, err := exchange.Load(fstest.MapFS{"public_security.yaml": {Data: []byte(text)}})
		var bad *exchange.LoadError
		if !errors.As(err, &bad) || !regexp.MustCompile(c.want).MatchString(err.Error()) {
			t.Errorf("%s: %v does not say %s", name, err, c.want)
		}
	}
}

// A source comes by configuration alone: a file in the installation's folder, an address in its list.
func TestNewSourceNeedsConfigurationOnly(t *testing.T) {
	more := fstest.MapFS{"veterans_affairs.yaml": {Data: []byte(veterans)}}
	c, err := exchange.Load(catalogue.FS, more)
	if err != nil {
		t.Fatal(err)
	}
	e, err := exchange.ParseEndpoints("endpoints.yaml", []byte(`{"sources": [{"source": "veterans_affairs", "url": "https://veterans.example/api/"},
		{"source": "education", "disabled": true}, {"source": "tax", "url": "https://tax.example", "service": {"status": "official", "answer_within": "2h",
		"concurrency": 1, "batch": 10, "attempts": 2, "per_second": "0.5"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	before := c.Source("tax").Service
	c2, err := c.With(e)
	if err != nil {
		t.Fatal(err)
	}
	if s := c2.Source("veterans_affairs"); s == nil || s.Transport.URL != "https://veterans.example/api" || !s.Configured() {
		t.Errorf("the new source is %+v", s)
	}
	if class, s := c2.Class("preferential_allowance"); class == nil || s.ID != "veterans_affairs" {
		t.Error("its class is not found")
	}
	if !c2.Source("education").Disabled || c.Source("education").Disabled {
		t.Error("switching off is of the one catalogue only")
	}
	if s := c2.Source("tax").Service; s.Batch != 10 || s.PerSecond != 0.5 || s.Sample || c.Source("tax").Service != before {
		t.Errorf("the agreed service is %+v", s)
	}
	if got := c2.ClassesFor("member.uncounted_preferential"); len(got) != 1 || got[0].ID != "preferential_allowance" {
		t.Errorf("classes for the fact: %v", got)
	}
	for text, want := range map[string]string{
		`{"sources": [{"source": "taxes", "url": "https://x"}]}`:                         "没有 taxes，是否想写 tax",
		`{"sources": [{"source": "tax", "url": "ftp://x"}]}`:                             "https://",
		`{"sources": [{"source": "tax", "url": "https://x", "tls": true}]}`:              "双向 TLS",
		`{"sources": [{"source": "tax", "url": "https://x", "ca": "/nowhere/ca.pem"}]}`:  "不存在",
		`{"sources": [{"source": "housing_fund", "folder": "../../etc"}]}`:               "不能含有路径",
		`{"sources": [{"source": "tax", "adress": "https://x"}]}`:                        "docs/exchange.md",
		`{"sources": [{"source": "tax"}, {"source": "tax"}]}`:                            "只能写一次",
		`{"sources": [{"source": "tax", "service": {"concurrency": 0, "batch": 5000}}]}`: "concurrency",
	} {
		e, err := exchange.ParseEndpoints("endpoints.yaml", []byte(text))
		if err == nil {
			_, err = c.With(e)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestClassesForFacts(t *testing.T) {
	c := load(t)
	var got []string
	for _, class := range c.ClassesFor("household.financial_assets") {
		got = append(got, class.ID)
	}
	slices.Sort(got)
	if strings.Join(got, " ") != "commercial_insurance deposit fund_holding hkmo_asset payment_account security_holding" {
		t.Errorf("financial assets come from %v", got)
	}
	if f := c.Fact("household", "financial_assets"); f == nil || f.Label != "金融资产合计" {
		t.Errorf("the fact is %+v", f)
	}
	if got := c.FactsOf("vehicle"); strings.Join(got, " ") != "household.vehicles household.work_vehicles" {
		t.Errorf("vehicle feeds %v", got)
	}
}

const veterans = `id: veterans_affairs
name: 退役军人事务
department: 广东省退役军人事务厅
basis:
  - {clause: GD2019 （四）, note: 汇集退役军人事务部门的救助帮扶信息}
transport: {kind: http}
service:
  status: sample
  answer_within: 10s
  concurrency: 2
  batch: 50
  attempts: 3
classes:
  - id: preferential_allowance
    name: 优待抚恤金
    owner: 优抚部门
    sensitivity: sensitive
    fresh: {days: 30, stale: 60, status: sample}
    fields:
      - {key: kind, name: 抚恤补助类别, type: text, required: true}
      - {key: monthly, name: 月发放金额, type: money, required: true}
    facts:
      - {fact: uncounted_preferential, of: member, cel: "sum(records.map(r, r.monthly))"}
      - {fact: preferential_treatment, of: member, cel: "size(records) > 0"}
`
