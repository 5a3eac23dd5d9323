package casework

import (
	"slices"

	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// exitOf returns the exit of a step by its action, or nil.
func exitOf(s *policy.Step, action string) *policy.Exit {
	for i := range s.Exits {
		if s.Exits[i].Action == action {
			return &s.Exits[i]
		}
	}
	return nil
}

// next tells which steps an exit opens, or the end it reaches. A step that waits for several (after) opens when the last
// of them is done; one that is open already does not open twice.
func (st *state) next(exit *policy.Exit) (open []*policy.Step, end string, err error) {
	for _, to := range exit.To {
		if st.proc.IsEnd(to) {
			return nil, to, nil
		}
		step := st.proc.Step(to)
		if step == nil {
			return nil, "", errs.New(errs.Unavailable, "procedure_broken", "政策包里的流程 %s 指向不存在的步骤 %s，请联系管理员。", st.Procedure, to)
		}
		if st.open(to) != nil || !st.joined(step) {
			continue
		}
		open = append(open, step)
	}
	return open, "", nil
}

// joined tells whether every step that s comes after is done and not open again.
func (st *state) joined(s *policy.Step) bool {
	for _, before := range s.After {
		if st.open(before) != nil || st.lastDone(before) == nil {
			return false
		}
	}
	return true
}

// demands tells whether any way of the procedure to a decision asks for a guard. What one way demands, every confirmation
// must have: a way round the notice must not end in a benefit.
func (st *state) demands(guard string) bool {
	for _, s := range st.proc.Steps {
		for _, e := range s.Exits {
			if slices.Contains(e.Guards, guard) {
				return true
			}
		}
	}
	return false
}
