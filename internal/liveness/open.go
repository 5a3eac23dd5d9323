package liveness

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/task"
)

// Kinds of duty in the inbox.
const (
	taskVisit  = "liveness_visit"
	taskDecide = "liveness_decide"
)

var whyText = map[string]string{"failed": "人脸认证未通过", "silent": "到期没有认证", "no_phone": "没有登记手机", "unauthorised": "没有活体认证授权",
	"unreached": "认证服务没有受理", "cannot": "本人不能使用手机"}

// openVisits gives those who are to be visited a day and puts the visit into an inbox: of the village's assistant, or of the town's
// clerk where the village has none.
func (s *Service) openVisits(ctx context.Context) (n int, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		n = 0
		rows, err := tx.Query(ctx, `select l.campaign_id, l.person_id, l.division, l.name, l.why, c.visit_days,
  exists (select from staff_assignment a join staff f on f.id = a.staff_id where a.division = l.division and a.role = $1 and a.until is null and f.status = 'active')
from liveness_person l join liveness_campaign c on c.id = l.campaign_id and c.state = 'running'
where l.state = 'visiting' and l.visit_id is null order by l.campaign_id, l.person_id limit 500 for update of l skip locked`, string(access.VillageAssistant))
		if err != nil {
			return err
		}
		now, today := s.now(), s.today()
		b := &pgx.Batch{}
		var campaign, person uuid.UUID
		var place int64
		var name, why string
		var days int
		var assistant bool
		var campaigns, persons, visits []uuid.UUID
		var dues []calendar.Date
		var roles []string
		if _, err := pgx.ForEachRow(rows, []any{&campaign, &person, &place, &name, &why, &days, &assistant}, func() error {
			n++
			role, level := access.TownClerk, access.Town
			if assistant && division.LevelOf(place) == division.Village {
				role, level = access.VillageAssistant, access.Village
			}
			id, due := uuid.Must(uuid.NewV7()), calendar.DueWorking(today, days)
			campaigns, persons, visits = append(campaigns, campaign), append(persons, person), append(visits, id)
			dues, roles = append(dues, due), append(roles, string(role))
			return task.QueueOpen(b, now, task.Duty{Root: id, Kind: taskVisit, Step: taskVisit, Division: place, Level: level, Role: role, Title: "入户核查",
				Subject: name + "（" + whyText[why] + "）", Link: "/liveness/visits", Due: due})
		}); err != nil || n == 0 {
			return err
		}
		b.Queue(`update liveness_person l set visit_id = u.visit, visit_due = u.due, visit_role = u.role
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::text[]) as u(campaign, person, visit, due, role) where l.campaign_id = u.campaign and l.person_id = u.person`,
			campaigns, persons, visits, dues, roles)
		return tx.SendBatch(ctx, b).Close()
	})
	return n, err
}
