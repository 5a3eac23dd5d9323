package columnar

import (
	"strconv"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// Input returns household i as the interpreter takes it, for the given day. Members are called m1, m2 …
func (pop *Population) Input(p *policy.Pack, day calendar.Date, i int) policy.Input {
	return pop.input(p.Facts(), day, i, nil)
}

// input leaves out the facts that skip names, by "h." or "m." and key.
func (pop *Population) input(facts []policy.Fact, day calendar.Date, i int, skip map[string]bool) policy.Input {
	in := policy.Input{Date: day, Division: pop.Division[i], Household: map[string]any{}}
	first, end := int(pop.First[i]), int(pop.First[i+1])
	for j := first; j < end; j++ {
		in.Members = append(in.Members, policy.Member{ID: memberID(j - first), Facts: map[string]any{}})
	}
	for k := range facts {
		f := &facts[k]
		c := pop.column(f.Of, f.Key)
		if c == nil || f.Type == policy.Decimal || skip[prefixOf(f.Of)+f.Key] {
			continue
		}
		if f.Of == policy.OfMember {
			for j := first; j < end; j++ {
				if c.known(j) {
					in.Members[j-first].Facts[f.Key] = c.value(f, j)
				}
			}
			continue
		}
		if c.known(i) {
			in.Household[f.Key] = c.value(f, i)
		}
	}
	return in
}

func memberID(k int) string { return "m" + strconv.Itoa(k+1) }

func prefixOf(of string) string {
	if of == policy.OfMember {
		return "m."
	}
	return "h."
}

func (c *Column) value(f *policy.Fact, i int) any {
	switch f.Type {
	case policy.Bool:
		return c.Codes[i] == 1
	case policy.Enum:
		return f.Options[c.Codes[i]].Code
	case policy.DateFact:
		return calendar.Date(c.Days[i])
	}
	return c.Ints[i]
}
