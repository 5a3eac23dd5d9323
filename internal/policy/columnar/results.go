package columnar

import (
	"zhongfu/internal/policy"
)

// ItemResult is what an item came out as, one row for each household, or for each member where the item's unit is a person.
type ItemResult struct {
	Unit    string
	Outcome []Outcome
	Amount  []int64  // fen, where eligible; else 0. nil = the item pays nothing
	Failed  []uint64 // bit k = the k-th of Rules fails
	Open    []uint64 // bit k = the k-th of Rules waits for evidence
	Rules   []string // the rules in force on the day
}

// Results of a run.
type Results struct {
	// Interpreted is how many rows the interpreter decided, because a fault met an unknown fact there.
	Interpreted int

	items  map[string]*ItemResult
	order  []string
	values map[string]*valueResult
}

type valueResult struct {
	ints  []int64
	known []uint8
}

// Item returns the rows of an item, or nil where the program does not decide it.
func (r *Results) Item(id string) *ItemResult { return r.items[id] }

// Items lists the items that have rows.
func (r *Results) Items() []string { return r.order }

// Value returns a figure that Options.Values asked for, by household or, for items of unit person, by member: in the unit
// that the pack gives it, a condition as 0 or 1. known is 0 where it is not known or the row is at fault.
func (r *Results) Value(name string) (ints []int64, known []uint8) {
	if v := r.values[name]; v != nil {
		return v.ints, v.known
	}
	return nil, nil
}

func again[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// results makes room for the rows, in an earlier run's memory where it is given.
func (pl *plan) results(pop *Population, o Options) *Results {
	r := o.Into
	if r == nil {
		r = &Results{}
	}
	r.Interpreted, r.order = 0, r.order[:0]
	items, values := r.items, r.values
	r.items, r.values = map[string]*ItemResult{}, map[string]*valueResult{}
	rows := map[level]int{atHousehold: pop.Households(), atMember: pop.Members()}
	for _, c := range pl.items {
		id := c.low.Item.ID
		it := items[id]
		if it == nil {
			it = &ItemResult{}
		}
		n := rows[c.level]
		it.Unit, it.Rules = policy.UnitHousehold, c.ruleIDs
		if c.level == atMember {
			it.Unit = policy.UnitPerson
		}
		it.Outcome = again(it.Outcome, n)
		if c.amount != nil {
			it.Amount = again(it.Amount, n)
		} else {
			it.Amount = nil
		}
		if o.Lean {
			it.Failed, it.Open = nil, nil
		} else {
			it.Failed, it.Open = again(it.Failed, n), again(it.Open, n)
		}
		r.items[id] = it
		r.order = append(r.order, id)
	}
	for _, v := range pl.values {
		w := values[v.name]
		if w == nil {
			w = &valueResult{}
		}
		w.ints, w.known = again(w.ints, rows[v.level]), again(w.known, rows[v.level])
		r.values[v.name] = w
	}
	return r
}
