package policy

import (
	"testing"

	"cel.dev/cel-go/common/types"
	"pgregory.net/rapid"
)

// scopes builds the working state of an evaluation so that single expressions can be asked.
func scopes(t *rapid.T, p *Pack, item string, in Input) *evaluation {
	it := p.items[item]
	n, err := p.normalise(in)
	if err != nil {
		t.Fatalf("%v", err)
	}
	e := &evaluation{pack: p, item: it, in: in, facts: n, root: newScope(nil)}
	e.bind()
	for _, step := range []func() error{e.bindOutcomes, e.evalMembers, e.evalValues, e.evalRules} {
		if err := step(); err != nil {
			t.Fatalf("%v", err)
		}
	}
	return e
}

type asked struct {
	x *expr
	s *scope
}

// expressions in force, each with the scope it is asked in.
func (e *evaluation) expressions() []asked {
	var out []asked
	c := e.item.code
	for _, m := range e.member {
		for _, x := range append(append([]*expr{}, c.exclusions...), c.memberValues...) {
			out = append(out, asked{x, m.scope})
		}
	}
	for i, x := range c.values {
		v := e.item.Values[i]
		if v.Expr != "" && inForce(v.From, v.Until, e.in.Date) {
			out = append(out, asked{x, e.root})
		}
	}
	for i, x := range c.rules {
		r := e.item.Rules[i]
		if x != nil && inForce(r.From, r.Until, e.in.Date) {
			out = append(out, asked{x, e.root})
		}
	}
	return out
}

// Over known facts the range evaluation says exactly what CEL says.
func TestRangesAgreeWithCELOnKnownFacts(t *testing.T) {
	p := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.SampledFrom(itemIDs).Draw(t, "item")
		e := scopes(t, p, item, drawFor(t, p, item))
		for _, a := range e.expressions() {
			want, _, err := e.eval(a.s, a.x)
			if err != nil {
				t.Fatalf("%s: %v", a.x.text, err)
			}
			if got := a.s.decide(a.x); got == nil || got.Equal(want) != types.True {
				t.Fatalf("%s: ranges say %v, CEL says %v", a.x.text, got, want)
			}
		}
	})
}

// Over partly known facts the range holds what CEL says once all is known.
func TestRangesHoldTheTruth(t *testing.T) {
	p := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.SampledFrom(itemIDs).Draw(t, "item")
		full := drawFor(t, p, item)
		part := scopes(t, p, item, hide(t, full)).expressions()
		whole := scopes(t, p, item, full)
		for i, a := range whole.expressions() {
			truth, _, err := whole.eval(a.s, a.x)
			if err != nil {
				t.Fatalf("%s: %v", a.x.text, err)
			}
			r := part[i].s.ranges(part[i].x, part[i].x.ast.NativeRep().Expr())
			switch v := truth.(type) {
			case types.Int:
				if int64(v) < r.num.lo || int64(v) > r.num.hi {
					t.Fatalf("%s: %d is outside [%d, %d]", a.x.text, v, r.num.lo, r.num.hi)
				}
			case types.Bool:
				if bool(v) && !r.cond.yes || !bool(v) && !r.cond.no {
					t.Fatalf("%s: %v was held impossible", a.x.text, v)
				}
			}
		}
	})
}

// Interval arithmetic holds the result for any numbers inside.
func TestIntervals(t *testing.T) {
	draw := func(t *rapid.T, name string, lo int64) (interval, int64) {
		a := rapid.Int64Range(lo, 1_000_000).Draw(t, name+" lo")
		b := rapid.Int64Range(a, 1_000_000).Draw(t, name+" hi")
		return span(a, b), rapid.Int64Range(a, b).Draw(t, name)
	}
	rapid.Check(t, func(t *rapid.T) {
		i, x := draw(t, "x", -1_000_000)
		j, y := draw(t, "y", -1_000_000)
		hold := func(what string, r interval, v int64) {
			if v < r.lo || v > r.hi {
				t.Fatalf("%s: %d outside %v", what, v, r)
			}
		}
		hold("add", i.add(j), x+y)
		hold("sub", i.add(j.neg()), x-y)
		hold("mul", i.mul(j), x*y)
		hold("min", i.min(j), min(x, y))
		hold("max", i.max(j), max(x, y))
		hold("join", i.join(j), x)
		n, k := draw(t, "n", 0)
		d, m := draw(t, "d", 1)
		hold("div", n.divRound(d), (k+m/2)/m)
		if l := less(i, j); x < y && !l.yes || x >= y && !l.no {
			t.Fatalf("less %v %v says %v", i, j, l)
		}
		if s := same(i, j); x == y && !s.yes || x != y && !s.no {
			t.Fatalf("same %v %v says %v", i, j, s)
		}
	})
	for _, c := range []struct{ got, want int64 }{
		{addSat(edge-1, 5), edge}, {addSat(-edge+1, -5), -edge}, {mulSat(edge/2, 3), edge}, {mulSat(edge/2, -3), -edge}, {mulSat(edge, 0), 0},
	} {
		if c.got != c.want {
			t.Errorf("saturation gives %d, want %d", c.got, c.want)
		}
	}
}
