package simulation

import "zhongfu/internal/policy/columnar"

// part is the households from … to of a population, without copying their facts.
func part(pop *columnar.Population, from, to int) *columnar.Population {
	m0, m1 := int(pop.First[from]), int(pop.First[to])
	out := &columnar.Population{First: make([]int32, to-from+1), Division: pop.Division[from:to], Household: map[string]*columnar.Column{}, Member: map[string]*columnar.Column{}}
	for i := range out.First {
		out.First[i] = pop.First[from+i] - int32(m0)
	}
	for key, c := range pop.Household {
		out.Household[key] = cut(c, from, to)
	}
	for key, c := range pop.Member {
		out.Member[key] = cut(c, m0, m1)
	}
	return out
}

func cut(c *columnar.Column, from, to int) *columnar.Column {
	out := &columnar.Column{}
	if c.Ints != nil {
		out.Ints = c.Ints[from:to]
	}
	if c.Days != nil {
		out.Days = c.Days[from:to]
	}
	if c.Codes != nil {
		out.Codes = c.Codes[from:to]
	}
	if c.Known != nil {
		out.Known = c.Known[from:to]
	}
	return out
}

// pick copies some households, in the order of rows.
func pick(pop *columnar.Population, rows []int32) *columnar.Population {
	var members []int32
	out := &columnar.Population{First: make([]int32, len(rows)+1), Division: make([]int64, len(rows)), Household: map[string]*columnar.Column{}, Member: map[string]*columnar.Column{}}
	for k, i := range rows {
		for m := pop.First[i]; m < pop.First[i+1]; m++ {
			members = append(members, m)
		}
		out.First[k+1], out.Division[k] = int32(len(members)), pop.Division[i]
	}
	for key, c := range pop.Household {
		out.Household[key] = gather(c, rows)
	}
	for key, c := range pop.Member {
		out.Member[key] = gather(c, members)
	}
	return out
}

func gather(c *columnar.Column, rows []int32) *columnar.Column {
	return &columnar.Column{Ints: take(c.Ints, rows), Days: take(c.Days, rows), Codes: take(c.Codes, rows), Known: take(c.Known, rows)}
}

func take[T any](from []T, rows []int32) []T {
	if from == nil {
		return nil
	}
	out := make([]T, len(rows))
	for k, i := range rows {
		out[k] = from[i]
	}
	return out
}
