package selfcheck

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
)

// applicant is the relation of whoever asks.
const applicant = "02"

// said are the words for relations where the catalogue's are those of a register.
var said = map[string]string{"20": "儿子", "30": "女儿", "11": "丈夫", "12": "妻子", "41": "孙子（女）或外孙子（女）", "55": "公婆或岳父母", "61": "祖父母或外祖父母", "71": "哥哥、弟弟", "77": "姐姐、妹妹", "99": "没有亲属关系的人"}

// relations are what a member may be to whoever asks.
func relations(pack *policy.Pack) []Choice {
	out := []Choice{}
	f := pack.Fact(policy.OfMember, "relation")
	if f == nil {
		return out
	}
	for _, o := range f.Options {
		if o.Code == "01" || o.Code == applicant {
			continue
		}
		out = append(out, Choice{o.Code, relationLabel(f, o.Code)})
	}
	return out
}

func relationLabel(f *policy.Fact, code string) string {
	if s := said[code]; s != "" {
		return s
	}
	if f != nil {
		return f.Shown(code).Text
	}
	return "家人"
}

// people are what screens call the members: by relation and age, numbered where two would be called alike.
func people(members []Person) []string {
	out := make([]string, len(members))
	seen := map[string]int{}
	for i, m := range members {
		if i == 0 {
			out[i] = "您本人"
			continue
		}
		label := fmt.Sprintf("%s（%d 岁）", relationWord(m.Relation), m.Age)
		seen[label]++
		if n := seen[label]; n > 1 {
			label += strconv.Itoa(n)
		}
		out[i] = label
	}
	return out
}

var words = map[string]string{"10": "配偶", "28": "女婿", "38": "儿媳", "51": "父亲", "52": "母亲", "97": "其他亲属"}

func relationWord(code string) string {
	if s := said[code]; s != "" {
		return s
	}
	if s := words[code]; s != "" {
		return s
	}
	return "家人"
}

func id(i int) string { return "p" + strconv.Itoa(i+1) }

func index(id string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(id, "p"))
	return n - 1
}

// household turns answers into what the policy is asked with. Only facts that have a question may be given: nobody hands
// in through this door what only an office can know.
func household(pack *policy.Pack, in Answers, today calendar.Date, urban *bool) (advise.Household, error) {
	var c errs.Collector
	h := advise.Household{Led: true, Input: policy.Input{Date: today, Household: map[string]any{}}}
	h.Division, _ = strconv.ParseInt(in.Division, 10, 64)
	take := func(of, member, path string, facts, into map[string]any) {
		for _, k := range sortedKeys(facts) {
			f := pack.Fact(of, k)
			if g := pack.Gate(k); g != nil && g.Of == of {
				h.Gates = append(h.Gates, advise.GateAnswer{Member: member, Gate: k, Holds: answer(&c, path+"."+k, facts[k])})
				continue
			}
			switch {
			case f == nil || f.Question == "":
				c.Add(path+"."+k, "没有这个问题，请刷新页面后重新回答。")
			case f.OutcomeOf != "":
				h.Recognised = append(h.Recognised, advise.Recognised{Member: member, Fact: k, Holds: answer(&c, path+"."+k, facts[k])})
			default:
				into[k] = facts[k]
			}
		}
	}
	if urban != nil && pack.Fact(policy.OfHousehold, "urban") != nil {
		h.Household["urban"] = *urban
	}
	take(policy.OfHousehold, "", "household", in.Household, h.Household)
	asker(pack, policy.OfHousehold, h.Household)
	labels := people(in.Members)
	for i, m := range in.Members {
		path := fmt.Sprintf("members[%d]", i)
		if i == 0 {
			m.Relation = applicant
		}
		facts := map[string]any{}
		take(policy.OfMember, id(i), path+".facts", m.Facts, facts)
		put := func(key string, v any) {
			if pack.Fact(policy.OfMember, key) != nil {
				facts[key] = v
			}
		}
		put("birth", bornAt(today, m.Age).String())
		if f := pack.Fact(policy.OfMember, "relation"); f != nil && !slices.ContainsFunc(f.Options, func(o policy.Option) bool { return o.Code == m.Relation }) {
			c.Add(path+".relation", "请选择这位家人是您的什么人。")
		} else {
			put("relation", m.Relation)
		}
		if m.Sex != "" {
			put("sex", m.Sex)
		}
		if i == 0 {
			asker(pack, policy.OfMember, facts)
		}
		h.Members = append(h.Members, policy.Member{ID: id(i), Name: labels[i], Facts: facts})
	}
	return h, c.Err()
}

// answer reads yes, no or "I do not know" (nil).
func answer(c *errs.Collector, path string, v any) *bool {
	b, ok := v.(bool)
	switch {
	case ok:
		return &b
	case v != nil:
		c.Add(path, "请回答“是”“不是”或“不清楚”。")
	}
	return nil
}

// asker fills in what goes without saying of whoever sits before the screen, and of the family at the place they chose.
func asker(pack *policy.Pack, of string, facts map[string]any) {
	for _, f := range pack.Facts() {
		if _, said := facts[f.Key]; f.Of == of && f.Type == policy.Bool && f.Asker != nil && !said {
			facts[f.Key] = *f.Asker
		}
	}
}

// refused turns faults of facts into faults of answers: the paths are those of the request already, but for members.
func refused(err error) error {
	e := errs.As(err)
	if e == nil || e.Kind != errs.Invalid {
		return err
	}
	var c errs.Collector
	for _, f := range e.Fields {
		name := f.Name
		if rest, ok := strings.CutPrefix(name, "members["); ok {
			if i, key, found := strings.Cut(rest, "]."); found {
				name = "members[" + i + "].facts." + key
			}
		}
		c.Add(name, "%s", f.Message)
	}
	return c.Err()
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
