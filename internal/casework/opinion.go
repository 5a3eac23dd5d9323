package casework

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// FirstOpinion is the township's opinion (初审, 57号 art 18-19). Where the sources of a fact differ, one must be adopted by
// name; nothing that differs is passed over in silence. Agreeing needs a policy result of "eligible" on the adopted
// facts; proposing to refuse needs a reason and goes to the county.
func (s *Service) FirstOpinion(ctx context.Context, actor access.Actor, id uuid.UUID, in FirstOpinionInput) (CaseState, error) {
	return s.do(ctx, actor, id, act{action: "case.first_opinion", step: stepFirstOpinion, version: in.Version, whole: true}, func(w *work) error {
		for _, g := range w.st.proc.Step(stepFirstOpinion).Guards {
			if err := w.guard(g, proof{}); err != nil {
				return err
			}
		}
		if in.Outcome == "resurvey" {
			return w.sendBack(stepFirstOpinion, actResurvey, in.Reason)
		}
		if err := w.adopt(in.Adopted); err != nil {
			return err
		}
		res, err := w.evaluate()
		if err != nil {
			return err
		}
		data := opinionData(res, in)
		if in.Outcome == "refuse" {
			if err := w.leave(actProposeRefuse, in.Reason, data, proof{reason: strings.TrimSpace(in.Reason)}); err != nil {
				return err
			}
			w.text = "已提出不予确认的初审意见。"
			return w.event("opinion_refuse", "初审：拟不予确认。"+in.Reason, data)
		}
		if err := w.leave(actGrant, in.Reason, data, proof{reason: in.Reason}); err != nil {
			return err
		}
		w.text = "已提出同意的初审意见，已报下一步办理。"
		if w.st.open(stepNotice) != nil {
			w.text = "已提出同意的初审意见，请张贴公示。"
		}
		return w.event("opinion_agree", "初审：拟同意", data)
	})
}

func opinionData(res *policy.Result, in FirstOpinionInput) map[string]any {
	return map[string]any{"outcome": in.Outcome, "policy_outcome": res.Outcome, "amount_fen": res.AmountFen, "adopted": len(in.Adopted)}
}

// sendBack leaves a step towards an earlier one; it needs a reason.
func (w *work) sendBack(step, action, reason string) error {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return errs.Bad("reason", "请写明退回的理由和要补充调查的内容。")
	}
	name := w.st.stepName(step)
	if err := w.leave(action, reason, nil, proof{reason: reason}); err != nil {
		return err
	}
	w.text = "已退回，请按意见重新办理。"
	return w.event("returned", name+"退回："+reason, nil)
}

// adopt records which source is believed (采信) and refuses while a difference is left open.
func (w *work) adopt(list []AdoptedFact) error {
	var c errs.Collector
	var facts []newFact
	sides := w.st.sides()
	find := func(a AdoptedFact) *side {
		for i := range sides {
			if sides[i].key == a.Key && samePerson(sides[i].person, a.PersonID) {
				return &sides[i]
			}
		}
		return nil
	}
	for i, a := range list {
		field := fmt.Sprintf("adopted[%d]", i)
		s := find(a)
		if s == nil || s.of[a.Kind] == nil {
			c.Add(field+".kind", "这一事实没有%s来源，请从已有的来源中选择。", kindNames[a.Kind])
			continue
		}
		facts = append(facts, newFact{person: a.PersonID, key: a.Key, kind: adopted, value: s.of[a.Kind].Value, note: a.Note,
			source: kindNames[a.Kind] + "：" + s.of[a.Kind].Source})
	}
	if err := c.Err(); err != nil {
		return err
	}
	if err := w.addFacts(facts); err != nil {
		return err
	}
	for _, s := range w.st.sides() {
		if s.unexplained() {
			c.Add("adopted", "%s各来源不一致，请选择采信哪一个。", w.st.factName(s))
		}
	}
	if err := c.Err(); err != nil {
		e := errs.As(err)
		e.Code = "differences_open"
		return e
	}
	return nil
}

// factName names a fact with its member for a message.
func (st *state) factName(s side) string {
	of := policy.OfHousehold
	who := "家庭的"
	if s.person != nil {
		of, who = policy.OfMember, ""
		if m := st.member(*s.person); m != nil {
			who = m.Name + "的"
		}
	}
	if f := st.pack.Fact(of, s.key); f != nil {
		return who + f.Label
	}
	return who + s.key
}
