package casework

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/task"
)

// draw decides, when the first step opens that asks for it, whether the county must visit (县级入户): always with a
// disclosed near relative (57号 art 20), otherwise by lot with the pack's ratio. The lot is a keyed hash of the case
// number: nobody can choose it, and it can be drawn again in an inspection with the same outcome.
func (w *work) draw(opening *policy.Step) error {
	if w.st.CountyVisit != visitUndrawn || !asksVisit(opening) {
		return nil
	}
	ratio, err := w.s.visitRatio(w.st, w.today)
	if err != nil {
		return err
	}
	lot := w.s.lot(w.st.Number)
	switch {
	case w.st.RelativeDeclared:
		w.st.CountyVisit = visitRelative
	case lot < ratio:
		w.st.CountyVisit = visitDrawn
	default:
		w.st.CountyVisit = visitNotDrawn
	}
	texts := map[string]string{visitRelative: "有近亲属备案，县级必须入户", visitDrawn: "抽中县级入户", visitNotDrawn: "未抽中县级入户"}
	if err := w.event("visit_drawn", texts[w.st.CountyVisit], map[string]any{"lot": lot, "ratio": ratio, "result": w.st.CountyVisit}); err != nil {
		return err
	}
	if w.st.CountyVisit == visitNotDrawn {
		return nil
	}
	return w.visitDuty(opening)
}

func asksVisit(s *policy.Step) bool {
	return slices.ContainsFunc(s.Exits, func(e policy.Exit) bool { return slices.Contains(e.Guards, "county_visited") })
}

// lot is the case's own number between 0 and policy.One-1.
func (s *Service) lot(number string) int64 {
	sum := s.keys.Sign([]byte("county visit " + number))
	return int64(binary.BigEndian.Uint64(sum) % policy.One)
}

// visitRatio is the share of cases that are drawn, in ten-thousandths; a procedure without the setting draws none.
func (s *Service) visitRatio(st *state, today calendar.Date) (int64, error) {
	id := st.proc.Settings["county_visit_sampling"]
	if id == "" {
		return 0, nil
	}
	p, err := st.pack.Parameter(id, st.Division, today, &st.Urban)
	if err != nil {
		return 0, err
	}
	n, _ := p.Value.(int64)
	return n, nil
}

// visitDuty puts the visit into the inbox of those whom the access table lets visit.
func (w *work) visitDuty(opening *policy.Step) error {
	rule, _ := access.Lookup("case.county_visit")
	if len(rule.Grants) == 0 || len(rule.Grants[0].Levels) == 0 {
		return errs.New(errs.Internal, "no_visitor", "系统错误：没有岗位可以办理县级入户。")
	}
	g := rule.Grants[0]
	due := w.today
	if d := w.st.dueOf(opening.Deadline, w.today, 1); d != nil {
		due = *d
	}
	return task.QueueOpen(w.b, w.now, task.Duty{Root: w.st.ID, Kind: taskVisit, Step: taskVisit, Division: w.st.Division, Level: g.Levels[0],
		Role: g.Role, Title: "县级入户", Subject: w.st.subject(), Link: w.st.link(), Due: due})
}

// CountyVisit records the county's own home visit.
func (s *Service) CountyVisit(ctx context.Context, actor access.Actor, id uuid.UUID, in CountyVisitInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.county_visit", version: in.Version, whole: true}, func(w *work) error {
		if !slices.ContainsFunc(w.st.openSteps(), func(o *stepRow) bool { return asksVisit(w.st.proc.Step(o.Step)) }) {
			return refuse("wrong_step", "案件还没有到县级审核环节，暂不登记县级入户。")
		}
		if w.st.CountyVisit == visitDone {
			return refuse("visit_done", "县级入户已经登记过，不能重复登记。")
		}
		for _, step := range []string{stepReview} {
			if w.st.proc.Step(step) != nil {
				if err := w.apart(step); err != nil {
					return err
				}
			}
		}
		if _, err := distinct("visitors", in.Visitors); err != nil {
			return err
		}
		if err := w.visitDay(in.VisitedOn); err != nil {
			return err
		}
		if err := w.st.checkFacts(in.Facts, func(i int) string { return fmt.Sprintf("facts[%d].facts", i) }); err != nil {
			return err
		}
		if err := w.addFacts(flatten(in.Facts, surveyed, "县级入户（"+in.VisitedOn.String()+"）")); err != nil {
			return err
		}
		w.st.CountyVisit = visitDone
		task.QueueCloseKind(w.b, w.now, w.st.ID, taskVisit)
		w.text = "县级入户已登记。"
		return w.event("county_visited", "县级入户（"+in.VisitedOn.Chinese()+"）："+in.Findings,
			map[string]any{"visited_on": in.VisitedOn.String(), "visitors": people(in.Visitors), "facts": len(in.Facts)})
	})
}
