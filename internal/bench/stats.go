package bench

import (
	"slices"
	"time"
)

// sample is what one arm did in one slice.
type sample struct {
	took []time.Duration // one for each answer, sorted
	wall time.Duration
}

func (s *sample) sort() { slices.Sort(s.took) }

// quantile of the answers; q from 0 to 1.
func (s *sample) quantile(q float64) time.Duration {
	if len(s.took) == 0 {
		return 0
	}
	i := int(q * float64(len(s.took)))
	return s.took[min(i, len(s.took)-1)]
}

func (s *sample) perSecond() float64 { return float64(len(s.took)) / s.wall.Seconds() }

// Spread is the least, the middle and the greatest of the slices.
type Spread struct{ Min, Median, Max float64 }

func spreadOf(v []float64) Spread {
	if len(v) == 0 {
		return Spread{}
	}
	s := slices.Sorted(slices.Values(v))
	return Spread{s[0], s[len(s)/2], s[len(s)-1]}
}

// Arm is one side of a comparison.
type Arm struct{ P50, P99, PerSecond Spread } // milliseconds, milliseconds, answers

// Ratio is how many times longer the program takes than the baseline, slice by slice; PerSecond is the baseline's
// throughput over the program's, so that everywhere 1 means equal and more means slower.
type Ratio struct{ P50, P99, PerSecond Spread }

func armOf(all []sample) Arm {
	var p50, p99, rate []float64
	for i := range all {
		p50 = append(p50, ms(all[i].quantile(.50)))
		p99 = append(p99, ms(all[i].quantile(.99)))
		rate = append(rate, all[i].perSecond())
	}
	return Arm{spreadOf(p50), spreadOf(p99), spreadOf(rate)}
}

func ratioOf(program, baseline []sample) Ratio {
	var p50, p99, rate []float64
	for i := range program {
		p50 = append(p50, ms(program[i].quantile(.50))/ms(baseline[i].quantile(.50)))
		p99 = append(p99, ms(program[i].quantile(.99))/ms(baseline[i].quantile(.99)))
		rate = append(rate, baseline[i].perSecond()/program[i].perSecond())
	}
	return Ratio{spreadOf(p50), spreadOf(p99), spreadOf(rate)}
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
