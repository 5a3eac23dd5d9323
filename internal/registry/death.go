package registry

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// Death is a person's death as recorded.
type Death struct {
	Version int
	Date    calendar.Date
	Source  string // where it is known from: 死亡证明, 火化证明, 公安注销户口 …
}

// RecordDeath records a death: the person leaves the household on the day after. A household whose head died waits for
// a new one (57号: after a death the change is done within three months; that deadline is casework's). Recording
// it again corrects the date only.
func (s *Service) RecordDeath(ctx context.Context, actor access.Actor, person uuid.UUID, in Death) (PersonDetail, error) {
	if err := access.Check(actor, "person.write", access.Listing); err != nil {
		return PersonDetail{}, err
	}
	var out PersonDetail
	err := s.change(ctx, actor, func(tx pgx.Tx, q *registrydb.Queries) error {
		p, err := s.personForUpdate(ctx, q, actor, person, "person.write")
		if err != nil {
			return err
		}
		if int(p.Version) != in.Version {
			return stale("人员档案")
		}
		if in.Date > s.today() || in.Date < p.Birth {
			return errs.Bad("death_date", "死亡日期不能早于出生日期，也不能晚于今天，请核对。")
		}
		before := p
		p.DeathDate, p.UpdatedAt = &in.Date, s.now()
		if err := s.save(ctx, tx, q, actor, before, &p); err != nil {
			return err
		}
		if err := s.bury(ctx, tx, q, actor, p, in); err != nil {
			return err
		}
		out, err = s.detail(p)
		return err
	})
	return out, err
}

// bury takes a dead person out of the household, on the day after the death or on the day of joining where that is later.
func (s *Service) bury(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, p registrydb.Person, in Death) error {
	at, err := q.PresentHouseholds(ctx, []uuid.UUID{p.ID})
	if err != nil || len(at) == 0 || at[0].HouseholdID == nil {
		return err
	}
	h, err := q.HouseholdForUpdate(ctx, *at[0].HouseholdID)
	if err != nil {
		return missing(err, "该家庭")
	}
	members, err := q.OpenMembers(ctx, h.ID)
	if err != nil {
		return err
	}
	until := in.Date.AddDays(1)
	for _, m := range members {
		if m.PersonID == p.ID {
			until = max(until, m.Since)
		}
	}
	return s.release(ctx, tx, q, actor, h, p, len(members) == 1, until, 0, "去世（"+in.Source+"）")
}
