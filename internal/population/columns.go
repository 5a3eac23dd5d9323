package population

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// Columns turns inputs, one household each, into columns. Keys that the catalogue lacks and values that it does not allow
// are errors: what is written must be what the policy would read.
func Columns(pack *policy.Pack, inputs ...policy.Input) (*columnar.Population, error) {
	members := 0
	for i := range inputs {
		members += len(inputs[i].Members)
	}
	pop := columnar.NewPopulation(pack, len(inputs), members)
	m := 0
	for i := range inputs {
		in := &inputs[i]
		if err := pack.Validate(*in); err != nil {
			return nil, err
		}
		pop.Division[i] = in.Division
		if err := fill(pack, policy.OfHousehold, pop.Household, i, in.Household); err != nil {
			return nil, err
		}
		for k := range in.Members {
			if err := fill(pack, policy.OfMember, pop.Member, m, in.Members[k].Facts); err != nil {
				return nil, err
			}
			m++
		}
		pop.First[i+1] = int32(m)
	}
	return pop, nil
}

func fill(pack *policy.Pack, of string, columns map[string]*columnar.Column, row int, facts map[string]any) error {
	for key, v := range facts {
		if v == nil {
			continue
		}
		f, c := pack.Fact(of, key), columns[key]
		if f == nil || f.Type == policy.Decimal {
			continue
		}
		switch f.Type {
		case policy.Bool:
			if v.(bool) {
				c.Codes[row] = 1
			}
		case policy.Enum:
			c.Codes[row] = uint8(slices.IndexFunc(f.Options, func(o policy.Option) bool { return o.Code == v }))
		case policy.DateFact:
			day, err := dayOf(v)
			if err != nil {
				return err
			}
			c.Days[row] = int32(day)
		default:
			n, err := numberOf(v)
			if err != nil {
				return err
			}
			c.Ints[row] = n
		}
		c.Known[row] = 1
	}
	return nil
}

func dayOf(v any) (calendar.Date, error) {
	switch d := v.(type) {
	case calendar.Date:
		return d, nil
	case string:
		return calendar.ParseDate(d)
	}
	return 0, fmt.Errorf("population: %T is no date", v)
}

func numberOf(v any) (int64, error) {
	switch n := v.(type) {
	case int:
		return int64(n), nil
	case int32:
		return int64(n), nil
	case int64:
		return n, nil
	case float64:
		return int64(n), nil
	case json.Number:
		return n.Int64()
	case string: // a division
		return strconv.ParseInt(n, 10, 64)
	}
	return 0, fmt.Errorf("population: %T is no number", v)
}
