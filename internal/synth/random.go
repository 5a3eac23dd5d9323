package synth

import "math/bits"

// rng is SplitMix64: a few operations per draw and a stream of its own for each household.
type rng uint64

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func newRng(seed, stream uint64) rng { return rng(mix(seed ^ mix(stream+0x9e3779b97f4a7c15))) }

func (r *rng) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	return mix(uint64(*r))
}

// n returns 0 … limit−1.
func (r *rng) n(limit int) int {
	hi, _ := bits.Mul64(r.next(), uint64(limit))
	return int(hi)
}

// between returns lo … hi, both included.
func (r *rng) between(lo, hi int) int { return lo + r.n(hi-lo+1) }

// unit returns a number in [0, 1).
func (r *rng) unit() float64 { return float64(r.next()>>11) / (1 << 53) }

// chance is true with a probability of percent/100.
func (r *rng) chance(percent float64) bool { return r.unit()*100 < percent }

// skewed returns 0 … limit−1, low numbers much more often.
func (r *rng) skewed(limit int) int {
	u := r.unit()
	return int(u * u * float64(limit))
}

func pick[T any](r *rng, from []T) T { return from[r.n(len(from))] }

// weighted returns an index with a probability in proportion to its weight.
func (r *rng) weighted(weights []int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	k := r.n(total)
	for i, w := range weights {
		if k -= w; k < 0 {
			return i
		}
	}
	return len(weights) - 1
}
