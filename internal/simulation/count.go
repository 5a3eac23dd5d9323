package simulation

import "zhongfu/internal/policy/columnar"

// both is one item's rows of a part on both sides.
type both struct {
	a, b rows
	held []uint8 // of the register, for the rows of the whole population; nil: not kept
}

// sides pairs the rows of every item.
func (c *crew) sides(a, b *answers) []both {
	out := make([]both, len(c.items))
	for k, it := range c.items {
		out[k].a, out[k].b = a.rows[k], b.rows[k]
		if it.person {
			out[k].held = c.pop.Held[it.id]
		}
	}
	return out
}

// count adds the households of a part to the sums.
func (c *crew) count(pop *columnar.Population, from int, a, b *answers) {
	sides := c.sides(a, b)
	ma, mb := a.measure, b.measure
	firstMember := int(c.pop.First[from])
	unknown := c.catalogue.unknowns(pop)
	for i := range pop.Division {
		h := home{people: int64(pop.First[i+1] - pop.First[i])}
		var maskA, maskB uint64
		var lacks factSet
		waits := false
		for k := range c.items {
			it, s, t := &c.items[k], &sides[k], &c.sums.items[k]
			lo, hi := i, i+1
			if it.person {
				lo, hi = int(pop.First[i]), int(pop.First[i+1])
			}
			gotA, gotB := false, false
			var itemLacks factSet
			for row := lo; row < hi; row++ {
				outA, fenA := s.a.at(row)
				outB, fenB := s.b.at(row)
				t.put(outA, outB, fenA, fenB)
				if outB == columnar.NeedsEvidence {
					var person *factSet
					if it.person {
						person = &unknown.member[row]
					}
					missing, open := s.b.waiting.lacks(row, &unknown.household[i], person)
					itemLacks.add(&missing)
					waits = waits || open
				}
				switch it.pays {
				case paysMonthly:
					h.monthA, h.monthB = h.monthA+fenA, h.monthB+fenB
				case paysYearly:
					h.yearA, h.yearB = h.yearA+fenA, h.yearB+fenB
				case paysOnce:
					h.onceA, h.onceB = h.onceA+fenA, h.onceB+fenB
				}
				gotA, gotB = gotA || outA == columnar.Eligible, gotB || outB == columnar.Eligible
				if s.held != nil {
					t.register(outA, s.held[firstMember+row] != 0)
				}
			}
			if held := c.pop.Held[it.id]; held != nil && !it.person {
				holds := false
				for m := c.pop.First[from+i]; m < c.pop.First[from+i+1]; m++ {
					holds = holds || held[m] != 0
				}
				outA, _ := s.a.at(i)
				t.register(outA, holds)
			}
			if !itemLacks.empty() {
				lacks.add(&itemLacks)
				itemLacks.each(func(f int) { c.sums.evidence.byItem[k][f]++ })
			}
			if gotA {
				maskA |= 1 << k
			}
			if gotB {
				maskB |= 1 << k
			}
		}
		h.coveredA, h.coveredB = maskA != 0, maskB != 0
		if waits {
			c.sums.evidence.put(&lacks, c.catalogue)
		}
		c.sums.put(&h, pop.Division[i], c.traits.area(from+i), c.traits.types(from+i), maskA, maskB)
		c.measure(i, from+i, &ma, &mb, &h)
	}
}

// measure adds the household's income with its monthly benefits to the distributions.
func (c *crew) measure(i, at int, ma, mb *measure, h *home) {
	area, place := c.traits.area(at), c.pop.Division[at]
	var lackA, lackB int64
	if income, size, ok := ma.at(i); ok {
		line := c.linesA.of(place, area)
		c.sums.before.put(income+h.monthA, size, line)
		lackA = max(0, line*size-income-h.monthA)
	}
	if income, size, ok := mb.at(i); ok {
		line := c.linesB.of(place, area)
		c.sums.after.put(income+h.monthB, size, line)
		lackB = max(0, line*size-income-h.monthB)
	}
	if lackA != lackB {
		c.sums.gapMoved++
	}
}

func (t *itemTally) put(a, b columnar.Outcome, fenA, fenB int64) {
	t.fenA += fenA
	t.fenB += fenB
	inA, inB := a == columnar.Eligible, b == columnar.Eligible
	switch {
	case inA && !inB:
		t.leaves++
	case inB && !inA:
		t.enters++
	case inA && fenB > fenA:
		t.gains++
	case inA && fenB < fenA:
		t.loses++
	case inA:
		t.same++
	}
	if inA {
		t.eligibleA++
	}
	switch b {
	case columnar.Eligible:
		t.eligibleB++
	case columnar.NeedsEvidence:
		t.openB++
	case columnar.Fault:
		t.faultB++
	}
}

// register compares the baseline with what the register holds now.
func (t *itemTally) register(a columnar.Outcome, held bool) {
	switch {
	case held:
		t.held++
		switch a {
		case columnar.Ineligible:
			t.undue++
		case columnar.NeedsEvidence:
			t.heldOpen++
		}
	case a == columnar.Eligible:
		t.uncovered++
	}
}
