package verification

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// SourceHealth is how a source does now and how it did.
type SourceHealth struct {
	Source    string      `json:"source"`
	Name      string      `json:"name"`
	Kind      string      `json:"kind" enum:"http,callback,file,desk"`
	Open      bool        `json:"open" doc:"within its hours"`
	Broken    *time.Time  `json:"broken" doc:"the circuit breaker is open until then"`
	Paused    bool        `json:"paused"`
	PausedBy  string      `json:"paused_by,omitempty"`
	LastFault string      `json:"last_fault,omitempty"`
	LastAt    *time.Time  `json:"last_at"`
	GoodAt    *time.Time  `json:"good_at"`
	Waiting   int         `json:"waiting"`
	Days      []HealthDay `json:"days"`
}

// HealthDay is one day of a source.
type HealthDay struct {
	Day      string  `json:"day"`
	Messages int64   `json:"messages"`
	Failed   int64   `json:"failed"`
	Asked    int64   `json:"asked"`
	Found    int64   `json:"found"`
	Empty    int64   `json:"empty"`
	Unknown  int64   `json:"unknown"`
	Missing  int64   `json:"missing"`
	Rejected int64   `json:"rejected"`
	MeanMS   int64   `json:"mean_ms"`
	Buckets  []int64 `json:"buckets" doc:"messages answered within 0.1, 0.3, 1, 3, 10, 60, 3600 s and above"`
}

// Health tells of each source how it has answered for so many days.
func (s *Service) Health(ctx context.Context, actor access.Actor, days int) ([]SourceHealth, error) {
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	days = min(max(days, 1), 90)
	out := []SourceHealth{}
	err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		at := map[string]int{}
		now := s.now()
		for _, src := range s.catalogue.Sources() {
			at[src.ID] = len(out)
			out = append(out, SourceHealth{Source: src.ID, Name: src.Name, Kind: string(src.Transport.Kind), Open: openAt(src.Service.Hours, now), Days: []HealthDay{}})
		}
		rows, err := tx.Query(ctx, `select source, open_until, paused, paused_by, last_fault, last_at, good_at from exchange_source`)
		if err != nil {
			return err
		}
		var source string
		var h SourceHealth
		if _, err := pgx.ForEachRow(rows, []any{&source, &h.Broken, &h.Paused, &h.PausedBy, &h.LastFault, &h.LastAt, &h.GoodAt}, func() error {
			if i, ok := at[source]; ok {
				o := &out[i]
				o.Broken, o.Paused, o.PausedBy, o.LastFault, o.LastAt, o.GoodAt = h.Broken, h.Paused, h.PausedBy, h.LastFault, h.LastAt, h.GoodAt
				if o.Broken != nil && o.Broken.Before(now) {
					o.Broken = nil
				}
			}
			return nil
		}); err != nil {
			return err
		}
		rows, err = tx.Query(ctx, `select source, count(*) from inquiry where state = 'waiting' group by source`)
		if err != nil {
			return err
		}
		var n int
		if _, err := pgx.ForEachRow(rows, []any{&source, &n}, func() error {
			if i, ok := at[source]; ok {
				out[i].Waiting = n
			}
			return nil
		}); err != nil {
			return err
		}
		rows, err = tx.Query(ctx, `select source, to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(messages), sum(failed), sum(asked), sum(found), sum(empty), sum(unknown),
  sum(missing), sum(rejected), sum(millis) / greatest(sum(messages), 1), array[sum(buckets[1]), sum(buckets[2]), sum(buckets[3]), sum(buckets[4]), sum(buckets[5]), sum(buckets[6]),
  sum(buckets[7]), sum(buckets[8])]::bigint[]
from exchange_hour where hour >= $1 group by source, day order by source, day`, s.today().AddDays(1-days).Time())
		if err != nil {
			return err
		}
		var d HealthDay
		_, err = pgx.ForEachRow(rows, []any{&source, &d.Day, &d.Messages, &d.Failed, &d.Asked, &d.Found, &d.Empty, &d.Unknown, &d.Missing, &d.Rejected, &d.MeanMS, &d.Buckets}, func() error {
			if i, ok := at[source]; ok {
				day := d
				day.Buckets = append([]int64{}, d.Buckets...)
				out[i].Days = append(out[i].Days, day)
			}
			return nil
		})
		return err
	})
	return out, err
}

// Pause stops or resumes the questions to a source, as when a department announces maintenance.
func (s *Service) Pause(ctx context.Context, actor access.Actor, source string, paused bool) error {
	if err := access.Check(actor, "verification.source", access.At(actor.Division)); err != nil {
		return err
	}
	if s.catalogue.Source(source) == nil {
		return errs.Missing("这个信息来源")
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		by := ""
		if paused {
			by = actor.Name
		}
		if _, err := tx.Exec(ctx, `insert into exchange_source (source, paused, paused_by) values ($1, $2, $3)
on conflict (source) do update set paused = $2, paused_by = $3, open_until = null, failures = 0`, source, paused, by); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "verification.source", ObjectKind: "exchange_source", ObjectID: source, Division: actor.Division,
			After: map[string]any{"paused": paused}})
	})
}
