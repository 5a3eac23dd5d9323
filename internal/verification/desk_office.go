package verification

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// SourceOffice is an office that answers for a desk source.
type SourceOffice struct {
	OrganisationID uuid.UUID `json:"organisation_id"`
	Name           string    `json:"name"`
	Place          string    `json:"place"`
	ByName         string    `json:"by_name"`
}

// Offices lists the offices that answer for a desk source, in the actor's range.
func (s *Service) Offices(ctx context.Context, actor access.Actor, source string) ([]SourceOffice, error) {
	if err := access.Check(actor, "verification.desks", access.Listing); err != nil {
		return nil, err
	}
	out := []SourceOffice{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select d.organisation_id, o.name, d.division, d.by_name from source_desk d join organisation o on o.id = d.organisation_id where d.source = $1 order by d.division, o.name`, source)
		if err != nil {
			return err
		}
		var o SourceOffice
		var place int64
		_, err = pgx.ForEachRow(rows, []any{&o.OrganisationID, &o.Name, &place, &o.ByName}, func() error {
			one := o
			one.Place = s.places.FullName(place)
			out = append(out, one)
			return nil
		})
		return err
	})
	return out, err
}

// SetOffice lets an office answer for a desk source, or no longer. Only offices of departments and verification centres answer
// (GD-2019 四). Set again it changes nothing.
func (s *Service) SetOffice(ctx context.Context, actor access.Actor, source string, organisation uuid.UUID, answers bool) error {
	if err := access.Check(actor, "verification.desks", access.Listing); err != nil {
		return err
	}
	if src := s.catalogue.Source(source); src == nil || src.Transport.Kind != exchange.Desk {
		return errs.Missing("这个由部门人员答复的来源")
	}
	return s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		var place int64
		var name, kind string
		err := tx.QueryRow(ctx, `select division, name, kind from organisation where id = $1 and active`, organisation).Scan(&place, &name, &kind)
		if errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这个机构")
		}
		if err != nil {
			return err
		}
		if answers && kind != "department" && kind != "verification_centre" {
			return errs.Bad("organisation_id", "%s不是部门或核对中心，不能指定为答复窗口。", name)
		}
		now := s.now()
		change, args := `delete from source_desk where source = $1 and organisation_id = $2`, []any{source, organisation}
		if answers {
			change, args = `insert into source_desk (source, organisation_id, division, by_name, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
				append(args, place, actor.Name, now)
		}
		tag, err := tx.Exec(ctx, change, args...)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.desks", ObjectKind: "organisation", ObjectID: organisation.String(), Division: place,
			After: map[string]any{"source": source, "answers": answers, "name": name}})
	})
}
