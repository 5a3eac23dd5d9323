package columnar

import (
	"context"
	"strings"

	"zhongfu/internal/policy"
)

// settle asks the interpreter about the rows on which a fault met an unknown fact, and takes its word.
func (x *execution) settle(ctx context.Context, m *machine) (int, error) {
	if len(m.suspects) == 0 {
		return 0, nil
	}
	skip := map[string]bool{}
	if x.o.Derive {
		for _, f := range x.prog.facts {
			if f.OutcomeOf != "" && x.prog.pack.Item(f.OutcomeOf).Valid(x.prog.day) {
				skip[prefixOf(f.Of)+f.Key] = true
			}
		}
	}
	for _, s := range m.suspects {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		c := x.plan.items[s.item]
		in := x.pop.input(x.prog.facts, x.prog.day, int(s.household), skip)
		if c.level == atMember {
			in.Person = memberID(int(s.row - x.pop.First[s.household]))
		}
		r, err := x.prog.pack.Evaluate(c.low.Item.ID, in)
		if err != nil {
			continue // the row says Fault already
		}
		x.write(c, int(s.row), r)
	}
	n := len(m.suspects)
	m.suspects = m.suspects[:0]
	return n, nil
}

func (x *execution) write(c *itemCode, row int, r *policy.Result) {
	it := x.items[c.index]
	switch r.Outcome {
	case policy.Eligible:
		it.Outcome[row] = Eligible
	case policy.Ineligible:
		it.Outcome[row] = Ineligible
	default:
		it.Outcome[row] = NeedsEvidence
	}
	if it.Amount != nil && r.AmountFen != nil {
		it.Amount[row] = *r.AmountFen
	}
	for k, id := range it.Rules {
		if it.Failed == nil {
			break
		}
		switch p := r.Rule(id).Passed; {
		case p == nil:
			it.Open[row] |= 1 << k
		case !*p:
			it.Failed[row] |= 1 << k
		}
	}
	for _, v := range x.plan.values {
		if v.item != c {
			continue
		}
		_, id, _ := strings.Cut(v.name, ".")
		got := r.Value(id)
		if got == nil {
			continue
		}
		w := x.values[v.index]
		switch t := got.Value.(type) {
		case int64:
			w.ints[row], w.known[row] = t, 1
		case bool:
			w.ints[row], w.known[row] = int64(flag(t)), 1
		case nil: // a range whose ends met outside 64 bits looked like a figure
			w.ints[row], w.known[row] = 0, 0
		}
	}
}
