package simulation

// tally sums one group of households. Money is fen: monthly for items paid by the month, yearly and once for the others.
type tally struct {
	households, people                         int64
	coveredA, coveredB                         int64 // households with any item
	enters, leaves, gains, loses, same         int64 // households
	pEnters, pLeaves, pGains, pLoses, pSame    int64 // their people
	monthA, monthB, yearA, yearB, onceA, onceB int64
	gainedYear, lostYear                       int64 // money of gains and enters, of losses and leaves, by the year
	onceMoved                                  int64 // households whose single payments differ
}

func (t *tally) add(o *tally) {
	t.households += o.households
	t.people += o.people
	t.coveredA += o.coveredA
	t.coveredB += o.coveredB
	t.enters += o.enters
	t.leaves += o.leaves
	t.gains += o.gains
	t.loses += o.loses
	t.same += o.same
	t.pEnters += o.pEnters
	t.pLeaves += o.pLeaves
	t.pGains += o.pGains
	t.pLoses += o.pLoses
	t.pSame += o.pSame
	t.monthA += o.monthA
	t.monthB += o.monthB
	t.yearA += o.yearA
	t.yearB += o.yearB
	t.onceA += o.onceA
	t.onceB += o.onceB
	t.gainedYear += o.gainedYear
	t.lostYear += o.lostYear
	t.onceMoved += o.onceMoved
}

// home is what one household comes out as on both sides.
type home struct {
	people                                     int64
	coveredA, coveredB                         bool
	monthA, monthB, yearA, yearB, onceA, onceB int64
	changed                                    bool // some item came out otherwise
}

// put adds a household.
func (t *tally) put(h *home) {
	t.households++
	t.people += h.people
	if h.coveredA {
		t.coveredA++
	}
	if h.coveredB {
		t.coveredB++
	}
	t.monthA += h.monthA
	t.monthB += h.monthB
	t.yearA += h.yearA
	t.yearB += h.yearB
	t.onceA += h.onceA
	t.onceB += h.onceB
	if h.onceA != h.onceB {
		t.onceMoved++
	}
	a, b := 12*h.monthA+h.yearA, 12*h.monthB+h.yearB
	if b > a {
		t.gainedYear += b - a
	} else {
		t.lostYear += a - b
	}
	switch {
	case !h.coveredA && !h.coveredB:
	case !h.coveredA:
		t.enters++
		t.pEnters += h.people
	case !h.coveredB:
		t.leaves++
		t.pLeaves += h.people
	case b > a:
		t.gains++
		t.pGains += h.people
	case b < a:
		t.loses++
		t.pLoses += h.people
	default:
		t.same++
		t.pSame += h.people
	}
}

// itemTally sums one item: rows are households or persons by its unit.
type itemTally struct {
	eligibleA, eligibleB, openA, openB, faultB int64
	enters, leaves, gains, loses, same         int64
	peopleA, peopleB                           int64
	fenA, fenB                                 int64
	held, uncovered, undue, heldOpen           int64 // against the register, by the baseline
}

func (t *itemTally) add(o *itemTally) {
	t.eligibleA += o.eligibleA
	t.eligibleB += o.eligibleB
	t.openA += o.openA
	t.openB += o.openB
	t.faultB += o.faultB
	t.enters += o.enters
	t.leaves += o.leaves
	t.gains += o.gains
	t.loses += o.loses
	t.same += o.same
	t.peopleA += o.peopleA
	t.peopleB += o.peopleB
	t.fenA += o.fenA
	t.fenB += o.fenB
	t.held += o.held
	t.uncovered += o.uncovered
	t.undue += o.undue
	t.heldOpen += o.heldOpen
}
