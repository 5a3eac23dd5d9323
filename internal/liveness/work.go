package liveness

import (
	"context"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// claimed is how many sessions one look takes, and atOnce how many of them are asked about at a time.
const (
	claimed = 32
	atOnce  = 4
)

// rest is when the provider is asked again after it failed many times running.
type rest struct {
	mu     sync.Mutex
	faults int
	until  time.Time
}

const (
	tired   = 5
	restFor = 30 * time.Second
)

func (r *rest) over(now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return !now.Before(r.until)
}

func (r *rest) note(now time.Time, failed bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !failed {
		r.faults = 0
		return
	}
	if r.faults++; r.faults >= tired {
		r.faults, r.until = 0, now.Add(restFor)
	}
}

// work does what is due until nothing is, or the shift is over.
func (s *Service) work(ctx context.Context) error {
	for ctx.Err() == nil {
		done := 0
		for _, step := range []func(context.Context) (int, error){s.overdue, s.openSessions, s.exchange, s.openVisits, s.settle} {
			n, err := step(ctx)
			if err != nil {
				return err
			}
			done += n
		}
		if done == 0 {
			return nil
		}
	}
	return nil
}

// openSessions gives a session to everybody who waits for an invitation.
func (s *Service) openSessions(ctx context.Context) (n int, err error) {
	if s.settings.Provider == nil {
		return 0, nil
	}
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `with picked as (
  select l.campaign_id, l.person_id, gen_random_uuid() as session from liveness_person l join liveness_campaign c on c.id = l.campaign_id and c.state = 'running'
  where l.state = 'waiting' and l.session_id is null and l.due >= $2 order by l.due, l.campaign_id, l.person_id limit 500 for update of l skip locked
), marked as (
  update liveness_person l set session_id = k.session from picked k where l.campaign_id = k.campaign_id and l.person_id = k.person_id
  returning l.person_id, l.session_id, l.campaign_id, l.division, l.invitation
)
insert into liveness_session (person_id, id, campaign_id, division, invitation, state, next_at, created_at)
select person_id, session_id, campaign_id, division, invitation, 'asked', $1, $1 from marked`, s.now(), s.today())
		n = int(tag.RowsAffected())
		return err
	})
	return n, err
}

// overdue ends what the last day of its invitation has passed over: a session that the provider never opened is unreached, one
// that it says nothing about for a day more is silent. Both are visited.
func (s *Service) overdue(ctx context.Context) (n int, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		now, today := s.now(), s.today()
		tag, err := tx.Exec(ctx, `with late as (
  select l.campaign_id, l.person_id, l.session_id, case when s.state = 'open' then 'silent' else 'unreached' end as why
  from liveness_person l join liveness_campaign c on c.id = l.campaign_id and c.state = 'running'
  left join liveness_session s on s.person_id = l.person_id and s.id = l.session_id
  where l.state in ('waiting', 'invited') and (l.due < $2::date - 1 or l.due < $2 and s.state is distinct from 'open')
  order by l.campaign_id, l.person_id limit 500 for update of l skip locked
), ended as (
  update liveness_session s set state = t.why, ended_at = $1 from late t where s.person_id = t.person_id and s.id = t.session_id and s.state in ('asked', 'open')
)
update liveness_person l set state = 'visiting', why = t.why from late t where l.campaign_id = t.campaign_id and l.person_id = t.person_id`, now, today)
		n = int(tag.RowsAffected())
		return err
	})
	return n, err
}

// settle ends the campaigns in which nobody is asked, visited or decided on any more.
func (s *Service) settle(ctx context.Context) (n int, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `update liveness_campaign c set state = 'ended', ended_at = $1, version = version + 1 where c.state = 'running' and not exists (
  select from liveness_person l where l.campaign_id = c.id and (l.state in ('waiting', 'invited', 'visiting') or l.state in ('moved', 'dead', 'not_found') and l.decided_at is null))`, s.now())
		return err
	})
	return 0, err
}
