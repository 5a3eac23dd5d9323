package liveness

import (
	"context"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// Cancel stops a campaign: nobody is asked or visited any more, what has come stays. Cancelling twice changes nothing.
func (s *Service) Cancel(ctx context.Context, actor access.Actor, id uuid.UUID, in LivenessReasonInput) (LivenessCampaign, error) {
	reason := strings.TrimSpace(in.Reason)
	err := s.changeCampaign(ctx, actor, id, func(tx pgx.Tx, c *campaign) error {
		switch {
		case c.state == "cancelled":
			return nil
		case c.state == "ended":
			return errs.New(errs.Conflict, "ended", "这个认证批次已经结束，不能再取消。")
		case reason == "":
			return errs.Bad("reason", "请写明为什么取消。")
		}
		now := s.now()
		b := &pgx.Batch{}
		b.Queue(`update task set closed_at = $2 where closed_at is null and kind = $3 and root_id in (select visit_id from liveness_person where campaign_id = $1 and state = 'visiting' and visit_id is not null)`, id, now, taskVisit)
		b.Queue(`update liveness_session s set state = 'void', ended_at = $2, fault = '批次已取消' from liveness_person l
where l.campaign_id = $1 and s.person_id = l.person_id and s.id = l.session_id and s.state in ('asked', 'open')`, id, now)
		b.Queue(`update liveness_person set state = 'cancelled', ended_at = $2 where campaign_id = $1 and state in ('waiting', 'invited', 'visiting')`, id, now)
		b.Queue(`update liveness_campaign set state = 'cancelled', reason = $3, ended_at = $2, version = version + 1 where id = $1`, id, now, reason)
		if err := audit.Queue(b, now, actor, audit.Event{Action: "liveness.manage", ObjectKind: "liveness_campaign", ObjectID: c.number, Root: id, Division: c.division,
			After: map[string]any{"cancelled": reason}}); err != nil {
			return err
		}
		return tx.SendBatch(ctx, b).Close()
	})
	if err != nil {
		return LivenessCampaign{}, err
	}
	return s.Get(ctx, actor, id)
}

// LivenessAgain says how many were invited again.
type LivenessAgain struct {
	Invited int `json:"invited"`
}

// again is who may be invited a second time: failed, silent or unreached, not visited yet, with phone and authorisation.
const again = `with picked as (
  select l.campaign_id, l.person_id, l.visit_id from liveness_person l where l.campaign_id = $1 and l.state = 'visiting' and l.why in ('failed', 'silent', 'unreached')
    and l.invitation = 1 and l.phone and ($2::uuid[] is null or l.person_id = any($2))
    and exists (select from authorisation a where a.person_id = l.person_id and a.purpose = 'liveness' and a.withdrawn_at is null
      and a.valid_from <= $3::date and (a.valid_until is null or a.valid_until >= $3::date))
  for update of l
), closed as (
  update task t set closed_at = $4 from picked k where t.root_id = k.visit_id and t.closed_at is null
)
update liveness_person l set state = 'waiting', invitation = 2, session_id = null, visit_id = null, visit_due = null, visit_role = '', due = $5
from picked k where l.campaign_id = k.campaign_id and l.person_id = k.person_id`

// InviteAgain gives those who failed or stayed silent and were not visited yet a second invitation with a new last day; their visit
// waits for it. Nobody gets a third. Empty people: all who may.
func (s *Service) InviteAgain(ctx context.Context, actor access.Actor, id uuid.UUID, people []uuid.UUID) (out LivenessAgain, err error) {
	err = s.changeCampaign(ctx, actor, id, func(tx pgx.Tx, c *campaign) error {
		if c.state != "running" {
			return errs.New(errs.Conflict, "not_running", "这个认证批次没有在进行，不能再次邀请。")
		}
		t, err := s.terms(c.division)
		if err != nil {
			return err
		}
		due := s.dueOf(&LivenessInput{}, t)
		var only any
		if len(people) > 0 {
			only = people
		}
		tag, err := tx.Exec(ctx, again, id, only, s.today(), s.now(), due)
		if err != nil {
			return err
		}
		if out.Invited = int(tag.RowsAffected()); out.Invited == 0 {
			return nil
		}
		if err := audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "liveness.manage", ObjectKind: "liveness_campaign", ObjectID: c.number, Root: id, Division: c.division,
			After: map[string]any{"invited_again": out.Invited, "due": due.String()}}); err != nil {
			return err
		}
		return s.jobs.Insert(ctx, tx, WorkArgs{})
	})
	return out, err
}
