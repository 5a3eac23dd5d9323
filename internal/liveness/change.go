package liveness

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// someone is a person of a campaign, locked for a change.
type someone struct {
	campaign
	person   uuid.UUID
	place    int64
	name     string
	stands   string // state
	session  *uuid.UUID
	visit    *uuid.UUID
	result   *uuid.UUID
	started  calendar.Date
	phone    bool
	decision string
}

// change does something to one person of a campaign whom the actor sees and may act on. It is the system's hand that does it, since
// the campaign may lie above the actor's range.
func (s *Service) change(ctx context.Context, actor access.Actor, action access.Action, id, person uuid.UUID, do func(tx pgx.Tx, p *someone) error) error {
	if err := access.Check(actor, action, access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		c, err := readCampaign(ctx, tx, id, "for share")
		if err != nil {
			return err
		}
		p := someone{campaign: c, person: person}
		err = tx.QueryRow(ctx, `select l.division, l.name, l.state, l.session_id, l.visit_id, l.result_id, (c.created_at at time zone 'Asia/Shanghai')::date, l.phone, l.decision
from liveness_person l join liveness_campaign c on c.id = l.campaign_id where l.campaign_id = $1 and l.person_id = $2 for update of l`, id, person).
			Scan(&p.place, &p.name, &p.stands, &p.session, &p.visit, &p.result, &p.started, &p.phone, &p.decision)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这名人员")
		}
		if err != nil {
			return err
		}
		if err := access.Check(actor, action, access.At(p.place)); err != nil {
			return err
		}
		return do(tx, &p)
	})
}

// changeCampaign does something to a campaign that the actor may manage.
func (s *Service) changeCampaign(ctx context.Context, actor access.Actor, id uuid.UUID, do func(tx pgx.Tx, c *campaign) error) error {
	if err := access.Check(actor, "liveness.manage", access.Listing); err != nil {
		return err
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		c, err := readCampaign(ctx, tx, id, "for update")
		if err != nil {
			return err
		}
		if err := access.Check(actor, "liveness.manage", access.At(c.division)); err != nil {
			return err
		}
		return do(tx, &c)
	})
}

// void ends the session that is open, if one is.
const void = `update liveness_session s set state = 'void', ended_at = $3, fault = $4 where s.person_id = $1 and s.id = $2 and s.state in ('asked', 'open')`
