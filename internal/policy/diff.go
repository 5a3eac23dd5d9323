package policy

import (
	"encoding/json"
	"fmt"
	"strings"

	"zhongfu/internal/calendar"
)

// Kinds of changes between two versions of a pack.
const (
	ChangedPack      = "pack"
	ChangedParameter = "parameter"
	ChangedItem      = "item"
	ChangedRule      = "rule"
	ChangedExclusion = "exclusion"
	ChangedValue     = "value"
	ChangedAmount    = "amount"
	ChangedMaterial  = "material"
	ChangedForm      = "form"
	ChangedReview    = "reverification"
	ChangedLink      = "link" // what an item derives or excludes
	ChangedProcedure = "procedure"
	ChangedDeadline  = "deadline"
	ChangedFact      = "fact"
	ChangedDocument  = "document"
	ChangedCase      = "case"
)

// ChangeKindNames are the kinds with their Chinese names, for headings.
var ChangeKindNames = map[string]string{
	ChangedPack: "政策包", ChangedParameter: "参数", ChangedItem: "事项", ChangedRule: "规则", ChangedExclusion: "成员排除", ChangedValue: "计算",
	ChangedAmount: "金额", ChangedMaterial: "材料", ChangedForm: "文书", ChangedReview: "复核", ChangedLink: "衔接", ChangedProcedure: "流程",
	ChangedDeadline: "时限", ChangedFact: "事实", ChangedDocument: "文件", ChangedCase: "案例",
}

// Change is one difference between two versions of a pack, in plain Chinese.
type Change struct {
	Kind   string `json:"kind"`             // one of the Changed constants
	Item   string `json:"item"`             // id of the item, parameter, procedure, fact, document or case
	What   string `json:"what"`             // what moved: 低保标准 广州市 2027-01-01 起
	Before string `json:"before,omitempty"` // "" = was not there
	After  string `json:"after,omitempty"`  // "" = is gone
	Text   string `json:"text"`             // the whole, as a sentence
}

// Diff lists what a new version of a pack says otherwise than the old one: standards by place and date with how much
// they moved, rules added, removed and reworded, amounts, papers, deadlines, steps, facts, documents and cases. Texts
// inherited from a parent are compared as they stand in the pack. Two equal packs give an empty list.
func Diff(old, new *Pack) []Change {
	d := &differ{old: old, new: new}
	d.set(ChangedPack, new.Name, "政策包标题", old.Title, new.Title)
	d.set(ChangedPack, new.Name, "适用区划", old.Division, new.Division)
	d.set(ChangedPack, new.Name, "上级政策包", old.Parent, new.Parent)
	d.parameters()
	d.items()
	d.procedures()
	d.facts()
	d.documents()
	d.cases()
	return d.out
}

type differ struct {
	old, new *Pack
	out      []Change
}

// moved notes a difference of one thing that stands in both versions, or on one side only where the other is "".
func (d *differ) moved(kind, item, what, before, after string) {
	if before == after {
		return
	}
	text := fmt.Sprintf("%s：%s → %s", what, before, after)
	switch {
	case before == "":
		text = fmt.Sprintf("新增%s：%s", what, after)
	case after == "":
		text = fmt.Sprintf("取消%s：%s", what, before)
	}
	d.out = append(d.out, Change{Kind: kind, Item: item, What: what, Before: before, After: after, Text: text})
}

// set notes a difference of one field, which one side may leave empty.
func (d *differ) set(kind, item, what, before, after string) {
	if before != after {
		d.out = append(d.out, Change{Kind: kind, Item: item, What: what, Before: before, After: after,
			Text: fmt.Sprintf("%s：%s → %s", what, or(before, "（无）"), or(after, "（无）"))})
	}
}

// both walks two lists by id: what stands in both, then what is gone, then what is new, each in its own order.
func both[T any](old, new []T, id func(*T) string, same func(a, b *T), gone, added func(*T)) {
	index := map[string]*T{}
	for i := range old {
		index[id(&old[i])] = &old[i]
	}
	kept := map[string]bool{}
	for i := range new {
		if o := index[id(&new[i])]; o != nil {
			kept[id(&new[i])] = true
			same(o, &new[i])
		}
	}
	for i := range old {
		if !kept[id(&old[i])] {
			gone(&old[i])
		}
	}
	for i := range new {
		if index[id(&new[i])] == nil {
			added(&new[i])
		}
	}
}

// texts compares two lists of which each entry is told by one text.
func texts[T any](d *differ, kind, item, what string, old, new []T, id func(*T) string, tell func(*T) string) {
	both(old, new, id,
		func(a, b *T) { d.moved(kind, item, what, tell(a), tell(b)) },
		func(a *T) { d.moved(kind, item, what, tell(a), "") },
		func(b *T) { d.moved(kind, item, what, "", tell(b)) })
}

func (d *differ) facts() {
	texts(d, ChangedFact, "", "事实", d.old.Facts(), d.new.Facts(), func(f *Fact) string { return f.Of + f.Key }, tellFact)
}

func tellFact(f *Fact) string {
	parts := []string{f.Label + "（" + f.prefix() + f.Key + "）", "类型 " + string(f.Type)}
	for _, o := range f.Options {
		parts = append(parts, o.Code+" "+o.Label)
	}
	if f.Question != "" {
		parts = append(parts, "问法："+f.Question)
	}
	if f.Help != "" {
		parts = append(parts, "说明："+f.Help)
	}
	if len(f.Behind) > 0 {
		parts = append(parts, "先问："+strings.Join(f.Behind, "、"))
	}
	if f.OutcomeOf != "" {
		parts = append(parts, "由 "+f.OutcomeOf+" 的结论回答")
	}
	if f.Asked {
		parts = append(parts, "申请时询问")
	}
	lo, hi := f.limits()
	return strings.Join(append(parts, f.Unit, f.Section, f.Sensitivity, fmt.Sprintf("范围 %d 至 %d", lo, hi)), "；")
}

func (d *differ) documents() {
	texts(d, ChangedDocument, "", "引用的文件", d.old.Documents(), d.new.Documents(), func(x *Document) string { return x.ID }, func(x *Document) string {
		text := x.Number + "《" + x.Title + "》"
		if x.InForce != nil {
			text += x.InForce.String() + " 起施行"
		}
		if x.Reading == "sample" {
			text += "（示例）"
		}
		return text
	})
}

func (d *differ) cases() {
	values := func(list []*Case) []Case {
		out := make([]Case, len(list))
		for i, c := range list {
			out[i] = *c
			out[i].At = Pos{}
		}
		return out
	}
	both(values(d.old.cases), values(d.new.cases), func(c *Case) string { return c.ID },
		func(a, b *Case) {
			before, _ := json.Marshal(a)
			after, _ := json.Marshal(b)
			if string(before) != string(after) {
				d.out = append(d.out, Change{Kind: ChangedCase, Item: b.ID, What: "案例 " + b.Name, Before: tellCase(a), After: tellCase(b),
					Text: fmt.Sprintf("案例“%s”：%s → %s", b.Name, tellCase(a), tellCase(b))})
			}
		},
		func(a *Case) { d.moved(ChangedCase, a.ID, "案例", a.Name+"："+tellCase(a), "") },
		func(b *Case) { d.moved(ChangedCase, b.ID, "案例", "", b.Name+"："+tellCase(b)) })
}

func tellCase(c *Case) string {
	text := c.Item + " " + c.Date.String() + " " + map[string]string{Eligible: "符合", Ineligible: "不符合", NeedsEvidence: "证据不足"}[c.Expect.Outcome]
	if c.Expect.Amount != nil {
		text += " " + yuan(*c.Expect.Amount)
	}
	if len(c.Expect.Failed) > 0 {
		text += "，不符合 " + strings.Join(c.Expect.Failed, "、")
	}
	return text
}

// period tells from when until when something is in force; "" where it has no end on either side.
func period(from, until *calendar.Date) string {
	switch {
	case from != nil && until != nil:
		return fmt.Sprintf("%s 起至 %s 前", from, until)
	case from != nil:
		return fmt.Sprintf("%s 起", from)
	case until != nil:
		return fmt.Sprintf("至 %s 前", until)
	}
	return ""
}
