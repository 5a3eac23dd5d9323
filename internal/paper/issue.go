package paper

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// Issue issues a paper inside the caller's transaction and returns its id. A paper that the case already has in this
// round is that one. round 0 means the present round of the step that the kind belongs to. tx must be the system's: a
// paper names people wherever they are registered; actor is who is named as issuing it.
func (s *Service) Issue(ctx context.Context, tx pgx.Tx, actor access.Actor, caseID uuid.UUID, kind string, round int) (uuid.UUID, error) {
	k, err := kindOf(kind)
	if err != nil {
		return uuid.Nil, err
	}
	if _, err := tx.Exec(ctx, `select pg_advisory_xact_lock(hashtextextended('paper:' || $1, 0))`, caseID.String()); err != nil {
		return uuid.Nil, err
	}
	if round == 0 {
		if err := tx.QueryRow(ctx, `select coalesce(max(round), 1) from case_step where case_id = $1 and step = $2 and $2 <> ''`, caseID, k.Step).Scan(&round); err != nil {
			return uuid.Nil, err
		}
	}
	var id uuid.UUID
	err = tx.QueryRow(ctx, `select id from paper where case_id = $1 and kind = $2 and round = $3`, caseID, kind, round).Scan(&id)
	if err == nil || !errors.Is(err, pgx.ErrNoRows) {
		return id, err
	}
	d, err := s.gather(ctx, tx, caseID, k, round)
	if err != nil {
		return uuid.Nil, err
	}
	if err := d.ready(k); err != nil {
		return uuid.Nil, err
	}
	if id, err = uuid.NewV7(); err != nil {
		return uuid.Nil, err
	}
	return id, s.keep(ctx, tx, actor, d, k, id)
}

// ready refuses a paper about something that has not happened: no letter without its decision.
func (d *source) ready(k Kind) error {
	outcome := ""
	if d.Decision != nil {
		outcome = d.Decision.Outcome
	}
	switch {
	case k.ID == ConfirmationLetter && outcome != "confirmed", k.ID == RefusalLetter && outcome != "refused":
		return errs.New(errs.Conflict, "not_decided", "案件还没有作出相应决定，不能出具%s。", k.Name)
	case k.ID == PublicNotice && d.Notice == nil:
		return errs.New(errs.Conflict, "no_notice", "案件还没有进入公示，不能出具公示文书。")
	}
	return nil
}

func (s *Service) keep(ctx context.Context, tx pgx.Tx, actor access.Actor, d *source, k Kind, id uuid.UUID) error {
	level := division.Town
	if k.Office == access.County {
		level = division.County
	}
	office := division.At(d.division, level)
	number, err := s.number(ctx, tx, office, k, d)
	if err != nil {
		return err
	}
	d.Number = number
	d.trim()
	data, err := json.Marshal(d.Snapshot)
	if err != nil {
		return err
	}
	now := s.clock.Now()
	var b pgx.Batch
	b.Queue(`insert into paper (case_id, id, division, kind, round, office, number, issued_at, by_name, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		d.caseID, id, d.division, k.ID, d.Round, office, number, now, actor.Name, s.keys.SealBytes(dataField, data))
	if err := audit.Queue(&b, now, actor, audit.Event{Action: "case.paper", ObjectKind: "paper", ObjectID: number, Root: d.caseID, Division: d.division,
		After: map[string]any{"id": id, "kind": k.ID, "round": d.Round}, Purpose: "出具文书"}); err != nil {
		return err
	}
	return tx.SendBatch(ctx, &b).Close()
}

// number takes the next number of the office, kind and year. It is taken in the transaction that keeps the paper, so a
// paper that is not kept leaves no gap.
func (s *Service) number(ctx context.Context, tx pgx.Tx, office int64, k Kind, d *source) (string, error) {
	year, _, _ := d.IssuedOn.Civil()
	var n int64
	err := tx.QueryRow(ctx, `insert into numbering (series, year, last) values ($1, $2, 1)
		on conflict (series, year) do update set last = numbering.last + 1 returning last`, fmt.Sprintf("paper:%012d:%s", office, k.ID), year).Scan(&n)
	return fmt.Sprintf("%s社救%s〔%d〕%d号", s.shortOffice(office), k.Mark, year, n), err
}

// shortOffice is what stands before a number: 越秀区 or 越秀区北京街道.
func (s *Service) shortOffice(office int64) string {
	if division.IsPlaceholder(office) {
		office = division.ParentOf(office)
	}
	return s.divisions.ShortName(office, division.City)
}
