package columnar

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// fill puts an input's facts into household 0 of a population.
func (pop *Population) fill(t testing.TB, p *policy.Pack, in policy.Input) {
	t.Helper()
	pop.First[1], pop.Division[0] = int32(len(in.Members)), in.Division
	for key, v := range in.Household {
		pop.Household[key].put(t, p.Fact(policy.OfHousehold, key), 0, v)
	}
	for j, m := range in.Members {
		for key, v := range m.Facts {
			pop.Member[key].put(t, p.Fact(policy.OfMember, key), j, v)
		}
	}
}

func (c *Column) put(t testing.TB, f *policy.Fact, i int, v any) {
	t.Helper()
	if v == nil {
		return
	}
	c.Known[i] = 1
	switch f.Type {
	case policy.Bool:
		c.Codes[i] = flag(v.(bool))
	case policy.Enum:
		c.Codes[i] = uint8(slices.IndexFunc(f.Options, func(o policy.Option) bool { return o.Code == v.(string) }))
	case policy.DateFact:
		d, err := calendar.ParseDate(fmt.Sprint(v))
		if err != nil {
			t.Fatal(err)
		}
		c.Days[i] = int32(d)
	case policy.Decimal:
	default:
		var n int64
		if _, err := fmt.Sscan(fmt.Sprint(v), &n); err != nil {
			t.Fatal(err)
		}
		c.Ints[i] = n
	}
}

// Every worked case of every pack comes out in the engine as in the interpreter, all its members asked in turn.
func TestWorkedCases(t *testing.T) {
	var n tally
	cases, apart := 0, 0
	for _, p := range allPacks(t) {
		made := map[string]*Program{}
		for _, c := range p.Cases() {
			cases++
			q := p
			if len(c.Parameters) > 0 {
				if q = withCase(p, c); q == nil {
					apart++
					continue
				}
			}
			key := fmt.Sprint(q.Digest, c.Item, *c.Date)
			if made[key] == nil {
				prog, err := Compile(q, *c.Date, c.Item)
				if err != nil {
					t.Fatalf("%s: %v", c.ID, err)
				}
				made[key] = prog
			}
			in := c.Input()
			pop := NewPopulation(p, 1, len(in.Members))
			pop.fill(t, p, in)
			n.same(t, made[key], pop, Options{Workers: 1, Values: []string{}})
		}
	}
	t.Logf("%d cases, %d of them apart, %d rows: %v; %d rows asked of the interpreter", cases, apart, n.rows, n.outcomes, n.interpreted)
	if cases < 90 || apart*20 > cases || n.outcomes[Eligible] == 0 || n.outcomes[Ineligible] == 0 || n.outcomes[NeedsEvidence] == 0 {
		t.Error("too few cases to show anything")
	}
}

// withCase is the pack with the parameters that a case sets, for its own place, or nil where no pack could have them.
func withCase(p *policy.Pack, c *policy.Case) *policy.Pack {
	var changes []policy.ParameterChange
	for _, id := range slices.Sorted(maps.Keys(c.Parameters)) {
		changes = append(changes, policy.ParameterChange{Parameter: id, Divisions: []string{fmt.Sprintf("%012d", c.Division)},
			From: calendar.NewDate(2000, 1, 1), Value: string(c.Parameters[id]), Status: policy.Sample})
	}
	q, err := p.WithParameters(changes)
	if err != nil { // a figure that only a case may have, for example a fall of prices
		return nil
	}
	return q
}
