package verification

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// SourceFault is one kind of fault of a source with the latest of it. Texts hold no personal data.
type SourceFault struct {
	Kind    string    `json:"kind" doc:"Chinese"`
	Count   int64     `json:"count" doc:"messages"`
	LastAt  time.Time `json:"last_at"`
	Last    string    `json:"last" doc:"what the latest one said"`
	Message uuid.UUID `json:"message" doc:"the latest message, to speak about with the department"`
}

const partly = "答复中有不能用的条目"

// Faults lists the faults of a source by kind for so many days, the most frequent first.
func (s *Service) Faults(ctx context.Context, actor access.Actor, source string, days int) ([]SourceFault, error) {
	if err := access.Check(actor, "verification.health", access.Listing); err != nil {
		return nil, err
	}
	if s.catalogue.Source(source) == nil {
		return nil, errs.Missing("这个信息来源")
	}
	out := []SourceFault{}
	err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `with seen as (
  select id, ended_at, fault, case when state = 'failed' then split_part(fault, '：', 1) else $3 end as kind
  from exchange_message where source = $1 and fault <> '' and ended_at >= $2
)
select kind, count(*), max(ended_at), (array_agg(fault order by ended_at desc))[1], (array_agg(id order by ended_at desc))[1] from seen group by kind order by count(*) desc, kind`,
			source, s.today().AddDays(1-min(max(days, 1), 90)).Time(), partly)
		if err != nil {
			return err
		}
		list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[SourceFault])
		out = append(out, list...)
		return err
	})
	return out, err
}
