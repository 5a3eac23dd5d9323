package verification

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Order is an order as lists and its page show it.
type Order struct {
	ID        uuid.UUID     `json:"id"`
	Number    string        `json:"number"`
	Kind      string        `json:"kind" enum:"case,batch,client"`
	Title     string        `json:"title"`
	Place     int64         `json:"place"`
	PlaceName string        `json:"place_name"`
	Purpose   string        `json:"purpose"`
	Client    string        `json:"client,omitempty"`
	CaseID    *uuid.UUID    `json:"case_id,omitempty"`
	Classes   []string      `json:"classes"`
	Priority  int           `json:"priority"`
	Due       calendar.Date `json:"due"`
	State     string        `json:"state" enum:"preparing,running,answered,cancelled,failed"`
	People    int64         `json:"people"`
	Failure   string        `json:"failure,omitempty"`
	ByName    string        `json:"by_name"`
	CreatedAt time.Time     `json:"created_at"`
	EndedAt   *time.Time    `json:"ended_at"`
	Version   int           `json:"version"`
	Sources   []SourceState `json:"sources,omitempty"`
}

// SourceState is how far one source is with an order.
type SourceState struct {
	Source    string `json:"source"`
	Name      string `json:"name"`
	Waiting   int    `json:"waiting"`
	Answered  int    `json:"answered"`
	Reused    int    `json:"reused" doc:"answered by what was fresh already"`
	Silent    int    `json:"silent"`
	Refused   int    `json:"refused"`
	Cancelled int    `json:"cancelled"`
	Reason    string `json:"reason,omitempty" doc:"the latest reason for silence"`
}

const orderColumns = `id, number, kind, title, division, purpose, client, case_id, classes, priority, due, state, people, failure, by_name, created_at, ended_at, version`

func (s *Service) scanOrder(r pgx.CollectableRow) (o Order, err error) {
	err = r.Scan(&o.ID, &o.Number, &o.Kind, &o.Title, &o.Place, &o.Purpose, &o.Client, &o.CaseID, &o.Classes, &o.Priority, &o.Due, &o.State, &o.People, &o.Failure, &o.ByName, &o.CreatedAt, &o.EndedAt, &o.Version)
	o.PlaceName = s.places.Name(o.Place)
	return o, err
}

// Get returns an order with how far each source is.
func (s *Service) Get(ctx context.Context, actor access.Actor, id uuid.UUID) (Order, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return Order{}, err
	}
	var o Order
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+orderColumns+` from verification_order where id = $1`, id)
		if err != nil {
			return err
		}
		if o, err = pgx.CollectExactlyOneRow(rows, s.scanOrder); err != nil {
			return err
		}
		o.Sources, err = s.sourceStates(ctx, tx, id)
		return err
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return o, errs.Missing("这份核对委托")
	}
	return o, err
}

func (s *Service) sourceStates(ctx context.Context, tx pgx.Tx, id uuid.UUID) ([]SourceState, error) {
	rows, err := tx.Query(ctx, `select source, count(*) filter (where state = 'waiting'), count(*) filter (where state = 'answered'), count(*) filter (where reused),
  count(*) filter (where state = 'silent'), count(*) filter (where state = 'refused'), count(*) filter (where state = 'cancelled'),
  coalesce((array_agg(reason order by ended_at desc) filter (where reason <> ''))[1], '')
from verification_item where order_id = $1 group by source order by source`, id)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (st SourceState, err error) {
		err = r.Scan(&st.Source, &st.Waiting, &st.Answered, &st.Reused, &st.Silent, &st.Refused, &st.Cancelled, &st.Reason)
		if src := s.catalogue.Source(st.Source); src != nil {
			st.Name = src.Name
		}
		return st, err
	})
}
