package columnar

import (
	"sort"

	"zhongfu/internal/policy"
)

// places are the rows of parameters: each area three times, for households of which it is not known whether they live in
// town or country, of the town and of the country; and one more row for what the pack does not serve.
type places struct {
	areas []policy.Area
	count int
	// county is the area of each six-digit code from lowest on, or -1 where an area ends inside of it.
	county []int32
	lowest int64
}

const (
	townUnknown = iota
	town
	country
)

func newPlaces(areas []policy.Area) *places {
	p := &places{areas: areas, count: 3*len(areas) + 1}
	if len(areas) == 0 {
		return p
	}
	p.lowest = max(areas[0].Lo/1e6, 110000)
	n := min(areas[len(areas)-1].Hi/1e6, 829999) - p.lowest + 1
	p.county = make([]int32, max(0, n))
	k := 0
	for c := range p.county {
		lo := (p.lowest + int64(c)) * 1e6
		for k < len(areas)-1 && areas[k].Hi < lo {
			k++
		}
		p.county[c] = int32(k)
		if areas[k].Lo > lo || areas[k].Hi < lo+1e6-1 {
			p.county[c] = -1
		}
	}
	return p
}

// area of a division, or -1.
func (p *places) area(division int64) int {
	k := sort.Search(len(p.areas), func(i int) bool { return p.areas[i].Hi >= division })
	if k == len(p.areas) || p.areas[k].Lo > division {
		return -1
	}
	return k
}

// find sets the place of each household of the chunk.
func (p *places) find(m *machine, pop *Population) {
	divisions := pop.Division[m.h0:m.h1]
	out := m.place[:len(divisions)]
	var codes, known []uint8
	if urban := pop.Household["urban"]; urban != nil && urban.Codes != nil {
		codes = urban.Codes[m.h0:m.h1]
		if urban.Known != nil {
			known = urban.Known[m.h0:m.h1]
		}
	}
	if codes != nil && known == nil {
		codes = codes[:len(out)]
		for i, d := range divisions {
			k := int32(-1)
			if c := d/1e6 - p.lowest; uint64(c) < uint64(len(p.county)) {
				k = p.county[c]
			}
			if k < 0 {
				out[i] = p.slowly(m, i, d, codes[i], 1)
				continue
			}
			out[i] = 3*k + country - int32(codes[i])
		}
		return
	}
	for i, d := range divisions {
		switch {
		case codes == nil:
			out[i] = p.slowly(m, i, d, 0, 0)
		case known == nil:
			out[i] = p.slowly(m, i, d, codes[i], 1)
		default:
			out[i] = p.slowly(m, i, d, codes[i], known[i])
		}
	}
}

// slowly is the place of household i of the chunk.
func (p *places) slowly(m *machine, i int, division int64, urban, known uint8) int32 {
	k := -1
	if c := division/1e6 - p.lowest; uint64(c) < uint64(len(p.county)) {
		k = int(p.county[c])
	}
	if k < 0 {
		k = p.area(division)
	}
	if k < 0 {
		m.broken[i], m.anyBad = 1, true
		return int32(p.count - 1)
	}
	return int32(3*k) + int32(known)*(country-int32(urban&1))
}

// kParam fills a parameter's row for each place.
func kParam(m *machine, in *instr) {
	v := &m.v[in.out]
	n := m.rows[atPlace]
	lo, hi := v.ranges(n)
	for i, a := range m.x.places.areas {
		p := a.Values[in.n.k]
		if p.Missing {
			p.Urban, p.Rural = 0, 0
		}
		lo[3*i], hi[3*i] = min(p.Urban, p.Rural), max(p.Urban, p.Rural)
		lo[3*i+town], hi[3*i+town] = p.Urban, p.Urban
		lo[3*i+country], hi[3*i+country] = p.Rural, p.Rural
	}
	lo[n-1], hi[n-1] = 0, 0
	v.exact()
	if in.n.kind != isBool {
		return
	}
	b := v.bools(n)
	u := v.open(n)
	for i := range b {
		u[i] = flag(lo[i] != hi[i])
		b[i] = uint8(lo[i]) & (u[i] ^ 1)
	}
	v.settled()
}

// kMissing marks the places where a parameter is missing, or all of them.
func kMissing(m *machine, in *instr) {
	v := &m.v[in.out]
	n := m.rows[atPlace]
	clear(v.bools(n))
	f := v.marks(n)
	v.bad = true
	for i, a := range m.x.places.areas {
		bad := in.n.k < 0
		for _, k := range in.n.set {
			bad = bad || a.Values[k].Missing
		}
		if bad {
			f[3*i], f[3*i+town], f[3*i+country] = certain, certain, certain
		}
	}
}
