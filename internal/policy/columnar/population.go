package columnar

import (
	"zhongfu/internal/policy"
)

// Outcome of an item for one household or person.
type Outcome uint8

// The outcomes. Fault is where the interpreter answers an error: a place without a standard, a figure past 64 bits, a
// household without members, a division that the pack does not serve.
const (
	Ineligible Outcome = iota
	Eligible
	NeedsEvidence
	Fault
)

// String returns the outcome as the interpreter names it.
func (o Outcome) String() string {
	switch o {
	case Ineligible:
		return policy.Ineligible
	case Eligible:
		return policy.Eligible
	case NeedsEvidence:
		return policy.NeedsEvidence
	}
	return "fault"
}

// Column is one fact for all households or all members. Only the list of the fact's type is used.
type Column struct {
	Ints  []int64 // money, money_monthly, int, division
	Days  []int32 // date: days since 1970 (calendar.Date)
	Codes []uint8 // bool (0 or 1), enum (index into Fact.Options)
	Known []uint8 // 1 = known, 0 = nobody has answered; nil = all known
}

// Population is a set of households with their members, column by column.
type Population struct {
	First     []int32            // households+1 entries: the members of household i are First[i]..First[i+1]
	Division  []int64            // per household: the place whose standards apply
	Household map[string]*Column // by fact key; an absent column is unknown for everybody
	Member    map[string]*Column

	checked string // the catalogue that Check has found it to fit
}

// Households is how many there are.
func (pop *Population) Households() int { return max(0, len(pop.First)-1) }

// Members is how many there are in all households.
func (pop *Population) Members() int {
	if len(pop.First) == 0 {
		return 0
	}
	return int(pop.First[len(pop.First)-1])
}

// NewPopulation returns a population of that size with a column for every fact of the pack's catalogue, in which nothing
// is known yet. First is all 0: the caller fills it.
func NewPopulation(p *policy.Pack, households, members int) *Population {
	pop := &Population{
		First: make([]int32, households+1), Division: make([]int64, households),
		Household: map[string]*Column{}, Member: map[string]*Column{},
	}
	for _, f := range p.Facts() {
		if f.Of == policy.OfMember {
			pop.Member[f.Key] = NewColumn(&f, members)
		} else {
			pop.Household[f.Key] = NewColumn(&f, households)
		}
	}
	return pop
}

// NewColumn returns a column for n rows of the fact, in which nothing is known yet.
func NewColumn(f *policy.Fact, n int) *Column {
	c := &Column{Known: list[uint8](n)}
	switch f.Type {
	case policy.DateFact:
		c.Days = list[int32](n)
	case policy.Bool, policy.Enum:
		c.Codes = list[uint8](n)
	case policy.Decimal: // no item computes with decimals
	default:
		c.Ints = list[int64](n)
	}
	return c
}

func (pop *Population) column(of, key string) *Column {
	if of == policy.OfMember {
		return pop.Member[key]
	}
	return pop.Household[key]
}

// known tells whether row i of the column is known.
func (c *Column) known(i int) bool { return c != nil && (c.Known == nil || c.Known[i] == 1) }
