package verification

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
)

// SourceHealth is how a source does now and how it did.
type SourceHealth struct {
	Source       string      `json:"source"`
	Name         string      `json:"name"`
	Department   string      `json:"department"`
	Kind         string      `json:"kind" enum:"http,callback,file,desk"`
	Hours        string      `json:"hours" doc:"when it may be asked, Chinese"`
	Open         bool        `json:"open" doc:"within its hours"`
	Unusable     string      `json:"unusable,omitempty" doc:"why it cannot be asked at all: switched off, not connected"`
	Breaker      string      `json:"breaker" enum:"closed,open,half_open" doc:"half open: the next message tries"`
	Broken       *time.Time  `json:"broken" doc:"the circuit breaker is open until then"`
	Paused       bool        `json:"paused"`
	PausedBy     string      `json:"paused_by,omitempty"`
	PausedReason string      `json:"paused_reason,omitempty" doc:"of the pause, or of its end"`
	PausedAt     *time.Time  `json:"paused_at"`
	LastFault    string      `json:"last_fault,omitempty"`
	LastAt       *time.Time  `json:"last_at"`
	GoodAt       *time.Time  `json:"good_at"`
	Waiting      int         `json:"waiting" doc:"questions that have not left; 10000 stands for so many or more"`
	Asked        int         `json:"asked" doc:"questions that left and are not answered"`
	Late         int         `json:"late" doc:"of those at a desk or exchanged by file: past the agreed day"`
	Total        HealthDay   `json:"total" doc:"all days together"`
	Days         []HealthDay `json:"days"`
}

// HealthDay is one day of a source.
type HealthDay struct {
	Day       string  `json:"day"`
	Messages  int64   `json:"messages"`
	Failed    int64   `json:"failed"`
	Asked     int64   `json:"asked"`
	Found     int64   `json:"found"`
	Empty     int64   `json:"empty"`
	Unknown   int64   `json:"unknown"`
	Missing   int64   `json:"missing"`
	Rejected  int64   `json:"rejected"`
	MeanMS    int64   `json:"mean_ms"`
	MedianMS  *int64  `json:"median_ms" doc:"half of the messages were answered within so many milliseconds; a bound of the histogram"`
	P95MS     *int64  `json:"p95_ms" doc:"95 of 100 were"`
	MedianTop bool    `json:"median_top" doc:"above the last bound, 15 days"`
	P95Top    bool    `json:"p95_top"`
	Buckets   []int64 `json:"buckets" doc:"messages answered within 0.1, 0.3, 1, 3, 10, 60 s, 1 h, 1, 3, 7, 15 days, and above"`
}

func (d *HealthDay) quantiles() {
	d.MedianMS, d.MedianTop = within(d.Buckets, 0.5)
	d.P95MS, d.P95Top = within(d.Buckets, 0.95)
}

func (d *HealthDay) add(o *HealthDay) {
	millis := d.MeanMS*d.Messages + o.MeanMS*o.Messages
	d.Messages, d.Failed, d.Asked, d.Found, d.Empty = d.Messages+o.Messages, d.Failed+o.Failed, d.Asked+o.Asked, d.Found+o.Found, d.Empty+o.Empty
	d.Unknown, d.Missing, d.Rejected = d.Unknown+o.Unknown, d.Missing+o.Missing, d.Rejected+o.Rejected
	d.MeanMS = millis / max(d.Messages, 1)
	for i, n := range o.Buckets {
		d.Buckets[i] += n
	}
}

// Many is how far waiting questions of a source are counted: more is told as so many or more.
const Many = 10_000

// Health tells of each source how it has answered for so many days, at most 90. It counts questions of the whole province and
// names nobody.
func (s *Service) Health(ctx context.Context, actor access.Actor, days int) ([]SourceHealth, error) {
	if err := access.Check(actor, "verification.health", access.Listing); err != nil {
		return nil, err
	}
	days = min(max(days, 1), 90)
	now := s.now()
	out, at := []SourceHealth{}, map[string]int{}
	for _, src := range s.catalogue.Sources() {
		at[src.ID] = len(out)
		out = append(out, SourceHealth{Source: src.ID, Name: src.Name, Department: src.Department, Kind: string(src.Transport.Kind), Hours: src.Service.Hours.Text(), Open: openAt(src.Service.Hours, now),
			Unusable: s.settings.Unusable[src.ID], Breaker: "closed", Days: []HealthDay{}, Total: HealthDay{Buckets: make([]int64, len(bounds)+1)}})
	}
	of := func(source string) *SourceHealth {
		if i, ok := at[source]; ok {
			return &out[i]
		}
		return &SourceHealth{Total: HealthDay{Buckets: make([]int64, len(bounds)+1)}} // a source that the catalogue no longer has
	}
	err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		if err := s.standing(ctx, tx, now, of); err != nil {
			return err
		}
		if err := s.queued(ctx, tx, now, slices.Collect(maps.Keys(at)), of); err != nil {
			return err
		}
		return s.daily(ctx, tx, days, of)
	})
	for i := range out {
		out[i].Total.quantiles()
	}
	return out, err
}

// standing is the breaker and the pause.
func (s *Service) standing(ctx context.Context, tx pgx.Tx, now time.Time, of func(string) *SourceHealth) error {
	rows, err := tx.Query(ctx, `select source, open_until, paused, paused_by, paused_reason, paused_at, last_fault, last_at, good_at from exchange_source`)
	if err != nil {
		return err
	}
	var source string
	var h SourceHealth
	_, err = pgx.ForEachRow(rows, []any{&source, &h.Broken, &h.Paused, &h.PausedBy, &h.PausedReason, &h.PausedAt, &h.LastFault, &h.LastAt, &h.GoodAt}, func() error {
		o := of(source)
		o.Broken, o.Paused, o.PausedBy, o.PausedReason, o.PausedAt, o.LastFault, o.LastAt, o.GoodAt = h.Broken, h.Paused, h.PausedBy, h.PausedReason, h.PausedAt, h.LastFault, h.LastAt, h.GoodAt
		switch {
		case o.Broken == nil:
		case o.Broken.After(now):
			o.Breaker = "open"
		default:
			o.Breaker, o.Broken = "half_open", nil
		}
		return nil
	})
	return err
}

// queued are the questions that have no answer yet.
func (s *Service) queued(ctx context.Context, tx pgx.Tx, now time.Time, sources []string, of func(string) *SourceHealth) error {
	// What waits may be millions of questions, and counting them costs more the busier the sources are: of each source they are counted
	// as far as anybody reads the figure. Those on their way are few.
	rows, err := tx.Query(ctx, `select source, sum(waiting)::bigint, sum(asked)::bigint, sum(late)::bigint from (
  select s.source, (select count(*) from (select from inquiry q where q.source = s.source and q.state = 'waiting' limit $3) n) as waiting, 0 as asked, 0 as late from unnest($2::text[]) as s(source)
  union all select q.source, 0, count(*), count(*) filter (where m.answer_due < $1) from inquiry q left join exchange_message m on m.id = q.message_id where q.state = 'asked' group by q.source) n group by source`,
		now, sources, Many)
	if err != nil {
		return err
	}
	var source string
	var waiting, asked, late int
	_, err = pgx.ForEachRow(rows, []any{&source, &waiting, &asked, &late}, func() error {
		o := of(source)
		o.Waiting, o.Asked, o.Late = waiting, asked, late
		return nil
	})
	return err
}

func (s *Service) daily(ctx context.Context, tx pgx.Tx, days int, of func(string) *SourceHealth) error {
	sums := make([]string, len(bounds)+1)
	for i := range sums {
		sums[i] = fmt.Sprintf("sum(buckets[%d])", i+1)
	}
	rows, err := tx.Query(ctx, `select source, to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(messages), sum(failed), sum(asked), sum(found), sum(empty), sum(unknown),
  sum(missing), sum(rejected), (sum(millis) / greatest(sum(messages), 1))::bigint, array[`+strings.Join(sums, ", ")+`]::bigint[]
from exchange_hour where hour >= $1 group by source, day order by source, day`, s.today().AddDays(1-days).Time())
	if err != nil {
		return err
	}
	var source string
	var d HealthDay
	_, err = pgx.ForEachRow(rows, []any{&source, &d.Day, &d.Messages, &d.Failed, &d.Asked, &d.Found, &d.Empty, &d.Unknown, &d.Missing, &d.Rejected, &d.MeanMS, &d.Buckets}, func() error {
		o, one := of(source), d
		one.Buckets = append([]int64{}, d.Buckets...)
		one.quantiles()
		o.Days = append(o.Days, one)
		o.Total.add(&one)
		return nil
	})
	return err
}
