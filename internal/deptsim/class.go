package deptsim

import (
	"fmt"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// record is what a department knows, by the key of the field: string, int64, bool, calendar.Date, or money in fen as fen. A
// class of the catalogue takes from it what its fields ask for.
type record map[string]any

type fen int64

func (f fen) yuan() string {
	sign := ""
	if f < 0 {
		sign, f = "-", -f
	}
	return fmt.Sprintf("%s%d.%02d", sign, int64(f)/100, int64(f)%100)
}

// answer is what is said to one question. A row has a value for each field of the class, in its order; nil is left out.
type answer struct {
	status exchange.Status
	asOf   calendar.Date
	note   string
	rows   [][]any // string, int64 or bool, as messages carry them
}

// maxRecords of one answer.
const maxRecords = 500

// answerTo answers one question about a person: by what the department's own code knows of the class, else made up from
// the types of its fields. Nothing depends on chance that the seed and the person do not hold.
func answerTo(p *person, source string, c *exchange.Class, from calendar.Date) answer {
	d := p.draw("answer " + source + " " + c.ID)
	out := answer{status: exchange.None, asOf: p.day.AddDays(-d.weightedDays())}
	if d.chance(shareUnknown) {
		out.status, out.note = exchange.Unknown, pick(&d, "系统中同名同号记录需人工核实", "该人员数据正在迁移", "历史库维护中")
		return out
	}
	if p.h == nil && !p.known {
		return out
	}
	records, special := knownRecords(p, c, from)
	if !special {
		records = madeUp(p, c, from)
	}
	if len(records) > maxRecords {
		records = records[:maxRecords]
	}
	for i, r := range records {
		fill := p.draw(fmt.Sprintf("field %s %d", c.ID, i))
		out.rows = append(out.rows, row(p, c, r, &fill, !special, from))
	}
	if len(out.rows) > 0 {
		out.status = exchange.Found
	}
	return out
}

// weightedDays: most departments deliver the state of yesterday.
func (d *draw) weightedDays() int {
	switch {
	case d.chance(70):
		return 1
	case d.chance(80):
		return d.between(2, 7)
	}
	return d.between(8, 28)
}

// row lays a record out by the fields of its class. A field that the record does not know, or holds as another type, is made
// up where the class requires it, or where the class has no code of its own.
func row(p *person, c *exchange.Class, r record, d *draw, madeUp bool, from calendar.Date) []any {
	out := make([]any, len(c.Fields))
	for i := range c.Fields {
		f := &c.Fields[i]
		v, ok := r[f.Key]
		if ok && v == nil {
			continue
		}
		if ok {
			if w, fits := asField(f, v); fits {
				out[i] = w
				continue
			}
		}
		if f.Required || madeUp && d.chance(80) {
			out[i] = anyValue(p, f, d, from)
		}
	}
	return out
}

// asField writes a value as messages carry the field's type.
func asField(f *exchange.Field, v any) (any, bool) {
	switch x := v.(type) {
	case string:
		switch f.Type {
		case exchange.TextField:
			return x, x != ""
		case exchange.CodeField:
			for _, o := range f.Options {
				if o.Code == x {
					return x, true
				}
			}
		}
	case int:
		return int64(x), f.Type == exchange.CountField
	case int64:
		return x, f.Type == exchange.CountField
	case bool:
		return x, f.Type == exchange.FlagField
	case fen:
		return x.yuan(), f.Type == exchange.MoneyField
	case calendar.Date:
		return x.String(), f.Type == exchange.DateField
	}
	return nil, false
}

// anyValue makes up a value of a field's type.
func anyValue(p *person, f *exchange.Field, d *draw, from calendar.Date) any {
	switch f.Type {
	case exchange.CodeField:
		if len(f.Options) == 0 {
			return ""
		}
		return f.Options[d.n(len(f.Options))].Code
	case exchange.MoneyField:
		return fen(d.between(1000, 800_000)).yuan()
	case exchange.CountField:
		return int64(d.n(13))
	case exchange.DateField:
		days := int(p.day - from)
		if from == 0 || days < 2 {
			days = 3000
		}
		return d.before(p.day, 1, days-1).String()
	case exchange.FlagField:
		return d.chance(50)
	}
	return f.Name + d.digits(6)
}

// madeUp are the records of a class that no code knows: nobody has more than two, most have none.
func madeUp(p *person, c *exchange.Class, _ calendar.Date) []record {
	d := p.draw("made up " + c.ID)
	switch {
	case d.chance(60):
		return nil
	case d.chance(85):
		return []record{{}}
	}
	return []record{{}, {}}
}
