package simulation

// poverty sums the measures of Foster, Greer and Thorbecke over people: who is under the line, how far, and how far squared.
// Shares are whole billionths, so that sums do not depend on the order of adding.
type poverty struct {
	people             int64 // whose place has a line
	poor, gaps, severe int64 // people; people × share that is lacking; people × that share squared
}

const whole = 1_000_000_000

// put adds a household's people: what each lacks is what the household lacks, as a share of the line. Debts make nobody lack
// more than the whole line. A place without a line measures nobody.
func (p *poverty) put(income, size, line int64) {
	if line <= 0 || size <= 0 {
		return
	}
	p.people += size
	need := line * size
	lack := need - max(income, 0)
	if lack <= 0 {
		return
	}
	share := int64(float64(lack) / float64(need) * whole)
	p.poor += size
	p.gaps += size * share
	p.severe += size * int64(float64(share)/whole*float64(share))
}

func (p *poverty) add(o *poverty) {
	p.people += o.people
	p.poor += o.poor
	p.gaps += o.gaps
	p.severe += o.severe
}

// measures are P0 (share of people under the line), P1 (mean share lacking) and P2 (mean squared share); 0 for nobody.
func (p *poverty) measures() (p0, p1, p2 float64) {
	if p.people == 0 {
		return 0, 0, 0
	}
	n := float64(p.people) * whole // one divisor for all three: rounding keeps their order
	return float64(p.poor*whole) / n, float64(p.gaps) / n, float64(p.severe) / n
}
