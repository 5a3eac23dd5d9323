package synth

import (
	"strconv"

	"zhongfu/internal/calendar"
)

// Finder tells whose a resident number is. It holds no list of people: the number itself says in which household of the
// generator it stands (see the package comment), so that it knows the whole capacity of the province at once and costs
// one household made anew. It is safe for concurrent use.
type Finder struct {
	g     *Generator
	slots map[int32][]int32 // of a county, by rank: the slot's index
}

// NewFinder prepares a finder for the households of a generator.
func NewFinder(g *Generator) *Finder {
	f := &Finder{g: g, slots: make(map[int32][]int32, len(g.counties))}
	for div6, n := range g.counties {
		f.slots[div6] = make([]int32, n)
	}
	for i, s := range g.slots {
		f.slots[g.places[s.place].div6][s.rank] = int32(i)
	}
	return f
}

// Inverses of the multipliers in identify.
var (
	inverse389 = inverse(389, modulus)
	inverse211 = inverse(211, 500)
)

func inverse(of, mod uint64) uint64 {
	for k := uint64(1); k < mod; k++ {
		if of*k%mod == 1 {
			return k
		}
	}
	panic("synth: no inverse")
}

// Place tells the number of the household and of the member that a resident number would belong to. Whether that household
// has so many members, and the number, is for Find to tell.
func (f *Finder) Place(idNumber string) (household, member int, ok bool) {
	if len(idNumber) != 18 {
		return 0, 0, false
	}
	number := func(from, to int) (int, bool) {
		n, err := strconv.Atoi(idNumber[from:to])
		return n, err == nil && n >= 0
	}
	div6, ok1 := number(0, 6)
	order, ok2 := number(14, 17)
	birth, err := calendar.ParseDate(idNumber[6:10] + "-" + idNumber[10:12] + "-" + idNumber[12:14])
	slots := f.slots[int32(div6)]
	if !ok1 || !ok2 || err != nil || len(slots) == 0 {
		return 0, 0, false
	}
	seed := f.g.seed
	inGroup := (uint64(order/2) + 500 - mix(seed^uint64(div6))%500) % 500 * inverse211 % 500
	group, member := int(inGroup)/maxMembers, int(inGroup)%maxMembers
	if group >= groups {
		return 0, 0, false
	}
	offset := mix(seed ^ uint64(div6)<<20 ^ inGroup)
	residue := uint64(int(birth) + modulus*100)
	class := (residue - offset%modulus + modulus) % modulus * inverse389 % modulus
	serial := int(class)*groups + group
	household = serial/len(slots)*len(f.g.slots) + int(slots[serial%len(slots)])
	return household, member, household < f.g.Capacity()
}

// Find makes the household that a resident number belongs to and tells which member has it.
func (f *Finder) Find(idNumber string) (h Household, member int, ok bool) {
	i, member, ok := f.Place(idNumber)
	if !ok {
		return Household{}, 0, false
	}
	h = f.g.Household(i)
	if member >= len(h.Members) || h.Members[member].IDNumber != idNumber {
		return Household{}, 0, false
	}
	return h, member, true
}
