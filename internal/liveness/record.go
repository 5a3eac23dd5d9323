package liveness

import (
	"bytes"
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/task"
)

// Recorded says what became of a result.
type Recorded struct {
	Taken    int      // results that now stand
	Again    int      // results that stood before: nothing changed
	Rejected []string // why one was not taken, in Chinese, without personal data
}

type subject struct {
	campaign, person, session uuid.UUID
	division                  int64
	sessionState              string
	created                   time.Time
	state                     string
	current, running          bool
	blind                     []byte
	authorised                bool
	visit                     *uuid.UUID
}

const lockSession = `select s.campaign_id, s.person_id, s.id, s.division, s.state, s.created_at, l.state, l.session_id is not distinct from s.id, c.state = 'running', p.id_blind,
  exists (select from authorisation a where a.person_id = s.person_id and a.purpose = 'liveness' and a.withdrawn_at is null and a.valid_from <= $2::date
    and (a.valid_until is null or a.valid_until >= $2::date)), l.visit_id
from liveness_session s join liveness_person l on l.campaign_id = s.campaign_id and l.person_id = s.person_id
join liveness_campaign c on c.id = s.campaign_id join person p on p.id = s.person_id
where s.id = $1 for update of l, s`

// Record takes the result of a session, which the provider brought or was asked for. It counts once, and only for the person of the
// session: while the session is that person's last, the campaign goes on, nobody has been there meanwhile and the authorisation
// holds. One that comes after its day still counts, since it proves life. Errors: NotFound for a session that is not ours.
func (s *Service) Record(ctx context.Context, r exchange.LivenessResult) (out Recorded, err error) {
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		out = Recorded{}
		var of subject
		err := tx.QueryRow(ctx, lockSession, r.Session, s.today()).Scan(&of.campaign, &of.person, &of.session, &of.division, &of.sessionState, &of.created, &of.state, &of.current,
			&of.running, &of.blind, &of.authorised, &of.visit)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这次认证")
		}
		if err != nil {
			return err
		}
		if why, again := s.refuse(&of, &r); why != "" {
			out.Rejected = []string{why}
			return nil
		} else if again {
			out.Again = 1
			return nil
		}
		if r.State == exchange.LivenessPending {
			return nil
		}
		out.Taken = 1
		return s.take(ctx, tx, &of, &r)
	})
	return out, err
}

// refuse tells why a result does not count, or that it is there already.
func (s *Service) refuse(of *subject, r *exchange.LivenessResult) (why string, again bool) {
	switch now := s.now(); {
	case !bytes.Equal(s.keys.Blind(fieldID, r.IDNumber), of.blind):
		return "身份证号与这次认证的人不符", false
	case of.sessionState == "passed" || of.sessionState == "failed":
		return "", true
	case of.sessionState == "silent" && r.State == exchange.LivenessSilent:
		return "", true
	case of.sessionState == "void" || !of.current || !of.running:
		return "这次认证已经结束", false
	case of.state != "waiting" && of.state != "invited" && of.state != "visiting":
		return "这名人员的认证已经办结", false
	case !of.authorised:
		return "本人已撤回授权", false
	case r.At != nil && (r.At.Before(of.created.Add(-exchange.Skew)) || r.At.After(now.Add(exchange.Skew))):
		return "认证时间在发出邀请之前或在现在之后", false
	}
	return "", false
}

func (s *Service) take(ctx context.Context, tx pgx.Tx, of *subject, r *exchange.LivenessResult) error {
	if r.State == exchange.LivenessSilent {
		return s.silent(ctx, tx, of.person, of.session)
	}
	now := s.now()
	b := &pgx.Batch{}
	b.Queue(`update liveness_session set state = $3, score = $4, result_at = $5, ended_at = $6, fault = '' where person_id = $1 and id = $2`,
		of.person, of.session, string(r.State), score(r.Score), r.At, now)
	if r.State == exchange.LivenessFailed {
		b.Queue(`update liveness_person set state = 'visiting', why = 'failed' where campaign_id = $1 and person_id = $2`, of.campaign, of.person)
		if err := tx.SendBatch(ctx, b).Close(); err != nil {
			return err
		}
		return s.jobs.Insert(ctx, tx, WorkArgs{})
	}
	b.Queue(`update liveness_person set state = 'passed', ended_at = $3 where campaign_id = $1 and person_id = $2`, of.campaign, of.person, now)
	queueProof(b, of.campaign, of.person, of.division, calendar.DateOf(*r.At), "phone")
	if of.visit != nil {
		task.QueueCloseAll(b, now, *of.visit)
	}
	return tx.SendBatch(ctx, b).Close()
}

// silent sends somebody to whom nobody came on the list of visits.
func (s *Service) silent(ctx context.Context, tx pgx.Tx, person, session uuid.UUID) error {
	tag, err := tx.Exec(ctx, `update liveness_session set state = 'silent', ended_at = $3 where person_id = $1 and id = $2 and state in ('asked', 'open')`, person, session, s.now())
	if err != nil || tag.RowsAffected() == 0 {
		return err
	}
	if _, err := tx.Exec(ctx, `update liveness_person set state = 'visiting', why = 'silent' where person_id = $1 and session_id = $2 and state in ('waiting', 'invited')`, person, session); err != nil {
		return err
	}
	return s.jobs.Insert(ctx, tx, WorkArgs{})
}

func queueProof(b *pgx.Batch, campaign, person uuid.UUID, place int64, on calendar.Date, how string) {
	b.Queue(`insert into liveness_proof (person_id, id, division, campaign_id, proved_on, how) values ($1, gen_random_uuid(), $2, $3, $4, $5) on conflict do nothing`,
		person, place, campaign, on, how)
}

// Called takes a result that the provider brings by itself. The edge hands over the bytes as they came with their signature. A
// forged, altered or replayed message changes nothing but the audit trail.
func (s *Service) Called(ctx context.Context, key exchange.Key, sign exchange.Signature, body []byte) (Recorded, error) {
	if err := key.Verify("POST /callback "+exchange.Liveness, body, sign, s.now()); err != nil {
		return Recorded{}, s.distrust(ctx, err.Error())
	}
	fresh := false
	if err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `insert into exchange_nonce (source, nonce, at) values ($1, $2, $3) on conflict do nothing`, exchange.Liveness, sign.Nonce, s.now())
		fresh = err == nil && tag.RowsAffected() == 1
		return err
	}); err != nil {
		return Recorded{}, err
	}
	if !fresh {
		return Recorded{}, s.distrust(ctx, exchange.ErrReplayed.Error())
	}
	r, err := exchange.ParseLivenessResult(body)
	if err != nil {
		return Recorded{}, errs.Bad("", "%s", err.Error())
	}
	return s.Record(ctx, r)
}

// distrust audits a message that is not believed; whoever sends many does not fill the trail.
func (s *Service) distrust(ctx context.Context, why string) error {
	if s.doubts.Take(exchange.Liveness, s.now()) {
		if err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
			return audit.Write(ctx, tx, s.now(), system, audit.Event{Action: "liveness.ask", ObjectKind: "exchange_source", ObjectID: exchange.Liveness, After: map[string]any{"distrusted": why}})
		}); err != nil {
			return err
		}
	}
	return errs.Denied("消息未通过验证。")
}
