package exchange

import (
	"fmt"
	"math"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"zhongfu/internal/calendar"
)

// classCode is a class's compiled CEL.
type classCode struct {
	onlyFor cel.Program // nil: everybody
	facts   []cel.Program
}

// costLimit bounds one evaluation: 500 records seen by some loops cost less than a tenth of it.
const costLimit = 1_000_000

// recordProvider tells the checker which fields a class's records have, so that a misspelt one is found at load and not when an
// answer comes. At run time records are maps.
type recordProvider struct {
	types.Provider
	fields map[string]*types.FieldType
	names  []string
}

const (
	recordType = "record"
	personType = "person_type"
)

var personFields = map[string]*types.FieldType{
	"birth": {Type: types.TimestampType}, "sex": {Type: types.StringType}, "age": {Type: types.IntType}, "hong_kong_macao": {Type: types.BoolType},
}

func newRecordProvider(class *Class) *recordProvider {
	p := &recordProvider{Provider: types.NewEmptyRegistry(), fields: map[string]*types.FieldType{}}
	if r, err := types.NewRegistry(); err == nil {
		p.Provider = r
	}
	for _, f := range class.Fields {
		p.fields[f.Key] = &types.FieldType{Type: f.celType()}
		p.names = append(p.names, f.Key)
	}
	return p
}

func (f *Field) celType() *types.Type {
	switch f.Type {
	case MoneyField, CountField:
		return types.IntType
	case DateField:
		return types.TimestampType
	case FlagField:
		return types.BoolType
	}
	return types.StringType
}

func (p *recordProvider) FindStructType(name string) (*types.Type, bool) {
	if name == recordType || name == personType {
		return types.NewTypeTypeWithParam(types.NewObjectType(name)), true
	}
	return p.Provider.FindStructType(name)
}

func (p *recordProvider) FindStructFieldNames(name string) ([]string, bool) {
	if name == recordType {
		return p.names, true
	}
	return p.Provider.FindStructFieldNames(name)
}

func (p *recordProvider) FindStructFieldType(name, field string) (*types.FieldType, bool) {
	switch name {
	case recordType:
		f, ok := p.fields[field]
		return f, ok
	case personType:
		f, ok := personFields[field]
		return f, ok
	}
	return p.Provider.FindStructFieldType(name, field)
}

// env is what a mapping may use: records, person, day; all, exists, filter, map, has of CEL; and a few exact functions.
func env(class *Class) (*cel.Env, error) {
	intInt := []*cel.Type{cel.IntType, cel.IntType}
	when := func(name string, f func(calendar.Date, int64) calendar.Date) cel.EnvOption {
		return cel.Function(name, cel.Overload(name+"_int", []*cel.Type{cel.TimestampType, cel.IntType}, cel.TimestampType,
			cel.BinaryBinding(func(a, b ref.Val) ref.Val {
				n := int64(b.(types.Int))
				if n < 0 || n > 1200 {
					return types.NewErr("%s: %d 个月超出 0 至 1200", name, n)
				}
				return types.Timestamp{Time: midnight(f(dayOf(a), n))}
			})))
	}
	return cel.NewEnv(
		cel.CustomTypeProvider(newRecordProvider(class)),
		cel.Variable("records", cel.ListType(cel.ObjectType(recordType))),
		cel.Variable("person", cel.ObjectType(personType)),
		cel.Variable("day", cel.TimestampType),
		// unknown() stands where the records do not tell.
		cel.Function("unknown", cel.Overload("unknown_of", nil, cel.TypeParamType("T"), cel.FunctionBinding(func(...ref.Val) ref.Val { return types.NullValue }))),
		cel.Function("sum", cel.Overload("sum_list", []*cel.Type{cel.ListType(cel.IntType)}, cel.IntType, cel.UnaryBinding(sumOf))),
		cel.Function("min", cel.Overload("min_int", intInt, cel.IntType, cel.BinaryBinding(func(a, b ref.Val) ref.Val { return min(a.(types.Int), b.(types.Int)) }))),
		cel.Function("max", cel.Overload("max_int", intInt, cel.IntType, cel.BinaryBinding(func(a, b ref.Val) ref.Val { return max(a.(types.Int), b.(types.Int)) }))),
		cel.Function("div_round", cel.Overload("div_round_int", intInt, cel.IntType, cel.BinaryBinding(func(a, b ref.Val) ref.Val {
			n, d := int64(a.(types.Int)), int64(b.(types.Int))
			if d <= 0 || n < 0 {
				return types.NewErr("div_round 的被除数不能为负，除数应大于 0")
			}
			return types.Int(n/d + (n%d*2)/d) // half up, without overflow
		}))),
		// months_before(day, 12): the same day twelve months earlier. months_back(day, 6): the first day of the month six months
		// earlier. month_start(day): the first day of its month.
		when("months_before", func(d calendar.Date, n int64) calendar.Date { return d.AddMonths(-int(n)) }),
		when("months_back", func(d calendar.Date, n int64) calendar.Date { return d.MonthStart().AddMonths(-int(n)) }),
		cel.Function("month_start", cel.Overload("month_start_of", []*cel.Type{cel.TimestampType}, cel.TimestampType,
			cel.UnaryBinding(func(a ref.Val) ref.Val { return types.Timestamp{Time: midnight(dayOf(a).MonthStart())} }))),
	)
}

func sumOf(v ref.Val) ref.Val {
	list, ok := v.(traits.Lister)
	if !ok {
		return types.NewErr("sum 需要一个列表")
	}
	total := int64(0)
	for it := list.Iterator(); it.HasNext() == types.True; {
		n, ok := it.Next().(types.Int)
		if !ok {
			return types.NewErr("sum 的列表里有不是整数的值")
		}
		if n > 0 && total > math.MaxInt64-int64(n) || n < 0 && total < math.MinInt64-int64(n) {
			return types.NewErr("sum 超出范围")
		}
		total += int64(n)
	}
	return types.Int(total)
}

func midnight(d calendar.Date) time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func dayOf(v ref.Val) calendar.Date {
	t, _ := v.Value().(time.Time)
	return calendar.Date(t.Unix() / 86400)
}

// input is what the mappings of one class see.
func input(class *Class, person PersonFacts, day calendar.Date, records []map[string]any) (map[string]any, error) {
	list := make([]map[string]any, len(records))
	for i, r := range records {
		m := make(map[string]any, len(r))
		for key, v := range r {
			f := class.Field(key)
			if f == nil {
				return nil, fmt.Errorf("exchange: class %s has no field %q", class.ID, key)
			}
			c, err := f.stored(v)
			if err != nil {
				return nil, fmt.Errorf("exchange: class %s, field %s: %w", class.ID, key, err)
			}
			m[key] = c
		}
		list[i] = m
	}
	return map[string]any{"records": list, "day": midnight(day), "person": map[string]any{
		"birth": midnight(person.Birth), "sex": person.Sex, "age": int64(person.Birth.Age(day)), "hong_kong_macao": person.HongKongMacao}}, nil
}
