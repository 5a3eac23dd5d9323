package casework

import (
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// proof is what an act brings along to pass guards.
type proof struct {
	reason    string // facts, clause and reason as written
	surveyors int
	signed    bool // surveyors and family have signed
	appraised bool
	notified  *calendar.Date // written reminder of the duty to cooperate
}

// guard refuses, with the way out, what is not yet proved.
type guard func(w *work, p proof) error

var guards = map[string]guard{
	"materials_complete": func(w *work, _ proof) error {
		if n := w.st.unauthorised; n > 0 {
			return refuse("authorisation_missing", "还有 %d 名成员没有签核对授权书，不能受理；请补签授权书，或一次性告知补正。", n)
		}
		return nil
	},
	"relatives_declared": func(w *work, _ proof) error {
		if !w.st.Pledged && !w.st.RelativeDeclared {
			return refuse("pledge_missing", "还没有签承诺书（含近亲属申报），不能受理；请补签后在受理时勾选，或一次性告知补正。")
		}
		return nil
	},
	"verification_reported": func(w *work, _ proof) error {
		return w.needs(stepVerification, "verification_missing", "核对报告还没有出具，不能提出初审意见；请等待核对人员完成核对。")
	},
	"survey_signed": func(w *work, p proof) error {
		if w.step != nil && w.step.Step == stepSurvey {
			if !p.signed {
				return refuse("survey_unsigned", "入户调查表须由调查人和家庭成员签字；家庭成员拒绝签字的，请按不配合处理并书面告知。")
			}
			return nil
		}
		return w.needs(stepSurvey, "survey_missing", "入户调查还没有完成，不能提出初审意见；请先完成入户调查。")
	},
	"two_surveyors": func(w *work, p proof) error {
		if p.surveyors < 2 {
			return refuse("two_surveyors", "入户调查人不得少于两名，且不能是同一人；请补填另一名调查人。")
		}
		return nil
	},
	"notice_elapsed":    (*work).noticeElapsed,
	"no_open_objection": (*work).noOpenObjection,
	"objection_raised":  func(w *work, _ proof) error { return nil }, // the act is the answer to an objection of this case
	"appraisal_recorded": func(w *work, p proof) error {
		return demand(p.appraised, "appraisal_missing", "还没有民主评议记录，请先录入。")
	},
	"county_visited": func(w *work, _ proof) error {
		switch w.st.CountyVisit {
		case visitRelative:
			return refuse("county_visit_needed", "该家庭有近亲属备案，县级必须入户后才能继续办理；请先登记县级入户情况。")
		case visitDrawn:
			return refuse("county_visit_needed", "该案件被抽中县级入户，入户后才能继续办理；请先登记县级入户情况。")
		}
		return nil
	},
	"policy_eligible": (*work).policyEligible,
	"reasons_written": func(w *work, p proof) error {
		return demand(p.reason != "", "reason_missing", "请写明认定的事实、依据的条款和理由。")
	},
	"non_cooperation": func(w *work, p proof) error {
		if p.notified == nil {
			return refuse("reminder_missing", "终止前须先书面告知申请人配合的义务和不配合的后果；请填写书面告知的日期。")
		}
		return nil
	},
	"delegated_town": func(w *work, _ proof) error {
		yes, err := w.s.delegated(w.st.pack, w.st.proc, w.st.Division, w.today)
		if err != nil {
			return err
		}
		return demand(yes, "not_delegated", "该镇街没有被下放确认权，不能在镇街作出决定；请报县级民政部门。")
	},
}

func refuse(code, format string, args ...any) error {
	return errs.New(errs.Conflict, code, format, args...)
}

func demand(ok bool, code, text string) error {
	if ok {
		return nil
	}
	return refuse(code, "%s", text)
}

// prove runs the guards of a step and of its exit.
func (w *work) prove(exit *policy.Exit, p proof) error {
	for _, name := range exit.Guards {
		if err := w.guard(name, p); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) guard(name string, p proof) error {
	g := guards[name]
	if g == nil {
		return errs.New(errs.Unavailable, "unknown_guard", "政策包里的条件 %s 还不能执行，请联系管理员。", name)
	}
	return g(w, p)
}

// needs asks that a step is done and not open again.
func (w *work) needs(step, code, text string) error {
	return demand(w.st.open(step) == nil && w.st.lastDone(step) != nil, code, text)
}

// noticeElapsed asks that a notice of the newest first opinion has hung for all its days.
func (w *work) noticeElapsed(proof) error {
	opinion := w.st.lastDone(stepFirstOpinion)
	posted := w.st.noticePosted
	if posted == nil || opinion == nil || *posted < calendar.DateOf(*opinion.ClosedAt) || opinion.Exit == nil || *opinion.Exit != actGrant {
		return refuse("notice_missing", "本次初审意见还没有公示，不能继续办理；须先公示，确认前可退回镇街重新办理。")
	}
	if w.today <= *w.st.noticeLastDay {
		return refuse("notice_running", "公示到%s才满期限，期满前不能作出决定；请在%s之后办理。", w.st.noticeLastDay.Chinese(), w.st.noticeLastDay.Chinese())
	}
	return nil
}

func (w *work) noOpenObjection(proof) error {
	if n := w.st.openObjections; n > 0 {
		return refuse("objection_open", "还有 %d 件异议没有处理，不能继续办理；请先处理异议（组织评议、重新调查，或说明不成立的理由）。", n)
	}
	return nil
}

func (w *work) policyEligible(proof) error {
	res, err := w.evaluate()
	if err != nil {
		return err
	}
	switch res.Outcome {
	case policy.Eligible:
		return nil
	case policy.NeedsEvidence:
		return refuse("evidence_missing", "政策结论还缺证据（%s），不能同意；请补充核对或调查，或在初审时采信已有的来源。", missingText(res, w.st))
	}
	return refuse("not_eligible", "按政策不符合条件（%s），不能同意；请改为不予确认，或核对事实。", failedText(res))
}
