package casework

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Reported is a verification report that was issued, as the case takes it in.
type Reported struct {
	Version     int // of the case that the officer saw; 0 = not asked
	Number      string
	Edition     int // version of the report
	Conclusion  string
	Facts       []ReportedFact
	Silent      []string // sources without a usable answer
	Differences int
	Why         string // of an edition after the first, in Chinese
}

// ReportedFact is one fact as the report says it; a nil value is unknown and stays so.
type ReportedFact struct {
	PersonID *uuid.UUID
	Key      string
	Value    any
	Source   string // who says it, with the day of the data
	Note     string
}

// Reported takes a report into the case (57号 art 17): the first one does the verification step, whatever sources are silent; a
// later one brings its facts up to date while nothing is decided. write runs in the same transaction. Errors: Conflict for a case
// that is closed or decided, a first report where the step is not open.
func (s *Service) Reported(ctx context.Context, actor access.Actor, id uuid.UUID, in *Reported, write func(ctx context.Context, tx pgx.Tx) error) (CaseState, error) {
	a := act{action: "case.verify", version: in.Version, whole: true, anyone: true}
	if in.Edition == 1 {
		a.step, a.anyone = stepVerification, false
	}
	return s.doIn(ctx, actor, id, a, write, func(w *work) error {
		if w.st.outcome != nil {
			return refuse("already_decided", "该案件已作出决定，新的核对结果不再改变本案；如影响待遇，请按复核办理。")
		}
		facts, err := w.reported(in.Facts)
		if err != nil {
			return err
		}
		if err := w.addFacts(facts); err != nil {
			return err
		}
		data := map[string]any{"report_number": in.Number, "edition": in.Edition, "unanswered": in.Silent, "differences": in.Differences}
		if in.Edition > 1 {
			w.text = fmt.Sprintf("核对报告第 %d 版已出具，案件的核对结果已更新。", in.Edition)
			return w.event("verified", fmt.Sprintf("核对报告 %s 第 %d 版：%s", in.Number, in.Edition, in.Why), data)
		}
		data["conclusion"] = in.Conclusion
		if err := w.leave(actReport, in.Conclusion, data, proof{}); err != nil {
			return err
		}
		w.text = "核对报告已出具。"
		if len(in.Silent) > 0 {
			w.text = fmt.Sprintf("核对报告已出具；%d 个来源没有给出可用的答复，相应事实仍为未知。", len(in.Silent))
		}
		return w.event("verified", "出具核对报告 "+in.Number, data)
	})
}

// reported checks the facts of a report as those that are typed in are.
func (w *work) reported(list []ReportedFact) ([]newFact, error) {
	var c errs.Collector
	out := make([]newFact, 0, len(list))
	for i, f := range list {
		field := fmt.Sprintf("facts[%d]", i)
		if f.PersonID != nil && w.st.member(*f.PersonID) == nil {
			c.Add(field+".person_id", "这名人员不是本案的成员，请从成员中选择。")
			continue
		}
		checkEntry(&c, w.st.pack, f.PersonID == nil, Facts{f.Key: f.Value}, field)
		out = append(out, newFact{person: f.PersonID, key: f.Key, kind: verified, value: f.Value, note: f.Note, source: f.Source})
	}
	return out, c.Err()
}
