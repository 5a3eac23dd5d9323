package simulation

import (
	"context"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// The line that poverty is measured against, and the figures of the item that count income.
const (
	lineParameter = "dibao_standard"
	lineItem      = "dibao"
	incomeValue   = "dibao.income_total"
	sizeValue     = "dibao.size"
)

// side is one pack compiled for the day.
type side struct {
	pack     *policy.Pack
	day      calendar.Date
	program  *columnar.Program
	has      map[string]bool // items of the program
	measures bool            // income is counted
	needs    map[string]*needs
	tried    map[string]bool // documents of values that are tried out
}

func newSide(pack *policy.Pack, day calendar.Date, items []item, only map[string]bool) (*side, error) {
	s := &side{pack: pack, day: day, has: map[string]bool{}, needs: map[string]*needs{}, tried: map[string]bool{}}
	for _, d := range pack.Documents() {
		s.tried[d.ID] = d.Number == policy.TrialNumber
	}
	var ids []string
	for _, x := range items {
		if it := pack.Item(x.id); it != nil && it.Valid(day) && (only == nil || only[x.id] || x.id == lineItem) {
			ids = append(ids, x.id)
			s.has[x.id] = true
		}
	}
	if len(ids) == 0 {
		return s, nil
	}
	var err error
	if s.program, err = columnar.Compile(pack, day, ids...); err != nil {
		return nil, err
	}
	if it := pack.Item(lineItem); it != nil && s.has[lineItem] {
		have := map[string]bool{}
		for _, v := range it.Values {
			have[lineItem+"."+v.ID] = true
		}
		s.measures = have[incomeValue] && have[sizeValue]
	}
	return s, nil
}

// decide runs the side over some households on this goroutine.
func (s *side) decide(ctx context.Context, pop *columnar.Population, lean bool) (*columnar.Results, error) {
	if s.program == nil {
		return &columnar.Results{}, nil
	}
	o := columnar.Options{Workers: 1, Derive: true, Lean: lean}
	if s.measures {
		o.Values = []string{incomeValue, sizeValue}
	}
	return s.program.Run(ctx, pop, o)
}

// rows is what one item came out as on one side, for a part of the population.
type rows struct {
	outcome []columnar.Outcome
	amount  []int64
	waiting *waiting // nil: none waits for evidence
}

func rowsOf(r *columnar.Results, id string, n *needs) rows {
	if it := r.Item(id); it != nil {
		return rows{it.Outcome, it.Amount, waitingOf(it, n)}
	}
	return rows{}
}

// at is the outcome and the amount of a row. An item that the side has not is not eligible.
func (r *rows) at(i int) (columnar.Outcome, int64) {
	if r.outcome == nil {
		return columnar.Ineligible, 0
	}
	if r.outcome[i] != columnar.Eligible || r.amount == nil {
		return r.outcome[i], 0
	}
	return r.outcome[i], r.amount[i]
}

// measure is counted income and counted members of households.
type measure struct {
	income, size           []int64
	incomeKnown, sizeKnown []uint8
}

func measureOf(r *columnar.Results) measure {
	var m measure
	m.income, m.incomeKnown = r.Value(incomeValue)
	m.size, m.sizeKnown = r.Value(sizeValue)
	return m
}

// at is a household's counted monthly income and members; false where either is unknown or nobody counts.
func (m *measure) at(i int) (income, size int64, ok bool) {
	if m.income == nil || m.incomeKnown[i] == 0 || m.sizeKnown[i] == 0 || m.size[i] == 0 {
		return 0, 0, false
	}
	return m.income[i], m.size[i], true
}

// lines finds the poverty line of households, remembering places.
type lines struct {
	s    *side
	seen map[int64]int64
}

// of is the monthly dibao standard per head of a place; 0 where it has none or town and country differ and the area is unknown.
func (l *lines) of(division int64, urban uint8) int64 {
	key := division*4 + int64(urban)
	if v, ok := l.seen[key]; ok {
		return v
	}
	var area *bool
	if urban != areaUnknown {
		b := urban == areaUrban
		area = &b
	}
	v := int64(0)
	if u, err := l.s.pack.Parameter(lineParameter, division, l.s.day, area); err == nil {
		v, _ = u.Value.(int64)
	}
	l.seen[key] = v
	return v
}
