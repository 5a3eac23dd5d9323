package liveness

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// Start takes a campaign in and lets a job put the people into it; the same campaign again is the same campaign. Errors: a place
// outside the actor's range, a rule that nobody meets, each with its field.
func (s *Service) Start(ctx context.Context, actor access.Actor, in LivenessInput) (LivenessCampaign, error) {
	if in.Place == 0 {
		in.Place = actor.Division
	}
	if err := access.Check(actor, "liveness.manage", access.At(in.Place)); err != nil {
		return LivenessCampaign{}, err
	}
	if err := s.check(&in, true); err != nil {
		return LivenessCampaign{}, err
	}
	t, err := s.terms(in.Place)
	if err != nil {
		return LivenessCampaign{}, err
	}
	if err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return s.start(ctx, tx, actor, &in, t) }); err != nil {
		return LivenessCampaign{}, err
	}
	return s.Get(ctx, actor, in.ID)
}

func (s *Service) start(ctx context.Context, tx pgx.Tx, actor access.Actor, in *LivenessInput, t terms) error {
	var before int
	if err := tx.QueryRow(ctx, `select count(*) from liveness_campaign where id = $1`, in.ID).Scan(&before); err != nil || before > 0 {
		return err
	}
	towns, err := s.strata(ctx, tx, in)
	if err != nil {
		return err
	}
	people := 0
	for _, o := range towns {
		people += o.chosen
	}
	if people == 0 {
		return errs.Bad("choice.categories", "没有符合条件的人员，或他们都在别的批次里。请放宽类别、年龄或上次认证的月数。")
	}
	now := s.now()
	number, err := takeNumber(ctx, tx, in.Place, now)
	if err != nil {
		return err
	}
	choice, err := json.Marshal(in.Choice)
	if err != nil {
		return err
	}
	lo, hi := division.Range(in.Place)
	tag, err := tx.Exec(ctx, `insert into liveness_campaign (id, number, division, range_lo, range_hi, title, method, selection, seed, visit_days, decide_days, due, state, by_id, by_name, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'preparing', $13, $14, $15) on conflict (id) do nothing`,
		in.ID, number, in.Place, lo, hi, in.Title, in.Method, choice, s.seedOf(in.ID), t.visit, t.decide, s.dueOf(in, t), nullID(actor.Staff), actor.Name, now)
	if err != nil || tag.RowsAffected() == 0 {
		return err
	}
	event := audit.Event{Action: "liveness.manage", ObjectKind: "liveness_campaign", ObjectID: number, Root: in.ID, Division: in.Place,
		After: map[string]any{"title": in.Title, "method": in.Method, "choice": in.Choice, "people": people, "due": s.dueOf(in, t).String()}}
	if err := audit.Write(ctx, tx, now, actor, event); err != nil {
		return err
	}
	return s.jobs.Insert(ctx, tx, PrepareArgs{in.ID})
}

// campaign is a row as the work needs it.
type campaign struct {
	id       uuid.UUID
	number   string
	division int64
	title    string
	method   string
	choice   LivenessSelection
	visit    int
	decide   int
	due      calendar.Date
	state    string
}

func readCampaign(ctx context.Context, tx pgx.Tx, id uuid.UUID, lock string) (campaign, error) {
	c := campaign{id: id}
	var choice []byte
	err := tx.QueryRow(ctx, `select number, division, title, method, selection, visit_days, decide_days, due, state from liveness_campaign where id = $1 `+lock, id).
		Scan(&c.number, &c.division, &c.title, &c.method, &choice, &c.visit, &c.decide, &c.due, &c.state)
	if errors.Is(err, pgx.ErrNoRows) {
		return c, errs.Missing("这个认证批次")
	}
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(choice, &c.choice)
}

const putIn = eligible + `insert into liveness_person (campaign_id, person_id, division, name, phone, state, why, due)
select $11, d.id, d.division, d.name, d.phone, case when d.authorised and d.phone then 'waiting' else 'visiting' end,
  case when not d.authorised then 'unauthorised' when not d.phone then 'no_phone' else '' end, $12
from drawn d join unnest($9::bigint[], $10::int[]) as q(town, n) on q.town = d.town where d.nth <= q.n
on conflict do nothing`

// prepare puts the people into a campaign, all or none.
func (s *Service) prepare(ctx context.Context, id uuid.UUID) error {
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		c, err := readCampaign(ctx, tx, id, "for update")
		if errs.Is(err, errs.NotFound) || err == nil && c.state != "preparing" {
			return nil
		}
		if err != nil {
			return err
		}
		in := LivenessInput{ID: id, Place: c.division, Method: c.method, Choice: c.choice}
		towns, err := s.strata(ctx, tx, &in)
		if err != nil {
			return err
		}
		codes, chosen := quotas(towns)
		tag, err := tx.Exec(ctx, putIn, append(s.eligibleArgs(&in), codes, chosen, id, c.due)...)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `update liveness_campaign set state = 'running', people = $2, started_at = $3, version = version + 1 where id = $1`, id, tag.RowsAffected(), s.now()); err != nil {
			return err
		}
		return s.jobs.Insert(ctx, tx, WorkArgs{})
	})
}

// takeNumber takes the next number of the place's county and year: HT-440104-2026-000001.
func takeNumber(ctx context.Context, tx pgx.Tx, place int64, now time.Time) (string, error) {
	year, _, _ := calendar.DateOf(now).Civil()
	county := division.At(place, division.County)
	if county == 0 {
		county = place
	}
	var n int64
	err := tx.QueryRow(ctx, `insert into numbering (series, year, last) values ($1, $2, 1)
on conflict (series, year) do update set last = numbering.last + 1 returning last`, fmt.Sprintf("liveness:%06d", county/1e6), year).Scan(&n)
	return fmt.Sprintf("HT-%06d-%d-%06d", county/1e6, year, n), err
}

func nullID(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}

func code12(code int64) string { return fmt.Sprintf("%012d", code) }
