package liveness

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

// lease is how long a request may be under way before another process asks again, about the same session.
const lease = 60 * time.Second

// request is one request that is on the books.
type request struct {
	person, session uuid.UUID
	start           bool // else: how does it stand
	idNumber, name  string
	asks, faults    int
	due             calendar.Date
}

const claimDue = `with picked as (
  select s.person_id, s.id from liveness_session s where s.state in ('asked', 'open') and s.next_at <= $1 order by s.next_at, s.id limit $2 for update skip locked
)
select s.person_id, s.id, s.campaign_id, s.division, s.state = 'asked', s.asks, s.faults, l.due, p.id_sealed, p.name, a.id
from picked k join liveness_session s on s.person_id = k.person_id and s.id = k.id
join liveness_person l on l.campaign_id = s.campaign_id and l.person_id = s.person_id join person p on p.id = s.person_id
left join lateral (select id from authorisation a where a.person_id = s.person_id and a.purpose = 'liveness' and a.withdrawn_at is null
  and a.valid_from <= $3::date and (a.valid_until is null or a.valid_until >= $3::date) order by a.signed_on desc, a.id desc limit 1) a on true
order by s.next_at, s.id`

// claim takes the next requests; each is on the books when it returns. Whoever has withdrawn the authorisation is visited, which
// is audited.
func (s *Service) claim(ctx context.Context) (out []request, n int, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		out, n = nil, 0
		now := s.now()
		rows, err := tx.Query(ctx, claimDue, now, claimed, s.today())
		if err != nil {
			return err
		}
		var persons, sessions, authorisations []uuid.UUID
		var refused []refusedOne
		var divisions []int64
		var attempts []int32
		var kinds []string
		var r request
		var campaign uuid.UUID
		var place int64
		var sealed []byte
		var authorisation *uuid.UUID
		if _, err := pgx.ForEachRow(rows, []any{&r.person, &r.session, &campaign, &place, &r.start, &r.asks, &r.faults, &r.due, &sealed, &r.name, &authorisation}, func() error {
			n++
			if authorisation == nil {
				refused = append(refused, refusedOne{r.person, r.session, campaign, place})
				return nil
			}
			one := r
			if one.idNumber, err = s.keys.Open(fieldID, sealed); err != nil {
				return err
			}
			kind := "result"
			if r.start {
				kind = "start"
			}
			out = append(out, one)
			persons, sessions, authorisations = append(persons, r.person), append(sessions, r.session), append(authorisations, *authorisation)
			divisions, attempts, kinds = append(divisions, place), append(attempts, int32(r.asks+1)), append(kinds, kind)
			return nil
		}); err != nil {
			return err
		}
		b := &pgx.Batch{}
		if len(persons) > 0 {
			b.Queue(`insert into liveness_ask (person_id, session_id, attempt, division, kind, authorisation_id, asked_at)
select u.person, u.session, u.attempt, u.division, u.kind, u.authorisation, $1
from unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::text[], $7::uuid[]) as u(person, session, attempt, division, kind, authorisation)`,
				now, persons, sessions, attempts, divisions, kinds, authorisations)
			b.Queue(`update liveness_session s set asks = s.asks + 1, next_at = $1 from unnest($2::uuid[], $3::uuid[]) as u(person, session)
where s.person_id = u.person and s.id = u.session`, now.Add(lease), persons, sessions)
		}
		for _, one := range refused {
			b.Queue(`update liveness_session set state = 'void', ended_at = $3, fault = '没有有效的活体认证授权' where person_id = $1 and id = $2`, one.person, one.session, now)
			b.Queue(`update liveness_person set state = 'visiting', why = 'unauthorised' where campaign_id = $1 and person_id = $2 and state in ('waiting', 'invited')`, one.campaign, one.person)
			if err := audit.Queue(b, now, system, audit.Event{Action: "liveness.ask", ObjectKind: "person", ObjectID: one.person.String(), Root: one.person, Division: one.division,
				After: map[string]any{"refused": "没有有效的活体认证授权", "session": one.session}}); err != nil {
				return err
			}
		}
		return tx.SendBatch(ctx, b).Close()
	})
	return out, n, err
}

type refusedOne struct {
	person, session, campaign uuid.UUID
	division                  int64
}

// exchange asks the provider what is due.
func (s *Service) exchange(ctx context.Context) (int, error) {
	if s.settings.Provider == nil || !s.rest.over(s.now()) {
		return 0, nil
	}
	list, n, err := s.claim(context.WithoutCancel(ctx)) // cut off at its commit, it would be on the books and never leave
	if err != nil || n == 0 {
		return 0, err
	}
	var group sync.WaitGroup
	var next atomic.Int64
	fail := make(chan error, atOnce)
	for range min(atOnce, len(list)) {
		group.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(list) {
					return
				}
				if err := s.ask(context.WithoutCancel(ctx), list[i]); err != nil {
					fail <- err
					return
				}
			}
		})
	}
	group.Wait()
	close(fail)
	return n, <-fail
}

// ask sends one request and writes down what came of it. What the provider does not do now is asked again, later each time, until
// the invitation is over.
func (s *Service) ask(ctx context.Context, r request) error {
	var err error
	if r.start {
		var url string
		in := exchange.LivenessStart{Version: exchange.Version, Session: r.session, IDNumber: r.idNumber, Name: r.name, Callback: s.settings.Callback}
		if url, err = s.settings.Provider.Start(ctx, in); err == nil {
			s.rest.note(s.now(), false)
			return s.opened(ctx, r, url)
		}
	} else {
		var result exchange.LivenessResult
		if result, err = s.settings.Provider.Result(ctx, r.session); err == nil {
			s.rest.note(s.now(), false)
			if result.State == exchange.LivenessPending {
				return s.pending(ctx, r)
			}
			var done Recorded
			if done, err = s.Record(ctx, result); err != nil {
				return err
			}
			if len(done.Rejected) == 0 {
				return nil
			}
			err = &exchange.Fault{Kind: exchange.BadAnswer, Detail: done.Rejected[0]}
		}
	}
	var f *exchange.Fault
	if !errors.As(err, &f) {
		f = &exchange.Fault{Kind: exchange.Down, Detail: "无法送达", Cause: err}
	}
	s.rest.note(s.now(), f.Status != 404)
	slog.WarnContext(ctx, "liveness: the provider failed", "kind", f.Kind, "detail", f.Detail, "session", r.session)
	return s.faulted(ctx, r, f)
}

func (s *Service) opened(ctx context.Context, r request, url string) error {
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		b := &pgx.Batch{}
		b.Queue(`update liveness_session set state = 'open', url_sealed = $3, next_at = $4, faults = 0, fault = '' where person_id = $1 and id = $2 and state = 'asked'`,
			r.person, r.session, s.keys.SealBytes(fieldURL, []byte(url)), s.now().Add(firstLook))
		b.Queue(`update liveness_person set state = 'invited' where person_id = $1 and session_id = $2 and state = 'waiting'`, r.person, r.session)
		return tx.SendBatch(ctx, b).Close()
	})
}

// How often a session is looked at where no callback tells: soon at first, then ever less.
const (
	firstLook = 15 * time.Second
	lastLook  = time.Hour
)

func (s *Service) pending(ctx context.Context, r request) error {
	if s.today() > r.due {
		return s.db.InTx(ctx, system, func(tx pgx.Tx) error { return s.silent(ctx, tx, r.person, r.session) })
	}
	wait := min(firstLook<<min(r.asks, 12), lastLook)
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `update liveness_session set next_at = $3, faults = 0, fault = '' where person_id = $1 and id = $2 and state = 'open'`, r.person, r.session, s.now().Add(wait))
		return err
	})
}

// faulted puts a request back. A session that the provider has lost is opened again under its id.
func (s *Service) faulted(ctx context.Context, r request, f *exchange.Fault) error {
	wait := max(min(20*time.Second<<min(r.faults, 12), lastLook), f.RetryAfter)
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `update liveness_session set next_at = $3, faults = faults + 1, fault = left($4, 200), state = case when $5 then 'asked' else state end
where person_id = $1 and id = $2 and state in ('asked', 'open')`, r.person, r.session, s.now().Add(wait), faultText[f.Kind]+"："+f.Detail, !r.start && f.Status == 404)
		if err == nil && f.Kind == exchange.Forged {
			err = audit.Write(ctx, tx, s.now(), system, audit.Event{Action: "liveness.ask", ObjectKind: "exchange_source", ObjectID: exchange.Liveness, After: map[string]any{"distrusted": f.Detail}})
		}
		return err
	})
}

// What officers read.
var faultText = map[exchange.FaultKind]string{
	exchange.Down: "认证服务无法连接", exchange.Slow: "认证服务没有按时答复", exchange.Busy: "认证服务繁忙", exchange.Refused: "认证服务不受理",
	exchange.BadAnswer: "认证服务的答复不合格式", exchange.Forged: "认证服务的答复签名不符",
}

// score is what the provider gave, or nothing.
func score(n json.Number) any {
	if n == "" {
		return nil
	}
	f, err := n.Float64()
	if err != nil {
		return nil
	}
	return f
}
