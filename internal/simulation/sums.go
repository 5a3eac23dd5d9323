package simulation

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"slices"

	"zhongfu/internal/policy/columnar"
)

// sums is what one worker has added up.
type sums struct {
	total         tally
	counties      map[int64]*tally
	areas         [areaUnknown + 1]tally
	types         [typeCount]tally
	items         []itemTally
	before, after *distribution
	pairsA        []int64 // item × item, the lower first
	pairsB        []int64
	alarms        map[alarmKey]alarmCount
	parts         int
	evidence      *evidenceTally
	gapMoved      int64
}

type alarmKey struct {
	item, rule string
	kind       columnar.AlarmKind
}

type alarmCount struct{ parts, rows int }

func (w *run) newSums() *sums {
	items := len(w.items)
	return &sums{counties: map[int64]*tally{}, items: make([]itemTally, items), before: newDistribution(), after: newDistribution(),
		pairsA: make([]int64, items*items), pairsB: make([]int64, items*items), alarms: map[alarmKey]alarmCount{},
		evidence: newEvidence(items, len(w.catalogue.facts), len(w.catalogue.sections))}
}

func (s *sums) put(h *home, division int64, area uint8, types uint32, maskA, maskB uint64) {
	s.total.put(h)
	county := division / 1_000_000
	t := s.counties[county]
	if t == nil {
		t = &tally{}
		s.counties[county] = t
	}
	t.put(h)
	s.areas[area].put(h)
	for ; types != 0; types &= types - 1 {
		s.types[bits.TrailingZeros32(types)].put(h)
	}
	s.pair(s.pairsA, maskA)
	s.pair(s.pairsB, maskB)
}

func (s *sums) pair(to []int64, mask uint64) {
	for ; mask != 0; mask &= mask - 1 {
		i := bits.TrailingZeros64(mask)
		for rest := mask & (mask - 1); rest != 0; rest &= rest - 1 {
			to[i*len(s.items)+bits.TrailingZeros64(rest)]++
		}
	}
}

// alarm notes which rules make no difference in this part.
func (s *sums) alarm(alarms []Alarm) {
	s.parts++
	for _, a := range alarms {
		k := alarmKey{a.Item, a.Rule, a.Kind}
		c := s.alarms[k]
		s.alarms[k] = alarmCount{c.parts + 1, c.rows + a.Rows}
	}
}

func (s *sums) add(o *sums) {
	s.total.add(&o.total)
	for code, t := range o.counties {
		if s.counties[code] == nil {
			s.counties[code] = &tally{}
		}
		s.counties[code].add(t)
	}
	for i := range o.areas {
		s.areas[i].add(&o.areas[i])
	}
	for i := range o.types {
		s.types[i].add(&o.types[i])
	}
	for i := range o.items {
		s.items[i].add(&o.items[i])
	}
	for i := range o.pairsA {
		s.pairsA[i] += o.pairsA[i]
		s.pairsB[i] += o.pairsB[i]
	}
	s.before.add(o.before)
	s.after.add(o.after)
	s.parts += o.parts
	s.evidence.add(o.evidence)
	s.gapMoved += o.gapMoved
	for k, c := range o.alarms {
		have := s.alarms[k]
		s.alarms[k] = alarmCount{have.parts + c.parts, have.rows + c.rows}
	}
}

// result turns the sums into what is shown.
func (w *run) result(s *sums) *SimulationResult {
	name := w.o.Name
	if name == nil {
		name = func(code int64) string { return fmt.Sprintf("%012d", code) }
	}
	out := &SimulationResult{Pack: w.changed.Name, Day: w.day, Base: w.base.Digest, Changed: w.changed.Digest, Total: s.total.group("", "合计"),
		Before: s.before.inequality(), After: s.after.inequality(), Threshold: w.o.Threshold, Overlaps: []Overlap{}, Alarms: []Alarm{}}
	cities := map[int64]*tally{}
	for county, t := range s.counties {
		out.Counties = append(out.Counties, t.group(fmt.Sprintf("%06d", county), name(county*1_000_000)))
		if cities[county/100] == nil {
			cities[county/100] = &tally{}
		}
		cities[county/100].add(t)
	}
	for city, t := range cities {
		out.Cities = append(out.Cities, t.group(fmt.Sprintf("%04d", city), name(city*100_000_000)))
	}
	for i := range s.areas {
		if s.areas[i].households > 0 {
			out.Areas = append(out.Areas, s.areas[i].group([]string{"rural", "urban", "unknown"}[i], areaLabels[i]))
		}
	}
	for i := range s.types {
		out.Types = append(out.Types, s.types[i].group(typeKeys[i], typeLabels[i]))
	}
	byKey := func(a, b SimulationGroup) int { return cmp.Compare(a.Key, b.Key) }
	slices.SortFunc(out.Counties, byKey)
	slices.SortFunc(out.Cities, byKey)
	for k := range w.items {
		out.Items = append(out.Items, w.line(k, &s.items[k]))
	}
	out.Overlaps = w.overlaps(s)
	out.Alarms = w.alarmsOf(s)
	w.marks(slices.Sorted(maps.Keys(s.counties)), out)
	k := int64(w.o.Threshold)
	out.Evidence, out.gapMoved = w.evidence(s.evidence, k), s.gapMoved
	if k > 0 {
		out.withholdAll(k)
	}
	return out
}

func (w *run) line(k int, t *itemTally) ItemLine {
	it := w.items[k]
	l := ItemLine{Item: it.id, Name: it.name, Theme: it.theme, Unit: "household", Rhythm: []string{"none", "month", "year", "once"}[it.pays],
		Before: t.eligibleA, After: t.eligibleB, Enters: t.enters, Leaves: t.leaves, Gains: t.gains, Loses: t.loses,
		Open: t.openB, Faults: t.faultB}
	if it.person {
		l.Unit = "person"
	}
	if it.pays != paysNothing {
		l.FenBefore, l.FenAfter = t.fenA, t.fenB
	}
	if w.pop.Held[it.id] != nil {
		l.Held, l.Uncovered, l.Undue, l.HeldOpen = &t.held, &t.uncovered, &t.undue, &t.heldOpen
	}
	return l
}

func (w *run) overlaps(s *sums) []Overlap {
	out := []Overlap{}
	k := int64(w.o.Threshold)
	for i := range w.items {
		for j := i + 1; j < len(w.items); j++ {
			a, b := s.pairsA[i*len(w.items)+j], s.pairsB[i*len(w.items)+j]
			if a+b == 0 || anyFew(k, a, b) {
				continue
			}
			conflicts := slices.Contains(w.pairs, conflict{i, j}) || slices.Contains(w.pairs, conflict{j, i})
			out = append(out, Overlap{A: w.items[i].name, B: w.items[j].name, Before: a, After: b, Conflict: conflicts})
		}
	}
	slices.SortStableFunc(out, func(x, y Overlap) int { return cmp.Compare(y.After, x.After) })
	return out[:min(len(out), 60)]
}

// alarmsOf keeps the alarms that rose in every part.
func (w *run) alarmsOf(s *sums) []Alarm {
	out := []Alarm{}
	for k, c := range s.alarms {
		if c.parts < s.parts {
			continue
		}
		what := "项目 " + k.item
		if k.rule != "" {
			what += " 的规则 " + k.rule
		}
		text := map[columnar.AlarmKind]string{columnar.MatchesAll: "人人通过，等于没有这条规则", columnar.MatchesNone: "没有一个通过",
			columnar.GrantsAll: "人人符合", columnar.GrantsNone: "没有一个符合"}[k.kind]
		out = append(out, Alarm{Item: k.item, Rule: k.rule, Kind: k.kind, Rows: c.rows,
			Message: fmt.Sprintf("%s在已判定的 %d 个对象中%s。请核对表达式、参数和数据。", what, c.rows, text)})
	}
	slices.SortFunc(out, func(a, b Alarm) int { return cmp.Compare(a.Item+a.Rule+string(a.Kind), b.Item+b.Rule+string(b.Kind)) })
	return out
}
