package policy

import (
	"fmt"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// One is the unit of ratio parameters: "1.5" is held as 15000, so that comparisons stay in integers.
const One = 10000

// Status of a parameter's value.
const (
	Official = "official" // an official document gives it for this place
	Floor    = "floor"    // the province's floor; the place's own value is not known
	Sample   = "sample"   // no source found; an example that the interface must mark
)

// ParameterType says how a value is written and what CEL sees.
type ParameterType string

const (
	ParamMoney ParameterType = "money" // written in yuan, seen in fen
	ParamInt   ParameterType = "int"
	ParamDays  ParameterType = "days"
	ParamRatio ParameterType = "ratio" // written as a decimal, seen in ten-thousandths
	ParamBool  ParameterType = "bool"
)

// Parameter is a value of the law that differs by place, by date or between town and country.
type Parameter struct {
	ID       string           `yaml:"id" json:"id"`
	Label    string           `yaml:"label" json:"label"`
	Type     ParameterType    `yaml:"type" json:"type"`
	Unit     string           `yaml:"unit" json:"unit"`
	Fallback string           `yaml:"fallback" json:"fallback,omitempty"` // parameter asked where this one has no value
	Replace  bool             `yaml:"replace" json:"-"`                   // drop the parent pack's values instead of covering them
	Values   []ParameterValue `yaml:"values" json:"values"`
	At       Pos              `yaml:"-" json:"-"`

	rows []row
}

// ParameterValue is one dated value for some places. From is the first day, Until the first day after (half open).
type ParameterValue struct {
	Divisions  Strings        `yaml:"divisions" json:"divisions"` // prefixes of 2, 4, 6, 9 or 12 digits; "all" = everywhere
	From       *calendar.Date `yaml:"from" json:"from"`
	Until      *calendar.Date `yaml:"until" json:"until,omitempty"`
	KnownUntil *calendar.Date `yaml:"known_until" json:"known_until,omitempty"` // after it the value is only carried on
	Value      Literal        `yaml:"value" json:"value,omitempty"`
	Urban      Literal        `yaml:"urban" json:"urban,omitempty"`
	Rural      Literal        `yaml:"rural" json:"rural,omitempty"`
	Unknown    bool           `yaml:"unknown" json:"unknown,omitempty"` // nothing was found for these places: rules reckon with Value, nobody is shown it
	Status     string         `yaml:"status" json:"status"`
	Source     Clause         `yaml:"source" json:"source"`
	Note       string         `yaml:"note" json:"note,omitempty"`
	At         Pos            `yaml:"-" json:"-"`
}

// ParameterUsed is a parameter as it stands for one place and day.
type ParameterUsed struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	Unit    string `json:"unit"`
	Value   any    `json:"value"` // int64 (fen, days, count or ten-thousandths), bool, or nil where it is not known: town or country is not, or nothing was found for the place
	Area    string `json:"area,omitempty"`
	Status  string `json:"status"`
	Carried bool   `json:"carried,omitempty"` // the last known value, carried past the time its source covers
	Source  Clause `json:"source"`
	Note    string `json:"note,omitempty"`
}

type row struct {
	lo, hi       int64
	digits       int
	from         calendar.Date
	until        *calendar.Date
	urban, rural int64
	split        bool // urban and rural are written apart
	of           *ParameterValue
}

func (r *row) covers(division int64, day calendar.Date) bool {
	return division >= r.lo && division <= r.hi && day >= r.from && (r.until == nil || day < *r.until)
}

// divisionRange returns the codes under a prefix ("4401" → 440100000000…440199999999). "all" is everywhere.
func divisionRange(prefix string) (lo, hi int64, ok bool) {
	if prefix == "all" {
		return 0, 999999999999, true
	}
	switch len(prefix) {
	case 2, 4, 6, 9, 12:
	default:
		return 0, 0, false
	}
	for _, c := range prefix {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		lo = lo*10 + int64(c-'0')
	}
	hi = lo
	for i := len(prefix); i < 12; i++ {
		lo, hi = lo*10, hi*10+9
	}
	return lo, hi, true
}

func prefixLen(prefix string) int {
	if prefix == "all" {
		return 0
	}
	return len(prefix)
}

// find returns the value for the smallest place that has one on the day, following the fallback.
func (p *Pack) find(id string, division int64, day calendar.Date) (*Parameter, *row) {
	for seen := 0; id != "" && seen < 5; seen++ {
		param := p.parameters[id]
		if param == nil {
			return nil, nil
		}
		var best *row
		for i := range param.rows {
			if r := &param.rows[i]; r.covers(division, day) && (best == nil || r.digits > best.digits) {
				best = r
			}
		}
		if best != nil {
			return param, best
		}
		id = param.Fallback
	}
	return nil, nil
}

// Parameter returns a parameter for a place and day. urban decides between a town and a country value; nil means
// not known, and then a value that differs between the two comes back nil, as does one that the pack marks as unknown. A
// place or day without a value is an error with the way out.
func (p *Pack) Parameter(id string, division int64, day calendar.Date, urban *bool) (ParameterUsed, error) {
	def := p.parameters[id]
	if def == nil {
		return ParameterUsed{}, errs.New(errs.NotFound, "unknown_parameter", "政策包 %s 没有参数 %s。", p.Name, id)
	}
	_, r := p.find(id, division, day)
	if r == nil {
		return ParameterUsed{}, errs.New(errs.Invalid, "no_parameter",
			"政策包 %s 没有区划 %012d 在 %s 的“%s”。请核对区划和日期，或在 parameters 中补充该地该日的数值和来源。", p.Name, division, day, def.Label)
	}
	u := ParameterUsed{ID: id, Label: def.Label, Unit: def.Unit, Status: r.of.Status, Source: r.of.Source, Note: r.of.Note}
	u.Carried = r.of.KnownUntil != nil && day >= *r.of.KnownUntil
	if r.of.Unknown {
		return u, nil
	}
	v := r.urban
	if r.split {
		switch {
		case urban == nil && r.urban != r.rural:
			return u, nil
		case urban == nil:
		case *urban:
			u.Area = "urban"
		default:
			u.Area, v = "rural", r.rural
		}
	}
	if def.Type == ParamBool {
		u.Value = v != 0
	} else {
		u.Value = v
	}
	return u, nil
}

// Parameters lists every parameter that has a value for the place and day. Values that differ between town and
// country are listed once for each.
func (p *Pack) Parameters(division int64, day calendar.Date) []ParameterUsed {
	var out []ParameterUsed
	for _, id := range p.parameterOrder {
		yes, no := true, false
		a, err := p.Parameter(id, division, day, &yes)
		if err != nil {
			continue
		}
		out = append(out, a)
		if a.Area != "" {
			b, _ := p.Parameter(id, division, day, &no)
			out = append(out, b)
		}
	}
	return out
}

// ParameterDefinitions returns the parameters with all their dated values, for a viewer.
func (p *Pack) ParameterDefinitions() []Parameter {
	out := make([]Parameter, 0, len(p.parameterOrder))
	for _, id := range p.parameterOrder {
		out = append(out, *p.parameters[id])
	}
	return out
}

// parseValue turns the written value into what CEL sees.
func parseValue(t ParameterType, l Literal) (int64, error) {
	s := string(l)
	switch t {
	case ParamBool:
		switch s {
		case "true":
			return 1, nil
		case "false":
			return 0, nil
		}
		return 0, fmt.Errorf("%q 不是 true 或 false", s)
	case ParamMoney:
		return fixed(s, 2)
	case ParamRatio:
		return fixed(s, 4)
	}
	return fixed(s, 0)
}

// fixed reads a decimal exactly into an integer of 10^-places; more places than that are refused.
func fixed(s string, places int) (int64, error) {
	whole, frac, _ := strings.Cut(s, ".")
	neg := strings.HasPrefix(whole, "-")
	whole = strings.TrimPrefix(whole, "-")
	if whole == "" || len(frac) > places || len(whole) > 13 {
		return 0, fmt.Errorf("%q 不是最多 %d 位小数的数", s, places)
	}
	var n int64
	for _, c := range whole + frac + strings.Repeat("0", places-len(frac)) {
		if c < '0' || c > '9' {
			return 0, fmt.Errorf("%q 不是最多 %d 位小数的数", s, places)
		}
		n = n*10 + int64(c-'0')
	}
	if neg {
		n = -n
	}
	return n, nil
}
