package simulation

import "slices"

// K is under how many households or people a figure of the register is withheld.
const K = 3

// cell is one row of a table whose rows add up to a figure that is shown as well.
type cell struct {
	counts []int64 // each is 0, withheld with the row, or at least k
	size   int64   // the smaller it is, the sooner the row is withheld for another's sake
	hidden bool
}

func few(n, k int64) bool { return n > 0 && n < k }

func anyFew(k int64, counts ...int64) bool {
	for _, n := range counts {
		if few(n, k) {
			return true
		}
	}
	return false
}

// protect hides the cells that few stand behind and, because hidden cells together are the total minus the shown ones, so
// many others that they are at least two and each count over all of them is 0 or at least k. Where that cannot be reached, the
// total's own count is few, and whoever shows the total withholds it for that.
func protect(cells []cell, k int64) {
	for i := range cells {
		cells[i].hidden = cells[i].hidden || anyFew(k, cells[i].counts...)
	}
	for {
		next := nextHidden(cells, k)
		if next < 0 {
			return
		}
		cells[next].hidden = true
	}
}

// nextHidden is the smallest cell that helps to cover the hidden ones, or -1 where they are covered or nothing helps.
func nextHidden(cells []cell, k int64) int {
	hidden := 0
	var together []int64
	for i := range cells {
		if !cells[i].hidden || cells[i].nobody() {
			continue
		}
		hidden++
		if together == nil {
			together = make([]int64, len(cells[i].counts))
		}
		sum(together, cells[i].counts)
	}
	if hidden == 0 {
		return -1
	}
	helps := func(c *cell) bool {
		if c.hidden || c.nobody() {
			return false
		}
		if hidden == 1 {
			return true
		}
		for i, n := range together {
			if few(n, k) && c.counts[i] > 0 {
				return true
			}
		}
		return false
	}
	best := -1
	for i := range cells {
		if helps(&cells[i]) && (best < 0 || cells[i].size < cells[best].size) {
			best = i
		}
	}
	return best
}

func (c *cell) nobody() bool {
	for _, n := range c.counts {
		if n != 0 {
			return false
		}
	}
	return true
}

func (g *SimulationGroup) cell() cell {
	return cell{counts: []int64{g.Households, g.CoveredBefore, g.CoveredAfter, g.Enters, g.Leaves, g.Gains, g.Loses, g.Same, g.onceMoved},
		size: g.Households, hidden: g.Withheld}
}

func (g *SimulationGroup) blank() { *g = SimulationGroup{Key: g.Key, Name: g.Name, Withheld: true} }

// withhold blanks rows of groups that add up to one total.
func withhold(groups []SimulationGroup, k int64) {
	cells := make([]cell, len(groups))
	for i := range groups {
		cells[i] = groups[i].cell()
	}
	protect(cells, k)
	for i := range groups {
		if cells[i].hidden {
			groups[i].blank()
		}
	}
}

// withholdAll applies the rule to every table of the result. Cities add up to the total and counties to their city: of a city
// that is withheld no county is shown. Sizes of households add up; of other kinds each has the rest of the total beside it.
func (r *SimulationResult) withholdAll(k int64) {
	total := r.Total
	withhold(r.Cities, k)
	for _, city := range r.Cities {
		var at []int
		for i := range r.Counties {
			if r.Counties[i].Key[:4] == city.Key {
				at = append(at, i)
			}
		}
		counties := make([]SimulationGroup, len(at))
		for j, i := range at {
			counties[j] = r.Counties[i]
			counties[j].Withheld = city.Withheld && len(r.Cities) > 1 // a single city is the total
		}
		withhold(counties, k)
		for j, i := range at {
			r.Counties[i] = counties[j]
		}
	}
	withhold(r.Areas, k)
	withhold(r.Types[:typeMore+1], k)
	all := total.cell()
	for i := typeMore + 1; i < len(r.Types); i++ {
		own, rest := r.Types[i].cell(), make([]int64, len(all.counts))
		for j := range rest {
			rest[j] = all.counts[j] - own.counts[j]
		}
		if anyFew(k, own.counts...) || anyFew(k, rest...) {
			r.Types[i].blank()
		}
	}
	r.Total.withholdTotal(k)
	r.withholdItems(k)
	if r.Total.Withheld || anyFew(k, r.gapMoved, r.Before.Poor, r.After.Poor) {
		r.Before, r.After = Inequality{Withheld: true}, Inequality{Withheld: true}
	}
}

// withholdTotal leaves the few out of a total, and with them what they could be worked out from: those covered before are those
// who stay the same, gain, lose or leave; those covered after are those who stay the same, gain, lose or enter. Money is shown where
// it changes for enough households together; else nothing is left but how many were looked at, which the run itself says.
func (g *SimulationGroup) withholdTotal(k int64) {
	if anyFew(k, g.Households, g.CoveredBefore, g.CoveredAfter, g.Enters+g.Leaves+g.Gains+g.Loses) {
		households, people := g.Households, g.People
		g.blank()
		if !few(households, k) {
			g.Households, g.People = households, people
		}
		return
	}
	if anyFew(k, g.Enters, g.Leaves, g.Same) {
		g.Hidden = append(g.Hidden, "moves")
	}
	if anyFew(k, g.Gains, g.Loses, g.Same) {
		g.Hidden = append(g.Hidden, "changes")
	}
	if few(g.onceMoved, k) {
		g.Hidden = append(g.Hidden, "once")
		g.OnceBefore, g.OnceAfter = 0, 0
	}
	if g.Hides("moves") {
		g.Enters, g.Leaves, g.Same, g.PeopleEnter, g.PeopleLeave = 0, 0, 0, 0, 0
	}
	if g.Hides("changes") {
		g.Gains, g.Loses, g.Same, g.PeopleGain, g.PeopleLose = 0, 0, 0, 0, 0
	}
}

// Hides tells whether figures of a kind are left out: moves, changes or once.
func (g *SimulationGroup) Hides(what string) bool {
	return g.Withheld || slices.Contains(g.Hidden, what)
}

// withholdItems: the money of the items of one rhythm adds up to the total's; counts of the register stand in relation to
// each other, so that one that is few takes the others with it.
func (r *SimulationResult) withholdItems(k int64) {
	for _, rhythm := range []string{"month", "year", "once", "none"} {
		var at []int
		var cells []cell
		for i := range r.Items {
			if l := &r.Items[i]; l.Rhythm == rhythm {
				at, cells = append(at, i), append(cells, l.cell(k))
			}
		}
		if rhythm != "none" {
			protect(cells, k)
		}
		for j, i := range at {
			if cells[j].hidden {
				r.Items[i].blank()
			}
		}
	}
	for i := range r.Items {
		l := &r.Items[i]
		if l.Held == nil {
			continue
		}
		both := *l.Held - *l.Undue - *l.HeldOpen
		if l.Withheld || anyFew(k, *l.Held, *l.Uncovered, *l.Undue, *l.HeldOpen, both) {
			l.Held, l.Uncovered, l.Undue, l.HeldOpen, l.RegisterWithheld = nil, nil, nil, nil, true
		}
	}
}

// cell of an item: hidden where any of its counts is few. Only money adds up over items, so what must not be few over the hidden
// ones together is who receives it and whom it changes for.
func (l *ItemLine) cell(k int64) cell {
	same := l.Before - l.Leaves - l.Gains - l.Loses
	return cell{counts: []int64{l.Before, l.After, l.Enters + l.Leaves + l.Gains + l.Loses}, size: l.After,
		hidden: anyFew(k, l.Before, l.After, l.Enters, l.Leaves, l.Gains, l.Loses, same, l.Open, l.Faults)}
}

func (l *ItemLine) blank() {
	*l = ItemLine{Item: l.Item, Name: l.Name, Theme: l.Theme, Unit: l.Unit, Rhythm: l.Rhythm, Samples: l.Samples, Floors: l.Floors,
		Held: l.Held, Uncovered: l.Uncovered, Undue: l.Undue, HeldOpen: l.HeldOpen, Withheld: true}
}
