package columnar

import (
	"context"
	"strings"
	"testing"

	"zhongfu/internal/policy"
)

// tally counts what the comparisons have met, so that a test can tell that it shows something.
type tally struct {
	outcomes    [4]int
	rows        int
	interpreted int
	known, open int // values
}

// same runs the program and holds every row against the interpreter: outcome, amount, failed and open rules, values.
func (n *tally) same(t testing.TB, prog *Program, pop *Population, o Options) {
	t.Helper()
	p := prog.pack
	if o.Values == nil {
		for _, id := range prog.items {
			it := p.Item(id)
			for _, v := range it.Values {
				if v.InForce(prog.day) && v.Unit != "text" && !v.Hidden {
					o.Values = append(o.Values, id+"."+v.ID)
				}
			}
		}
	}
	res, err := prog.Run(context.Background(), pop, o)
	if err != nil {
		t.Fatal(err)
	}
	n.interpreted += res.Interpreted
	for _, id := range prog.items {
		it := res.Item(id)
		for h := range pop.Households() {
			in := pop.Input(p, prog.day, h)
			if it.Unit == policy.UnitHousehold {
				n.row(t, prog, res, id, in, h)
				continue
			}
			for j := range in.Members {
				in.Person = in.Members[j].ID
				n.row(t, prog, res, id, in, int(pop.First[h])+j)
			}
		}
	}
}

func (n *tally) row(t testing.TB, prog *Program, res *Results, id string, in policy.Input, row int) {
	t.Helper()
	it := res.Item(id)
	n.rows++
	n.outcomes[it.Outcome[row]]++
	want, err := prog.pack.Evaluate(id, in)
	if err != nil {
		if it.Outcome[row] != Fault {
			t.Fatalf("%s row %d is %s, the interpreter answers %v\n%s", id, row, it.Outcome[row], err, describe(in))
		}
		return
	}
	if it.Outcome[row].String() != want.Outcome {
		t.Fatalf("%s row %d is %s, the interpreter says %s\n%s", id, row, it.Outcome[row], want.Outcome, describe(in))
	}
	amount := int64(0)
	if want.AmountFen != nil {
		amount = *want.AmountFen
	}
	if it.Amount != nil && it.Amount[row] != amount {
		t.Fatalf("%s row %d: amount %d, the interpreter says %d\n%s", id, row, it.Amount[row], amount, describe(in))
	}
	var failed, open uint64
	for k, r := range it.Rules {
		switch p := want.Rule(r).Passed; {
		case p == nil:
			open |= 1 << k
		case !*p:
			failed |= 1 << k
		}
	}
	if failed != it.Failed[row] || open != it.Open[row] || len(it.Rules) != len(want.Rules) {
		t.Fatalf("%s row %d: failed %b open %b, the interpreter says %b %b of %v\n%s", id, row, it.Failed[row], it.Open[row], failed, open, it.Rules, describe(in))
	}
	for _, v := range want.Values {
		ints, known := res.Value(id + "." + v.ID)
		if ints == nil {
			continue
		}
		var got any
		switch {
		case known[row] == 0:
			n.open++
		case v.Unit == "bool":
			got = ints[row] == 1
			n.known++
		default:
			got = ints[row]
			n.known++
		}
		if got != v.Value {
			t.Fatalf("%s row %d: %s is %v, the interpreter says %v\n%s", id, row, v.ID, got, v.Value, describe(in))
		}
	}
}

func describe(in policy.Input) string {
	var b strings.Builder
	b.WriteString(in.Date.String() + " ")
	for _, m := range in.Members {
		text, _ := m.MarshalJSON()
		b.Write(text)
	}
	return b.String()
}
