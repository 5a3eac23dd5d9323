package exchange

import (
	"regexp"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

var (
	idForm   = regexp.MustCompile(`^[a-z][a-z0-9_]{1,39}$`)
	folder   = regexp.MustCompile(`^[A-Za-z0-9_-]{1,60}$`)
	reserved = []string{"question", "class", "id_number", "status", "as_of", "note", "name", "authorisation", "from", "purpose", "asked_at", "message"}
)

// check finds what is wrong with the catalogue as a whole, and compiles it.
func (c *Catalogue) check(l *loader) {
	for _, s := range c.sources {
		l.checkSource(s)
		for i := range s.Classes {
			class := &s.Classes[i]
			if other, ok := c.classes[class.ID]; ok {
				l.add(class.At, "数据类 %s 已经属于来源 %s。数据类的代号在整个目录里只能用一次。", class.ID, other.source.ID)
				continue
			}
			c.classes[class.ID] = placed{class, s}
			l.checkClass(class)
			c.compile(l, class)
		}
	}
	c.checkCombine(l)
}

func (l *loader) checkSource(s *Source) {
	switch {
	case !idForm.MatchString(s.ID):
		l.add(s.At, "来源的 id %q 应为小写字母、数字和下划线，以字母开头。", s.ID)
	case s.Name == "" || s.Department == "":
		l.add(s.At, "来源 %s 缺少 name 或 department。请写明名称和数据归属的部门。", s.ID)
	case len(s.Basis) == 0:
		l.add(s.At, "来源 %s 没有写依据（basis）。没有依据的来源不能查询。", s.ID)
	case len(s.Classes) == 0:
		l.add(s.At, "来源 %s 没有数据类（classes）。", s.ID)
	}
	l.checkTransport(s.ID, &s.Transport, &s.Service, s.At)
}

func (l *loader) checkTransport(id string, t *Transport, s *Service, at policy.Pos) {
	switch t.Kind {
	case HTTP, Callback:
		if s.AnswerWithin == 0 {
			l.add(at, "来源 %s 的方式是 %s，service 要有 answer_within（多久没有答复算没有答复）。", id, t.Kind)
		}
		if t.URL != "" && !strings.HasPrefix(t.URL, "https://") && !strings.HasPrefix(t.URL, "http://") {
			l.add(at, "来源 %s 的地址 %q 应以 https:// 开头。", id, t.URL)
		}
	case File:
		if t.Format != "csv" && t.Format != "xlsx" {
			l.add(at, "来源 %s 的 format %q 应为 csv 或 xlsx。", id, t.Format)
		}
		if !folder.MatchString(t.Folder) {
			l.add(at, "来源 %s 的 folder %q 应为一个文件夹名（字母、数字、下划线），不能含有路径。", id, t.Folder)
		}
		fallthrough
	case Desk:
		if s.AnswerDays == 0 && s.AnswerWithin == 0 {
			l.add(at, "来源 %s 的方式是 %s，service 要有 answer_days（几个工作日没有答复算没有答复）。", id, t.Kind)
		}
	default:
		kinds := []string{"http", "callback", "file", "desk"}
		l.add(at, "来源 %s 的方式 %q 应为 http、callback、file 或 desk%s。", id, t.Kind, policy.Suggestion(string(t.Kind), kinds))
	}
}

func (l *loader) checkClass(c *Class) {
	if !idForm.MatchString(c.ID) || c.Name == "" || c.Owner == "" {
		l.add(c.At, "数据类 %q 要有 id（小写字母、数字和下划线）、name 和 owner（谁掌握这些数据）。", c.ID)
	}
	if !sensitivity(c.Sensitivity) {
		l.add(c.At, "数据类 %s 的 sensitivity %q 应为 public、sensitive 或 secret。没有分级的数据不能进目录。", c.ID, c.Sensitivity)
	}
	if c.FreshDays < 0 || c.StaleDays < 0 || c.StaleDays > 0 && c.FreshDays > c.StaleDays || c.LookBack < 0 || c.LookBack > 120 {
		l.add(c.At, "数据类 %s 的 fresh.days 应不大于 fresh.stale，look_back.months 应为 0 至 120。", c.ID)
	}
	if len(c.Fields) == 0 {
		l.add(c.At, "数据类 %s 没有字段（fields）。", c.ID)
	}
	seen, required := map[string]bool{}, false
	for i := range c.Fields {
		f := &c.Fields[i]
		required = required || f.Required
		switch {
		case !idForm.MatchString(f.Key):
			l.add(f.At, "字段的 key %q 应为小写字母、数字和下划线。", f.Key)
		case slices.Contains(reserved, f.Key) && f.Key != "name":
			l.add(f.At, "字段的 key %q 是答复文件自己的列名，请换一个。", f.Key)
		case seen[f.Key]:
			l.add(f.At, "字段 %s 写了两次。", f.Key)
		case f.Name == "":
			l.add(f.At, "字段 %s 没有中文名（name）。", f.Key)
		case !sensitivity(f.Sensitivity):
			l.add(f.At, "字段 %s 的 sensitivity %q 应为 public、sensitive 或 secret。", f.Key, f.Sensitivity)
		case (f.Type == CodeField) != (len(f.Options) > 0):
			l.add(f.At, "字段 %s：类型 code 要有 options，其他类型不能有。", f.Key)
		case !slices.Contains([]FieldType{TextField, CodeField, MoneyField, CountField, DateField, FlagField}, f.Type):
			l.add(f.At, "字段 %s 的类型 %q 不存在%s。可用：text、code、money、count、date、flag。", f.Key, f.Type,
				policy.Suggestion(string(f.Type), []string{"text", "code", "money", "count", "date", "flag"}))
		}
		seen[f.Key] = true
		codes := map[string]bool{}
		for _, o := range f.Options {
			if o.Code == "" || o.Label == "" || codes[o.Code] {
				l.add(f.At, "字段 %s 的选项要有 code 和 label，code 不能重复。", f.Key)
			}
			codes[o.Code] = true
		}
	}
	l.checkMovedAway(c)
	if !required && len(c.Fields) > 0 {
		l.add(c.At, "数据类 %s 没有必填字段：一条空记录什么也说明不了。", c.ID)
	}
}

func sensitivity(s string) bool { return s == "public" || s == "sensitive" || s == "secret" }

// compile checks the CEL of a class against its fields and the facts of the packs, and tries it on made-up records.
func (c *Catalogue) compile(l *loader, class *Class) {
	e, err := env(class)
	if err != nil {
		l.add(class.At, "数据类 %s 的表达式环境建不起来：%v。", class.ID, err)
		return
	}
	code := &classCode{facts: make([]cel.Program, len(class.Facts))}
	if class.OnlyFor != "" {
		code.onlyFor = l.program(e, class.OnlyFor, cel.BoolType, class.At, "数据类 "+class.ID+" 的 only_for", class)
	}
	seen := map[string]bool{}
	for i := range class.Facts {
		m := &class.Facts[i]
		f, ok := c.facts[m.Of+"."+m.Fact]
		if !ok {
			l.add(m.At, "政策包里没有%s的事实 %s%s。", ofWord(m.Of), m.Fact, policy.Suggestion(m.Fact, c.factKeys(m.Of)))
			continue
		}
		if seen[m.Of+"."+m.Fact] {
			l.add(m.At, "数据类 %s 给事实 %s 写了两次。", class.ID, m.Fact)
		}
		seen[m.Of+"."+m.Fact] = true
		want := wanted(&f)
		if m.Combine == Distinct {
			want = cel.ListType(cel.StringType)
		}
		if code.facts[i] = l.program(e, m.CEL, want, m.At, "事实 "+m.Fact+" 的表达式", class); code.facts[i] != nil {
			l.try(class, m, &f, code.facts[i])
		}
	}
	c.code[class.ID] = code
}

func ofWord(of string) string {
	switch of {
	case policy.OfMember:
		return "成员（of: member）"
	case policy.OfHousehold:
		return "家庭（of: household）"
	}
	return "（of 应为 member 或 household）"
}

func (c *Catalogue) factKeys(of string) []string {
	var out []string
	for key := range c.facts {
		if k, ok := strings.CutPrefix(key, of+"."); ok {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// wanted is the CEL type that suits a fact.
func wanted(f *policy.Fact) *cel.Type {
	switch f.Type {
	case policy.Bool:
		return cel.BoolType
	case policy.DateFact:
		return cel.TimestampType
	case policy.Enum, policy.Decimal, policy.DivisionFact:
		return cel.StringType
	}
	return cel.IntType
}

var undeclared = regexp.MustCompile(`undefined field '([^']*)'|undeclared reference to '([^']*)'`)

func (l *loader) program(e *cel.Env, text string, want *cel.Type, at policy.Pos, what string, class *Class) cel.Program {
	if text == "" {
		l.add(at, "%s是空的。", what)
		return nil
	}
	ast, iss := e.Compile(text)
	if iss != nil && iss.Err() != nil {
		for _, err := range iss.Errors() {
			line := policy.Pos{File: at.File, Line: at.Line + max(0, err.Location.Line()-1)}
			msg := "写法有误：" + err.Message
			if m := undeclared.FindStringSubmatch(err.Message); m != nil {
				known := []string{"records", "person", "day"}
				for _, f := range class.Fields {
					known = append(known, f.Key)
				}
				msg = "没有名为 " + m[1] + m[2] + " 的字段或变量" + policy.Suggestion(m[1]+m[2], known)
			}
			l.add(line, "%s：%s（第 %d 行第 %d 列）。", what, msg, err.Location.Line(), err.Location.Column()+1)
		}
		return nil
	}
	if !ast.OutputType().IsExactType(want) {
		l.add(at, "%s的结果类型应为 %s，得到 %s。", what, want, ast.OutputType())
		return nil
	}
	p, err := e.Program(ast, cel.CostLimit(costLimit), cel.EvalOptions(cel.OptOptimize))
	if err != nil {
		l.add(at, "%s不能编译：%v。", what, err)
		return nil
	}
	return p
}

// try runs a mapping on no records, on one with the required fields only and on one with all: a field that may be absent and is
// read without has() is found here and not when an answer comes. No records must not make an error either: none is a known zero.
func (l *loader) try(class *Class, m *Mapping, f *policy.Fact, p cel.Program) {
	day := calendar.NewDate(2026, 11, 26)
	person := PersonFacts{Birth: calendar.NewDate(1960, 1, 2), Sex: "1"}
	tries := [][]map[string]any{{}}
	for _, all := range []bool{false, true} {
		for pick := range 8 {
			r := map[string]any{}
			for i := range class.Fields {
				if f := &class.Fields[i]; all || f.Required {
					r[f.Key] = f.example(pick, day)
				}
			}
			tries = append(tries, []map[string]any{r})
		}
	}
	for _, records := range tries {
		in, err := input(class, person, day, records)
		if err != nil {
			continue // a fault of the fields, told already
		}
		out, _, err := p.Eval(in)
		if err != nil {
			l.add(m.At, "事实 %s 的表达式在试算时出错：%v。可以为空的字段先用 has(r.字段) 判断。", m.Fact, err)
			return
		}
		if out == types.NullValue || m.Combine == Distinct {
			continue
		}
		if _, err := factValue(f, out); err != nil {
			l.add(m.At, "事实 %s 的表达式给出了不合适的值：%v", m.Fact, err)
			return
		}
	}
}

// example is a value of the field's type for a trial; pick walks through the codes.
func (f *Field) example(pick int, day calendar.Date) any {
	switch f.Type {
	case MoneyField:
		return int64(123400)
	case CountField:
		return int64(2000 + pick)
	case DateField:
		return day.AddMonths(pick - 4).String()
	case FlagField:
		return pick%2 == 0
	case CodeField:
		if len(f.Options) == 0 {
			return ""
		}
		return f.Options[pick%len(f.Options)].Code
	}
	return "440104000000"
}

// checkCombine holds the ways of combining together over all classes of a fact.
func (c *Catalogue) checkCombine(l *loader) {
	first := map[string]*Mapping{}
	for _, class := range c.Classes() {
		for i := range class.Facts {
			m := &class.Facts[i]
			key := m.Of + "." + m.Fact
			f, ok := c.facts[key]
			if !ok {
				continue
			}
			number := f.Type == policy.Money || f.Type == policy.MoneyMonthly || f.Type == policy.Int
			switch m.Combine {
			case "":
				if m.Of == policy.OfHousehold {
					l.add(m.At, "家庭的事实 %s 要写 combine（sum、max、any、distinct）：几个成员的答复怎样合成一个值。", m.Fact)
				}
			case Sum, Max:
				if !number {
					l.add(m.At, "事实 %s 不是金额或个数，不能用 combine: %s。", m.Fact, m.Combine)
				}
			case Any:
				if f.Type != policy.Bool {
					l.add(m.At, "事实 %s 不是是非，不能用 combine: any。", m.Fact)
				}
			case Distinct:
				if f.Type != policy.Int {
					l.add(m.At, "事实 %s 不是个数，不能用 combine: distinct。", m.Fact)
				}
			default:
				l.add(m.At, "combine %q 不存在%s。可用：sum、max、any、distinct。", m.Combine, policy.Suggestion(m.Combine, []string{Sum, Max, Any, Distinct}))
			}
			if other := first[key]; other == nil {
				first[key] = m
			} else if other.Combine != m.Combine || m.Combine == "" {
				l.add(m.At, "事实 %s 也由 %s:%d 给出，两处的 combine 要相同且不能为空。", m.Fact, other.At.File, other.At.Line)
			}
		}
	}
}
