package policy

import (
	"fmt"
	"slices"
	"strconv"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
)

func (d *differ) parameters() {
	both(d.old.ParameterDefinitions(), d.new.ParameterDefinitions(), func(q *Parameter) string { return q.ID },
		func(a, b *Parameter) {
			d.set(ChangedParameter, b.ID, "参数“"+b.Label+"”的名称", a.Label, b.Label)
			d.set(ChangedParameter, b.ID, "参数“"+b.Label+"”的类型", string(a.Type), string(b.Type))
			d.set(ChangedParameter, b.ID, "参数“"+b.Label+"”没有数值时改查", a.Fallback, b.Fallback)
			if a.Type == b.Type {
				d.values(a, b)
			}
		},
		func(a *Parameter) { d.moved(ChangedParameter, a.ID, "参数", a.Label, "") },
		func(b *Parameter) {
			d.moved(ChangedParameter, b.ID, "参数", "", b.Label)
			d.values(&Parameter{ID: b.ID}, b)
		})
}

// values compares a parameter place by place and day by day, as a decision would find it.
func (d *differ) values(a, b *Parameter) {
	var places []string
	for _, q := range []*Parameter{a, b} {
		for _, v := range q.Values {
			for _, place := range v.Divisions {
				if !contains(places, place) {
					places = append(places, place)
				}
			}
		}
	}
	slices.SortFunc(places, func(x, y string) int { // smaller prefixes first, "all" before them
		if x == y {
			return 0
		}
		if x == "all" || y != "all" && x < y {
			return -1
		}
		return 1
	})
	for _, place := range places {
		d.place(a, b, place)
	}
}

// stand is what holds over some days for town and country.
type stand struct {
	from         calendar.Date
	before, now  *row
	urban, rural [2]string // before and after, for a reader
	basis        [2]string // status and source
}

func (d *differ) place(a, b *Parameter, place string) {
	code, _, _ := divisionRange(place)
	days := map[calendar.Date]bool{}
	d.old.turns(b.ID, code, days)
	d.new.turns(b.ID, code, days)
	sorted := make([]calendar.Date, 0, len(days))
	for day := range days {
		sorted = append(sorted, day)
	}
	slices.Sort(sorted)
	var last *stand
	var lastDay calendar.Date
	flush := func(until *calendar.Date) {
		if last != nil {
			d.tellStand(b, place, last, until)
		}
		last = nil
	}
	for _, day := range sorted {
		s := &stand{from: day}
		_, s.before = d.old.find(b.ID, code, day)
		_, s.now = d.new.find(b.ID, code, day)
		for i, r := range []*row{s.before, s.now} {
			s.urban[i], s.rural[i], s.basis[i] = tellRow(b, r)
		}
		if last != nil && last.urban == s.urban && last.rural == s.rural && last.basis == s.basis {
			continue
		}
		lastDay = day
		flush(&lastDay)
		if s.urban[0] != s.urban[1] || s.rural[0] != s.rural[1] || s.basis[0] != s.basis[1] {
			last = s
		}
	}
	flush(nil)
}

// turns collects the days on which the value for a place may change.
func (p *Pack) turns(id string, code int64, days map[calendar.Date]bool) {
	q := p.parameters[id]
	for seen := 0; q != nil && seen < 5; seen++ {
		for i := range q.rows {
			if r := &q.rows[i]; code >= r.lo && code <= r.hi {
				days[r.from] = true
				if r.until != nil {
					days[*r.until] = true
				}
			}
		}
		q = p.parameters[q.Fallback]
	}
}

func tellRow(q *Parameter, r *row) (urban, rural, basis string) {
	if r == nil {
		return "", "", ""
	}
	tell := func(n int64) string {
		if r.of.Unknown {
			return "未知"
		}
		switch q.Type {
		case ParamBool:
			return unitText("bool", n != 0)
		case ParamMoney:
			return yuan(n)
		case ParamRatio:
			return unitText("ratio", n)
		}
		return unitText(q.Unit, n)
	}
	basis = map[string]string{Official: "正式", Floor: "省定最低", Sample: "示例"}[r.of.Status] + "，" + r.of.Source.String()
	return tell(r.urban), tell(r.rural), basis
}

func (d *differ) tellStand(q *Parameter, place string, s *stand, until *calendar.Date) {
	what := fmt.Sprintf("%s %s %s", q.Label, placeName(place), period(&s.from, until))
	line := func(area string, before, after string, old, now int64) {
		if before == after {
			return
		}
		c := Change{Kind: ChangedParameter, Item: q.ID, What: what + area, Before: before, After: after}
		c.Text = fmt.Sprintf("%s：%s → %s", c.What, or(before, "没有数值"), or(after, "没有数值"))
		if before != "" && after != "" && q.Type != ParamBool && old > 0 {
			c.Text += fmt.Sprintf("（%+.1f %%）", 100*float64(now-old)/float64(old))
		}
		d.out = append(d.out, c)
	}
	var old, now row
	if s.before != nil {
		old = *s.before
	}
	if s.now != nil {
		now = *s.now
	}
	if s.urban == s.rural {
		line("", s.urban[0], s.urban[1], old.urban, now.urban)
	} else {
		line(" 城镇", s.urban[0], s.urban[1], old.urban, now.urban)
		line(" 农村", s.rural[0], s.rural[1], old.rural, now.rural)
	}
	if s.urban[0] == s.urban[1] && s.rural[0] == s.rural[1] {
		d.set(ChangedParameter, q.ID, what+" 的依据", s.basis[0], s.basis[1])
	}
}

// placeName is what people call a prefix of the division code.
func placeName(prefix string) string {
	if prefix == "all" {
		return "全部地区"
	}
	padded := prefix + "000000000000"[len(prefix):]
	code, err := strconv.ParseInt(padded, 10, 64)
	if err == nil {
		if name := division.Default().Name(code); name != "" {
			return name
		}
	}
	return "区划 " + prefix
}
