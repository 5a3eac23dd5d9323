package simulation

// distribution counts people by income per head in steps of a yuan, which is all that a Gini needs.
type distribution struct {
	households, poor, gap int64
	under                 poverty
	people, money         []int64 // by whole yuan a head; the last step takes all above
}

const steps = 50_000

func newDistribution() *distribution {
	return &distribution{people: make([]int64, steps+1), money: make([]int64, steps+1)}
}

// put adds a household: monthly income with benefits, members, and the line a head (0: none known).
func (d *distribution) put(income, size, line int64) {
	d.households++
	if lack := line*size - income; lack > 0 {
		d.poor++
		d.gap += lack
	}
	d.under.put(income, size, line)
	step := min(max(income, 0)/size/100, steps)
	d.people[step] += size
	d.money[step] += max(income, 0)
}

func (d *distribution) add(o *distribution) {
	d.households += o.households
	d.poor += o.poor
	d.gap += o.gap
	d.under.add(&o.under)
	for i := range d.people {
		d.people[i] += o.people[i]
		d.money[i] += o.money[i]
	}
}

// inequality works the Gini out from the Lorenz curve: one minus twice the area under it.
func (d *distribution) inequality() Inequality {
	out := Inequality{Households: d.households, Poor: d.poor, GapFen: d.gap}
	out.P0, out.P1, out.P2 = d.under.measures()
	var people, money float64
	for i := range d.people {
		people += float64(d.people[i])
		money += float64(d.money[i])
	}
	if people == 0 || money == 0 {
		return out
	}
	area, below := 0.0, 0.0
	for i := range d.people {
		share := float64(d.money[i]) / money
		area += float64(d.people[i]) / people * (2*below + share)
		below += share
	}
	out.Gini = 1 - area
	return out
}
