package advise

import "zhongfu/internal/policy"

// budget bounds one search; a threshold among 10^12 fen takes about 80 evaluations.
const budget = 240

// goal is what a changed result should be. must says that it is so for every value in the range, can that it may be.
type goal func(r *policy.Result) (can, must bool)

// passes is the goal that a rule holds.
func passes(rule string) goal {
	return func(r *policy.Result) (bool, bool) {
		res := r.Rule(rule)
		if res == nil {
			return false, false
		}
		return res.Passed == nil || *res.Passed, res.Passed != nil && *res.Passed
	}
}

// becomes is the goal that every rule holds. The amount, which is open over a range, does not matter to it.
func becomes(r *policy.Result) (can, must bool) {
	must = true
	for _, rule := range r.Rules {
		if rule.Passed == nil {
			must = false
		} else if !*rule.Passed {
			return false, false
		}
	}
	return true, must
}

// ends is the goal that some rule fails.
func ends(r *policy.Result) (can, must bool) {
	can, must = becomes(r)
	return !must, !can
}

// search looks for the value of one whole-number fact that is nearest to the present one and meets the goal. It halves
// ranges and asks the evaluator about each as a whole, so it finds the nearest one also where the rule is not monotone.
type search struct {
	sitting      *policy.Sitting
	item, person string
	member, fact string
	goal         goal
	left         int // evaluations
}

// nearest returns the nearest values below and above at, each nil where there is none (or none could be proved).
func (s *search) nearest(at, lo, hi int64) (below, above *int64) {
	if at > lo {
		s.left = budget
		below = s.find(lo, at-1, true)
	}
	if at < hi {
		s.left = budget
		above = s.find(at+1, hi, false)
	}
	return below, above
}

// find returns the largest (down) or smallest value in lo…hi that meets the goal.
func (s *search) find(lo, hi int64, down bool) *int64 {
	if s.left <= 0 {
		return nil
	}
	s.left--
	can, must := s.ask(lo, hi)
	switch {
	case !can:
		return nil
	case must && down:
		return &hi
	case must:
		return &lo
	case lo == hi:
		return nil // still open: other evidence decides
	}
	mid := lo + (hi-lo)/2
	first, second := [2]int64{lo, mid}, [2]int64{mid + 1, hi}
	if down {
		first, second = second, first
	}
	if v := s.find(first[0], first[1], down); v != nil {
		return v
	}
	if s.left <= 0 {
		return nil // a nearer value may have been missed: say nothing
	}
	return s.find(second[0], second[1], down)
}

func (s *search) ask(lo, hi int64) (can, must bool) {
	sitting := s.sitting.Within(policy.Range{Member: s.member, Fact: s.fact, Lo: lo, Hi: hi})
	if lo == hi {
		var err error
		if sitting, err = s.sitting.With(s.member, s.fact, lo); err != nil {
			return false, false
		}
	}
	r, err := sitting.Evaluate(s.item, s.person)
	if err != nil {
		return false, false
	}
	return s.goal(r)
}
