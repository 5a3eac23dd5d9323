package synth

import "zhongfu/internal/idnum"

// Kinds of household with their share in a hundred; two thirds of the register are small.
const (
	elderAlone = iota
	adultAlone
	elderCouple
	oneParent
	nuclear
	threeGenerations
	skipped // grandparents with grandchildren
)

var familyShares = []int{20, 9, 14, 12, 25, 14, 6}

// family adds the members, the head first.
func (b *builder) family() {
	r := &b.r
	ethnic, surname := b.ethnicity(), b.surname()
	kind := r.weighted(familyShares)
	b.kind = kind
	head := func(sex int, age float64, marital string) *Member {
		return b.add("02", sex, age, marital, ethnic, surname)
	}
	spouse := func(of *Member, age float64) {
		b.add("10", 3-of.Sex, age+float64(r.between(-3, 4)), "20", b.partner(ethnic), "")
	}
	sex := idnum.Male
	if r.chance(32) {
		sex = idnum.Female
	}
	switch kind {
	case elderAlone:
		head(r.between(1, 2), b.years(62, 91), pickMarital(r, 30, 60))
	case adultAlone:
		head(sex, b.years(24, 58), pickMarital(r, 70, 5))
	case elderCouple:
		age := b.years(64, 86)
		spouse(head(sex, age, "20"), age)
	case oneParent:
		age := b.years(29, 48)
		head(3-sex, age, pickMarital(r, 8, 37))
		b.children(1+r.weighted([]int{62, 32, 6}), age, ethnic, surname)
	case nuclear, threeGenerations:
		age := b.years(29, 54)
		h := head(sex, age, "20")
		spouse(h, age)
		room := 1 + r.weighted([]int{46, 42, 12})
		family := surname
		if h.Sex == idnum.Female {
			family = "" // the children carry their father's name
		}
		b.children(room, age, ethnic, family)
		if kind == threeGenerations {
			b.parents(age, ethnic, surname)
		}
	case skipped:
		age := b.years(62, 78)
		h := head(sex, age, pickMarital(r, 0, 30))
		if h.Marital == "20" {
			spouse(h, age)
		}
		for range 1 + r.weighted([]int{65, 35}) {
			child := 1 + r.n(2)
			b.add([]string{"", "41", "42"}[child], child, b.years(3, 15), "10", ethnic, surname)
		}
	}
}

func (b *builder) years(lo, hi float64) float64 { return lo + b.r.unit()*(hi-lo) }

// partner is of the same ethnicity most of the time.
func (b *builder) partner(ethnic string) string {
	if ethnic == "05" || b.r.chance(85) {
		return ethnic
	}
	return "01"
}

// pickMarital draws unmarried, widowed, or (the rest) divorced for those over, where the shares in a hundred leave
// room for it; with unmarried 0 the rest are married.
func pickMarital(r *rng, unmarried, widowed float64) string {
	u := r.unit() * 100
	switch {
	case u < unmarried:
		return "10"
	case u < unmarried+widowed:
		return "30"
	case unmarried == 0:
		return "20"
	}
	return "40"
}

func (b *builder) children(n int, parentAge float64, ethnic, family string) {
	if family == "" && len(b.h.Members) > 1 {
		family = firstOf(b.h.Members[1].Name)
	}
	age := min(parentAge-b.years(24, 30), 24)
	for k := range n {
		if k > 0 {
			age -= b.years(2.9, 5) // further apart than an age is off its wish
		}
		if len(b.h.Members) == maxMembers || (k > 0 && age < 0.5) {
			return
		}
		sex := idnum.Male
		if b.r.chance(47) {
			sex = idnum.Female
		}
		b.add([]string{"", "20", "30"}[sex], sex, max(age, 0.5), "10", ethnic, family)
	}
}

func (b *builder) parents(childAge float64, ethnic, surname string) {
	age := childAge + b.years(24, 30)
	if age > 92 || len(b.h.Members) == maxMembers {
		return
	}
	age = max(age, 62)
	both := b.r.chance(40) && len(b.h.Members) < maxMembers-1
	mother := both || b.r.chance(65)
	marital := "30"
	if both {
		marital = "20"
	}
	if mother {
		b.add("52", idnum.Female, age, marital, b.partner(ethnic), "")
	}
	if both || !mother {
		b.add("51", idnum.Male, age+1, marital, ethnic, surname)
	}
}

// firstOf is the surname of a name made here.
func firstOf(name string) string {
	for _, c := range compoundSurnames {
		if len(name) > len(c) && name[:len(c)] == c {
			return c
		}
	}
	for _, c := range name {
		return string(c)
	}
	return ""
}

// add appends a member of about the wanted age with all that does not depend on the others.
func (b *builder) add(relation string, sex int, age float64, marital, ethnic, family string) *Member {
	slot := len(b.h.Members)
	b.h.Members = append(b.h.Members, Member{Relation: relation, Sex: sex, Marital: marital, Ethnicity: ethnic, Register: b.place.code, Residence: b.home.code, Address: b.h.Address})
	m := &b.h.Members[slot]
	b.identify(m, slot, int(age*365.25))
	m.Name = b.name(m, family)
	if m.Birth.Age(b.g.asOf) >= 14 {
		m.Phone = b.phone(slot)
	}
	m.BankName, m.Account = b.account(slot)
	if b.home == b.place && b.r.chance(1.2) {
		away := b.elsewhere()
		m.Residence, m.Address = away.code, b.address(away)
	}
	b.traits(m)
	return m
}
