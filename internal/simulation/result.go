package simulation

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy/columnar"
)

// SimulationResult is everything that a run says. Money is fen.
type SimulationResult struct {
	Pack      string            `json:"pack"`
	Day       calendar.Date     `json:"day"`
	Base      string            `json:"base" doc:"digest of the version before"`
	Changed   string            `json:"changed" doc:"digest of the version after"`
	Draft     string            `json:"draft,omitempty" doc:"the draft that was compared with, where one was"`
	Total     SimulationGroup   `json:"total"`
	Cities    []SimulationGroup `json:"cities"`
	Counties  []SimulationGroup `json:"counties"`
	Areas     []SimulationGroup `json:"areas"`
	Types     []SimulationGroup `json:"types" doc:"a household may be of several types"`
	Items     []ItemLine        `json:"items"`
	Before    Inequality        `json:"before"`
	After     Inequality        `json:"after"`
	Overlaps  []Overlap         `json:"overlaps" doc:"items that one household qualifies for together, most first"`
	Alarms    []Alarm           `json:"alarms"`
	Evidence  Evidence          `json:"evidence"`
	Samples   []SampleValue     `json:"samples" doc:"values without a document that items of the run use"`
	Threshold int               `json:"threshold" doc:"counts under it are withheld; 0 where nobody real is counted"`
	Lost      map[string]int64  `json:"lost,omitempty" doc:"known facts that the catalogue cannot take, by fact"`

	gapMoved int64 // households whose distance from the line changes
}

// Alarm is a rule that everybody or nobody passes.
type Alarm = columnar.Alarm

// SimulationGroup is households of one place, area or type. A household enters when it qualifies for something after and for nothing
// before, leaves when the other way round, gains or loses when its yearly money differs.
type SimulationGroup struct {
	Key           string `json:"key"`
	Name          string `json:"name"`
	Households    int64  `json:"households"`
	People        int64  `json:"people"`
	CoveredBefore int64  `json:"covered_before" doc:"households that qualify for something"`
	CoveredAfter  int64  `json:"covered_after"`
	Enters        int64  `json:"enters"`
	Leaves        int64  `json:"leaves"`
	Gains         int64  `json:"gains"`
	Loses         int64  `json:"loses"`
	Same          int64  `json:"same"`
	PeopleEnter   int64  `json:"people_enter"`
	PeopleLeave   int64  `json:"people_leave"`
	PeopleGain    int64  `json:"people_gain"`
	PeopleLose    int64  `json:"people_lose"`
	MonthBefore   int64  `json:"month_before" doc:"fen a month of items paid monthly"`
	MonthAfter    int64  `json:"month_after"`
	YearBefore    int64  `json:"year_before" doc:"fen a year: twelve months and the items paid yearly; single payments are not in it"`
	YearAfter     int64  `json:"year_after"`
	OnceBefore    int64  `json:"once_before" doc:"fen of single payments"`
	OnceAfter     int64  `json:"once_after"`
	Withheld      bool   `json:"withheld,omitempty" doc:"too few households stand behind it, or it would give away a row that is withheld"`

	// Hidden names what is left out of a total that is otherwise shown: moves (entering, leaving, the same), changes (gaining,
	// losing), once (single payments). Their figures are 0.
	Hidden []string `json:"hidden,omitempty" enum:"moves,changes,once"`

	onceMoved int64 // households whose single payments differ
}

func (t *tally) group(key, name string) SimulationGroup {
	return SimulationGroup{Key: key, Name: name, Households: t.households, People: t.people, CoveredBefore: t.coveredA, CoveredAfter: t.coveredB,
		Enters: t.enters, Leaves: t.leaves, Gains: t.gains, Loses: t.loses, Same: t.same,
		PeopleEnter: t.pEnters, PeopleLeave: t.pLeaves, PeopleGain: t.pGains, PeopleLose: t.pLoses,
		MonthBefore: t.monthA, MonthAfter: t.monthB, YearBefore: 12*t.monthA + t.yearA, YearAfter: 12*t.monthB + t.yearB,
		OnceBefore: t.onceA, OnceAfter: t.onceB, onceMoved: t.onceMoved}
}

// ItemLine is one item before and after; rows are households or people by its unit.
type ItemLine struct {
	Item      string `json:"item"`
	Name      string `json:"name"`
	Theme     string `json:"theme"`
	Unit      string `json:"unit" enum:"household,person"`
	Rhythm    string `json:"rhythm" enum:"none,month,year,once" doc:"how its money is paid"`
	Before    int64  `json:"before" doc:"rows that qualify"`
	After     int64  `json:"after"`
	Enters    int64  `json:"enters"`
	Leaves    int64  `json:"leaves"`
	Gains     int64  `json:"gains"`
	Loses     int64  `json:"loses"`
	FenBefore int64  `json:"fen_before" doc:"in its rhythm"`
	FenAfter  int64  `json:"fen_after"`
	Open      int64  `json:"open" doc:"rows whose facts do not suffice, after"`
	Faults    int64  `json:"faults"`
	// Against the register, before the change; null where the register keeps no such category.
	Held      *int64 `json:"held" doc:"rows that hold it now"`
	Uncovered *int64 `json:"uncovered" doc:"qualify and do not hold it (应保未保)"`
	Undue     *int64 `json:"undue" doc:"hold it and do not qualify"`
	HeldOpen  *int64 `json:"held_open" doc:"hold it and their facts do not suffice"`
	Withheld  bool   `json:"withheld,omitempty" doc:"few rows stand behind it, or it would give away an item that is withheld; its figures are empty"`
	// RegisterWithheld says that the four counts above are null because few stand behind one of them.
	RegisterWithheld bool     `json:"register_withheld,omitempty"`
	Samples          []string `json:"samples" doc:"labels of values without a document (示例值) that it uses"`
	Floors           []string `json:"floors" doc:"labels of values that are the province's floor (省定底线)"`
}

// Inequality says how far households are from the dibao standard of their place, and how unequal they are. Income is the
// monthly income that dibao counts, with the items paid monthly added; per head by the members that dibao counts. Households
// whose income is not known are left out.
type Inequality struct {
	Households int64   `json:"households" doc:"measured"`
	Poor       int64   `json:"poor" doc:"under the standard"`
	GapFen     int64   `json:"gap_fen" doc:"what all of them lack together, fen a month"`
	Gini       float64 `json:"gini" doc:"over people, of income per head in steps of one yuan"`
	// Foster, Greer, Thorbecke: over the people of measured households whose place has a standard.
	P0       float64 `json:"p0" doc:"share of people under the standard (贫困发生率)"`
	P1       float64 `json:"p1" doc:"mean share of the standard that people lack (贫困深度)"`
	P2       float64 `json:"p2" doc:"mean squared share (贫困强度)"`
	Withheld bool    `json:"withheld,omitempty"`
}

// Overlap is a pair of items of one household.
type Overlap struct {
	A        string `json:"a"`
	B        string `json:"b"`
	Before   int64  `json:"before"`
	After    int64  `json:"after"`
	Conflict bool   `json:"conflict,omitempty" doc:"the policy says that one person may not hold both"`
}
