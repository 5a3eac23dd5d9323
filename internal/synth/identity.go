package synth

import (
	"strconv"

	"zhongfu/internal/calendar"
	"zhongfu/internal/idnum"
)

// identify sets the number and day of birth of the next member, whose age is to be near the wanted days. See the
// package comment for why no two members of a generator get the same number.
func (b *builder) identify(m *Member, slot int, wantedDays int) {
	group, class := b.serial%groups, b.serial/groups
	div6 := uint64(b.place.div6)
	offset := mix(b.g.seed ^ div6<<20 ^ uint64(group*maxMembers+slot))
	residue := (uint64(class)*389 + offset) % modulus // 389 is odd, so this is a bijection of the class
	asOf := int(b.g.asOf)
	target := asOf - wantedDays
	birth := target - int((uint64(target+modulus*100)-residue)%modulus)
	if target-birth > modulus/2 {
		birth += modulus
	}
	if birth > asOf {
		birth -= modulus
	}
	m.Birth = calendar.Date(birth)
	// 211 and 500 have no common divisor, so this is a bijection of the number within the group.
	seq := (uint64(group*maxMembers+slot)*211 + mix(b.g.seed^div6)%500) % 500
	m.IDNumber = idnum.MakeResident(int(b.place.div6), m.Birth, int(seq), m.Sex)
}

var mobilePrefixes = []string{"134", "135", "136", "137", "138", "139", "147", "150", "151", "152", "157", "158", "159", "178", "182", "183", "187", "188", "198", "130", "131", "132", "155", "156", "166", "176", "185", "186", "133", "153", "177", "180", "181", "189", "199"}

// key numbers the members of all households.
func (b *builder) key(slot int) uint64 { return uint64(b.index*maxMembers + slot) }

// phone is unique for the first 100 million members: its last eight digits are a bijection of the member's number.
func (b *builder) phone(slot int) string {
	return mobilePrefixes[b.r.n(len(mobilePrefixes))] + pad((b.key(slot)*28411639+mix(b.g.seed)%1e8)%1e8, 8)
}

var banks = []struct {
	name, prefix string
	weight       int
}{
	{"广东农村商业银行", "621728", 34}, {"中国邮政储蓄银行", "621799", 24}, {"中国农业银行", "622848", 16},
	{"中国建设银行", "621700", 10}, {"中国工商银行", "622202", 9}, {"中国银行", "621660", 7},
}

var bankWeights = func() []int {
	var w []int
	for _, b := range banks {
		w = append(w, b.weight)
	}
	return w
}()

// account is a card with a valid check digit, or for one in fifteen a passbook.
func (b *builder) account(slot int) (bank, number string) {
	k := (b.key(slot)*77712337 + mix(b.g.seed+1)%1e12) % 1e12
	if b.r.chance(6.5) {
		return banks[0].name, "80020" + pad(k, 12)
	}
	x := banks[b.r.weighted(bankWeights)]
	return x.name, idnum.MakeCard(x.prefix + pad(k, 12))
}

func pad(v uint64, width int) string {
	var buf [20]byte
	for i := width - 1; i >= 0; i-- {
		buf[i] = byte('0' + v%10)
		v /= 10
	}
	return string(buf[:width])
}

func (b *builder) address(p *place) string {
	if p.urban {
		return p.address + strconv.Itoa(b.r.between(1, 60)) + "号" + strconv.Itoa(b.r.between(1, 9)) + "0" + strconv.Itoa(b.r.between(1, 6)) + "房"
	}
	return p.address + strconv.Itoa(b.r.between(1, 16)) + "组" + strconv.Itoa(b.r.between(1, 120)) + "号"
}
