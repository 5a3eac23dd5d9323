package liveness

import (
	"context"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
)

// LivenessVisitInput is what a home visit found.
type LivenessVisitInput struct {
	ID        uuid.UUID     `json:"id" doc:"made by the client, so that a second submit records nothing twice"`
	Result    string        `json:"result" enum:"alive,proxy,moved,dead,not_found"`
	VisitedOn calendar.Date `json:"visited_on"`
	Note      string        `json:"note,omitempty" maxLength:"500" doc:"needed for every result but alive"`
	Proxy     string        `json:"proxy,omitempty" maxLength:"100" doc:"who testified for a person who could not be seen, and how related"`
}

// Visit records what a home visit found and ends it. Alive, or testified to by somebody else with a reason, is a proof of life;
// moved, dead or not found becomes a duty of the town's clerk and changes no benefit. The same visit again changes nothing. Errors:
// a visit that somebody else has recorded, a day outside the campaign, each with its field.
func (s *Service) Visit(ctx context.Context, actor access.Actor, id, person uuid.UUID, in LivenessVisitInput) error {
	return s.change(ctx, actor, "liveness.visit", id, person, func(tx pgx.Tx, p *someone) error {
		if p.result != nil && *p.result == in.ID {
			return nil
		}
		if p.stands != "visiting" {
			return errs.New(errs.Conflict, "not_visiting", "%s", notVisiting[p.stands])
		}
		if err := s.checkVisit(&in, p); err != nil {
			return err
		}
		now := s.now()
		b := &pgx.Batch{}
		proved := in.Result == "alive" || in.Result == "proxy"
		var decide *calendar.Date
		if !proved {
			d := calendar.DueWorking(s.today(), p.decide)
			decide = &d
		}
		b.Queue(`update liveness_person set state = $3, result_id = $4, visited_on = $5, visited_by = $6, note = $7, proxy = $8, ended_at = $9, decide_due = $10
where campaign_id = $1 and person_id = $2`, id, person, in.Result, in.ID, in.VisitedOn, actor.Name, in.Note, in.Proxy, now, decide)
		if p.session != nil {
			b.Queue(void, person, *p.session, now, "已入户核查")
		}
		if p.visit != nil {
			task.QueueCloseAll(b, now, *p.visit)
		}
		if proved {
			how := map[string]string{"alive": "visit", "proxy": "proxy"}[in.Result]
			queueProof(b, id, person, p.place, in.VisitedOn, how)
		} else if err := task.QueueOpen(b, now, task.Duty{Root: in.ID, Kind: taskDecide, Step: taskDecide, Division: p.place, Level: access.Town, Role: access.TownClerk,
			Title: "处理核查结果", Subject: p.name + "（" + resultText[in.Result] + "）", Link: "/liveness/" + id.String(), Due: *decide}); err != nil {
			return err
		}
		if err := audit.Queue(b, now, actor, audit.Event{Action: "liveness.visit", ObjectKind: "person", ObjectID: person.String(), Root: person, Division: p.place,
			After: map[string]any{"campaign": p.number, "result": in.Result, "visited_on": in.VisitedOn.String(), "proxy": in.Proxy != ""}}); err != nil {
			return err
		}
		if err := tx.SendBatch(ctx, b).Close(); err != nil {
			return err
		}
		return s.jobs.Insert(ctx, tx, WorkArgs{})
	})
}

var resultText = map[string]string{"alive": "本人健在", "proxy": "他人证明健在", "moved": "已迁走", "dead": "已去世", "not_found": "没有找到"}

var notVisiting = map[string]string{"waiting": "这名人员还在等待手机认证。本人不能使用手机的，请先改为入户核查。", "invited": "这名人员还在等待手机认证。本人不能使用手机的，请先改为入户核查。",
	"passed": "这名人员已通过手机认证，不需要入户。", "cancelled": "这个认证批次已经取消，不需要再入户。", "alive": alreadyVisited, "proxy": alreadyVisited, "moved": alreadyVisited,
	"dead": alreadyVisited, "not_found": alreadyVisited}

const alreadyVisited = "这次入户核查已由别人登记，没有重复登记。请刷新列表。"

func (s *Service) checkVisit(in *LivenessVisitInput, p *someone) error {
	var c errs.Collector
	if in.ID == uuid.Nil {
		c.Add("id", "缺少这次登记的编号，请刷新页面后重试。")
	}
	in.Note, in.Proxy = strings.TrimSpace(in.Note), strings.TrimSpace(in.Proxy)
	if resultText[in.Result] == "" {
		c.Add("result", "请选择核查结果。")
	}
	switch today := s.today(); {
	case in.VisitedOn == 0:
		c.Add("visited_on", "请填写入户日期。")
	case in.VisitedOn > today:
		c.Add("visited_on", "入户日期 %s 在今天之后，请核对。", in.VisitedOn)
	case in.VisitedOn < p.started:
		c.Add("visited_on", "入户日期 %s 早于本批次发起的 %s，请填本批次内的入户日期。", in.VisitedOn, p.started)
	}
	if in.Result != "alive" && in.Note == "" {
		c.Add("note", "请写明情况：怎样得知、向谁了解。")
	}
	switch {
	case in.Result == "proxy" && in.Proxy == "":
		c.Add("proxy", "请写明证明人的姓名和与本人的关系。")
	case in.Result != "proxy":
		in.Proxy = ""
	}
	return c.Err()
}

// LivenessReasonInput is a reason.
type LivenessReasonInput struct {
	Reason string `json:"reason" maxLength:"200"`
}

// ByVisit sends the assistant or the clerk to somebody who cannot use a phone, in place of the invitation. Doing it twice changes
// nothing.
func (s *Service) ByVisit(ctx context.Context, actor access.Actor, id, person uuid.UUID, in LivenessReasonInput) error {
	reason := strings.TrimSpace(in.Reason)
	return s.change(ctx, actor, "liveness.visit", id, person, func(tx pgx.Tx, p *someone) error {
		if p.stands == "visiting" {
			return nil
		}
		if p.stands != "waiting" && p.stands != "invited" {
			return errs.New(errs.Conflict, "ended", "这名人员的认证已经办结，不能再改为入户。请刷新列表。")
		}
		if reason == "" {
			return errs.Bad("reason", "请写明本人为什么不能用手机认证。")
		}
		now := s.now()
		b := &pgx.Batch{}
		b.Queue(`update liveness_person set state = 'visiting', why = 'cannot', why_note = $3 where campaign_id = $1 and person_id = $2`, id, person, reason)
		if p.session != nil {
			b.Queue(void, person, *p.session, now, "改为入户核查")
		}
		if err := audit.Queue(b, now, actor, audit.Event{Action: "liveness.visit", ObjectKind: "person", ObjectID: person.String(), Root: person, Division: p.place,
			After: map[string]any{"campaign": p.number, "by_visit": reason}}); err != nil {
			return err
		}
		if err := tx.SendBatch(ctx, b).Close(); err != nil {
			return err
		}
		return s.jobs.Insert(ctx, tx, WorkArgs{})
	})
}
