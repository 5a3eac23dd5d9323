package casework

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// Verify records the verification report (核对报告, 57号 art 17): what each source answered about whom. A source that did
// not answer leaves its facts unknown, which is recorded and is not zero.
func (s *Service) Verify(ctx context.Context, actor access.Actor, id uuid.UUID, in VerificationInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.verify", step: stepVerification, version: in.Version, whole: true}, func(w *work) error {
		facts, silent, err := w.answers(in.Answers)
		if err != nil {
			return err
		}
		if err := w.addFacts(facts); err != nil {
			return err
		}
		data := map[string]any{"report_number": in.ReportNumber, "conclusion": in.Conclusion, "sources": sourcesOf(in.Answers), "unanswered": silent}
		if err := w.leave(actReport, in.Conclusion, data, proof{}); err != nil {
			return err
		}
		w.paper(stepVerification, "verification_report")
		w.text = "核对报告已录入。"
		if len(silent) > 0 {
			w.text = fmt.Sprintf("核对报告已录入；%d 个来源没有答复，相应事实仍为未知。", len(silent))
		}
		return w.event("verified", "出具核对报告 "+in.ReportNumber, map[string]any{"report_number": in.ReportNumber, "unanswered": silent})
	})
}

// answers checks the report and turns it into facts. Two sources that speak of the same fact must be brought together by
// the officer before the report is entered.
func (w *work) answers(list []SourceAnswer) (facts []newFact, silent []string, err error) {
	var c errs.Collector
	seen := map[string]string{}
	silent = []string{}
	for i, a := range list {
		field := fmt.Sprintf("answers[%d]", i)
		if a.QueriedOn > w.today {
			c.Add(field+".queried_on", "查询日期不能晚于今天，请核对。")
		}
		if a.PersonID != nil && w.st.member(*a.PersonID) == nil {
			c.Add(field+".person_id", "这名人员不是本案的成员，请从成员中选择。")
			continue
		}
		checkEntry(&c, w.st.pack, a.PersonID == nil, a.Facts, field+".facts")
		note := a.Note
		if !a.Answered {
			silent = append(silent, a.Source)
			if note == "" {
				note = a.Source + "未答复"
			}
		}
		for _, key := range sortedKeys(a.Facts) {
			who := key
			if a.PersonID != nil {
				who = a.PersonID.String() + key
			}
			if other, twice := seen[who]; twice {
				c.Add(field+".facts."+key, "同一事实已由%s给出；请先核实，合并成一个结果再录入。", other)
				continue
			}
			seen[who] = a.Source
			value := a.Facts[key]
			if !a.Answered {
				value = nil
			}
			facts = append(facts, newFact{person: a.PersonID, key: key, kind: verified, value: value, note: note,
				source: a.Source + "（" + a.QueriedOn.String() + "）"})
		}
	}
	return facts, silent, c.Err()
}

func sourcesOf(list []SourceAnswer) []map[string]any {
	out := make([]map[string]any, len(list))
	for i, a := range list {
		out[i] = map[string]any{"source": a.Source, "person_id": a.PersonID, "queried_on": a.QueriedOn.String(), "answered": a.Answered}
	}
	return out
}
