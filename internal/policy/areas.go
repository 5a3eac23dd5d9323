package policy

import (
	"slices"

	"zhongfu/internal/calendar"
)

// Area is a range of division codes, both ends included, in which each of some parameters has one standing on a day.
type Area struct {
	Lo, Hi int64
	Values []AreaValue // by index of the ids that were asked for
}

// AreaValue is a parameter in an area: in fen, days, counts or ten-thousandths, or 1 for true. Urban and Rural are the
// same where the pack makes no difference.
type AreaValue struct {
	Missing      bool // the area has no value on the day
	Urban, Rural int64
}

// Areas cuts the pack's place into the areas in which the parameters stand alike on the day, in ascending order without
// gaps, so that millions of households need each parameter found only once for each area. An unknown id is missing
// everywhere.
func (p *Pack) Areas(day calendar.Date, ids []string) []Area {
	lo, hi, ok := divisionRange(p.Division)
	if !ok {
		return nil
	}
	cuts := []int64{lo}
	for _, id := range ids {
		for seen := 0; id != "" && seen < 5; seen++ {
			param := p.parameters[id]
			if param == nil {
				break
			}
			for i := range param.rows {
				r := &param.rows[i]
				if day < r.from || r.until != nil && day >= *r.until {
					continue
				}
				for _, c := range []int64{r.lo, r.hi + 1} {
					if c > lo && c <= hi {
						cuts = append(cuts, c)
					}
				}
			}
			id = param.Fallback
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	out := make([]Area, len(cuts))
	for i, c := range cuts {
		end := hi
		if i+1 < len(cuts) {
			end = cuts[i+1] - 1
		}
		out[i] = Area{Lo: c, Hi: end, Values: make([]AreaValue, len(ids))}
		for k, id := range ids {
			_, r := p.find(id, c, day)
			if r == nil {
				out[i].Values[k].Missing = true
				continue
			}
			out[i].Values[k] = AreaValue{Urban: r.urban, Rural: r.rural}
		}
	}
	return out
}
