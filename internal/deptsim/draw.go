package deptsim

import (
	"math/bits"

	"zhongfu/internal/calendar"
)

// draw is a stream of numbers that depends on nothing but what it was made of (SplitMix64).
type draw uint64

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// newDraw starts a stream for a seed and some words.
func newDraw(seed uint64, words ...string) draw {
	h := mix(seed + 0x9e3779b97f4a7c15)
	for _, w := range words {
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 0x100000001b3
		}
		h = mix(h ^ uint64(len(w)))
	}
	return draw(h)
}

func (d *draw) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	return mix(uint64(*d))
}

// n returns 0 … limit−1.
func (d *draw) n(limit int) int {
	hi, _ := bits.Mul64(d.next(), uint64(limit))
	return int(hi)
}

// between returns lo … hi, both included.
func (d *draw) between(lo, hi int) int { return lo + d.n(hi-lo+1) }

// unit returns a number in [0, 1).
func (d *draw) unit() float64 { return float64(d.next()>>11) / (1 << 53) }

// chance is true for a share in a hundred.
func (d *draw) chance(percent float64) bool { return d.unit()*100 < percent }

// before is a day between so many days before another.
func (d *draw) before(day calendar.Date, least, most int) calendar.Date {
	return day.AddDays(-d.between(least, most))
}

func pick[T any](d *draw, from ...T) T { return from[d.n(len(from))] }

// digits are so many digits, the first of them no zero.
func (d *draw) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + d.n(10))
	}
	if n > 0 && b[0] == '0' {
		b[0] = '1'
	}
	return string(b)
}
