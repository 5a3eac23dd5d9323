package simulation

import (
	"sync"

	"zhongfu/internal/policy/columnar"
)

// answers is what one side came out as for a part of the population, item by item in the order of the run.
type answers struct {
	rows    []rows
	measure measure
	alarms  []Alarm
}

func (w *run) answersOf(s *side, r *columnar.Results) *answers {
	out := &answers{rows: make([]rows, len(w.items)), measure: measureOf(r), alarms: columnar.Alarms(r)}
	for k, it := range w.items {
		out.rows[k] = rowsOf(r, it.id, s.needs[it.id])
	}
	return out
}

// Baseline keeps what the policy before a change came out as, so that the next question about the same population on the
// same day only decides what its change can touch. It holds outcomes and amounts, some 200 bytes a person; nothing of it
// leaves the program. The zero value is ready; it is safe for concurrent use.
type Baseline struct {
	mu    sync.Mutex
	of    baselineOf
	parts map[int]*answers
}

// baselineOf says what a baseline was worked out for.
type baselineOf struct {
	pop    *columnar.Population
	digest string
	day    int32
	items  string
}

// part returns the answers of a part that is known already.
func (b *Baseline) part(of baselineOf, from int) *answers {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.of != of {
		b.of, b.parts = of, map[int]*answers{}
	}
	return b.parts[from]
}

func (b *Baseline) keep(of baselineOf, from int, a *answers) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.of == of {
		b.parts[from] = a
	}
}

// forget lets go of the population and of what is kept of it.
func (b *Baseline) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.of, b.parts = baselineOf{}, nil
}

// over lays the answers of some households, the order of which is rows, over those of their whole part; items that the
// change cannot touch keep theirs.
func (w *run) over(a *answers, pop *columnar.Population, households []int32, b *answers) *answers {
	var members []int32
	for _, i := range households {
		for m := pop.First[i]; m < pop.First[i+1]; m++ {
			members = append(members, m)
		}
	}
	out := &answers{rows: make([]rows, len(w.items)), measure: a.measure, alarms: w.alarmsOver(a, b, len(households))}
	for k, it := range w.items {
		if out.rows[k] = a.rows[k]; w.reach.items[it.id] {
			at := households
			if it.person {
				at = members
			}
			out.rows[k] = rows{scatter(a.rows[k].outcome, at, b.rows[k].outcome), scatter(a.rows[k].amount, at, b.rows[k].amount),
				a.rows[k].waiting.over(len(a.rows[k].outcome), at, b.rows[k].waiting)}
		}
	}
	if b.measure.income != nil {
		out.measure = measure{scatter(a.measure.income, households, b.measure.income), scatter(a.measure.size, households, b.measure.size),
			scatter(a.measure.incomeKnown, households, b.measure.incomeKnown), scatter(a.measure.sizeKnown, households, b.measure.sizeKnown)}
	}
	return out
}

// alarmsOver are those of the touched households for items that the change can touch, where there are enough of them to
// tell, and the baseline's for all others.
func (w *run) alarmsOver(a, b *answers, touched int) []Alarm {
	if touched < columnar.AlarmRows {
		return a.alarms
	}
	var out []Alarm
	for _, x := range a.alarms {
		if !w.reach.items[x.Item] {
			out = append(out, x)
		}
	}
	for _, x := range b.alarms {
		if w.reach.items[x.Item] {
			out = append(out, x)
		}
	}
	return out
}

// scatter is a copy of all with the rows at replaced.
func scatter[T any](all []T, at []int32, by []T) []T {
	if all == nil || by == nil {
		return all
	}
	out := make([]T, len(all))
	copy(out, all)
	for k, i := range at {
		out[i] = by[k]
	}
	return out
}
