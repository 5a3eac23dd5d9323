package policy

import (
	"bytes"
	"encoding/json"
)

// Schema returns the JSON Schema (2020-12) of an Input, made from the pack's facts catalogue. policies/
// household.schema.json is this text for the guangdong pack; a test keeps them equal.
func (p *Pack) Schema() ([]byte, error) {
	type m = map[string]any
	props := func(of string) m {
		out := m{}
		for _, f := range p.facts {
			if f.Of == of {
				out[f.Key] = f.schema()
			}
		}
		return out
	}
	member := props(OfMember)
	member["id"] = m{"type": "string", "minLength": 1, "description": "成员的标识，同一家庭内不重复"}
	doc := m{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                "家庭（zhongfu policy eval 的输入）",
		"description":          "金额一律以分计的整数。不写或写 null 表示未知；未知不当作零。",
		"type":                 "object",
		"additionalProperties": false,
		"required":             []string{"members"},
		"properties": m{
			"date":      m{"type": "string", "format": "date", "description": "按哪一天的政策；命令行 --date 优先"},
			"division":  m{"type": "integer", "minimum": 110000000000, "maximum": 829999999999, "description": "12 位区划代码；命令行 --division 优先"},
			"person":    m{"type": "string", "description": "按人申请的项目：申请人在 members 中的 id"},
			"household": m{"type": "object", "additionalProperties": false, "properties": props(OfHousehold)},
			"members": m{"type": "array", "minItems": 1, "maxItems": MaxMembers, "items": m{
				"type": "object", "additionalProperties": false, "required": []string{"id"}, "properties": member}},
		},
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(doc)
	return b.Bytes(), err
}

func (f *Fact) schema() map[string]any {
	s := map[string]any{"title": f.Label}
	if f.Help != "" {
		s["description"] = f.Help
	}
	switch f.Type {
	case Bool:
		s["type"] = []string{"boolean", "null"}
	case DateFact:
		s["type"], s["format"] = []string{"string", "null"}, "date"
	case Enum:
		codes := []any{}
		text := ""
		for i, o := range f.Options {
			codes = append(codes, o.Code)
			if i > 0 {
				text += "，"
			}
			text += o.Code + " " + o.Label
		}
		s["enum"] = append(codes, nil)
		if f.Help != "" {
			text = f.Help + "：" + text
		}
		s["description"] = text
	case Decimal:
		s["type"], s["pattern"] = []string{"string", "null"}, `^-?[0-9]+(\.[0-9]{1,6})?$`
	case DivisionFact:
		s["type"], s["minimum"], s["maximum"] = []string{"integer", "null"}, 110000000000, 829999999999
	default:
		s["type"] = []string{"integer", "null"}
		s["minimum"], s["maximum"] = f.bounds()
	}
	return s
}

func (f *Fact) bounds() (any, any) {
	lo, hi := f.limits()
	return lo, hi
}
