package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Limits of an input; sums over them stay inside int64 even multiplied by a ratio.
const (
	MaxMembers = 50
	MaxFen     = 1_000_000_000_000
)

// Input is what one evaluation is about. A fact that is absent or nil is unknown.
type Input struct {
	Date      calendar.Date  `json:"date"`
	Division  int64          `json:"division"`         // 12-digit code of the place whose standards apply
	Person    string         `json:"person,omitempty"` // Member.ID of the applicant, for items of unit person
	Household map[string]any `json:"household"`
	Members   []Member       `json:"members"`
}

// Member is one person of the household. In JSON its facts stand beside the id.
type Member struct {
	ID    string
	Name  string // how texts call the member; empty: by ID
	Facts map[string]any
}

// MarshalJSON writes {"id": …, fact: value …}.
func (m Member) MarshalJSON() ([]byte, error) {
	out := make(map[string]any, len(m.Facts)+1)
	for k, v := range m.Facts {
		out[k] = v
	}
	out["id"] = m.ID
	return json.Marshal(out)
}

// UnmarshalJSON reads {"id": …, fact: value …}.
func (m *Member) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	facts := map[string]any{}
	if err := d.Decode(&facts); err != nil {
		return err
	}
	if raw, ok := facts["id"]; ok {
		id, ok := raw.(string)
		if !ok {
			return fmt.Errorf("id is not a string")
		}
		m.ID = id
		delete(facts, "id")
	}
	m.Facts = facts
	return nil
}

// DecodeInput reads an input from JSON and checks it whole against the pack's catalogue: unknown keys, wrong types and
// values out of range are refused together, each with its field and the way out. Date and division may be absent
// (zero); the caller fills them.
func (p *Pack) DecodeInput(r io.Reader) (Input, error) {
	var in Input
	d := json.NewDecoder(io.LimitReader(r, 4<<20))
	d.UseNumber()
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return Input{}, badJSON(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Input{}, errs.Bad("input", "JSON 之后还有多余内容，请只提供一个家庭对象。")
	}
	if err := p.Validate(in); err != nil {
		return Input{}, err
	}
	return in, nil
}

func badJSON(err error) error {
	switch e := err.(type) {
	case *json.SyntaxError:
		return errs.Bad("input", "不是有效的 JSON（第 %d 个字节处：%s）。请检查引号、逗号和括号。", e.Offset, e.Error()).Because(err)
	case *json.UnmarshalTypeError:
		return errs.Bad(e.Field, "字段 %s 的类型不对：得到 %s。对照 policies/household.schema.json 修改。", e.Field, e.Value).Because(err)
	}
	switch {
	case err == io.EOF:
		return errs.Bad("input", "输入为空，请提供一个家庭的 JSON。").Because(err)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errs.Bad("input", "JSON 没有写完整，请检查末尾的引号和括号。").Because(err)
	}
	if strings.Contains(err.Error(), "calendar:") {
		return errs.Bad("date", "date 应为存在的日期，写作 2025-03-01。").Because(err)
	}
	return errs.Bad("input", "读不懂输入：%s。顶层只能有 date、division、person、household、members，对照 policies/household.schema.json 修改。", err.Error()).Because(err)
}

// Validate checks the facts of an input; see DecodeInput.
func (p *Pack) Validate(in Input) error {
	_, err := p.normalise(in)
	return err
}

// normalised holds facts in the Go types that CEL sees; unknown facts are left out.
type normalised struct {
	household map[string]any
	members   []map[string]any
	outcomes  map[string]*Result // by item and person: what status facts that were not given come out as
	narrow    *Range             // a fact that is taken as unknown but within bounds; nil for none
}

func (p *Pack) normalise(in Input) (*normalised, error) {
	var c errs.Collector
	n := &normalised{outcomes: map[string]*Result{}, household: p.facts1(&c, "household", p.householdFacts, in.Household)}
	if len(in.Members) == 0 {
		c.Add("members", "没有成员。请至少填写申请人。")
	}
	if len(in.Members) > MaxMembers {
		c.Add("members", "成员有 %d 人，超过 %d 人。请核对是否把几户合成了一户。", len(in.Members), MaxMembers)
		return nil, c.Err()
	}
	ids := map[string]int{}
	for i, m := range in.Members {
		path := fmt.Sprintf("members[%d]", i)
		if m.ID == "" {
			c.Add(path+".id", "成员没有 id。请给每名成员一个不重复的 id。")
		} else if j, dup := ids[m.ID]; dup {
			c.Add(path+".id", "id %q 与第 %d 名成员重复。请给每名成员一个不重复的 id。", m.ID, j+1)
		}
		ids[m.ID] = i
		n.members = append(n.members, p.facts1(&c, path, p.memberFacts, m.Facts))
	}
	if in.Person != "" {
		if _, ok := ids[in.Person]; !ok {
			c.Add("person", "申请人 %q 不在成员之中。请填写 members 里某名成员的 id。", in.Person)
		}
	}
	return n, c.Err()
}

func (p *Pack) facts1(c *errs.Collector, path string, catalogue map[string]*Fact, facts map[string]any) map[string]any {
	out := make(map[string]any, len(facts))
	for _, key := range sortedKeys(facts) {
		v := facts[key]
		f := catalogue[key]
		if f == nil {
			c.Add(path+"."+key, "没有名为 %s 的事实%s。全部可用的键见 policies/household.schema.json。", key, suggestion(key, sortedKeys(catalogue)))
			continue
		}
		if v == nil {
			continue
		}
		got, err := f.normalise(v)
		if err != nil {
			c.Add(path+"."+key, "%s（%s）%s", f.Label, key, err.Error())
			continue
		}
		out[key] = got
	}
	return out
}
