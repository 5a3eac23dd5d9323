package casework

import (
	"context"
	"encoding/json"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/task"
)

// PostNotice says that the notice hangs (公示, 57号 art 19): from today its days run, on the public board too. It shows
// name, number of members and amount, nothing more (art 24).
func (s *Service) PostNotice(ctx context.Context, actor access.Actor, id uuid.UUID, in PostNoticeInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.notice", step: stepNotice, version: in.Version, whole: true}, func(w *work) error {
		if w.step.StartedAt != nil {
			return refuse("already_posted", "本次公示已经张贴，不能重复张贴；期满后系统自动进入下一步。")
		}
		if err := w.policyEligible(proof{}); err != nil {
			return err
		}
		notice, err := uuid.NewV7()
		if err != nil {
			return err
		}
		step := w.st.proc.Step(stepNotice)
		// The days of a notice run from the day it hangs, not from the day it was ordered.
		w.step.StartedAt, w.step.Due = &w.now, w.st.dueOf(step.Deadline, w.today, w.step.Round)
		last := *w.step.Due
		data, err := json.Marshal(map[string]any{"notice_id": notice, "place": in.Place, "posted_on": w.today.String(), "last_day": last.String(), "posted_by": actor.Name})
		if err != nil {
			return err
		}
		w.b.Queue(`insert into notice (case_id, id, division, item, name, member_count, amount_fen, posted_on, last_day)
		  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, w.st.ID, notice, w.st.Division, w.st.Item, w.st.ApplicantName, w.counted(), w.amount(), w.today, last)
		w.b.Queue(`update case_step set started_at = $3, due = $4, data = $5 where case_id = $1 and id = $2`, w.st.ID, w.step.ID, w.now, last, data)
		task.QueueDue(w.b, w.st.ID, stepNotice, last, w.today)
		w.paper(stepNotice, "public_notice")
		w.text = "已张贴公示，公示到" + last.Chinese() + "；期满无异议自动报送下一步。"
		return w.event("notice_posted", "张贴公示（"+in.Place+"），至"+last.Chinese(), map[string]any{"place": in.Place, "last_day": last.String()})
	})
}

// amount is the monthly amount by the policy, 0 where the item pays nothing.
func (w *work) amount() int64 {
	if res, err := w.evaluate(); err == nil && res.AmountFen != nil {
		return *res.AmountFen
	}
	return 0
}

// pays tells whether the item of the case pays money; a category such as 低保边缘 does not.
func (w *work) pays() bool {
	it := w.st.pack.Item(w.st.Item)
	return it != nil && it.Amount != nil
}

// counted is how many members the policy counts: one for an item that is recognised by person.
func (w *work) counted() int {
	res, err := w.evaluate()
	if err != nil {
		return w.st.MemberCount
	}
	if res.Person != "" {
		return 1
	}
	n := 0
	for _, m := range res.Members {
		if m.Counted != nil && *m.Counted {
			n++
		}
	}
	if n == 0 {
		return w.st.MemberCount
	}
	return n
}
