package policy

import (
	"fmt"
	"sort"
	"strings"

	"zhongfu/internal/calendar"
)

// Case is a worked example: a household and what the policy must say about it.
type Case struct {
	ID        string           `yaml:"id" json:"id"`
	Name      string           `yaml:"name" json:"name"`
	Item      string           `yaml:"item" json:"item"`
	Date      *calendar.Date   `yaml:"date" json:"date"`
	Division  int64            `yaml:"division" json:"division"`
	Person    string           `yaml:"person" json:"person,omitempty"`
	Household map[string]any   `yaml:"household" json:"household"`
	Members   []map[string]any `yaml:"members" json:"members"`
	// Parameters are set for this case only, as the pack writes them: what happens where a place turns a switch on.
	Parameters map[string]Literal `yaml:"parameters" json:"parameters,omitempty"`
	Expect     Expect             `yaml:"expect" json:"expect"`
	At         Pos                `yaml:"-" json:"at"`
}

// Expect is what a case must give. Lists that are absent are not compared; an empty list must be empty.
type Expect struct {
	Outcome string         `yaml:"outcome" json:"outcome"`
	Amount  *int64         `yaml:"amount_fen" json:"amount_fen,omitempty"`
	Failed  Strings        `yaml:"failed" json:"failed,omitempty"`   // exactly these rules fail
	Missing Strings        `yaml:"missing" json:"missing,omitempty"` // exactly these facts are asked: m1.income_wage, household.vehicles
	Counted *int           `yaml:"counted" json:"counted,omitempty"`
	Values  map[string]any `yaml:"values" json:"values,omitempty"` // some named figures
}

type caseFile struct {
	Item      string         `yaml:"item"`
	Date      *calendar.Date `yaml:"date"`
	Division  int64          `yaml:"division"`
	Household map[string]any `yaml:"household"` // laid under every case's household; null in a case makes unknown
	Member    map[string]any `yaml:"member"`    // laid under every member
	Cases     []*Case        `yaml:"cases"`
}

func (raw *rawPack) readCases(file string, text []byte, ps *problems) {
	var f caseFile
	if !decodeYAML(file, text, &f, ps) {
		return
	}
	for _, c := range f.Cases {
		if c == nil {
			ps.add(Pos{file, 1}, "有一个空的案例。")
			continue
		}
		pickDefault(&c.Item, f.Item)
		pickDefault(&c.Division, f.Division)
		if c.Date == nil {
			c.Date = f.Date
		}
		c.Household = under(f.Household, c.Household)
		for i, m := range c.Members {
			c.Members[i] = under(f.Member, m)
		}
		if c.ID == "" || c.Name == "" || c.Date == nil || c.Item == "" || c.Division == 0 || c.Expect.Outcome == "" {
			ps.add(c.At, "案例 %q 缺少 id、name、item、date、division 或 expect.outcome。", c.ID)
			continue
		}
		raw.cases = append(raw.cases, c)
	}
}

func pickDefault[T comparable](to *T, v T) {
	var zero T
	if *to == zero {
		*to = v
	}
}

func under(base, top map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range base {
		out[k] = v
	}
	for k, v := range top {
		out[k] = v
	}
	return out
}

// Input of the case.
func (c *Case) Input() Input {
	in := Input{Date: *c.Date, Division: c.Division, Person: c.Person, Household: c.Household}
	for i, m := range c.Members {
		facts := map[string]any{}
		for k, v := range m {
			if k != "id" {
				facts[k] = v
			}
		}
		id, _ := m["id"].(string)
		if id == "" {
			id = fmt.Sprintf("m%d", i+1)
		}
		in.Members = append(in.Members, Member{ID: id, Facts: facts})
	}
	return in
}

func (p *Pack) runCase(c *Case) (*Result, error) {
	set := map[string]int64{}
	for id, written := range c.Parameters {
		q := p.parameters[id]
		if q == nil {
			return nil, fmt.Errorf("案例设定的参数 %s 不存在%s", id, suggestion(id, p.parameterOrder))
		}
		v, err := parseValue(q.Type, written)
		if err != nil {
			return nil, fmt.Errorf("案例设定的参数 %s 的数值 %v", id, err)
		}
		set[id] = v
	}
	return p.evaluateWith(c.Item, c.Input(), set)
}

// CaseResult is a case that was run; Faults is empty when it came out as expected.
type CaseResult struct {
	Case   *Case    `json:"case"`
	Result *Result  `json:"result"`
	Faults []string `json:"faults"`
}

// RunCase evaluates a case and compares.
func (p *Pack) RunCase(c *Case) CaseResult {
	out := CaseResult{Case: c}
	r, err := p.runCase(c)
	if err != nil {
		out.Faults = []string{err.Error()}
		return out
	}
	out.Result = r
	miss := func(what string, want, got any) {
		if fmt.Sprint(want) != fmt.Sprint(got) {
			out.Faults = append(out.Faults, fmt.Sprintf("%s应为 %v，得到 %v", what, want, got))
		}
	}
	var failed, missing []string
	for _, rule := range r.Rules {
		if rule.Passed != nil && !*rule.Passed {
			failed = append(failed, rule.ID)
		}
	}
	for _, m := range r.Missing {
		if m.Member == "" {
			m.Member = "household"
		}
		missing = append(missing, m.Member+"."+m.Fact)
	}
	miss("结论", c.Expect.Outcome, r.Outcome)
	if c.Expect.Failed != nil || c.Expect.Outcome == Ineligible {
		miss("不符合的规则", list(c.Expect.Failed), list(failed))
	}
	if c.Expect.Missing != nil || c.Expect.Outcome == NeedsEvidence {
		miss("缺少的证据", list(c.Expect.Missing), list(missing))
	}
	if c.Expect.Amount != nil {
		got := "未知"
		if r.AmountFen != nil {
			got = fmt.Sprint(*r.AmountFen)
		}
		miss("金额（分）", *c.Expect.Amount, got)
	}
	for _, id := range sortedKeys(c.Expect.Values) {
		var got any = "没有这个数值"
		if v := r.Value(id); v != nil {
			got = v.Value
		}
		miss("数值 "+id, c.Expect.Values[id], got)
	}
	if c.Expect.Counted != nil {
		n := 0
		for _, m := range r.Members {
			if m.Counted != nil && *m.Counted {
				n++
			}
		}
		miss("计入人数", *c.Expect.Counted, n)
	}
	return out
}

func list(s []string) string {
	t := append([]string{}, s...)
	sort.Strings(t)
	return strings.Join(t, " ")
}
